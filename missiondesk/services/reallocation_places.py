# SPDX-License-Identifier: Apache-2.0
"""Where a record names an office that a reallocation of portfolios replaces, and while it counts.

What is over keeps the office that did it: met commitments, closed initiatives, held meetings,
signed letters, who raised an issue, who was spoken with.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from missiondesk.domain.body import AgendaItem, Meeting, MeetingState, Membership
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.decision import Action, ActionState, Decision, DecisionState
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.issue import Issue, IssueState, Risk, RiskState
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Appointment, Ministry, Office
from missiondesk.domain.platform import PlatformGoal
from missiondesk.domain.responsibility import Responsibility
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Capability

_SETTLED = (CommitmentStatus.MET, CommitmentStatus.MET_MODIFIED, CommitmentStatus.NOT_PURSUED)


@dataclass(frozen=True, slots=True)
class Place:
    """A field without a date that names an office, or several.

    Attributes:
        word: What the office is there, an id of the catalogue.
        live: Whether the record still counts, so that the field moves.
        besides: A field of one office that is never also listed in this one.
    """

    kind: type[Entity]
    field: str
    word: str
    live: Callable[[Situation, Any], bool] = lambda _now, _it: True
    besides: str = ""


def _planned(now: Situation, item: AgendaItem) -> bool:
    meeting = now.get(Meeting, item.meeting)
    return meeting is not None and meeting.state is MeetingState.PLANNED


def _open_mission(_now: Situation, it: Mission) -> bool:
    return it.state not in (MissionState.ACHIEVED, MissionState.CLOSED)


def _open_promise(_now: Situation, it: Commitment) -> bool:
    return it.status not in _SETTLED


def _draft(_now: Situation, it: Letter) -> bool:
    return not it.state.final


PLACES: Final = (
    Place(Mission, "accountable_office", N_("Accountable"), _open_mission),
    Place(Mission, "co_offices", N_("Shares"), _open_mission, besides="accountable_office"),
    Place(Commitment, "lead_office", N_("Lead"), _open_promise),
    Place(Commitment, "co_offices", N_("Shares"), _open_promise, besides="lead_office"),
    Place(Initiative, "office", N_("Led by"), lambda _now, it: it.stage is not Stage.CLOSED),
    Place(
        Milestone,
        "office",
        N_("Office"),
        lambda _now, it: it.status not in (MilestoneStatus.MET, MilestoneStatus.MISSED),
    ),
    Place(PlatformGoal, "office", N_("Office")),
    Place(
        Decision,
        "owner",
        N_("Carries it out"),
        lambda _now, it: it.state in (DecisionState.ASKED, DecisionState.TAKEN),
    ),
    Place(Action, "office", N_("Carries it out"), lambda _now, it: it.state is ActionState.OPEN),
    Place(AgendaItem, "office", N_("Presents it"), _planned),
    Place(Issue, "owner", N_("Settles it"), lambda _now, it: it.state is IssueState.OPEN),
    Place(Risk, "owner", N_("Watches it"), lambda _now, it: it.state is RiskState.OPEN),
    Place(Letter, "addressee_office", N_("Addressee"), _draft),
    Place(Letter, "co_addressees", N_("Addressee"), _draft, besides="addressee_office"),
    Place(Letter, "sender_offices", N_("Signs"), _draft),
)
# Fields that keep the office they name: what is over, and whoever was spoken with.
KEPT: Final = (("issue", "raised_by"), ("engagement", "office"))

GROUPS: Final[dict[type[Entity], str]] = {
    Mission: N_("Missions"),
    Commitment: N_("Commitments"),
    Initiative: N_("Initiatives"),
    Milestone: N_("Milestones"),
    PlatformGoal: N_("Goals of the platform"),
    Decision: N_("Decisions"),
    Action: N_("Actions"),
    AgendaItem: N_("Items on agendas"),
    Issue: N_("Issues"),
    Risk: N_("Risks"),
    Letter: N_("Letters in draft"),
    Membership: N_("Seats in bodies"),
    Responsibility: N_("Letters of the RACI matrix"),
    Office: N_("Offices"),
    Appointment: N_("Holders of offices"),
    Ministry: N_("Ministries"),
    Capability: N_("Skills of ministries"),
    Secretariat: N_("Settings"),
}
