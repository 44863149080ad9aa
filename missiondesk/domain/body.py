# SPDX-License-Identifier: Apache-2.0
"""Bodies that govern across ministries: who sits in them from and to, when they meet, on what."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class BodyKind(Worded):
    """What sort of body it is."""

    MISSION_BOARD = "mission_board", N_("Mission board")
    STEERING_GROUP = "steering_group", N_("Steering group")
    MINISTERS = "ministers", N_("Committee of ministers")
    PERMANENT_SECRETARIES = "permanent_secretaries", N_("Committee of permanent secretaries")
    WORKING_GROUP = "working_group", N_("Working group")
    SECRETARIAT = "secretariat", N_("Secretariat")
    PANEL = "panel", N_("Advisory panel")


class MeetingRhythm(Worded):
    """How often a body meets."""

    WEEKLY = "weekly", N_("every week")
    FORTNIGHTLY = "fortnightly", N_("every second week")
    MONTHLY = "monthly", N_("every month")
    TWO_MONTHLY = "two_monthly", N_("every second month")
    QUARTERLY = "quarterly", N_("every quarter")
    HALF_YEARLY = "half_yearly", N_("every half-year")
    YEARLY = "yearly", N_("every year")

    @property
    def days(self) -> int:
        """The longest usual distance between two meetings, in days."""
        return {
            "weekly": 7,
            "fortnightly": 14,
            "monthly": 31,
            "two_monthly": 62,
            "quarterly": 92,
            "half_yearly": 184,
            "yearly": 366,
        }[self.value]


class MemberRole(Worded):
    """What a member is in a body."""

    CHAIR = "chair", N_("Chair")
    MEMBER = "member", N_("Member")
    OBSERVER = "observer", N_("Observer")
    SECRETARY = "secretary", N_("Secretary")


class MeetingState(Worded):
    """Whether a meeting has been held."""

    PLANNED = "planned", N_("Planned")
    HELD = "held", N_("Held")
    CANCELLED = "cancelled", N_("Cancelled")


class ItemPurpose(Worded):
    """What an item of the agenda asks of the meeting."""

    INFORMATION = "information", N_("For information")
    DISCUSSION = "discussion", N_("For discussion")
    DECISION = "decision", N_("For decision")


@dataclass(frozen=True, slots=True)
class Body:
    """A board, committee, group or panel while it exists.

    Attributes:
        mission: Id of the mission it serves, or None for the whole government.
        reports_to: Id of the body to which it reports, or None for the highest.
        quorum: Members that have to be present, or None.
        decision_rights: What it may decide by itself.
    """

    id: str
    code: str = ""
    name: Wording = Wording()
    kind: BodyKind = BodyKind.STEERING_GROUP
    mission: str | None = None
    reports_to: str | None = None
    rhythm: MeetingRhythm | None = None
    quorum: int | None = None
    decision_rights: Wording = Wording()
    valid_from: Period | None = None
    valid_to: Period | None = None
    publication: Publication = Publication.INTERNAL
    note: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A seat in a body, from and to: an office of the state, or an actor outside it.

    Attributes:
        office: Id of the office that sits there; None when an actor does.
        actor: Id of the actor that sits there; None when an office does.
    """

    id: str
    body: str = ""
    office: str | None = None
    actor: str | None = None
    role: MemberRole = MemberRole.MEMBER
    valid_from: Period | None = None
    valid_to: Period | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a body.

    Attributes:
        papers_due: When its papers have to be in.
        present: Number of members that came, or None while unknown.
        minutes: What was said beside the decisions.
    """

    id: str
    body: str = ""
    date: Period | None = None
    papers_due: Period | None = None
    state: MeetingState = MeetingState.PLANNED
    place: str = ""
    present: int | None = None
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of a meeting's agenda.

    Attributes:
        position: Its place on the agenda, from 1.
        recommendation: What the meeting is asked to decide (indstilling).
        background: What it has to know for that.
        office: Id of the office that presents it.
    """

    id: str
    meeting: str = ""
    position: int = 0
    title: str = ""
    purpose: ItemPurpose = ItemPurpose.DISCUSSION
    mission: str | None = None
    initiative: str | None = None
    office: str | None = None
    recommendation: str = ""
    background: str = ""
