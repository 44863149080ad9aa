# SPDX-License-Identifier: Apache-2.0
"""Learning, stocktakes and indicators: what was seen stays seen, what is wrong is refused."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.metric import IndicatorKind, Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.stocktake import Stocktake, StocktakeState
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from tests.builders import an_initiative


def a_mission_on(desk: Desk) -> tuple[Mission, OutcomeMetric]:
    mission = desk.missions.add(Wording("Mission", "Mission"))
    metric = desk.metrics.of_mission(mission.id)
    assert metric is not None
    return mission, metric


def figure(period: str, value: int, published: str | None = None) -> Observation:
    out = Period(published) if published else None
    return Observation("", period=Period(period), value=Decimal(value), published=out)


def seen(desk: Desk, stocktake: Stocktake, metric: OutcomeMetric) -> list[int]:
    rows = desk.stocktakes.seen(stocktake.id).observations_of(metric.id)
    return [int(one.value) for one in rows]


# -- learning ------------------------------------------------------------------------------


def test_learning_is_written_revised_removed_and_taken_back(desk: Desk) -> None:
    mission, _ = a_mission_on(desk)
    entry = desk.learning.add(mission.id, Period("2026-09"))
    fuller = desk.learning.revise(replace(entry, saw=Wording("29 %", "29 %"), strength=3))
    assert desk.learning.of_mission(mission.id) == (fuller,)
    desk.learning.remove(entry.id)
    assert desk.learning.of_mission(mission.id) == ()
    desk.history.undo()
    assert desk.learning.get(entry.id) == fuller


def test_learning_belongs_to_the_mission_s_own_initiative(desk: Desk) -> None:
    mission, _ = a_mission_on(desk)
    other = desk.missions.add(Wording("Anden", "Other"))
    foreign = desk.initiatives.add(an_initiative(mission=other.id))
    entry = desk.learning.add(mission.id)
    with pytest.raises(Refused) as refused:
        desk.learning.revise(replace(entry, initiative=foreign.id))
    assert refused.value.field == "initiative"
    with pytest.raises(Refused):
        desk.learning.revise(replace(entry, strength=6))


def test_learning_outlives_its_initiative_and_goes_with_its_mission(desk: Desk) -> None:
    mission, _ = a_mission_on(desk)
    initiative = desk.initiatives.add(an_initiative(mission=mission.id))
    entry = desk.learning.revise(replace(desk.learning.add(mission.id), initiative=initiative.id))
    desk.initiatives.remove(initiative.id)
    kept = desk.learning.get(entry.id)
    assert kept is not None
    assert kept.initiative is None
    desk.stocktakes.plan(mission.id)
    desk.missions.remove(mission.id)
    assert desk.learning.get(entry.id) is None
    assert desk.stocktakes.all() == ()


# -- stocktakes ----------------------------------------------------------------------------


def test_figures_published_after_the_cut_off_are_left_out(desk: Desk) -> None:
    mission, metric = a_mission_on(desk)
    rows = [figure("2023", 5, "2024-04-01"), figure("2024", 6, "2025-04-02"), figure("2025", 7)]
    desk.metrics.record(metric.id, rows)
    made = desk.stocktakes.plan(mission.id, Period("2025-06-01"), Period("2025-04-01"))
    assert seen(desk, made, metric) == [5]
    assert desk.stocktakes.seen(made.id).today.isoformat() == "2025-04-01"


def test_frozen_figures_stay_what_they_were(desk: Desk) -> None:
    mission, metric = a_mission_on(desk)
    (first,) = desk.metrics.record(metric.id, [figure("2024", 5)])
    made = desk.stocktakes.freeze(desk.stocktakes.plan(mission.id, Period("2026-11-20")).id)
    desk.metrics.record(metric.id, [replace(first, value=Decimal(9)), figure("2025", 10)])
    desk.metrics.assess(mission.id, Confidence.FEASIBLE, "Bagefter", Period("2026-11-30"))
    assert seen(desk, made, metric) == [5]
    assert desk.stocktakes.seen(made.id).assessments_of(mission.id) == ()
    desk.stocktakes.hold(made.id)
    desk.missions.revise(replace(mission, title=Wording("Nyt navn", "New name")))
    assert seen(desk, made, metric) == [5]
    shown = desk.stocktakes.seen(made.id).get(Mission, mission.id)
    assert shown is not None
    assert shown.title == Wording("Mission", "Mission")


def test_only_the_outcome_is_written_after_freezing(desk: Desk) -> None:
    made = desk.stocktakes.freeze(desk.stocktakes.plan(None).id)
    brought = replace(made, decisions_taken=Wording("Ja", "Yes"))
    assert desk.stocktakes.revise(brought) == brought
    with pytest.raises(Refused) as refused:
        desk.stocktakes.revise(replace(brought, issues=Wording("Nyt", "New")))
    assert refused.value.field == "issues"
    with pytest.raises(Refused):
        desk.stocktakes.freeze(made.id)
    held = desk.stocktakes.hold(made.id)
    assert held.state is StocktakeState.HELD
    with pytest.raises(Refused):
        desk.stocktakes.hold(made.id)
    with pytest.raises(Refused):
        desk.stocktakes.remove(made.id)


def test_stocktakes_are_numbered_for_each_mission_and_the_cut_off_comes_first(desk: Desk) -> None:
    mission, _ = a_mission_on(desk)
    numbers = [desk.stocktakes.plan(it).number for it in (mission.id, mission.id, None)]
    assert numbers == [1, 2, 1]
    with pytest.raises(Refused) as refused:
        desk.stocktakes.plan(None, Period("2026-01-01"), Period("2026-02-01"))
    assert refused.value.field == "data_cutoff"
    four = Wording("a\nb\nc\nd", "")
    with pytest.raises(Refused):
        desk.stocktakes.revise(replace(desk.stocktakes.all()[0], issues=four))


# -- indicators and interim targets --------------------------------------------------------


def test_a_mission_has_six_supporting_indicators_at_most(desk: Desk) -> None:
    mission, metric = a_mission_on(desk)
    for number in range(6):
        desk.indicators.add(mission.id, Wording(str(number), str(number)), IndicatorKind.IMPACT)
    with pytest.raises(Refused):
        desk.indicators.add(mission.id, Wording("7", "7"), IndicatorKind.CONTEXT)
    assert len(desk.indicators.of_mission(mission.id)) == 6
    assert desk.metrics.of_mission(mission.id) == metric
    with pytest.raises(Refused):
        desk.indicators.remove(metric.id)
    with pytest.raises(Refused):
        desk.indicators.revise(replace(metric, decimals=2))


def test_a_breakdown_is_measured_as_the_whole_and_goes_with_it(desk: Desk) -> None:
    mission, metric = a_mission_on(desk)
    desk.metrics.revise(replace(metric, unit=Wording("%", "%"), decimals=2))
    part = desk.indicators.add_part(metric.id, Wording("Kvinder", "Women"))
    assert (part.unit.da, part.decimals, part.part_of) == ("%", 2, metric.id)
    whole = desk.metrics.get(metric.id)
    assert whole is not None
    assert desk.situation.parts_of(whole) == (part,)
    assert desk.indicators.of_mission(mission.id) == ()
    with pytest.raises(Refused):
        desk.indicators.add_part(part.id, Wording("Unge", "Young"))
    desk.metrics.record(part.id, [figure("2024", 3)])
    desk.missions.remove(mission.id)
    assert desk.metrics.get(part.id) is None
    desk.history.undo()
    assert len(desk.metrics.observations(part.id)) == 1


def test_interim_targets_lie_between_baseline_and_target(desk: Desk) -> None:
    _, metric = a_mission_on(desk)
    desk.metrics.revise(
        replace(metric, baseline_period=Period("2020"), target_period=Period("2030"))
    )

    def at(period: str, key: str = "") -> TrajectoryPoint:
        return TrajectoryPoint(key, period=Period(period), value=Decimal(5))

    made = desk.indicators.set_interim_targets(metric.id, [at("2027"), at("2025")])
    assert [one.period.text for one in made] == ["2025", "2027"]
    for wrong in (["2030"], ["2020"], ["2025", "2025"]):
        with pytest.raises(Refused):
            desk.indicators.set_interim_targets(metric.id, [at(text) for text in wrong])
    assert desk.indicators.set_interim_targets(metric.id, made[:1]) == made[:1]
