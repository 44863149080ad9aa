# SPDX-License-Identifier: Apache-2.0
"""Two parts beside each other while there is room for both, below each other when there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSplitter, QWidget

from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.qt_numbers import UNBOUND

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LINE = 1  # px between two parts
_LOW = 190  # px at 100 %


def movable(
    left: QWidget,
    right: QWidget,
    least: tuple[int, int] = (380, 400),
    shares: tuple[int, int] = (5, 4),
) -> TurningSplit:
    """Two parts between which the user may move the line.

    Args:
        left: Above where there is not room for both.
        right: Below.
        least: Width in pixels at 100 % under which each is too narrow to be read.
        shares: How the room is shared at first.
    """
    made = TurningSplit(left, right, least=least, low=_LOW, shares=shares, lines=(33, 13))
    made.setProperty("look", "wide")
    return made


class TurningSplit(QSplitter):
    """Two parts as wide as the user likes, below each other where both have too little width."""

    def __init__(
        self,
        one: QWidget,
        other: QWidget,
        parent: QWidget | None = None,
        *,
        least: tuple[int, int] = (0, 0),
        low: int = 0,
        shares: tuple[int, int] = (1, 1),
        lines: tuple[int, int] = (_LINE, _LINE),
    ) -> None:
        """Put the two together.

        Args:
            one: Left, or above.
            other: Right, or below.
            parent: Qt parent.
            least: Width in pixels at 100 % that each needs beside the other, where that is more
                than its least size.
            low: Height in pixels at 100 % that each keeps below the other.
            shares: How the room is shared.
            lines: Pixels between them, beside and below each other.
        """
        super().__init__(QtCore.Qt.Orientation.Horizontal, parent)
        self._wanted, self._low, self._shares, self._lines = least, low, shares, lines
        self.setChildrenCollapsible(False)
        self.setHandleWidth(lines[0])
        for part, share in zip((one, other), shares, strict=True):
            self.addWidget(part)
            self.setStretchFactor(self.indexOf(part), share)

    def minimumSizeHint(self) -> QtCore.QSize:
        """As narrow as with one below the other; as low as they stand now."""
        sizes = [self._least(place) for place in range(self.count())]
        highs = [size.height() for size in sizes]
        beside = self.orientation() == QtCore.Qt.Orientation.Horizontal
        return QtCore.QSize(
            max(size.width() for size in sizes),
            max(highs) if beside else sum(highs) + self.handleWidth(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width has become too little, or is enough again."""
        needed = (
            max(self._least(place).width(), scaled(self._wanted[place]))
            for place in range(self.count())
        )
        wide = sum(needed) + self._lines[0]
        way = QtCore.Qt.Orientation
        wanted = way.Horizontal if self.width() >= wide else way.Vertical
        if wanted != self.orientation():
            beside = wanted == way.Horizontal
            self.setOrientation(wanted)
            self.setHandleWidth(self._lines[0 if beside else 1])
            for place in range(self.count()) if self._low else ():
                self._part(place).setMinimumHeight(0 if beside else scaled(self._low))
            self.setSizes([share * self.width() for share in self._shares])
            self.updateGeometry()
        super().resizeEvent(event)

    def _least(self, place: int) -> QtCore.QSize:
        part = self._part(place)
        return part.minimumSizeHint().expandedTo(part.minimumSize())

    def _part(self, place: int) -> QWidget:
        part = self.widget(place)
        assert part is not None
        return part


class SideBySide(QWidget):
    """A main part that takes what is left, and one of a width of its own at its right."""

    def __init__(
        self,
        main: QWidget,
        aside: QWidget,
        *,
        least: int,
        width: int,
        narrow: int | None = None,
        top: bool = True,
        gap: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        """Put the two together.

        Args:
            main: Left, or above.
            aside: Right, or below.
            least: Width in pixels at 100 % below which ``main`` is too narrow beside the other.
            width: Width of ``aside`` in pixels at 100 %.
            narrow: How narrow ``aside`` may become before it goes below; ``width`` unless given.
            top: Both stand at the top; else they share the height.
            gap: Pixels between them.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._aside = aside
        self._least, self._width, self._gap = least, width, gap
        self._narrow = width if narrow is None else min(narrow, width)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        where = QtCore.Qt.AlignmentFlag
        place = where.AlignTop if top else where(0)
        self._layout.addWidget(main, 1, place)
        self._layout.addWidget(aside, 0, place)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again whether both have room."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def beside(self) -> bool:
        """Whether there is room for both in one row."""
        return self.width() >= scaled(self._least) + self._gap + scaled(self._narrow)

    def _arrange(self) -> None:
        way = QBoxLayout.Direction
        before = self._layout.direction()
        if self.beside:
            self._layout.setDirection(way.LeftToRight)
            left = self.width() - self._gap - scaled(self._least)
            self._aside.setFixedWidth(min(left, scaled(self._width)))
            self._layout.setStretch(1, 0)
        else:
            self._layout.setDirection(way.TopToBottom)
            self._aside.setMinimumWidth(0)
            self._aside.setMaximumWidth(UNBOUND)
            self._layout.setStretch(1, 1)
        if self._layout.direction() != before:
            # Whoever asked for the least height before has to ask again: it is another one.
            self.updateGeometry()
