# SPDX-License-Identifier: Apache-2.0
"""The chart's rows: a mission's band and its initiatives, each a row of the table that is read.

They are painted straight onto the canvas, so that thousands of them stay quick.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face
from missiondesk.documents.roadmap.bars import draw_bar, draw_horizontal, fill_box, stage_look
from missiondesk.documents.roadmap.painting import (
    LEADING,
    SMALL,
    TEXT,
    RowCells,
    clear,
    paint,
    progress_colour,
)
from missiondesk.documents.roadmap.paper import GAP
from missiondesk.documents.roadmap.placement import beside
from missiondesk.documents.roadmap.workshop import Workshop
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement
from missiondesk.domain.roadmap import RoadmapBar, RoadmapLane

TEXT_LEFT = 8.0  # of titles, from the chart's left edge
CONTINUED_HEIGHT = 20.0
MOST_LINES = 3
_LANE_TEXT = 10.0
_LANE_LEADING = 12.4
_LANE_ABOVE = 6.0  # white between two missions
_DENSE_ABOVE = 4.0
_LANE_PADDING = 3.5
_EDGE = 3.0  # width of the coloured edge of a mission's band
_ROW_PADDING = 3.0
_DENSE_PADDING = 1.5
_BAR_TEXT_PADDING = 5.0
_POINT = 4.0  # more where the bar's end is pointed
_WIDEST_WORD = 160.0


class ChartRow(Protocol):
    """A row of the chart: how high it is, and how it is drawn from ``top`` downwards.

    With ``body``, the table's body element, it is drawn as rows of that; without, to the eye only.
    """

    height: float
    in_grid: bool

    def draw(self, canvas: TaggedCanvas, top: float, body: StructureElement | None) -> None:
        """Draw the row."""


class LaneRow:
    """The band of a mission: title, who answers for it, goal and how it stands."""

    in_grid = False

    def __init__(self, lane: RoadmapLane, workshop: Workshop) -> None:
        layout = workshop.layout
        self._layout = layout
        self._above = _DENSE_ABOVE if layout.dense else _LANE_ABOVE
        self.name = f"{lane.code} {lane.title}".strip()
        self._title = workshop.wrapped(
            self.name, Face.SEMIBOLD, _LANE_TEXT, layout.title - GAP - TEXT_LEFT, MOST_LINES
        )
        self._again = workshop.wrapped(self.name, Face.SEMIBOLD, TEXT, layout.width * 0.75, 1)
        self._owner = workshop.wrapped(
            lane.owner, Face.REGULAR, TEXT, layout.owner - GAP, MOST_LINES
        )
        status = f"{lane.status_symbol} {lane.status_word}".strip()
        room = layout.width - layout.period_left
        self._status = workshop.wrapped(status, Face.SEMIBOLD, TEXT, room / 3, MOST_LINES)
        self._status_colour = progress_colour(lane.status_symbol)
        goal_room = room - self._status.width - 2 * GAP
        self._goal = workshop.wrapped(lane.goal, Face.REGULAR, TEXT, goal_room, MOST_LINES)
        self.height = self._above + self._band_height()

    def _band_height(self) -> float:
        others = max(len(each.lines) for each in (self._owner, self._goal, self._status))
        lines = max(len(self._title.lines) * _LANE_LEADING, others * LEADING)
        return max(lines, _LANE_LEADING) + 2 * _LANE_PADDING

    def draw(self, canvas: TaggedCanvas, top: float, body: StructureElement | None) -> None:
        """Draw the band."""
        layout, band = self._layout, self._band_height()
        with canvas.drawing_artifact():
            fill_box(canvas, 0, top - self.height, layout.width, band, look.FRAME)
            fill_box(canvas, 0, top - self.height, _EDGE, band, look.ACCENT)
        baseline = top - self._above - _LANE_PADDING - 9.4
        cells = RowCells(canvas, body)
        with cells.head():
            paint(canvas, TEXT_LEFT, baseline, self._title.spaced(), _LANE_TEXT, _LANE_LEADING)
            paint(canvas, layout.period_left, baseline, self._goal, TEXT)
        with cells.cell():
            paint(canvas, layout.owner_left, baseline, self._owner, TEXT, colour=look.QUIET)
        with cells.cell():
            left = layout.width - GAP - self._status.width
            paint(canvas, left, baseline, self._status, TEXT, colour=self._status_colour)
        with cells.cell():
            pass  # a mission has no period of its own

    def draw_continued(self, canvas: TaggedCanvas, top: float, continued: str) -> None:
        """Name the mission anew where it goes on on the next page, for the eye only."""
        band = CONTINUED_HEIGHT - _LANE_ABOVE
        bottom = top - CONTINUED_HEIGHT
        with canvas.drawing_artifact():
            fill_box(canvas, 0, bottom, self._layout.width, band, look.FRAME)
            fill_box(canvas, 0, bottom, _EDGE, band, look.ACCENT)
            name = self._again
            paint(canvas, TEXT_LEFT, bottom + 3.6, name, TEXT)
            left = max(self._layout.owner_left, TEXT_LEFT + name.width + 2 * GAP)
            canvas.write(left, bottom + 3.6, continued, size=SMALL, colour=look.QUIET)


class BarRow:
    """An initiative: title, owner, period in words, and its bar with the stage's name."""

    in_grid = True

    def __init__(self, bar: RoadmapBar, start: date, end: date, workshop: Workshop) -> None:
        layout = workshop.layout
        self._layout = layout
        self._padding = _DENSE_PADDING if layout.dense else _ROW_PADDING
        self._stage = bar.stage
        title = f"{bar.code} {bar.title}".strip()
        self._title = workshop.wrapped(
            title, Face.REGULAR, TEXT, layout.title - GAP - TEXT_LEFT, MOST_LINES
        )
        self._owner = workshop.wrapped(
            bar.owner, Face.REGULAR, TEXT, layout.owner - GAP, MOST_LINES
        )
        first, last = min(start, end), max(start, end)
        self._period = workshop.wrapped(
            workshop.months(first, last), Face.REGULAR, TEXT, layout.period - GAP, 2
        )
        lines = max(len(each.lines) for each in (self._title, self._owner, self._period))
        self.height = max(lines * LEADING, layout.bar) + 2 * self._padding
        self._place_bar(bar, first, last, workshop)

    def _place_bar(self, bar: RoadmapBar, first: date, last: date, workshop: Workshop) -> None:
        axis = workshop.axis
        left, right = axis.x(first), axis.x_after(last)
        self._came_before, self._goes_on = left < axis.left - 0.01, right > axis.right + 0.01
        self._left = min(axis.clamped(left), axis.right - 6)
        self._right = max(axis.clamped(right), self._left + 3)
        sign = stage_look(bar.stage)
        padding = _BAR_TEXT_PADDING + (_POINT if self._came_before else 0)
        room = self._right - self._left - padding - _BAR_TEXT_PADDING
        word = workshop.wrapped(bar.stage_word, sign.face, SMALL, _WIDEST_WORD, 1)
        self._word, self._word_colour = word, sign.text
        if word.width <= room:
            self._word_left: float = self._left + padding
            return
        word = workshop.wrapped(bar.stage_word, Face.REGULAR, SMALL, _WIDEST_WORD, 1)
        self._word, self._word_colour = word, look.QUIET
        found = beside(self._left, self._right, word.width, workshop.bounds)
        self._word_left = self._right + 4 if found is None else found

    @property
    def word_span(self) -> tuple[float, float]:
        """Left and right end of the stage's name."""
        return self._word_left, self._word_left + self._word.width

    @property
    def bar_span(self) -> tuple[float, float]:
        """Left and right end of the bar."""
        return self._left, self._right

    def draw(self, canvas: TaggedCanvas, top: float, body: StructureElement | None) -> None:
        """Draw the row."""
        layout = self._layout
        baseline = top - self._padding - 8.4
        bar_bottom = top - self._padding - (LEADING + layout.bar) / 2
        with canvas.drawing_artifact():
            draw_horizontal(canvas, top - self.height, 0, layout.width, look.HAIR, 0.4)
            draw_bar(
                canvas,
                self._stage,
                (self._left, bar_bottom, self._right - self._left, layout.bar),
                goes_on=self._goes_on,
                came_before=self._came_before,
            )
        cells = RowCells(canvas, body)
        with cells.head():
            paint(canvas, TEXT_LEFT, baseline, self._title, TEXT)
        with cells.cell():
            paint(canvas, layout.owner_left, baseline, self._owner, TEXT, colour=look.QUIET)
        if self._word_left > self._right or self._word_left < self._left:
            with canvas.drawing_artifact():
                clear(canvas, *self.word_span, bar_bottom, layout.bar)
        with cells.cell():
            word_base = bar_bottom + layout.bar / 2 - 2.8
            paint(canvas, self._word_left, word_base, self._word, SMALL, colour=self._word_colour)
        with cells.cell():
            paint(canvas, layout.period_left, baseline, self._period, TEXT, colour=look.QUIET)
