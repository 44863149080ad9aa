# SPDX-License-Identifier: Apache-2.0
"""Gates and closing: stage, decision and next date in one Step, and what each outcome asks for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from missiondesk.domain.decision import Decision, DecisionKind, DecisionState
from missiondesk.domain.gate import CriterionKind, Gate, GateResult, Verdict
from missiondesk.domain.gates import stand
from missiondesk.domain.initiative import Initiative, Light, Money, Stage, Track
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Criticality
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.gate_outcome import Outcome
from tests.builders import an_initiative
from tests.more_builders import a_criterion, a_gate, a_requirement, a_skill

PASS, STOP, HOLD = GateResult.PASS, GateResult.STOP, GateResult.HOLD
RECYCLE, CONDITIONAL = GateResult.RECYCLE, GateResult.CONDITIONAL
LATER = Period("2035")


@pytest.fixture
def pilot(desk: Desk) -> Initiative:
    return desk.initiatives.add(an_initiative(gate_due=None, stage_since=Period("2026-02")))


@pytest.fixture
def gate(desk: Desk, pilot: Initiative) -> Gate:
    return desk.gates.plan(a_gate(initiative=pilot.id, due=Period("2026-09")))


def of(desk: Desk, one: Initiative) -> Initiative:
    found = desk.initiatives.get(one.id)
    assert found is not None
    return found


def decision(desk: Desk) -> Decision:
    (found,) = desk.situation.all(Decision)
    return found


def refused(verb: Any) -> str:
    with pytest.raises(Refused) as told:
        verb()
    return told.value.field


# -- planning --------------------------------------------------------------------------------


def test_the_next_decision_is_that_of_the_next_gate(desk: Desk, pilot: Initiative) -> None:
    later = desk.gates.plan(a_gate(initiative=pilot.id, due=Period("2027-09")))
    assert of(desk, pilot).gate_due == Period("2027-09")
    sooner = desk.gates.plan(a_gate(initiative=pilot.id, due=Period("2027-01")))
    assert of(desk, pilot).gate_due == Period("2027-01")
    desk.initiatives.revise(replace(of(desk, pilot), gate_due=Period("2027-03")))
    assert desk.gates.get(sooner.id) == replace(sooner, due=Period("2027-03"))
    desk.gates.remove(sooner.id)
    assert of(desk, pilot).gate_due == later.due
    desk.gates.remove(later.id)
    assert of(desk, pilot).gate_due == later.due


def test_a_gate_needs_a_date_and_stages_that_follow(desk: Desk, pilot: Initiative) -> None:
    made = a_gate(initiative=pilot.id)
    assert refused(lambda: desk.gates.plan(replace(made, due=None))) == "due"
    assert refused(lambda: desk.gates.plan(replace(made, to_stage=Stage.EMBED))) == "to_stage"
    assert refused(lambda: desk.gates.plan(replace(made, to_stage=Stage.PILOT))) == "to_stage"
    assert refused(lambda: desk.gates.plan(replace(made, initiative="none"))) == "initiative"
    kept = desk.gates.plan(made)
    assert refused(lambda: desk.gates.revise(replace(kept, result=PASS))) == "result"


# -- outcomes --------------------------------------------------------------------------------


def test_a_pass_moves_the_stage_and_records_the_decision_in_one_step(
    desk: Desk, pilot: Initiative, gate: Gate
) -> None:
    before = desk.history.steps()[0].number
    decided = desk.gates.decide(gate.id, Outcome(PASS, reason="Målene er nået", again=LATER))
    step = desk.history.steps()[0]
    assert (step.number, step.verb) == (before + 1, Verb.PASS_GATE)
    assert (decided.result, decided.held) == (PASS, day(desk.today))
    moved = of(desk, pilot)
    assert (moved.stage, moved.stage_since) == (Stage.SCALE, day(desk.today))
    assert moved.gate_due == LATER
    following = desk.gates.of_initiative(pilot.id)[-1]
    assert (following.from_stage, following.to_stage) == (Stage.SCALE, Stage.EMBED)
    told = decision(desk)
    assert (told.kind, told.gate, told.number) == (DecisionKind.SCALE, gate.id, "B1")
    assert told.rationale == "Målene er nået"
    assert told.text.da != told.text.en
    desk.history.undo()
    assert of(desk, pilot) == replace(pilot, gate_due=gate.due)
    assert desk.gates.get(gate.id) == gate
    assert desk.situation.all(Decision) == ()


def test_a_gate_is_told_by_the_day_it_was_held_and_not_as_coming_once_all_is_closed(
    desk: Desk, pilot: Initiative
) -> None:
    early = desk.gates.plan(a_gate(initiative=pilot.id, due=Period("2031-09")))
    desk.gates.decide(early.id, Outcome(PASS, reason="Målene er nået", again=LATER))
    row = next(it for it in desk.gate_calendar.rows() if it.key == early.id)
    assert (row.due, row.day) == (Period("2031-09"), day(desk.today))
    english = translator("en")

    def lines() -> dict[bool, str]:
        return {"scale → embed" in it.lower(): it for it in desk.listing.lines("gate", english)}

    assert "2031" not in lines()[False]
    assert english.period(day(desk.today)) in lines()[False]
    assert "2035" in lines()[True] and "ahead" in lines()[True]
    closed = replace(of(desk, pilot), stage=Stage.CLOSED)
    with desk.session.write(Verb.CLOSE_INITIATIVE, pilot.id, pilot.code) as unit:
        unit.save(closed)
    assert "lapsed" in lines()[True] and "ahead" not in lines()[True]


def test_conditions_are_met_before_the_stage_is_entered(
    desk: Desk, pilot: Initiative, gate: Gate
) -> None:
    assert refused(lambda: desk.gates.decide(gate.id, Outcome(CONDITIONAL))) == "conditions"
    desk.gates.decide(gate.id, Outcome(CONDITIONAL, conditions="Hjemmel på plads"))
    assert of(desk, pilot).stage is Stage.PILOT
    desk.gates.meet_conditions(gate.id)
    assert of(desk, pilot).stage is Stage.SCALE
    assert refused(lambda: desk.gates.decide(gate.id, Outcome(PASS))) == "result"


def test_recycle_hold_and_stop(desk: Desk, pilot: Initiative, gate: Gate) -> None:
    assert refused(lambda: desk.gates.decide(gate.id, Outcome(HOLD))) == "again"
    assert refused(lambda: desk.gates.decide(gate.id, Outcome(STOP))) == "reason"
    future = Outcome(PASS, held=Period("2099"))
    assert refused(lambda: desk.gates.decide(gate.id, future)) == "held"
    early = Outcome(HOLD, again=Period("2020"))
    assert refused(lambda: desk.gates.decide(gate.id, early)) == "again"

    desk.gates.decide(gate.id, Outcome(HOLD, again=LATER))
    assert (of(desk, pilot).stage, of(desk, pilot).gate_due) == (Stage.PILOT, LATER)
    again = desk.gates.of_initiative(pilot.id)[-1]
    desk.gates.decide(again.id, Outcome(RECYCLE, again=LATER))
    assert of(desk, pilot).stage is Stage.IDEA
    first = desk.gates.of_initiative(pilot.id)[-1]
    assert (first.from_stage, first.to_stage) == (Stage.IDEA, Stage.PILOT)
    desk.gates.decide(first.id, Outcome(STOP, reason="Virker ikke"))
    stopped = of(desk, pilot)
    assert (stopped.stage, stopped.track, stopped.gate_due) == (Stage.IDEA, Track.CLOSE, None)
    kinds = [one.kind for one in desk.situation.all(Decision)]
    assert set(kinds) == {DecisionKind.PAUSE, DecisionKind.ADAPT, DecisionKind.CLOSE}


def test_a_gate_that_was_not_planned_is_recorded_when_it_was_held(
    desk: Desk, pilot: Initiative
) -> None:
    held = Period("2026-10-01")
    made = desk.gates.pass_by(pilot.id, Stage.SCALE, Outcome(PASS, held))
    assert (made.due, made.held, made.from_stage) == (held, held, Stage.PILOT)
    assert of(desk, pilot).stage is Stage.SCALE
    with pytest.raises(Refused):
        desk.gates.pass_by(pilot.id, Stage.PILOT, Outcome(PASS))


def test_the_planned_gate_is_the_one_that_is_passed(
    desk: Desk, pilot: Initiative, gate: Gate
) -> None:
    assert desk.gates.pass_by(pilot.id, Stage.SCALE, Outcome(PASS)).id == gate.id


# -- what keeps back -------------------------------------------------------------------------


def test_the_gate_to_scale_is_blocked_by_an_uncovered_skill(
    desk: Desk, pilot: Initiative, gate: Gate
) -> None:
    with desk.session.write(Verb.ADD_SKILL, "x") as unit:
        skill = a_skill(label=Wording("Fjernmåling", "Remote sensing"))
        unit.save(skill)
        unit.save(
            a_requirement(
                skill=skill.id, initiative=pilot.id, criticality=Criticality.CRITICAL,
                needed_from=Period("2020"), needed_to=None,
            )
        )  # fmt: skip
    assert [one.skill for one in desk.gates.uncovered(pilot.id)] == [skill.id]
    ways = (
        lambda: desk.gates.decide(gate.id, Outcome(PASS)),
        lambda: desk.gates.pass_by(pilot.id, Stage.SCALE, Outcome(PASS)),
        lambda: desk.initiatives.move(pilot.id, Stage.SCALE),
        lambda: desk.initiatives.revise(replace(of(desk, pilot), stage=Stage.SCALE)),
    )
    for way in ways:
        with pytest.raises(Refused) as told:
            way()
        assert told.value.rule == "K6"
        assert "Fjernmåling" in str(dict(told.value.message.values)["skill"])
    desk.gates.decide(gate.id, Outcome(CONDITIONAL, conditions="Kompetencen skaffes"))
    with pytest.raises(Refused):
        desk.gates.meet_conditions(gate.id)


def test_going_on_against_a_stop_criterion_needs_reason_and_name(
    desk: Desk, pilot: Initiative, gate: Gate
) -> None:
    desk.criteria.add(
        a_criterion(
            initiative=pilot.id, kind=CriterionKind.KILL, verdict=Verdict.MET, threshold=None,
            measured_at=Period("2026-06"),
        )
    )  # fmt: skip
    assert {one.rule for one in desk.readiness.of(Initiative, pilot.id)} >= {"P3"}
    assert refused(lambda: desk.gates.decide(gate.id, Outcome(PASS))) == "reason"
    half = Outcome(PASS, reason="Tallet er gammelt")
    assert refused(lambda: desk.gates.decide(gate.id, half)) == "decided_by"
    desk.gates.decide(gate.id, replace(half, decided_by="Formanden (eksempel)"))
    assert decision(desk).kind is DecisionKind.CONTINUE
    assert "P3" not in {one.rule for one in desk.readiness.findings()}


def test_a_pass_against_a_criterion_says_why(desk: Desk, pilot: Initiative, gate: Gate) -> None:
    made = desk.criteria.add(a_criterion(initiative=pilot.id, gate=gate.id, measured=Decimal(499)))
    assert refused(lambda: desk.gates.decide(gate.id, Outcome(PASS))) == "reason"
    enough = desk.criteria.revise(replace(made, measured=Decimal(500)))
    assert stand(desk.situation, enough).verdict is Verdict.MET
    desk.gates.decide(gate.id, Outcome(PASS))


def test_a_criterion_is_sound(desk: Desk, pilot: Initiative, gate: Gate) -> None:
    other = desk.initiatives.add(an_initiative(code="I2"))
    good = a_criterion(initiative=pilot.id)
    assert refused(lambda: desk.criteria.add(replace(good, text=Wording()))) == "text"
    assert refused(lambda: desk.criteria.add(replace(good, initiative="none"))) == "initiative"
    strange = replace(good, initiative=other.id, gate=gate.id)
    assert refused(lambda: desk.criteria.add(strange)) == "gate"
    kept = desk.criteria.add(replace(good, gate=gate.id))
    desk.gates.remove(gate.id)
    assert desk.criteria.get(kept.id) is None


# -- closing and tracks ----------------------------------------------------------------------

SAID: dict[str, Any] = {
    "closing_reason": Wording("Stopkriteriet er mødt"),
    "learned": Wording("Tilskud alene flytter lidt"),
    "freed": (Money(2027, 12_000_000_00),),
    "freed_fte": Decimal("2.5"),
    "after_staff": "Flytter til M1.1",
    "after_users": "Får et andet tilbud",
    "after_money": "Tilbage til reserven",
}


@pytest.mark.parametrize("field", list(SAID))
def test_closing_asks_for_everything_it_leaves_behind(
    desk: Desk, pilot: Initiative, field: str
) -> None:
    whole = replace(pilot, **SAID)
    empty = replace(whole, **{field: getattr(Initiative(""), field)})
    assert refused(lambda: desk.initiatives.close(empty)) == field
    assert refused(lambda: desk.initiatives.revise(replace(empty, stage=Stage.CLOSED))) == field
    assert of(desk, pilot) == pilot


def test_an_idea_frees_nobody(desk: Desk) -> None:
    idea = desk.initiatives.add(an_initiative(stage=Stage.IDEA))
    said = replace(idea, closing_reason=Wording("Andre gør det"), learned=Wording("Spørg først"))
    assert desk.initiatives.close(said).stage is Stage.CLOSED


def test_what_is_closed_stands_on_the_stop_list_with_its_decision(
    desk: Desk, pilot: Initiative, gate: Gate
) -> None:
    refused(lambda: desk.initiatives.move(pilot.id, Stage.CLOSED))
    desk.gates.decide(gate.id, Outcome(STOP, reason="Virker ikke"))
    closed = desk.initiatives.close(replace(of(desk, pilot), **SAID))
    assert desk.stop_list.rows() == (closed,)
    assert (closed.stage_since, closed.track) == (day(desk.today), None)
    assert decision(desk).state is DecisionState.CARRIED_OUT
    assert [one.rule for one in desk.readiness.of(Initiative, pilot.id)] == []
    assert refused(lambda: desk.initiatives.close(closed)) == "stage"
    desk.history.undo()
    assert of(desk, pilot).stage is Stage.PILOT


def test_only_yellow_and_red_have_a_track(desk: Desk, pilot: Initiative) -> None:
    assert refused(lambda: desk.initiatives.follow(pilot.id, Track.NEW_PLAN)) == "track"
    red = desk.initiatives.revise(replace(pilot, benefit_light=Light.RED))
    kept = desk.initiatives.follow(red.id, Track.BACK_TO_PLAN)
    assert (kept.track, kept.track_since) == (Track.BACK_TO_PLAN, day(desk.today))
