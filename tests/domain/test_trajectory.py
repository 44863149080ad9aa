# SPDX-License-Identifier: Apache-2.0
"""The path to the target, against figures worked by hand from Danish goals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, Periodicity, Trajectory
from missiondesk.domain.period import Period
from missiondesk.domain.trajectory import (
    ambition_ratio,
    expected,
    next_publication,
    path,
    projected,
    publications_before,
    required_change,
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


def test_the_next_figure_comes_after_period_and_delay() -> None:
    assert next_publication(NEET, seen("6.6", "2020")) == date(2022, 4, 30)
    assert next_publication(replace(NEET, delay_months=None), seen("6.6", "2020")) is None
    assert next_publication(NEET, None) is None


def test_publications_before_the_target_are_counted() -> None:
    assert publications_before(NEET, Period("2016"), Period("2030")) == 13
    rare = replace(NEET, periodicity=Periodicity.FOUR_YEARS)
    assert publications_before(rare, Period("2026"), Period("2030")) == 0
    irregular = replace(NEET, periodicity=Periodicity.IRREGULAR)
    assert publications_before(irregular, Period("2016"), Period("2030")) is None
