# SPDX-License-Identifier: Apache-2.0
"""Letters: drafted from standard blocks, checked, cleared, signed, and never edited after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import lifecycle
from missiondesk.domain.letter import Letter, LetterBlock, LetterState
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.services.letter_composition import compose
from missiondesk.services.letter_drafting import Draft, draft_letter
from missiondesk.services.letter_problems import MOST_SIGNATORIES, LetterProblem
from missiondesk.services.naming import name_of, next_number
from missiondesk.services.past import as_signed

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit


class Letters:
    """The verbs about letters."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Letter, ...]:
        """All letters in the order in which they were drafted."""
        return self._session.store.all(Letter)

    def get(self, key: str) -> Letter | None:
        """The letter with this id, or None."""
        return self._session.store.get(Letter, key)

    def of_mission(self, mission: str) -> tuple[Letter, ...]:
        """Letters of a mission in the order in which they were drafted."""
        return self._session.situation.letters_of(mission)

    def blocks(self, key: str) -> tuple[LetterBlock, ...]:
        """The letter's blocks in printing order."""
        return self._session.situation.blocks_of(key)

    def name(self, key: str) -> str:
        """What the letter is called in lists: its number, and the mission's code and title."""
        letter = self._session.the(Letter, key)
        mission = self._session.situation.get(Mission, letter.mission)
        parts = (letter.number, name_of(mission, letter.language) if mission else "")
        return " · ".join(part for part in parts if part)

    # -- writing -----------------------------------------------------------------------
    def draft(self, mission: str, language: str = "da") -> Letter:
        """Draft the mission's letter with its 22 standard blocks.

        Raises:
            Refused: There is no such mission, or it has a draft in that language already.
        """
        found = self._session.the(Mission, mission)
        for other in self.of_mission(mission):
            if other.language == language and not other.state.final:
                raise Refused(N_("The mission has a draft already."), field="language")
        made = draft_letter(self._session.situation, found, language)
        with self._session.write(Verb.DRAFT_LETTER, made.letter.id, name_of(found)) as unit:
            unit.save(made.letter)
            for block in made.blocks:
                unit.save(block)
        return made.letter

    def revise(self, letter: Letter) -> Letter:
        """Write the letter's fields as given; another addressee's office brings its holder along.

        Raises:
            Refused: The letter is signed (L7), or its state is changed by another way than
                `advance`.
        """
        before = self._editable(letter.id)
        if letter.state is not before.state:
            raise Refused(N_("The state is changed by its own step."), field="state")
        if len(letter.sender_offices) > MOST_SIGNATORIES:
            raise Refused(
                N_("At most {most} may sign a letter."),
                field="sender_offices",
                most=MOST_SIGNATORIES,
            )
        if letter.addressee_office != before.addressee_office:
            now = self._session.situation
            holder = now.holder(letter.addressee_office, now.today)
            letter = replace(letter, addressee_person=holder.id if holder else None)
        with self._session.write(Verb.REVISE_LETTER, letter.id, self.name(letter.id)) as unit:
            unit.save(letter)
        return letter

    def revise_block(self, block: LetterBlock) -> LetterBlock:
        """Write the block as given.

        Raises:
            Refused: The letter is signed (L7).
        """
        self._session.the(LetterBlock, block.id)
        self._editable(block.letter)
        with self._session.write(Verb.REVISE_BLOCK, block.id, self.name(block.letter)) as unit:
            unit.save(block)
        return block

    def advance(self, key: str, state: LetterState) -> Letter:
        """Move the letter to another state; signing numbers and dates it.

        Issuing a letter that replaces another marks that one as superseded in the same step.

        Raises:
            Refused: The state does not follow, or a fault hinders a cleared or signed letter.
        """
        before = self._session.the(Letter, key)
        lifecycle.require(before.state, state)
        if state in (LetterState.CLEARED, LetterState.SIGNED):
            self._require_faultless(key)
        today = day(self._session.today)
        letter = replace(before, state=state, state_date=today)
        if state is LetterState.SIGNED:
            letter = replace(
                letter, number=letter.number or self._next_number(), date=letter.date or today
            )
        verb = Verb.ISSUE_LETTER if state is LetterState.ISSUED else Verb.ADVANCE_LETTER
        with self._session.write(verb, key, self.name(key)) as unit:
            unit.save(letter)
            if state is LetterState.ISSUED:
                self._supersede(unit, letter)
        return letter

    def remove(self, key: str) -> None:
        """Remove a draft with its blocks.

        Raises:
            Refused: The letter is signed.
        """
        self._editable(key)
        with self._session.write(Verb.REMOVE_LETTER, key, self.name(key)) as unit:
            for block in unit.where(LetterBlock, letter=key):
                unit.remove(LetterBlock, block.id)
            unit.remove(Letter, key)

    # -- what it says ------------------------------------------------------------------
    def content(self, key: str) -> LetterContent:
        """What the letter says; gaps are marked in brackets.

        A draft is composed from the data as they are, a signed letter from those at its signing.
        """
        return compose(*self.spoken(key))[0]

    def problems(self, key: str) -> tuple[LetterProblem, ...]:
        """What is missing or wrong, with the block and field where it is mended."""
        return compose(*self.spoken(key))[1]

    def sketch(self, mission: str, language: str) -> Draft:
        """The draft that `draft` would write, without writing it."""
        found = self._session.the(Mission, mission)
        return draft_letter(self._session.situation, found, language)

    def spoken(self, key: str) -> tuple[Situation, Draft]:
        """The letter with its blocks, and the data of which it speaks."""
        written = Draft(self._session.the(Letter, key), self.blocks(key))
        now = self._session.situation
        return as_signed(self._session.store, now, written), written

    def _editable(self, key: str) -> Letter:
        letter = self._session.the(Letter, key)
        if letter.state.final:
            raise Refused(
                N_("A signed letter is not changed any more. Draft a revised one."), rule="L7"
            )
        return letter

    def _require_faultless(self, key: str) -> None:
        fault = next((one for one in self.problems(key) if one.hinders), None)
        if fault is not None:
            raise Refused(
                N_("The letter is not ready: {fault}"), field="state", fault=fault.message
            )

    def _next_number(self) -> str:
        prefix = f"{self._session.today.year}-"
        taken = tuple(letter.number for letter in self.all())
        return f"{prefix}{next_number(taken, prefix):03d}"

    def _supersede(self, unit: Unit, letter: Letter) -> None:
        former = unit.get(Letter, letter.supersedes) if letter.supersedes else None
        if former is not None and lifecycle.may_follow(former.state, LetterState.SUPERSEDED):
            unit.save(replace(former, state=LetterState.SUPERSEDED, state_date=letter.state_date))
