# SPDX-License-Identifier: Apache-2.0
"""A line that appears at the foot of the window after something reversible, with its undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from missiondesk.ui.widgets.looks import push_button, text_label

LASTS = 8_000  # ms
_FROM_FOOT, _FROM_TOP = 44, 60  # px


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
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._place)
        self.hide()

    def say(self, sentence: str, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence, with a button when there is a verb."""
        self._act = act
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.setText(verb)
        self.button.setAccessibleName(verb)
        self.button.setVisible(bool(verb))
        self.show()
        self._place()
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
        """At the foot, or at the top where it would lie over what one types in."""
        if not self.isVisible():
            return
        room = self._room
        self.sentence.setMaximumWidth(max(room.width() - 260, 120))
        self.adjustSize()
        left = (room.width() - self.width()) // 2
        self.move(left, room.height() - self.height() - _FROM_FOOT)
        focus = QApplication.focusWidget()
        if focus is not None and room.isAncestorOf(focus) and not self.isAncestorOf(focus):
            typed_in = QRect(focus.mapTo(room, QPoint(0, 0)), focus.size())
            if typed_in.intersects(self.geometry()) and typed_in.height() < room.height() // 2:
                self.move(left, _FROM_TOP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and getattr(event, "key", lambda: 0)() == int(
            Qt.Key.Key_Escape
        ):
            self.hide()
            return True
        return super().event(event)
