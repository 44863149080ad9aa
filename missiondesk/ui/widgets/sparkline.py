# SPDX-License-Identifier: Apache-2.0
"""A figure's course in one table cell: observed line, open last point, path and target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui import theme
from missiondesk.ui.widgets.painted_text import paint_text

T = TypeVar("T")
Point = tuple[float, float]
_DOT, _DIAMOND = 3.2, 5.0
_HIGHEST = 34


@dataclass(frozen=True, slots=True)
class Spark:
    """What a sparkline shows: (time, value) pairs in order.

    Attributes:
        seen: The observations.
        target: Where the path ends, or None.
    """

    seen: tuple[Point, ...] = ()
    target: Point | None = None


def spark_painter(
    spark: Callable[[T], Spark], nothing: str
) -> Callable[[QPainter, QRect, T], None]:
    """A painter for `Column.paint`; ``nothing`` is written where there is no observation."""

    def paint(painter: QPainter, rect: QRect, row: T) -> None:
        found = spark(row)
        if found.seen:
            paint_spark(painter, rect, found)
            return
        high = theme.line_height(theme.LEAST)
        middle = rect.adjusted(0, (rect.height() - high) // 2, 0, 0)
        paint_text(painter, middle, nothing, theme.font(theme.LEAST), theme.colour("quiet"))

    return paint


def paint_spark(painter: QPainter, rect: QRect, spark: Spark) -> None:
    """Paint into the middle of ``rect``, never higher than a line and a half."""
    high = min(rect.height() - 14, _HIGHEST)
    area = QRectF(
        rect.left() + _DIAMOND + 1,
        rect.center().y() - high / 2,
        rect.width() - 2 * _DIAMOND - 2,
        high,
    )
    place = _scaled(area, [*spark.seen, *([spark.target] if spark.target else [])])
    observed = [place(point) for point in spark.seen]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if spark.target is not None:
        end = place(spark.target)
        pen = QPen(theme.colour("target"), 1.6)
        pen.setDashPattern([0.1, 2.2])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(observed[-1], end)
        _diamond(painter, end)
    painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(observed))
    painter.setBrush(theme.colour("ground"))
    painter.drawEllipse(observed[-1], _DOT, _DOT)
    painter.restore()


def _diamond(painter: QPainter, at: QPointF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("target"))
    arms = ((0.0, -_DIAMOND), (_DIAMOND, 0.0), (0.0, _DIAMOND), (-_DIAMOND, 0.0))
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in arms]))


def _scaled(area: QRectF, points: Sequence[Point]) -> Callable[[Point], QPointF]:
    times, values = [time for time, _ in points], [value for _, value in points]
    first, low = min(times), min(values)
    wide, tall = max(times) - first, max(values) - low

    def place(point: Point) -> QPointF:
        x = area.left() + (area.width() * (point[0] - first) / wide if wide else area.width() / 2)
        y = area.bottom() - (area.height() * (point[1] - low) / tall if tall else area.height() / 2)
        return QPointF(x, y)

    return place
