# SPDX-License-Identifier: Apache-2.0
"""Puts labels where they touch no line, no marker and no other label."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Points = tuple[tuple[float, float], ...]
Array = npt.NDArray[np.float64]
_BATCH = 64  # places tested at once
# Beyond this distance a label needs a thin line to say what it belongs to.
LEADER_FROM = 11.0
_RINGS = (0.0, 3.0, 7.0, 12.0, 18.0, 26.0, 36.0, 50.0, 70.0)
# Places on the edge of a square from -1 to 1: dense above and below, where text has its length.
_PERIMETER = (
    *((step / 5, side) for side in (1.0, -1.0) for step in range(-5, 6)),
    *((side, step / 2) for side in (1.0, -1.0) for step in (-1, 0, 1)),
)


class Box(NamedTuple):
    """A rectangle in points, origin at the lower left."""

    x0: float
    y0: float
    x1: float
    y1: float

    def grown(self, by: float) -> Box:
        """The box with ``by`` points more on each side."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def overlaps(self, other: Box) -> bool:
        """True when the two share an area."""
        return (
            self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1
        )

    def within(self, other: Box) -> bool:
        """True when no part lies outside ``other``."""
        return (
            other.x0 <= self.x0 and self.x1 <= other.x1 and other.y0 <= self.y0
        ) and self.y1 <= other.y1

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The box's own point that lies closest to (x, y)."""
        return min(max(x, self.x0), self.x1), min(max(y, self.y0), self.y1)

    def distance(self, x: float, y: float) -> float:
        """Points from (x, y) to the box, 0 inside."""
        near = self.nearest(x, y)
        return math.hypot(near[0] - x, near[1] - y)


class Spot(NamedTuple):
    """A place that a label may take: its lower left corner, what it belongs to, and its price."""

    x: float
    y: float
    anchor: tuple[float, float]
    price: float


@dataclass(frozen=True, slots=True)
class Wish:
    """A label of ``width`` by ``height`` points looking for a place; the first spots are the best.

    Attributes:
        far: Gives spots tried only when none of the near ones is free; they get a leader line.
    """

    key: str
    width: float
    height: float
    near: tuple[Spot, ...]
    far: Callable[[], tuple[Spot, ...]] = tuple


@dataclass(frozen=True, slots=True)
class Placed:
    """A label's place, with the leader line's two ends when it stands apart from its mark."""

    key: str
    box: Box
    leader: tuple[float, float, float, float] | None = None


class Segments:
    """Straight lines with half their thickness, tested against boxes all at once."""

    def __init__(self, lines: Iterable[tuple[Points, float]]) -> None:
        rows = [
            (*start, *end, half)
            for points, half in lines
            for start, end in itertools.pairwise(points)
        ]
        self._rows: npt.NDArray[np.float64] = np.array(rows, dtype=np.float64).reshape(-1, 5)
        x, y, end_x, end_y, _ = self._rows.T
        self._bounds = (
            np.minimum(x, end_x), np.minimum(y, end_y), np.maximum(x, end_x), np.maximum(y, end_y)
        )  # fmt: skip

    def touch(self, box: Box, clearance: float) -> bool:
        """True when a line comes closer than ``clearance`` points to the box (Liang-Barsky)."""
        return bool(self.touched(np.array([box], dtype=np.float64), clearance)[0])

    def touched(self, boxes: Array, clearance: float) -> npt.NDArray[np.bool_]:
        """`touch` for many boxes at once, one a row."""
        if not len(boxes):
            return np.zeros(0, dtype=bool)
        rows = self._rows[self._near(boxes, clearance)]
        if not len(rows):
            return np.zeros(len(boxes), dtype=bool)
        grow = rows[:, 4] + clearance
        x, y = rows[:, 0], rows[:, 1]
        # Rounded, for a line of hardly any length has no direction to divide by.
        dx, dy = np.round(rows[:, 2] - x, 9), np.round(rows[:, 3] - y, 9)
        x0, y0, x1, y1 = (boxes[:, side, None] for side in range(4))
        shape = (len(boxes), len(rows))
        low, high, free = np.zeros(shape), np.ones(shape), np.zeros(shape, dtype=bool)
        for way, room in (
            (-dx, x - (x0 - grow)),
            (dx, (x1 + grow) - x),
            (-dy, y - (y0 - grow)),
            (dy, (y1 + grow) - y),
        ):
            free |= (way == 0) & (room < 0)
            with np.errstate(divide="ignore", invalid="ignore"):
                share = room / way
            low = np.where(way < 0, np.maximum(low, share), low)
            high = np.where(way > 0, np.minimum(high, share), high)
        met: npt.NDArray[np.bool_] = np.any(~free & (low <= high), axis=1)
        return met

    def _near(self, boxes: Array, clearance: float) -> npt.NDArray[np.bool_]:
        """Which lines come near any of the boxes at all: few, and only they are tested."""
        grow = self._rows[:, 4] + clearance
        low_x, low_y, high_x, high_y = self._bounds
        left, low = boxes[:, :2].min(axis=0)
        right, high = boxes[:, 2:].max(axis=0)
        near: npt.NDArray[np.bool_] = (
            (low_x - grow <= right)
            & (high_x + grow >= left)
            & (low_y - grow <= high)
            & (high_y + grow >= low)
        )
        return near


