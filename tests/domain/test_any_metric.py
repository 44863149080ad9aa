# SPDX-License-Identifier: Apache-2.0
"""Whatever staff type, judging says a class or a reason; it never fails and never gives a
number that is none.
"""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.forecast import Forecast, forecast
from missiondesk.domain.lenses import disagreement, lenses
from missiondesk.domain.metric import (
    Direction,
    Observation,
    OutcomeMetric,
    Periodicity,
    TargetShape,
    Trajectory,
    TrajectoryPoint,
)
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Rating, judge
from missiondesk.domain.publication_calendar import data_age
from missiondesk.domain.trajectory import ambition_ratio, expected, path, required_pace
from missiondesk.language import translator
from missiondesk.services import metric_words
from missiondesk.services.plot_titles import finding

TODAY = date(2026, 11, 25)
value = st.one_of(
    st.integers(-100, 100).map(Decimal),
    st.decimals(-1000, 1000, places=2),
    st.sampled_from([Decimal(0), Decimal("1E+30"), Decimal("-1E+300"), Decimal("1E-300")]),
)
year = st.integers(2000, 2060)
period = st.one_of(
    year.map(lambda it: Period(str(it))),
    st.tuples(year, st.integers(1, 4)).map(lambda it: Period(f"{it[0]}-Q{it[1]}")),
    st.tuples(year, st.integers(1, 12)).map(lambda it: Period(f"{it[0]}-{it[1]:02}")),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)).map(lambda it: Period(it.isoformat())),
)


@st.composite
def metrics(draw: st.DrawFn) -> OutcomeMetric:
    low, high = sorted((draw(value), draw(value)))
    maybe = st.none() | value
    return OutcomeMetric(
        id="m",
        direction=draw(st.none() | st.sampled_from(list(Direction))),
        target_shape=draw(st.sampled_from(list(TargetShape))),
        trajectory=draw(st.sampled_from(list(Trajectory))),
        periodicity=draw(st.none() | st.sampled_from(list(Periodicity))),
        delay_months=draw(st.none() | st.integers(0, 30)),
        baseline_value=draw(maybe),
        baseline_period=draw(st.none() | period),
        target_value=draw(maybe),
        target_period=draw(st.none() | period),
        cumulative_from=draw(st.none() | period),
        limit=draw(maybe),
        dead_band=draw(st.none() | value.map(abs)),
        band_low=draw(st.sampled_from([None, low])),
        band_high=draw(st.sampled_from([None, high])),
        next_release=draw(st.none() | period),
    )


Rows = list[tuple[Period, Decimal]]
rows = st.lists(st.tuples(period, value), max_size=12, unique_by=lambda it: it[0].text)


@settings(max_examples=80)
@given(metrics(), rows, rows)
def test_anything_is_judged_or_refused_with_a_reason(
    metric: OutcomeMetric,
    figures: list[tuple[Period, Decimal]],
    agreed: list[tuple[Period, Decimal]],
) -> None:
    seen = tuple(
        Observation(str(at), period=when, value=it) for at, (when, it) in enumerate(figures)
    )
    points = tuple(
        TrajectoryPoint(str(at), period=when, value=it) for at, (when, it) in enumerate(agreed)
    )
    judged = judge(metric, seen, TODAY)
    assert judged.ratio is None or math.isfinite(judged.ratio)
    assert judged.reason is not None or judged.rating is not Rating.CANNOT_RATE
    name, _, version = judged.method.rpartition(" ")
    assert name and version.isdigit()
    readings = lenses(metric, seen, points)
    for one in readings:
        assert one.value is None or math.isfinite(one.value), one
        assert one.reason is not None or one.value is not None or one.rating is not None
    tr = translator("da")
    said = disagreement(judged, readings)
    assert said is None or tr.tell(said)
    assert finding(metric, seen, judged, tr)
    metric_words.rating_sentence(judged, tr)
    assert metric_words.method(judged, tr) != judged.method
    latest = max(seen, key=lambda one: one.period.last, default=None)
    data_age(metric, latest, TODAY)
    metric_words.age(metric, latest, TODAY, tr)
    if latest is not None:
        required_pace(metric, latest)
    ratio = ambition_ratio(metric, seen)
    assert ratio is None or ratio > 0
    for time, height in path(metric, points=points):
        assert math.isfinite(height)
        assert expected(metric, time, points) == pytest.approx(height)
    promised = forecast(metric, seen)
    if isinstance(promised, Forecast):
        assert promised.probability is None or 0 <= promised.probability <= 1
        for step in promised.points:
            assert step.low95 <= step.low80 <= step.middle <= step.high80 <= step.high95
