# SPDX-License-Identifier: Apache-2.0
"""Where every bar, diamond and label stands.

Rows are filled so that no label meets a bar, a diamond, another label or the today line.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui.widgets.timeline_items import Bar, Lane, Mark, TimelineContent
from missiondesk.ui.widgets.timeline_scale import TimeScale

Measure = Callable[[str], float]
Item = Bar | Mark

GAP = 8.0
PAD = 8.0
SMALLEST_BAR = 6.0
LONGEST_LABEL = 420.0  # at the usual size of the font
ROOMY_BAR = 90.0  # a bar this wide may hold a shortened name


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels that follow the font."""

    bar: float = 22.0
    pitch: float = 28.0
    diamond: float = 6.0
    lane_pad: float = 9.0
    longest: float = LONGEST_LABEL


class Placed(NamedTuple):
    """An item with its body and its label as spans from the axis's beginning.

    A tuple, because thousands are made at every step of the zoom.

    Attributes:
        start: Where body or label begins, ``stop`` where the last of them ends.
        inside: The label lies within its bar; else beside it.
    """

    item: Item
    left: float
    right: float
    label_left: float
    label_right: float
    start: float
    stop: float
    inside: bool = False


_START_AND_RIGHT = itemgetter(Placed._fields.index("start"), Placed._fields.index("right"))


# Without the call that gives a named tuple's fields their names: a tenth of a step of the zoom.
_placed = tuple.__new__


def _within(item: Item, left: float, right: float, width: float) -> Placed:
    first = left + PAD
    return _placed(Placed, (item, left, right, first, first + width, left, right, True))


def _with_label(item: Item, left: float, right: float, label: tuple[float, float]) -> Placed:
    first, last = label
    start, stop = min(first, left), max(last, right)
    return _placed(Placed, (item, left, right, first, last, start, stop, False))


@dataclass(slots=True)
class Row:
    """Items of one lane that stand at one height, from left to right."""

    lane: int
    top: float
    height: float
    items: list[Placed] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)

    def between(self, left: float, right: float) -> Iterator[Placed]:
        """Items of which any part lies between two positions."""
        # Reaches within a row do not overlap, so at most one begins left of the window.
        first = max(bisect_right(self.starts, left) - 1, 0)
        for placed in self.items[first : bisect_right(self.starts, right)]:
            if placed.stop >= left:
                yield placed


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane with its top and height."""

    lane: Lane
    top: float
    height: float


@dataclass(slots=True)
class TimelineLayout:
    """All lanes and rows in axis positions: x from the axis's beginning, y from the first lane."""

    lanes: list[LaneBox] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    height: float = 0.0
    _places: dict[tuple[str, str], tuple[Row, Placed]] | None = None
    _tops: list[float] = field(default_factory=list)
    _lane_tops: list[float] = field(default_factory=list)

    @property
    def places(self) -> dict[tuple[str, str], tuple[Row, Placed]]:
        """Each item's row and place; made when asked for, which a zoom by the wheel does not."""
        if self._places is None:
            self._places = {item_id(it.item): (row, it) for row in self.rows for it in row.items}
        return self._places

    def find(self, kind: str, key: str) -> tuple[Row, Placed] | None:
        """Row and place of one item: a zoom asks for that of the chosen one alone."""
        if self._places is not None:
            return self._places.get((kind, key))
        for row in self.rows:
            for placed in row.items:
                if placed.item.key == key and item_id(placed.item)[0] == kind:
                    return row, placed
        return None

    def rows_between(self, top: float, bottom: float) -> list[Row]:
        """Rows of which any part lies between two heights."""
        first = max(bisect_right(self._tops, top) - 1, 0)
        return self.rows[first : bisect_left(self._tops, bottom)]

    def lanes_between(self, top: float, bottom: float) -> list[LaneBox]:
        """Lanes of which any part lies between two heights."""
        first = max(bisect_right(self._lane_tops, top) - 1, 0)
        return self.lanes[first : bisect_left(self._lane_tops, bottom)]

    def at(self, x: float, y: float) -> Placed | None:
        """The item whose body or label is at a point."""
        for row in self.rows_between(y, y + 1e-6):
            if row.top <= y < row.top + row.height:
                for placed in row.between(x, x):
                    if placed.start <= x <= placed.stop:
                        return placed
        return None

    def lane_at(self, y: float) -> LaneBox | None:
        """The lane at a height."""
        for box in self.lanes_between(y, y + 1e-6):
            if box.top <= y < box.top + box.height:
                return box
        return None


