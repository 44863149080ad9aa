# SPDX-License-Identifier: Apache-2.0
"""How gates and criteria stand: which gate is next, what is met by data, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from missiondesk.domain.decision import Decision, DecisionKind, DecisionState
from missiondesk.domain.gate import Comparison, Criterion, CriterionKind, Gate, GateResult, Verdict
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation

WEAK_SHARE: Final = 90  # per cent of gates passed; more says that the gate keeps nothing back (P7)
WEAK_COUNT: Final = 10  # gates decided, below which their share says nothing
APPROVED: Final = (GateResult.PASS, GateResult.CONDITIONAL)
_LAST: Final = date.max

# The usual way: from one stage to the next, by a gate.
WAY: Final = (Stage.IDEA, Stage.PILOT, Stage.SCALE, Stage.EMBED)


class Source(Enum):
    """From where it is known whether a criterion is met."""

    FIGURE = "figure"  # the newest figure of its metric
    MEASURED = "measured"  # a value measured by hand
    VERDICT = "verdict"  # people's own judgement
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class CriterionState:
    """How one criterion stands.

    Attributes:
        verdict: Met or not met; None is unknown.
        value: What was compared with the threshold.
        when: Which period the value is of.
        metric: The metric whose figure it is.
        settled: False while the figure is an estimate or preliminary.
    """

    criterion: Criterion
    verdict: Verdict | None = None
    source: Source = Source.NOTHING
    value: Decimal | None = None
    when: Period | None = None
    metric: OutcomeMetric | None = None
    settled: bool = True


def stand(situation: Situation, criterion: Criterion) -> CriterionState:
    """Whether a criterion is met: by the newest figure of its metric, else by the value that was
    measured, else by people's verdict. A value on the threshold meets it.
    """
    if criterion.threshold is not None:
        metric = situation.get(OutcomeMetric, criterion.metric)
        seen = situation.observations_of(metric.id) if metric is not None else ()
        if seen:
            newest = seen[-1]
            return CriterionState(
                criterion,
                _compared(criterion, newest.value),
                Source.FIGURE,
                newest.value,
                newest.period,
                metric,
                newest.status.settled,
            )
        if criterion.measured is not None:
            verdict = _compared(criterion, criterion.measured)
            return CriterionState(
                criterion, verdict, Source.MEASURED, criterion.measured, criterion.measured_at
            )
    if criterion.verdict is not None:
        return CriterionState(
            criterion, criterion.verdict, Source.VERDICT, None, criterion.measured_at
        )
    return CriterionState(criterion)


def _compared(criterion: Criterion, value: Decimal) -> Verdict:
    threshold = criterion.threshold
    assert threshold is not None
    met = value >= threshold if criterion.comparison is Comparison.AT_LEAST else value <= threshold
    return Verdict.MET if met else Verdict.NOT_MET


# ------------------------------------------------------------------------------ of one initiative


def gates_of(situation: Situation, initiative: str) -> tuple[Gate, ...]:
    """Gates of an initiative: the decided ones by when they were held, then the others by date."""
    found = situation.referring(Gate, "initiative", initiative)
    return tuple(sorted(found, key=_by_time))


def _by_time(gate: Gate) -> tuple[bool, date, date]:
    held = gate.held.last if gate.held is not None else _LAST
    due = gate.due.last if gate.due is not None else _LAST
    return (gate.result is None, held if gate.result is not None else _LAST, due)


def next_gate(situation: Situation, initiative: str) -> Gate | None:
    """The gate that comes next, or None when none is planned."""
    return earliest(situation.referring(Gate, "initiative", initiative))


def earliest(gates: Iterable[Gate]) -> Gate | None:
    """The one of the undecided gates that is due first, or None."""
    open_ones = [gate for gate in gates if gate.result is None]
    return min(open_ones, key=lambda it: it.due.last if it.due else _LAST, default=None)


def criteria_for(situation: Situation, gate: Gate) -> tuple[CriterionState, ...]:
    """What a gate looks at: its own criteria, then those that hold all the time."""
    found = situation.referring(Criterion, "initiative", gate.initiative)
    own = [one for one in found if one.gate == gate.id]
    always = [one for one in found if one.gate is None]
    return tuple(stand(situation, one) for one in (*own, *always))


def criteria_of(situation: Situation, initiative: str) -> tuple[CriterionState, ...]:
    """All criteria of an initiative as they stand."""
    found = situation.referring(Criterion, "initiative", initiative)
    return tuple(stand(situation, one) for one in found)


def step_after(stage: Stage) -> Stage | None:
    """The stage that a gate leads to from this one, or None at the end of the way."""
    place = WAY.index(stage) + 1 if stage in WAY else len(WAY)
    return WAY[place] if place < len(WAY) else None


# ------------------------------------------------------------------------------ what must be said


def to_stop(situation: Situation, initiative: str) -> tuple[CriterionState, ...]:
    """The stop criteria that are met."""
    return tuple(
        one
        for one in criteria_of(situation, initiative)
        if one.criterion.kind is CriterionKind.KILL and one.verdict is Verdict.MET
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """The decision that answers a stop criterion that is met (P3), and what it lacks.

    Attributes:
        lacks: Fields of the decision that are empty: a reason, and who decided.
    """

    decision: Decision
    lacks: tuple[str, ...] = ()


def answer_to(situation: Situation, met: CriterionState) -> Answer | None:
    """The newest decision to close or to continue that is not older than the figure, or None."""
    since = met.when.last if met.when is not None else date.min
    found = [
        one
        for one in situation.referring(Decision, "initiative", met.criterion.initiative)
        if one.kind in (DecisionKind.CLOSE, DecisionKind.CONTINUE)
        and one.state in (DecisionState.TAKEN, DecisionState.CARRIED_OUT)
        and one.date is not None
        and _when(one) >= since
    ]
    if not found:
        return None
    answers = [Answer(one, _lacking(one)) for one in found]
    # One that says all that is asked for answers, whatever else was decided beside it.
    return max(answers, key=lambda it: (not it.lacks, _when(it.decision)))


def _when(decision: Decision) -> date:
    return decision.date.last if decision.date is not None else date.min


def _lacking(decision: Decision) -> tuple[str, ...]:
    if decision.kind is DecisionKind.CLOSE:
        return ()
    return tuple(
        name for name in ("rationale", "decided_by") if not getattr(decision, name).strip()
    )


def to_be_closed(situation: Situation, initiative: Initiative) -> Decision | None:
    """The decision to close an initiative that is not closed yet, or None."""
    if initiative.stage is Stage.CLOSED:
        return None
    for one in situation.referring(Decision, "initiative", initiative.id):
        if one.kind is DecisionKind.CLOSE and one.state is DecisionState.TAKEN:
            return one
    return None


def awaits_conditions(situation: Situation, initiative: Initiative) -> Gate | None:
    """The gate that was passed on conditions and whose stage has not been entered, or None."""
    for gate in situation.referring(Gate, "initiative", initiative.id):
        if gate.result is GateResult.CONDITIONAL and gate.from_stage is initiative.stage:
            return gate
    return None


@dataclass(frozen=True, slots=True)
class ApprovalRate:
    """How many of the gates that were decided were passed (P7)."""

    approved: int
    decided: int

    @property
    def weak(self) -> bool:
        """More than 90 per cent of at least ten gates: then the gate keeps nothing back."""
        enough = self.decided >= WEAK_COUNT
        return enough and self.approved * 100 > self.decided * WEAK_SHARE


def approval_rate(gates: Iterable[Gate]) -> ApprovalRate:
    """Passed, also on conditions, of all that were decided."""
    results = [gate.result for gate in gates if gate.result is not None]
    return ApprovalRate(sum(one in APPROVED for one in results), len(results))


# ------------------------------------------------------------------------------ closing (P8)

_ALWAYS: Final = ("closing_reason", "learned")
_WHEN_RUN: Final = ("freed", "freed_fte", "after_staff", "after_users", "after_money")


def lacks_to_close(initiative: Initiative) -> tuple[str, ...]:
    """Fields that closing requires and that are empty: reason and learning always; what it frees
    and what becomes of staff, users and money unless it never left the idea. Nothing freed is
    said as 0.
    """
    wanted = _ALWAYS if initiative.stage is Stage.IDEA else (*_ALWAYS, *_WHEN_RUN)
    return tuple(name for name in wanted if _empty(getattr(initiative, name)))


def _empty(value: object) -> bool:
    if isinstance(value, Decimal):
        return False
    return not (value.strip() if isinstance(value, str) else value)
