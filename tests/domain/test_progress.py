# SPDX-License-Identifier: Apache-2.0
"""The official rating: published figures reproduced, edges refused with a reason."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.progress import GrowthRatio, Rating, Series, growth_ratio, judge

REFERENCE = (
    Path(__file__).resolve().parents[3] / "shared/data/progress/statcan_cif_progress_reference.csv"
)
STATUS = {
    "substantial_progress": Rating.ON_TRACK,
    "moderate_progress": Rating.ACCELERATE,
    "limited_progress": Rating.LIMITED,
    "deterioration": Rating.DETERIORATION,
    "target_achieved": Rating.ACHIEVED,
}
# Series of Statistics Canada's indicator framework, ratio and score as published there; the last
# three columns are value, score, rating.
HAND_TABLE = [
    (Series(14.5, 2015, 10.2, 2023, False, 7.25, 2030), 0.9525901792, 2.51856, Rating.ON_TRACK),
    (
        Series(26866, 2016, 36058, 2024, False, 13433, 2028),
        -0.6675781358,
        -5,
        Rating.DETERIORATION,
    ),
    (Series(63, 2005, 74, 2020, True, 85, 2030), 0.8949392974, 2.10676, Rating.ACCELERATE),
    (Series(699, 2014, 683.4, 2022, False, 490, 2030), 0.1283041688, -1.96540, Rating.LIMITED),
    (Series(0.37, 2015, 14.63, 2024, True, 60, 2030), 1.2496224150, 4.64023, Rating.ON_TRACK),
    (Series(8.1, 2015, 7.3, 2023, False, 8, 2025), 10.4025745423, 5, Rating.ACHIEVED),
    (Series(7.8, 2016, 17.7, 2024, False, 10, 2028), -5.1555913203, -5, Rating.DETERIORATION),
    (Series(97.4, 2015, 99.7, 2022, True, limit=100), 0.0033397741, 5, Rating.ON_TRACK),
    (Series(79, 2021, 79, 2022, True, limit=100), 0.0, -2.5, Rating.LIMITED),
]


def neet(**changes: object) -> OutcomeMetric:
    metric = OutcomeMetric(
        id="n",
        mission="m",
        direction=Direction.DOWN,
        baseline_value=Decimal("7.1"),
        baseline_period=Period("2016"),
        target_value=Decimal("3.5"),
        target_period=Period("2030"),
    )
    return replace(metric, **changes)


def seen(value: str, period: str) -> Observation:
    return Observation(id=period, metric="n", period=Period(period), value=Decimal(value))


@pytest.mark.parametrize(("series", "value", "score", "rating"), HAND_TABLE)
def test_published_series_give_their_published_rating(
    series: Series, value: float, score: float, rating: Rating
) -> None:
    result = growth_ratio(series)
    assert result.value == pytest.approx(value, abs=1e-8)
    assert result.score == pytest.approx(score, abs=1e-4)
    assert result.rating is rating


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference file is not beside the project")
def test_all_125_reference_rows_are_reproduced() -> None:
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [row["id"] for row in rows if not _agrees(row)]
    assert wrong == []
    assert len(rows) == 125


def _agrees(row: dict[str, str]) -> bool:
    def number(name: str) -> float | None:
        return float(row[name]) if row[name] else None

    result: GrowthRatio = growth_ratio(
        Series(
            baseline=float(row["base_value"]),
            baseline_time=float(row["base_year"]),
            latest=float(row["current_value"]),
            latest_time=float(row["current_year"]),
            up=row["direction"] == "1",
            target=number("target"),
            target_time=number("target_year"),
            limit=number("limit"),
        )
    )
    return (
        abs(result.value - float(row["progress_value"])) < 1e-8
        and abs(result.score - float(row["score"])) < 1e-6
        and result.rating is STATUS[row["status"]]
    )


def test_the_danish_neet_goal_is_limited() -> None:
    judgement = judge(neet(), (seen("7.1", "2016"), seen("6.6", "2020")))
    assert judgement.rating is Rating.LIMITED
    assert judgement.ratio == pytest.approx(0.367, abs=0.0005)
    assert judgement.method == "growth-ratio 1"
    assert "yT=3.5 (2030)" in judgement.inputs


@pytest.mark.parametrize(
    ("value", "rating"),
    [("3.6", Rating.ON_TRACK), ("3.5", Rating.ACHIEVED), ("3.4", Rating.ACHIEVED)],
)
def test_the_target_itself_counts_as_reached(value: str, rating: Rating) -> None:
    assert judge(neet(), (seen(value, "2028"),)).rating is rating


def test_the_latest_period_is_judged_whatever_the_order() -> None:
    rows = (seen("6.6", "2020"), seen("7.1", "2016"), seen("6.9", "2018"))
    judgement = judge(neet(), rows)
    assert judgement.latest is not None
    assert judgement.latest.period == Period("2020")


@pytest.mark.parametrize(
    ("metric", "rows", "sentence"),
    [
        (neet(), (), "There is no observation yet."),
        (neet(baseline_value=None), (seen("6", "2020"),), "There is no baseline."),
        (neet(target_value=None), (seen("6", "2020"),), "There is no target with a date."),
        (neet(), (seen("7.1", "2016"),), "There is no observation after the baseline."),
        (neet(baseline_value=Decimal(0)), (seen("6", "2020"),), "zero"),
        (neet(baseline_value=Decimal(-1)), (seen("6", "2020"),), "sign"),
        (neet(direction=None), (seen("6", "2020"),), "which way"),
        (neet(direction=Direction.HOLD), (seen("6", "2020"),), "kept"),
        (neet(target_shape=TargetShape.CUMULATIVE), (seen("6", "2020"),), "total"),
    ],
)
def test_what_cannot_be_rated_says_why(
    metric: OutcomeMetric, rows: tuple[Observation, ...], sentence: str
) -> None:
    judgement = judge(metric, rows)
    assert judgement.rating is Rating.CANNOT_RATE
    assert judgement.reason is not None
    assert sentence in judgement.reason.msgid


def test_no_metric_at_all_cannot_be_rated() -> None:
    assert judge(None, ()).rating is Rating.CANNOT_RATE


@pytest.mark.parametrize(
    ("shape", "stated", "level"),
    [
        (TargetShape.LEVEL, "3.5", "3.5"),
        (TargetShape.RELATIVE, "-50", "3.55"),
        (TargetShape.ABSOLUTE, "-3.6", "3.5"),
        (TargetShape.BINARY, "1", "1"),
    ],
)
def test_each_shape_of_target_gives_its_level(shape: TargetShape, stated: str, level: str) -> None:
    metric = neet(target_shape=shape, target_value=Decimal(stated))
    assert metric.target_level == Decimal(level)


def test_a_total_is_no_level_and_a_change_needs_a_baseline() -> None:
    assert neet(target_shape=TargetShape.CUMULATIVE).target_level is None
    assert neet(target_shape=TargetShape.ABSOLUTE, baseline_value=None).target_level is None


def test_a_binary_goal_is_reached_or_not() -> None:
    metric = neet(target_shape=TargetShape.BINARY, target_value=Decimal(1), baseline_value=None)
    assert judge(metric, (seen("1", "2020"),)).rating is Rating.ACHIEVED
    assert judge(metric, (seen("0", "2020"),)).rating is Rating.CANNOT_RATE


positive = st.floats(0.1, 1e6)


@given(positive, positive, positive, st.integers(1, 20), st.integers(1, 20), st.booleans())
def test_more_progress_never_gives_a_worse_ratio(
    base: float, value: float, target: float, years: int, more: int, up: bool
) -> None:
    if abs(target / base - 1) < 1e-6:
        return
    better = value * (1.1 if up else 0.9)

    def ratio(latest: float) -> float:
        return growth_ratio(Series(base, 0, latest, years, up, target, years + more)).value

    assert ratio(better) >= ratio(value)


def test_undefined_growth_is_an_error_not_a_number() -> None:
    with pytest.raises(ValueError, match="sign"):
        growth_ratio(Series(5, 2016, -1, 2020, True, 9, 2030))
    with pytest.raises(ValueError, match="no time"):
        growth_ratio(Series(5, 2016, 6, 2016, True, 9, 2030))
