# SPDX-License-Identifier: Apache-2.0
"""The register of experts: contract, and what they declared on conflicts of interest (K7)."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.entities import Entity
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import holds_on
from missiondesk.domain.skill import ConflictStatement, Expert, Skill
from missiondesk.domain.wording import Wording
from missiondesk.services.expert_register import statement_mark
from missiondesk.ui.choices import mission_options
from missiondesk.ui.skills.options import skill_options
from missiondesk.ui.skills.records import SkillsRecords
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class ExpertsTab(SkillsRecords[Expert]):
    """External experts by name."""

    name = "experts"

    def kind(self) -> type[Entity]:
        return Expert

    def title(self) -> str:
        return self._tr.say("Experts")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Name of a new expert"),
            say("Add expert"),
            say("No outside expert is registered. Keep no more of a person than a contract needs."),
            say("Remove expert"),
        )

    def add_record(self, mission: str, wording: Wording) -> str:
        name = wording.in_language(self._tr.lang)
        return self._desk.experts.add(Expert("", name=name)).id

    def remove_record(self, record: Expert) -> str:
        self._desk.experts.remove(record.id)
        return self._tr.say("{name} was removed from the register.", name=record.name)

    # -- list ----------------------------------------------------------------------------
    def read(self) -> Sequence[Expert]:
        return sorted(self._desk.experts.all(), key=lambda it: self._tr.sort_key(it.name))

    def said(self, record: Expert) -> str:
        return f"{record.name} {record.affiliation} {record.field} {self._works(record)}"

    def _works(self, it: Expert) -> str:
        now, lang = self._desk.situation, self._tr.lang
        mission, skill = now.get(Mission, it.mission), now.get(Skill, it.skill)
        parts = (mission.code if mission else "", skill.label.in_language(lang) if skill else "")
        return " · ".join(part for part in parts if part)

    def columns(self) -> list[Column[Expert]]:
        tr = self._tr
        return [
            Column(
                tr.say("Expert"),
                lambda it: it.name,
                detail=lambda it: it.affiliation,
                stretch=1,
                width=170,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("Field"),
                lambda it: it.field or "–",
                detail=self._works,
                stretch=1,
                width=140,
                wrap=True,
                folds=1,
            ),
            Column(
                tr.say("Contract"),
                self._contract,
                detail=lambda it: (
                    tr.say("until {date}", date=it.contract_to) if it.contract_to else ""
                ),
                sort=lambda it: it.contract_to.last if it.contract_to else None,
                folds=2,
            ),
            Column(
                tr.say("Conflicts of interest"),
                lambda it: statement_mark(it.conflict, tr).text,
                detail=lambda it: tr.period(it.conflict_date) if it.conflict_date else "",
                colour=lambda it: statement_mark(it.conflict, tr).tone,
                sort=lambda it: list(ConflictStatement).index(it.conflict),
                folds=3,
            ),
        ]

    def _contract(self, it: Expert) -> str:
        tr = self._tr
        if it.contract_from is None and it.contract_to is None:
            return tr.say("none dated")
        if holds_on(it.contract_from, it.contract_to, self._desk.today):
            return tr.say("● running")
        over = it.contract_to is not None and it.contract_to.last < self._desk.today
        return tr.say("✗ over") if over else tr.say("○ to come")

    # -- filter --------------------------------------------------------------------------
    def boxes(self) -> list[ChoiceBox]:
        tr, say = self._tr, self._tr.say
        self.conflict = self.box(
            "expertsConflict",
            say("Filter experts by their statement"),
            [
                (None, say("Any statement")),
                *((one.value, tr.show(one)) for one in ConflictStatement),
            ],
        )
        return [self.conflict]

    def fits(self, record: Expert) -> bool:
        return self.conflict.currentData() in (None, record.conflict.value)

    def offer(self) -> None:
        self.skill_field.set_options(skill_options(self._desk, self._tr))
        self.mission_field.set_options(mission_options(self._desk, self._tr))

    # -- form ----------------------------------------------------------------------------
    def make_form(self) -> RecordForm[Expert]:
        tr, say, today = self._tr, self._tr.say, self._desk.this_day
        form: RecordForm[Expert] = RecordForm(self._desk.experts.revise, name="expertForm")
        for name, label in (
            ("name", say("Name")),
            ("affiliation", say("Affiliation")),
            ("field", say("Field")),
        ):
            form.add(TextField(name, label, tr, form.writer(name), above=True))
        self.mission_field = form.add(
            ChoiceField(
                "mission", say("Mission"), tr, form.writer("mission"), none=say("all missions"),
                above=True,
            )
        )  # fmt: skip
        self.skill_field = form.add(
            ChoiceField(
                "skill", say("Skill"), tr, form.writer("skill"), none=say("not chosen"), above=True
            )
        )
        form.add_row(
            *(
                PeriodField(name, label, tr, form.writer(name), today=today, above=True)
                for name, label in (
                    ("contract_from", say("Contract from")),
                    ("contract_to", say("Contract until")),
                )
            )
        )
        form.add(
            ChoiceField(
                "conflict",
                say("Conflicts of interest"),
                tr,
                form.writer("conflict"),
                options=worded_options(ConflictStatement, tr),
                above=True,
            )
        )
        form.add(
            PeriodField(
                "conflict_date",
                say("Statement of"),
                tr,
                form.writer("conflict_date"),
                today=today,
                above=True,
            )
        )
        form.add(
            ParagraphField(
                "conflict_text",
                say("Which interests"),
                tr,
                form.writer("conflict_text"),
                above=True,
            )
        )
        return form
