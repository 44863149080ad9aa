# SPDX-License-Identifier: Apache-2.0
"""One initiative: its head with the stages that may follow, and its fields in two columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.initiative import Initiative, Instrument
from missiondesk.domain.mission import Publication
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.hub import Hub
from missiondesk.ui.initiatives.initiative_head import InitiativeHead
from missiondesk.ui.pages import Navigate
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide

_ASIDE = 372


class InitiativeView(QWidget):
    """Edits one initiative.

    Args:
        back: Leads to the list.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hub = hub
        self._tr = tr
        self._go_back = back
        self._key = ""
        self.words: RecordForm[Initiative] = RecordForm(
            desk.initiatives.revise, name="initiativeWords"
        )
        self.facts: RecordForm[Initiative] = RecordForm(
            desk.initiatives.revise, name="initiativeFacts"
        )
        self.head = InitiativeHead(desk, tr, navigate, back)
        self._make_words()
        self._make_facts()
        self._lay_out()

    # -- building ------------------------------------------------------------------------
    def _make_words(self) -> None:
        form, tr, say = self.words, self._tr, self._tr.say
        form.add(WordingField("title", say("Title"), tr, form.writer("title"), above=True))
        for name, label, hint in (
            ("hypothesis", say("Hypothesis"), say("What we believe will happen, and why.")),
            ("riskiest_assumption", say("Riskiest assumption"), ""),
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
                "mission",
                say("Mission"),
                tr,
                form.writer("mission"),
                none=say("no mission"),
                above=True,
            )
        )
        self.office = form.add(
            ChoiceField(
                "office",
                say("Responsible"),
                tr,
                form.writer("office"),
                none=say("no one yet"),
                above=True,
            )
        )
        form.add(
            TextField(
                "delivery_body", say("Delivered by"), tr, form.writer("delivery_body"), above=True
            )
        )
        self._make_times()
        self._make_contribution()
        choices = (
            ("instrument", say("Instrument"), worded_options(Instrument, tr), say("not chosen")),
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
            *(NumberField(name, label, tr, form.writer(name), above=True) for name, label in ends)
        )

    def _period(self, name: str, label: str) -> PeriodField:
        write = self.facts.writer(name)
        return PeriodField(name, label, self._tr, write, today=self._desk.today, above=True)

    def _lay_out(self) -> None:
        self.remove_button = push_button(
            self._tr.say("Remove initiative"), "removeInitiative", self.remove, "plain", "trash-2"
        )
        page = ScrollPage(margins=(28, 8, 16, 16))
        page.body.addWidget(SideBySide(self.words, self.facts, least=380, width=_ASIDE))
        page.body.addWidget(row(self.remove_button, None))
        page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(page, 1)

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the initiative shown, "" for none."""
        return self._key

    def show_initiative(self, key: str, field: str = "") -> None:
        """Show an initiative, and with ``field`` go to it."""
        self._key = key
        self.refresh()
        if field == "frame":
            self.frame.sheet.view.setFocus()
        elif field:
            _ = self.words.focus_field(field) or self.facts.focus_field(field)

    def refresh(self) -> None:
        """Read the initiative again; one that is gone leads back to the list."""
        if not self._key:
            return
        found = self._desk.initiatives.get(self._key)
        if found is None:
            self._key = ""
            self._go_back()
            return
        tr = self._tr
        self.head.show_initiative(found)
        self.mission.set_options(mission_options(self._desk, tr))
        self.office.set_options(office_options(self._desk, tr, (found.office,)))
        before = self.facts.record
        for form in (self.words, self.facts):
            form.show_record(found)
            form.set_read_only(self._desk.read_only)
        self.contribution.unit.setText(self._unit(found))
        self.frame.show_frame(found.frame, other=before is None or before.id != found.id)
        self.frame.setEnabled(not self._desk.read_only)
        self.remove_button.setEnabled(not self._desk.read_only)
        self._show_findings(found)

    def _show_findings(self, found: Initiative) -> None:
        findings = self._desk.readiness.of(Initiative, found.id)
        beside = [one for one in findings if self.facts.field(one.field) is not None]
        self.facts.show_findings(told(beside, self._tr))
        self.words.show_findings(told((one for one in findings if one not in beside), self._tr))

    def _unit(self, found: Initiative) -> str:
        metric = self._desk.metrics.of_mission(found.mission) if found.mission else None
        unit = metric.unit.in_language(self._tr.lang).strip() if metric else ""
        return self._tr.say("percentage points") if unit == "%" else unit

    # -- verbs ---------------------------------------------------------------------------
    def remove(self) -> None:
        """Remove the initiative; undo brings it back."""
        found = self._desk.initiatives.get(self._key)
        if found is None:
            return
        name = f"{found.code} {found.title.in_language(self._tr.lang)}"

        def do() -> None:
            self._desk.initiatives.remove(found.id)
            said = self._tr.say("The initiative {name} was removed.", name=name)
            self._hub.say(said, undoable=True)

        self.head.attempt(do)
