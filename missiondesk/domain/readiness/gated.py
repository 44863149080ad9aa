# SPDX-License-Identifier: Apache-2.0
"""P2, P3, P4 and P7: decisions are taken when they are due, a stop criterion that is met is
answered, no pilot goes on for ever, and gates keep something back.
"""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.gate import Criterion, CriterionKind, Gate, Verdict
from missiondesk.domain.gates import CriterionState, answer_to, approval_rate, stand
from missiondesk.domain.initiative import Initiative, Light, Stage
from missiondesk.domain.lights import lights_of
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.portfolio import GRACE_DAYS, days_overdue, is_zombie
from missiondesk.domain.readiness.subjects import finding
from missiondesk.domain.situation import Situation

_ABSENT = {
    "rationale": N_("why it goes on"),
    "decided_by": N_("which chair decided it"),
}


def decided_in_time(situation: Situation) -> Iterator[Finding]:
    """P2: a decision that is overdue by more than thirty days, and then never shown as green."""
    for initiative in situation.initiatives:
        late = days_overdue(initiative, situation.today)
        if late <= GRACE_DAYS:
            continue
        yield finding(
            situation,
            "P2",
            Severity.WARNING,
            initiative,
            message(
                N_("The decision was due {date}: {days} days ago."),
                date=initiative.gate_due,
                days=late,
            ),
            message(N_("Record what was decided at the gate, or set a new date.")),
            "gate_due",
        )
        if lights_of(initiative, situation.today).overall is Light.GREEN:
            yield finding(
                situation,
                "P2",
                Severity.WARNING,
                initiative,
                message(N_("It cannot be shown as green while a decision is overdue.")),
                message(N_("Take the decision, or judge the whole as yellow or red.")),
                "overall_light",
            )


def stop_criteria_answered(situation: Situation) -> Iterator[Finding]:
    """P3: a stop criterion that is met is answered: by a decision to close, or to continue with a
    reason and the name of who decided.
    """
    for criterion in situation.all(Criterion):
        if criterion.kind is not CriterionKind.KILL:
            continue
        initiative = situation.get(Initiative, criterion.initiative)
        if initiative is None or initiative.stage is Stage.CLOSED:
            continue
        state = stand(situation, criterion)
        if state.verdict is Verdict.MET:
            yield from _unanswered(situation, initiative, state)


def _unanswered(
    situation: Situation, initiative: Initiative, state: CriterionState
) -> Iterator[Finding]:
    answer = answer_to(situation, state)
    if answer is None:
        yield finding(
            situation,
            "P3",
            Severity.ERROR,
            initiative,
            message(
                N_("The stop criterion “{text}” is met, and nothing has been decided."),
                text=state.criterion.text,
            ),
            message(
                N_(
                    "Decide to stop at a gate, or record a decision to continue with its reason "
                    "and who decided."
                )
            ),
            "kill_criteria",
        )
        return
    for field in answer.lacks:
        yield finding(
            situation,
            "P3",
            Severity.ERROR,
            answer.decision,
            message(
                N_("{code} goes on although a stop criterion is met, but it is not said {what}."),
                code=initiative.code,
                what=Message(_ABSENT[field]),
            ),
            message(N_("Fill in the decision.")),
            field,
        )


def no_zombies(situation: Situation) -> Iterator[Finding]:
    """P4: a pilot of more than eighteen months has a decision ahead of it."""
    for initiative in situation.initiatives:
        if is_zombie(initiative, situation.today):
            yield finding(
                situation,
                "P4",
                Severity.WARNING,
                initiative,
                message(
                    N_("A pilot since {date} with no decision ahead."), date=initiative.stage_since
                ),
                message(N_("Scale, change or stop it: plan the gate and hold it.")),
                "stage_since",
            )


def gates_keep_back(situation: Situation) -> Iterator[Finding]:
    """P7: more than 90 per cent of at least ten gates were passed."""
    rate = approval_rate(situation.all(Gate))
    if rate.weak:
        yield finding(
            situation,
            "P7",
            Severity.NOTE,
            situation.secretariat,
            message(
                N_("{approved} of {decided} gates were passed: they keep next to nothing back."),
                approved=rate.approved,
                decided=rate.decided,
            ),
            message(N_("Sharpen the criteria, and let gates stop what does not meet them.")),
        )


RULES = (decided_in_time, stop_criteria_answered, no_zombies, gates_keep_back)
