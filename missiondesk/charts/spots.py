# SPDX-License-Identifier: Apache-2.0
"""The places that a label may take: around a marker, along a line, anywhere on an area."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, overload

from missiondesk.charts.segments import Box, Points

_RINGS = (0.0, 3.0, 7.0, 12.0, 18.0, 26.0, 36.0, 50.0, 70.0)
# Places on the edge of a square from -1 to 1: dense above and below, where text has its length.
_PERIMETER = (
    *((step / 5, side) for side in (1.0, -1.0) for step in range(-5, 6)),
    *((side, step / 2) for side in (1.0, -1.0) for step in (-1, 0, 1)),
)


_SIDES = ((1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1), (0, -1))
_PUSHES = (0.0, 2.0, 5.0)
_BESIDE = len(_SIDES) * len(_PUSHES)  # places at one share of a line


class Spot(NamedTuple):
    """A place that a label may take: its lower left corner, what it belongs to, and its price."""

    x: float
    y: float
    anchor: tuple[float, float]
    price: float


class _Spots(Sequence[Spot]):
    """Places made only when they are looked at: most labels find room among the first.

    Attributes:
        order: Numbers of the places, the cheapest first.
    """

    order: Sequence[int]

    def __len__(self) -> int:
        return len(self.order)

    @overload
    def __getitem__(self, at: int) -> Spot: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Spot]: ...
    def __getitem__(self, at: int | slice) -> Spot | Sequence[Spot]:
        if isinstance(at, slice):
            return [self.made(number) for number in range(len(self))[at]]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self.made(at)

    def made(self, number: int) -> Spot:
        """The place of this number."""
        raise NotImplementedError


def cheapest_first(spots: Sequence[Spot]) -> Sequence[int]:
    """Numbers of ``spots`` by price, equal ones in their order."""
    if isinstance(spots, _Spots):
        return spots.order
    return sorted(range(len(spots)), key=lambda at: spots[at].price)


class _Around(_Spots):
    def __init__(
        self, anchor: tuple[float, float], half: tuple[float, float], gap: float, steps: _Steps
    ) -> None:
        self._anchor, self._half, self._gap = anchor, half, gap
        self._steps, self.order = steps

    def made(self, number: int) -> Spot:
        ring, across, up, price = self._steps[number]
        (x, y), (half_width, half_height), gap = self._anchor, self._half, self._gap
        # The label's centre moves along a rectangle on which its edge just clears the marker.
        left = x + across * (half_width + gap + ring) - half_width
        low = y + up * (half_height + gap + ring) - half_height
        return Spot(left, low, self._anchor, price)


def around(
    anchor: tuple[float, float],
    width: float,
    height: float,
    gap: float,
    prefer: float,
    rings: int = len(_RINGS),
) -> Sequence[Spot]:
    """Places around a marker, near ones first.

    Args:
        anchor: The marker's centre.
        gap: Points between the marker's centre and the label's edge.
        prefer: Preferred direction in degrees, 0 to the right and 90 upwards.
        rings: How many steps away from the marker; four need no leader.
    """
    return _Around(anchor, (width / 2, height / 2), gap, _ring_steps(prefer, rings))


_Steps = tuple[tuple[tuple[float, float, float, float], ...], tuple[int, ...]]


@lru_cache(maxsize=64)
def _ring_steps(prefer: float, rings: int) -> _Steps:
    """Steps away from a marker, places on their perimeter and prices, and their order by price."""
    steps = []
    for ring in _RINGS[:rings]:
        for across, up in _PERIMETER:
            degrees = math.degrees(math.atan2(up, across))
            away = abs((degrees - prefer + 180) % 360 - 180) / 60
            steps.append((ring, across, up, ring * 0.45 + away))
    return _ordered(steps)


def _ordered(steps: Sequence[tuple[float, float, float, float]]) -> _Steps:
    return tuple(steps), tuple(sorted(range(len(steps)), key=lambda at: steps[at][3]))


class _Along(_Spots):
    def __init__(
        self, places: Points, half: tuple[float, float], gap: float, steps: _Steps
    ) -> None:
        self._places, self._half, self._gap = places, half, gap
        self._steps, self.order = steps

    def made(self, number: int) -> Spot:
        (across, up, push, price), each = self._steps[number], _BESIDE
        x, y = self._places[number // each]
        half_width, half_height = self._half
        left = x + across * (half_width + self._gap * 0.5) - half_width
        low = y + up * (half_height + self._gap + push) - half_height
        return Spot(left, low, (x, y), price)


def along(
    path: Points, width: float, height: float, gap: float, shares: tuple[float, ...]
) -> Sequence[Spot]:
    """Places beside a polyline at the given shares of its length; the label belongs to the line."""
    lengths = [math.dist(start, end) for start, end in itertools.pairwise(path)]
    whole = sum(lengths)
    places = tuple(_at(path, lengths, share * whole) for share in shares)
    return _Along(places, (width / 2, height / 2), gap, _side_steps(len(shares)))


@lru_cache(maxsize=16)
def _side_steps(count: int) -> _Steps:
    """Sides of ``count`` places of a line, how far off and prices, and their order by price."""
    return _ordered(
        [
            (side[0], side[1], push, rank * 0.25 + push * 0.4 + (0.0 if side[0] else 0.6))
            for rank, side, push in itertools.product(range(count), _SIDES, _PUSHES)
        ]
    )


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
