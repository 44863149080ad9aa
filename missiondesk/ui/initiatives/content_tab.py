# SPDX-License-Identifier: Apache-2.0
"""What an initiative is: its words at the left, its facts, times and frame at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.domain.finding import Finding
from missiondesk.domain.initiative import Facet, Initiative, Instrument
from missiondesk.domain.mission import Publication
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    MultiChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide

_ASIDE = 372


class ContentTab(ScrollPage):
    """Two forms over one initiative."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(0, 8, 16, 16))
        self._desk, self._tr = desk, tr
        revise = desk.initiatives.revise
        self.words: RecordForm[Initiative] = RecordForm(revise, name="initiativeWords")
        self.facts: RecordForm[Initiative] = RecordForm(revise, name="initiativeFacts")
        self._make_words()
        self._make_facts()
        self.body.addWidget(SideBySide(self.words, self.facts, least=380, width=_ASIDE))

    # -- building ------------------------------------------------------------------------
    def _make_words(self) -> None:
        form, tr, say = self.words, self._tr, self._tr.say
        form.add(WordingField("title", say("Title"), tr, form.writer("title"), above=True))
        for name, label, hint in (
            ("description", say("Description"), ""),
            ("hypothesis", say("Hypothesis"), say("What we believe will happen, and why.")),
            ("riskiest_assumption", say("Riskiest assumption"), ""),
            ("target_group", say("Target group"), ""),
            ("kill_criteria", say("Kill criteria"), say("What would make us stop.")),
            ("scale_criteria", say("Scale criteria"), say("What would make us scale.")),
        ):
            form.add(
                WordingField(
                    name, label, tr, form.writer(name), paragraph=True, hint=hint, above=True
                )
            )
        form.add(ParagraphField("note", say("Note"), tr, form.writer("note"), above=True))

    def _make_facts(self) -> None:
        form, tr, say = self.facts, self._tr, self._tr.say
        form.add(TextField("code", say("Code"), tr, form.writer("code"), short=True, above=True))
        self.mission = form.add(
            ChoiceField(
                "mission", say("Mission"), tr, form.writer("mission"), none=say("no mission"),
                above=True,
            )
        )  # fmt: skip
        self.also_missions = form.add(
            MultiChoiceField(
                "also_missions", say("Also contributes to"), tr, form.writer("also_missions"),
                columns=4, above=True,
            )
        )  # fmt: skip
        self.office = form.add(
            ChoiceField(
                "office", say("Responsible"), tr, form.writer("office"), none=say("no one yet"),
                above=True,
            )
        )  # fmt: skip
        for name, label in (
            ("delivery_body", say("Delivered by")),
            ("geography", say("Geography")),
        ):
            form.add(TextField(name, label, tr, form.writer(name), above=True))
        self._make_times()
        self._make_contribution()
        choices = (
            ("instrument", say("Instrument"), worded_options(Instrument, tr), say("not chosen")),
            ("facet", say("Kind of innovation"), worded_options(Facet, tr), say("not chosen")),
            ("publication", say("Publication"), worded_options(Publication, tr), None),
        )
        for name, label, options, none in choices:
            write = form.writer(name)
            form.add(ChoiceField(name, label, tr, write, options=options, none=none, above=True))
        self.frame = FrameSheet(tr, form.writer("frame"))
        form.body.addWidget(self.frame)

    def _make_times(self) -> None:
        form, say = self.facts, self._tr.say
        form.add_row(self._period("start", say("Begins")), self._period("end", say("Ends")))
        form.add_row(
            self._period("gate_due", say("Next decision")),
            self._period("stage_since", say("In this stage since")),
        )

    def _make_contribution(self) -> None:
        form, tr, say = self.facts, self._tr, self._tr.say
        self.contribution = NumberField(
            "contribution", say("Contribution"), tr, form.writer("contribution"), above=True
        )
        form.add_row(self.contribution, self._period("contribution_period", say("Contribution by")))
        ends = (("contribution_low", say("At least")), ("contribution_high", say("At most")))
        form.add_row(
            *(
                NumberField(name, label, tr, form.writer(name), above=True,
                            counted_in=self.contribution.unit.text)
                for name, label in ends
            )
        )  # fmt: skip

    def _period(self, name: str, label: str) -> PeriodField:
        write = self.facts.writer(name)
        return PeriodField(name, label, self._tr, write, today=self._desk.this_day, above=True)

    # -- showing -------------------------------------------------------------------------
    def show_initiative(self, found: Initiative, unit: str) -> None:
        """Show an initiative.

        Args:
            unit: Unit of its contribution.
        """
        desk, tr = self._desk, self._tr
        self.mission.set_options(mission_options(desk, tr))
        others = [(one.id, one.code) for one in desk.missions.all() if one.id != found.mission]
        self.also_missions.set_options(others)
        self.also_missions.setVisible(bool(others))
        self.office.set_options(office_options(desk, tr, (found.office,)))
        for form in (self.words, self.facts):
            form.show_record(found)
            form.set_read_only(desk.read_only)
        self.contribution.unit.setText(unit)
        self.frame.show_frame(found.frame, found.id)
        self.frame.setEnabled(not desk.read_only)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show findings beside their fields, and those of no field above the words."""
        beside = [one for one in findings if self.facts.field(one.field) is not None]
        self.facts.show_findings(told(beside, self._tr))
        self.words.show_findings(told((one for one in findings if one not in beside), self._tr))

    def focus_field(self, name: str) -> bool:
        """Go to a field; False when it is not here."""
        if name == "frame":
            self.frame.sheet.focus_editor()
            return True
        return self.words.focus_field(name) or self.facts.focus_field(name)
