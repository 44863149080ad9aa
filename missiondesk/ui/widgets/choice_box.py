# SPDX-License-Identifier: Apache-2.0
"""A drop-down box that draws its own arrow and does not change by a passing wheel."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from missiondesk.ui.icons import icon

_LEAST = 150  # px


class ChoiceBox(QComboBox):
    """Use this wherever a QComboBox would stand.

    Attributes:
        offered: What it was filled with last, for whoever fills it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offered: object = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(18)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """A text that is wider than the box ends in "…", never within a letter."""
        super().initStyleOption(option)
        style = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(style[0], option, style[1], self).width()
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )

    def minimumSizeHint(self) -> QSize:
        """A box may be narrower than its longest choice: the list that opens shows it whole."""
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), _LEAST), wanted.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = 16
        painter = QPainter(self)
        tint = "ink" if self.isEnabled() else "quiet"
        at = QRect(self.width() - edge - 8, (self.height() - edge) // 2, edge, edge)
        icon("chevron-down", tint, edge).paint(painter, at)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls on
