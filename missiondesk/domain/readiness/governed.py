# SPDX-License-Identifier: Apache-2.0
"""G3 to G6, G8 and G9: boards are mixed and meet, issues climb in time, decisions are valid, red
twice running is seen, and nobody waits for himself.

G9 (no circle of dependencies) is the desk's own, without an id in the field's literature.
"""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain import governance, waiting
from missiondesk.domain.body import Body, BodyKind, Meeting
from missiondesk.domain.decision import Decision, DecisionState
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.issue import Dependency, Issue, IssueState
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry
from missiondesk.domain.readiness.subjects import finding, judged, label_of
from missiondesk.domain.situation import Situation

LEAST_MINISTRIES = 2
_ARROW = " → "


def mixed_boards(situation: Situation) -> Iterator[Finding]:
    """G3: a mission board has two ministries or more, and the ministry of finance with much
    money.
    """
    for body in situation.all(Body):
        if body.kind is not BodyKind.MISSION_BOARD or not governance.exists(body, situation.today):
            continue
        mission = situation.get(Mission, body.mission)
        if mission is not None and not judged(mission):
            continue
        seated = governance.seated_ministries(situation, body.id, situation.today)
        if len(seated) < LEAST_MINISTRIES:
            yield finding(
                situation, "G3", Severity.WARNING, body,
                message(N_("Fewer than two ministries sit in the mission board.")),
                message(N_("Give a seat to another ministry that carries the mission.")),
                "members",
            )  # fmt: skip
        if mission is not None:
            yield from _finance(situation, body, mission, seated)


def _finance(
    situation: Situation, body: Body, mission: Mission, seated: tuple[Ministry, ...]
) -> Iterator[Finding]:
    settings = situation.secretariat
    if governance.live_frame(situation, mission.id) <= settings.board_threshold:
        return
    if settings.finance_ministry is None:
        yield finding(
            situation, "G3", Severity.NOTE, body,
            message(N_("The mission has much money, and no ministry of finance is named.")),
            message(N_("Name the ministry of finance in the secretariat's settings.")),
            "members",
        )  # fmt: skip
    elif settings.finance_ministry not in {one.id for one in seated}:
        ministry = situation.get(Ministry, settings.finance_ministry)
        yield finding(
            situation, "G3", Severity.WARNING, body,
            message(
                N_("The frames of mission {code} are above the threshold, and {ministry} has no "
                   "seat in the board."),
                code=mission.code, ministry=ministry.name if ministry else "",
            ),
            message(N_("Give the ministry of finance a seat.")),
            "members",
        )  # fmt: skip


def bodies_meet(situation: Situation) -> Iterator[Finding]:
    """G4: a body that has not met within its rhythm and 14 days is stale."""
    for body in situation.all(Body):
        if not governance.is_stale(situation, body):
            continue
        last = governance.last_held(situation, body.id)
        planned = governance.next_planned(situation, body.id)
        if last is not None:
            said = message(
                N_("The body last met on {date}; it is to meet {rhythm}."),
                date=last.date, rhythm=Message(body.rhythm.word) if body.rhythm else "",
            )  # fmt: skip
        else:
            said = message(
                N_("The body has not met yet; it is to meet {rhythm}."),
                rhythm=Message(body.rhythm.word) if body.rhythm else "",
            )
        mend = message(N_("Plan its next meeting, change its rhythm, or close it down."))
        if planned is not None:
            mend = message(
                N_("The next meeting is planned for {date}. Hold it, or bring it forward."),
                date=planned.date,
            )
        yield finding(situation, "G4", Severity.WARNING, body, said, mend, "rhythm")


def issues_climb(situation: Situation) -> Iterator[Finding]:
    """G5: an unresolved issue moves up after its working days, and is answered when needed."""
    for issue in situation.all(Issue):
        if issue.state is not IssueState.OPEN:
            continue
        clock = governance.clock_of(issue, situation.secretariat, situation.today)
        if clock is None:
            yield finding(
                situation, "G5", Severity.WARNING, issue,
                message(N_("Nobody noted since when the issue lies there; its clock stands "
                           "still.")),
                message(N_("Enter when it was raised.")),
                "raised",
            )  # fmt: skip
        elif clock.over and issue.level.above is not None:
            yield finding(
                situation, "G5", Severity.ERROR, issue,
                message(
                    N_("Unresolved for {days} working days; {limit} are allowed at this level."),
                    days=clock.days, limit=clock.limit,
                ),
                message(N_("Resolve it, or move it up to the next level.")),
                "level",
            )  # fmt: skip
        if issue.needed_by is not None and issue.needed_by.last < situation.today:
            yield finding(
                situation, "G5", Severity.WARNING, issue,
                message(N_("An answer was needed by {date}."), date=issue.needed_by),
                message(N_("Get the answer, or agree on another date.")),
                "needed_by",
            )  # fmt: skip


_LACKS = {"owner": N_("nobody carries it out"), "date": N_("it has no date")}


