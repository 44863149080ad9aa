# SPDX-License-Identifier: Apache-2.0
"""The path to the target, against figures worked by hand from Danish goals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.metric import (
    Direction,
    Observation,
    OutcomeMetric,
    Periodicity,
    Trajectory,
    TrajectoryPoint,
)
from missiondesk.domain.period import Period
from missiondesk.domain.trajectory import (
    ambition_ratio,
    expected,
    is_met,
    path,
    projected,
    required_change,
    required_pace,
)

NEET = OutcomeMetric(
    id="n",
    direction=Direction.DOWN,
    baseline_value=Decimal("7.1"),
    baseline_period=Period("2016"),
    target_value=Decimal("3.5"),
    target_period=Period("2030"),
    periodicity=Periodicity.YEAR,
    delay_months=4,
)
LONELY = replace(
    NEET,
    baseline_value=Decimal("12.4"),
    baseline_period=Period("2021"),
    target_value=Decimal("6.2"),
    target_period=Period("2040"),
)


def seen(value: str, period: str) -> Observation:
    return Observation(id=period, period=Period(period), value=Decimal(value))


LINE = tuple(seen(str(10 + step), str(2020 + step)) for step in range(6))


@pytest.mark.parametrize(
    ("metric", "kind", "year", "value"),
    [
        (NEET, Trajectory.LINEAR, 2020, 6.07),
        (NEET, Trajectory.GEOMETRIC, 2020, 5.80),
        (LONELY, Trajectory.LINEAR, 2030, 9.46),
        (LONELY, Trajectory.GEOMETRIC, 2030, 8.93),
    ],
)
def test_the_paths_of_danish_goals(
    metric: OutcomeMetric, kind: Trajectory, year: int, value: float
) -> None:
    assert expected(replace(metric, trajectory=kind), year) == pytest.approx(value, abs=0.005)


def test_the_path_runs_from_baseline_to_target_and_not_beyond() -> None:
    assert path(NEET) == ((2016.0, 7.1), (2030.0, 3.5))
    assert len(path(replace(NEET, trajectory=Trajectory.GEOMETRIC))) == 25
    assert expected(NEET, 2031) is None
    assert path(replace(NEET, target_value=None)) == ()


def test_trend_projection_and_required_pace() -> None:
    metric = replace(
        NEET, baseline_value=Decimal(10), baseline_period=Period("2020"), target_value=Decimal(25)
    )
    assert projected(metric, LINE) == pytest.approx(20)
    assert required_change(metric, LINE[-1]) == pytest.approx(2)
    assert ambition_ratio(metric, LINE) == pytest.approx(2)


def test_two_points_are_no_trend_and_a_flat_line_has_no_multiple() -> None:
    assert projected(NEET, LINE[:2]) is None
    flat = tuple(seen("7", str(2020 + step)) for step in range(4))
    assert ambition_ratio(NEET, flat) is None


def test_the_required_pace_from_now_stands_beside_the_first_one() -> None:
    pace = required_pace(NEET, seen("6.6", "2020"))
    assert pace is not None
    assert pace.change == pytest.approx(-0.31)
    assert pace.growth == pytest.approx(-0.0615, abs=5e-5)
    assert pace.change_at_first == pytest.approx(-3.6 / 14)
    assert pace.growth_at_first == pytest.approx(-0.0493, abs=5e-5)
    to_zero = required_pace(replace(NEET, target_value=Decimal(0)), seen("6.6", "2020"))
    assert to_zero is not None and to_zero.growth is None and to_zero.change < 0
    assert required_pace(NEET, seen("6.6", "2031")) is None


def interim(*rows: tuple[str, str]) -> tuple[TrajectoryPoint, ...]:
    return tuple(
        TrajectoryPoint(id=period, metric="n", period=Period(period), value=Decimal(value))
        for value, period in rows
    )


AGREED = interim(("4.5", "2028"), ("6.5", "2022"), ("9", "2031"), ("1", "2016"))


def test_the_path_goes_straight_through_the_interim_targets_between() -> None:
    metric = replace(NEET, trajectory=Trajectory.POINTS)
    assert path(metric, points=AGREED) == (
        (2016.0, 7.1),
        (2022.0, 6.5),
        (2028.0, 4.5),
        (2030.0, 3.5),
    )
    assert expected(metric, 2025, AGREED) == pytest.approx(5.5)
    assert expected(metric, 2022, AGREED) == pytest.approx(6.5)
    assert expected(metric, 2025) == expected(NEET, 2025)


def test_a_stepped_path_keeps_each_level_until_the_next_ones_time() -> None:
    metric = replace(NEET, trajectory=Trajectory.STEPPED)
    said = [expected(metric, year, AGREED) for year in (2016, 2021.9, 2022, 2029.9, 2030)]
    assert said == [7.1, 7.1, 6.5, 4.5, 3.5]
    assert expected(metric, 2030.1, AGREED) is None


def test_an_s_curve_is_slow_then_fast_then_slow() -> None:
    metric = replace(NEET, trajectory=Trajectory.S_CURVE)
    ends = [expected(metric, year) for year in (2016, 2023, 2030)]
    assert ends == [pytest.approx(7.1), pytest.approx(5.3), pytest.approx(3.5)]
    early, line = expected(metric, 2018), expected(NEET, 2018)
    assert early is not None and line is not None and early > line
    assert len(path(metric)) == 25


def test_a_band_leads_to_its_nearer_end_and_a_level_is_kept_from_its_baseline() -> None:
    band = replace(
        NEET, direction=Direction.BAND, band_low=Decimal(3), band_high=Decimal(5), target_value=None
    )
    assert path(band) == ((2016.0, 7.1), (2030.0, 5.0))
    kept = replace(NEET, direction=Direction.HOLD, target_value=None)
    assert path(kept) == ((2016.0, 7.1), (2030.0, 7.1))


@given(
    st.sampled_from(list(Trajectory)),
    st.integers(1, 1000),
    st.integers(1, 1000),
    st.lists(st.tuples(st.integers(1, 1000), st.integers(2010, 2035)), max_size=5),
)
def test_every_path_begins_at_the_baseline_and_ends_at_the_target(
    kind: Trajectory, first: int, last: int, rows: list[tuple[int, int]]
) -> None:
    metric = replace(
        NEET, trajectory=kind, baseline_value=Decimal(first), target_value=Decimal(last)
    )
    points = interim(*((str(value), str(year)) for value, year in rows))
    drawn = path(metric, points=points)
    assert drawn[0] == pytest.approx((2016.0, first))
    assert drawn[-1] == pytest.approx((2030.0, last))
    assert [time for time, _ in drawn] == sorted({time for time, _ in drawn})
    for time, value in drawn:
        assert expected(metric, time, points) == pytest.approx(value)


@pytest.mark.parametrize(
    ("changes", "inside", "outside"),
    [
        ({}, "3.5", "3.6"),
        ({"direction": Direction.UP}, "3.5", "3.4"),
        ({"direction": Direction.HOLD, "dead_band": Decimal("0.2")}, "3.7", "3.71"),
        ({"direction": Direction.HOLD}, "3.5", "3.51"),
        (
            {"direction": Direction.BAND, "band_low": Decimal(3), "band_high": Decimal(4)},
            "4",
            "4.01",
        ),
    ],
)
def test_a_figure_meets_its_target_up_to_the_very_edge(
    changes: dict[str, object], inside: str, outside: str
) -> None:
    metric = replace(NEET, **changes)
    assert is_met(metric, Decimal(inside))
    assert not is_met(metric, Decimal(outside))
    assert not is_met(replace(metric, direction=None), Decimal(inside))
