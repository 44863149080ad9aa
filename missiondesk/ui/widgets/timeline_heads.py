# SPDX-License-Identifier: Apache-2.0
"""Draws what stays in sight around a timeline: the lanes' titles and the band with the dates."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from missiondesk.ui.widgets.timeline_layout import LaneBox
from missiondesk.ui.widgets.timeline_look import Fonts, TimelineColours
from missiondesk.ui.widgets.timeline_scale import TimeScale

_CENTRE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HEAD_PAD = 6.0
_NAME_ROOM = 10.0  # px, what a name on the axis keeps clear of the next one


def lane_title_top(box: LaneBox, dy: float, top: float, height: float) -> float:
    """Where a lane's header of ``height`` stands: at its lane's top, or pinned below ``top``."""
    return max(box.top + dy, min(top, box.top + box.height + dy - height))


class HeadPainter:
    """Draws the two headers of one frame."""

    def __init__(
        self, painter: QPainter, fonts: Fonts, colours: TimelineColours, scale: TimeScale
    ) -> None:
        self._painter = painter
        self._fonts = fonts
        self._colours = colours
        self._scale = scale

    def lane_headers(
        self, boxes: list[LaneBox], dy: float, top: float, width: float, hovered: str | None
    ) -> None:
        """Title and lines of each lane in the column at the left.

        The title of a lane that begins above ``top`` stays in sight as long as the lane does.
        """
        painter, fonts, colours = self._painter, self._fonts, self._colours
        for box in boxes:
            y = lane_title_top(box, dy, top, fonts.lane_height(box.lane, width))
            y += fonts.metrics.lane_pad
            painter.setFont(fonts.strong)
            painter.setPen(colours.accent if box.lane.key == hovered else colours.ink)
            step = fonts.of_strong.lineSpacing()
            for line in fonts.wrapped(box.lane.title, width):
                painter.drawText(QRectF(_HEAD_PAD, y, width + 2, step), _CENTRE_LEFT, line)
                y += step
            painter.setFont(fonts.small)
            step = fonts.of_small.lineSpacing() + 1
            for detail in box.lane.lines:
                painter.setPen(colours.tone(detail.tone))
                for text in fonts.wrapped(detail.text, width, small=True):
                    painter.drawText(QRectF(_HEAD_PAD, y, width + 2, step), _CENTRE_LEFT, text)
                    y += step

    def head(
        self,
        dx: float,
        view: QRectF,
        names: tuple[tuple[str, str, str, str], tuple[str, ...]],
        today: tuple[float, str] | None,
    ) -> None:
        """Years over quarters or months; the today label stands among them and has the way."""
        painter, fonts, colours = self._painter, self._fonts, self._colours
        upper = QRectF(0, view.top() + 3, 0, fonts.of_strong.height() + 2)
        lower = QRectF(0, upper.bottom(), 0, fonts.of_small.height() + 3)
        taken = self._today_tag(view, lower, today)
        finest = self._scale.finest
        quarters, months = names
        ticks = list(self._scale.ticks(view.left() - dx, view.right() - dx))
        years = [t for t in ticks if t.level == 0]
        wide_year = fonts.of_strong.horizontalAdvance("2030") + _NAME_ROOM
        apart = self._scale.years_apart(wide_year)
        small = fonts.of_small.horizontalAdvance
        roomy = self._scale.named(finest, max(map(small, names[finest - 1])) + _NAME_ROOM)
        if ticks and apart == 1 and (not years or years[0].x + dx > view.left() + wide_year):
            self._year(str(ticks[0].day.year), max(ticks[0].x + dx, view.left()), upper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for tick in ticks:
            x = tick.x + dx
            if tick.level == 0:
                named = tick.day.year % apart == 0
                # Not through the name of the year before, nor through the word of today.
                above = view.top() if named else lower.top()
                below = lower.top() if taken.left() < x < taken.right() else view.bottom()
                painter.setPen(QPen(colours.line, 1))
                painter.drawLine(round(x), round(above), round(x), round(below))
                if named:
                    self._year(str(tick.day.year), x, upper)
            if finest == 0 or (finest == 1 and tick.level == 2):
                continue
            if not roomy and (finest == 1 or tick.level == 2):
                continue
            month = tick.day.month
            name = months[month - 1] if finest == 2 else quarters[(month - 1) // 3]
            wide = small(name)
            place = QRectF(x + 5, lower.top(), wide + 2, lower.height())
            if place.left() < view.left() or place.intersects(taken):
                continue
            painter.setFont(fonts.small)
            painter.setPen(colours.quiet)
            painter.drawText(place, _CENTRE_LEFT, name)
        painter.setPen(QPen(colours.ink, 1))
        painter.drawLine(0, round(view.bottom()), round(view.right()), round(view.bottom()))

    def _year(self, name: str, x: float, place: QRectF) -> None:
        self._painter.setFont(self._fonts.strong)
        self._painter.setPen(self._colours.ink)
        self._painter.drawText(QRectF(x + 5, place.top(), 200, place.height()), _CENTRE_LEFT, name)

    def _today_tag(self, view: QRectF, strip: QRectF, today: tuple[float, str] | None) -> QRectF:
        """The word of the today line in the header band; returns the room that it takes."""
        if today is None:
            return QRectF()
        x, word = today
        fonts = self._fonts
        wide = fonts.of_small.horizontalAdvance(word) + 2
        if not view.left() <= x <= view.right():
            return QRectF()
        left = x + 5 if x + 5 + wide <= view.right() else x - 5 - wide
        pen = QPen(self._colours.ink, 1.2)
        pen.setDashPattern([4, 3])
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(x, strip.top() + 2), QPointF(x, view.bottom()))
        small_strong = QFont(fonts.small)
        small_strong.setWeight(QFont.Weight.DemiBold)
        self._painter.setFont(small_strong)
        self._painter.setPen(self._colours.ink)
        place = QRectF(left, strip.top(), wide + 6, strip.height())
        self._painter.drawText(place, _CENTRE_LEFT, word)
        return place.united(QRectF(x - 4, strip.top(), 8, strip.height()))
