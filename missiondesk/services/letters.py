# SPDX-License-Identifier: Apache-2.0
"""Letters: drafted from standard blocks, checked, cleared, signed, issued, never edited after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import lifecycle
from missiondesk.domain.letter import Letter, LetterBlock, LetterKind, LetterState
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services import letter_drafting
from missiondesk.services.letter_common import lay_down
from missiondesk.services.letter_drafting import Draft, draft_letter
from missiondesk.services.letter_freezing import freeze
from missiondesk.services.letter_names import next_number
from missiondesk.services.letter_problems import MOST_SIGNATORIES
from missiondesk.services.letter_texts import LetterTexts
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.store.unit import Unit

# A letter goes out in these states, so nothing may be missing in it.
_FAULTLESS = (LetterState.CLEARED, LetterState.SIGNED, LetterState.ISSUED)


class Letters(LetterTexts):
    """The verbs about letters; what only reads is in `LetterReading`."""

    # -- drafting ----------------------------------------------------------------------
    def draft(
        self,
        mission: str | None,
        language: str = "da",
        kind: LetterKind | None = None,
        addressee: str | None = None,
    ) -> Letter:
        """Draft a letter with its 22 standard blocks; the common part is laid down with the first.

        Args:
            mission: Id of the mission; None for a letter to the whole government.
            language: "da" or "en".
            kind: MISSION to the accountable office unless given; SHARED to ``addressee``; CABINET
                without a mission. When such a letter is in force, the draft is its revision.
                REVISION and RECALL are of the letter in force to that reader in that language,
                as by `supersede` and `recall`.
            addressee: Id of the office it goes to; only a shared letter needs one.

        Raises:
            Refused: There is no such mission or office, the kind does not fit them, or there is a
                draft to the same reader in that language already.
        """
        found = self._session.the(Mission, mission) if mission is not None else None
        kind = kind or (LetterKind.MISSION if found else LetterKind.CABINET)
        if kind in (LetterKind.REVISION, LetterKind.RECALL):
            former = self._former(found, language, addressee)
            return self.supersede(former) if kind is LetterKind.REVISION else self.recall(former)
        _require_fitting(kind, found, addressee)
        if addressee is not None:
            self._session.the(Office, addressee)
        made = draft_letter(self._session.situation, found, language, kind, addressee)
        self._require_first(made.letter)
        return self._write(made, name_of(found) if found else "")

    def supersede(self, key: str) -> Letter:
        """Draft the revision of a letter in force, in its own words and to today's minister.

        Raises:
            Refused: The letter is not in force, or its revision is drafted already.
        """
        former = self._in_force(key, LetterKind.REVISION)
        made = letter_drafting.draft_revision(self._session.situation, former)
        return self._write(made, self.name(key))

    def recall(self, key: str, why: str = "") -> Letter:
        """Draft the short letter that recalls a letter in force; issuing it recalls that one.

        Args:
            key: Id of the letter to be recalled.
            why: The reason as it is printed; without it the letter cannot be cleared.

        Raises:
            Refused: The letter is not in force, or its recall is drafted already.
        """
        former = self._in_force(key, LetterKind.RECALL)
        made = letter_drafting.draft_recall(self._session.situation, former, why)
        return self._write(made, self.name(key))

    def _former(self, mission: Mission | None, language: str, addressee: str | None) -> str:
        """Id of the letter in force to this reader, the accountable office unless given."""
        reader = addressee or (mission.accountable_office if mission else None)
        for letter in self.of_mission(mission.id if mission else ""):
            same = (letter.addressee_office, letter.language) == (reader, language)
            if same and letter.state.in_force and letter.kind is not LetterKind.RECALL:
                return letter.id
        raise Refused(N_("There is no such letter in force."), field="kind")

    def _in_force(self, key: str, kind: LetterKind) -> Letter:
        former = self._session.the(Letter, key)
        if not former.state.in_force or former.kind is LetterKind.RECALL:
            raise Refused(N_("Only a letter in force can be replaced or recalled."), field="state")
        for other in self.all():
            if other.supersedes == key and other.kind is kind and not other.state.final:
                raise Refused(N_("There is a draft for that already."), field="supersedes")
        return former

    def _require_first(self, letter: Letter) -> None:
        for other in self.of_mission(letter.mission or ""):
            same = (other.language, other.addressee_office) == (
                letter.language,
                letter.addressee_office,
            )
            if same and other.kind is not LetterKind.RECALL and not other.state.final:
                said = (
                    N_("The mission has a draft already.")
                    if letter.mission
                    else N_("There is a draft of the letter to all ministers already.")
                )
                raise Refused(said, field="language")

    def _write(self, made: Draft, about: str) -> Letter:
        with self._session.write(Verb.DRAFT_LETTER, made.letter.id, about) as unit:
            if any(block.common for block in made.blocks):
                lay_down(unit, made.letter.language)
            unit.save(made.letter)
            for block in made.blocks:
                unit.save(block)
        return made.letter

    # -- writing -----------------------------------------------------------------------
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


def _require_fitting(kind: LetterKind, mission: Mission | None, addressee: str | None) -> None:
    """Raises Refused when the kind does not fit mission and addressee."""
    if (mission is None) != (kind is LetterKind.CABINET):
        raise Refused(
            N_("A letter to all ministers is about all missions, any other about one."),
            field="mission",
        )
    if kind is not LetterKind.SHARED:
        return
    if addressee is None:
        raise Refused(N_("To whom does the shared letter go?"), field="addressee_office")
    if mission is not None and addressee == mission.accountable_office:
        raise Refused(
            N_("The accountable minister gets the mission letter; a shared one goes to others."),
            field="addressee_office",
        )


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
