# SPDX-License-Identifier: Apache-2.0
"""Dates in a letter agree with one another: its own, that of its figures, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from missiondesk.domain.letter import BlockKind, Letter, LetterState
from missiondesk.domain.metric import Observation
from missiondesk.domain.period import Period, day
from missiondesk.services.desk import Desk
from missiondesk.services.reply_forms import reply_form
from tests.services.letter_desk import WAY, followed, mission_of, moved, now, numbered

SIGNED = LetterState.SIGNED

# -- the day to which its figures were read ------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "data_date"),
    [
        ("2026-001", "22. juni 2026"),
        ("2026-002", "22. juni 2026"),
        ("2026-003", "30. oktober 2026"),
        ("2026-005", "12. oktober 2026"),
    ],
)
def test_no_figure_is_younger_than_the_letter(sample: Desk, number: str, data_date: str) -> None:
    goal = sample.letters.content(numbered(sample, number).id).goal
    assert goal is not None
    assert goal.data_date == data_date


def test_a_figure_published_after_the_letter_is_not_in_it(sample: Desk) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    metric = sample.metrics.of_mission(letter.mission or "")
    assert metric is not None
    seen = sample.metrics.observations(metric.id)
    newer = Observation(
        "", metric.id, Period("2026-08"), Decimal(62), published=Period("2026-10-20")
    )
    sample.metrics.record(metric.id, (*seen, newer))
    letter = followed(sample, letter)
    assert latest(sample, letter).startswith("62,0")
    moved(sample, sample.letters.revise(replace(letter, date=Period("2026-10-10"))), SIGNED)
    assert latest(sample, letter) != ""
    assert not latest(sample, letter).startswith("62,0")
    goal = sample.letters.content(letter.id).goal
    assert goal is not None
    assert goal.data_date == "10. oktober 2026"


def latest(desk: Desk, letter: Letter) -> str:
    """The newest figure that the letter shows."""
    goal = desk.letters.content(letter.id).goal
    return dict(goal.facts)["Seneste tal"] if goal else ""


# -- the days of its course ----------------------------------------------------------------------


def test_all_that_is_done_on_a_day_is_of_that_day(sample: Desk) -> None:
    today = sample.session.today
    letter = moved(
        sample,
        followed(sample, sample.letters.draft(mission_of(sample, "M6").id)),
        LetterState.ISSUED,
    )
    told = sample.letters.course(letter.id)
    assert [one.state for one in told] == [LetterState.DRAFT, *WAY]
    assert {one.day for one in told} == {today}
    assert now(sample, letter).date == now(sample, letter).state_date == day(today)


def test_a_course_never_runs_backwards(sample: Desk) -> None:
    letter = followed(sample, sample.letters.of_mission("")[0])
    assert letter.state_date is None
    days = [one.day for one in sample.letters.course(moved(sample, letter, SIGNED).id)]
    assert days == sorted(days)


# -- the first 100 days --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "last", "early"),
    [
        ("2026-001", "30. september 2026", ["1. september 2026"]),
        ("2026-003", "7. februar 2027", []),
    ],
)
def test_the_first_100_days_count_from_the_letter(
    sample: Desk, number: str, last: str, early: list[str]
) -> None:
    content = sample.letters.content(numbered(sample, number).id)
    timeline = content.block(BlockKind.TIMELINE)
    assert timeline is not None
    assert f"senest den {last}." in timeline.paragraphs[0]
    assert [row.due for row in content.timeline if row.first_100_days] == early


# -- the next figure -----------------------------------------------------------------------------


def test_a_next_figure_of_the_past_is_overdue(sample: Desk) -> None:
    revised, draft = numbered(sample, "2026-005"), sample.letters.draft(mission_of(sample, "M7").id)
    assert awaited(sample, revised) == "skulle være kommet i juni 2025"
    assert awaited(sample, draft) == "skulle være kommet i juni 2025"
    form = reply_form(sample.situation, *sample.letters.spoken(revised.id), Period("2026-H2"))
    assert ("Næste tal", "skulle være kommet i juni 2025") in form.facts
    sample.letters.remove(draft.id)
    english = sample.letters.draft(mission_of(sample, "M7").id, "en")
    goal = sample.letters.content(english.id).goal
    assert goal is not None
    assert dict(goal.facts)["Next figure"] == "was due in June 2025"


def test_a_text_promises_no_month_that_is_past(sample: Desk) -> None:
    revised, current = numbered(sample, "2026-005"), numbered(sample, "2026-003")
    for letter, promised in ((revised, False), (current, True)):
        block = next(one for one in sample.letters.blocks(letter.id) if one.kind is BlockKind.GOAL)
        typed = replace(block, text="Næste tal kommer i {{metric.next_publication}}.")
        text = sample.letters.spoken_text(typed)
        assert ("Næste tal kommer i april 2028." in text) is promised
        assert promised or ("juni 2025" not in text and "[" in text), text


def test_a_letter_does_not_differ_because_its_next_figure_fell_due(sample: Desk) -> None:
    letter = numbered(sample, "2026-003")
    assert awaited(sample, letter) == "april 2028"
    sample.settings.revise(replace(sample.settings.get(), data_date=Period("2028-06-30")))
    assert awaited(sample, letter) == "april 2028"
    told = sample.letters.differences(letter.id)
    assert not [one for one in told if "skulle være kommet" in one.now]


def awaited(desk: Desk, letter: Letter) -> str:
    """When the letter says that the next figure comes."""
    goal = desk.letters.content(letter.id).goal
    return dict(goal.facts)["Næste tal"] if goal else ""


# -- the letter to all ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "own"), [("da", "eget missionsbrev"), ("en", "own mission letter")]
)
def test_the_letter_to_all_leaves_meetings_to_the_single_letters(
    sample: Desk, language: str, own: str
) -> None:
    (shipped,) = sample.letters.of_mission("")
    if language == "en":
        sample.letters.remove(shipped.id)
        shipped = followed(sample, sample.letters.draft(None, "en"))
    told = sample.letters.content(shipped.id).block(BlockKind.FOLLOW_UP)
    assert told is not None
    assert own in told.paragraphs[0]
    assert "2027" not in told.paragraphs[0]
    letter = moved(sample, shipped, LetterState.CLEARED)
    assert not [one for one in sample.letters.problems(letter.id) if one.hinders]
