# SPDX-License-Identifier: Apache-2.0
"""The government platform: its verbs, what becomes of each goal, and its printed pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from missiondesk.domain.initiative import Money
from missiondesk.domain.letter import LetterState
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.platform_coverage import coverage
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import kind_named
from missiondesk.services.document_kinds import ordered
from missiondesk.services.platform_document import platform_content
from tests import builders as make
from tests.documents.inspection import failures, page_text, structure
from tests.documents.reports_of import full_situation, situation_of
from tests.sample import a_sample


@pytest.fixture(scope="module")
def shown() -> Iterator[Desk]:
    """The sample, only looked at."""
    desk = a_sample("Anna Eksempel")
    yield desk
    desk.close()


def numbers(desk: Desk) -> list[str]:
    return [
        f"{chapter.number}.{goal.number} {goal.text.da}"
        for chapter in desk.platform.chapters
        for goal in desk.platform.goals(chapter.id)
    ]


def two_chapters(desk: Desk) -> tuple[PlatformChapter, PlatformChapter, list[PlatformGoal]]:
    first = desk.platform.add_chapter(Wording("Arbejde", "Work"))
    second = desk.platform.add_chapter(Wording("Klima", "Climate"))
    goals = [
        desk.platform.add_goal(PlatformGoal("", chapter=chapter.id, text=Wording(text)))
        for chapter, text in ((first, "a"), (first, "b"), (first, "c"), (second, "d"))
    ]
    return first, second, goals


# -- verbs ---------------------------------------------------------------------------------


def test_chapters_and_goals_are_numbered_and_keep_their_order(desk: Desk) -> None:
    first, second, goals = two_chapters(desk)
    assert numbers(desk) == ["1.1 a", "1.2 b", "1.3 c", "2.1 d"]
    desk.platform.move_goal(goals[2].id, -2)
    assert numbers(desk) == ["1.1 c", "1.2 a", "1.3 b", "2.1 d"]
    desk.platform.move_chapter(first.id, 5)
    assert numbers(desk) == ["1.1 d", "2.1 c", "2.2 a", "2.3 b"]
    desk.platform.remove_goal(goals[0].id)
    assert numbers(desk) == ["1.1 d", "2.1 c", "2.2 b"]
    moved = desk.platform.goal(goals[1].id)
    assert moved is not None
    desk.platform.revise_goal(replace(moved, chapter=second.id))
    assert numbers(desk) == ["1.1 d", "1.2 b", "2.1 c"]


def test_each_verb_is_one_step_and_undone_as_one(desk: Desk) -> None:
    first, second, goals = two_chapters(desk)
    store = desk.session.store
    verbs = (
        lambda: desk.platform.move_chapter(first.id, 1),
        lambda: desk.platform.move_goal(goals[0].id, 2),
        lambda: desk.platform.revise_goal(replace(goals[1], chapter=second.id)),
        lambda: desk.platform.remove_chapter(first.id),
        lambda: desk.platform.revise(Wording("Ny titel"), Period("2026-06"), "(X)"),
    )
    for verb in verbs:
        before, steps = (numbers(desk), desk.settings.get()), len(store.steps())
        verb()
        assert (numbers(desk), desk.settings.get()) != before
        assert len(store.steps()) == steps + 1
        desk.history.undo()
        assert (numbers(desk), desk.settings.get()) == before


def test_what_makes_no_sense_is_refused_at_its_field(desk: Desk) -> None:
    first, _, goals = two_chapters(desk)
    twice = (Money(2027, 1), Money(2027, 2))
    wrong = {
        "text": replace(goals[0], text=Wording()),
        "chapter": replace(goals[0], chapter="nowhere"),
        "mission": replace(goals[0], mission="nowhere"),
        "office": replace(goals[0], office="nowhere"),
        "frame": replace(goals[0], frame=twice),
    }
    for field, goal in wrong.items():
        with pytest.raises(Refused) as refused:
            desk.platform.revise_goal(goal)
        assert refused.value.field == field
    with pytest.raises(Refused) as refused:
        desk.platform.revise_chapter(replace(first, title=Wording(" ")))
    assert refused.value.field == "title"


def test_an_office_that_answers_for_a_goal_is_not_removed(desk: Desk) -> None:
    goals = two_chapters(desk)[2]
    office = desk.organisation.add_office(make.an_office(ministry=None))
    desk.platform.revise_goal(replace(goals[0], office=office.id))
    with pytest.raises(Refused):
        desk.organisation.remove_office(office.id)


# -- from platform to letters --------------------------------------------------------------


def test_a_goal_comes_all_the_way_or_it_is_said_where_it_fell_out() -> None:
    tr = translator("en")
    office, chapter = make.an_office(), make.a_chapter()
    mission = make.a_mission(accountable_office=office.id)
    metric = make.a_metric(mission=mission.id)
    letter = make.a_letter(mission=mission.id, state=LetterState.ISSUED)
    promise = make.a_commitment(mission=mission.id, lead_office=office.id)
    goal = make.a_platform_goal(chapter=chapter.id, mission=mission.id)
    whole = (office, chapter, mission, metric, letter, promise, goal)

    def told(*records: object) -> list[str]:
        (row,) = coverage(situation_of(records))  # type: ignore[arg-type]
        return [tr.tell(one) for one in (*row.fallen, *row.unready)]

    assert told(*whole) == []
    assert told(chapter, replace(goal, mission=None)) == ["No mission has taken up the goal."]
    assert told(office, chapter, mission, replace(metric, baseline_value=None), letter, promise,
                goal) == ["The mission cannot be measured yet.", "no baseline"]  # fmt: skip
    draft = replace(letter, state=LetterState.DRAFT)
    assert told(office, chapter, mission, metric, draft, promise, goal) == [
        "The mission's letter is not in force."
    ]
    assert told(office, chapter, mission, metric, goal) == [
        "There is no letter on the mission.", "Nothing is promised under the mission.",
    ]  # fmt: skip


# -- on paper ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("kind", "public"), [("platform", False), ("platform", True), ("coverage", False)]
)
def test_it_conforms_and_says_what_it_has_to(
    shown: Desk, kind: str, public: bool, language: str
) -> None:
    order = ordered(shown.session, language, public)
    made = kind_named(kind).make(order).make()
    assert failures(made.data) == []
    assert made.missing_glyphs == ()
    said = page_text(made.data)
    for part in ({"da": "Tal opgjort", "en": "Data as of"}[language], "1 "):
        assert part in said
    heads = [node.text for node in structure(made.data).all("TH")]
    ready = {"da": "Nøgletal klart?", "en": "Metric ready?"}[language]
    assert any(ready in head for head in heads) != public


def test_the_public_platform_leaks_nothing(shown: Desk) -> None:
    internal = [
        one for one in shown.situation.all(PlatformGoal)
        if one.publication is Publication.INTERNAL
    ]  # fmt: skip
    hidden = [
        one.title.en for one in shown.situation.missions
        if one.publication is Publication.INTERNAL
    ]  # fmt: skip
    assert internal and hidden
    order = ordered(shown.session, "en", True)
    said = " ".join(page_text(kind_named("platform").make(order).make().data).split())
    assert not [goal.text.en for goal in internal if goal.text.en in said]
    assert not [title for title in hidden if title in said]
    assert "fell out" not in said


def test_money_stands_by_year_and_adds_up_over_many_years() -> None:
    chapter = make.a_chapter()
    frame = tuple(Money(year, 1_000_000_00 * (year - 2020)) for year in range(2026, 2038))
    goals = [
        make.a_platform_goal(chapter=chapter.id, number=number, frame=frame, financing="")
        for number in (1, 2)
    ]
    content = platform_content(situation_of([chapter, *goals]), translator("en"))
    assert [len(one.head) - 3 for one in content.money] == [5, 5, 2]
    assert content.money[0].rows[-1][3:] == ("12.0", "14.0", "16.0", "18.0", "20.0")
    assert "1.1 and 1.2" in content.money[-1].note


def test_an_empty_platform_is_an_honest_page() -> None:
    content = platform_content(full_situation(1), translator("en"))
    assert content.summary == "The platform has no chapters yet."
    assert content.head.mark == "DRAFT"
    assert content.coverage.rows == ()
