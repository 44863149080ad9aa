# SPDX-License-Identifier: Apache-2.0
"""Dates and periods in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from missiondesk.language import translator

DA, EN = translator("da"), translator("en")


@dataclass(frozen=True)
class Span:
    first: date
    precision: str


def test_a_day() -> None:
    day = date(2026, 3, 24)
    assert (DA.date(day), EN.date(day)) == ("24. marts 2026", "24 March 2026")
    assert (DA.short_date(day), EN.short_date(day)) == ("24.03.2026", "24 Mar 2026")
    assert DA.weekday_date(day) == "tirsdag den 24. marts 2026"
    assert EN.weekday_date(day) == "Tuesday 24 March 2026"


@pytest.mark.parametrize(
    ("first", "precision", "danish", "english"),
    [
        (date(2030, 1, 1), "year", "2030", "2030"),
        (date(2026, 7, 1), "half_year", "2. halvår 2026", "H2 2026"),
        (date(2026, 4, 1), "quarter", "2. kvartal 2026", "Q2 2026"),
        (date(2026, 3, 1), "month", "marts 2026", "March 2026"),
        (date(2027, 3, 22), "week", "uge 12 2027", "week 12 2027"),
        (date(2026, 12, 28), "week", "uge 53 2026", "week 53 2026"),
        (date(2025, 12, 29), "week", "uge 1 2026", "week 1 2026"),
        (date(2026, 3, 24), "day", "24. marts 2026", "24 March 2026"),
    ],
)
def test_a_period_is_said_as_precisely_as_it_is_known(
    first: date, precision: str, danish: str, english: str
) -> None:
    period = Span(first, precision)
    assert (DA.period(period), EN.period(period)) == (danish, english)


@pytest.mark.parametrize(
    ("first", "precision", "danish", "english"),
    [
        (date(2027, 3, 1), "month", "i marts 2027", "in March 2027"),
        (date(2030, 1, 1), "year", "i 2030", "in 2030"),
        (date(2026, 3, 24), "day", "den 24. marts 2026", "on 24 March 2026"),
    ],
)
def test_when_something_happens_has_its_preposition(
    first: date, precision: str, danish: str, english: str
) -> None:
    period = Span(first, precision)
    assert (DA.when(period), EN.when(period)) == (danish, english)


def test_an_unknown_precision_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="decade"):
        DA.period(Span(date(2030, 1, 1), "decade"))


def test_a_moment() -> None:
    moment = datetime(2026, 3, 4, 9, 5, tzinfo=UTC)
    assert (DA.time(moment), EN.time(moment)) == ("09.05", "09:05")
    assert DA.moment(moment) == "4. marts 2026 kl. 09.05"
    assert EN.moment(moment) == "4 March 2026 at 09:05"
