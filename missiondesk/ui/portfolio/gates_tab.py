# SPDX-License-Identifier: Apache-2.0
"""The calendar of gates on the screen: the list, and beside it one gate with its criteria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from missiondesk.domain.gate import Criterion
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.gate_calendar import GateRow
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.portfolio.gate_columns import gate_columns
from missiondesk.ui.portfolio.gate_detail import GateDetail
from missiondesk.ui.portfolio.gate_filter import GateFilter
from missiondesk.ui.stage_moves import StageMoves
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.table import ReadTable


class GatesTab(QWidget):
    """Filter, table and one gate; the panels that ask take their place."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr = desk, tr
        self._rows: Sequence[GateRow] = ()
        self.filter = GateFilter(tr)
        self.filter.changed.connect(self._show)
        self.moves = StageMoves(desk, hub, tr, navigate)
        self.detail = GateDetail(desk, hub, tr, navigate, self.moves, self._choose)
        self.moves.asking.connect(self._asked)
        self.moves.refused.connect(self.detail.refuse)
        self.table = self._make_table()
        self._lay_out()

    # -- building ------------------------------------------------------------------------
    def _make_table(self) -> ReadTable[GateRow]:
        tr = self._tr
        self._empty = EmptyState("", tr.say("Show all gates"), self.filter.clear)
        table: ReadTable[GateRow] = ReadTable(
            gate_columns(tr),
            lambda it: it.key,
            name="gatesTable",
            title=tr.say("Gates by date"),
            sort_text=tr.sort_key,
            empty=self._empty,
        )
        table.chosen.connect(self._show_chosen)
        table.opened.connect(lambda _key: self.detail.form.focus_first())
        return table

    def _lay_out(self) -> None:
        self._list = QWidget()
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(self.filter)
        beside = SideBySide(self.table, self.detail, least=520, width=440, top=False, gap=24)
        inner.addWidget(beside, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list)
        self.stack.addWidget(self.moves)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the calendar again; filters and choice stay."""
        for _part in self.read_in_parts():
            pass

    def read_in_parts(self) -> Iterator[None]:
        """As `refresh`, with a pause for the events of the screen."""
        self._rows = self._desk.gate_calendar.rows()
        yield
        self.filter.offer(self._desk)
        self._show()

    def headline(self) -> tuple[str, str]:
        """What is overdue, what is next, how many were passed."""
        return self._desk.gate_calendar.headline(self._rows, self._tr)

    def choose(self, key: str, field: str) -> bool:
        """Choose a gate, the gate of a criterion, or the next decision of an initiative."""
        criterion = self._desk.criteria.get(key)
        wanted = self._place_of(criterion) if criterion is not None else key
        if not any(it.key == wanted for it in self._rows):
            return False
        self.filter.clear()
        self._choose(wanted)
        if criterion is not None:
            self.detail.criteria.choose(key, field)
        elif field:
            self.detail.form.focus_field("body" if field == "responsibilities" else field)
        return True

    def _place_of(self, criterion: Criterion) -> str:
        """The row in which a criterion is shown."""
        if criterion.gate:
            return criterion.gate
        found = [it for it in self._rows if it.initiative.id == criterion.initiative]
        return found[0].key if found else ""

    def paper(self) -> PrintJob | None:
        """The gate memo of the chosen initiative."""
        found = self._row(self.table.selected())
        if found is None:
            return None
        subject = found.initiative.id
        return self._desk.printing.prepare("gate-memos", self._tr.lang, subject=subject)

    def _show(self) -> None:
        shown = self.filter.passed(self._rows)
        say = self._tr.say
        sentence = say("No gate fits the filter.")
        if not self._rows:
            sentence = say("A gate is where it is decided whether an initiative goes on. Open an "
                           "initiative and set the date of its next decision.")  # fmt: skip
        self._empty.sentence.setText(sentence)
        self._empty.button.setVisible(bool(self._rows))
        self.detail.setVisible(bool(shown))
        self.table.show_rows(shown)
        if not self.table.selected() and shown:
            self.table.select(shown[0].key)
        self._show_chosen(self.table.selected())

    def _row(self, key: str) -> GateRow | None:
        return next((it for it in self._rows if it.key == key), None)

    def _choose(self, key: str) -> None:
        self.table.select(key)

    def _show_chosen(self, key: str) -> None:
        self.detail.show_row(self._row(key))

    def _asked(self, asks: bool) -> None:
        self.stack.setCurrentWidget(self.moves if asks else self._list)
        if not asks:
            self.table.setFocus()
