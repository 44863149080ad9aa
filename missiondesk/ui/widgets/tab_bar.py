# SPDX-License-Identifier: Apache-2.0
"""Tabs in the desk's look: words on a line, the chosen one underlined."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget

from missiondesk.ui.icons import icon, icon_size


class TabBar(QTabBar):
    """A bar with its names, without frames and without words cut."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways = self.findChildren(QToolButton)  # Qt's own, to scroll by
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setDrawBase(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for button, way in zip(self._ways, ("arrow-left", "arrow-right"), strict=True):
            button.setIcon(icon(way))
            button.setIconSize(icon_size())

    def tabLayoutChange(self) -> None:
        """Qt has just put its arrows on: they stay as small at every size of the font."""
        for button in self._ways:
            button.setArrowType(Qt.ArrowType.NoArrow)


class Tabs(QTabWidget):
    """A QTabWidget that never cuts a word and never scrolls its tabs away unseen."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setTabBar(TabBar(f"{name}Bar", title))
        self.setDocumentMode(True)

    def add(self, page: QWidget, text: str, key: str) -> None:
        """Add a page; ``key`` names it in `open`."""
        page.setProperty("tab", key)
        self.addTab(page, text.replace("&", "&&"))

    def open(self, key: str) -> None:
        """Bring the page with this key to the front."""
        for place in range(self.count()):
            page = self.widget(place)
            if page is not None and page.property("tab") == key:
                self.setCurrentIndex(place)
                return

    def current(self) -> str:
        """Key of the page in front."""
        page = self.currentWidget()
        return str(page.property("tab")) if page is not None else ""
