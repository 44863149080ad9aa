# SPDX-License-Identifier: Apache-2.0
"""A table that asks for room for a few rows, so that a page scrolls before it has room for none."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QWidget

from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.own_viewport import give_viewport

_LEAST = 150  # px at 100 %
_FEW = 8  # rows; fewer may be lower than that


class RoomyTable(QTableView):
    """As high as a few rows, or as all of them where these are lower."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)

    def minimumSizeHint(self) -> QSize:
        size, rows = super().minimumSizeHint(), range(self.verticalHeader().count())
        whole = scaled(_LEAST)
        if 0 < len(rows) <= _FEW:
            head = self.horizontalHeader().sizeHint().height()
            whole = min(whole, head + sum(self.rowHeight(place) for place in rows) + 2)
        return QSize(size.width(), max(size.height(), whole))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.verticalHeader().count():
            # No row can show where the keyboard is.
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()
