# SPDX-License-Identifier: Apache-2.0
"""Somebody who uses the program by its keys alone and knows only what the screen says.

A typist presses keys on whatever has the focus and reads controls as a screen reader names them.
No objectName, no signal and no method of the program is used: what cannot be reached so cannot be
reached by keys.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QTableView,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NeverCame
from pytestqt.qtbot import QtBot

from tests.screens import hears_keys, settle

_FAR = 120  # presses of Tab after which nobody would go on
_LONG = 30_000  # ms; a shared machine is slow at times
# Keys that move the focus; all others give a command.
_MOVES = {"Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Home", "End", "F6", "Ctrl+A"}


class Typist:
    """Keys in, words out.

    Attributes:
        modals: Names of the dialogs that took the window over, files and printers excepted (UX-15).
        acts: Commands given so far: keys that are neither typed text nor moves of the focus.
    """

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.modals: list[str] = []
        self.acts = 0
        self._popup: QWidget | None = None

    # -- keys --------------------------------------------------------------------------------
    def press(self, *keys: str) -> None:
        """Press keys one after the other, as they are written in the list of keys ("Ctrl+K")."""
        for name in keys:
            combined = QKeySequence(name)[0]
            QTest.keyClick(self._hearer(), combined.key(), combined.keyboardModifiers())
            settle()
            self.acts += name not in _MOVES
            modal = QApplication.activeModalWidget()
            if modal is not None and not _asks_the_system(modal):
                self.modals.append(modal.objectName() or type(modal).__name__)

    def write(self, text: str) -> None:
        """Type text where the cursor is; the first sign may open an editor that takes the rest."""
        for sign in text:
            QTest.keyClicks(self._hearer(), sign)
        settle()

    def replace(self, text: str) -> None:
        """Type text in place of all that stands in the field."""
        self.press("Ctrl+A")
        self.write(text)

    def _hearer(self) -> QWidget:
        """The widget to which the system sends a key now."""
        # Shiboken forgets what it knows of a widget as soon as it forgets the one around it.
        self._popup = QApplication.activePopupWidget()
        if self._popup is not None:
            return self._popup.focusWidget() or self._popup
        found = QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None, "no window of the program is active"
        return found

    # -- what people do with keys --------------------------------------------------------------
    def tab_to(self, name: str) -> None:
        """Press Tab until the control of this name has the focus."""
        passed: dict[str, None] = {}
        for _ in range(_FAR):
            if self.name() == name:
                return
            passed[self.name()] = None
            self.press("Tab")
        raise AssertionError(f"Tab never comes to “{name}”: {list(passed)}")

    def enter(self, name: str, text: str) -> None:
        """Tab to a field and type into it; Tab commits it."""
        self.tab_to(name)
        self.replace(text)
        self.press("Tab")

    def choose(self, name: str, text: str) -> None:
        """Tab to a drop-down box and choose by typing the beginning of the choice."""
        self.tab_to(name)
        self.press("Alt+Down")
        self.write(text)
        self.press("Return")
        assert text.casefold() in self.value().casefold(), f"{name} says {self.value()}"

    def push(self, name: str) -> None:
        """Tab to a button and press it."""
        self.tab_to(name)
        self.press("Return")

    def open_tab(self, name: str) -> None:
        """From a bar of tabs that has the focus, go to one by the arrows."""
        for key in (*["Right"] * 12, *["Left"] * 12):
            if self.name() == name:
                return
            self.press(key)
        raise AssertionError(f"no tab is called “{name}”")

    def go_down_to(self, words: str) -> str:
        """In a table or list with the focus, go to the row whose cell says this; what it says."""
        self.press("Home")
        passed = []
        for _ in range(_FAR):
            if words in self.row():
                return self.row()
            passed.append(self.row())
            self.press("Down")
        raise AssertionError(f"no row says “{words}”: {list(dict.fromkeys(passed))}")

    def command(self, words: str) -> None:
        """Do a command, or go to a record, by the palette."""
        self.press("Ctrl+K")
        self.write(words)
        self.press("Return")

    def answer(self, path: Path) -> None:
        """Type a path into the question for a file."""
        self.wait(_asked_for_a_file)
        self.replace(str(path))
        self.press("Return")
        self.wait(lambda: not isinstance(QApplication.activeModalWidget(), QFileDialog))
        self._back_to_the_window()

    def _back_to_the_window(self) -> None:
        """Without a screen nobody gives the focus back to the window below a dialog."""
        if QApplication.activeWindow() is None:
            shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            with self.qtbot.waitActive(shown[0]):
                shown[0].activateWindow()

    # -- what the screen says ------------------------------------------------------------------
    def name(self) -> str:
        """The name of what has the focus, as it is spoken."""
        found, widget = _focus()
        if found is None or widget is None:
            return ""
        # On Linux Qt gives a drop-down box's choice as its name and tells its label by a relation.
        if found.role() is QAccessible.Role.ComboBox:
            return widget.accessibleName()
        return found.text(QAccessible.Text.Name)

    def value(self) -> str:
        """What stands in the control with the focus."""
        found, _widget = _focus()
        return "" if found is None else found.text(QAccessible.Text.Value)

    def row(self) -> str:
        """All cells of the row with the focus, as they are spoken one after the other."""
        view = QApplication.focusWidget()
        if not isinstance(view, QAbstractItemView) or view.model() is None:
            return self.name()
        here, role = view.currentIndex(), Qt.ItemDataRole.AccessibleTextRole
        width = view.model().columnCount() if isinstance(view, QTableView) else 1
        cells = (here.siblingAtColumn(at) for at in range(width))
        return "; ".join(str(one.data(role) or one.data() or "") for one in cells)

    def seen(self) -> str:
        """All sentences and verbs that stand on the screen."""
        window = QApplication.activeWindow()
        if window is None:
            return ""
        parts = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
        texts = (one.text() for one in parts if one.isVisible())
        return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")

    def sees(self, words: str) -> None:
        """Wait until a sentence with these words stands on the screen."""
        with suppress(NeverCame):
            self.wait(lambda: words in self.seen())
        assert words in self.seen(), f"“{words}” is not among {self.seen().splitlines()}"

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the program work until something is so."""
        self.qtbot.waitUntil(until, timeout=_LONG)
        settle()


def _focus() -> tuple[QAccessibleInterface | None, QWidget | None]:
    widget = QApplication.focusWidget()
    if widget is None:
        return None, None
    found = QAccessible.queryAccessibleInterface(widget)
    child = found.focusChild() if found is not None else None
    return (child if child is not None and child.isValid() else found), widget


def _asks_the_system(modal: QWidget) -> bool:
    return isinstance(modal, QFileDialog) or modal.objectName() == "printDialog"


def _asked_for_a_file() -> bool:
    asked = QApplication.activeModalWidget()
    return isinstance(asked, QFileDialog) and hears_keys(asked)
