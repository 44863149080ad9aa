# SPDX-License-Identifier: Apache-2.0
"""Blocks, form and pages of a letter: beside each other, or the pages below in a narrow window, and
the form below the blocks in a still narrower one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.qt_numbers import UNBOUND

# Narrower than this the pages are only a picture of a page. Unlike the form they hold no text of
# the screen's size, so that their width does not follow the user's font.
PAGES_LEAST = 260
_PAGES_LOW = 180
_FORM_LOW = 160
_BLOCKS_LOW = 110  # px at 100 % of the list above the form


class LetterParts(QSplitter):
    """The form keeps the width its fields need; the pages give way first, then go below."""

    def __init__(
        self, blocks: QWidget, form: QWidget, pages: QWidget, parent: QWidget | None = None
    ) -> None:
        """Put the three together, with a handle before the pages.

        Args:
            blocks: The list of blocks, as wide as it says itself.
            form: The form of the chosen block; its minimum width is kept.
            pages: The letter as it is printed.
            parent: Qt parent.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pages = pages
        self._left = _BlocksAndForm(blocks, form)
        pages.setMinimumSize(PAGES_LEAST, _PAGES_LOW)
        self.setObjectName("letterSplit")
        self.setChildrenCollapsible(False)
        # A handle of one pixel: Qt lets it be grabbed some pixels to both sides.
        self.setHandleWidth(1)
        self.addWidget(self._left)
        self.addWidget(pages)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.setSizes([scaled(640), 560])

    @property
    def beside(self) -> bool:
        """Whether the pages have room at the right of the form."""
        return self.width() >= self._left.one_row() + PAGES_LEAST + 1

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be with the pages below; as low as it is as they stand now."""
        size = super().minimumSizeHint()
        wide = max(self._left.minimumSizeHint().width(), PAGES_LEAST)
        beside = self.orientation() == Qt.Orientation.Horizontal
        left = self._left.minimumHeight()
        low = max(left, _PAGES_LOW) if beside else left + _PAGES_LOW + 1
        return QSize(min(size.width(), wide), low)

    def arrange(self) -> None:
        """Decide again where the pages stand: the window or what the form needs has changed."""
        wanted = Qt.Orientation.Horizontal if self.beside else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self.setSizes([1, 1])
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        self.arrange()
        super().resizeEvent(event)


class LetterFaces(QStackedWidget):
    """The parts or what stands in their place; only what is in front asks for room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """That of the face in front."""
        front = self.currentWidget()
        return front.minimumSizeHint() if front is not None else super().minimumSizeHint()


class _BlocksAndForm(QWidget):
    """The blocks left of the form; above it where both have too little width."""

    def __init__(self, blocks: QWidget, form: QWidget) -> None:
        super().__init__()
        self._blocks, self._form, self._hair = blocks, form, QFrame()
        self._hair.setProperty("look", "paper")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(1))
        for part in (blocks, self._hair):
            self._layout.addWidget(part)
        self._layout.addWidget(form, 1)
        self._arrange(beside=True)

    def one_row(self) -> int:
        """Width in pixels in which the form stands beside the blocks."""
        return self._blocks.minimumWidth() + self._around() + self._least_form()

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the form below."""
        wide = max(self._blocks.minimumWidth(), self._least_form())
        return QSize(wide, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """Decide again whether both have room: the width or what they need has changed."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange(beside=self.width() >= self.one_row())
        return super().event(event)

    def _least_form(self) -> int:
        return max(self._form.minimumWidth(), self._form.minimumSizeHint().width())

    def _around(self) -> int:
        return 1 + 2 * self._layout.spacing()

    def _arrange(self, *, beside: bool) -> None:
        way = QBoxLayout.Direction
        wide, high = (1, UNBOUND) if beside else (UNBOUND, 1)
        self._hair.setMaximumSize(wide, high)
        self._hair.setMinimumSize(min(wide, 1), min(high, 1))
        blocks = scaled(_BLOCKS_LOW)
        self._blocks.setMaximumHeight(UNBOUND if beside else blocks)
        self.setMinimumHeight(_FORM_LOW + (0 if beside else blocks + self._around()))
        policy, wanted = self._blocks.sizePolicy(), way.LeftToRight if beside else way.TopToBottom
        keeps = QSizePolicy.Policy.Maximum if beside else QSizePolicy.Policy.Preferred
        if self._layout.direction() != wanted or policy.horizontalPolicy() != keeps:
            policy.setHorizontalPolicy(keeps)
            self._blocks.setSizePolicy(policy)
            self._layout.setDirection(wanted)
            self.updateGeometry()
