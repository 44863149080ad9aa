# SPDX-License-Identifier: Apache-2.0
"""The time axis: where a day lies, and which years and quarters can be named on it."""

from __future__ import annotations

from datetime import date, timedelta

from missiondesk.domain.late_dataclass import dataclass

_DAY = timedelta(days=1)
SHORT_QUARTER = 9.0  # points: room for a quarter's number; narrower ones are not told apart
_MONTHS_A_QUARTER = 3
_STEPS = (1, 2, 5, 10, 20, 50, 100, 500)
_YEAR_ROOM = 26.0  # points that a year's number takes


@dataclass(frozen=True, slots=True)
class Stretch:
    """A year or a quarter on the axis: its number and where it begins and ends, in points."""

    number: int
    left: float
    right: float


class TimeAxis:
    """Days from ``start`` to ``end`` on ``width`` points from ``left``.

    The axis is widened to whole quarters; an end before the start counts as a year after it.
    """

    def __init__(self, start: date, end: date, left: float, width: float) -> None:
        self.left = left
        self.right = left + width
        self._first = _quarter_start(start)
        last = _next_quarter(_quarter_start(end)) if end >= start else _a_year_later(self._first)
        self._last = last
        self._per_day = width / max((last - self._first).days, 1)

    def x(self, day: date) -> float:
        """Where ``day`` begins; outside the axis beyond its ends."""
        return self.left + (day - self._first).days * self._per_day

    def x_after(self, day: date) -> float:
        """Where ``day`` ends."""
        return self.x(day) + self._per_day

    def shows(self, day: date) -> bool:
        """Whether ``day`` lies on the axis."""
        return self._first <= day < self._last

    def clamped(self, x: float) -> float:
        """The point of the axis nearest to ``x``."""
        return min(max(x, self.left), self.right)

    def years(self) -> list[Stretch]:
        """The years, the first and last cut off where the axis ends."""
        found = []
        for year in range(self._first.year, (self._last - _DAY).year + 1):
            left = self.clamped(self.x(date(year, 1, 1)))
            right = self.clamped(self.x_after(date(year, 12, 31)))
            found.append(Stretch(year, left, right))
        return found

    def named_years(self) -> list[Stretch]:
        """Those years that there is room to name: all, or every second, fifth, tenth …"""
        years = self.years()
        whole = max((year.right - year.left for year in years), default=0.0)
        step = next((step for step in _STEPS if whole * step >= _YEAR_ROOM), None)
        if step is None:
            return []
        named: list[Stretch] = []
        end = self.right
        for year in reversed(years):
            # The first year may be cut so short that the next one stands in its way.
            if year.number % step == 0 and end - year.left >= _YEAR_ROOM:
                named.append(year)
                end = year.left
        return named[::-1]

    def quarters(self, room: float) -> list[Stretch]:
        """The quarters, or none when they are narrower than ``room`` points."""
        found: list[Stretch] = []
        if (self._last - self._first).days * room > 92 * (self.right - self.left):
            return found
        start = self._first
        while start < self._last:
            following = _next_quarter(start)
            number = (start.month - 1) // _MONTHS_A_QUARTER + 1
            found.append(Stretch(number, self.x(start), self.clamped(self.x(following))))
            start = following
        return found


def _quarter_start(day: date) -> date:
    return date(day.year, (day.month - 1) // _MONTHS_A_QUARTER * _MONTHS_A_QUARTER + 1, 1)


def _next_quarter(start: date) -> date:
    if start.month <= 12 - _MONTHS_A_QUARTER:
        return date(start.year, start.month + _MONTHS_A_QUARTER, 1)
    return date(start.year + 1, 1, 1) if start.year < date.max.year else date.max


def _a_year_later(start: date) -> date:
    return date(start.year + 1, start.month, 1) if start.year < date.max.year else date.max
