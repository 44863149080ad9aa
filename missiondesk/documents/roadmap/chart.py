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
        self.width = width
        self.spaceAfter = 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The width, and the height of all rows that are left."""
        self.height = self._above + self._ends[self._stop] - self._ends[self._first]
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit into ``height`` points, and the rest."""
        room = height - self._above + self._ends[self._first]
        stop = min(bisect_right(self._ends, room + _ROUNDING) - 1, self._stop)
        # A mission's band does not stand alone at the end of a page.
        while stop > self._first and stop < self._stop and self._is_lane(stop - 1):
            stop -= 1
        if stop <= self._first:
            return []
        return [self._part(self._first, stop), self._part(stop, self._stop)]

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
        part._first, part._stop = first, stop
        return part  # type: ignore[no-any-return]


_NOT_SHARED = ("canv", "_frame", "_postponed")  # what ReportLab notes on a flowable as it is set
