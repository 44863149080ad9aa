# SPDX-License-Identifier: Apache-2.0
"""Many tabs in a few groups: a bar of groups, and beside it the views of the chosen group."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import hairline
from missiondesk.ui.widgets.tab_bar import TabBar, Tabs


class TabGroups(QWidget):
    """More tabs than a window is wide: no more than a handful of words stand in one bar.

    The pages stay in one row of `Tabs`, so that Ctrl+Tab walks through all of them and whoever
    opens a tab by its key needs to know nothing of groups. Coming back to a group opens the view
    that was last seen there.

    Attributes:
        tabs: All pages, in the order of the groups.
        groups: The bar of groups.
        views: The bar of the chosen group's views.
    """

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group_of: list[int] = []  # for each page
        self._last: list[int] = []  # for each group, the page seen last
        self.groups = TabBar(f"{name}Groups", title)
        self.views = TabBar(f"{name}Views", title)
        self.views.setProperty("look", "views")
        bars = FlowRow()
        for bar in (self.groups, self.views):
            bars.add(bar)
        self.tabs = Tabs(name, title)  # made after the bars, as Tab is to reach it
        self.tabs.tabBar().hide()
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (bars, hairline()):
            layout.addWidget(part)
        layout.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _place: self._follow())
        self.groups.currentChanged.connect(self._open_group)
        self.views.currentChanged.connect(self._open_view)

    def add(self, page: QWidget, text: str, key: str, group: str) -> None:
        """Add a page to the last group, or to a new one when ``group`` is another word.

        Args:
            page: What is shown.
            text: Its word.
            key: Names it in `Tabs.open`.
            group: The word of its group.
        """
        words = group.replace("&", "&&")
        with QSignalBlocker(self.groups):
            if not self._last or self.groups.tabText(len(self._last) - 1) != words:
                self._last.append(len(self._group_of))
                self.groups.addTab(words)
        self._group_of.append(len(self._last) - 1)
        self.tabs.add(page, text, key)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab goes on to the next view from the bars too, as it does from the pages."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if control and event.key() in steps:
            place = self.tabs.currentIndex() + steps[Qt.Key(event.key())]
            self.tabs.setCurrentIndex(place % self.tabs.count())
        else:
            super().keyPressEvent(event)

    # -- following -----------------------------------------------------------------------
    def _pages(self, group: int) -> list[int]:
        return [place for place, one in enumerate(self._group_of) if one == group]

    def _follow(self) -> None:
        """Let both bars show where the page in front stands."""
        place = self.tabs.currentIndex()
        group = self._group_of[place]
        self._last[group] = place
        pages = self._pages(group)
        with QSignalBlocker(self.groups), QSignalBlocker(self.views):
            self.groups.setCurrentIndex(group)
            while self.views.count() > len(pages):
                self.views.removeTab(self.views.count() - 1)
            for at, page in enumerate(pages):
                if at == self.views.count():
                    self.views.addTab("")
                self.views.setTabText(at, self.tabs.tabText(page))
            self.views.setCurrentIndex(pages.index(place))
        self.views.setAccessibleName(self.groups.tabText(group).replace("&&", "&"))
        self.views.setVisible(len(pages) > 1)
        for bar in (self.groups, self.views):
            bar.updateGeometry()  # the chosen word is bold, and therefore wider

    def _open_group(self, group: int) -> None:
        self.tabs.setCurrentIndex(self._last[group])

    def _open_view(self, at: int) -> None:
        pages = self._pages(self.groups.currentIndex())
        if 0 <= at < len(pages):
            self.tabs.setCurrentIndex(pages[at])
