# SPDX-License-Identifier: Apache-2.0
"""G3 to G6, G8 and G9: each broken once, and named with its record, field and mend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.body import BodyKind, MeetingState, MemberRole
from missiondesk.domain.decision import DecisionState
from missiondesk.domain.entities import Entity
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.governance import after_working_days, clock_of, working_days
from missiondesk.domain.initiative import Light, Money, Stage
from missiondesk.domain.issue import Dependency, IssueLevel, IssueState
from missiondesk.domain.mission import MissionState
from missiondesk.domain.period import Period, day
from missiondesk.domain.readiness import governed
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.waiting import circles, ends_of
from missiondesk.language import translator
from tests import builders as make
from tests import more_builders as more
from tests.documents.reports_of import situation_of

TODAY = date(2026, 11, 23)
EN = translator("en")


def found(records: list[Entity]) -> list[Finding]:
    now = situation_of(records, TODAY)
    return [one for rule in governed.RULES for one in rule(now)]


def told(records: list[Entity]) -> list[tuple[str, str, str]]:
    return [(one.rule, one.label, one.field) for one in found(records)]


def board(money: int = 40, *seated: str) -> list[Entity]:
    """A mission with its board, in which the ministries of these codes sit."""
    ministries = {code: make.a_ministry(id=code, code=code) for code in ("BM", "SUM", "FM")}
    mission = make.a_mission(id="m", code="M1", state=MissionState.ACTIVE)
    body = more.a_body(id="b", code="MB1", kind=BodyKind.MISSION_BOARD, mission="m", rhythm=None)
    offices = [make.an_office(id=f"of-{code}", ministry=code) for code in seated]
    seats = [
        more.a_seat(body="b", office=one.id, role=MemberRole.MEMBER if n else MemberRole.CHAIR)
        for n, one in enumerate(offices)
    ]
    frame = (Money(2027, money * 1_000_000_00),)
    return [
        Secretariat(id="s", finance_ministry="FM"), *ministries.values(), *offices, mission, body,
        *seats, make.an_initiative(mission="m", stage=Stage.PILOT, frame=frame),
    ]  # fmt: skip


def test_a_board_has_two_ministries_and_with_much_money_the_ministry_of_finance() -> None:
    assert told(board(40, "BM", "SUM")) == []
    assert told(board(40, "BM")) == [("G3", "MB1", "members")]
    assert told(board(60, "BM", "SUM")) == [("G3", "MB1", "members")]
    assert told(board(60, "BM", "FM")) == []
    # Exactly the threshold is not above it; an observer does not count; a closed effort's money
    # is none; and who has left sits there no more.
    assert told(board(50, "BM", "SUM")) == []
    observed = [
        replace(it, role=MemberRole.OBSERVER) if getattr(it, "office", None) == "of-SUM" else it  # type: ignore[type-var]
        for it in board(40, "BM", "SUM")
    ]
    assert told(observed) == [("G3", "MB1", "members")]
    left = [
        replace(it, valid_to=Period("2026-10")) if getattr(it, "office", None) == "of-FM" else it  # type: ignore[type-var]
        for it in board(60, "BM", "SUM", "FM")
    ]
    assert told(left) == [("G3", "MB1", "members")]
    unnamed = [replace(it, finance_ministry=None) if isinstance(it, Secretariat) else it
               for it in board(60, "BM", "SUM")]  # fmt: skip
    one = found(unnamed)[0]
    assert "Name the ministry of finance" in EN.tell(one.mend)


def test_a_body_meets_within_its_rhythm_and_two_weeks() -> None:
    body = more.a_body(id="b", code="SG1", valid_from=Period("2026-06-01"))  # every month
    met = more.a_meeting(body="b", date=day(TODAY - timedelta(days=45)))
    assert told([body, met]) == []
    late = replace(met, date=day(TODAY - timedelta(days=46)))
    assert told([body, late]) == [("G4", "SG1", "rhythm")]
    # Only what was held counts, a new body has time, a closed one and one without rhythm too.
    planned = replace(met, state=MeetingState.CANCELLED)
    assert told([body, planned]) == [("G4", "SG1", "rhythm")]
    assert told([replace(body, valid_from=Period("2026-11"))]) == []
    assert told([replace(body, valid_to=Period("2026-10"))]) == []
    assert told([replace(body, rhythm=None)]) == []
    coming = more.a_meeting(body="b", date=Period("2026-12-01"), state=MeetingState.PLANNED)
    (one,) = found([body, coming])
    assert "1 December 2026" in EN.tell(one.mend)


@pytest.mark.parametrize(
    ("level", "days", "over"),
    [
        (IssueLevel.INITIATIVE, 10, False),
        (IssueLevel.INITIATIVE, 11, True),
        (IssueLevel.PERMANENT_SECRETARY, 11, True),
        (IssueLevel.MINISTER, 20, False),
        (IssueLevel.MINISTER, 21, True),
        (IssueLevel.COMMITTEE, 400, False),
    ],
)
def test_an_issue_moves_up_after_its_working_days(level: IssueLevel, days: int, over: bool) -> None:
    since = TODAY
    while working_days(since, TODAY) < days:
        since -= timedelta(days=1)
    issue = more.an_issue(level=level, level_since=day(since))
    assert told([issue]) == ([("G5", "E1", "level")] if over else [])
    settled = replace(issue, state=IssueState.RESOLVED)
    assert told([settled]) == []


def test_an_issue_without_a_date_or_answer_says_so() -> None:
    bare = more.an_issue(raised=None, level_since=None)
    assert told([bare]) == [("G5", "E1", "raised")]
    waited = more.an_issue(
        raised=day(TODAY), level_since=day(TODAY), needed_by=Period("2026-11-20")
    )
    assert told([waited]) == [("G5", "E1", "needed_by")]


@pytest.mark.parametrize("field", ["owner", "date"])
def test_a_decision_taken_needs_owner_and_date(field: str) -> None:
    office = make.an_office()
    sound = more.a_decision(owner=office.id)
    assert told([office, sound]) == []
    broken = replace(sound, **{field: None})
    assert told([office, broken]) == [("G6", "B1", field)]
    assert told([office, replace(broken, state=DecisionState.ASKED)]) == []


def test_who_met_was_enough_to_decide_and_fits_the_seats() -> None:
    body = more.a_body(id="b", code="SG1", rhythm=None, quorum=2)
    offices = [make.an_office() for _ in range(3)]
    roles = (MemberRole.CHAIR, MemberRole.MEMBER, MemberRole.SECRETARY)
    seats = [
        more.a_seat(body="b", office=it.id, role=r) for it, r in zip(offices, roles, strict=True)
    ]
    met = more.a_meeting(body="b", present=2)
    taken = more.a_decision(owner=offices[0].id, meeting=met.id)
    rest = [*offices, *seats, taken]
    assert told([body, met, *rest]) == []
    few = found([body, replace(met, present=1), *rest])
    assert [(one.kind, one.field) for one in few] == [("meeting", "present"), ("decision", "")]
    assert EN.tell(few[1].message) == "The decision was taken without a quorum."
    assert {one.severity for one in few} == {Severity.NOTE}
    asked = replace(taken, state=DecisionState.ASKED)
    assert told([body, replace(met, present=None), *rest]) == []
    assert len(told([body, replace(met, present=1), *offices, *seats, asked])) == 1
    # More than the seats of that day; and a quorum that its seats never reach.
    assert told([body, replace(met, present=3), *rest]) == [("G6", "SG1", "present")]
    assert told([replace(body, quorum=3), replace(met, present=None), *rest]) == [
        ("G6", "SG1", "quorum")
    ]


def red(period: str, **fields: Any) -> StatusAssessment:
    values: dict[str, Any] = {"rating": "deterioration", "confidence": Confidence.FEASIBLE}
    return StatusAssessment(id=period, mission="m", period=Period(period), **values | fields)


def test_red_twice_running_comes_before_the_board() -> None:
    mission = make.a_mission(id="m", code="M1", state=MissionState.ACTIVE)
    twice = [mission, red("2026-03-31"), red("2026-06-30")]
    assert told(twice) == [("G8", "M1", "")]
    assert told([mission, red("2026-06-30")]) == []
    assert told([*twice, red("2026-09-30", rating="on_track")]) == []
    unachievable = red("2026-09-30", rating="on_track", confidence=Confidence.UNACHIEVABLE)
    assert told([*twice, unachievable]) == [("G8", "M1", "")]
    body = more.a_body(id="b", rhythm=None)
    coming = more.a_meeting(id="next", body="b", date=Period("2026-12"), state=MeetingState.PLANNED)
    item = more.an_agenda_item(meeting="next", mission="m")
    assert told([*twice, body, coming, item]) == []
    past = replace(coming, date=Period("2026-10"))
    assert told([*twice, body, past, item]) == [("G8", "M1", "")]
    light = make.an_initiative(
        code="M1.1", stage=Stage.PILOT, overall_light=Light.RED, track_since=Period("2026-03")
    )
    assert told([light]) == [("G8", "M1.1", "overall_light")]
    assert told([replace(light, track_since=Period("2026-09"))]) == []


def test_an_initiative_is_red_twice_running_by_what_was_kept_of_it() -> None:
    light = make.an_initiative(
        id="i", code="M1.1", stage=Stage.PILOT, overall_light=Light.RED,
        track_since=Period("2026-09"),
    )  # fmt: skip
    last = more.an_initiative_assessment(initiative="i", period=Period("2026-H1"))
    assert told([light, last]) == [("G8", "M1.1", "overall_light")]
    assert EN.tell(found([light, last])[0].message).startswith("Red 2 half-years running")
    before = more.an_initiative_assessment(initiative="i", period=Period("2025-H2"))
    assert EN.tell(found([light, last, before])[0].message).startswith("Red 3 half-years running")
    # Kept judgements count before how long a track has been followed.
    yellow = replace(last, light=Light.YELLOW)
    long = replace(light, track_since=Period("2025-01"))
    assert told([long]) == [("G8", "M1.1", "overall_light")]
    assert told([long, yellow]) == []
    # What is kept of this half-year stands, whatever the light of today.
    now = more.an_initiative_assessment(initiative="i", period=Period("2026-H2"))
    assert told([light, last, replace(now, light=Light.GREEN)]) == []
    assert told([replace(light, overall_light=None), last, now]) == [
        ("G8", "M1.1", "overall_light")
    ]
    assert told([replace(light, stage=Stage.CLOSED), last, now]) == []


def test_efforts_in_a_circle_are_named() -> None:
    one, two = (make.an_initiative(id=key, code=key) for key in ("M1.1", "M1.2"))
    there = more.a_dependency(initiative="M1.1", on_initiative="M1.2")
    back = more.a_dependency(initiative="M1.2", on_initiative="M1.1")
    (finding,) = found([one, two, there, back])
    assert finding.rule == "G9"
    assert finding.kind == "dependency"
    assert "M1.1 → M1.2 → M1.1" in EN.tell(finding.message)
    assert found([one, two, there, replace(back, met=Period("2026-10"))]) == []
    itself = more.a_dependency(initiative="M1.1", on_initiative="M1.1")
    assert [it.rule for it in found([one, itself])] == ["G9"]


EDGES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14)


@given(EDGES)
def test_circles_are_found_when_and_only_when_there_are_some(edges: list[tuple[int, int]]) -> None:
    waiting = [
        Dependency(id=str(n), initiative=f"{a}", on_initiative=f"{b}")
        for n, (a, b) in enumerate(edges)
    ]
    reached = {(a, b) for a, b in edges}
    for middle in range(7):
        reached |= {
            (a, b)
            for a in range(7)
            for b in range(7)
            if (a, middle) in reached and (middle, b) in reached
        }
    told_circles = circles(waiting)
    assert bool(told_circles) == any((node, node) in reached for node in range(7))
    for circle in told_circles:
        ends = [ends_of(one) for one in circle]
        assert all(one[1] == ends[(n + 1) % len(ends)][0] for n, one in enumerate(ends))


DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 400))
def test_working_days_are_mondays_to_fridays(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    counted = sum((start + timedelta(days=n)).weekday() < 5 for n in range(1, length + 1))
    assert working_days(start, end) == counted
    assert working_days(end, start) == 0


@given(DAYS, st.integers(0, 60))
def test_the_clock_is_over_on_the_first_working_day_after_its_last(start: date, days: int) -> None:
    until = after_working_days(start, days)
    assert working_days(start, until) == days
    settings = Secretariat(id="", official_days=days)
    issue = more.an_issue(level_since=day(start))
    ends = clock_of(issue, settings, until)
    assert ends is not None and not ends.over and ends.until == until
    later = until + timedelta(days=1)
    while later.weekday() > 4:
        later += timedelta(days=1)
    over = clock_of(issue, settings, later)
    assert over is not None and over.over
