# SPDX-License-Identifier: Apache-2.0
"""The list of chapters and goals with the verbs that change it, and the form of what is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from missiondesk.domain.platform import PlatformGoal
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.platform.forms import PlatformForms
from missiondesk.ui.platform.rows import WHOLE, PlatformRow, platform_columns, platform_rows
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import column, push_button, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import ReadTable


class PlatformOutline(QWidget):
    """Adds, moves and removes chapters and goals; every verb is undone as one."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr = desk, hub, tr
        self._rows: tuple[PlatformRow, ...] = ()
        self.table: ReadTable[PlatformRow] = ReadTable(
            platform_columns(tr),
            lambda it: it.key,
            name="platformTable",
            title=tr.say("Chapters and goals"),
            sort_text=tr.sort_key,
        )
        self.table.setSortingEnabled(False)
        self.table.chosen.connect(self._show_chosen)
        self.forms = PlatformForms(desk, tr)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("platformRefusal")
        self.refusal.hide()
        side = ScrollPage(margins=(0, 4, 12, 12))
        side.body.addWidget(self.forms)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self._add_line())
        layout.addWidget(self.refusal)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setObjectName("platformParts")
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        for part in (column(self.table, self._verbs()), side):
            parts.addWidget(part)
        # A platform is longer than any of its forms.
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([scaled(420), scaled(280)])
        layout.addWidget(parts, 1)
        self._keys()

    # -- building ------------------------------------------------------------------------
    def _add_line(self) -> QWidget:
        say = self._tr.say
        self.line = QLineEdit()
        self.line.setObjectName("platformNew")
        self.line.setAccessibleName(say("Title of a chapter, or text of a goal"))
        self.line.setPlaceholderText(say("Title of a chapter, or text of a goal"))
        self.line.setMinimumWidth(scaled(240))
        self.line.returnPressed.connect(self.add_goal)
        self.chapter_button = push_button(
            say("Add chapter"), "addChapter", self.add_chapter, "", "plus"
        )
        self.goal_button = push_button(say("Add goal"), "addGoal", self.add_goal, "", "plus")
        made = FlowRow()
        for part in (self.line, self.goal_button, self.chapter_button):
            made.add(part)
        return made

    def _verbs(self) -> QWidget:
        say = self._tr.say
        self.up = push_button(say("Move up"), "platformUp", lambda: self.move_by(-1), "plain")
        self.down = push_button(say("Move down"), "platformDown", lambda: self.move_by(1), "plain")
        self.remove_button = push_button(
            say("Remove"), "platformRemove", self.remove, "plain", "trash-2"
        )
        made = FlowRow()
        for part in (self.up, self.down, self.remove_button):
            made.add(part)
        return made

    def _keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Del", self.remove),
            ("Ctrl+Alt+Up", lambda: self.move_by(-1)),
            ("Ctrl+Alt+Down", lambda: self.move_by(1)),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    # -- showing -------------------------------------------------------------------------
    @property
    def row(self) -> PlatformRow | None:
        """The row that is chosen."""
        chosen = self.table.selected()
        return next((one for one in self._rows if one.key == chosen), None)

    def refresh(self) -> None:
        """Read the platform again; the choice stays where it can."""
        self._rows = platform_rows(self._desk, self._tr)
        self.table.show_rows(self._rows)
        if self.row is None:
            self.table.select(WHOLE)
        self._show_chosen(self.table.selected())

    def _show_chosen(self, _key: str) -> None:
        row, writes = self.row, not self._desk.read_only
        if row is None:
            return
        self.forms.show_row(row)
        moves = writes and row.chapter is not None
        for button in (self.up, self.down, self.remove_button):
            button.setEnabled(moves)
        self.line.setEnabled(writes)
        self.chapter_button.setEnabled(writes)
        self.goal_button.setEnabled(writes and bool(self._desk.platform.chapters))

    def choose(self, key: str, field: str = "") -> bool:
        """Choose a chapter or goal, and with ``field`` go to it."""
        found = self.table.select(key)
        if found and field:
            self.forms.focus_field(field)
        return found

    # -- verbs ---------------------------------------------------------------------------
    def add_chapter(self) -> None:
        """Add a chapter with what stands in the line, and choose it."""
        wording = self._typed()
        if wording is not None:
            self._try(lambda: self._added(self._desk.platform.add_chapter(wording).id))

    def add_goal(self) -> None:
        """Add a goal to the chosen chapter, or to the last one, and choose it."""
        chapters = self._desk.platform.chapters
        if not chapters:
            self.add_chapter()
            return
        wording, row = self._typed(), self.row
        if wording is None:
            return
        chapter = row.chapter if row is not None and row.chapter is not None else chapters[-1]
        goal = PlatformGoal("", chapter=chapter.id, text=wording)
        self._try(lambda: self._added(self._desk.platform.add_goal(goal).id))

    def _typed(self) -> Wording | None:
        text = " ".join(self.line.text().split())
        if not text:
            self.line.setFocus()
            return None
        return Wording(en=text) if self._tr.lang == "en" else Wording(text)

    def _added(self, key: str) -> None:
        self.line.clear()
        self.choose(key)

    def move_by(self, places: int) -> None:
        """Move the chosen chapter or goal."""
        row, platform = self.row, self._desk.platform
        if row is None or row.chapter is None or self._desk.read_only:
            return
        move = platform.move_chapter if row.goal is None else platform.move_goal
        self._try(lambda: move(row.key, places))

    def remove(self) -> None:
        """Remove the chosen chapter or goal; undo brings it back."""
        row, say = self.row, self._tr.say
        if row is None or row.chapter is None or self._desk.read_only:
            return

        def do() -> None:
            if row.goal is None:
                self._desk.platform.remove_chapter(row.key)
                self._hub.say(say("The chapter and its goals are removed."), undoable=True)
            else:
                self._desk.platform.remove_goal(row.key)
                self._hub.say(say("The goal is removed."), undoable=True)

        self._try(do)

    def _try(self, verb: Callable[[], object]) -> None:
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
