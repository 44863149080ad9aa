# SPDX-License-Identifier: Apache-2.0
"""Goals that are no level to reach: done or not, totals, levels to keep and bands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.growth import class_of
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Rating, judge

D = Decimal


def seen(value: str | int, period: str) -> Observation:
    return Observation(id=period, period=Period(period), value=D(value))


def yearly(*values: str | int, first: int = 2022) -> tuple[Observation, ...]:
    return tuple(seen(value, str(first + place)) for place, value in enumerate(values))


LAW = OutcomeMetric(
    id="law",
    target_shape=TargetShape.BINARY,
    target_value=D(1),
    target_period=Period("2025"),
    direction=Direction.UP,
)
# New Zealand's emission budget: at most 290 Mt in 2022 to 2025.
BUDGET = OutcomeMetric(
    id="budget",
    target_shape=TargetShape.CUMULATIVE,
    direction=Direction.DOWN,
    target_value=D(290),
    target_period=Period("2025"),
    cumulative_from=Period("2022"),
    decimals=1,
)
HOMES = replace(BUDGET, direction=Direction.UP)
KEPT = OutcomeMetric(
    id="kept",
    direction=Direction.HOLD,
    baseline_value=D("2.0"),
    baseline_period=Period("2020"),
    dead_band=D("0.2"),
)
BAND = OutcomeMetric(
    id="band",
    direction=Direction.BAND,
    baseline_value=D("4"),
    baseline_period=Period("2020"),
    target_period=Period("2030"),
    band_low=D("1"),
    band_high=D("3"),
)


@pytest.mark.parametrize(
    ("value", "day", "rating"),
    [
        (1, date(2024, 1, 1), Rating.ACHIEVED),
        (1, date(2027, 1, 1), Rating.ACHIEVED),
        (0, date(2025, 12, 31), Rating.CANNOT_RATE),
        (0, date(2026, 1, 1), Rating.MISSED),
    ],
)
def test_done_or_not_done_is_missed_only_after_its_date(
    value: int, day: date, rating: Rating
) -> None:
    judged = judge(LAW, (seen(value, "2024"),), day)
    assert judged.rating is rating
    assert judged.method == "binary 1"
    assert f"y={value} (2024)" in judged.inputs


@pytest.mark.parametrize(
    ("metric", "values", "rating", "ratio"),
    [
        (BUDGET, (72, 73), Rating.ON_TRACK, 1.0),
        (BUDGET, (76, 76), Rating.ON_TRACK, 145 / 152),
        (BUDGET, (80, 80), Rating.ACCELERATE, 145 / 160),
        (BUDGET, (140, 140), Rating.LIMITED, 145 / 280),
        (BUDGET, (150, 141), Rating.MISSED, 145 / 291),
        (BUDGET, (72, 73, 72, 73), Rating.ACHIEVED, 1.0),
        (BUDGET, (72, 73, 72, 74), Rating.MISSED, 290 / 291),
        (BUDGET, (-5,), Rating.ON_TRACK, None),
        (HOMES, (60, 60), Rating.ACCELERATE, 120 / 145),
        (HOMES, (200, 90), Rating.ACHIEVED, 2.0),
        (HOMES, (70, 70, 70, 70), Rating.MISSED, 280 / 290),
        (HOMES, (-1,), Rating.DETERIORATION, None),
    ],
)
def test_a_total_is_held_against_its_straight_path(
    metric: OutcomeMetric, values: tuple[int, ...], rating: Rating, ratio: float | None
) -> None:
    judged = judge(metric, yearly(*values))
    assert judged.rating is rating
    assert judged.method == "cumulative-budget 1"
    assert f"total={sum(values)} (2022 to {2021 + len(values)})" in judged.inputs
    assert judged.reason is not None and "So far" in judged.reason.msgid
    if ratio is not None:
        assert judged.ratio == pytest.approx(ratio, rel=1e-3)  # leap years count in days


@pytest.mark.parametrize(
    ("metric", "rows", "part"),
    [
        (BUDGET, (seen(70, "2022"), seen(70, "2024")), "missing before"),
        (BUDGET, (seen(70, "2022"), seen(20, "2022-Q1")), "same time"),
        (BUDGET, (seen(70, "2023"),), "missing before"),
        (BUDGET, (seen(70, "2019"),), "no figure in the years"),
        (replace(BUDGET, cumulative_from=None), yearly(70), "from which period"),
        (replace(BUDGET, direction=None), yearly(70), "kept within"),
        (replace(BUDGET, target_value=D(0)), yearly(70), "zero or less"),
    ],
)
def test_a_total_with_a_hole_is_not_rated(
    metric: OutcomeMetric, rows: tuple[Observation, ...], part: str
) -> None:
    judged = judge(metric, rows)
    assert judged.rating is Rating.CANNOT_RATE
    assert judged.reason is not None and part in judged.reason.msgid


@pytest.mark.parametrize(
    ("value", "rating"),
    [
        ("2.2", Rating.ACHIEVED),
        ("1.8", Rating.ACHIEVED),
        ("2.21", Rating.DETERIORATION),
        ("1.79", Rating.DETERIORATION),
    ],
)
def test_a_level_is_kept_within_its_criterion_for_change(value: str, rating: Rating) -> None:
    judged = judge(KEPT, (seen(value, "2024"),))
    assert judged.rating is rating
    assert judged.method == "hold 1"


def test_a_level_without_a_criterion_is_kept_only_when_it_is_the_same() -> None:
    bare = replace(KEPT, dead_band=None)
    assert judge(bare, (seen("2.0", "2024"),)).rating is Rating.ACHIEVED
    judged = judge(bare, (seen("2.1", "2024"),))
    assert judged.rating is Rating.CANNOT_RATE
    assert judged.reason is not None and "criterion" in judged.reason.msgid
    moved = replace(KEPT, target_value=D("3"))
    assert judge(moved, (seen("3.1", "2024"),)).rating is Rating.ACHIEVED


@pytest.mark.parametrize(
    ("value", "year", "rating"),
    [
        ("3", "2025", Rating.ACHIEVED),
        ("1", "2025", Rating.ACHIEVED),
        ("3.4", "2025", Rating.ON_TRACK),
        ("3.6", "2025", Rating.ACCELERATE),
        ("3.9", "2025", Rating.LIMITED),
        ("4.2", "2025", Rating.DETERIORATION),
        ("0.1", "2025", Rating.LIMITED),
    ],
)
def test_a_band_is_reached_inside_and_approached_by_the_growth_ratio(
    value: str, year: str, rating: Rating
) -> None:
    judged = judge(BAND, (seen(value, year),))
    assert judged.rating is rating
    assert judged.method == "band 1"
    assert "band=1 to 3" in judged.inputs


def test_the_band_is_folded_as_open_sdg_folds_about_fifty() -> None:
    """Parity of 50: a share of 40 % at first and 44 % now is 60 and 56 in ``50 + |y - 50|``."""
    parity = replace(BAND, baseline_value=D(40), band_low=D(49), band_high=D(51))
    judged = judge(parity, (seen(44, "2025"),))
    observed = (56 / 60) ** (1 / 5) - 1
    required = (51 / 60) ** (1 / 10) - 1
    assert judged.ratio == pytest.approx(observed / required)


def test_what_left_the_band_moves_away_and_what_cannot_be_folded_is_not_rated() -> None:
    assert judge(replace(BAND, baseline_value=D(2)), (seen("3.5", "2025"),)).rating is (
        Rating.DETERIORATION
    )
    about_zero = replace(BAND, band_low=D(-1), band_high=D(1))
    judged = judge(about_zero, (seen("3", "2025"),))
    assert judged.rating is Rating.CANNOT_RATE
    assert judged.reason is not None and "zero" in judged.reason.msgid
    assert judge(about_zero, (seen("0", "2025"),)).rating is Rating.ACHIEVED
    assert judge(replace(BAND, band_high=None), (seen("2", "2025"),)).rating is Rating.CANNOT_RATE


@pytest.mark.parametrize(
    ("ratio", "rating"),
    [
        (0.95, Rating.ON_TRACK),
        (0.9499999, Rating.ACCELERATE),
        (0.60, Rating.ACCELERATE),
        (0.5999999, Rating.LIMITED),
        (0.0, Rating.LIMITED),
        (-1e-12, Rating.DETERIORATION),
    ],
)
def test_a_threshold_belongs_to_the_better_class(ratio: float, rating: Rating) -> None:
    assert class_of(ratio) is rating


# -- properties ----------------------------------------------------------------------------
amount = st.decimals(D("0.1"), D("1000"), places=1)
factor = st.sampled_from([D("0.001"), D("0.5"), D(3), D(1000)])
LEVEL = replace(BAND, direction=Direction.DOWN, band_low=None, band_high=None)


@given(amount, amount, amount, factor)
def test_the_unit_does_not_change_the_rating(
    base: Decimal, now: Decimal, target: Decimal, by: Decimal
) -> None:
    metric = replace(LEVEL, baseline_value=base, target_value=target)
    scaled = replace(LEVEL, baseline_value=base * by, target_value=target * by)
    one = judge(metric, (seen(str(now), "2025"),))
    other = judge(scaled, (seen(str(now * by), "2025"),))
    if one.ratio is None:
        assert other.ratio is None and one.rating is other.rating
        return
    assert other.ratio == pytest.approx(one.ratio, rel=1e-6, abs=1e-9)
    if all(abs(one.ratio - edge) > 1e-6 for edge in (0, 0.6, 0.95)):
        assert one.rating is other.rating


@given(amount, amount, amount, amount, factor)
def test_a_band_is_rated_alike_in_every_unit_and_below_zero(
    base: Decimal, now: Decimal, one: Decimal, two: Decimal, by: Decimal
) -> None:
    low, high = min(one, two), max(one, two)
    here = judge(
        replace(BAND, baseline_value=base, band_low=low, band_high=high), (seen(str(now), "2025"),)
    )
    for scale in (by, D(-1)):
        ends = sorted((low * scale, high * scale))
        there = judge(
            replace(BAND, baseline_value=base * scale, band_low=ends[0], band_high=ends[1]),
            (seen(str(now * scale), "2025"),),
        )
        if here.ratio is not None and min(abs(here.ratio - x) for x in (0, 0.6, 0.95)) < 1e-6:
            continue
        assert there.rating is here.rating


@given(amount, amount, amount, st.booleans())
def test_a_target_that_is_met_is_always_reached(
    base: Decimal, gain: Decimal, target: Decimal, up: bool
) -> None:
    metric = replace(LEVEL, direction=Direction.UP if up else Direction.DOWN, baseline_value=base)
    metric = replace(metric, target_value=target)
    now = target + gain if up else target - gain
    assert judge(metric, (seen(str(now), "2025"),)).rating is Rating.ACHIEVED
    assert judge(metric, (seen(str(target), "2025"),)).rating is Rating.ACHIEVED


@given(amount, amount, amount)
def test_below_zero_up_and_down_change_places(base: Decimal, now: Decimal, target: Decimal) -> None:
    metric = replace(LEVEL, baseline_value=base, target_value=target)
    mirrored = replace(LEVEL, direction=Direction.UP, baseline_value=-base, target_value=-target)
    one = judge(metric, (seen(str(now), "2025"),))
    other = judge(mirrored, (seen(str(-now), "2025"),))
    assert one.rating is other.rating
    assert one.ratio == (None if other.ratio is None else pytest.approx(other.ratio))
