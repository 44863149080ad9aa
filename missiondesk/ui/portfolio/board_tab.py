# SPDX-License-Identifier: Apache-2.0
"""The stage board on the screen: cards or their table, and panels that ask what a move needs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from missiondesk.domain.initiative import Stage
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.stage_board import BoardCard
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.portfolio.board_content import BoardWords, board_columns
from missiondesk.ui.portfolio.board_filter import BoardFilter
from missiondesk.ui.portfolio.board_foot import BoardFoot
from missiondesk.ui.stage_moves import StageMoves
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.card_board import CardBoard
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.table import ReadTable

_STAGES = {one.value: one for one in Stage}

_LEAST = 220  # px at 100 %, the least height in which cards can be read


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
        self.stack.setMinimumHeight(scaled(_LEAST))
        for widget in (self.board, self.table, self._nothing):
            self.stack.addWidget(widget)
        self.moves = StageMoves(desk, hub, tr, navigate)
        self.moves.asking.connect(lambda _asks: self._asked())
        self.moves.refused.connect(self._refuse)
        self.stack.addWidget(self.moves)
        self._lay_out()

    # -- building ------------------------------------------------------------------------
    def _make_board(self) -> CardBoard:
        board = CardBoard()
        board.setObjectName("stageBoard")
        board.opened.connect(self._open)
        board.chosen.connect(lambda _key: self._tell())
        board.moved.connect(lambda key, column: self.move_to(key, _STAGES[column]))
        board.asked.connect(lambda _key: self.foot.offer())
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
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("boardRefusal")
        self.refusal.hide()
        self.as_table.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignTop)
        self.foot = BoardFoot(self._tr, self._open, self.move_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self._tools, self.refusal):
            layout.addWidget(part)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.foot)
        for keys, verb in (("Ctrl+Shift+T", self.as_table.click), ("Ctrl+M", self.foot.offer)):
            QShortcut(QKeySequence(keys), self).activated.connect(verb)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all initiatives again; filters, place and choice stay."""
        for _part in self.read_in_parts():
            pass

    def read_in_parts(self) -> Iterator[None]:
        """As `refresh`, with a pause for the events of the screen."""
        self._all = self._desk.stage_board.cards()
        yield
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
        self.board.show_content(self._words.content(shown))
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
        asking, table = self.moves.asks, self.as_table.isChecked()
        front: QWidget = self.table if table else self.board
        if asking:
            front = self.moves
        elif not self._all:
            front = self._nothing
        self.stack.setCurrentWidget(front)
        for widget in (self._tools, self.foot):
            widget.setVisible(bool(self._all) and not asking)

    def _tell(self) -> None:
        key = self.table.selected() if self.as_table.isChecked() else self.board.selected()
        card = self.board.card(key)
        found = self._desk.initiatives.get(key) if key else None
        said = card.said(" · ") if card is not None else ""
        self.foot.show_chosen(found, said, not self._desk.read_only)

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

    def _open(self, key: str) -> None:
        self._navigate(PageName.INITIATIVES, key)

    # -- moving --------------------------------------------------------------------------
    def move_to(self, key: str, stage: Stage) -> None:
        """Move an initiative to a stage, or ask for what that needs."""
        self.refusal.hide()
        self.moves.move_to(key, stage)

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()

    def _asked(self) -> None:
        self._bring()
        front = self.stack.currentWidget()
        if front is not None and front is not self.moves:
            front.setFocus()
