# SPDX-License-Identifier: Apache-2.0
"""Puts labels where they touch no line, no marker and no other label."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from typing import NamedTuple

from missiondesk.charts.segments import Box as Box
from missiondesk.charts.segments import Points as Points
from missiondesk.charts.segments import Segments as Segments
from missiondesk.charts.spots import Spot, cheapest_first
from missiondesk.domain.late_dataclass import dataclass

# Beyond this distance a label needs a thin line to say what it belongs to.
LEADER_FROM = 11.0
_LEADER_HALF = 0.3  # of its thickness
_CROSSING = 10.0  # price of a line that the leader crosses
_DEAR = 24.0  # price from which a place further off may be the better one


@dataclass(frozen=True, slots=True)
class Wish:
    """A label of ``width`` by ``height`` points looking for a place; the first spots are the best.

    Attributes:
        far: Gives spots tried only when none of the near ones is free and cheap; they get a leader
            line.
    """

    key: str
    width: float
    height: float
    near: Sequence[Spot]
    far: Callable[[], Sequence[Spot]] = tuple


@dataclass(frozen=True, slots=True)
class Placed:
    """A label's place, with the leader line's two ends when it stands apart from its mark."""

    key: str
    box: Box
    leader: tuple[float, float, float, float] | None = None


def _meets(box: Box, others: Iterable[Box], grown: float) -> bool:
    """Whether the box, ``grown`` points larger on each side, shares an area with any other."""
    x0, y0, x1, y1 = box
    x0, y0, x1, y1 = x0 - grown, y0 - grown, x1 + grown, y1 + grown
    for left, low, right, high in others:
        if x0 < right and left < x1 and y0 < high and low < y1:
            return True
    return False


class _Found(NamedTuple):
    """A free place with what it costs and its number among those wished for."""

    price: float
    number: int
    placed: Placed


def _thin(leader: tuple[float, float, float, float]) -> Segments:
    return Segments([((leader[:2], leader[2:]), _LEADER_HALF)])


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

    def is_free(self, box: Box) -> bool:
        """Whether a label may lie there; the lines, which are the dearest to test, come last."""
        x0, y0, x1, y1 = box
        for left, low, right, high in self.arena:
            if left <= x0 and x1 <= right and low <= y0 and y1 <= high:
                break
        else:
            return False
        if _meets(box, self.marks, self.clearance):
            return False
        if self.placed and _meets(box, [one.box for one in self.placed], 2 * self.clearance):
            return False
        if self.segments.touch(box, self.clearance):
            return False
        leaders = (one.leader for one in self.placed if one.leader is not None)
        return not any(_thin(leader).touch(box, self.clearance) for leader in leaders)

    def price(self, spot: Spot, box: Box, crowded: bool) -> float:
        """What a free place costs: its own price, grid lines crossed and lines close by."""
        crossed = 0
        if box.x0 < self.soft_until:
            low, high = box.y0 - 0.5, box.y1 + 0.5
            for height in self.soft:
                crossed += low < height < high
        return spot.price + 1.5 * crossed + (3.0 if crowded else 0.0)

    def settle(self, wish: Wish) -> Placed | None:
        """Give the label the cheapest free place and keep it there; None when none is free.

        Of equally cheap places the first wished for is taken.
        """
        found = self._cheapest(wish, wish.near)
        if found is None or found.price > _DEAR:
            far = self._cheapest(wish, wish.far())
            found = found if far is None or (found and found.price <= far.price) else far
        if found is None:
            return None
        self.placed.append(found.placed)
        return found.placed

    def _cheapest(self, wish: Wish, spots: Sequence[Spot]) -> _Found | None:
        # A place costs at least its own price: the search ends where that exceeds the best.
        order = cheapest_first(spots)
        best: _Found | None = None
        for at in order:
            spot = spots[at]
            if best is not None and spot.price > best.price:
                break
            box = Box(spot.x, spot.y, spot.x + wish.width, spot.y + wish.height)
            if best is not None and self.price(spot, box, crowded=False) > best.price:
                continue
            if self.is_free(box):
                crowded = self.segments.touch(box, self.clearance + 3.0)
                best = self._cheaper(best, wish, at, spot, crowded)
        return best

    def _cheaper(
        self, best: _Found | None, wish: Wish, at: int, spot: Spot, crowded: bool
    ) -> _Found | None:
        """The better of what was found and a free spot."""
        box = Box(spot.x, spot.y, spot.x + wish.width, spot.y + wish.height)
        price = self.price(spot, box, crowded)
        if best is not None and (price, at) >= best[:2]:
            return best
        leader = self._leader(spot, box)
        if leader is not None:
            if self._leader_meets_label(leader):
                return best
            price += _CROSSING * self.segments.crossed(leader[:2], leader[2:])
            if best is not None and (price, at) >= best[:2]:
                return best
        return _Found(price, at, Placed(wish.key, box, leader))

    def _leader(self, spot: Spot, box: Box) -> tuple[float, float, float, float] | None:
        x, y = spot.anchor
        length = box.distance(x, y)
        if length <= LEADER_FROM:
            return None
        near = box.grown(1.0).nearest(x, y)
        start = 4.0 / length
        return (x + (near[0] - x) * start, y + (near[1] - y) * start, *near)

    def _leader_meets_label(self, leader: tuple[float, float, float, float]) -> bool:
        line = _thin(leader)
        return any(line.touch(other.box, self.clearance) for other in self.placed)
