# SPDX-License-Identifier: Apache-2.0
"""Ctrl+K: go to any record or do any command by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.search.commands import COMMAND, command_rows
from missiondesk.ui.search.found_rows import go_to_record, record_row
from missiondesk.ui.search.reading import Reading
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.found_list import FoundList, FoundRow

_WIDE, _HIGH, _DOWN = 680, 460, 56  # px at 100 %: width and height at most, place from the top
_COMMANDS, _RECORDS, _RECENT = 6, 40, 7  # rows at most
_ALL = "all"
_JUMP = 8


class Palette(QFrame):
    """A field and a list over the window; it goes when something is opened, or by Esc.

    Args:
        room: The widget over which it lies.
        actions: Gives the commands by name.
        recent: Gives the ids of the records that were looked at, the last first.

    Attributes:
        gone: It was closed, one way or another.
    """

    gone = Signal()

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        room: QWidget,
        actions: Callable[[], Mapping[str, QAction]],
        recent: Callable[[], Sequence[str]],
        navigate: Navigate,
    ) -> None:
        super().__init__(room)
        self.setObjectName("palette")
        self.setProperty("look", "palette")
        self._desk, self._hub, self._say, self._room = desk, hub, tr, room
        self._actions, self._recent, self._navigate = actions, recent, navigate
        self._back: QWidget | None = None
        self._reading = Reading(
            desk, hub, tr.say("Reading"), lambda: self._look(self.text.text()), self
        )
        self.text = QLineEdit()
        self.text.setObjectName("paletteText")
        self.text.setAccessibleName(tr.say("Find a record or a command"))
        self.text.setPlaceholderText(tr.say("Find a record or a command"))
        self.text.textChanged.connect(self._look)
        self.text.installEventFilter(self)
        self.list = FoundList("paletteList", tr.say("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.opened.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.text)
        layout.addWidget(self.list, 1)
        room.installEventFilter(self)
        self.hide()

    # -- coming and going ------------------------------------------------------------------
    def ask(self) -> None:
        """Come up empty, or go when it is there already."""
        if self.isVisible():
            self.close_it()
            return
        self._back = QApplication.focusWidget()
        self.text.clear()
        self._look("")
        self._place()
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_it(self) -> None:
        """Go, and give the focus back to where it was."""
        if self.isVisible():
            self.hide()
            if self._back is not None and self._back.isVisible():
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._back = None
            self.gone.emit()

    # -- finding ---------------------------------------------------------------------------
    def _look(self, query: str) -> None:
        rows = self._rows_for(query) if query.strip() else self._rows_without()
        self.list.show_rows(rows, query)
        self._announce()

    def _rows_without(self) -> list[FoundRow]:
        """What was looked at last, then every command."""
        say = self._say.say
        keys = () if self._reading.goes_on() else self._recent()
        named = (self._desk.search.named(key, self._say) for key in keys)
        hits = [hit for hit in named if hit is not None][:_RECENT]
        recent = [record_row(hit, self._say) for hit in hits]
        heading = [FoundRow("", say("Looked at last"))] if recent else []
        return [
            *heading,
            *recent,
            FoundRow("", say("Commands")),
            *command_rows(self._actions(), ""),
        ]

    def _rows_for(self, query: str) -> list[FoundRow]:
        say = self._say.say
        commands = command_rows(self._actions(), query)
        if self._reading.goes_on():
            return [*commands, FoundRow("", say("The workspace is being read…"))]
        found = self._desk.search.find(query, self._say, _RECORDS)
        rows = []
        if commands:
            rows += [FoundRow("", say("Commands")), *commands[:_COMMANDS]]
        if found.hits:
            rows += [FoundRow("", say("Records"))]
            rows += [record_row(hit, self._say) for hit in found.hits]
        if found.total > len(found.hits):
            rows.append(FoundRow(_ALL, say("Show all {count} that were found", count=found.total)))
        return rows or [FoundRow("", say("Nothing was found. Try a part of the word."))]

    def _open(self, key: str) -> None:
        query = self.text.text()
        self.close_it()
        if key == _ALL:
            self._navigate(PageName.SEARCH, query)
        elif key.startswith(COMMAND):
            # The page goes on meanwhile, and its buttons with it.
            action = self._actions().get(key.removeprefix(COMMAND))
            if action is None:
                self._hub.say(self._say.say("The page does not offer this any more."))
            else:
                action.trigger()
        else:
            go_to_record(key, self._navigate)

    def _announce(self) -> None:
        """Say the chosen row to a screen reader, whose focus stays in the field."""
        row = self.list.chosen()
        if self.isVisible() and row is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, row.spoken))

    # -- keys and place --------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._room and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif watched is self.text:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
            if event.type() == QEvent.Type.FocusOut and self.isVisible():
                self._left()
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        """The focus went elsewhere in the window: then nobody is asking any more."""
        if QApplication.focusWidget() is not self.text and self.window().isActiveWindow():
            self._back = None
            self.close_it()

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _JUMP,
            Qt.Key.Key_PageUp: -_JUMP,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.list.step(steps[key])
            self._announce()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.open_chosen()
        elif key == Qt.Key.Key_Escape:
            self.close_it()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.list.step(1 if key == Qt.Key.Key_Tab else -1)
            self._announce()
        else:
            return False
        return True

    def _place(self) -> None:
        room = self._room.rect()
        wide = min(scaled(_WIDE), room.width() - 48)
        high = min(scaled(_HIGH), room.height() - _DOWN - 48)
        self.setGeometry((room.width() - wide) // 2, _DOWN, wide, high)
