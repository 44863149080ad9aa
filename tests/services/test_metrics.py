# SPDX-License-Identifier: Apache-2.0
"""Metrics: observations are written as one table; assessments keep what was computed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape
from missiondesk.domain.mission import MissionState
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import blank_desk


def a_new_metric(desk: Desk) -> OutcomeMetric:
    mission = desk.missions.add(Wording("Mission"))
    metric = desk.metrics.of_mission(mission.id)
    assert metric is not None
    return metric


def row(period: str, value: int, key: str = "") -> Observation:
    return Observation(key, period=Period(period), value=Decimal(value))


def test_the_whole_table_is_one_step(desk: Desk) -> None:
    metric = a_new_metric(desk)
    first = desk.metrics.record(metric.id, [row("2020", 5), row("2019", 4)])
    assert [seen.period.text for seen in first] == ["2019", "2020"]
    kept = replace(first[0], value=Decimal(7))
    after = desk.metrics.record(metric.id, [kept, row("2021", 9)])
    assert [(seen.period.text, int(seen.value)) for seen in after] == [("2019", 7), ("2021", 9)]
    step = desk.history.steps(1)[0]
    assert step.verb is Verb.RECORD_OBSERVATIONS
    assert len(step.changes) == 3
    desk.history.undo()
    assert desk.metrics.observations(metric.id) == first


def test_two_figures_for_one_period_are_refused(desk: Desk) -> None:
    metric = a_new_metric(desk)
    with pytest.raises(Refused) as refused:
        desk.metrics.record(metric.id, [row("2020", 5), row("2020", 6)])
    assert refused.value.field == "period"
    assert desk.metrics.observations(metric.id) == ()


def test_a_new_row_may_take_the_period_of_a_removed_one(desk: Desk) -> None:
    metric = a_new_metric(desk)
    desk.metrics.record(metric.id, [row("2020", 5)])
    after = desk.metrics.record(metric.id, [row("2020", 6)])
    assert [int(seen.value) for seen in after] == [6]


@given(st.lists(st.tuples(st.integers(1990, 2030), st.integers(-9, 9)), unique_by=lambda it: it[0]))
def test_what_is_recorded_is_what_is_there(table: list[tuple[int, int]]) -> None:
    desk = blank_desk("Sekretær")
    metric = a_new_metric(desk)
    desk.metrics.record(metric.id, [row("2000", 1), row("2010", 2)])
    seen = desk.metrics.record(metric.id, [row(str(year), value) for year, value in table])
    assert {(int(one.period.text), int(one.value)) for one in seen} == set(table)
    desk.close(discard=True)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"decimals": 7}, "decimals"),
        ({"delay_months": -1}, "delay_months"),
        ({"baseline_period": Period("2030"), "target_period": Period("2030")}, "target_period"),
        ({"cumulative_from": Period("2022")}, "cumulative_from"),
        (
            {
                "target_shape": TargetShape.CUMULATIVE,
                "cumulative_from": Period("2031"),
                "target_period": Period("2030"),
            },
            "cumulative_from",
        ),
    ],
)
def test_a_wrong_field_is_named(desk: Desk, fields: dict[str, object], field: str) -> None:
    metric = a_new_metric(desk)
    with pytest.raises(Refused) as refused:
        desk.metrics.revise(replace(metric, **fields))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_an_assessment_keeps_the_computed_rating_with_method_and_inputs(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    judged = sample.metrics.assess(mission.id, Confidence.PROBABLE, "  Det går bedre.  ")
    assert (judged.rating, judged.method) == ("limited", "growth-ratio 1")
    assert float(judged.ratio) == pytest.approx(0.367, abs=0.0005)  # domain.md 3.4, worked example
    assert judged.inputs == "y0=7.1 (2016); y=6.6 (2020); yT=3.5 (2030); d=down"
    assert (judged.narrative, judged.period.text) == ("Det går bedre.", "2026-10-31")
    assert sample.overview.rows()[0].confidence is Confidence.PROBABLE


def test_a_reason_has_a_thousand_characters_at_most(sample: Desk) -> None:
    mission = sample.missions.all()[0]
    sample.metrics.assess(mission.id, Confidence.PROBABLE, "x" * 1000)
    with pytest.raises(Refused) as refused:
        sample.metrics.assess(mission.id, Confidence.PROBABLE, "x" * 1001)
    assert refused.value.field == "narrative"


# -- decisions (D2) ------------------------------------------------------------------------


def an_agreed_metric(desk: Desk) -> OutcomeMetric:
    metric = a_new_metric(desk)
    metric = desk.metrics.revise(
        replace(metric, target_value=Decimal(4), target_period=Period("2030"))
    )
    desk.missions.advance(metric.mission, MissionState.PROPOSED)
    desk.missions.advance(metric.mission, MissionState.AGREED)
    return metric


def test_an_agreed_target_moves_by_decision_only(desk: Desk) -> None:
    metric = an_agreed_metric(desk)
    easier = replace(metric, target_value=Decimal(5))
    with pytest.raises(Refused) as refused:
        desk.metrics.revise(easier)
    assert (refused.value.field, refused.value.rule) == ("target_value", "D2")
    assert desk.metrics.guarded(easier) == ("target_value",)
    made = desk.metrics.change(easier, Wording("Ny aftale", "New agreement"), " Udvalget ")
    assert desk.metrics.get(metric.id) == easier
    assert desk.metrics.changes(metric.id) == (made,)
    assert (made.decided_by, made.former) == ("Udvalget", '{"target_value": "4"}')
    desk.history.undo()
    assert desk.metrics.get(metric.id) == metric
    assert desk.metrics.changes(metric.id) == ()


def test_what_was_empty_is_filled_in_freely(desk: Desk) -> None:
    metric = an_agreed_metric(desk)
    fuller = replace(metric, baseline_value=Decimal(9), name=Wording("Navn", "Name"))
    assert desk.metrics.guarded(fuller) == ()
    assert desk.metrics.revise(fuller) == fuller


@pytest.mark.parametrize(
    ("reason", "who", "field"),
    [(Wording(), "Udvalget", "reason"), (Wording("Ja", "Yes"), "  ", "decided_by")],
)
def test_a_decision_has_a_reason_and_somebody_who_took_it(
    desk: Desk, reason: Wording, who: str, field: str
) -> None:
    metric = an_agreed_metric(desk)
    with pytest.raises(Refused) as refused:
        desk.metrics.change(replace(metric, target_value=Decimal(5)), reason, who)
    assert refused.value.field == field
    assert desk.metrics.get(metric.id) == metric


def test_a_corrected_figure_keeps_what_stood_there(desk: Desk) -> None:
    metric = a_new_metric(desk)
    (first,) = desk.metrics.record(metric.id, [row("2020", 5)])
    (after,) = desk.metrics.record(
        metric.id, [replace(first, value=Decimal(6), reason="Revideret")]
    )
    assert (after.former_value, after.reason) == (Decimal(5), "Revideret")
    assert desk.metrics.record(metric.id, [after]) == (after,)