def item_id(item: Item | Lane) -> tuple[str, str]:
    """What tells an item apart: its kind ("bar", "mark", "lane") and key."""
    return _KINDS[type(item)], item.key


_KINDS: dict[type[Item | Lane], str] = {Bar: "bar", Mark: "mark", Lane: "lane"}


@dataclass(frozen=True, slots=True)
class MeasuredLane:
    """A lane's items with what no zoom changes, in the order of their keys.

    Attributes:
        bars: First and last day as `date.toordinal` counts them, width of the label, and the bar.
        marks: Likewise; the first day is that of the span by which it is known.
    """

    lane: Lane
    bars: list[tuple[int, int, float, Bar]]
    marks: list[tuple[int, int, float, Mark]]


def measured(content: TimelineContent, measure: Measure) -> list[MeasuredLane]:
    """Items by lane; those of unknown lanes are left out.

    Args:
        content: What is shown.
        measure: Width of a label in pixels.
    """
    lanes = {lane.key: MeasuredLane(lane, [], []) for lane in content.lanes}
    for bar in sorted(content.bars, key=lambda one: one.key):
        if (owner := lanes.get(bar.lane)) is not None:
            days = bar.start.toordinal(), bar.end.toordinal()
            owner.bars.append((*days, measure(bar.label), bar))
    for mark in sorted(content.marks, key=lambda one: one.key):
        if (owner := lanes.get(mark.lane)) is not None:
            days = (mark.since or mark.when).toordinal(), mark.when.toordinal()
            owner.marks.append((*days, measure(mark.label), mark))
    return list(lanes.values())


def lay_out(
    lanes: Sequence[MeasuredLane],
    scale: TimeScale,
    metrics: Metrics,
    today: date | None = None,
    header_height: Callable[[Lane], float] = lambda _lane: 0.0,
    begin: float = 0.0,
) -> TimelineLayout:
    """Place everything; cost grows with n log n.

    Args:
        lanes: See `measured`.
        scale: Axis in pixels.
        metrics: Sizes that follow the font.
        today: Where the today line stands, or None for none.
        header_height: Least height of a lane, so that its title has room.
        begin: Axis position left of which no label goes, because it is out of sight.
    """
    line = None if today is None else scale.middle(today)
    first, longest = scale.start.toordinal(), metrics.longest
    limits = _Limits(begin, scale.width, line, first, scale.per_day, longest)
    layout = TimelineLayout()
    top = 0.0
    for index, one in enumerate(lanes):
        inner = top + metrics.lane_pad
        placed_bars = [_place_bar(*bar, limits) for bar in one.bars]
        for items in (fill_rows(placed_bars), _mark_rows(one.marks, metrics, limits)):
            for row_items in items:
                row = Row(index, inner, metrics.pitch, row_items)
                row.starts = [placed.start for placed in row_items]
                layout.rows.append(row)
                inner += metrics.pitch
        height = max(inner + metrics.lane_pad - top, header_height(one.lane), metrics.pitch)
        layout.lanes.append(LaneBox(one.lane, top, height))
        top += height
    layout.height = top
    layout._tops = [row.top for row in layout.rows]
    layout._lane_tops = [box.top for box in layout.lanes]
    return layout


