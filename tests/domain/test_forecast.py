# SPDX-License-Identifier: Apache-2.0
"""The forecast: its closed form, what it refuses, and in short form the goal figures."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.forecast import Forecast, forecast, steps_ahead, track_record
from missiondesk.domain.message import Message
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape
from missiondesk.domain.period import Period
from tests.benchmarks import forecasting as benchmark
from tests.domain.test_progress import neet, seen

D = Decimal
RISING = neet(direction=Direction.UP, baseline_value=D(10), target_value=D(20))


def yearly(*values: float, first: int = 2020) -> tuple[Observation, ...]:
    return tuple(seen(str(value), str(first + place)) for place, value in enumerate(values))


def made(metric: OutcomeMetric, rows: tuple[Observation, ...]) -> Forecast:
    found = forecast(metric, rows)
    assert isinstance(found, Forecast), found
    return found


def refusal(metric: OutcomeMetric, rows: tuple[Observation, ...]) -> str:
    found = forecast(metric, rows)
    assert isinstance(found, Message), found
    return found.msgid


def test_the_closed_form_worked_by_hand() -> None:
    first, second = steps_ahead([10, 12, 11, 14], 2)
    step, s = 4 / 3, math.sqrt((4 + 1 + 9) / 3)
    assert first.middle == pytest.approx(14 + step * 0.9)
    assert second.middle == pytest.approx(14 + step * (0.9 + 0.81))
    assert first.error == pytest.approx(s * math.sqrt(1 + 0.81 / 3))
    assert second.error == pytest.approx(s * math.sqrt(2 * 1.1 + 1.71**2 / 3))
    assert first.interval(80)[1] - first.middle == pytest.approx(1.8856 * first.error)
    assert first.below(first.middle) == pytest.approx(0.5)


def test_it_goes_to_the_target_with_its_probability_and_the_naive_beside() -> None:
    found = made(RISING, yearly(10, 12, 11, 14, 15))
    assert [str(one.period) for one in found.points] == [str(year) for year in range(2025, 2031)]
    assert (found.naive, found.figures, found.target_step) == (15.0, 5, 6)
    assert found.probability is not None and 0.2 < found.probability < 0.8
    assert not found.beyond_tested
    falling = made(replace(RISING, direction=Direction.DOWN), yearly(10, 12, 11, 14, 15))
    assert falling.probability == pytest.approx(1 - found.probability)
    for one in found.points:
        assert one.low95 < one.low80 < one.middle < one.high80 < one.high95
    assert found.record is not None and found.record.count == 1


def test_a_band_and_a_level_to_keep_have_a_probability_too() -> None:
    rows = yearly(10, 10.5, 9.5, 10.2)
    band = replace(RISING, direction=Direction.BAND, band_low=D(5), band_high=D(15))
    wide = made(band, rows).probability
    narrow = made(replace(band, band_low=D("9.9"), band_high=D("10.1")), rows).probability
    assert wide is not None and narrow is not None and wide > 0.7 > 0.1 > narrow
    hold = replace(RISING, direction=Direction.HOLD, target_value=D(10), dead_band=D(5))
    assert made(hold, rows).probability == pytest.approx(wide)
    bare = made(replace(hold, dead_band=None), rows)
    assert bare.probability is None and bare.reason is not None


def test_without_a_target_ahead_it_looks_six_steps_and_gives_no_probability() -> None:
    found = made(replace(RISING, target_period=Period("2023")), yearly(10, 12, 11, 14))
    assert len(found.points) == 6
    assert found.probability is None and found.reason is not None


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        (yearly(1, 2, 3), "at least"),
        ((), "at least"),
        ((*yearly(1, 2, 3), seen("4", "2025")), "unevenly"),
        ((*yearly(1, 2, 3, 4), seen("4", "2026"), seen("5", "2027")), "unevenly"),
        (yearly(5, 5, 5, 5), "alike"),
        (tuple(seen(str(n), f"2026-W0{n}") for n in range(1, 6)), "Weekly"),
    ],
)
def test_it_refuses_with_a_reason(rows: tuple[Observation, ...], part: str) -> None:
    assert part in refusal(RISING, rows)


def test_done_or_not_done_has_no_forecast_and_a_total_no_probability() -> None:
    rows = yearly(1, 2, 4, 3)
    assert "done" in refusal(replace(RISING, target_shape=TargetShape.BINARY), rows)
    total = made(replace(RISING, target_shape=TargetShape.CUMULATIVE), rows)
    assert total.probability is None


def test_every_second_year_goes_on_every_second_year() -> None:
    rows = tuple(seen(str(n + n % 3), str(2015 + 2 * n)) for n in range(5))
    found = made(RISING, rows)
    assert [str(one.period) for one in found.points] == ["2025", "2027", "2029"]


def test_quarters_are_compared_with_the_same_quarter_once_there_are_four() -> None:
    rows = tuple(
        seen(str(year - 2000 + 3 * quarter + (year % 2)), f"{year}-Q{quarter}")
        for year in range(2020, 2026)
        for quarter in (1, 2, 3, 4)
    )
    found = made(RISING, rows)
    assert found.same_part and found.figures == 6
    assert [str(one.period) for one in found.points][-1] == "2030-Q4"
    few = made(replace(RISING, target_period=Period("2026")), rows[-7:])
    assert not few.same_part
    assert [str(one.period) for one in few.points] == [f"2026-Q{n}" for n in (1, 2, 3, 4)]


def test_an_older_hole_only_shortens_the_series() -> None:
    rows = (seen("9", "2010"), *yearly(10, 12, 11, 14))
    assert made(RISING, rows).figures == 4


def test_it_stays_within_the_natural_limits_of_the_scale() -> None:
    share = replace(RISING, limit=D(100), target_period=Period("2060"), target_value=D(99))
    found = made(share, yearly(90, 93, 95, 99))
    assert max(one.high95 for one in found.points) == 100
    assert min(one.low95 for one in found.points) >= 0
    assert found.beyond_tested


def test_the_record_is_of_the_newest_forecasts() -> None:
    values = [10, 12, 11, 14, 15, 13, 16, 18]
    record = track_record(values, most=3)
    assert record is not None and record.count == 3
    assert record.naive_error == pytest.approx((2 + 3 + 2) / 3)
    errors = [abs(values[at] - steps_ahead(values[:at], 1)[0].middle) for at in (5, 6, 7)]
    assert record.mean_error == pytest.approx(sum(errors) / 3)
    assert track_record(values[:4]) is None


walk = st.lists(st.integers(-1000, 1000), min_size=4, max_size=25).filter(
    lambda it: len(set(it)) > 1
)


@given(walk, st.integers(1, 12), st.integers(-500, 500), st.sampled_from([0.001, 1, 1000]))
def test_unit_and_zero_of_the_scale_do_not_matter(
    values: list[int], ahead: int, shift: int, by: float
) -> None:
    one = steps_ahead(values, ahead)
    other = steps_ahead([(value + shift) * by for value in values], ahead)
    for a, b in zip(one, other, strict=True):
        assert b.middle == pytest.approx((a.middle + shift) * by, rel=1e-6, abs=1e-6 * by)
        assert b.error == pytest.approx(a.error * by)
    assert [a.error for a in one] == sorted(a.error for a in one)


@pytest.mark.skipif(not benchmark.M3.exists(), reason="the M3 file is not beside the project")
def test_it_keeps_its_word_on_the_held_half_of_m3() -> None:
    held = benchmark.m3()
    for size in benchmark.SIZES:
        found = benchmark.score(size, benchmark.last_windows(held, size))
        assert found.covers_well, (size, found.covers)
        if size == 10:
            assert found.means[0] <= benchmark.GOAL_MASE < found.means[1]
            assert found.means[2] <= benchmark.GOAL_MSIS
    assert benchmark.calibration(held).worst <= benchmark.GOAL_DECILE
