# SPDX-License-Identifier: Apache-2.0
"""Dates and periods in words, never finer than they are known."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Protocol

from missiondesk.language.conventions import conventions

PRECISIONS = ("year", "half_year", "quarter", "month", "week", "day")


class HasPrecision(Protocol):
    """A date as precise as it is known (the domain's `Period` is one)."""

    @property
    def first(self) -> datetime.date:
        """First day of the period."""

    @property
    def precision(self) -> str:
        """One of `PRECISIONS`."""


def format_date(day: datetime.date, lang: str) -> str:
    """The day in words: "24. marts 2026", "24 March 2026"."""
    dot = "." if lang == "da" else ""
    return f"{day.day}{dot} {conventions(lang).months[day.month - 1]} {day.year}"


def format_short_date(day: datetime.date, lang: str) -> str:
    """The day for a column: "24.03.2026", "24 Mar 2026"."""
    if lang == "da":
        return f"{day.day:02}.{day.month:02}.{day.year}"
    return f"{day.day} {conventions(lang).short_months[day.month - 1]} {day.year}"


def format_weekday_date(day: datetime.date, lang: str) -> str:
    """The day with its weekday: "tirsdag den 24. marts 2026", "Tuesday 24 March 2026"."""
    name = conventions(lang).weekdays[day.weekday()]
    return f"{name}{' den' if lang == 'da' else ''} {format_date(day, lang)}"


def format_period(period: HasPrecision, lang: str) -> str:
    """The period as precise as it is: "2030", "2. kvartal 2026", "marts 2026", "uge 12 2027".

    Raises:
        ValueError: The precision is none of `PRECISIONS`.
    """
    return _format_period(period.first, period.precision, lang)


@lru_cache(maxsize=8192)
def _format_period(first: datetime.date, precision: str, lang: str) -> str:
    danish = lang == "da"
    if precision == "year":
        return str(first.year)
    if precision == "half_year":
        half = (first.month - 1) // 6 + 1
        return f"{half}. halvår {first.year}" if danish else f"H{half} {first.year}"
    if precision == "quarter":
        quarter = (first.month - 1) // 3 + 1
        return f"{quarter}. kvartal {first.year}" if danish else f"Q{quarter} {first.year}"
    if precision == "month":
        return f"{conventions(lang).months[first.month - 1]} {first.year}"
    if precision == "week":
        iso = first.isocalendar()
        return f"{'uge' if danish else 'week'} {iso.week} {iso.year}"
    if precision == "day":
        return format_date(first, lang)
    raise ValueError(f"unknown precision {precision!r}")


def format_period_in_sentence(period: HasPrecision, lang: str) -> str:
    """The period as it stands after "to" or "by": a Danish day has its "den"."""
    said = format_period(period, lang)
    return f"den {said}" if lang == "da" and period.precision == "day" else said


def format_period_as_when(period: HasPrecision, lang: str) -> str:
    """The period as the time when something happens: "i marts 2027", "on 3 May 2027"."""
    day = period.precision == "day"
    before = ("den" if day else "i") if lang == "da" else ("on" if day else "in")
    return f"{before} {format_period(period, lang)}"


def format_time(moment: datetime.datetime | datetime.time, lang: str) -> str:
    """The clock as it reads in ``moment``'s own zone: "14.32", "14:32"."""
    return f"{moment.hour:02}{'.' if lang == 'da' else ':'}{moment.minute:02}"


def format_moment(moment: datetime.datetime, lang: str) -> str:
    """Day and clock: "24. marts 2026 kl. 14.32", "24 March 2026 at 14:32"."""
    joined = "kl." if lang == "da" else "at"
    return f"{format_date(moment, lang)} {joined} {format_time(moment, lang)}"
