# SPDX-License-Identifier: Apache-2.0
"""The government platform: chapters and goals, and what became of each goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.platform_coverage import Coverage, coverage
from missiondesk.domain.refused import Refused
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit

_N = TypeVar("_N", PlatformChapter, PlatformGoal)


class Platform:
    """The verbs about the platform; each is one Step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -------------------------------------------------------------------------
    @property
    def chapters(self) -> tuple[PlatformChapter, ...]:
        """Chapters by number."""
        return self._session.situation.chapters

    def goals(self, chapter: str) -> tuple[PlatformGoal, ...]:
        """Goals of a chapter by number."""
        return self._session.situation.goals_of(chapter)

    def chapter(self, key: str) -> PlatformChapter | None:
        """The chapter with this id, or None."""
        return self._session.store.get(PlatformChapter, key)

    def goal(self, key: str) -> PlatformGoal | None:
        """The goal with this id, or None."""
        return self._session.store.get(PlatformGoal, key)

    def coverage(self) -> tuple[Coverage, ...]:
        """What became of every goal, in the platform's order (N8)."""
        return coverage(self._session.situation)

    # -- the platform itself -------------------------------------------------------------
    def revise(self, title: Wording, agreed: Period | None, parties: str) -> Secretariat:
        """Set title, date of agreement and parties."""
        revised = replace(
            self._session.the(Secretariat, self._session.secretariat.id),
            platform_title=title,
            platform_date=agreed,
            platform_parties=parties,
        )
        with self._session.write(Verb.REVISE_PLATFORM, revised.id) as unit:
            unit.save(revised)
        return revised

    # -- chapters ------------------------------------------------------------------------
    def add_chapter(self, title: Wording, narrative: Wording = Wording()) -> PlatformChapter:
        """Add a chapter as the last one.

        Raises:
            Refused: It has no title.
        """
        chapter = PlatformChapter(identity.new_id(), len(self.chapters) + 1, title, narrative)
        _sound_chapter(chapter)
        return self._session.keep(Verb.ADD_CHAPTER, chapter)

    def revise_chapter(self, chapter: PlatformChapter) -> PlatformChapter:
        """Write title and narrative as given; the place is changed by `move_chapter`.

        Raises:
            Refused: It has no title.
        """
        before = self._session.the(PlatformChapter, chapter.id)
        _sound_chapter(chapter)
        return self._session.keep(Verb.REVISE_CHAPTER, replace(chapter, number=before.number))

    def move_chapter(self, key: str, places: int) -> None:
        """Move the chapter down by so many places, up when negative; it stays at the ends."""
        chapter = self._session.the(PlatformChapter, key)
        with self._session.write(Verb.MOVE_CHAPTER, key, name_of(chapter)) as unit:
            _renumber(unit, _moved(self.chapters, key, places))

    def remove_chapter(self, key: str) -> None:
        """Remove the chapter with its goals; the chapters after it move up."""
        chapter = self._session.the(PlatformChapter, key)
        with self._session.write(Verb.REMOVE_CHAPTER, key, name_of(chapter)) as unit:
            remove_with_belongings(unit, PlatformChapter, key)
            _renumber(unit, [one for one in self.chapters if one.id != key])

    # -- goals ---------------------------------------------------------------------------
    def add_goal(self, goal: PlatformGoal) -> PlatformGoal:
        """Add a goal as the last of its chapter.

        Raises:
            Refused: It has no text or no chapter, or an amount is wrong.
        """
        number = len(self.goals(goal.chapter)) + 1
        goal = replace(goal, id=goal.id or identity.new_id(), number=number)
        self._sound_goal(goal)
        return self._session.keep(Verb.ADD_PLATFORM_GOAL, goal)

    def revise_goal(self, goal: PlatformGoal) -> PlatformGoal:
        """Write the goal as given; in another chapter it becomes the last.

        Raises:
            Refused: It has no text or no chapter, or an amount is wrong.
        """
        before = self._session.the(PlatformGoal, goal.id)
        self._sound_goal(goal)
        if goal.chapter == before.chapter:
            goal = replace(goal, number=before.number)
            return self._session.keep(Verb.REVISE_PLATFORM_GOAL, goal)
        goal = replace(goal, number=len(self.goals(goal.chapter)) + 1)
        with self._session.write(Verb.MOVE_PLATFORM_GOAL, goal.id, name_of(goal)) as unit:
            unit.save(goal)
            _renumber(unit, [one for one in self.goals(before.chapter) if one.id != goal.id])
        return goal

    def move_goal(self, key: str, places: int) -> None:
        """Move the goal within its chapter, down by so many places, up when negative."""
        goal = self._session.the(PlatformGoal, key)
        with self._session.write(Verb.MOVE_PLATFORM_GOAL, key, name_of(goal)) as unit:
            _renumber(unit, _moved(self.goals(goal.chapter), key, places))

    def remove_goal(self, key: str) -> None:
        """Remove the goal; those after it move up."""
        goal = self._session.the(PlatformGoal, key)
        with self._session.write(Verb.REMOVE_PLATFORM_GOAL, key, name_of(goal)) as unit:
            remove_with_belongings(unit, PlatformGoal, key)
            _renumber(unit, [one for one in self.goals(goal.chapter) if one.id != key])

    def _sound_goal(self, goal: PlatformGoal) -> None:
        if not goal.text:
            raise Refused(N_("A goal needs a text."), field="text")
        store = self._session.store
        if store.get(PlatformChapter, goal.chapter) is None:
            raise Refused(N_("A goal belongs to a chapter."), field="chapter")
        if goal.mission is not None and store.get(Mission, goal.mission) is None:
            raise Refused(N_("The record is not there any more."), field="mission")
        if goal.office is not None and store.get(Office, goal.office) is None:
            raise Refused(N_("The record is not there any more."), field="office")
        years = [money.year for money in goal.frame]
        if len(set(years)) != len(years):
            raise Refused(N_("The frame has two amounts for one year."), field="frame")
        if any(money.oere < 0 for money in goal.frame):
            raise Refused(N_("An amount of the frame is negative."), field="frame")


def _sound_chapter(chapter: PlatformChapter) -> None:
    if not chapter.title:
        raise Refused(N_("A chapter needs a title."), field="title")


def _moved(rows: Sequence[_N], key: str, places: int) -> list[_N]:
    """The rows with one of them so many places further down."""
    ordered = list(rows)
    at = next(place for place, row in enumerate(ordered) if row.id == key)
    row = ordered.pop(at)
    ordered.insert(min(max(at + places, 0), len(ordered)), row)
    return ordered


def _renumber(unit: Unit, rows: Sequence[_N]) -> None:
    for number, row in enumerate(rows, 1):
        if row.number != number:
            unit.save(replace(row, number=number))
