# SPDX-License-Identifier: Apache-2.0
"""A date as precise as it is known: a year, half-year, quarter, month, week or day, never guessed
finer.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import cached_property, lru_cache

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("year", re.compile(r"(\d{4})")),
    ("half_year", re.compile(r"(\d{4})-H([12])")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])")),
    ("month", re.compile(r"(\d{4})-(\d{2})")),
    ("week", re.compile(r"(\d{4})-W(\d{2})")),
    ("day", re.compile(r"(\d{4})-(\d{2})-(\d{2})")),
)
PRECISIONS = tuple(name for name, _ in _FORMS)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def _bounds(text: str) -> tuple[str, date, date] | None:
    for precision, form in _FORMS:
        found = form.fullmatch(text)
        if found is None:
            continue
        try:
            first, last = _span(precision, [int(part) for part in found.groups()])
        except (ValueError, OverflowError):  # a week that ends beyond the calendar
            return None
        return precision, first, last
    return None


def _span(precision: str, parts: list[int]) -> tuple[date, date]:
    year = parts[0]
    if precision == "year":
        return date(year, 1, 1), date(year, 12, 31)
    if precision in ("half_year", "quarter"):
        months = 6 if precision == "half_year" else 3
        last = parts[1] * months
        return date(year, last - months + 1, 1), _month_end(year, last)
    if precision == "month":
        return date(year, parts[1], 1), _month_end(year, parts[1])
    if precision == "week":
        monday = date.fromisocalendar(year, parts[1], 1)
        return monday, monday + timedelta(days=6)
    day = date(*parts)
    return day, day


@dataclass(frozen=True)
class Period:
    """One period of the calendar, kept as text: 2030, 2026-H1, 2026-Q2, 2026-03, 2026-W12,
    2026-03-24.

    Raises:
        Refused: The text is none of these forms or no real date.
    """

    text: str

    def __post_init__(self) -> None:
        if _bounds(self.text) is None:
            raise Refused(N_("“{text}” is not a date."), text=self.text)

    @staticmethod
    def of(first: date, precision: str) -> Period:
        """The period of ``precision`` that contains the day ``first``."""
        year, month = first.year, first.month
        if precision == "week":
            iso = first.isocalendar()
            return Period(f"{iso.year:04d}-W{iso.week:02d}")
        texts = {
            "year": f"{year:04d}",
            "half_year": f"{year:04d}-H{(month - 1) // 6 + 1}",
            "quarter": f"{year:04d}-Q{(month - 1) // 3 + 1}",
            "month": f"{year:04d}-{month:02d}",
            "day": first.isoformat(),
        }
        return Period(texts[precision])

    @cached_property
    def _parsed(self) -> tuple[str, date, date]:
        parsed = _bounds(self.text)
        assert parsed is not None  # __post_init__ refused everything else
        return parsed

    @property
    def precision(self) -> str:
        """One of `PRECISIONS`."""
        return self._parsed[0]

    @property
    def first(self) -> date:
        """First day."""
        return self._parsed[1]

    @property
    def last(self) -> date:
        """Last day."""
        return self._parsed[2]

    @property
    def decimal_year(self) -> float:
        """Position on a time axis in years, the middle of a calendar year falling on its number.

        A year's figure stands for the whole year, so 2026 is exactly 2026.0 and 2026-Q1 is
        2025.625; differences between periods of equal precision are exact.
        """
        days = (self.last - self.first).days + 1
        start = date(self.first.year, 1, 1)
        length = 366 if calendar.isleap(self.first.year) else 365
        if self.precision == "year":
            return float(self.first.year)
        if self.precision == "quarter":
            return self.first.year + (self.first.month - 1) / 12 + 0.125 - 0.5
        if self.precision == "half_year":
            return self.first.year + (self.first.month - 1) / 12 + 0.25 - 0.5
        return self.first.year + ((self.first - start).days + days / 2) / length - 0.5

    def __lt__(self, other: Period) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __le__(self, other: Period) -> bool:
        return self == other or self < other

    def __str__(self) -> str:
        return self.text


def day(moment: date) -> Period:
    """The period of one single day."""
    return Period(moment.isoformat())


def add_months(start: date, months: int) -> date:
    """The same day ``months`` later, or that month's last day when it is shorter.

    The calendar's first or last day where the months lead beyond it.
    """
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if months < 0 else date.max
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def add_days(start: date, days: int) -> date:
    """The day ``days`` later; the calendar's first or last day where they lead beyond it."""
    ordinal = start.toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
