# SPDX-License-Identifier: Apache-2.0
"""Needs: which mission, initiative or body asks for which skill, and whether it is covered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.domain.entities import Entity
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Criticality, SkillRequirement
from missiondesk.domain.wording import Wording
from missiondesk.services.skills_rows import NeedRow, owner_name
from missiondesk.ui.choices import mission_options
from missiondesk.ui.pages import PageName
from missiondesk.ui.skills.need_columns import need_columns
from missiondesk.ui.skills.options import (
    level_options,
    owner_fields,
    owner_of,
    owner_options,
    skill_options,
    split_owner,
)
from missiondesk.ui.skills.records import SkillsRecords, fill_box, select_box
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.filter_parts import offer_choices
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class NeedsTab(SkillsRecords[SkillRequirement]):
    """Requirements with their gaps."""

    name = "needs"
    several = SkillRequirement

    def kind(self) -> type[Entity]:
        return SkillRequirement

    def title(self) -> str:
        return self._tr.say("Needs")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        empty = say(
            "A need says which skill a mission, initiative or body asks for, and from when."
        )
        return say("Who needs it"), say("Add need"), empty, say("Remove need")

    # -- the line that adds --------------------------------------------------------------
    def add_parts(self) -> Sequence[QWidget]:
        for unused in super().add_parts():  # a need is begun by two choices instead of a text
            unused.setParent(self)
            unused.hide()
        say = self._tr.say
        self.new_skill = select_box("needsNewSkill", say("Skill of the new need"))
        self.new_owner = select_box("needsNewOwner", say("Who has the new need"))
        self.line.setFocusProxy(self.new_owner)
        self.add_button = push_button(say("Add need"), "needsAddChosen", self.add, "", "plus")
        return self.new_owner, self.new_skill, self.add_button

    def add(self) -> None:
        """Add a need of the chosen skill by the chosen mission, initiative or body."""
        if self.new_skill.count() == 1:
            self._hub.say(self._tr.say("The list of skills is empty. Fill it first."))
            self._navigate(PageName.SKILLS, "list")
            return
        skill, owner = self.new_skill.currentData(), self.new_owner.currentData()
        if owner is None or skill is None:
            (self.new_owner if owner is None else self.new_skill).setFocus()
            return

        def do() -> None:
            made = SkillRequirement("", skill=skill, needed_from=day(self._desk.today))
            owned = self.changed(made, **owner_fields(split_owner(owner)))
            key = self._desk.requirements.add(owned).id
            self.clear_filter()
            self.choose(key)
            self.focus_field("needed_from")

        self._try(do)

    def begin(self) -> None:
        """Put the cursor where a new need begins."""
        self.new_owner.setFocus()

    # -- list ----------------------------------------------------------------------------
    def read(self) -> Sequence[SkillRequirement]:
        self._needs = {one.id: one for one in self._desk.equipment.needs()}
        return [one.requirement for one in self._needs.values()]

    def _need(self, it: SkillRequirement) -> NeedRow:
        return self._needs[it.id]

    def said(self, record: SkillRequirement) -> str:
        need = self._need(record)
        label = need.skill.label if need.skill else Wording()
        return " ".join((label.da, label.en, owner_name(need, self._tr), record.role))

    def columns(self) -> list[Column[SkillRequirement]]:
        return need_columns(self._tr, self._need, self.worst)

    # -- filter --------------------------------------------------------------------------
    def boxes(self) -> list[ChoiceBox]:
        say = self._tr.say
        self.mission = self.box(
            "needsMission", say("Filter needs by mission"), [(None, say("All missions"))]
        )
        self.owner = self.box(
            "needsOwner",
            say("Filter needs by who has them"),
            [
                (None, say("Anyone")),
                ("mission", say("Missions themselves")),
                ("initiative", say("Initiatives")),
                ("body", say("Bodies")),
            ],
        )
        self.state = self.box(
            "needsState",
            say("Filter needs by cover"),
            [
                (None, say("Covered or not")),
                ("open", say("Not covered")),
                ("critical", say("Critical")),
            ],
        )
        return [self.mission, self.owner, self.state]

    def fits(self, record: SkillRequirement) -> bool:
        need = self._need(record)
        mission, owner, state = (
            one.currentData() for one in (self.mission, self.owner, self.state)
        )
        return (
            (mission is None or need.mission == mission)
            and (owner is None or getattr(record, owner) is not None)
            and (state != "open" or need.since is not None)
            and (state != "critical" or need.critical)
        )

    # -- form ----------------------------------------------------------------------------
    def make_form(self) -> RecordForm[SkillRequirement]:
        tr, say, today = self._tr, self._tr.say, self._desk.this_day
        revise = self._desk.requirements.revise
        self._form = form = RecordForm[SkillRequirement](revise, name="needForm")
        self.owner_field = form.add(
            ChoiceField("owner", say("Needed by"), tr, self._set_owner, above=True), owner_of
        )
        self.skill_field = form.add(
            ChoiceField("skill", say("Skill"), tr, form.writer("skill"), above=True)
        )
        form.add(TextField("role", say("Role"), tr, form.writer("role"), above=True))
        form.add(
            ChoiceField(
                "level", say("Level"), tr, form.writer("level"), options=level_options(tr),
                above=True,
            )
        )  # fmt: skip
        form.add(
            NumberField(
                "fte",
                say("Work years"),
                tr,
                self.required(form.writer("fte"), "fte"),
                above=True,
            )
        )
        form.add_row(
            *(
                PeriodField(name, label, tr, form.writer(name), today=today, above=True)
                for name, label in (("needed_from", say("From")), ("needed_to", say("Until")))
            )
        )
        form.add(
            ChoiceField(
                "criticality",
                say("Weight"),
                tr,
                form.writer("criticality"),
                options=worded_options(Criticality, tr),
                above=True,
            )
        )
        form.add(ParagraphField("rationale", say("Why"), tr, form.writer("rationale"), above=True))
        self.source = push_button(
            say("Plan how it is sourced"), "needSource", self.plan_sourcing, "", "plus"
        )
        form.body.addWidget(row(self.source, None))
        return form

    def _set_owner(self, value: Any) -> None:
        record = self._form.record
        if record is not None and value is not None:
            self._desk.requirements.revise(self.changed(record, **owner_fields(value)))

    def offer(self) -> None:
        tr, say = self._tr, self._tr.say
        skills, owners = skill_options(self._desk, tr), owner_options(self._desk, tr)
        fill_box(
            self.new_owner,
            say("Who needs it?"),
            [(":".join(owner), text) for owner, text in owners],
        )
        fill_box(self.new_skill, say("Which skill?"), skills)
        offer_choices(self.mission, say("All missions"), mission_options(self._desk, tr))
        self.owner_field.set_options(owners)
        self.skill_field.set_options(skills)

    # -- verbs ---------------------------------------------------------------------------
    def add_record(self, mission: str, wording: Wording) -> str:
        raise Refused("")  # `add` does it

    def remove_record(self, record: SkillRequirement) -> str:
        self._desk.requirements.remove(record.id)
        return self._tr.say("The need was removed.")

    def plan_sourcing(self) -> None:
        """Plan an action that closes the gap of the chosen need, and go there."""
        record = self.form.record
        if record is None:
            return

        def do() -> None:
            drawn = self._desk.sourcing.for_requirement(record.id)
            made = self._desk.sourcing.add(drawn)
            self._navigate(PageName.SKILLS, f"{made.id}#kind")

        self._try(do)
