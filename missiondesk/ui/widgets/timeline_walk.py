# SPDX-License-Identifier: Apache-2.0
"""Where the keyboard goes from one item of a timeline to the next."""

from __future__ import annotations

from missiondesk.ui.widgets.timeline_items import Lane
from missiondesk.ui.widgets.timeline_layout import Item, Placed, Row, TimelineLayout, item_id

Target = Item | Lane


class Walk:
    """Neighbours in a laid-out timeline: lanes downwards; in a lane its title, then time."""

    def __init__(self, layout: TimelineLayout) -> None:
        self._layout = layout
        self._rows: list[list[Row]] = [[] for _ in layout.lanes]
        for row in layout.rows:
            self._rows[row.lane].append(row)

    def lane_of(self, target: Target) -> int:
        """Position of the target's lane."""
        if isinstance(target, Lane):
            return next(i for i, box in enumerate(self._layout.lanes) if box.lane == target)
        return self._layout.places[item_id(target)][0].lane

    def in_time(self, lane: int) -> list[Target]:
        """A lane's title and its items by where they begin."""
        placed = [one for row in self._rows[lane] for one in row.items]
        placed.sort(key=lambda one: (one.left, one.right))
        return [self._layout.lanes[lane].lane, *(one.item for one in placed)]

    def aside(self, target: Target, step: int) -> Target:
        """The item before (-1) or after (1) in time within the lane; at its end the target."""
        line = self.in_time(self.lane_of(target))
        at = line.index(target) + step
        return line[at] if 0 <= at < len(line) else target

    def edge(self, target: Target, last: bool) -> Target:
        """The lane's title, or its last item."""
        return self.in_time(self.lane_of(target))[-1 if last else 0]

    def vertical(self, target: Target, x: float, step: int) -> Target:
        """The item in the next row that lies nearest to ``x``; from a title to the next title."""
        lane = self.lane_of(target)
        lanes = self._layout.lanes
        if isinstance(target, Lane):
            at = lane + step
            return lanes[at].lane if 0 <= at < len(lanes) else target
        rows = self._layout.rows
        at = rows.index(self._layout.places[item_id(target)][0]) + step
        return nearest(rows[at], x).item if 0 <= at < len(rows) else target

    def by_height(self, target: Target, x: float, distance: float) -> Target:
        """The item about ``distance`` further down (or up, when negative)."""
        rows = self._layout.rows
        if isinstance(target, Lane) or not rows:
            box = self._layout.lanes[self.lane_of(target)]
            found = self._layout.lane_at(min(max(box.top + distance, 0), self._layout.height - 1))
            return found.lane if found else target
        row = self._layout.places[item_id(target)][0]
        wanted = row.top + distance
        return nearest(min(rows, key=lambda one: abs(one.top - wanted)), x).item

    def outermost(self, last: bool) -> Target | None:
        """The first lane's title or the last lane's last item."""
        lanes = self._layout.lanes
        if not lanes:
            return None
        return self.in_time(len(lanes) - 1)[-1] if last else lanes[0].lane


def nearest(row: Row, x: float) -> Placed:
    """The item of a row whose body lies nearest to ``x``."""
    return min(row.items, key=lambda one: max(one.left - x, x - one.right, 0.0))
