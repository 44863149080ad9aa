# SPDX-License-Identifier: Apache-2.0
"""The stage board on the screen: cards or their table, and panels that ask what a move needs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from missiondesk.domain.gate import Gate, GateResult
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.stage_board import BoardCard
from missiondesk.ui.closing_panel import ClosingPanel
from missiondesk.ui.gate_panel import GatePanel
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.portfolio.board_content import BoardWords, board_columns
from missiondesk.ui.portfolio.board_filter import BoardFilter
from missiondesk.ui.widgets.card_board import CardBoard
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import ReadTable

_STAGES = {one.value: one for one in Stage}


class BoardTab(QWidget):
    """Filters, board or table, and what is chosen; panels take the place of the board."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self._all: tuple[BoardCard, ...] = ()
        self._words = BoardWords(tr)
        self.filter = BoardFilter(tr)
        self.filter.changed.connect(self._show)
        self.board = self._make_board()
        self.table = self._make_table()
        self._nothing = EmptyState(
            tr.say("The board shows initiatives from idea to closed. Add the first one."),
            tr.say("Go to the initiatives"),
            lambda: navigate(PageName.INITIATIVES, None),
        )
        self.stack = QStackedWidget()
        for widget in (self.board, self.table, self._nothing):
            self.stack.addWidget(widget)
        self.gate = GatePanel(desk, tr, navigate, self._gate_recorded, self._asked)
        self.closing = ClosingPanel(desk, tr, self._closed, self._asked)
        self._asking = ScrollPage(margins=(0, 0, 8, 8))
        for panel in (self.gate, self.closing):
            self._asking.body.addWidget(panel)
        self._asking.body.addStretch(1)
        self.stack.addWidget(self._asking)
        self._lay_out()

    # -- building ------------------------------------------------------------------------
    def _make_board(self) -> CardBoard:
        board = CardBoard()
        board.setObjectName("stageBoard")
        board.opened.connect(self._open)
        board.chosen.connect(lambda _key: self._tell())
        board.moved.connect(lambda key, column: self.move_to(key, _STAGES[column]))
        board.asked.connect(lambda _key: self.offer_moves())
        return board

    def _make_table(self) -> ReadTable[BoardCard]:
        tr = self._tr
        table: ReadTable[BoardCard] = ReadTable(
            board_columns(tr),
            lambda it: it.initiative.id,
            name="stageTable",
            title=tr.say("The board as a table"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                tr.say("No initiative fits the filter."),
                tr.say("Show all initiatives"),
                self.filter.clear,
            ),
        )
        table.opened.connect(self._open)
        table.chosen.connect(lambda _key: self._tell())
        return table

    def _lay_out(self) -> None:
        say = self._tr.say
        self.as_table = push_button(say("As table"), "boardAsTable", self._swap)
        self.as_table.setCheckable(True)
        self.told = text_label("", "detail")
        self.told.setObjectName("boardChosen")
        self.open_button = push_button(
            say("Open initiative"), "openFromBoard", self._open_chosen, "link"
        )
        self.move_button = push_button(say("Move to…"), "moveOnBoard", self.offer_moves, "primary")
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("boardRefusal")
        self.refusal.hide()
        self._tools = row(self.filter, self.as_table)
        self._foot = row(self.told, None, self.open_button, self.move_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self._tools, self.refusal):
            layout.addWidget(part)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self._foot)
        for keys, verb in (("Ctrl+Shift+T", self.as_table.click), ("Ctrl+M", self.offer_moves)):
            QShortcut(QKeySequence(keys), self).activated.connect(verb)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.filter.text.setFocus)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all initiatives again; filters, place and choice stay."""
        self._all = self._desk.stage_board.cards()
        self.filter.offer(self._desk, self._all)
        self.board.set_movable(not self._desk.read_only)
        self._show()

    def headline(self) -> tuple[str, str]:
        """How many are red, and what is overdue."""
        return self._desk.stage_board.headline(self._all, self._tr)

    def choose(self, key: str, field: str) -> bool:
        """Choose an initiative on the board; a field of it is mended on its own page."""
        if field or self._desk.initiatives.get(key) is None:
            return False
        self.filter.clear()
        self.table.select(key)
        return self.board.choose(key)

    def paper(self) -> PrintJob | None:
        """The portfolio review, of the mission filtered by where there is one."""
        mission = self.filter.mission.currentData() or ""
        known = mission if any(one.id == mission for one in self._desk.missions.all()) else ""
        return self._desk.printing.prepare("portfolio-review", self._tr.lang, subject=known)

    def _show(self) -> None:
        shown = self.filter.passed(self._all)
        self.board.show_content(self._words.content(shown), self._words.counts(shown))
        if self.as_table.isChecked():
            self.table.show_rows(shown)
        self._describe(len(shown))
        self._bring()
        self._tell()

    def _describe(self, count: int) -> None:
        tr = self._tr
        self.board.setAccessibleName(tr.say("Stage board"))
        many = tr.plural("{count} initiative", "{count} initiatives", count)
        self.board.setAccessibleDescription(
            tr.say(
                "{many} in five stages. Arrow keys walk, Enter opens, Ctrl+Alt and an arrow moves "
                "to another stage; the same stands in the table.",
                many=many,
            )
        )

    def _bring(self) -> None:
        asking = not (self.gate.isHidden() and self.closing.isHidden())
        table = self.as_table.isChecked()
        front: QWidget = self.table if table else self.board
        if asking:
            front = self._asking
        elif not self._all:
            front = self._nothing
        self.stack.setCurrentWidget(front)
        for widget in (self._tools, self._foot):
            widget.setVisible(bool(self._all) and not asking)

    def _tell(self) -> None:
        """Say what is chosen, so that nothing stands on a cut card alone."""
        found = self._chosen()
        tr = self._tr
        card = self.board.card(found.id) if found is not None else None
        said = card.said().replace(". ", " · ") if card is not None else ""
        self.told.setText(
            said or tr.say("Arrow keys walk, Enter opens, Ctrl+Alt and an arrow moves.")
        )
        self.open_button.setVisible(found is not None)
        live = found is not None and found.stage is not Stage.CLOSED
        self.move_button.setVisible(live and not self._desk.read_only)

    def _swap(self) -> None:
        table, tr = self.as_table.isChecked(), self._tr
        text = tr.say("As board") if table else tr.say("As table")
        self.as_table.setText(text)
        self.as_table.setAccessibleName(text)
        kept = self.board.selected() if table else self.table.selected()
        self._show()
        front: CardBoard | ReadTable[BoardCard] = self.table if table else self.board
        if kept:
            (self.table.select if table else self.board.choose)(kept)
        front.setFocus()

    def _chosen(self) -> Initiative | None:
        key = self.table.selected() if self.as_table.isChecked() else self.board.selected()
        return self._desk.initiatives.get(key) if key else None

    def _open_chosen(self) -> None:
        found = self._chosen()
        if found is not None:
            self._open(found.id)

    def _open(self, key: str) -> None:
        self._navigate(PageName.INITIATIVES, key)

    # -- moving --------------------------------------------------------------------------
    def offer_moves(self) -> None:
        """Offer the stages to which the chosen initiative may move."""
        found = self._chosen()
        if found is None or self._desk.read_only:
            return
        menu = QMenu(self)
        menu.setObjectName("boardMoves")
        for stage in Stage:
            if may_follow(found.stage, stage):
                action = menu.addAction(mark(stage, self._tr).text)
                action.triggered.connect(self._mover(found.id, stage))
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.move_button.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def _mover(self, key: str, stage: Stage) -> Callable[[], None]:
        return lambda: self.move_to(key, stage)

    def move_to(self, key: str, stage: Stage) -> None:
        """Move an initiative to a stage: ask for the gate's outcome or for what closing leaves
        behind where that is needed, else move it at once.
        """
        found = self._desk.initiatives.get(key)
        self.refusal.hide()
        if found is None or found.stage is stage:
            return
        if stage is Stage.CLOSED:
            self.closing.ask(found)
            self._bring()
            return
        waiting = self._desk.stage_board.awaiting(found)
        if waiting is not None and waiting.to_stage is stage:
            self._try(lambda: self._desk.gates.meet_conditions(waiting.id), found)
        elif self._desk.stage_board.asks_for_gate(found, stage):
            self.gate.ask(found, stage)
            self._bring()
        else:
            self._try(lambda: self._desk.initiatives.move(key, stage), found)

    def _try(self, verb: Callable[[], object], found: Initiative) -> None:
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(f"{found.code}: {self._tr.tell(refused.message)}")
            self.refusal.show()
            return
        self._say_moved(found.id)

    def _say_moved(self, key: str) -> None:
        now, tr = self._desk.initiatives.get(key), self._tr
        if now is not None:
            said = tr.say("{code} is now in the stage {stage}.", code=now.code, stage=now.stage)
            self._hub.say(said, undoable=True)

    def _gate_recorded(self, gate: Gate) -> None:
        if gate.result is GateResult.STOP:
            found = self._desk.initiatives.get(gate.initiative)
            if found is not None:
                self.closing.ask(found)
        else:
            self._say_moved(gate.initiative)

    def _closed(self, initiative: Initiative) -> None:
        said = self._tr.say("{code} is closed and stands on the stop list.", code=initiative.code)
        self._hub.say(said, undoable=True)

    def _asked(self) -> None:
        self._bring()
        front = self.stack.currentWidget()
        if front is not None and front is not self._asking:
            front.setFocus()
