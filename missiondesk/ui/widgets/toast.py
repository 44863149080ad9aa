# SPDX-License-Identifier: Apache-2.0
"""A line that appears at the foot of the window after something reversible, with its undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from missiondesk.ui.widgets.looks import push_button, text_label

LASTS = 8_000  # ms


class Toast(QFrame):
    """One at a time; goes by itself, stays while the pointer or the focus is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setProperty("look", "toast")
        self._room = parent
        self._act: Callable[[], object] | None = None
        self.sentence = text_label("")
        self.sentence.setObjectName("toastSentence")
        self.button = push_button("", "toastButton", self._press)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(16)
        layout.addWidget(self.sentence)
        layout.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LASTS)
        self._timer.timeout.connect(self._go)
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence, with a button when there is a verb."""
        self._act = act
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.setText(verb)
        self.button.setAccessibleName(verb)
        self.button.setVisible(bool(verb))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _press(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _go(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        room = self._room
        self.sentence.setMaximumWidth(max(room.width() - 260, 120))
        self.adjustSize()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - 44)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and getattr(event, "key", lambda: 0)() == int(
            Qt.Key.Key_Escape
        ):
            self.hide()
            return True
        return super().event(event)
