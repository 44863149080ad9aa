# SPDX-License-Identifier: Apache-2.0
"""Draws a laid-out timeline: the grid and the today line below, opaque bars and labels above."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from missiondesk.ui.widgets.timeline_items import Bar
from missiondesk.ui.widgets.timeline_layout import PAD, LaneBox, Placed, Row
from missiondesk.ui.widgets.timeline_look import Fonts, TimelineColours, bar_look
from missiondesk.ui.widgets.timeline_scale import TimeScale

_CENTRE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TimelinePainter:
    """Draws the parts of one frame; positions are the widget's."""

    def __init__(
        self, painter: QPainter, fonts: Fonts, colours: TimelineColours, scale: TimeScale
    ) -> None:
        self._painter = painter
        self._fonts = fonts
        self._colours = colours
        self._scale = scale
        self._label_pen = QPen(colours.ink)

    # ------------------------------------------------------------ ground

    def grid(self, dx: float, view: QRectF) -> None:
        """Thin lines at quarters (and months), stronger ones at years."""
        painter, colours = self._painter, self._colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        finest = self._scale.finest
        for tick in self._scale.ticks(view.left() - dx, view.right() - dx):
            if tick.level > finest:
                continue
            painter.setPen(QPen(colours.line if tick.level == 0 else colours.hair, 1))
            x = round(tick.x + dx)
            painter.drawLine(x, round(view.top()), x, round(view.bottom()))

    def today(self, x: float, view: QRectF) -> None:
        """The dashed line of today; bars and labels are drawn over it."""
        pen = QPen(self._colours.ink, 1.2)
        pen.setDashPattern([4, 3])
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(x, view.top()), QPointF(x, view.bottom()))

    def lane_lines(self, boxes: list[LaneBox], dy: float, left: float, right: float) -> None:
        """A line under each lane."""
        self._painter.setPen(QPen(self._colours.hair, 1))
        for box in boxes:
            y = round(box.top + box.height + dy)
            self._painter.drawLine(round(left), y, round(right), y)

    # ------------------------------------------------------------ items

    def rows(
        self, rows: list[Row], dx: float, dy: float, view: QRectF, chosen: tuple[object, ...]
    ) -> int:
        """Bars, diamonds and labels of the given rows; returns how many were drawn.

        Args:
            rows: Rows in sight.
            dx: From axis positions to the widget's x.
            dy: From content heights to the widget's y.
            view: Where the lanes show.
            chosen: The selected and the hovered item, either None.
        """
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._painter.setFont(self._fonts.text)
        count = 0
        for row in rows:
            middle = row.top + row.height / 2 + dy
            for placed in row.between(view.left() - dx, view.right() - dx):
                near = placed.item in chosen
                if isinstance(placed.item, Bar):
                    self._bar(placed, placed.item, dx, middle, view, near)
                else:
                    self._mark(placed, dx, middle, near)
                count += 1
        return count

    def _bar(
        self, placed: Placed, bar: Bar, dx: float, middle: float, view: QRectF, near: bool
    ) -> None:
        painter, fonts = self._painter, self._fonts
        height = fonts.metrics.bar
        # A bar of years can be wider than a painter's numbers at a deep zoom: cut it near the view.
        left = max(placed.left + dx, view.left() - 20)
        right = min(placed.right + dx, view.right() + 20)
        body = QRectF(
            left + 0.5, round(middle - height / 2) + 0.5, max(right - left - 1, 2), height
        )
        pen, brush, text = bar_look(bar.look, self._colours)
        painter.setBrush(brush)
        if pen.style() == Qt.PenStyle.CustomDashLine:
            # Smooth dashes around a wide bar cost 2 ms each, plain ones a hundredth of that.
            painter.setPen(pen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawRect(body)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        else:
            painter.setPen(pen)
            painter.drawRoundedRect(body, 3, 3)
        if near:
            painter.setPen(QPen(self._colours.ink, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(-1, -1, 1, 1), 4, 4)
        if not placed.inside:
            self._label(placed, dx, middle)
            return
        # The name stays in sight while its bar is scrolled out on the left.
        start = max(placed.label_left + dx, view.left() + PAD)
        room = right - PAD - start
        wide = placed.label_right - placed.label_left
        if room < 24:
            return
        painter.setPen(text)
        painter.drawText(
            QRectF(start, body.top(), min(room, wide) + 2, height),
            _CENTRE_LEFT,
            fonts.fitted(bar.label, min(room, wide)),
        )

    def _mark(self, placed: Placed, dx: float, middle: float, near: bool) -> None:
        painter, colours = self._painter, self._colours
        reach = self._fonts.metrics.diamond
        centre = (placed.left + placed.right) / 2 + dx
        size = reach + 1.5 if near else reach
        if placed.right - placed.left > 2.5 * reach:
            # As precise as it is known: the span in which it falls.
            painter.setPen(QPen(colours.target, 1.4))
            painter.drawLine(QPointF(placed.left + dx, middle), QPointF(placed.right + dx, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.target)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(centre, middle - size),
                    QPointF(centre + size, middle),
                    QPointF(centre, middle + size),
                    QPointF(centre - size, middle),
                ]
            )
        )
        self._label(placed, dx, middle)

    def _label(self, placed: Placed, dx: float, middle: float) -> None:
        """A label beside its item, on a ground of its own so that no line shows through."""
        width = placed.label_right - placed.label_left
        if width < 12:
            return
        high = self._fonts.of_text.height()
        place = QRectF(placed.label_left + dx, middle - high / 2, width, high)
        self._painter.fillRect(place.adjusted(-1, 1, 1, -1), self._colours.page)
        self._painter.setPen(self._label_pen)
        self._painter.drawText(
            place.adjusted(0, 0, 2, 0), _CENTRE_LEFT, self._fonts.fitted(placed.item.label, width)
        )

    def ring(self, place: QRectF, focused: bool) -> None:
        """The frame around what is selected; bolder while the timeline has the keyboard."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._painter.setPen(QPen(self._colours.ink, 2 if focused else 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(place.adjusted(-3, -3, 3, 3), 5, 5)
