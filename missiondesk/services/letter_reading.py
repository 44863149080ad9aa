# SPDX-License-Identifier: Apache-2.0
"""Reading letters: what they say, what is missing, how they came here, and what changed since."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from missiondesk.domain import letter_reissue
from missiondesk.domain.letter import CommonBlock, Letter, LetterBlock, LetterKind
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.letter_kinds import kind_behind
from missiondesk.domain.letter_reissue import Reissue
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Step, Verb
from missiondesk.language import translator
from missiondesk.services import letter_course
from missiondesk.services.letter_common import as_printed, common_part
from missiondesk.services.letter_composition import compose, composing, text_of
from missiondesk.services.letter_course import CourseStep
from missiondesk.services.letter_differences import LetterDifference, differences, written_today
from missiondesk.services.letter_drafting import Draft, draft_letter
from missiondesk.services.letter_freezing import kept_content
from missiondesk.services.letter_problems import LetterProblem
from missiondesk.services.letter_register import LetterRegister
from missiondesk.services.naming import name_of
from missiondesk.services.past import at_once, signed_in_parts, signing_of
from missiondesk.services.publication import published, publishing

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.store import Store


MOST_KEPT: Final = 12  # situations of the past, each as large as the present one


class _Past:
    """What is remembered of a workspace's past.

    Attributes:
        then: Data as they stood after a step; only a purge changes them, for the trail only grows.
    """

    def __init__(self) -> None:
        self.then: dict[tuple[str, Period | None], Situation] = {}
        self._of: Situation | None = None
        self._signings: dict[str, Step | None] = {}

    def signing(self, store: Store, now: Situation, letter: Letter) -> Step | None:
        """See `signing_of`; asked once of a letter in a situation."""
        if self._of is not now:
            self._of, self._signings = now, {}
            if any(step.verb is Verb.PURGE for step in store.outlines(limit=1)):
                self.then.clear()  # the past holds less than it did
        if letter.id not in self._signings:
            self._signings[letter.id] = signing_of(store, letter)
        return self._signings[letter.id]


_PASTS: WeakKeyDictionary[Session, _Past] = WeakKeyDictionary()


class LetterReading:
    """What is known of letters; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._past = _PASTS.setdefault(session, _Past())

    def all(self) -> tuple[Letter, ...]:
        """All letters in the order in which they were drafted."""
        return self._session.store.all(Letter)

    def get(self, key: str) -> Letter | None:
        """The letter with this id, or None."""
        return self._session.store.get(Letter, key)

    def of_mission(self, mission: str) -> tuple[Letter, ...]:
        """Letters of a mission in the order in which they were drafted; "" finds those of none."""
        return self._session.situation.letters_of(mission)

    def name(self, key: str) -> str:
        """What the letter is called in lists: its number, and the mission's code and title.

        One that is about no single mission is called by its kind.
        """
        letter, now = self._session.the(Letter, key), self._session.situation
        mission = now.get(Mission, letter.mission)
        kind = translator(letter.language).show(kind_behind(now, letter))
        parts = (letter.number, name_of(mission, letter.language) if mission else kind)
        return " · ".join(part for part in parts if part)

    @property
    def register(self) -> LetterRegister:
        """The register of letters, to search and filter."""
        return LetterRegister(self._session, self)

    # -- its words ---------------------------------------------------------------------
    def blocks(self, key: str) -> tuple[LetterBlock, ...]:
        """The letter's blocks in printing order, with the words that they print.

        A block of the common part shows the text common to the government: today's in a draft,
        that of its signing in a signed letter.
        """
        blocks = self._session.situation.blocks_of(key)
        if not any(block.common for block in blocks):
            return blocks
        letter = self._session.the(Letter, key)
        return as_printed(self._data_of(letter, blocks), letter.language, blocks)

    def common(self, language: str) -> tuple[CommonBlock, ...]:
        """The blocks common to the letters of the whole government, in printing order."""
        return common_part(self._session.situation, language)

    def spoken_text(self, block: LetterBlock) -> str:
        """What the block will print, its placeholders filled and gaps in brackets.

        Paragraphs are apart by an empty line and points begin with "- ", as in the block itself.
        The block may be one that is just being typed.
        """
        letter = self._session.the(Letter, block.letter)
        blocks = self._session.situation.blocks_of(block.letter)
        others = tuple(block if one.id == block.id else one for one in blocks)
        return text_of(self._data_of(letter, blocks), Draft(letter, others), block)

    # -- what it says ------------------------------------------------------------------
    def content(self, key: str) -> LetterContent:
        """What the letter says; gaps are marked in brackets.

        A draft is composed from the data as they are, a signed letter from those at its signing,
        an issued one says what was kept.

        Raises:
            Refused: What was kept of an issued letter is damaged.
        """
        letter = self._session.the(Letter, key)
        kept = kept_content(self._session.store, letter)
        return kept if kept is not None else compose(*self.spoken(key))[0]

    def problems(self, key: str) -> tuple[LetterProblem, ...]:
        """What is missing or wrong, with the block and field where it is mended."""
        return compose(*self.spoken(key))[1]

    def made_ready(self, key: str) -> Iterator[None]:
        """Read part by part what all questions about the letter need; they are quick then.

        A letter of a government's size has hundreds of initiatives and years of steps behind it.
        """
        yield from publishing(self._session.situation)
        published(self._session.situation)
        yield
        letter = self.get(key)
        if letter is None:
            return
        yield from self._data_in_parts(letter, self._session.situation.blocks_of(key))
        yield
        situation, written = self.spoken(key)
        yield from composing(situation, written)
        if letter.state.final:
            now = self._session.situation
            yield from composing(now, written_today(now, written))
            with suppress(Refused):  # what was kept is damaged: who asks is told
                self.differences(key)

    def sketch(self, mission: str, language: str) -> Draft:
        """The draft that `draft` would write, without writing it."""
        found = self._session.the(Mission, mission)
        return draft_letter(self._session.situation, found, language)

    def spoken(self, key: str) -> tuple[Situation, Draft]:
        """The letter with its blocks, and the data of which it speaks."""
        letter = self._session.the(Letter, key)
        blocks = self._session.situation.blocks_of(key)
        return self._data_of(letter, blocks), Draft(letter, blocks)

    def _data_of(self, letter: Letter, blocks: tuple[LetterBlock, ...]) -> Situation:
        return at_once(self._data_in_parts(letter, blocks))

    def _data_in_parts(
        self, letter: Letter, blocks: tuple[LetterBlock, ...]
    ) -> Generator[None, None, Situation]:
        now, store, past = self._session.situation, self._session.store, self._past
        signing = past.signing(store, now, letter)
        if signing is None:
            return now
        key = (signing.id, letter.date)
        found = past.then.pop(key, None)
        if found is None:
            found = yield from signed_in_parts(store, now, Draft(letter, blocks), signing)
        past.then[key] = found  # the one used last is the last to go
        if len(past.then) > MOST_KEPT:
            del past.then[next(iter(past.then))]
        return found

    # -- what became of it -------------------------------------------------------------
    def course(self, key: str) -> tuple[CourseStep, ...]:
        """The states that the letter went through, with day and person, oldest first."""
        return letter_course.course(self._session.store, self._session.the(Letter, key))

    def differences(self, key: str) -> tuple[LetterDifference, ...]:
        """Where the letter as issued (or signed) differs from what the data say today (L8).

        Empty for a draft, for a recall, and when nothing differs.

        Raises:
            Refused: What was kept of an issued letter is damaged.
        """
        letter = self._session.the(Letter, key)
        if not letter.state.final or letter.kind is LetterKind.RECALL:
            return ()
        return differences(self._session.situation, self.spoken(key)[1], self.content(key))

    def to_reissue(self) -> tuple[Reissue, ...]:
        """Letters in force to be issued anew because a minister or an office changed (L6)."""
        return letter_reissue.to_reissue(self._session.situation)
