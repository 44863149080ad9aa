# SPDX-License-Identifier: Apache-2.0
"""Figures come in whole or not at all, edition after edition, and go out again by undo."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.message import Message
from missiondesk.domain.metric import Direction, Observation, ObservationStatus, OutcomeMetric
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Rating
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.exchange.statistics.table import SeriesPoint
from missiondesk.services.desk import Desk
from missiondesk.services.figure_outlook import outlook
from missiondesk.services.figure_plan import plan_figures
from missiondesk.services.figures import FigureReport, edition_day
from missiondesk.services.list_states import FigureStatus
from tests.px_editions import FIRST, NEXT, px_edition

CHOICE = {"alder": "A1"}


@pytest.fixture
def metric(desk: Desk) -> OutcomeMetric:
    mission = desk.missions.add(Wording("Unge", "Young"))
    made = desk.metrics.of_mission(mission.id)
    assert made is not None
    return desk.metrics.revise(
        replace(
            made,
            unit=Wording("%", "%"),
            direction=Direction.DOWN,
            limit=Decimal(100),
            baseline_value=Decimal("7.1"),
            baseline_period=Period("2016"),
            target_value=Decimal("3.5"),
            target_period=Period("2030"),
        )
    )


def first_edition(desk: Desk, metric: OutcomeMetric, folder: Path) -> FigureReport:
    file = desk.figures.read(px_edition(folder, "neet-2025.px", FIRST, "20250601 08:00"))
    return desk.figures.report(file, file.tables[0], metric.id, CHOICE)


def statuses(report: FigureReport) -> list[FigureStatus]:
    return [row.status for row in report.planned.rows]


def test_the_first_edition_is_new_and_one_step(
    desk: Desk, metric: OutcomeMetric, tmp_path: Path
) -> None:
    report = first_edition(desk, metric, tmp_path)
    assert not report.known
    assert statuses(report) == [FigureStatus.NEW] * 5
    assert desk.metrics.observations(metric.id) == ()
    before = desk.history.steps(1)[0].number
    desk.figures.apply([report])
    assert desk.history.steps(1)[0].number == before + 1
    seen = desk.metrics.observations(metric.id)
    assert [str(one.value) for one in seen] == list(FIRST.values())
    # The first edition says nothing of the days on which its older figures came out.
    assert {one.published for one in seen} == {None}
    assert desk.missions.judgement(metric.mission).rating is Rating.LIMITED
    desk.history.undo()
    assert desk.metrics.observations(metric.id) == ()
    assert desk.figures.feeds(metric.id) == ()


def test_the_next_edition_shows_its_difference_and_moves_the_rating(
    desk: Desk, metric: OutcomeMetric, tmp_path: Path
) -> None:
    desk.figures.apply([first_edition(desk, metric, tmp_path)])
    file = desk.figures.read(px_edition(tmp_path, "neet-2026.px", NEXT, "20260601 08:00", "*"))
    found = desk.figures.known(file)
    assert found.faults == ()
    (report,) = found.reports
    assert report.known
    assert statuses(report) == [
        *[FigureStatus.UNCHANGED] * 4,
        FigureStatus.REVISED,
        FigureStatus.NEW,
        FigureStatus.NO_FIGURE,
    ]
    desk.figures.apply(found.reports)
    revised, added = desk.metrics.observations(metric.id)[-2:]
    assert (revised.value, revised.former_value) == (Decimal("6.2"), Decimal("6.6"))
    assert revised.status is ObservationStatus.REVISED
    assert revised.reason == "20260601 08:00"
    assert added.published == revised.published == Period("2026-06-01")
    assert desk.missions.judgement(metric.mission).rating is Rating.ON_TRACK
    (feed,) = desk.figures.feeds(metric.id)
    assert (feed.edition, feed.file_name) == ("20260601 08:00", "neet-2026.px")
    again = desk.figures.known(file).reports[0]
    assert not again.writes
    desk.history.undo()
    assert desk.missions.judgement(metric.mission).rating is Rating.LIMITED
    assert desk.figures.feeds(metric.id)[0].edition == "20250601 08:00"


def test_the_outlook_is_what_the_import_then_makes(
    desk: Desk, metric: OutcomeMetric, tmp_path: Path
) -> None:
    desk.figures.apply([first_edition(desk, metric, tmp_path)])
    file = desk.figures.read(px_edition(tmp_path, "neet-2026.px", NEXT, "20260601 08:00", "*"))
    reports = desk.figures.known(file).reports
    found = outlook(reports[0], desk.situation, desk.today)
    assert found.before is desk.missions.judgement(metric.mission).rating
    desk.figures.apply(reports)
    assert found.after is desk.missions.judgement(metric.mission).rating
    seen = desk.metrics.observations(metric.id)
    assert [(it.period, it.value) for it in found.series] == [(it.period, it.value) for it in seen]


def test_a_figure_out_of_range_hinders_everything(
    desk: Desk, metric: OutcomeMetric, tmp_path: Path
) -> None:
    wrong = {**FIRST, "2018": "690"}
    file = desk.figures.read(px_edition(tmp_path, "neet.px", wrong, "20250601 08:00"))
    report = desk.figures.report(file, file.tables[0], metric.id, CHOICE)
    assert statuses(report).count(FigureStatus.OUT_OF_RANGE) == 1
    with pytest.raises(Refused) as refused:
        desk.figures.apply([report])
    assert dict(refused.value.message.values)["period"] == "2018"
    assert desk.metrics.observations(metric.id) == ()
    assert desk.figures.feeds(metric.id) == ()


def test_a_selection_that_is_gone_is_told(
    desk: Desk, metric: OutcomeMetric, tmp_path: Path
) -> None:
    desk.figures.apply([first_edition(desk, metric, tmp_path)])
    path = px_edition(tmp_path, "neet-2026.px", NEXT, "20260601 08:00")
    path.write_text(path.read_text(encoding="utf-8").replace('"A1"', '"B1"'), encoding="utf-8")
    found = desk.figures.known(desk.figures.read(path))
    assert found.reports == ()
    assert dict(found.faults[0].values)["code"] == "A1"


def test_factor_and_first_period_hold(desk: Desk, metric: OutcomeMetric, tmp_path: Path) -> None:
    file = desk.figures.read(px_edition(tmp_path, "neet.px", FIRST, "20250601 08:00"))
    report = desk.figures.report(
        file, file.tables[0], metric.id, CHOICE, Decimal(10), Period("2019")
    )
    assert [str(row.value) for row in report.planned.rows] == ["68.0", "66.0"]
    with pytest.raises(Refused):
        desk.figures.report(file, file.tables[0], metric.id, CHOICE, Decimal(0))
    with pytest.raises(Refused):
        desk.figures.report(file, file.tables[0], metric.id, {})


def test_forgetting_where_figures_come_from_keeps_them(
    desk: Desk, metric: OutcomeMetric, tmp_path: Path
) -> None:
    desk.figures.apply([first_edition(desk, metric, tmp_path)])
    desk.figures.forget(desk.figures.feeds(metric.id)[0].id)
    assert desk.figures.feeds(metric.id) == ()
    assert len(desk.metrics.observations(metric.id)) == 5


@pytest.mark.parametrize(
    ("updated", "day"),
    [
        ("20260601 08:00", "2026-06-01"),
        ("2026-06-01T06:00:00Z", "2026-06-01"),
        ("01/06/26", None),
        ("05-06-2026", None),
        ("20261301", None),
        ("", None),
    ],
)
def test_an_edition_s_day_is_never_guessed(updated: str, day: str | None) -> None:
    assert edition_day(updated) == (Period(day) if day else None)


# -- one figure ----------------------------------------------------------------------------

PLACE = Message("line 1")
METRIC = OutcomeMetric("m", unit=Wording("%", "%"))
FEED = FigureFeed("f", metric="m", format="PX", table="T", edition="20260601")


def point(value: str | None, status: str = "", period: str | None = "2020") -> SeriesPoint:
    when = Period(period) if period else None
    number = None if value is None else Decimal(value)
    return SeriesPoint(when, period or "I alt", number, "", status, PLACE)


def test_an_unreadable_period_is_no_figure() -> None:
    (row,) = plan_figures(METRIC, (), [point("1", period=None)], FEED, None).rows
    assert row.status is FigureStatus.UNREADABLE


def test_a_period_that_stands_twice_hinders_everything() -> None:
    points = [point("1"), point("2"), point("3", period="2021")]
    planned = plan_figures(METRIC, (), points, FEED, None)
    assert [row.status.hinders for row in planned.rows] == [False, True, False]
    assert planned.hindrance is planned.rows[1]


@pytest.mark.parametrize(
    ("flags", "status"),
    [
        ("", ObservationStatus.FINAL),
        ("p", ObservationStatus.PRELIMINARY),
        ("b p", ObservationStatus.PRELIMINARY),
        ("e r", ObservationStatus.ESTIMATE),
        ("-", ObservationStatus.FINAL),
    ],
)
def test_flags_say_how_final_a_figure_is(flags: str, status: ObservationStatus) -> None:
    (made,) = plan_figures(METRIC, (), [point("1", flags)], FEED, None).observations
    assert made.status is status


def test_a_preliminary_figure_ripens_and_a_settled_one_stays_settled() -> None:
    raw = Observation("o", "m", Period("2020"), Decimal(1), status=ObservationStatus.PRELIMINARY)
    planned = plan_figures(METRIC, [raw], [point("1.0")], FEED, None)
    assert planned.rows[0].status is FigureStatus.RIPENED
    assert planned.observations == (replace(raw, status=ObservationStatus.FINAL),)
    settled = replace(raw, status=ObservationStatus.FINAL)
    assert plan_figures(METRIC, [settled], [point("1", "p")], FEED, None).observations == ()


def test_a_figure_of_another_order_is_remarked_on() -> None:
    points = [point("5"), point("5100", period="2021")]
    rows = plan_figures(METRIC, (), points, FEED, None).rows
    assert [len(row.details) for row in rows] == [0, 1]


NUMBERS = st.decimals(min_value=-(10**6), max_value=10**6, places=3)


@settings(max_examples=60)
@given(st.dictionaries(st.integers(1990, 2030), NUMBERS, max_size=12), st.sampled_from([1, 1000]))
def test_what_is_imported_once_is_unchanged_the_second_time(
    figures: dict[int, Decimal], factor: int
) -> None:
    feed = replace(FEED, factor=Decimal(factor))
    points = [point(str(value), period=str(year)) for year, value in sorted(figures.items())]
    first = plan_figures(METRIC, (), points, feed, None)
    assert [one.value for one in first.observations] == [
        value * factor for _, value in sorted(figures.items())
    ]
    second = plan_figures(METRIC, first.observations, points, feed, None)
    assert second.observations == ()
    assert {row.status for row in second.rows} <= {FigureStatus.UNCHANGED}
