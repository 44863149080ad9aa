# SPDX-License-Identifier: Apache-2.0
"""Periods keep the precision they were given and never guess a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.period import PRECISIONS, Period, add_days, add_months, day
from missiondesk.domain.refused import Refused

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(days, st.sampled_from(PRECISIONS))
def test_the_period_of_a_day_contains_it_and_reads_back(moment: date, precision: str) -> None:
    period = Period.of(moment, precision)
    assert period.precision == precision
    assert period.first <= moment <= period.last
    assert Period(period.text) == period
    assert Period.of(period.first, precision) == period


@pytest.mark.parametrize(
    "text",
    ["", "26", "2026-13", "2026-02-30", "2026-Q5", "2026-W54", "2026/03", "2025-W53", "x2026"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        Period(text)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("2026", 2026.0),
        ("2026-Q1", 2025.625),
        ("2026-Q4", 2026.375),
        ("2026-H1", 2025.75),
        ("2026-07-02", 2026.0),
    ],
)
def test_a_years_figure_stands_at_its_number(text: str, position: float) -> None:
    assert Period(text).decimal_year == pytest.approx(position, abs=0.003)


@given(days, days)
def test_order_follows_the_calendar(one: date, other: date) -> None:
    assert (day(one) < day(other)) == (one < other)
    assert (day(one) <= day(other)) == (one <= other)


def test_month_arithmetic_keeps_to_the_months_last_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 11, 23), 14) == date(2028, 1, 23)


def test_the_end_of_the_calendar_is_no_fault() -> None:
    assert Period("9999-12-31").decimal_year == pytest.approx(9999.4986, abs=1e-3)
    assert add_days(date(9999, 12, 31), 100) == date(9999, 12, 31)
    assert add_days(date(1, 1, 1), -1) == date(1, 1, 1)
    assert add_months(date(9999, 6, 1), 12) == date(9999, 12, 31)
    assert add_months(date(1, 6, 1), -12) == date(1, 1, 1)
    with pytest.raises(Refused):
        Period("9999-W52")
