# SPDX-License-Identifier: Apache-2.0
"""The chart: lanes over as many pages as they take, and one table to whoever listens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from reportlab.platypus import Flowable

from missiondesk.documents import style as look
from missiondesk.documents.escaping import one_line
from missiondesk.documents.roadmap.bars import draw_horizontal
from missiondesk.documents.roadmap.chart_head import HEIGHT, ChartHead
from missiondesk.documents.roadmap.rows import CONTINUED_HEIGHT, ChartRow, LaneRow
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement, table_summary

_ROUNDING = 1e-6
_BOOKMARK_LEVEL = 2


class _Elements:
    """The table's elements, over all pages: one head, and a body for each mission."""

    def __init__(self, summary: str) -> None:
        self._summary = summary
        self._table: StructureElement | None = None
        self.body: StructureElement | None = None

    def head_row(self, canvas: TaggedCanvas) -> StructureElement | None:
        """The row of column heads the first time, None when they are only repeated."""
        if self._table is not None:
            return None
        attributes = table_summary(self._summary)
        self._table = StructureElement("Table", canvas.parent, attributes=attributes)
        return StructureElement("TR", StructureElement("THead", self._table))

    def begin_lane(self) -> None:
        """Begin the body of the next mission."""
        self.body = StructureElement("TBody", self._table)


class RoadmapChart(Flowable):
    """The lanes of a roadmap under their time axis; time and size are linear in the rows.

    Args:
        head: Draws the head of every page's part.
        rows: What to draw; the first is a `LaneRow`.
        width: Width of the chart in points.
        summary: A sentence on what the table holds.
        continued: What stands beside a mission's name that goes on on another page.
    """

    def __init__(
        self, head: ChartHead, rows: Sequence[ChartRow], width: float, summary: str, continued: str
    ) -> None:
        super().__init__()
        self._head = head
        self._rows = rows
        self._ends = [0.0, *accumulate(row.height for row in rows)]
        self._elements = _Elements(one_line(summary))
        self._continued = continued
        self._first = 0
        self._stop = len(rows)
        self._room = 0.0  # points that it takes at least
        self.width = width
        self.spaceAfter = 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The width, and the height of all rows that are left."""
        self.height = self._above + self._ends[self._stop] - self._ends[self._first]
        self.height = max(self.height, self._room)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit into ``height`` points, and the rest."""
        room = height - self._above + self._ends[self._first]
        stop = min(bisect_right(self._ends, room + _ROUNDING) - 1, self._stop)
        # A mission's band does not stand alone at the end of a page.
        while stop > self._first and stop < self._stop and self._is_lane(stop - 1):
            stop -= 1
        whole = self._whole_lane(stop, height)
        if whole <= self._first:
            return []
        here, later = self._part(self._first, whole), self._part(whole, self._stop)
        if whole < stop:
            here._room = height  # so that the next mission begins on the next page
        return [here, later]

    def draw(self) -> None:
        """Draw head, grid and rows."""
        canvas: TaggedCanvas = self.canv
        top = self.height
        self._head.draw(canvas, top, self._elements.head_row(canvas))
        top -= HEIGHT
        if not self._is_lane(self._first):
            self._lane_before(self._first).draw_continued(canvas, top, self._continued)
            top -= CONTINUED_HEIGHT
        with canvas.drawing_artifact():
            self._draw_grid(canvas, top)
        for index in range(self._first, self._stop):
            row = self._rows[index]
            if isinstance(row, LaneRow):
                self._elements.begin_lane()
                if row.name:
                    canvas.bookmark(row.name, _BOOKMARK_LEVEL, top)
            row.draw(canvas, top, self._elements.body)
            top -= row.height
        with canvas.drawing_artifact():
            draw_horizontal(canvas, top, 0, self.width, look.LINE, 0.8)

    @property
    def _above(self) -> float:
        return HEIGHT + (0 if self._is_lane(self._first) else CONTINUED_HEIGHT)

    def _is_lane(self, index: int) -> bool:
        return isinstance(self._rows[index], LaneRow)

    def _whole_lane(self, stop: int, height: float) -> int:
        """``stop``, or where its mission begins: one that fits on a page is not cut by its end."""
        if stop >= self._stop or stop <= self._first or self._is_lane(stop):
            return stop
        begins = stop
        while begins > self._first and not self._is_lane(begins):
            begins -= 1
        ends = stop
        while ends < self._stop and not self._is_lane(ends):
            ends += 1
        high = self._ends[ends] - self._ends[begins]
        filled = self._ends[begins] - self._ends[self._first]
        room = height - HEIGHT
        enough = filled >= room * _LEAST_FILLED
        return begins if enough and high <= room else stop

    def _lane_before(self, index: int) -> LaneRow:
        while index >= 0:
            row = self._rows[index]
            if isinstance(row, LaneRow):
                return row
            index -= 1
        raise ValueError("the chart does not begin with a mission")

    def _draw_grid(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw the grid beneath the rows, but not through the missions' bands."""
        start = top
        for index in range(self._first, self._stop):
            row = self._rows[index]
            if not row.in_grid:
                if start > top:
                    self._head.draw_grid(canvas, start, top)
                start = top - row.height
            top -= row.height
        if start > top:
            self._head.draw_grid(canvas, start, top)

    def _part(self, first: int, stop: int) -> RoadmapChart:
        part: Any = object.__new__(type(self))
        part.__dict__.update(
            {name: value for name, value in self.__dict__.items() if name not in _NOT_SHARED}
        )
        part._first, part._stop, part._room = first, stop, 0.0
        return part  # type: ignore[no-any-return]


_LEAST_FILLED = 0.5  # of a page that ends with a whole mission
_NOT_SHARED = ("canv", "_frame", "_postponed")  # what ReportLab notes on a flowable as it is set
