# SPDX-License-Identifier: Apache-2.0
"""What governs as a matter of calendar and count: clocks of issues, rhythm of bodies, seats, and
red lights.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.body import (
    AgendaItem,
    Body,
    Meeting,
    MeetingState,
    MemberRole,
    Membership,
)
from missiondesk.domain.decision import Decision, DecisionState
from missiondesk.domain.initiative import Initiative, Light, Stage
from missiondesk.domain.initiative_assessment import InitiativeAssessment, red_half_years
from missiondesk.domain.issue import Issue, IssueLevel, IssueState
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry, holds_on
from missiondesk.domain.period import Period, add_days
from missiondesk.domain.rating import Rating
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation

GRACE_DAYS: Final = 14  # after its rhythm a body may be that late (G4)
HALF_YEAR_DAYS: Final = 184  # the period in which traffic lights of initiatives are given
_TAKEN: Final = (DecisionState.TAKEN, DecisionState.CARRIED_OUT)
_RED: Final = (Rating.LIMITED, Rating.DETERIORATION, Rating.MISSED)
_WEEK = 7
_WORKDAYS = 5


# -- the clock of issues (G5) ----------------------------------------------------------------
def working_days(first: date, last: date) -> int:
    """Mondays to Fridays after ``first`` up to and with ``last``; public holidays are not known.

    0 when ``last`` does not come after ``first``.
    """
    return max(_workdays_until(last) - _workdays_until(first), 0)


def _workdays_until(day: date) -> int:
    """Mondays to Fridays from the first day of the calendar, a Monday, up to and with ``day``."""
    weeks, rest = divmod(day.toordinal(), _WEEK)
    return weeks * _WORKDAYS + min(rest, _WORKDAYS)


def after_working_days(start: date, days: int) -> date:
    """The day on which so many working days after ``start`` have passed."""
    found = add_days(start, days // _WORKDAYS * _WEEK)
    while working_days(start, found) < days and found < date.max:
        found += timedelta(days=1)
    return found


@dataclass(frozen=True, slots=True)
class IssueClock:
    """How long an unresolved issue has lain where it lies.

    Attributes:
        since: The day from which it counts.
        days: Working days since then.
        limit: Working days it may lie there; None at the top, where no clock runs.
        until: The last day on which it may lie there, or None.
    """

    since: date
    days: int
    limit: int | None
    until: date | None

    @property
    def over(self) -> bool:
        """Whether it has to move up."""
        return self.limit is not None and self.days > self.limit


def limit_of(level: IssueLevel, secretariat: Secretariat) -> int | None:
    """Working days an issue may lie at a level; None at the top."""
    if level is IssueLevel.COMMITTEE:
        return None
    if level is IssueLevel.MINISTER:
        return secretariat.committee_days
    return secretariat.official_days


def clock_of(issue: Issue, secretariat: Secretariat, today: date) -> IssueClock | None:
    """The clock of an unresolved issue; None when it is settled or nobody noted since when."""
    began = issue.level_since or issue.raised
    if issue.state is not IssueState.OPEN or began is None:
        return None
    since, limit = began.last, limit_of(issue.level, secretariat)
    until = after_working_days(since, limit) if limit is not None else None
    return IssueClock(since, working_days(since, today), limit, until)


# -- bodies (G3, G4) -------------------------------------------------------------------------
def sits(seat: Membership, on: date) -> bool:
    """Whether the seat is held on the day."""
    return holds_on(seat.valid_from, seat.valid_to, on)


def exists(body: Body, on: date) -> bool:
    """Whether the body exists on the day."""
    return holds_on(body.valid_from, body.valid_to, on)


def seats_of(now: Situation, body: str, on: date) -> tuple[Membership, ...]:
    """Seats of a body on a day: the chair first, the secretary last."""
    roles = list(MemberRole)
    held = [one for one in now.referring(Membership, "body", body) if sits(one, on)]
    return tuple(sorted(held, key=lambda one: roles.index(one.role)))


def seated_ministries(now: Situation, body: str, on: date) -> tuple[Ministry, ...]:
    """Ministries that have a chair or a member in the body, each once."""
    found: dict[str, Ministry] = {}
    for seat in seats_of(now, body, on):
        ministry = now.ministry_of(seat.office)
        if ministry is not None and seat.role in (MemberRole.CHAIR, MemberRole.MEMBER):
            found[ministry.id] = ministry
    return tuple(found.values())


def members_on(now: Situation, body: str, on: date) -> int:
    """How many vote in a body on a day: its chair and members, 0 when no seat is recorded."""
    voting = (MemberRole.CHAIR, MemberRole.MEMBER)
    return sum(seat.role in voting for seat in seats_of(now, body, on))


def lacks_quorum(now: Situation, meeting: Meeting) -> bool:
    """Whether the meeting was held with fewer members than its body's quorum."""
    body = now.get(Body, meeting.body)
    if meeting.state is not MeetingState.HELD or body is None:
        return False
    known = meeting.present is not None and body.quorum is not None
    return known and (meeting.present or 0) < (body.quorum or 0)


