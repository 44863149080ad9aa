# SPDX-License-Identifier: Apache-2.0
"""Bodies, meetings, decisions, issues, risks and dependencies: their verbs, refusals and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.body import AgendaItem, Body, Meeting, MeetingState, MemberRole, Membership
from missiondesk.domain.decision import Action, ActionState, Decision, DecisionState
from missiondesk.domain.issue import Dependency, Issue, IssueLevel, IssueState, Risk
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.decisions import WantedDecisions
from missiondesk.services.desk import Desk
from missiondesk.services.list_states import Matter
from missiondesk.services.workspaces import blank_desk

NAME = Wording("Styregruppe", "Steering group")


def refused(verb: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        verb()
    return caught.value.field, caught.value.rule


@pytest.fixture
def body(sample: Desk) -> Body:
    return sample.bodies.add(Body("", name=NAME))


def offices(desk: Desk) -> list[str]:
    return [one.id for one in desk.organisation.offices()][:3]


def test_seats_are_held_from_and_to(sample: Desk, body: Body) -> None:
    first, second, _ = offices(sample)
    bodies = sample.bodies
    assert body.valid_from == day(sample.today)
    chair = bodies.seat(
        Membership("", body.id, first, role=MemberRole.CHAIR, valid_from=Period("2026-01"))
    )
    other = Membership("", body.id, second, role=MemberRole.CHAIR)
    assert refused(lambda: bodies.seat(other)) == ("role", "")
    assert refused(lambda: bodies.seat(Membership("", body.id, first))) == ("office", "")
    assert refused(lambda: bodies.seat(Membership("", body.id))) == ("office", "")
    bodies.revise_member(replace(chair, valid_to=Period("2026-09")))
    bodies.seat(replace(other, valid_from=Period("2026-10")))
    held = [it.membership.office for it in bodies.seats(body.id, date(2026, 8, 1))]
    assert held == [first]
    assert [it.membership.office for it in bodies.seats(body.id)] == [second]
    assert len(bodies.all_seats(body.id)) == 2
    bad = replace(chair, valid_from=Period("2026-05"), valid_to=Period("2026-04"))
    assert refused(lambda: bodies.revise_member(bad)) == ("valid_to", "")


def test_bodies_report_up_and_never_in_a_circle(sample: Desk, body: Body) -> None:
    bodies = sample.bodies
    higher = bodies.add(Body("", name=Wording("Udvalg"), reports_to=None))
    low = bodies.revise(replace(body, reports_to=higher.id))
    circle = replace(higher, reports_to=low.id)
    assert refused(lambda: bodies.revise(circle)) == ("reports_to", "G2")
    assert refused(lambda: bodies.revise(replace(low, reports_to=low.id))) == ("reports_to", "G2")
    assert refused(lambda: bodies.revise(replace(low, name=Wording()))) == ("name", "")
    assert refused(lambda: bodies.revise(replace(low, quorum=0))) == ("quorum", "")
    sample.meetings.plan(Meeting("", low.id, Period("2026-12-01")))
    bodies.seat(Membership("", low.id, offices(sample)[0]))
    decision = sample.decisions.add(Decision("", text=NAME, body=low.id, state=DecisionState.ASKED))
    before = {kind: sample.situation.all(kind) for kind in (Body, Meeting, Membership, Decision)}
    bodies.remove(low.id)
    assert not [it for it in sample.situation.all(Meeting) if it.body == low.id]
    assert sample.bodies.all_seats(low.id) == ()
    kept = sample.decisions.get(decision.id)
    assert kept is not None and kept.body is None
    sample.history.undo()
    for kind, rows in before.items():
        assert set(sample.situation.all(kind)) == set(rows)


def test_a_meeting_is_planned_prepared_and_held(sample: Desk, body: Body) -> None:
    meetings = sample.meetings
    planned = meetings.plan(Meeting("", body.id, Period("2026-12-08")))
    assert planned.papers_due == Period("2026-12-01")
    assert planned in meetings.coming()
    assert refused(lambda: meetings.hold(planned.id)) == ("date", "")
    late = replace(planned, papers_due=Period("2026-12-09"))
    assert refused(lambda: meetings.revise(late)) == ("papers_due", "")
    assert refused(lambda: meetings.add_item(AgendaItem("", planned.id))) == ("title", "")
    past = meetings.revise(
        replace(planned, date=Period("2026-10-06"), papers_due=Period("2026-09-29"))
    )
    assert meetings.hold(past.id).state is MeetingState.HELD
    action = sample.decisions.add_action(Action("", meeting=past.id, text="Skriv et notat"))
    done = sample.decisions.revise_action(replace(action, state=ActionState.DONE))
    assert done.done == day(sample.today)
    assert meetings.actions(past.id) == (done,)
    meetings.remove(past.id)
    assert sample.decisions.actions()[-1].meeting is None


def test_decisions_number_themselves_and_are_valid(sample: Desk) -> None:
    owner = offices(sample)[0]
    asked = sample.decisions.add(Decision("", text=NAME, state=DecisionState.ASKED))
    again = sample.decisions.add(Decision("", text=NAME, state=DecisionState.ASKED))
    numbers = [int(it.number[1:]) for it in (asked, again)]
    assert asked.number.startswith("B") and numbers[1] == numbers[0] + 1
    taken = replace(asked, state=DecisionState.TAKEN, date=Period("2026-10-20"))
    assert refused(lambda: sample.decisions.revise(taken)) == ("owner", "G6")
    assert refused(lambda: sample.decisions.add(Decision("", text=NAME, owner=owner))) == (
        "date",
        "G6",
    )
    valid = sample.decisions.revise(replace(taken, owner=owner))
    assert refused(lambda: sample.decisions.revise(replace(valid, date=None))) == ("date", "G6")
    # What came without both may be mended one field at a time.
    with sample.session.store.write(sample.history.steps()[-1].verb, asked.id) as unit:
        unit.save(replace(valid, owner=None, date=None))
    half = sample.decisions.revise(replace(valid, date=None))
    assert sample.decisions.revise(replace(half, date=Period("2026-10-20"))) == valid
    found = WantedDecisions(text="steering GROUP", state=DecisionState.TAKEN).passed(
        sample.decisions.log()
    )
    assert [it.id for it in found] == [valid.id]


def test_an_issue_climbs_and_is_settled_and_each_is_undone(sample: Desk) -> None:
    issues = sample.issues
    raised = issues.raise_issue(Issue("", title="Hjemmel mangler", raised=Period("2026-09-01")))
    assert raised.level_since == raised.raised
    assert issues.all()[0].over
    every = sample.board_matters.all()
    late = sum(it.late for it in every)
    assert 0 < late < len(every)
    assert f"{late} of {len(every)} things" in sample.board_matters.headline(translator("en"))[0]
    rows = [it for it in every if it.matter is Matter.ISSUE]
    assert raised.id in [it.key for it in rows]
    moved = issues.escalate(raised.id)
    assert (moved.level, moved.level_since) == (IssueLevel.STEERING_GROUP, day(sample.today))
    assert raised.id not in [it.key for it in sample.board_matters.all()]
    sample.history.undo()
    assert issues.get(raised.id) == raised
    for _ in range(4):
        moved = issues.escalate(raised.id)
    assert moved.level is IssueLevel.COMMITTEE
    with pytest.raises(Refused):
        issues.escalate(raised.id)
    assert refused(lambda: issues.resolve(raised.id)) == ("resolution", "")
    settled = issues.resolve(raised.id, "Aftalt (eksempel)")
    assert settled.resolved == day(sample.today)
    assert refused(lambda: issues.withdraw(raised.id, "nej")) == ("state", "")
    assert issues.reopen(raised.id).state is IssueState.OPEN
    assert refused(lambda: issues.raise_issue(Issue("", title=" "))) == ("title", "")


def test_risks_and_dependencies_are_sound(sample: Desk) -> None:
    risk = sample.risks.add(Risk("", event="Forsinkelse", probability=5, impact=5))
    assert sample.risks.all()[0] == risk
    assert refused(lambda: sample.risks.revise(replace(risk, impact=6))) == ("impact", "")
    assert refused(lambda: sample.risks.add(Risk(""))) == ("event", "")
    one, two = (it.id for it in sample.situation.initiatives[:2])
    add = sample.dependencies.add
    first = add(Dependency("", initiative=one, on_initiative=two))
    assert refused(lambda: add(Dependency("", initiative=one, on_initiative=one))) == (
        "on_initiative",
        "G9",
    )
    assert refused(lambda: add(Dependency("", on_initiative=one))) == ("initiative", "")
    assert refused(lambda: add(Dependency("", initiative=one))) == ("on_initiative", "")
    circles = len(sample.dependencies.circles())
    add(Dependency("", initiative=two, on_initiative=one))
    assert len(sample.dependencies.circles()) == circles + (circles == 0)
    sample.dependencies.remove(first.id)


def test_what_is_red_is_put_on_the_agenda_of_the_next_meeting(sample: Desk) -> None:
    row = next(it for it in sample.board_matters.all() if it.matter is Matter.RED)
    mission = next(it for it in sample.situation.missions if it.id == row.key)
    for one in sample.meetings.coming():
        sample.meetings.remove(one.id)
    with pytest.raises(Refused):
        sample.meetings.put_on_agenda(mission, "Status")
    board = sample.meetings.board_for(mission.id)
    assert board is not None and board.mission == mission.id
    planned = sample.meetings.plan(Meeting("", board.id, Period("2026-12-10")))
    item = sample.meetings.put_on_agenda(mission, "Status (eksempel)")
    assert (item.meeting, item.mission) == (planned.id, mission.id)
    assert not [it for it in sample.readiness.findings() if it.rule == "G8" and it.key == row.key]
    seen = next(it for it in sample.board_matters.all() if it.key == row.key)
    assert not seen.late and seen.agenda == planned.date


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-6, 6)), max_size=8))
def test_an_agenda_keeps_its_items_and_numbers_however_they_move(
    moves: list[tuple[int, int]],
) -> None:
    desk = blank_desk("Sekretær")
    try:
        body = desk.bodies.add(Body("", name=NAME))
        meeting = desk.meetings.plan(Meeting("", body.id, Period("2026-12-01")))
        keys = [desk.meetings.add_item(AgendaItem("", meeting.id, title=f"{n}")).id
                for n in range(5)]  # fmt: skip
        expected = list(keys)
        for at, places in moves:
            key = expected.pop(at)
            expected.insert(min(max(at + places, 0), 4), key)
            desk.meetings.move_item(key, places)
            items = desk.meetings.agenda(meeting.id)
            assert [it.id for it in items] == expected
            assert [it.position for it in items] == [1, 2, 3, 4, 5]
        desk.meetings.remove_item(expected[2])
        assert [it.position for it in desk.meetings.agenda(meeting.id)] == [1, 2, 3, 4]
    finally:
        desk.close(discard=True)


def test_what_boards_must_see_is_told_on_the_calendar_s_last_day_too(sample: Desk) -> None:
    sample.settings.revise(replace(sample.settings.get(), data_date=Period("9999-12-31")))
    assert sample.board_matters.all()
