# SPDX-License-Identifier: Apache-2.0
"""The lenses on published figures, and the sentence when one sees it differently."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.lenses import Lens, LensReading, disagreement, lenses
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Rating, judge
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from tests.domain.test_progress import REFERENCE, neet, seen

D = Decimal


def read(
    metric: OutcomeMetric,
    rows: tuple[Observation, ...],
    points: tuple[TrajectoryPoint, ...] = (),
) -> dict[Lens, LensReading]:
    readings = lenses(metric, rows, points)
    assert [one.lens for one in readings] == list(Lens)
    return {one.lens: one for one in readings}


def of_reference(key: str) -> dict[Lens, LensReading]:
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        row = next(it for it in csv.DictReader(file) if it["id"] == key)
    metric = neet(
        direction=Direction.UP if row["direction"] == "1" else Direction.DOWN,
        baseline_value=D(row["base_value"]),
        baseline_period=Period(row["base_year"]),
        target_value=D(row["target"]),
        target_period=Period(row["target_year"]),
    )
    return read(metric, (seen(row["current_value"], row["current_year"]),))


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference file is not beside the project")
@pytest.mark.parametrize(
    ("key", "ratio", "rating"),
    [
        ("1-1-1", 0.966, Rating.ON_TRACK),
        ("11-3-1", 0.881, Rating.ACCELERATE),
        ("15-4-1", 0.391, Rating.ACCELERATE),
        ("6-6-1", 0.092, Rating.LIMITED),
        ("12-1-1", 2.841, Rating.ON_TRACK),
        ("9-6-1", 1.360, Rating.ON_TRACK),
    ],
)
def test_the_un_ratio_of_published_series(key: str, ratio: float, rating: Rating) -> None:
    reading = of_reference(key)[Lens.UN]
    assert reading.value == pytest.approx(ratio, abs=0.0006)
    assert reading.rating is rating


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference file is not beside the project")
@pytest.mark.parametrize(
    ("key", "un", "pace", "distance", "time"),
    [
        ("1-1-1", 0.966, 1.112, 0.593, 0.533),
        ("11-3-1", 0.881, 0.833, 0.500, 0.600),
        ("12-1-1", 2.841, 0.399, 0.239, 0.600),
        ("14-1-1", 5.788, 0.889, 0.474, 0.533),
        ("9-6-1", 1.360, 0.567, 0.416, 0.733),
        ("3-14-1", 0.940, 1.240, 0.558, 0.450),
        ("8-6-1", 0.717, 0.706, 0.578, 0.818),
    ],
)
def test_the_same_rows_under_four_lenses(
    key: str, un: float, pace: float, distance: float, time: float
) -> None:
    found = of_reference(key)
    for lens, value in (
        (Lens.UN, un),
        (Lens.PACE, pace),
        (Lens.DISTANCE, distance),
        (Lens.TIME, time),
    ):
        assert found[lens].value == pytest.approx(value, abs=0.0006), lens


NEET_YEARS = tuple(seen(str(D("7.1") - D("0.125") * step), str(2016 + step)) for step in range(5))


def test_the_danish_neet_goal_under_every_lens() -> None:
    found = read(neet(dead_band=D("0.1")), NEET_YEARS)
    assert found[Lens.PILOTE].value == 14
    assert found[Lens.PILOTE].raw == pytest.approx(13.9, abs=0.05)
    assert found[Lens.TIME].value == pytest.approx(0.286, abs=0.0005)
    assert found[Lens.UN].value == pytest.approx(0.445, abs=0.0005)
    assert found[Lens.UN].rating is Rating.ACCELERATE
    assert found[Lens.GERMAN].value == pytest.approx(0.60, abs=0.005)
    assert found[Lens.GERMAN].rating is Rating.LIMITED
    assert found[Lens.SCOTTISH].value == pytest.approx(-0.125)
    judged = judge(neet(), NEET_YEARS)
    said = disagreement(judged, lenses(neet(), NEET_YEARS))
    assert said is not None
    assert translator("en").tell(said) == (
        "The official rating is “Limited”, but others see it differently. "
        "The UN's progress chart: “Must accelerate”."
    )


def test_new_zealands_violent_crime_went_the_wrong_way() -> None:
    metric = neet(baseline_value=D(185000), baseline_period=Period("2023"), target_value=D(165000))
    found = read(metric, (seen("214737", "2024"),))
    assert found[Lens.PILOTE].raw == pytest.approx(-149, abs=0.5)
    assert found[Lens.PILOTE].value == 0
    assert found[Lens.PACE].rating is Rating.DETERIORATION
    assert judge(metric, (seen("214737", "2024"),)).rating is Rating.DETERIORATION


@pytest.mark.parametrize(
    ("target", "rating", "gap"),
    [
        ("20", Rating.ON_TRACK, 0.0),
        ("25", Rating.LIMITED, 0.5),
        ("20.2", Rating.ON_TRACK, 0.2 / 5.2),
        ("20.5", Rating.ACCELERATE, 0.5 / 5.5),
    ],
)
def test_the_weather_over_five_years(target: str, rating: Rating, gap: float) -> None:
    metric = neet(direction=Direction.UP, target_value=D(target), target_period=Period("2026"))
    rows = tuple(seen(str(10 + step), str(2016 + step)) for step in range(6))
    reading = read(metric, rows)[Lens.GERMAN]
    assert reading.rating is rating
    assert reading.value == pytest.approx(gap)


def rows_of(*values: str, first: int = 2020) -> tuple[Observation, ...]:
    return tuple(seen(value, str(first + place)) for place, value in enumerate(values))


@pytest.mark.parametrize(
    ("changes", "values", "rating"),
    [
        ({"target_value": None}, ("5", "4", "3", "2"), Rating.ON_TRACK),
        ({"target_value": None}, ("5", "4", "2", "3"), Rating.ACCELERATE),
        ({"target_value": None}, ("2", "4", "5", "3"), Rating.LIMITED),
        ({"target_value": None}, ("2", "3", "4", "5"), Rating.DETERIORATION),
        ({}, ("7", "7.5", "8", "8.5"), Rating.DETERIORATION),
        ({}, ("7", "6", "7", "7"), Rating.DETERIORATION),
        ({"direction": Direction.HOLD}, ("3.5", "3.5", "3.5", "3.5"), Rating.ON_TRACK),
        ({"direction": Direction.HOLD}, ("3.2", "3.3", "3.4", "3.5"), Rating.ACCELERATE),
        ({"direction": Direction.HOLD}, ("5", "4.5", "4.2", "4"), Rating.LIMITED),
        ({"direction": Direction.HOLD}, ("3.5", "3.8", "4.2", "5"), Rating.DETERIORATION),
        (
            {"direction": Direction.BAND, "band_low": D(3), "band_high": D(4)},
            ("9", "8", "7", "6"),
            Rating.LIMITED,
        ),
    ],
)
def test_the_weather_without_a_target_and_for_a_level_to_keep(
    changes: dict[str, object], values: tuple[str, ...], rating: Rating
) -> None:
    assert read(neet(**changes), rows_of(*values))[Lens.GERMAN].rating is rating


def test_the_worst_of_several_targets_counts_and_three_figures_are_too_few() -> None:
    rows = rows_of("6", "5.8", "5.6", "5.4")
    metric = neet(target_value=D("3.9"))
    assert read(metric, rows)[Lens.GERMAN].rating is Rating.ACCELERATE
    near = TrajectoryPoint(id="p", period=Period("2024"), value=D("3"))
    assert read(metric, rows, (near,))[Lens.GERMAN].rating is Rating.LIMITED
    few = read(metric, rows[:3])[Lens.GERMAN]
    assert few.rating is None and few.reason is not None
    old = (*rows_of("6", "5", "4", first=2010), seen("3", "2023"))
    assert read(metric, old)[Lens.GERMAN].rating is None


def test_quarters_are_compared_with_the_same_quarter() -> None:
    rows = tuple(
        seen(str(D(year - 2000) / 10 + quarter), f"{year}-Q{quarter}")
        for year in range(2020, 2026)
        for quarter in (1, 2, 3, 4)
    )
    metric = neet(direction=Direction.UP, target_value=D("7.25"), target_period=Period("2030-Q4"))
    reading = read(metric, rows)[Lens.GERMAN]
    assert reading.rating is Rating.LIMITED
    assert reading.value == pytest.approx(0.25 / 0.75)


def test_percent_near_its_end_counts_as_met_for_the_un() -> None:
    metric = neet(
        direction=Direction.UP,
        unit=Wording("%", "%"),
        baseline_value=D(90),
        target_value=D(100),
    )
    assert read(metric, (seen("99", "2020"),))[Lens.UN].rating is Rating.ACHIEVED
    assert read(metric, (seen("98.9", "2017"),))[Lens.UN].rating is Rating.ON_TRACK


@pytest.mark.parametrize(
    ("before", "now", "word", "rating"),
    [
        ("7.0", "6.9", "improving", None),
        ("7.0", "6.95", "maintaining", Rating.LIMITED),
        ("7.0", "7.1", "worsening", Rating.DETERIORATION),
    ],
)
def test_the_dead_band_parts_change_from_none(
    before: str, now: str, word: str, rating: Rating | None
) -> None:
    rows = (seen(before, "2019"), seen(now, "2020"))
    reading = read(neet(dead_band=D("0.1")), rows)[Lens.SCOTTISH]
    assert reading.result is not None and reading.result.msgid == word
    assert reading.rating is rating


def test_the_french_rate_of_a_baseline_beyond_its_target() -> None:
    beyond = neet(baseline_value=D(3), target_value=D("3.5"))
    assert read(beyond, (seen("3.4", "2020"),))[Lens.PILOTE].value == 100
    lost = read(beyond, (seen("3.6", "2020"),))
    assert lost[Lens.PILOTE].value == 0
    assert lost[Lens.PACE].rating is None and lost[Lens.PACE].reason is not None


@pytest.mark.parametrize("base", ["0", "-2"])
def test_the_straight_line_gives_a_second_opinion_where_growth_is_undefined(base: str) -> None:
    metric = neet(direction=Direction.UP, baseline_value=D(base), target_value=D(12))
    rows = (seen("2", "2023"),)
    judged = judge(metric, rows)
    assert judged.rating is Rating.CANNOT_RATE
    said = disagreement(judged, lenses(metric, rows))
    assert said is judged.second and said is not None
    assert "By a straight line it would be “Limited”" in translator("en").tell(said)


def test_every_lens_says_why_it_cannot_be_read() -> None:
    for metric, rows in (
        (neet(), ()),
        (neet(baseline_value=None, direction=None), (seen("5", "2020"),)),
        (neet(target_value=None, baseline_value=None), (seen("5", "2020"),)),
    ):
        for reading in lenses(metric, rows):
            assert (reading.value is None and reading.rating is None) == (
                reading.reason is not None
            )


def test_agreement_needs_no_sentence() -> None:
    metric = neet(direction=Direction.UP, baseline_value=D(10), target_value=D(20))
    rows = tuple(replace(seen(str(10 + step), str(2016 + step))) for step in range(6))
    assert disagreement(judge(metric, rows), lenses(metric, rows)) is None


@given(
    st.lists(st.integers(1, 500), min_size=2, max_size=7),
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(list(Direction)),
    st.sampled_from([D("0.01"), D(7), D(1000)]),
)
def test_the_unit_does_not_change_what_a_lens_sees(
    values: list[int], base: int, target: int, direction: Direction, by: Decimal
) -> None:
    def seen_in(unit: Decimal) -> list[LensReading]:
        metric = neet(
            direction=direction,
            baseline_value=base * unit,
            target_value=target * unit,
            dead_band=5 * unit,
            band_low=min(base, target) * unit,
            band_high=max(base, target) * unit,
        )
        rows = tuple(
            seen(str(value * unit), str(2020 + place)) for place, value in enumerate(values)
        )
        return list(lenses(metric, rows))

    for one, other in zip(seen_in(D(1)), seen_in(by), strict=True):
        assert (one.reason is None) == (other.reason is None)
        if one.value is None or other.value is None:
            assert one.value is other.value and one.rating is other.rating
        elif one.lens is not Lens.SCOTTISH:
            assert other.value == pytest.approx(one.value, rel=1e-6, abs=1e-9)
