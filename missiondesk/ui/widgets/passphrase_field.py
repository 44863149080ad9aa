# SPDX-License-Identifier: Apache-2.0
"""A field for a passphrase: hidden unless shown, pasted or typed, and kept nowhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.language import Translator
from missiondesk.ui.widgets.editors import LineEdit
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.looks import push_button

_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class _Line(LineEdit):
    entered = Signal()
    capitals = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._look_at_capitals(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _look_at_capitals(self, event: QKeyEvent) -> None:
        """Whether Caps Lock is on shows by the first letter that is typed: Qt does not tell it."""
        if event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(False)  # it was just changed; the next letter tells
            return
        text = event.text()
        held = event.modifiers()
        plain = not held & (
            Qt.KeyboardModifier.ControlModifier
            | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.MetaModifier
        )
        if plain and len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(text.isupper() != shift)


class PassphraseField(Field):
    """A passphrase is never a value of the field: `take` gives it away and empties the editor.

    Attributes:
        entered: Enter was pressed in it.
    """

    entered = Signal()

    def __init__(self, name: str, label: str, tr: Translator, **rest: Any) -> None:
        super().__init__(name, label, tr, **rest)
        self.editor = _Line()
        self._adopt(self.editor)
        # What is dropped belongs to the panel around it, and would be read on the screen.
        self.editor.setAcceptDrops(False)
        self.editor.entered.connect(self.entered)
        self.editor.dropped.connect(self.forget)
        self.editor.capitals.connect(self._say_capitals)
        self.shown = push_button("", f"{name}_shown")
        self.shown.setCheckable(True)
        self.shown.toggled.connect(self._show)
        self._editors.addWidget(self.editor, 1)
        self._editors.addWidget(self.shown)
        self._show(False)

    def read(self) -> Any:
        """The passphrase to the letter: blanks at its ends may belong to it."""
        return self.editor.text()

    def write(self, value: Any) -> None:
        """Nothing is shown anew but emptiness."""
        if not value:
            self.forget()

    def editors(self) -> list[QWidget]:
        return [self.editor]

    def take(self) -> str:
        """The passphrase, for use at once; the field is empty after that."""
        told = self.editor.text()
        self.forget()
        return told

    def forget(self) -> None:
        """Empty the editor with its undo, and hide what is typed next."""
        self.editor.setText("")
        self.editor.setModified(False)
        self.echo.hide()
        self.shown.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        # Nobody finds it again by coming back to the page.
        self.forget()
        super().hideEvent(event)

    def choose_all(self) -> None:
        """Put the cursor into the editor so that typing or pasting replaces what stands there."""
        self.focus_editor()
        self.editor.selectAll()

    def _say_capitals(self, on: bool) -> None:
        self.echo.setText(self.tr_.say("Caps Lock is on.") if on else "")
        self.echo.setVisible(on)

    def _show(self, yes: bool) -> None:
        say, mode = self.tr_.say, QLineEdit.EchoMode
        self.editor.setEchoMode(mode.Normal if yes else mode.Password)
        self.editor.setInputMethodHints(_HINTS)
        self.shown.setText(say("Hide") if yes else say("Show"))
        self.shown.setAccessibleName(
            say("Hide the passphrase") if yes else say("Show the passphrase")
        )