@dataclass(frozen=True, slots=True)
class _Limits:
    """What a label beside its item has to keep clear of, and the scale in bare numbers.

    Attributes:
        first: Number of the axis's first day, as `date.toordinal` counts.
        per_day: Pixels a day.
        longest: Pixels that a label beside its item may take.
    """

    begin: float
    width: float
    today: float | None
    first: int
    per_day: float
    longest: float

    def crossed(self, left: float, right: float) -> bool:
        """Whether the today line crosses a label."""
        return self.today is not None and left - 2 < self.today < right + 2


def _beside(left: float, right: float, width: float, limits: _Limits) -> tuple[float, float] | None:
    """Span of a label to the right of a body, else to its left, or None when neither has room.

    A label keeps clear of the today line where it can; else its ground hides the line.
    """
    # Thousands at every step of the zoom: as little as can be is made or called here.
    after, before = right + GAP, left - GAP
    beyond, first = after + width, before - width
    fits_after = after >= limits.begin and beyond <= limits.width
    if fits_after and not limits.crossed(after, beyond):
        return after, beyond
    fits_before = first >= limits.begin and before <= limits.width
    if fits_before and not (fits_after and limits.crossed(first, before)):
        return first, before
    return (after, beyond) if fits_after else None


def _roomier(left: float, right: float, width: float, limits: _Limits) -> tuple[float, float]:
    """Span of a label on the side with most room on the axis, shorter than it wants to be."""
    if limits.width - right >= left - limits.begin:
        return right + GAP, max(min(right + GAP + width, limits.width), right + GAP)
    return min(max(left - GAP - width, limits.begin), left - GAP), left - GAP


def _place_bar(start: int, end: int, width: float, bar: Bar, limits: _Limits) -> Placed:
    left = (start - limits.first) * limits.per_day
    right = (end - limits.first + 1) * limits.per_day
    if right < left + SMALLEST_BAR:
        right = left + SMALLEST_BAR
    if right > limits.width and right - left <= SMALLEST_BAR:
        left, right = limits.width - SMALLEST_BAR, limits.width
    seen = right - (max(limits.begin, left))
    if width + 2 * PAD <= seen:
        return _within(bar, left, right, width)
    if width > limits.longest:
        width = limits.longest
    label = _beside(left, right, width, limits)
    if label is None:
        # Shortened it has to be: it stands where more of it can be read.
        label = _roomier(left, right, width, limits)
        if seen >= ROOMY_BAR and seen - 2 * PAD >= label[1] - label[0]:
            return _within(bar, left, right, seen - 2 * PAD)
    return _with_label(bar, left, right, label)


def fill_rows(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Spread items over as few rows as their reaches allow, from left to right.

    Of those that begin and end alike the first given stands above.
    """
    rows: list[list[Placed]] = []
    ends: list[tuple[float, int]] = []
    for one in sorted(placed, key=_START_AND_RIGHT):
        if ends and ends[0][0] + GAP <= one.start:
            index = ends[0][1]
            rows[index].append(one)
            heapq.heapreplace(ends, (one.stop, index))
        else:
            heapq.heappush(ends, (one.stop, len(rows)))
            rows.append([one])
    # Read from the top they begin in the order of time.
    return sorted(rows, key=lambda row: row[0].left)


def _mark_rows(
    marks: Sequence[tuple[int, int, float, Mark]], metrics: Metrics, limits: _Limits
) -> list[list[Placed]]:
    placed = []
    for start, end, wide, mark in marks:
        first = (start - limits.first) * limits.per_day
        last = (end - limits.first + 1) * limits.per_day
        centre = (first + last) / 2
        left = min(first, centre - metrics.diamond)
        right = max(last, centre + metrics.diamond)
        width = min(wide, limits.longest)
        label = _beside(left, right, width, limits) or _roomier(left, right, width, limits)
        placed.append(_with_label(mark, left, right, label))
    return fill_rows(placed)