def valid_decisions(situation: Situation) -> Iterator[Finding]:
    """G6: a decision that was taken has an owner and a date."""
    for decision in situation.all(Decision):
        for field in governance.missing_of(decision):
            yield finding(
                situation, "G6", Severity.ERROR, decision,
                message(N_("The decision is not valid: {what}."), what=Message(_LACKS[field])),
                message(N_("Enter owner and date, or set it back to “asked for”.")),
                field,
            )  # fmt: skip


def with_a_quorum(situation: Situation) -> Iterator[Finding]:
    """G6: who met was enough to decide, and the numbers fit the seats of the day."""
    for body in situation.all(Body):
        yield from _reachable(situation, body)
    for meeting in situation.all(Meeting):
        yield from _attended(situation, meeting)
    for decision in situation.all(Decision):
        held = situation.get(Meeting, decision.meeting)
        valid = decision.state in (DecisionState.TAKEN, DecisionState.CARRIED_OUT)
        if held is not None and valid and governance.lacks_quorum(situation, held):
            yield finding(
                situation, "G6", Severity.NOTE, decision,
                message(N_("The decision was taken without a quorum.")),
                message(N_("Put it before a meeting with a quorum, or correct who was present.")),
            )  # fmt: skip


def _reachable(situation: Situation, body: Body) -> Iterator[Finding]:
    seats = governance.members_on(situation, body.id, situation.today)
    if body.quorum is None or not 0 < seats < body.quorum:
        return
    yield finding(
        situation, "G6", Severity.NOTE, body,
        message(
            N_("The quorum is {quorum}, and the body has {seats} seats."),
            quorum=body.quorum, seats=seats,
        ),
        message(N_("Correct the quorum, or record the seats that are missing.")),
        "quorum",
    )  # fmt: skip


def _attended(situation: Situation, meeting: Meeting) -> Iterator[Finding]:
    body = situation.get(Body, meeting.body)
    if body is None or meeting.present is None:
        return
    if governance.lacks_quorum(situation, meeting):
        yield finding(
            situation, "G6", Severity.NOTE, meeting,
            message(
                N_("The meeting was without a quorum: {present} present, {quorum} required."),
                present=meeting.present, quorum=body.quorum or 0,
            ),
            message(N_("Correct who was present, or decide at a meeting with a quorum.")),
            "present",
        )  # fmt: skip
    on = meeting.date.last if meeting.date else situation.today
    seats = governance.members_on(situation, body.id, on)
    if 0 < seats < meeting.present:
        yield finding(
            situation, "G6", Severity.NOTE, meeting,
            message(
                N_("{present} members were present, and the body had {seats} seats that day."),
                present=meeting.present, seats=seats,
            ),
            message(N_("Correct who was present, or record the seats that are missing.")),
            "present",
        )  # fmt: skip


def red_is_seen(situation: Situation) -> Iterator[Finding]:
    """G8: what is red two periods running is on the agenda of a coming meeting."""
    for mission in situation.missions:
        periods = governance.red_periods(situation, mission) if mission.state.live else ()
        if len(periods) > 1 and not governance.on_coming_agenda(situation, "mission", mission.id):
            said = message(
                N_("Red {count} periods running, and on no coming agenda."), count=len(periods)
            )
            yield finding(situation, "G8", Severity.ERROR, mission, said, _ON_AGENDA)
    for initiative in situation.initiatives:
        if not governance.red_for_long(situation, initiative):
            continue
        if not governance.on_coming_agenda(situation, "initiative", initiative.id):
            said = message(N_("Red for more than a half-year, and on no coming agenda."))
            periods = governance.red_half_years_of(situation, initiative)
            if periods:
                said = message(
                    N_("Red {count} half-years running, and on no coming agenda."),
                    count=len(periods),
                )
            yield finding(
                situation, "G8", Severity.ERROR, initiative, said, _ON_AGENDA, "overall_light"
            )


_ON_AGENDA = message(N_("Put it on the agenda of the board's next meeting."))


def no_circles(situation: Situation) -> Iterator[Finding]:
    """G9: no effort waits for itself, over however many others."""
    for circle in waiting.circles(situation.all(Dependency)):
        starts = [waiting.ends_of(one)[0] for one in circle]
        names = [label_of(situation, record) for record in _records(situation, starts)]
        said = message(
            N_("They wait for each other in a circle: {chain}."),
            chain=_ARROW.join([*names, *names[:1]]),
        )
        mend = message(N_("Let one of them begin without the other, and remove that dependency."))
        yield finding(situation, "G9", Severity.WARNING, circle[0], said, mend)


def _records(situation: Situation, nodes: list[waiting.Node | None]) -> Iterator[Entity]:
    for node in nodes:
        found = situation.get(KINDS[node[0]], node[1]) if node is not None else None
        if found is not None:
            yield found


RULES = (
    mixed_boards,
    bodies_meet,
    issues_climb,
    valid_decisions,
    with_a_quorum,
    red_is_seen,
    no_circles,
)
