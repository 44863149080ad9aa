# SPDX-License-Identifier: Apache-2.0
"""Boxes and straight lines, and whether they meet: what labels have to keep clear of."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Points = tuple[tuple[float, float], ...]


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


class Segments:
    """Straight lines with half their thickness, tested against boxes."""

    def __init__(self, lines: Iterable[tuple[Points, float]]) -> None:
        self._lines = [
            _line(*start, *end, half)
            for points, half in lines
            for start, end in itertools.pairwise(points)
        ]

    def touch(self, box: Box, clearance: float) -> bool:
        """True when a line comes closer than ``clearance`` points to the box (Liang-Barsky)."""
        x0, y0, x1, y1 = box
        for low_x, low_y, high_x, high_y, half, x, y, dx, dy in self._lines:
            grow = half + clearance
            if (
                low_x - grow <= x1
                and high_x + grow >= x0
                and low_y - grow <= y1
                and high_y + grow >= y0
            ):
                rooms = (x - (x0 - grow), (x1 + grow) - x, y - (y0 - grow), (y1 + grow) - y)
                if _enters(rooms, (-dx, dx, -dy, dy)):
                    return True
        return False

    def crossed(self, start: tuple[float, float], end: tuple[float, float]) -> int:
        """How many of the lines a thin straight line crosses."""
        (ax, ay), (bx, by) = start, end
        count = 0
        for *_bounds, _half, x, y, dx, dy in self._lines:
            first = _side(ax, ay, bx, by, x, y) * _side(ax, ay, bx, by, x + dx, y + dy)
            if first < 0:
                count += _side(x, y, x + dx, y + dy, ax, ay) * _side(
                    x, y, x + dx, y + dy, bx, by
                ) < 0  # fmt: skip
        return count


def _side(ax: float, ay: float, bx: float, by: float, x: float, y: float) -> float:
    """Above zero to the left of the way from a to b, below it to the right."""
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax)


def _line(x: float, y: float, end_x: float, end_y: float, half: float) -> tuple[float, ...]:
    """A line with its bounds, half its thickness, its beginning and the way to its end.

    The way is rounded, for a line of hardly any length has no direction to divide by.
    """
    bounds = min(x, end_x), min(y, end_y), max(x, end_x), max(y, end_y)
    return (*bounds, half, x, y, round(end_x - x, 9), round(end_y - y, 9))


def _enters(rooms: Sequence[float], ways: Sequence[float]) -> bool:
    """Whether a line is within all four sides at one place of its length at least.

    Args:
        rooms: How far its beginning is within each side.
        ways: How far its end is nearer to that side than its beginning.
    """
    low, high = 0.0, 1.0
    for room, way in zip(rooms, ways, strict=True):
        if way == 0:
            if room < 0:
                return False
            continue
        share = room / way
        if way < 0:
            low = max(low, share)
        else:
            high = min(high, share)
        if low > high:
            return False
    return True
