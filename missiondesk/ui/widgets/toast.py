# SPDX-License-Identifier: Apache-2.0
"""A line that appears at the foot of the window after something reversible, with its undo, beside
what is pressed and typed in there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import push_button, text_label

LASTS = 8_000  # ms
_FROM_FOOT, _FROM_TOP, _FROM_SIDE = 44, 60, 24  # px at 100 %
# What is pressed or written in.
_CONTROLS = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)


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
            application.focusChanged.connect(self._make_way)
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
        # What was done may have put controls where there were none.
        QTimer.singleShot(0, self, self._place)

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
        """Where it lies over nothing that is pressed or typed in, from the foot upwards."""
        if not self.isVisible():
            return
        self.sentence.setMaximumWidth(max(self._room.width() - 260, 120))
        self.adjustSize()
        controls, focus = list(self._controls()), self._focus()
        free = min(self._places(), key=lambda at: self._covered(at, controls, focus))
        self.move(free)

    def _make_way(self) -> None:
        """Go from what one types in; else it stands still."""
        focus = self._focus()
        if self.isVisible() and focus is not None and focus.intersects(self.geometry()):
            self._place()

    def _places(self) -> Iterator[QPoint]:
        """At the foot in the middle, then at its sides, then higher, at last at the top."""
        wide, high = self._room.width() - self.width(), self._room.height()
        side = min(scaled(_FROM_SIDE), max(wide, 0))
        foot = high - self.height() - scaled(_FROM_FOOT)
        for top in (*range(foot, high * 2 // 3, -self.height() // 2), scaled(_FROM_TOP)):
            for left in (wide // 2, wide - side, side):
                yield QPoint(left, top)

    def _covered(self, at: QPoint, controls: list[QRect], focus: QRect | None) -> tuple[bool, int]:
        """Whether it would lie there over what one types in, and over how much else."""
        here = QRect(at, self.size())
        common = [here.intersected(one) for one in controls]
        area = sum(one.width() * one.height() for one in common if not one.isEmpty())
        return focus is not None and focus.intersects(here), area

    def _controls(self) -> Iterator[QRect]:
        """The parts in sight of what can be pressed or written in."""
        return map(self._in_sight, self._seen_in(self._room))

    def _seen_in(self, room: QWidget) -> Iterator[QWidget]:
        # Level by level, because most of a window's controls are in pages that are hidden.
        for one in room.children():
            if isinstance(one, QWidget) and one is not self and not one.isHidden():
                if isinstance(one, _CONTROLS):
                    if one.isEnabled():
                        yield one
                else:
                    yield from self._seen_in(one)

    def _focus(self) -> QRect | None:
        """Where the focus is; a page that fills the room cannot be spared."""
        focus, room = QApplication.focusWidget(), self._room
        if focus is None or not room.isAncestorOf(focus) or self.isAncestorOf(focus):
            return None
        place = self._in_sight(focus)
        return place if place.height() < room.height() // 2 else None

    def _in_sight(self, one: QWidget) -> QRect:
        """A widget's place in the room, without what is scrolled away."""
        place, here = one.rect(), one
        while here is not self._room and (around := here.parentWidget()) is not None:
            place = place.translated(here.pos()).intersected(around.rect())
            here = around
        return place

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