def _overlapping(boxes: Array, others: Iterable[Box], grown: float) -> npt.NDArray[np.bool_]:
    """Which of the boxes, ``grown`` points larger on each side, share an area with any other."""
    rest = np.array(list(others), dtype=np.float64).reshape(-1, 4)
    x0, y0, x1, y1 = (boxes[:, side, None] for side in range(4))
    met: npt.NDArray[np.bool_] = np.any(
        (x0 - grown < rest[:, 2])
        & (rest[:, 0] < x1 + grown)
        & (y0 - grown < rest[:, 3])
        & (rest[:, 1] < y1 + grown),
        axis=1,
    )
    return met


@dataclass(slots=True)
class Scene:
    """What labels have to keep clear of, and the area they have to stay in.

    Attributes:
        arena: Rectangles; a label lies whole in one of them.
        segments: Polylines.
        marks: Boxes of markers.
        soft: Heights of grid lines, which a label may cross when there is no better place.
        soft_until: Where the grid lines end on the right.
        clearance: Points of white kept around a label.
    """

    arena: tuple[Box, ...]
    segments: Segments
    marks: tuple[Box, ...] = ()
    soft: tuple[float, ...] = ()
    soft_until: float = math.inf
    clearance: float = 2.0
    placed: list[Placed] = field(default_factory=list)

    def free(self, boxes: Array) -> npt.NDArray[np.bool_]:
        """Where a label may lie; one box a row."""
        arena = np.array(self.arena, dtype=np.float64)
        inside: npt.NDArray[np.bool_] = np.any(
            (arena[:, 0] <= boxes[:, 0, None])
            & (boxes[:, 2, None] <= arena[:, 2])
            & (arena[:, 1] <= boxes[:, 1, None])
            & (boxes[:, 3, None] <= arena[:, 3]),
            axis=1,
        )
        inside &= ~_overlapping(boxes, self.marks, self.clearance)
        if self.placed:
            others = (one.box for one in self.placed)
            inside &= ~_overlapping(boxes, others, 2 * self.clearance)
        leaders = [one.leader for one in self.placed if one.leader is not None]
        # The lines are the dearest to test, so only what is left is tested against them.
        left = np.flatnonzero(inside)
        if len(left):
            inside[left] = ~self.segments.touched(boxes[left], self.clearance)
            if leaders:
                lines = Segments(((leader[:2], leader[2:]), 0.3) for leader in leaders)
                inside[left] &= ~lines.touched(boxes[left], self.clearance)
        return inside

    def price(self, spot: Spot, box: Box, crowded: bool) -> float:
        """What a free place costs: its own price, grid lines crossed and lines close by."""
        crossed = sum(
            box.x0 < self.soft_until and box.y0 - 0.5 < height < box.y1 + 0.5
            for height in self.soft
        )
        return spot.price + 1.5 * crossed + (3.0 if crowded else 0.0)

    def settle(self, wish: Wish) -> Placed | None:
        """Give the label the cheapest free place and keep it there; None when none is free."""
        placed = self._cheapest(wish, wish.near) or self._cheapest(wish, wish.far())
        if placed is not None:
            self.placed.append(placed)
        return placed

    def _cheapest(self, wish: Wish, spots: tuple[Spot, ...]) -> Placed | None:
        best: tuple[float, Placed] | None = None
        for first in range(0, len(spots), _BATCH):
            hopeful = [
                spot
                for spot in spots[first : first + _BATCH]
                if best is None or spot.price < best[0]
            ]
            if not hopeful:
                continue
            corners = np.array([spot[:2] for spot in hopeful], dtype=np.float64)
            extent = np.array((wish.width, wish.height))
            boxes = np.hstack((corners, corners + extent))
            free = np.flatnonzero(self.free(boxes))
            crowded = self.segments.touched(boxes[free], self.clearance + 3.0)
            for at, tight in zip(free, crowded, strict=True):
                best = self._cheaper(best, wish, hopeful[at], bool(tight))
        return None if best is None else best[1]

    def _cheaper(
        self, best: tuple[float, Placed] | None, wish: Wish, spot: Spot, crowded: bool
    ) -> tuple[float, Placed] | None:
        """The better of what was found and a free spot."""
        if best is not None and spot.price >= best[0]:
            return best
        box = Box(spot.x, spot.y, spot.x + wish.width, spot.y + wish.height)
        leader = self._leader(spot, box)
        if leader is not None and self._leader_meets_label(leader):
            return best
        price = self.price(spot, box, crowded)
        if best is not None and price >= best[0]:
            return best
        return price, Placed(wish.key, box, leader)

    def _leader(self, spot: Spot, box: Box) -> tuple[float, float, float, float] | None:
        x, y = spot.anchor
        length = box.distance(x, y)
        if length <= LEADER_FROM:
            return None
        near = box.grown(1.0).nearest(x, y)
        start = 4.0 / length
        return (x + (near[0] - x) * start, y + (near[1] - y) * start, *near)

    def _leader_meets_label(self, leader: tuple[float, float, float, float]) -> bool:
        line = Segments([((leader[:2], leader[2:]), 0.3)])
        return any(line.touch(other.box, self.clearance) for other in self.placed)


