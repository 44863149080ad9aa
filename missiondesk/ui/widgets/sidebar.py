# SPDX-License-Identifier: Apache-2.0
"""The list of pages at the left with their counts; one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from missiondesk.ui import theme
from missiondesk.ui.widgets.buttons import WayButton
from missiondesk.ui.widgets.scroll_page import ScrollPage

_WIDTH = 192
_BAR = 12  # px, the line at the right and the bar by which it is scrolled


class SidebarItem(WayButton):
    """One page: its name at the left, its count at the right."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._count: int | None = None
        self.setText(text)
        self.setObjectName(f"go_{key}")
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_count(self, count: int | None) -> None:
        """Show a number, or none."""
        self._count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()}, {count}")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 36, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        return QSize(wanted.width(), wanted.height() - 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = self.rect()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if chosen else "hair"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_accent" if chosen else "accent"), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 5, 5)
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        painter.setFont(theme.font(theme.TEXT, weight))
        painter.setPen(theme.colour("on_accent" if chosen else "ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        inner = QRect(box.left() + 10, box.top(), box.width() - 20, box.height())
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count is not None:
            painter.setFont(theme.font(theme.DETAIL))
            painter.setPen(theme.colour("on_accent" if chosen else "quiet"))
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, str(self._count))
        painter.end()


class Sidebar(QFrame):
    """The items below each other.

    Attributes:
        asked: The key of the item that the user pressed.
    """

    asked = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(title)
        self.setProperty("look", "sidebar")
        self._items: dict[str, SidebarItem] = {}
        # With a large font the pages are more than a window is high.
        self._area = ScrollPage(margins=(8, 10, 8, 10))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setProperty("look", "thin")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 1, 0)  # the line at the right is the frame's
        around.addWidget(self._area)
        self._column = self._area.body
        self._column.setSpacing(1)
        self._column.addStretch(1)

    def add_item(self, key: str, text: str, *, gap: bool = False) -> SidebarItem:
        """Add an item at the end, with ``gap`` apart from those before."""
        item = SidebarItem(key, text)
        item.clicked.connect(lambda _checked=False: self.asked.emit(key))
        if gap:
            self._column.insertSpacing(self._column.count() - 1, 20)
        self._column.insertWidget(self._column.count() - 1, item)
        self._items[key] = item
        self.setFixedWidth(max(_WIDTH, item.sizeHint().width() + 16 + _BAR, self.minimumWidth()))
        return item

    def choose(self, key: str) -> None:
        """Show which page is open; tells nobody."""
        self._items[key].setChecked(True)
        self._area.ensureWidgetVisible(self._items[key], 0, 0)

    def show_count(self, key: str, count: int | None) -> None:
        """Show the number beside an item."""
        self._items[key].show_count(count)

    def item(self, key: str) -> SidebarItem:
        """The item of a page."""
        return self._items[key]
