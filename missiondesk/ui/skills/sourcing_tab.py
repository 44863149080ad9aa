# SPDX-License-Identifier: Apache-2.0
"""The sourcing plan: by what means each gap is closed, by whom, when and at what cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.domain.actor import Actor
from missiondesk.domain.entities import Entity
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import (
    Expert,
    Skill,
    SkillRequirement,
    SourcingAction,
    SourcingKind,
    SourcingState,
)
from missiondesk.domain.wording import Wording
from missiondesk.services.skills_overview import plain
from missiondesk.services.skills_rows import owner_name
from missiondesk.ui.skills.options import level_options, skill_options
from missiondesk.ui.skills.records import SkillsRecords, fill_box, select_box
from missiondesk.ui.skills.sourcing_columns import sourcing_columns
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

_OERE = 100  # øre a krone


class SourcingTab(SkillsRecords[SourcingAction]):
    """Sourcing actions, the earliest first."""

    name = "sourcing"
    several = SourcingAction
    form_width = 344

    def kind(self) -> type[Entity]:
        return SourcingAction

    def title(self) -> str:
        return self._tr.say("Sourcing plan")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Provider of the new action"),
            say("Add sourcing action"),
            say("Nothing is being done about the gaps yet. Begin from a need that is not covered."),
            say("Remove sourcing action"),
        )

    def add_parts(self) -> Sequence[QWidget]:
        self.new_skill = select_box("sourcingNewSkill", self._tr.say("Skill that is sourced"))
        return self.new_skill, *super().add_parts()

    def add_record(self, mission: str, wording: Wording) -> str:
        skill = self.new_skill.currentData()
        if skill is None:
            self.new_skill.setFocus()
            raise Refused(N_("Choose first which skill is sourced."))
        provider = wording.in_language(self._tr.lang)
        return self._desk.sourcing.add(SourcingAction("", skill=skill, provider=provider)).id

    def remove_record(self, record: SourcingAction) -> str:
        self._desk.sourcing.remove(record.id)
        return self._tr.say("The sourcing action was removed.")

    # -- list ----------------------------------------------------------------------------
    def read(self) -> Sequence[SourcingAction]:
        self._needs = {one.id: one for one in self._desk.equipment.needs()}
        return sorted(
            self._desk.sourcing.all(),
            key=lambda it: (
                it.state is SourcingState.DROPPED,
                it.start is None,
                it.start.first.toordinal() if it.start else 0,
            ),
        )

    def _label(self, it: SourcingAction) -> str:
        skill = self._desk.situation.get(Skill, it.skill)
        return skill.label.in_language(self._tr.lang) if skill else "?"

    def _served(self, it: SourcingAction) -> str:
        need = self._needs.get(it.requirement or "")
        return owner_name(need, self._tr) if need else self._tr.say("the skill at large")

    def said(self, record: SourcingAction) -> str:
        return f"{self._label(record)} {record.provider} {self._served(record)}"

    def columns(self) -> list[Column[SourcingAction]]:
        return sourcing_columns(self._tr, self._label, self._served, self.worst)

    # -- filter --------------------------------------------------------------------------
    def boxes(self) -> list[ChoiceBox]:
        tr, say = self._tr, self._tr.say
        self.state = self.box(
            "sourcingState",
            say("Filter actions by state"),
            [(None, say("Any state")), *((one.value, tr.show(one)) for one in SourcingState)],
        )
        self.means = self.box(
            "sourcingMeans",
            say("Filter actions by means"),
            [(None, say("Any means")), *((one.value, tr.show(one)) for one in SourcingKind)],
        )
        return [self.state, self.means]

    def fits(self, record: SourcingAction) -> bool:
        state, means = self.state.currentData(), self.means.currentData()
        return state in (None, record.state.value) and means in (None, record.kind.value)

    def offer(self) -> None:
        tr, now = self._tr, self._desk.situation
        skills = skill_options(self._desk, tr)
        fill_box(self.new_skill, tr.say("Which skill?"), skills)
        self.skill_field.set_options(skills)
        self.expert_field.set_options([(one.id, one.name) for one in now.all(Expert)])
        self.actor_field.set_options([(one.id, one.name) for one in now.all(Actor)])

    def prepare(self, record: SourcingAction) -> None:
        now, tr = self._desk.situation, self._tr
        wanted = now.referring(SkillRequirement, "skill", record.skill)
        self.requirement_field.set_options(
            [
                (one.id, " · ".join(filter(None, (owner_name(need, tr), one.role))))
                for one in wanted
                if (need := self._needs.get(one.id)) is not None
            ]
        )

    # -- form ----------------------------------------------------------------------------
    def make_form(self) -> RecordForm[SourcingAction]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[SourcingAction] = RecordForm(
            self._desk.sourcing.revise, name="sourcingForm"
        )
        self._form = form
        self.skill_field = form.add(ChoiceField("skill", say("Skill"), tr, self._moved, above=True))
        self.requirement_field = form.add(
            ChoiceField(
                "requirement",
                say("For the need of"),
                tr,
                form.writer("requirement"),
                none=say("the skill at large"),
                above=True,
            )
        )
        for name, label, kind in (
            ("kind", say("How"), SourcingKind),
            ("state", say("State"), SourcingState),
        ):
            options = worded_options(kind, tr)
            form.add(ChoiceField(name, label, tr, form.writer(name), options=options, above=True))
        form.add(TextField("provider", say("Provider"), tr, form.writer("provider"), above=True))
        self._amounts(form)
        form.add(
            ParagraphField(
                "transfer",
                say("How the knowledge stays in the house"),
                tr,
                form.writer("transfer"),
                above=True,
            )
        )
        self.expert_field = form.add(
            ChoiceField(
                "expert", say("Expert"), tr, form.writer("expert"), none=say("nobody named"),
                above=True,
            )
        )  # fmt: skip
        self.actor_field = form.add(
            ChoiceField(
                "actor", say("Paid or lent by"), tr, form.writer("actor"), none=say("no actor"),
                above=True,
            )
        )  # fmt: skip
        form.add(ParagraphField("note", say("Note"), tr, form.writer("note"), above=True))
        return form

    def _amounts(self, form: RecordForm[SourcingAction]) -> None:
        tr, say = self._tr, self._tr.say
        form.add(
            ChoiceField(
                "level", say("Level"), tr, form.writer("level"), options=level_options(tr),
                above=True,
            )
        )  # fmt: skip
        form.add_row(
            NumberField(
                "fte", say("Work years"), tr, self.required(form.writer("fte"), "fte"), above=True
            ),
            NumberField(
                "headcount", say("People"), tr, form.writer("headcount"), whole=True, above=True
            ),
        )
        form.add(
            NumberField("cost", say("Cost in all"), tr, self._priced, unit=say("DKK"), above=True),
            lambda it: None if it.cost is None else plain_kroner(it.cost),
        )
        form.add_row(
            *(
                PeriodField(
                    name, label, tr, form.writer(name), today=self._desk.this_day, above=True
                )
                for name, label in (("start", say("From")), ("end", say("Until")))
            )
        )

    def _priced(self, value: Any) -> None:
        if value is not None and value != round(value, 2):
            raise Refused(N_("A cost has at most two digits after the point."), field="cost")
        self._form.writer("cost")(None if value is None else int(value * _OERE))

    def _moved(self, value: Any) -> None:
        """Another skill: a need of the former one is no longer served."""
        record = self._form.record
        if record is not None and value is not None:
            self._desk.sourcing.revise(self.changed(record, skill=value, requirement=None))


def plain_kroner(oere: int) -> Any:
    """Kroner of an amount, whole where it is whole."""
    from decimal import Decimal

    return plain(Decimal(oere) / _OERE)