def around(
    anchor: tuple[float, float],
    width: float,
    height: float,
    gap: float,
    prefer: float,
    rings: int = len(_RINGS),
) -> tuple[Spot, ...]:
    """Places around a marker, near ones first.

    Args:
        anchor: The marker's centre.
        gap: Points between the marker's centre and the label's edge.
        prefer: Preferred direction in degrees, 0 to the right and 90 upwards.
        rings: How many steps away from the marker; four need no leader.
    """
    return tuple(_ring_spots(anchor, width, height, gap, prefer, rings))


def _ring_spots(
    anchor: tuple[float, float],
    width: float,
    height: float,
    gap: float,
    prefer: float,
    rings: int,
) -> Iterator[Spot]:
    for ring in _RINGS[:rings]:
        # The label's centre moves along a rectangle on which its edge just clears the marker.
        reach_x, reach_y = width / 2 + gap + ring, height / 2 + gap + ring
        for across, up in _PERIMETER:
            degrees = math.degrees(math.atan2(up, across))
            away = abs((degrees - prefer + 180) % 360 - 180) / 60
            x, y = anchor[0] + across * reach_x, anchor[1] + up * reach_y
            yield Spot(x - width / 2, y - height / 2, anchor, ring * 0.45 + away)


def along(
    path: Points, width: float, height: float, gap: float, shares: tuple[float, ...]
) -> tuple[Spot, ...]:
    """Places beside a polyline at the given shares of its length; the label belongs to the line."""
    lengths = [math.dist(start, end) for start, end in itertools.pairwise(path)]
    sides = ((1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1), (0, -1))
    spots = []
    for (rank, share), side, push in itertools.product(enumerate(shares), sides, (0.0, 2.0, 5.0)):
        x, y = _at(path, lengths, share * sum(lengths))
        left = x + side[0] * (width / 2 + gap * 0.5) - width / 2
        low = y + side[1] * (height / 2 + gap + push) - height / 2
        price = rank * 0.25 + push * 0.4 + (0.0 if side[0] else 0.6)
        spots.append(Spot(left, low, (x, y), price))
    return tuple(spots)


def _at(path: Points, lengths: list[float], along_it: float) -> tuple[float, float]:
    for (start, end), length in zip(itertools.pairwise(path), lengths, strict=True):
        if along_it <= length and length:
            share = along_it / length
            return (
                start[0] + (end[0] - start[0]) * share,
                start[1] + (end[1] - start[1]) * share,
            )
        along_it -= length
    return path[-1]


def everywhere(
    arena: Box, anchor: tuple[float, float], width: float, height: float, step: float = 9.0
) -> tuple[Spot, ...]:
    """A grid of places over the whole area, the closest to the anchor first."""
    spots = []
    columns = max(1, int((arena.x1 - arena.x0 - width) / step) + 1)
    rows = max(1, int((arena.y1 - arena.y0 - height) / (step / 2)) + 1)
    for column in range(columns):
        for row in range(rows):
            x, y = arena.x0 + column * step, arena.y0 + row * step / 2
            box = Box(x, y, x + width, y + height)
            spots.append(Spot(x, y, anchor, box.distance(*anchor) * 0.5))
    return tuple(sorted(spots, key=lambda spot: spot.price))
