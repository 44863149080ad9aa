# SPDX-License-Identifier: Apache-2.0
"""Blocks, form and pages of a letter: beside each other, or the pages below in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from missiondesk.ui import theme
from missiondesk.ui.theme import scaled

# Narrower than this the pages are only a picture of a page. Unlike the form they hold no text of
# the screen's size, so that their width does not follow the user's font.
PAGES_LEAST = 260
_PAGES_LOW = 180
_FORM_LOW = 160


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
        self._left = _with_hairline(blocks, form)
        self._left.setMinimumHeight(_FORM_LOW)
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
        return self.width() >= self._left.minimumSizeHint().width() + PAGES_LEAST + 1

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be with the pages below; as low as it is as they stand now."""
        size = super().minimumSizeHint()
        wide = max(self._left.minimumSizeHint().width(), PAGES_LEAST)
        beside = self.orientation() == Qt.Orientation.Horizontal
        low = max(_FORM_LOW, _PAGES_LOW) if beside else _FORM_LOW + _PAGES_LOW + 1
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


def _with_hairline(blocks: QWidget, form: QWidget) -> QWidget:
    hair = QFrame()
    hair.setFixedWidth(1)
    hair.setProperty("look", "paper")
    both = QWidget()
    columns = QHBoxLayout(both)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(theme.space(1))
    columns.addWidget(blocks)
    columns.addWidget(hair)
    columns.addWidget(form, 1)
    return both
