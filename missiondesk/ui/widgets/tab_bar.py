# SPDX-License-Identifier: Apache-2.0
"""Tabs in the desk's look: words on a line, the chosen one underlined."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget


class Tabs(QTabWidget):
    """A QTabWidget that never cuts a word and never scrolls its tabs away unseen."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setDocumentMode(True)
        in_our_look(self.tabBar(), f"{name}Bar", title)

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


def in_our_look(bar: QTabBar, name: str, title: str) -> QTabBar:
    """The bar with its names, without frames and without words cut."""
    bar.setObjectName(name)
    bar.setAccessibleName(title)
    bar.setExpanding(False)
    bar.setElideMode(Qt.TextElideMode.ElideNone)
    bar.setUsesScrollButtons(True)
    bar.setDrawBase(False)
    bar.setCursor(Qt.CursorShape.PointingHandCursor)
    return bar
