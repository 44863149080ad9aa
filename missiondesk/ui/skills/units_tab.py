# SPDX-License-Identifier: Apache-2.0
"""Units and roles with what they can do; named staff are never assessed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.entities import Entity
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Ministry
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Capability, Skill
from missiondesk.domain.wording import Wording
from missiondesk.services.skills_overview import plain
from missiondesk.services.skills_rows import is_old, unit_name
from missiondesk.ui.choices import ministry_options
from missiondesk.ui.skills.options import level_options, skill_options
from missiondesk.ui.skills.records import SkillsRecords, fill_box, select_box
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    PeriodField,
    TextField,
)
from missiondesk.ui.widgets.filter_parts import offer_choices
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class UnitsTab(SkillsRecords[Capability]):
    """Assessments of units, and of roles within them."""

    name = "units"
    form_width = 356

    def __init__(self, *parts: object, **named: object) -> None:
        super().__init__(*parts, **named)  # type: ignore[arg-type]
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        rule = self._tr.say(
            "Units and roles are assessed, never named staff: write “Analysis office”, not a name."
        )
        layout.insertWidget(0, text_label(rule, "detail", wrap=True))

    def kind(self) -> type[Entity]:
        return Capability

    def title(self) -> str:
        return self._tr.say("Units")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Unit or role"),
            say("Assess unit"),
            say("No unit is assessed yet. Begin with the units that already work for a mission."),
            say("Remove assessment"),
        )

    def add_parts(self) -> Sequence[QWidget]:
        self.new_skill = select_box("unitsNewSkill", self._tr.say("Skill that is assessed"))
        return self.new_skill, *super().add_parts()

    def add_record(self, mission: str, wording: Wording) -> str:
        skill = self.new_skill.currentData()
        if skill is None:
            self.new_skill.setFocus()
            raise Refused(N_("Choose first which skill is assessed."))
        made = Capability(
            "", skill=skill, unit=wording.in_language(self._tr.lang), level=3, fte=Decimal(1)
        )
        return self._desk.capabilities.assess(made).id

    def remove_record(self, record: Capability) -> str:
        self._desk.capabilities.remove(record.id)
        return self._tr.say("The assessment of {unit} was removed.", unit=record.unit)

    # -- list ----------------------------------------------------------------------------
    def read(self) -> Sequence[Capability]:
        now, key = self._desk.situation, self._tr.sort_key
        self._now = now
        return sorted(
            self._desk.capabilities.all(),
            key=lambda it: (key(unit_name(now, it)), key(self._label(it))),
        )

    def _label(self, it: Capability) -> str:
        skill = self._now.get(Skill, it.skill)
        return skill.label.in_language(self._tr.lang) if skill else "?"

    def said(self, record: Capability) -> str:
        return f"{unit_name(self._now, record)} {self._label(record)}"

    def columns(self) -> list[Column[Capability]]:
        tr = self._tr
        return [
            Column(
                tr.say("Unit"),
                lambda it: unit_name(self._now, it),
                stretch=1,
                width=180,
                wrap=True,
                strong=True,
            ),
            Column(tr.say("Skill"), self._label, stretch=1, width=150, wrap=True),
            Column(tr.say("Level"), lambda it: str(it.level), right=True, sort=lambda it: it.level),
            Column(
                tr.say("Work years"),
                lambda it: tr.number(plain(it.fte)),
                right=True,
                sort=lambda it: it.fte,
                folds=2,
            ),
            Column(
                tr.say("People"),
                lambda it: tr.say("unknown") if it.headcount is None else tr.number(it.headcount),
                right=True,
                sort=lambda it: it.headcount,
                folds=1,
            ),
            Column(
                tr.say("Assessed"),
                lambda it: tr.period(it.assessed) if it.assessed else tr.say("unknown"),
                detail=lambda it: tr.say("▲ more than a year old") if is_old(self._now, it) else "",
                sort=lambda it: it.assessed.last if it.assessed else None,
                folds=4,
            ),
        ]

    # -- filter --------------------------------------------------------------------------
    def boxes(self) -> list[ChoiceBox]:
        say = self._tr.say
        self.ministry = self.box(
            "unitsMinistry", say("Filter units by ministry"), [(None, say("All ministries"))]
        )
        self.age = self.box(
            "unitsAge",
            say("Filter units by the age of their assessment"),
            [(None, say("Any age")), ("old", say("More than a year old"))],
        )
        return [self.ministry, self.age]

    def fits(self, record: Capability) -> bool:
        ministry = self.ministry.currentData()
        old = self.age.currentData() == "old"
        return (ministry is None or record.ministry == ministry) and (
            not old or is_old(self._now, record)
        )

    def offer(self) -> None:
        tr, desk = self._tr, self._desk
        skills = skill_options(desk, tr)
        fill_box(self.new_skill, tr.say("Which skill?"), skills)
        self.skill_field.set_options(skills)
        everyone = [one.id for one in desk.situation.all(Ministry)]
        ministries = ministry_options(desk, tr, everyone)
        self.ministry_field.set_options(ministries)
        used = {one.ministry for one in desk.capabilities.all() if one.ministry}
        offer_choices(
            self.ministry, tr.say("All ministries"), [one for one in ministries if one[0] in used]
        )

    # -- form ----------------------------------------------------------------------------
    def make_form(self) -> RecordForm[Capability]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Capability] = RecordForm(
            self._desk.capabilities.assess, name="capabilityForm"
        )
        form.add(TextField("unit", say("Unit or role"), tr, form.writer("unit"), above=True))
        self.ministry_field = form.add(
            ChoiceField(
                "ministry",
                say("Ministry"),
                tr,
                form.writer("ministry"),
                none=say("none or outside"),
                above=True,
            )
        )
        self.skill_field = form.add(
            ChoiceField("skill", say("Skill"), tr, form.writer("skill"), above=True)
        )
        levels = level_options(tr, 0)
        form.add(
            ChoiceField("level", say("Level"), tr, form.writer("level"), options=levels, above=True)
        )
        self._amounts(form)
        return form

    def _amounts(self, form: RecordForm[Capability]) -> None:
        tr, say = self._tr, self._tr.say
        form.add_row(
            NumberField(
                "fte",
                say("Work years free for missions"),
                tr,
                self.required(form.writer("fte"), "fte"),
                above=True,
            ),
            NumberField(
                "headcount",
                say("People who hold it"),
                tr,
                form.writer("headcount"),
                whole=True,
                hint=say("Empty means unknown."),
                above=True,
            ),
        )
        form.add(
            PeriodField(
                "assessed",
                say("Assessed"),
                tr,
                form.writer("assessed"),
                today=self._desk.this_day,
                above=True,
            )
        )
        form.add(
            TextField(
                "assessor",
                say("Assessed by"),
                tr,
                form.writer("assessor"),
                hint=say("An office or a role."),
                above=True,
            )
        )
