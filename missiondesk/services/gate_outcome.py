# SPDX-License-Identifier: Apache-2.0
"""What the outcome of a gate changes: the gate, the initiative's stage, the decision, what is next.

Pass moves the stage. On conditions it moves once they are met. Recycle leads a pilot back to the
idea; later stages stay and get a new plan. Hold stays until a new date. Stop asks for closing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from missiondesk.domain import identity, lifecycle
from missiondesk.domain.decision import Decision, DecisionKind
from missiondesk.domain.gate import CriterionKind, Gate, GateResult, Verdict
from missiondesk.domain.gates import criteria_for, step_after, to_stop
from missiondesk.domain.initiative import Initiative, Stage, Track
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Skill
from missiondesk.domain.skills_gap import uncovered_critical
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.naming import next_number

_KINDS: Final = {
    GateResult.PASS: DecisionKind.APPROVE,
    GateResult.CONDITIONAL: DecisionKind.APPROVE,
    GateResult.RECYCLE: DecisionKind.ADAPT,
    GateResult.HOLD: DecisionKind.PAUSE,
    GateResult.STOP: DecisionKind.CLOSE,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided at a gate.

    Attributes:
        held: When; None is today.
        conditions: What has to be done, for a pass on conditions.
        reason: Why; asked for on a stop, on a pass against a criterion, and where a stop criterion
            is met and it goes on all the same (P3).
        decided_by: Who decided: asked for where it goes on against a stop criterion.
        again: When the gate is held once more; asked for on hold.
    """

    result: GateResult
    held: Period | None = None
    conditions: str = ""
    reason: str = ""
    decided_by: str = ""
    again: Period | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """The records as they are after a gate."""

    gate: Gate
    initiative: Initiative
    decision: Decision
    again: Gate | None = None


def decided(now: Situation, gate: Gate, initiative: Initiative, outcome: Outcome) -> Decided:
    """The records after the gate was decided.

    Raises:
        Refused: Something is missing, the stage does not follow, or a critical skill is uncovered.
    """
    held = outcome.held or day(now.today)
    if held.first > now.today:
        raise Refused(N_("A gate is decided when it has been held, not before."), field="held")
    against = bool(to_stop(now, initiative.id)) and outcome.result is not GateResult.STOP
    _complete(now, gate, outcome, held, against)
    moved = _moved(now, gate, initiative, outcome.result, held)
    closed = replace(gate, result=outcome.result, held=held, conditions=outcome.conditions.strip())
    kind = DecisionKind.CONTINUE if against else _KINDS[outcome.result]
    if kind is DecisionKind.APPROVE and gate.to_stage is Stage.SCALE:
        kind = DecisionKind.SCALE
    decision = Decision(
        identity.new_id(),
        number=next_decision_number(now),
        kind=kind,
        text=_text(closed, initiative),
        body=gate.body,
        mission=initiative.mission,
        initiative=initiative.id,
        gate=gate.id,
        date=held,
        rationale=outcome.reason.strip(),
        owner=initiative.office,
        due=outcome.again,
        decided_by=outcome.decided_by.strip(),
    )
    return Decided(
        closed,
        replace(moved, gate_due=outcome.again),
        decision,
        _again(gate, moved, outcome),
    )


def _again(gate: Gate, moved: Initiative, outcome: Outcome) -> Gate | None:
    """The gate that comes after, where a date is given and a stage follows."""
    if outcome.again is None or outcome.result is GateResult.STOP:
        return None
    follows = lifecycle.may_follow(moved.stage, gate.to_stage)
    to_stage = gate.to_stage if follows else step_after(moved.stage)
    if to_stage is None:
        return None
    return Gate(identity.new_id(), moved.id, moved.stage, to_stage, outcome.again, gate.body)


