# SPDX-License-Identifier: Apache-2.0
"""Papers, minutes, escalations, bodies and registers: what they say, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from missiondesk.domain.body import Body, Meeting, MeetingState
from missiondesk.domain.decision import Decision
from missiondesk.domain.issue import Issue
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.bodies_document import bodies_overview, escalations
from missiondesk.services.decision_register import decision_register
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import kind_named
from missiondesk.services.governance_plots import organisation_plot
from missiondesk.services.meeting_papers import board_paper, minutes
from missiondesk.services.publication import published
from missiondesk.services.risk_register import risk_register
from missiondesk.services.workspaces import sample_desk
from tests.documents.inspection import failures, page_text, squeezed

DA, EN = translator("da"), translator("en")
KINDS = ("bodies", "board-papers", "minutes", "escalations", "decision-register", "risk-register")
HOSTILE = "<b>x</b> & {y} \u202e漢字 " + "W" * 90


@pytest.fixture(scope="module")
def shown() -> Iterator[Desk]:
    """The sample, only looked at."""
    desk = sample_desk("Sekretær")
    yield desk
    desk.close()


def meeting(desk: Desk, code: str, state: MeetingState) -> Meeting:
    """The first meeting of a body in a state."""
    body = next(one for one in desk.bodies.all() if one.code == code)
    return next(
        one for one in reversed(desk.meetings.all()) if (one.body, one.state) == (body.id, state)
    )


def test_a_title_has_no_capital_inside_a_danish_sentence(shown: Desk) -> None:
    """It was "Indstilling til møde i Det forberedende udvalg"."""
    body = next(one for one in shown.bodies.all() if one.name.da.startswith("Det "))
    held = next(one for one in shown.meetings.all())
    title = board_paper(shown.situation, replace(held, body=body.id), DA).head.title
    assert title == f"Indstilling til møde: {body.name.da}"
    title = minutes(shown.situation, replace(held, body=body.id), DA).head.title
    assert title == f"Referat af møde: {body.name.da}"
    title = board_paper(shown.situation, replace(held, body=body.id), EN).head.title
    assert title == f"Papers for the meeting: {body.name.en}", "no article is missing"


def test_papers_ask_for_what_is_for_decision_and_list_what_is_left(shown: Desk) -> None:
    found = meeting(shown, "MB1", MeetingState.PLANNED)
    content = board_paper(shown.situation, found, EN)
    assert content.finding == "Mission board on young people (example) is asked for 1 decision."
    assert [row[0] for row in content.agenda.rows] == ["1", "2", "3"]
    assert content.covers[0].recommendation.startswith("Det indstilles")
    assert [row[0] for row in content.decisions.rows] == ["B1"]
    assert dict(content.facts.rows)["Chair"] == "Minister for Employment"
    assert len(content.actions.rows) == 1


def test_minutes_hold_what_was_decided_and_is_to_be_done(shown: Desk) -> None:
    found = meeting(shown, "KU", MeetingState.HELD)
    content = minutes(shown.situation, found, EN)
    assert content.finding == "Coordination committee (example) took 1 decision."
    assert [row[0] for row in content.decisions.rows] == ["B2"]
    assert content.actions.rows[0][1] == "Minister for Finance"
    assert content.minutes == (found.minutes,)
    assert dict(content.facts.rows)["Members present"] == "2"
    assert content.agenda.empty == "No agenda is recorded."
    quiet = minutes(shown.situation, meeting(shown, "FU", MeetingState.HELD), EN)
    assert quiet.minutes == ("What was said has not been written down.",)


def test_minutes_say_that_a_meeting_had_no_quorum(shown: Desk) -> None:
    found, now = meeting(shown, "KU", MeetingState.HELD), shown.situation
    body = next(one for one in shown.bodies.all() if one.id == found.body)
    records = {kind: now.all(kind) for kind in now.kinds}
    records[Body] = tuple(replace(it, quorum=5) if it == body else it for it in now.all(Body))
    short = Situation(records, now.today)
    assert "ikke beslutningsdygtigt: 2 til stede, 5 kræves." in minutes(short, found, DA).finding
    enough = replace(found, present=5)
    assert "beslutningsdygtigt" not in minutes(short, enough, DA).finding


def test_registers_are_made_of_what_is_recorded(shown: Desk) -> None:
    now = shown.situation
    told = decision_register(now, EN, public=False)
    references = [row[-1] for row in told.rows.rows]
    assert {"B1", "B2", "B4", "B5"} <= set(references)
    assert "B3" not in references  # only asked for
    risks = risk_register(now, EN, public=False)
    assert risks.rows.rows[0][0] == "M3.1"
    assert "1 weighs 15 or more" in risks.finding
    listed = escalations(now, EN, public=False)
    assert [row[0] for row in listed.rows.rows] == ["E1", "E2", "E3"]
    assert "public holidays are not known" in listed.method.notes[0]
    assert listed.finding.startswith("3 of 5 things for a board are late.")
    assert len(listed.counts.rows) == 3 + 2
    assert {row[-1] for row in listed.counts.rows} == {
        "not yet", "17 November 2026", "10 December 2026",
    }  # fmt: skip


def test_the_public_overview_tells_nothing_of_meetings_or_internal_bodies(shown: Desk) -> None:
    public = published(shown.situation)
    content = bodies_overview(public, DA, public=True)
    plot = organisation_plot(public, DA, public=True)
    assert {one.note for one in plot.boxes} == {""}
    names = " ".join(row[0] for row in content.bodies.rows)
    for body in shown.bodies.all():
        assert (body.name.da in names) is (body.publication is Publication.PUBLIC)
    assert "2026" not in " ".join(cell for row in content.bodies.rows for cell in row)
    inside = bodies_overview(shown.situation, DA, public=False)
    assert "MB3" in inside.finding
    assert "MB3" not in content.finding


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_accessible_archivable_and_prints_any_text(shown: Desk, kind: str) -> None:
    versions = (("da", False), ("en", True)) if kind_named(kind).public else (("da", False),)
    for language, public in versions:
        made = shown.printing.plan(kind, language, public).jobs[-1].make()
        assert failures(made.data) == []
        assert made.missing_glyphs == ()
        assert made.cut_texts == ()


def test_texts_of_users_are_printed_as_they_are() -> None:
    desk = sample_desk("Sekretær")
    try:
        body = desk.bodies.add(Body("", name=Wording(HOSTILE, HOSTILE), code=""))
        found = desk.meetings.plan(Meeting("", body.id, Period("2026-12-08"), place=HOSTILE))
        item = desk.meetings.put_on_agenda(desk.situation.missions[0], HOSTILE, meeting=found.id)
        desk.meetings.revise_item(replace(item, recommendation=HOSTILE, background=HOSTILE))
        desk.issues.raise_issue(Issue("", title=HOSTILE, raised=Period("2026-08-01")))
        owner = desk.organisation.offices()[0].id
        desk.decisions.add(
            Decision("", text=Wording(HOSTILE, HOSTILE), body=body.id, meeting=found.id,
                     owner=owner, date=Period("2026-10-01"), rationale=HOSTILE)
        )  # fmt: skip
        for kind, subject in (("board-papers", found.id), ("bodies", ""), ("escalations", "")):
            made = desk.printing.prepare(kind, "da", subject=subject).make()
            assert failures(made.data) == []
            assert squeezed("<b>x</b> & {y}") in squeezed(page_text(made.data))
    finally:
        desk.close(discard=True)
