# SPDX-License-Identifier: Apache-2.0
"""Letters: drafted from standard blocks, checked, cleared, signed, issued, never edited after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import lifecycle
from missiondesk.domain.letter import Letter, LetterBlock, LetterKind, LetterState
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.letter_drafting import Draft
from missiondesk.services.letter_drafts import LetterDrafts
from missiondesk.services.letter_freezing import freeze
from missiondesk.services.letter_names import next_number
from missiondesk.services.letter_problems import MOST_SIGNATORIES

if TYPE_CHECKING:
    from missiondesk.store.unit import Unit

# A letter goes out in these states, so nothing may be missing in it.
_FAULTLESS = (LetterState.CLEARED, LetterState.SIGNED, LetterState.ISSUED)


class Letters(LetterDrafts):
    """The verbs about letters; what only reads is in `LetterReading`."""

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
        twin = next((it for it in self.all() if it.number == letter.number != ""), None)
        if twin is not None and twin.id != letter.id:
            raise Refused(
                N_("Another letter has the number {number}."), field="number", number=letter.number
            )
        if letter.addressee_office != before.addressee_office:
            now = self._session.situation
            holder = now.holder(letter.addressee_office, now.today)
            letter = replace(letter, addressee_person=holder.id if holder else None)
        with self._session.write(Verb.REVISE_LETTER, letter.id, self.name(letter.id)) as unit:
            unit.save(letter)
        return letter

    def advance(self, key: str, state: LetterState, on: Period | None = None) -> Letter:
        """Move the letter to another state; signing numbers and dates it, issuing freezes it.

        Issuing a letter that replaces another marks that one as superseded in the same step, and
        issuing a recall marks it as recalled.

        Args:
            key: Id of the letter.
            state: The state it comes into.
            on: The day on which it did, today unless given; an acknowledgement often came before.

        Raises:
            Refused: The state does not follow, the day is none or not possible, or a fault hinders
                a letter that is to go out.
        """
        before = self._session.the(Letter, key)
        lifecycle.require(before.state, state)
        if state in _FAULTLESS:
            self._require_faultless(key)
        letter = replace(
            before, state=state, state_date=_moved_on(before, on, day(self._session.today))
        )
        if state is LetterState.SIGNED:
            letter = self._signed(letter)
        frozen = None
        if state is LetterState.ISSUED:
            spoken, written = self.spoken(key)
            frozen = freeze(spoken, Draft(letter, written.blocks))
        verb = Verb.ISSUE_LETTER if state is LetterState.ISSUED else Verb.ADVANCE_LETTER
        with self._session.write(verb, key, self.name(key)) as unit:
            if frozen is not None:
                letter = frozen.keep(unit, letter)
                self._end_former(unit, letter)
            unit.save(letter)
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
            for reply in unit.where(LetterReply, letter=key):
                unit.remove(LetterReply, reply.id)
            unit.remove(Letter, key)

    def _signed(self, letter: Letter) -> Letter:
        dated = replace(letter, date=letter.date or letter.state_date)
        number = letter.number or next_number(self._session.situation, dated)
        return replace(dated, number=number)

    def _require_faultless(self, key: str) -> None:
        fault = next((one for one in self.problems(key) if one.hinders), None)
        if fault is not None:
            raise Refused(
                N_("The letter is not ready: {fault}"), field="state", fault=fault.message
            )

    def _end_former(self, unit: Unit, letter: Letter) -> None:
        """The letter that this one replaces or recalls is so from the same day on."""
        end = LetterState.RECALLED if letter.kind is LetterKind.RECALL else LetterState.SUPERSEDED
        former = unit.get(Letter, letter.supersedes) if letter.supersedes else None
        if former is not None and lifecycle.may_follow(former.state, end):
            unit.save(replace(former, state=end, state_date=letter.state_date))


def _moved_on(before: Letter, on: Period | None, today: Period) -> Period:
    """The day of the move.

    Raises:
        Refused: It is no day, in the future, or before the state that it follows.
    """
    if on is None:
        return today
    if on.precision != "day":
        raise Refused(N_("Give the day itself."), field="state_date")
    if on.last > today.last:
        raise Refused(N_("The day lies in the future."), field="state_date")
    if before.state_date is not None and on.last < before.state_date.first:
        raise Refused(
            N_("The letter was “{state}” on {date}; the day lies before that."),
            field="state_date",
            state=before.state,
            date=before.state_date,
        )
    return on
