# SPDX-License-Identifier: Apache-2.0
"""What the pictures of the sample show, and that each of them can be drawn and described."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from missiondesk.charts.describe import alt_text, table_twin
from missiondesk.charts.plots import Plot, TrajectoryPlot
from missiondesk.domain.identity import new_id
from missiondesk.domain.initiative import Stage
from missiondesk.domain.metric import Direction, Observation, TargetShape, Trajectory
from missiondesk.domain.period import Period
from missiondesk.language import translator
from missiondesk.services import metric_words
from missiondesk.services.desk import Desk

LANGUAGES = ("da", "en")


def mission_of(desk: Desk, code: str) -> str:
    found = desk.missions.with_code(code)
    assert found is not None
    return found.id


def drawn(desk: Desk, code: str, language: str = "en") -> TrajectoryPlot:
    plot = desk.pictures.trajectory(mission_of(desk, code), language)
    assert plot is not None
    return plot


def yearly(desk: Desk, code: str, *values: str, first: int = 2020) -> None:
    metric = desk.situation.metric_of(mission_of(desk, code))
    assert metric is not None
    desk.metrics.record(
        metric.id,
        [
            Observation("", period=Period(str(first + place)), value=Decimal(value))
            for place, value in enumerate(values)
        ],
    )


def test_the_trajectory_shows_interim_targets_and_the_decided_change(sample: Desk) -> None:
    plot = drawn(sample, "M1")
    assert [(one.x, one.y, one.label) for one in plot.intermediate] == [
        (2026.0, 5.5, "2026"),
        (2028.0, 4.5, "2028"),
    ]
    assert len(plot.breaks) == 1
    assert plot.breaks[0].label.startswith("Changed on 15 June 2026: Example: Young people")
    assert not plot.breaks[0].label.endswith(".")
    assert plot.breaks[0].x == pytest.approx(2025.96, abs=0.01)
    assert plot.fan == () and plot.naive is None and not plot.stepped
    assert drawn(sample, "M6").stale and not drawn(sample, "M3").stale


def test_the_fan_opens_with_the_fourth_figure(sample: Desk) -> None:
    yearly(sample, "M1", "7.1", "6.9", "6.6")
    assert drawn(sample, "M1").fan == ()
    yearly(sample, "M1", "7.1", "6.9", "6.6", "6.5")
    plot = drawn(sample, "M1")
    assert [one.label for one in plot.fan] == [str(year) for year in range(2024, 2031)]
    assert plot.naive == pytest.approx(6.5)
    assert all(list(one.values) == sorted(one.values) for one in plot.fan)


def test_the_path_goes_by_the_kind_of_trajectory(sample: Desk) -> None:
    metric = sample.situation.metric_of(mission_of(sample, "M1"))
    assert metric is not None
    for kind, count in ((Trajectory.LINEAR, 2), (Trajectory.POINTS, 4), (Trajectory.STEPPED, 4)):
        changed = replace(metric, trajectory=kind)
        if sample.metrics.guarded(changed):
            sample.metrics.change(changed, metric.name, "Koordinationsudvalget")
        plot = drawn(sample, "M1")
        assert len(plot.path) == count
        assert plot.stepped is (kind is Trajectory.STEPPED)


def test_a_band_is_drawn_and_titled_as_one(sample: Desk) -> None:
    mission = sample.situation.metric_of(mission_of(sample, "M1"))
    assert mission is not None
    band = replace(mission, direction=Direction.BAND, band_low=Decimal(3), band_high=Decimal(5))
    sample.metrics.change(band, mission.name, "Koordinationsudvalget")
    plot = drawn(sample, "M1")
    assert plot.band == (3.0, 5.0) and plot.higher_is_better is None
    assert plot.title == "The figure comes back to its band, but too slowly for 2030"
    yearly(sample, "M1", "7.1", "4.0")
    assert drawn(sample, "M1").title == "The figure is within its band"


def test_a_supporting_indicator_is_drawn_as_well(sample: Desk) -> None:
    (indicator,) = sample.situation.indicators_of(mission_of(sample, "M1"))
    plot = sample.pictures.metric(indicator.id, "en")
    assert plot is not None and len(plot.points) == 3
    assert plot.title == "No dated target is set yet"


def test_bullets_stand_beside_the_path(sample: Desk) -> None:
    plot = sample.pictures.bullets("en")
    assert plot.title == "1 of 7 missions is on track for its target"
    rows = {row.label[:2]: row for row in plot.rows}
    assert "M5" not in rows  # done or not done
    assert (rows["M1"].baseline, rows["M1"].actual, rows["M1"].target) == (7.1, 6.6, 3.5)
    assert rows["M1"].expected == pytest.approx(6.07, abs=0.01)
    assert rows["M1"].status is not None and rows["M1"].status.text == "■\u00a0Limited"
    assert not rows["M6"].settled and rows["M1"].settled


def test_a_total_counts_from_nothing(sample: Desk) -> None:
    metric = sample.situation.metric_of(mission_of(sample, "M4"))
    assert metric is not None
    total = replace(
        metric,
        target_shape=TargetShape.CUMULATIVE,
        direction=Direction.UP,
        target_value=Decimal(100),
        cumulative_from=Period("2024"),
        target_period=Period("2027"),
    )
    sample.metrics.change(total, metric.name, "Koordinationsudvalget")
    yearly(sample, "M4", "20", "21", first=2024)
    row = next(it for it in sample.pictures.bullets("en").rows if it.label.startswith("M4"))
    assert (row.baseline, row.actual, row.target) == (0.0, 41.0, 100.0)
    assert row.expected == pytest.approx(50, abs=0.1)
    assert drawn(sample, "M4").title == "The total is behind its path to the target in 2027"


def test_small_multiples_have_every_mission_that_counts_something(sample: Desk) -> None:
    plot = sample.pictures.multiples("en")
    assert [one.code for one in plot.panels] == ["M1", "M2", "M3", "M4", "M6", "M7"]
    assert all(one.status is not None for one in plot.panels)


def test_the_history_has_both_scales_by_month(sample: Desk) -> None:
    plot = sample.pictures.status_history("en")
    assert plot.dates == ("March 2026", "June 2026", "October 2026")
    assert plot.title == "Confidence rose since the last status"
    row = next(it for it in plot.rows if it.label.startswith("M3"))
    first, middle, last = row.cells
    assert middle is None and first is not None and last is not None
    assert first.confidence is not None and first.confidence.word == "Doubtful"
    assert last.confidence is not None and last.confidence.word == "Feasible"
    assert last.rating is not None and last.rating.word == "Must accelerate"
    one = sample.pictures.status_history("en", mission_of(sample, "M1"))
    assert [len(it.cells) for it in one.rows] == [2]
    assert one.title == "Confidence is unchanged since the last status"


def test_the_waterfall_leads_from_the_latest_to_the_target(sample: Desk) -> None:
    mission = mission_of(sample, "M1")
    plot = sample.pictures.waterfall(mission, "en")
    assert plot is not None and plot.latest is not None and plot.target is not None
    assert (plot.latest.y, plot.target.y, plot.higher_is_better) == (6.6, 3.5, False)
    live = [it for it in sample.situation.initiatives_of(mission) if it.stage is not Stage.CLOSED]
    assert [one.label[:4] for one in plot.steps] == [one.code for one in live]
    assert [one.value for one in plot.steps] == [-1.2, -0.6, 0.0]
    assert plot.title == "The initiatives cover 58% of the way that is left"
    assert sample.pictures.waterfall(mission_of(sample, "M5"), "en") is None
    assert sample.pictures.waterfall(mission_of(sample, "M4"), "en") is None


def test_of_very_many_initiatives_the_waterfall_shows_the_largest_and_adds_up_the_rest(
    sample: Desk,
) -> None:
    mission = mission_of(sample, "M1")
    pattern = next(it for it in sample.situation.initiatives_of(mission))
    for place in range(60):
        added = None if place % 6 == 0 else Decimal(place) / -1000
        one = replace(pattern, id=new_id(), code=f"M1-{100 + place}", contribution=added)
        sample.initiatives.add(replace(one, contribution_low=None, contribution_high=None))
    plot = sample.pictures.waterfall(mission, "en")
    assert plot is not None and len(plot.steps) == 40
    assert [one.label for one in plot.steps[-2:]] == [
        "15 further initiatives",
        "10 initiatives without an estimate",
    ]
    live = [it for it in sample.situation.initiatives_of(mission) if it.stage is not Stage.CLOSED]
    whole = sum(it.contribution for it in live if it.contribution is not None)
    shown = sum(Decimal(repr(it.value)) for it in plot.steps if it.value is not None)
    assert shown == whole
    assert plot.steps[-1].value is None


def test_the_ambition_says_why_it_has_no_ratio(sample: Desk) -> None:
    plot = sample.pictures.ambition("en")
    notes = {row.label[:2]: row.note for row in plot.rows}
    assert notes["M1"] == "Fewer than three figures in the last five years"
    assert notes["M7"] == "The target is reached"
    yearly(sample, "M1", "7.0", "6.9", "6.8", "6.7")
    row = next(it for it in sample.pictures.ambition("en").rows if it.label.startswith("M1"))
    assert row.ratio == pytest.approx((3.2 / 7) / 0.1)
    assert row.note == "" and row.historical == "−0.10\u00a0percentage points"
    assert sample.pictures.ambition("en").title.startswith("1 mission asks for more than 3 times")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_described_in_words_and_as_a_table(sample: Desk, language: str) -> None:
    tr = translator(language)
    yearly(sample, "M1", "7.1", "6.9", "6.6", "6.5")
    pictures = sample.pictures
    mission = mission_of(sample, "M1")
    plots: list[Plot | None] = [
        pictures.trajectory(mission, language),
        pictures.bullets(language),
        pictures.multiples(language),
        pictures.status_history(language),
        pictures.waterfall(mission, language),
        pictures.ambition(language),
    ]
    for plot in plots:
        assert plot is not None and plot.title
        assert plot.title.replace("\u00a0", " ") in alt_text(plot, tr).replace("\u00a0", " ")
        assert len(table_twin(plot, tr)[1]) >= 1


# -- words ---------------------------------------------------------------------------------
def test_the_needed_pace_and_the_age_of_the_figure_in_words(sample: Desk) -> None:
    metric = sample.situation.metric_of(mission_of(sample, "M1"))
    assert metric is not None
    seen = sample.situation.observations_of(metric.id)[-1]
    assert metric_words.needed(metric, seen, translator("en")) == (
        "−0.31\u00a0percentage points or −6.1 per cent a year (from the baseline it was "
        "−0.26\u00a0percentage points or −4.9 per cent)"
    )
    assert metric_words.age(metric, seen, sample.today, translator("en")) == (
        "The newest figure is for 2020 and is 5 years and 10 months old."
    )
    housed = sample.situation.metric_of(mission_of(sample, "M7"))
    assert housed is not None
    reached = sample.situation.observations_of(housed.id)[-1]
    assert metric_words.needed(housed, reached, translator("en")) == (
        "nothing: the target is reached"
    )
    rail = sample.situation.metric_of(mission_of(sample, "M6"))
    assert rail is not None
    last = sample.situation.observations_of(rail.id)[-1]
    assert metric_words.age(rail, last, sample.today, translator("en")).endswith(
        "The next one was expected in January 2026: there is no current figure."
    )
