# SPDX-License-Identifier: Apache-2.0
"""The timeline drawn, with a selection that the keyboard moves and a screen reader hears."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from missiondesk.ui.widgets.timeline_canvas import TimelineCanvas
from missiondesk.ui.widgets.timeline_heads import HeadPainter, lane_title_top
from missiondesk.ui.widgets.timeline_items import Lane, TimelineContent
from missiondesk.ui.widgets.timeline_layout import LaneBox, item_id
from missiondesk.ui.widgets.timeline_paint import TimelinePainter
from missiondesk.ui.widgets.timeline_walk import Target


class TimelineChoice(TimelineCanvas):
    """Draws the canvas and keeps what is chosen on it.

    Attributes:
        opened: Enter or a double click on something: its kind ("lane", "bar", "mark") and key.
        chosen: The selection moved there.
        painted: How many items the last frame drew.
    """

    opened = Signal(str, str)
    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selected: Target | None = None
        self._hovered: Target | None = None
        self.painted = 0

    def show_content(self, content: TimelineContent) -> None:
        """Show other content; zoom, position and the selection stay as far as they exist."""
        wanted = self.selected()
        self._hovered = None
        self._content = content
        self._selected = None if wanted is None else self._same(wanted)
        super().show_content(content)

    def target(self, kind: str, key: str) -> Target | None:
        """The item or lane of this kind and key, or None."""
        return self._same((kind, key))

    def _same(self, wanted: tuple[str, str]) -> Target | None:
        groups: tuple[tuple[Target, ...], ...] = (
            self._content.lanes,
            self._content.bars,
            self._content.marks,
        )
        for group in groups:
            for one in group:
                if item_id(one) == wanted:
                    return one
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows in sight and nothing else."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._colours.page)
        if not self._content.lanes:
            painter.setPen(self._colours.quiet)
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._content.words.empty
            )
            self.painted = 0
            return
        field, origin = self._field(), self._origin()
        dx, dy = origin.x(), origin.y()
        top, bottom = field.top() - dy, field.bottom() - dy
        boxes = self._layout.lanes_between(top, bottom)
        draw = TimelinePainter(painter, self._fonts, self._colours, self._scale)
        today = self._content.today
        today_x = None if today is None else self._scale.middle(today) + dx
        if today_x is not None and not field.left() <= today_x <= field.right():
            today_x = None
        painter.setClipRect(QRectF(0, field.top(), field.right(), field.height()))
        draw.lane_lines(boxes, dy, 0, field.right())
        heads = HeadPainter(painter, self._fonts, self._colours, self._scale)
        heads.lane_headers(boxes, dy, field.top(), self.header_width() - 14, self._hovered_lane())
        painter.setClipRect(field)
        ground = QRectF(field)
        ground.setBottom(min(field.bottom(), self._layout.height + dy))
        draw.grid(dx, ground)
        draw.lane_lines(boxes, dy, field.left(), field.right())
        if today_x is not None:
            draw.today(today_x, ground)
        self.painted = draw.rows(
            self._layout.rows_between(top, bottom), dx, dy, field, (self._hovered,)
        )
        lane = isinstance(self._selected, Lane)
        painter.setClipRect(field.adjusted(-field.left() if lane else -4, 0, 0, 0))
        self._draw_ring(draw)
        painter.setClipping(False)
        words = self._content.words
        head = QRectF(field.left(), 0, field.width(), field.top())
        painter.setClipRect(QRectF(0, 0, self.viewport().width(), field.top() + 1))
        heads.head(
            dx,
            head,
            (words.quarters, words.months),
            None if today_x is None else (today_x, words.today),
        )

    def _hovered_lane(self) -> str | None:
        return self._hovered.key if isinstance(self._hovered, Lane) else None

    def _draw_ring(self, draw: TimelinePainter) -> None:
        if self._selected is None:
            return
        place = self.place_of(*item_id(self._selected))
        if place is not None and (isinstance(self._selected, Lane) or self._in_field(place)):
            draw.ring(place, self.hasFocus())

    def _in_field(self, place: QRectF) -> bool:
        return place.right() > self._field().left()

    def place_of(self, kind: str, key: str) -> QRectF | None:
        """Where a bar's or diamond's body, or a lane's header, is in the viewport."""
        origin = self._origin()
        if kind == "lane":
            for box in self._layout.lanes:
                if box.lane.key == key:
                    return self._title_place(box)
            return None
        found = self._layout.find(kind, key)
        if found is None:
            return None
        row, placed = found
        high = self._fonts.metrics.bar if kind == "bar" else 2 * self._fonts.metrics.diamond
        y = row.top + (row.height - high) / 2 + origin.y()
        place = QRectF(placed.left + origin.x(), y, placed.right - placed.left, high)
        if kind == "mark":
            centre = place.center().x()
            return QRectF(centre - high / 2, y, high, high).adjusted(-1, -1, 1, 1)
        field = self._field()
        place.setLeft(max(place.left(), field.left() - 12))
        place.setRight(min(place.right(), field.right() + 12))
        return place

    def _title_place(self, box: LaneBox) -> QRectF:
        width = self.header_width() - 14
        high = self._fonts.lane_height(box.lane, width)
        y = lane_title_top(box, self._origin().y(), self._field().top(), high)
        return QRectF(4, y + 4, width, high - 8)

    def selected(self) -> tuple[str, str] | None:
        """Kind and key of the selection."""
        return None if self._selected is None else item_id(self._selected)

    def choose(self, kind: str, key: str) -> bool:
        """Select something and bring it into sight; False when there is no such thing."""
        found = self._same((kind, key))
        if found is None:
            return False
        self._choose(found)
        return True

    def _choose(self, target: Target) -> None:
        changed = target != self._selected
        self._selected = target
        self._reveal(target)
        self.viewport().update()
        if changed:
            kind, key = item_id(target)
            self.chosen.emit(kind, key)
            if QAccessible.isActive():
                said = QAccessibleAnnouncementEvent(self, self.spoken(target))
                QAccessible.updateAccessibility(said)

    def spoken(self, target: Target) -> str:
        """What a screen reader says of something: its full text."""
        if isinstance(target, Lane):
            return "\n".join([target.title, *(line.text for line in target.lines)])
        return target.tip or target.label

    def _reveal(self, target: Target) -> None:
        kind, key = item_id(target)
        place = self.place_of(kind, key)
        if place is None:
            return
        field = self._field()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if place.top() < field.top() + 4:
            down.setValue(round(down.value() - (field.top() + 4 - place.top())))
        elif place.bottom() > field.bottom() - 4:
            over = min(place.bottom() - field.bottom() + 4, place.top() - field.top() - 4)
            down.setValue(round(down.value() + over))
        if kind == "lane":
            return
        _, placed = self._layout.places[kind, key]
        left, right = placed.left + self._origin().x(), placed.right + self._origin().x()
        if left < field.left() and right < field.left() + 60:
            across.setValue(round(across.value() - (field.left() + 40 - left)))
        elif left > field.right() - 60:
            across.setValue(round(across.value() + left - field.right() + 200))
