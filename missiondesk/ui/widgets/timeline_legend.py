# SPDX-License-Identifier: Apache-2.0
"""What the bars and diamonds of a timeline mean, drawn as they are drawn there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from missiondesk.ui.widgets.timeline_items import BarLook
from missiondesk.ui.widgets.timeline_look import Fonts, bar_look, theme_colours

# None stands for the diamond.
Entry = tuple[BarLook | None, str]
_SWATCH, _GAP, _APART = 26, 6, 18


class TimelineLegend(QWidget):
    """A line of swatches with words; too long for the width it takes several lines."""

    def __init__(self, entries: Sequence[Entry], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self._entries = tuple(entries)
        self.setAccessibleName(f"{title}: {', '.join(text for _, text in entries)}")
        self._fonts = Fonts(self.font())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fonts = Fonts(self.font())
            self.updateGeometry()

    def _places(self, width: float) -> list[QPointF]:
        """Where each entry begins."""
        found, x, y = [], 0.0, 0.0
        for _look, text in self._entries:
            wide = self._wide(text)
            if x > 0 and x + wide > width:
                x, y = 0.0, y + self._high()
            found.append(QPointF(x, y))
            x += wide + _APART
        return found

    def _wide(self, text: str) -> float:
        return _SWATCH + _GAP + self._fonts.of_small.horizontalAdvance(text) + 1

    def _high(self) -> float:
        return round(self._fonts.of_small.height()) + 6.0

    def sizeHint(self) -> QSize:
        wide = sum(self._wide(text) + _APART for _, text in self._entries) - _APART
        return QSize(round(wide) + 1, round(self._high()))

    def minimumSizeHint(self) -> QSize:
        wide = max((self._wide(text) for _, text in self._entries), default=0.0)
        return QSize(round(wide) + 1, round(self._high()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round((places[-1].y() if places else 0) + self._high())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme_colours()
        painter.setFont(self._fonts.small)
        high = self._high()
        for (which, text), at in zip(self._entries, self._places(self.width()), strict=True):
            middle = at.y() + high / 2
            if which is None:
                self._diamond(painter, QPointF(at.x() + _SWATCH / 2, middle))
            else:
                pen, brush, _text = bar_look(which, colours)
                body = QRectF(at.x() + 0.5, round(middle - 7) + 0.5, _SWATCH - 1, 14)
                painter.setPen(pen)
                painter.setBrush(brush)
                dashed = pen.style() == Qt.PenStyle.CustomDashLine
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, not dashed)
                if dashed:
                    painter.drawRect(body)
                else:
                    painter.drawRoundedRect(body, 3, 3)
            painter.setPen(QPen(colours.quiet))
            place = QRectF(at.x() + _SWATCH + _GAP, at.y(), self._wide(text), high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _diamond(self, painter: QPainter, centre: QPointF) -> None:
        size = self._fonts.metrics.diamond
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_colours().target)
        arms = ((0.0, -size), (size, 0.0), (0.0, size), (-size, 0.0))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in arms]))
