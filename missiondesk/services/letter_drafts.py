# SPDX-License-Identifier: Apache-2.0
"""Beginning a letter: of each kind, as the revision of one in force, or as its recall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services import letter_drafting
from missiondesk.services.letter_common import lay_down
from missiondesk.services.letter_drafting import Draft, draft_letter
from missiondesk.services.letter_texts import LetterTexts
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.store.unit import Unit


class LetterDrafts(LetterTexts):
    """The verbs that begin letters."""

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

    def draft_each(self, missions: Sequence[str], language: str = "da") -> tuple[Letter, ...]:
        """Draft the letters of several missions to their accountable offices, in one Step.

        Args:
            missions: Their ids.
            language: "da" or "en".

        Raises:
            Refused: None is named, one is not there, or has a draft in that language already.
        """
        if not missions:
            raise Refused(N_("Choose at least one mission."))
        now, found = self._session.situation, [self._session.the(Mission, it) for it in missions]
        drafts = [draft_letter(now, one, language, LetterKind.MISSION) for one in found]
        for made in drafts:
            self._require_first(made.letter)
        about = ", ".join(one.code for one in found)
        with self._session.write(Verb.DRAFT_LETTERS, "", about) as unit:
            return tuple(self._put(unit, made) for made in drafts)

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
            return self._put(unit, made)

    def _put(self, unit: Unit, made: Draft) -> Letter:
        letter = replace(made.letter, state_date=day(self._session.today))
        if any(block.common for block in made.blocks):
            lay_down(unit, letter.language)
        unit.save(letter)
        for block in made.blocks:
            unit.save(block)
        return letter


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
