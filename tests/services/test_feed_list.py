# SPDX-License-Identifier: Apache-2.0
"""What feeds what, what can be fed, and what waits for a new edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from missiondesk.domain.metric import IndicatorKind, OutcomeMetric, Periodicity
from missiondesk.domain.publication_calendar import Freshness
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.feed_list import fed_metrics, feed_rows
from tests.px_editions import FIRST, px_edition


@pytest.fixture
def metric(desk: Desk) -> OutcomeMetric:
    made = desk.metrics.of_mission(desk.missions.add(Wording("Unge", "The young")).id)
    assert made is not None
    return desk.metrics.revise(replace(made, periodicity=Periodicity.YEAR, delay_months=5))


def test_the_key_metric_its_indicators_and_their_parts_can_be_fed(
    desk: Desk, metric: OutcomeMetric
) -> None:
    whole = desk.indicators.add(metric.mission, Wording("Antal", "Number"), IndicatorKind.IMPACT)
    part = desk.indicators.add_part(whole.id, Wording("Kvinder", "Women"))
    found = fed_metrics(desk.situation)
    assert [one.metric.id for one in found] == [metric.id, whole.id, part.id]
    names = [one.name(translator("da")) for one in found]
    # A key metric without a name goes by its mission.
    assert names == ["M1 · Unge", "M1 · Antal", "M1 · Antal, Kvinder"]


@pytest.mark.parametrize(
    ("today", "freshness", "waits"),
    [
        (date(2021, 12, 1), Freshness.CURRENT, False),
        (date(2022, 6, 1), Freshness.OVERDUE, True),
        (date(2024, 1, 1), Freshness.STALE, True),
    ],
)
def test_a_feed_waits_once_its_next_figure_should_be_out(
    desk: Desk,
    metric: OutcomeMetric,
    tmp_path: Path,
    today: date,
    freshness: Freshness,
    waits: bool,
) -> None:
    file = desk.figures.read(px_edition(tmp_path, "neet.px", FIRST, "20210601"))
    desk.figures.apply([desk.figures.report(file, file.tables[0], metric.id, {"alder": "A1"})])
    (row,) = feed_rows(desk.situation, today)
    assert (row.age.freshness, row.waits) == (freshness, waits)
    assert row.latest is not None
    assert str(row.latest.period) == "2020"
    assert row.age.expected == date(2022, 5, 31)
