# SPDX-License-Identifier: Apache-2.0
"""A dialog that keeps its size and its buttons' place while something is said in it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QSizePolicy, QSpacerItem

from missiondesk.ui.theme import line_height

_FRAME = 40  # px, what a window's title takes


def spare_room(lines: int = 5) -> QSpacerItem:
    """Room above the buttons of a dialog for what may have to be said in it."""
    policy = QSizePolicy.Policy
    return QSpacerItem(0, lines * line_height(), policy.Minimum, policy.Expanding)


class SteadyDialog(QDialog):
    """A subclass lays out its parts, `spare_room` and its buttons, and tells what changes them.

    By itself Qt would ask for wrapped texts as if they were narrow, take no more than two thirds
    of the screen at first, and grow with each sentence.
    """

    def showEvent(self, event: QShowEvent) -> None:
        self.take_spare_room()
        super().showEvent(event)

    def take_spare_room(self) -> None:
        """Be as high as all that is shown now needs, and the spare room."""
        layout = self.layout()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            self._be_high(layout, layout.totalHeightForWidth(self.width()))

    def use_spare_room(self) -> None:
        """After something was said: grow only where the spare room was too little."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self._be_high(layout, self.height())

    def _be_high(self, layout: QLayout, wanted: int) -> None:
        most = self.screen().availableGeometry().height() - _FRAME
        least = min(layout.minimumHeightForWidth(self.width()), most)
        self.setMinimumHeight(least)
        self.resize(self.width(), max(least, min(wanted, most)))
