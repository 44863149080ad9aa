# SPDX-License-Identifier: Apache-2.0
"""Stocktakes of one mission or of all: planned, frozen so that all see the same figures, held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.stocktake import Stocktake, StocktakeState
from missiondesk.domain.wording import Wording
from missiondesk.services.missions import MissionDetail
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import ParagraphField, PeriodField, WordingField
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column
from missiondesk.ui.widgets.typed_values import period_from_text

_SYMBOLS = {StocktakeState.PLANNED: "○", StocktakeState.FROZEN: "●", StocktakeState.HELD: "✓"}
_ALWAYS_OPEN = ("decisions_taken", "note", "held")


class StocktakesTab(RecordsTab[Stocktake]):
    """Stocktakes, the newest first, with the verbs that freeze and hold."""

    name = "stocktakes"

    def title(self) -> str:
        return self._tr.say("Stocktakes")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Date of a new stocktake"),
            say("Plan stocktake"),
            say("No stocktake is planned yet. Plan one every two to three months."),
            say("Remove stocktake"),
        )

    def columns(self) -> list[Column[Stocktake]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: str(it.number), right=True, sort=lambda it: it.number),
            Column(
                tr.say("Held on"),
                lambda it: tr.period(it.held),
                detail=lambda it: tr.say("figures until {date}", date=it.data_cutoff),
                sort=lambda it: it.held.last,
                stretch=1,
            ),
            Column(
                tr.say("State"), lambda it: f"{_SYMBOLS[it.state]}\u00a0{tr.say(it.state.word)}"
            ),
        ]

    # -- the form ------------------------------------------------------------------------
    def make_form(self) -> RecordForm[Stocktake]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Stocktake] = RecordForm(self._desk.stocktakes.revise, name="stocktakeForm")
        self._form = form
        form.body.addWidget(self._verbs())
        for name, label in (("held", say("Held on")), ("data_cutoff", say("Figures until"))):
            form.add(
                PeriodField(
                    name, label, tr, self._dated(name), today=self._desk.this_day, above=True
                )
            )
        texts = (
            ("issues", say("What stands in the way, three lines at most")),
            ("decisions_asked", say("Decisions asked for, a line each")),
            ("decisions_taken", say("Decisions taken, a line each")),
        )
        for name, label in texts:
            form.add(WordingField(name, label, tr, form.writer(name), paragraph=True, above=True))
        form.add(ParagraphField("note", say("Note"), tr, form.writer("note"), least=2, above=True))
        return form

    def _verbs(self) -> QWidget:
        say = self._tr.say
        self.freeze_button = push_button(say("Freeze the figures"), "freezeStocktake", self.freeze)
        self.hold_button = push_button(say("Note that it was held"), "holdStocktake", self.hold)
        self.explained = text_label("", "detail", wrap=True)
        export = push_button(say("Export pack"), "exportStocktake", self.export, "plain")
        paper = push_button(say("Print pack"), "printStocktake", self.print, "plain")
        made = flowing(self.freeze_button, self.hold_button)
        self.output = DocumentOutput(self._desk, self._hub, self._tr)
        for part in (self.explained, self.output, flowing(export, paper)):
            self._form.body.addWidget(part)
        return made

    def _dated(self, name: str) -> Any:
        def write(value: Period | None) -> None:
            if value is None:
                raise Refused(N_("A stocktake needs its dates."), field=name)
            self._form.writer(name)(value)

        return write

    def prepare(self, record: Stocktake) -> None:
        say = self._tr.say
        state = record.state
        self.freeze_button.setVisible(state is StocktakeState.PLANNED)
        self.hold_button.setVisible(state is StocktakeState.FROZEN)
        said = {
            StocktakeState.PLANNED: say(
                "Until the figures are frozen the pack shows what is known now."
            ),
            StocktakeState.FROZEN: say(
                "The pack shows what was known when the figures were frozen."
            ),
            StocktakeState.HELD: say("It was held; what was seen stays on record."),
        }
        self.explained.setText(said[state])
        self.remove_button.setVisible(state is not StocktakeState.HELD)

    def _show_chosen(self, key: str) -> None:
        super()._show_chosen(key)
        record = self.form.record
        if record is None or not record.state.fixed:
            return
        for name in ("data_cutoff", "issues", "decisions_asked"):
            field = self.form.field(name)
            if field is not None:
                field.set_read_only(True)

    def records(self, detail: MissionDetail) -> Sequence[Stocktake]:
        return tuple(reversed(detail.stocktakes))

    # -- paper ---------------------------------------------------------------------------
    def _prepare(self) -> PrintJob:
        record = self.form.record
        assert record is not None  # the buttons stand in its form
        return self._desk.printing.prepare_stocktake(record.id, self._tr.lang)

    def export(self) -> None:
        """Ask for a place and write the pack of the chosen stocktake there."""
        self.output.export(self._prepare)

    def print(self) -> None:
        """Print the pack of the chosen stocktake."""
        self.output.print(self._prepare)

    # -- verbs ---------------------------------------------------------------------------
    def add_record(self, mission: str, wording: Wording) -> str:
        text = wording.in_language(self._tr.lang)
        due = period_from_text(text, self._tr, self._desk.today)
        assert due is not None  # the line adds no empty text
        return self._desk.stocktakes.plan(mission or None, due).id

    def show_all_missions(self) -> None:
        """Show the stocktakes of all missions together."""
        self.show_owned("", (), tuple(reversed(self._desk.stocktakes.of_mission(""))))

    def remove_record(self, record: Stocktake) -> str:
        self._desk.stocktakes.remove(record.id)
        return self._tr.say("Stocktake {number} was removed.", number=record.number)

    def freeze(self) -> None:
        """Freeze the figures of the chosen stocktake."""
        record = self.form.record
        if record is not None:
            self._try(lambda: self._desk.stocktakes.freeze(record.id))
            self._hub.say(self._tr.say("The figures are frozen."), undoable=True)

    def hold(self) -> None:
        """Note that the chosen stocktake was held."""
        record = self.form.record
        if record is not None:
            self._try(lambda: self._desk.stocktakes.hold(record.id))
