# SPDX-License-Identifier: Apache-2.0
"""A drop-down box that draws its own arrow and does not change by a passing wheel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from missiondesk.ui.icons import icon
from missiondesk.ui.theme import scaled

_LEAST = 150  # px at 100 %
_SLACK: Final = 3  # px
_ARROW: Final = 16  # px at 100 %
_MANY: Final = 300  # more choices than this are not measured one by one
_SIGNS: Final = 24  # as wide as so many is a box of many choices
_TEXT_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class _Choices(QAbstractListModel):
    """Texts with their keys, asked for one by one when they are seen."""

    def __init__(self, choices: Sequence[tuple[Any, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._choices = choices

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._choices)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role in _TEXT_ROLES:
            return self._choices[index.row()][1]
        return self._choices[index.row()][0] if role == Qt.ItemDataRole.UserRole else None


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

    def fill(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these keys with their texts instead, the first of them chosen.

        Thousands take no longer than a few: they are neither copied nor measured.
        """
        many = len(choices) > _MANY
        policy = QComboBox.SizeAdjustPolicy
        self.setSizeAdjustPolicy(
            policy.AdjustToMinimumContentsLengthWithIcon if many else policy.AdjustToContents
        )
        if many:
            self.setMinimumContentsLength(max(self.minimumContentsLength(), _SIGNS))
        self.setModel(_Choices(choices, self))  # Qt deletes the one before
        self.setCurrentIndex(0 if choices else -1)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """A text that is wider than the box ends in "…", never within a letter."""
        super().initStyleOption(option)
        style = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(style[0], option, style[1], self).width()
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )

    def sizeHint(self) -> QSize:
        """Qt's own is so tight that the longest choice ends in "…" by a fraction of a pixel."""
        wanted = super().sizeHint()
        return QSize(wanted.width() + _SLACK, wanted.height())

    def minimumSizeHint(self) -> QSize:
        """A box may be narrower than its longest choice: the list that opens shows it whole."""
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), scaled(_LEAST)), wanted.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = scaled(_ARROW)
        painter = QPainter(self)
        tint = "ink" if self.isEnabled() else "quiet"
        at = QRect(self.width() - edge - scaled(8), (self.height() - edge) // 2, edge, edge)
        icon("chevron-down", tint, _ARROW).paint(painter, at)
        painter.end()

    def showPopup(self) -> None:
        view = self.view()
        # Qt asks the style before the box has its window's style sheet, which wants a list that
        # scrolls below the box instead of a menu over it: that one cut its last choice.
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        if isinstance(view, QListView):
            view.setUniformItemSizes(self.count() > _MANY)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls on