def live_frame(now: Situation, mission: str) -> int:
    """Øre in the frames of the mission's initiatives that are not closed, all years together."""
    return sum(
        money.oere
        for one in now.initiatives_of(mission)
        if one.stage is not Stage.CLOSED
        for money in one.frame
    )


def meetings_of(now: Situation, body: str) -> tuple[Meeting, ...]:
    """Meetings of a body, the oldest first and those without a date last."""
    return tuple(sorted(now.referring(Meeting, "body", body), key=_when))


def _when(meeting: Meeting) -> date:
    return meeting.date.last if meeting.date else date.max


def last_held(now: Situation, body: str) -> Meeting | None:
    """The newest meeting that was held, or None."""
    held = [it for it in meetings_of(now, body) if it.state is MeetingState.HELD and it.date]
    return held[-1] if held else None


def next_planned(now: Situation, body: str) -> Meeting | None:
    """The next meeting that is planned from today on, or None."""
    return next((it for it in meetings_of(now, body) if is_coming(it, now.today) and it.date), None)


def is_coming(meeting: Meeting, today: date) -> bool:
    """Whether the meeting is planned and not past."""
    return meeting.state is MeetingState.PLANNED and _when(meeting) >= today


def is_stale(now: Situation, body: Body) -> bool:
    """Whether the body should have met by now: rhythm and grace are over since it last met or
    began (G4); one without a rhythm never is.
    """
    if body.rhythm is None or not exists(body, now.today):
        return False
    last = last_held(now, body.id)
    began = (last.date if last else None) or body.valid_from
    if began is None:
        return True
    return (now.today - began.last).days > body.rhythm.days + GRACE_DAYS


def lines_up(bodies: Mapping[str, Body], key: str) -> tuple[str, ...]:
    """Ids of the bodies above one, the nearest first; ends before an id comes twice."""
    found: list[str] = []
    body = bodies.get(key)
    while body is not None and body.reports_to is not None and body.reports_to not in found:
        found.append(body.reports_to)
        body = bodies.get(body.reports_to)
    return tuple(found)


# -- decisions (G6) --------------------------------------------------------------------------
def missing_of(decision: Decision) -> tuple[str, ...]:
    """Fields without which a decision that was taken is not valid."""
    if decision.state not in _TAKEN:
        return ()
    return tuple(name for name in ("owner", "date") if getattr(decision, name) is None)


# -- red twice running (G8) ------------------------------------------------------------------
def is_red(assessment: StatusAssessment) -> bool:
    """Limited, moving away or missed as computed, or unachievable in people's judgement."""
    red = any(assessment.rating == one.value for one in _RED)
    return red or assessment.confidence is Confidence.UNACHIEVABLE


def red_periods(now: Situation, mission: Mission) -> tuple[Period, ...]:
    """The last periods, newest first, in which the mission was judged red without a break."""
    by_period = {one.period: one for one in now.assessments_of(mission.id)}
    found: list[Period] = []
    for period, assessment in reversed(by_period.items()):
        if not is_red(assessment):
            break
        found.append(period)
    return tuple(found)


def red_half_years_of(now: Situation, initiative: Initiative) -> tuple[Period, ...]:
    """The half-years, newest first, in which people judged the initiative red without a break; ()
    while no judgement of it was kept.
    """
    kept = now.referring(InitiativeAssessment, "initiative", initiative.id)
    return red_half_years(kept, initiative.overall_light, now.today) if kept else ()


def red_for_long(now: Situation, initiative: Initiative) -> bool:
    """Judged red two half-years running; where no judgement was kept: red, and what is done about
    it began more than a half-year ago.
    """
    if initiative.stage is Stage.CLOSED:
        return False
    if now.referring(InitiativeAssessment, "initiative", initiative.id):
        return len(red_half_years_of(now, initiative)) > 1
    since = initiative.track_since
    red = initiative.overall_light is Light.RED and since is not None
    return red and since is not None and (now.today - since.last).days > HALF_YEAR_DAYS


def on_coming_agenda(now: Situation, field: str, key: str) -> Meeting | None:
    """The planned meeting whose agenda has an item on the mission or initiative, or None.

    Args:
        field: "mission" or "initiative".
    """
    for item in now.referring(AgendaItem, field, key):
        meeting = now.get(Meeting, item.meeting)
        if meeting is not None and is_coming(meeting, now.today):
            return meeting
    return None