def _complete(now: Situation, gate: Gate, outcome: Outcome, held: Period, against: bool) -> None:
    """Let an outcome through that says all that its kind asks for."""
    result = outcome.result
    if result is GateResult.CONDITIONAL and not outcome.conditions.strip():
        raise Refused(N_("Say on which conditions it passed."), field="conditions")
    if result is GateResult.HOLD and outcome.again is None:
        raise Refused(N_("Say when the gate is held again."), field="again")
    if outcome.again is not None and outcome.again.last <= held.last:
        raise Refused(N_("The next date lies before this one."), field="again")
    reason = outcome.reason.strip()
    if result is GateResult.STOP and not reason:
        raise Refused(N_("Say why it is stopped."), field="reason", rule="P8")
    if against and not reason:
        raise Refused(
            N_("A stop criterion is met: say why it goes on all the same."),
            field="reason",
            rule="P3",
        )
    if against and not outcome.decided_by.strip():
        raise Refused(
            N_("A stop criterion is met: say who decided that it goes on."),
            field="decided_by",
            rule="P3",
        )
    if result is GateResult.PASS and not reason and _failed(now, gate):
        raise Refused(
            N_("A criterion of the gate is not met: say why it passes all the same."),
            field="reason",
        )


def _failed(now: Situation, gate: Gate) -> bool:
    return any(
        one.verdict is Verdict.NOT_MET and one.criterion.kind is not CriterionKind.KILL
        for one in criteria_for(now, gate)
    )


def _moved(
    now: Situation, gate: Gate, initiative: Initiative, result: GateResult, held: Period
) -> Initiative:
    if result is GateResult.PASS:
        lifecycle.require(initiative.stage, gate.to_stage, "stage")
        require_covered(now, initiative.id, gate.to_stage)
        return replace(initiative, stage=gate.to_stage, stage_since=held)
    if result is GateResult.RECYCLE and lifecycle.may_follow(initiative.stage, Stage.IDEA):
        return replace(initiative, stage=Stage.IDEA, stage_since=held)
    if result is GateResult.RECYCLE and initiative.stage is not Stage.IDEA:
        return replace(initiative, track=Track.NEW_PLAN, track_since=held)
    if result is GateResult.STOP:
        return replace(initiative, track=Track.CLOSE, track_since=held)
    return initiative


def require_covered(now: Situation, initiative: str, stage: Stage) -> None:
    """Let an initiative into the scale stage whose critical skills are covered.

    Raises:
        Refused: One is not (K6).
    """
    if stage is not Stage.SCALE:
        return
    missing = uncovered_critical(now, initiative, now.today)
    if not missing:
        return
    names = {one.skill: now.get(Skill, one.skill) for one in missing}
    labels = [one.label for one in names.values() if one is not None]
    raise Refused(
        N_("The gate to scale is blocked: the critical skill {skill} is not covered."),
        field="result",
        rule="K6",
        skill=_listed(labels),
    )


def _listed(labels: list[Wording]) -> Wording:
    """Several skills as one text in both languages."""
    return Wording(
        translator("da").list([f"”{one.in_language('da')}”" for one in labels]),
        translator("en").list([f"“{one.in_language('en')}”" for one in labels]),
    )


def next_decision_number(now: Situation) -> str:
    """The next free number of a decision: B1, B2 …"""
    return f"B{next_number(tuple(one.number for one in now.all(Decision)), 'B')}"


def _text(gate: Gate, initiative: Initiative) -> Wording:
    """What was decided, in both languages."""
    return Wording(*(_said(gate, initiative, language) for language in ("da", "en")))


def _said(gate: Gate, initiative: Initiative, language: str) -> str:
    tr = translator(language)
    said = tr.say(
        N_("{code}: {result}, {before} → {after}."),
        code=initiative.code,
        result=gate.result,
        before=gate.from_stage,
        after=gate.to_stage,
    )
    if not gate.conditions:
        return said
    return f"{said} {tr.say(N_('Conditions: {conditions}'), conditions=gate.conditions)}"
