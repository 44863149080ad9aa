# SPDX-License-Identifier: Apache-2.0
"""Commitments: what one lead minister promises in a letter, possibly shared with others."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class CommitmentKind(Worded):
    """What is promised."""

    OUTCOME = "outcome", N_("Outcome")
    OUTPUT = "output", N_("Output")
    PROCESS = "process", N_("Process")
    LEGISLATIVE = "legislative", N_("Bill")


class CommitmentStatus(Worded):
    """How the promise stands."""

    OPEN = "open", N_("Open")
    IN_PROGRESS = "in_progress", N_("In progress")
    MET = "met", N_("Met in full")
    MET_MODIFIED = "met_modified", N_("Met in a changed form")
    NOT_PURSUED = "not_pursued", N_("Not pursued")


class Cadence(Worded):
    """How often something is followed up when it has no single date."""

    MONTHLY = "monthly", N_("every month")
    QUARTERLY = "quarterly", N_("every quarter")
    HALF_YEARLY = "half_yearly", N_("every half-year")
    YEARLY = "yearly", N_("every year")


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise of a mission: it has exactly one lead and stands word for word alike in every
    letter (L2, L10).

    Attributes:
        number: Its number in the mission, from 1.
        text: One action (L3): verb and object.
        measure: By what one sees that it is done.
        lead_office: Id of the office that leads.
        co_offices: Ids of the offices that share it.
        reason: Why it is not pursued any more.
    """

    id: str
    mission: str = ""
    number: int = 0
    text: Wording = Wording()
    measure: Wording = Wording()
    due: Period | None = None
    cadence: Cadence | None = None
    lead_office: str | None = None
    co_offices: tuple[str, ...] = ()
    kind: CommitmentKind = CommitmentKind.OUTPUT
    status: CommitmentStatus = CommitmentStatus.OPEN
    status_date: Period | None = None
    evidence: str = ""
    reason: str = ""
