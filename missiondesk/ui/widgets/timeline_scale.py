# SPDX-License-Identifier: Apache-2.0
"""Days to pixels and back, and where years, quarters and months begin on the axis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from missiondesk.domain.late_dataclass import dataclass

# From here on a quarter's, then a month's name has room under the year.
QUARTER_ROOM = 44.0
MONTH_ROOM = 34.0
_MONTH_DAYS = 30.4
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Tick:
    """A boundary on the axis: ``level`` 0 is a year, 1 a quarter, 2 a month."""

    day: date
    x: float
    level: int


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A straight axis from ``start`` to ``end`` (both days included), ``per_day`` pixels a day."""

    start: date
    end: date
    per_day: float

    @property
    def days(self) -> int:
        """Length of the axis in days."""
        return self.end.toordinal() - self.start.toordinal() + 1

    @property
    def width(self) -> float:
        """Length of the axis in pixels."""
        return self.days * self.per_day

    @property
    def finest(self) -> int:
        """Finest level whose names have room: 0 years, 1 quarters, 2 months."""
        if self.per_day * _MONTH_DAYS >= MONTH_ROOM:
            return 2
        return 1 if self.per_day * _MONTH_DAYS * 3 >= QUARTER_ROOM else 0

    def years_apart(self, wide: float) -> int:
        """How many years lie between two names that are ``wide`` pixels, so that none meet."""
        year = self.per_day * _MONTH_DAYS * 12
        return next((step for step in _YEAR_STEPS if step * year >= wide), _YEAR_STEPS[-1])

    def named(self, level: int, wide: float) -> bool:
        """Whether names that are ``wide`` pixels have room at every boundary of this level."""
        return self.per_day * _MONTH_DAYS * (1 if level == 2 else 3) >= wide

    def x(self, day: date) -> float:
        """Left edge of ``day`` in pixels from the axis's beginning."""
        return (day.toordinal() - self.start.toordinal()) * self.per_day

    def middle(self, day: date) -> float:
        """Middle of ``day``."""
        return self.x(day) + self.per_day / 2

    def day(self, x: float) -> date:
        """The day at ``x``, held within the axis."""
        offset = min(max(int(x / self.per_day), 0), self.days - 1)
        return date.fromordinal(self.start.toordinal() + offset)

    def ticks(self, left: float, right: float) -> Iterator[Tick]:
        """Boundaries between two positions, and the last one before ``left``."""
        first, last = self.day(left), self.day(right)
        step = 1 if self.finest == 2 else 3
        month = (first.month - 1) // step * step + 1
        year = first.year
        while (day := date(year, month, 1)) <= last:
            yield Tick(day, self.x(day), 0 if month == 1 else 1 if month % 3 == 1 else 2)
            month += step
            if month > 12:
                year, month = year + 1, 1
