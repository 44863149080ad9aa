# SPDX-License-Identifier: Apache-2.0
"""A dialog that keeps its size and its buttons' place while something is said in it, and scrolls
what it says and asks where the screen is too low for it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from missiondesk.ui.theme import line_height, scaled, space
from missiondesk.ui.widgets.scroll_page import AsNarrow, ScrollPage
from missiondesk.ui.window_size import fitting

_FRAME = 40  # px, what a window's title takes


def spare_room(lines: int = 5) -> QSpacerItem:
    """Room above the buttons of a dialog for what may have to be said in it."""
    policy = QSizePolicy.Policy
    return QSpacerItem(0, lines * line_height(), policy.Minimum, policy.Expanding)


class Asked(ScrollPage):
    """What a dialog says and asks, above its buttons; as high as all of it while there is room."""

    def __init__(self, *parts: QWidget | QLayout) -> None:
        """Make it with these parts below each other."""
        super().__init__()
        inner = AsNarrow()
        inner.setProperty("look", "page")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(space(3))
        for part in parts:
            if isinstance(part, QLayout):
                self.body.addLayout(part)
            else:
                self.body.addWidget(part)
        self.body.addStretch(1)
        self.setWidget(inner)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # As much as is needed beside a scroll bar: one that came for a moment would stay else.
        beside = width - self.verticalScrollBar().sizeHint().width()
        return self.body.totalHeightForWidth(beside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # Qt remembers what it asked for before
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        """Ask at once for what is needed now."""
        self.body.activate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.body.totalSizeHint()


class SteadyDialog(QDialog):
    """A subclass lays out its parts, `spare_room` and its buttons, and tells what changes them.

    By itself Qt would ask for wrapped texts as if they were narrow, take no more than two thirds
    of the screen at first, and grow with each sentence.
    """

    def be_wide(self, pixels: int) -> None:
        """Have at least this width at 100 %, as far as the screen has it."""
        room = self.screen().availableGeometry()
        self.setMinimumWidth(fitting(QSize(scaled(pixels), 0), room).width())

    def showEvent(self, event: QShowEvent) -> None:
        self.take_spare_room()
        super().showEvent(event)

    def take_spare_room(self) -> None:
        """Be as high as all that is shown now needs, and the spare room."""
        layout = self._settled()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            self._be_high(layout, layout.totalHeightForWidth(self.width()))

    def use_spare_room(self) -> None:
        """After something was said: grow only where the spare room was too little."""
        layout = self._settled()
        if layout is not None:
            layout.activate()
            self._be_high(layout, self.height())

    def _settled(self) -> QLayout | None:
        for asked in self.findChildren(Asked):
            asked.settle()
        return self.layout()

    def _be_high(self, layout: QLayout, wanted: int) -> None:
        most = self.screen().availableGeometry().height() - _FRAME
        least = min(layout.minimumHeightForWidth(self.width()), most)
        self.setMinimumHeight(least)
        self.resize(self.width(), max(least, min(wanted, most)))
