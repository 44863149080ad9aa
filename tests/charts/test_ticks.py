# SPDX-License-Identifier: Apache-2.0
"""Few and round numbers on the axes, whatever the data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.charts.ticks import decimals_of, round_step, value_ticks, year_ticks


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (3.5, 7.1, ["3", "4", "5", "6", "7", "8"]),
        (165_000, 216_000, ["160000", "180000", "200000", "220000"]),
        (61.9, 83.3, ["60", "70", "80", "90"]),
        (5, 90, ["0", "25", "50", "75", "100"]),
        (0.001, 0.0021, ["0.001", "0.0015", "0.002", "0.0025"]),
        (-4, 3, ["-4", "-2", "0", "2", "4"]),
        (0, 0, ["0", "0.25", "0.5", "0.75", "1"]),
    ],
)
def test_ticks_are_few_and_round(low: float, high: float, expected: list[str]) -> None:
    assert value_ticks(low, high) == tuple(Decimal(text) for text in expected)


values = st.floats(-1e12, 1e12, allow_subnormal=False).filter(lambda x: x == 0 or abs(x) > 1e-12)


@given(values, values)
def test_ticks_hold_the_values_and_are_few(one: float, other: float) -> None:
    low, high = min(one, other), max(one, other)
    ticks = value_ticks(low, high)
    assert float(ticks[0]) <= low
    assert float(ticks[-1]) >= high
    assert 2 <= len(ticks) <= 8


@given(st.floats(1e-9, 1e12))
def test_a_round_step_is_never_smaller(rough: float) -> None:
    step = round_step(rough)
    assert Decimal(repr(rough)) <= step <= Decimal(repr(rough)) * Decimal("2.01")


def test_years_hit_the_target() -> None:
    assert year_ticks(2016, 2030, 2030, 8) == (2016, 2018, 2020, 2022, 2024, 2026, 2028, 2030)
    assert year_ticks(2016, 2030, 2030, 4) == (2020, 2025, 2030)
    assert year_ticks(2019.7, 2029.2, 2029, 6) == (2021, 2023, 2025, 2027, 2029)


def test_a_target_just_outside_leaves_a_year_on_the_axis() -> None:
    assert year_ticks(1900.7, 1904.6, 1905, 1) == (1904,)


@given(st.floats(1900, 2100), st.floats(1, 120), st.integers(1, 12))
def test_years_lie_within_and_are_few(first: float, span: float, most: int) -> None:
    years = year_ticks(first, first + span, round(first + span), most)
    assert 1 <= len(years) <= most
    assert all(first - 0.6 <= year <= first + span + 0.6 for year in years)


def test_decimals_tell_ticks_apart() -> None:
    assert decimals_of((Decimal(0), Decimal("0.25"))) == 2
    assert decimals_of((Decimal(100), Decimal("1E+3"))) == 0
