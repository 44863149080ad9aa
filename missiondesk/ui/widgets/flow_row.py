# SPDX-License-Identifier: Apache-2.0
"""Widgets beside each other that go on in the next line where there is no room for one more."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QLineEdit, QSizePolicy, QWidget

from missiondesk.ui import theme

_GAP = 16
_LEAST_GAP = 6  # px between two lines
_AROUND = 24  # px of frame and padding around the words of a line
_WIDEST_HINT = 270  # px at 100 %; all of a narrow window beside the side bar, twice as large


class _FlowLayout(QLayout):
    """Sets its items from left to right, in as many lines as they take.

    What may grow takes the rest of its line, and what stands at the end is moved there.
    """

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.at_end: list[QWidget] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._set(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def one_line(self) -> int:
        """Width in pixels in which nothing goes on in a second line."""
        wide = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(wide) + self._gap * max(len(wide) - 1, 0)

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _set(self, rect: QRect, *, place: bool) -> int:
        """Height that the lines take; with ``place`` the items are put there."""
        y, between = rect.y(), max(self._gap // 2, _LEAST_GAP)
        for line in self._lines(rect.width()):
            high = max(_high(item, rect.width()) for item in line)
            if place:
                self._put(line, QRect(rect.x(), y, rect.width(), high))
            y += high + between
        return max(y - between - rect.y(), 0)

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        """The items of each line."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), room)
            if not lines or width > left:
                lines.append([])
                left = room
            lines[-1].append(item)
            left -= width + self._gap
        return lines

    def _put(self, line: list[QLayoutItem], at: QRect) -> None:
        """Share the rest of the line among those that may grow, and put them there."""
        widths = [min(item.sizeHint().width(), at.width()) for item in line]
        rest = at.width() - sum(widths) - self._gap * (len(line) - 1)
        for which, item in enumerate(line):
            if item.expandingDirections() & Qt.Orientation.Horizontal:
                more = min(rest, item.maximumSize().width() - widths[which])
                widths[which] += more
                rest -= more
        x = at.x()
        for item, width in zip(line, widths, strict=True):
            if item.widget() in self.at_end and len(line) > 1:
                x, rest = x + rest, 0
            high = _high(item, at.width())
            item.setGeometry(
                QRect(QPoint(x, at.y() + (at.height() - high) // 2), QSize(width, high))
            )
            x += width + self._gap


def _high(item: QLayoutItem, room: int) -> int:
    """Height of what stands in a line of this width; more lines of text where it has too little."""
    wanted = item.sizeHint()
    if wanted.width() > room and item.hasHeightForWidth():
        return item.heightForWidth(room)
    return wanted.height()


class FlowLabel(QLabel):
    """A sentence in such a line: on one line of its own while there is room, else on several."""

    def __init__(self, look_name: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("look", look_name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + 2
        return QSize(wide, self.heightForWidth(wide))


class FlowRow(QWidget):
    """A row that breaks.

    Args:
        gap: Pixels between two widgets; half as much between two lines, yet not less than six.
        together: As part of a row around it it asks for the width of one line, so that it goes on
            to a line of its own before it breaks.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = _GAP, together: bool = False
    ) -> None:
        super().__init__(parent)
        self._together = together
        self._flow = _FlowLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def one_line(self) -> int:
        """Width in pixels in which all stands beside each other."""
        return self._flow.one_line()

    def sizeHint(self) -> QSize:
        wide = self.one_line()
        return QSize(wide, self.heightForWidth(wide)) if self._together else super().sizeHint()

    def add(self, widget: QWidget, *, at_end: bool = False) -> None:
        """Add a widget; with ``at_end`` it stands at the right of its line."""
        self._flow.addWidget(widget)
        if at_end:
            self._flow.at_end.append(widget)


def flowing(*parts: QWidget, at_end: QWidget | None = None) -> FlowRow:
    """A line of filters or buttons, which breaks where it would cut them.

    Args:
        parts: From left to right.
        at_end: Stands at the right of its line.
    """
    made = FlowRow(gap=8)
    for part in parts:
        made.add(part)
    if at_end is not None:
        made.add(at_end, at_end=True)
    return made


def show_hint_whole(line: QLineEdit) -> None:
    """Ask for the room that the words in an empty line need, rather than for a stump of them."""
    metrics = QFontMetrics(theme.font())
    wide = metrics.horizontalAdvance(line.placeholderText()) + _AROUND
    line.setMinimumWidth(min(wide, theme.scaled(_WIDEST_HINT), line.maximumWidth()))
