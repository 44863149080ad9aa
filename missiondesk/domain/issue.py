# SPDX-License-Identifier: Apache-2.0
"""Issues that climb until someone settles them, risks that may come, and what waits for what."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period


class IssueLevel(Worded):
    """Where an issue lies, the lowest first."""

    INITIATIVE = "initiative", N_("Initiative")
    STEERING_GROUP = "steering_group", N_("Steering group")
    PERMANENT_SECRETARY = "permanent_secretary", N_("Permanent secretary")
    MINISTER = "minister", N_("Minister")
    COMMITTEE = "committee", N_("Committee of ministers")

    @property
    def above(self) -> IssueLevel | None:
        """The next level, or None at the top."""
        levels = list(IssueLevel)
        place = levels.index(self) + 1
        return levels[place] if place < len(levels) else None


class IssueState(Worded):
    """Whether an issue is settled."""

    OPEN = "open", N_("Unresolved")
    RESOLVED = "resolved", N_("Resolved")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class RiskResponse(Worded):
    """What is done about a risk."""

    AVOID = "avoid", N_("Avoid")
    REDUCE = "reduce", N_("Reduce")
    SHARE = "share", N_("Share with others")
    ACCEPT = "accept", N_("Accept")


class RiskState(Worded):
    """What became of a risk."""

    OPEN = "open", N_("Open risk")
    OCCURRED = "occurred", N_("Has occurred")
    CLOSED = "closed", N_("No longer a risk")


class DependencyKind(Worded):
    """In what way one effort hangs on another."""

    RESULT = "result", N_("Needs its result")
    DECISION = "decision", N_("Needs its decision")
    PEOPLE = "people", N_("Needs the same people")
    DATA = "data", N_("Needs its data")
    CONFLICT = "conflict", N_("Works against it")


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that has to be settled, with the clock that moves it up (G5).

    Attributes:
        raised: When it was raised.
        raised_by: Id of the office that raised it.
        level: Where it lies now.
        level_since: Since when it lies there; the clock counts from here.
        needed_by: When an answer is needed.
        owner: Id of the office that has to settle it.
        resolution: How it was settled, or why it was withdrawn.
    """

    id: str
    number: str = ""
    title: str = ""
    text: str = ""
    mission: str | None = None
    initiative: str | None = None
    raised: Period | None = None
    raised_by: str | None = None
    level: IssueLevel = IssueLevel.INITIATIVE
    level_since: Period | None = None
    needed_by: Period | None = None
    owner: str | None = None
    state: IssueState = IssueState.OPEN
    resolved: Period | None = None
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that may come: because of a cause an event, and its effect.

    Attributes:
        probability: 1 (unlikely) to 5 (almost certain), or None while nobody has judged it.
        impact: 1 (slight) to 5 (grave), or None.
        owner: Id of the office that watches it.
        review: When it is looked at again.
    """

    id: str
    number: str = ""
    cause: str = ""
    event: str = ""
    effect: str = ""
    mission: str | None = None
    initiative: str | None = None
    probability: int | None = None
    impact: int | None = None
    owner: str | None = None
    response: RiskResponse | None = None
    measure: str = ""
    review: Period | None = None
    state: RiskState = RiskState.OPEN


@dataclass(frozen=True, slots=True)
class Dependency:
    """One effort waits for another.

    Attributes:
        initiative: Id of the initiative that waits; or `mission`.
        on_initiative: Id of the initiative for which it waits; or `on_mission`.
        due: When it is needed.
        met: When it was there.
    """

    id: str
    kind: DependencyKind = DependencyKind.RESULT
    initiative: str | None = None
    mission: str | None = None
    on_initiative: str | None = None
    on_mission: str | None = None
    text: str = ""
    due: Period | None = None
    met: Period | None = None
