# SPDX-License-Identifier: Apache-2.0
"""A check box that is drawn by the desk: seen in every palette, as wide in every state, and on
several lines where its text has too little room for one.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from missiondesk.ui import theme
from missiondesk.ui.theme import scaled

_EDGE = 16  # px at 100 %, the box
_GAP = 8  # px between box and text
_MARGIN = 3  # px around both, for the ring of the focus
_LEAST_HIGH = 24  # px, what a finger or an unsteady hand can hit
_RADIUS = 3.0
_WRAP = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))  # shares of the box


class CheckBox(QCheckBox):
    """Use this wherever a QCheckBox would stand."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _shown(self) -> str:
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font())
        wide = metrics.horizontalAdvance(self._shown()) + 2
        return QSize(self._beside() + wide, self._high(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word; the others go on in further lines."""
        metrics = QFontMetrics(theme.font())
        wide = max((metrics.horizontalAdvance(word) for word in self._shown().split()), default=0)
        return QSize(self._beside() + wide + 2, self._high(metrics.height()))

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._beside(), 1), 1)
        metrics = QFontMetrics(theme.font())
        text = metrics.boundingRect(room, _WRAP, self._shown())
        more = round(text.height() / metrics.lineSpacing()) - 1
        return self._high(metrics.height() + more * metrics.lineSpacing())

    def _beside(self) -> int:
        """Width in pixels of all but the text."""
        return _MARGIN + scaled(_EDGE) + _GAP + _MARGIN

    @staticmethod
    def _high(text: int) -> int:
        return max(text + 2 * _MARGIN, _LEAST_HIGH)

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = scaled(_EDGE)
        # Beside the first line, which stands in the middle where it is the only one.
        line = self.sizeHint().height()
        above = (line - edge) / 2 + max(self.height() - self.heightForWidth(self.width()), 0) / 2
        box = QRectF(_MARGIN + 0.5, above + 0.5, edge - 1, edge - 1)
        self._paint_box(painter, box)
        text = self.rect().adjusted(_MARGIN + edge + _GAP, 0, -_MARGIN, 0)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink" if self.isEnabled() else "quiet"))
        painter.drawText(text, _WRAP, self._shown())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        chosen = self.isChecked()
        edge = "hair" if not self.isEnabled() else "accent" if chosen else "quiet"
        painter.setPen(QPen(theme.colour(edge), 1.2))
        painter.setBrush(theme.colour("accent" if chosen and self.isEnabled() else "ground"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if chosen:
            points = [
                QPointF(box.left() + x * box.width(), box.top() + y * box.height())
                for x, y in _TICK
            ]
            pen = QPen(theme.colour("on_accent" if self.isEnabled() else "quiet"), box.width() / 8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
