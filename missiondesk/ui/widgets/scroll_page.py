# SPDX-License-Identifier: Apache-2.0
"""A page that scrolls as a whole, with the margins that all pages share."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from missiondesk.ui.widgets.own_viewport import give_viewport
from missiondesk.ui.widgets.qt_numbers import NO_FOCUS

MARGIN = 28
TOP = 20
PART_LEAST = 200  # px at 100 % that the tabs of a record keep below its head


def page_layout(page: QWidget) -> QVBoxLayout:
    """The outer layout of a page that scrolls only where a large font leaves it too low."""
    around = QVBoxLayout(page)
    around.setContentsMargins(0, 0, 0, 0)
    inner = QWidget()
    around.addWidget(scrolled_when_low(inner))
    layout = QVBoxLayout(inner)
    layout.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
    layout.setSpacing(16)
    return layout


class ScrollPage(QScrollArea):
    """Give it widgets through `body`; it scrolls up and down only."""

    def __init__(
        self, parent: QWidget | None = None, *, margins: tuple[int, int, int, int] | None = None
    ) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusPolicy", NO_FOCUS)
        inner = QWidget()
        inner.setProperty("look", "page")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(*(margins or (MARGIN, TOP, MARGIN, TOP)))
        self.body.setSpacing(16)
        self.setWidget(inner)


def scrolled_when_low(content: QWidget) -> ScrollPage:
    """A page that scrolls only where there is less height than its parts can do with."""
    page, inner = ScrollPage(margins=(0, 0, 0, 0)), AsNarrow()
    inner.setProperty("look", "page")
    page.body = _AsLowAsItReads(inner)
    page.body.setContentsMargins(0, 0, 0, 0)
    # While it is empty: Qt breaks all wrapped lines for a size that nobody sees else.
    page.setWidget(inner)
    page.body.addWidget(content)
    return page


class AsNarrow(QWidget):
    """Has a least width; its least height follows from the width that it gets."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class _AsLowAsItReads(QVBoxLayout):
    """Asks for the least height in which every wrapped line is seen.

    Qt would ask for the height that the parts would like to have, and scroll in every window.
    """

    _asks = False

    def heightForWidth(self, width: int) -> int:
        if self._asks:  # Qt finds the least height by asking for this one first
            return super().heightForWidth(width)
        self._asks = True
        try:
            return self.minimumHeightForWidth(width)
        finally:
            self._asks = False
