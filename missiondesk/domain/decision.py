# SPDX-License-Identifier: Apache-2.0
"""Decisions with owner and date, and the actions that follow from meetings."""

from __future__ import annotations

from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class DecisionKind(Worded):
    """What is decided."""

    APPROVE = "approve", N_("Approve")
    SCALE = "scale", N_("Scale up")
    ADAPT = "adapt", N_("Adapt")
    CONTINUE = "continue", N_("Continue")
    PAUSE = "pause", N_("Pause")
    CLOSE = "close", N_("Close down")
    ESCALATE = "escalate", N_("Escalate")
    DEFER = "defer", N_("Defer")


class DecisionState(Worded):
    """How far a decision has come."""

    ASKED = "asked", N_("Asked for")
    TAKEN = "taken", N_("Taken")
    CARRIED_OUT = "carried_out", N_("Carried out")
    DROPPED = "dropped", N_("Dropped")


class ActionState(Worded):
    """How far an action has come."""

    OPEN = "open", N_("To do")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; without owner and date it is not valid (G6).

    Attributes:
        number: By which it is quoted, "B12".
        date: When it was taken; while it is only asked for, when it is needed.
        rationale: Why.
        rejected: Options that were weighed and left.
        money: What it commits, øre by year.
        freed: What it frees, øre by year.
        owner: Id of the office that carries it out.
        due: When it is to be carried out.
        decided_by: Who decided: the chair's name where a rule asks for it (P3).
    """

    id: str
    number: str = ""
    kind: DecisionKind = DecisionKind.APPROVE
    text: Wording = Wording()
    body: str | None = None
    meeting: str | None = None
    mission: str | None = None
    initiative: str | None = None
    gate: str | None = None
    date: Period | None = None
    state: DecisionState = DecisionState.TAKEN
    rationale: str = ""
    rejected: str = ""
    money: tuple[Money, ...] = ()
    owner: str | None = None
    due: Period | None = None
    decided_by: str = ""
    publication: Publication = Publication.INTERNAL
    freed: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to be done after a meeting or a decision.

    Attributes:
        office: Id of the office that does it.
        done: When it was done.
    """

    id: str
    meeting: str | None = None
    decision: str | None = None
    mission: str | None = None
    initiative: str | None = None
    text: str = ""
    office: str | None = None
    due: Period | None = None
    state: ActionState = ActionState.OPEN
    done: Period | None = None
