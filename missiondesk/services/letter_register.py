# SPDX-License-Identifier: Apache-2.0
"""The register of letters: one row a letter, to search, filter, show and export."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Final

from missiondesk.domain.commitment import Cadence
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Classification, Letter, LetterKind, LetterState
from missiondesk.domain.letter_kinds import kind_behind
from missiondesk.domain.letter_reissue import Reissue
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, Person
from missiondesk.domain.period import Period, add_months
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.language.folding import found_in

if TYPE_CHECKING:
    from missiondesk.domain.situation import Situation
    from missiondesk.services.letter_reading import LetterReading
    from missiondesk.services.session import Session

_MONTHS: Final = {
    Cadence.MONTHLY: 1,
    Cadence.QUARTERLY: 3,
    Cadence.HALF_YEARLY: 6,
    Cadence.YEARLY: 12,
}


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One letter as the register shows it.

    Attributes:
        kind: Mission, shared, cabinet-wide or recall, also of a revision.
        addressee: Title of the office, empty when it goes to several.
        addressees: How many offices it goes to.
        holder: Who the letter was written to; "" while nobody is known.
        title: Mission code and title, or "" for a letter without one.
        differs: The data say something else today; None when that was not asked or not found out.
        reissue: Why it is to be issued anew, or None.
        state_day: When it came into its state.
        state_by: Who moved it there, as in the trail.
        reply_due: By when the next reply is due, of a letter in force; None without follow-up.
        reply_received: When the newest reply was read in, or None.
        kept: The issued document is kept and reprints as the same bytes.
    """

    letter: Letter
    number: str
    kind: LetterKind
    version: int
    state: LetterState
    dated: Period | None
    addressee: Wording
    addressees: int
    holder: str
    mission: Mission | None
    title: Wording
    language: str
    classification: Classification
    follow_up: Period | None
    differs: bool | None
    reissue: Reissue | None
    state_day: date | None
    state_by: str
    reply_due: date | None
    reply_received: Period | None
    kept: bool


class LetterRegister:
    """All letters as rows; nothing here writes."""

    def __init__(self, session: Session, reading: LetterReading) -> None:
        self._session = session
        self._reading = reading

    def rows(
        self,
        search: str = "",
        *,
        states: Collection[LetterState] = (),
        kinds: Collection[LetterKind] = (),
        missions: Collection[str] = (),
        offices: Collection[str] = (),
        languages: Collection[str] = (),
        compare: bool = False,
    ) -> tuple[RegisterRow, ...]:
        """The letters that are looked for, in the order in which they were drafted.

        Args:
            search: Words that are all found in number, title, addressee, case or state.
            states: Only these; empty is all, as with what follows.
            kinds: Only these kinds (of a revision: what it revises).
            missions: Only letters about missions with these ids; "" are those about none.
            offices: Only letters to offices with these ids.
            languages: "da", "en".
            compare: Find out whether a letter in force differs from the data, which takes a while.
        """
        now = self._session.situation
        anew = {one.letter.id: one for one in self._reading.to_reissue()}
        found = []
        for letter in now.letters:
            receivers = {letter.addressee_office or "", *letter.co_addressees}
            if (
                (states and letter.state not in states)
                or (kinds and kind_behind(now, letter) not in kinds)
                or (missions and (letter.mission or "") not in missions)
                or (offices and receivers.isdisjoint(offices))
                or (languages and letter.language not in languages)
                or not found_in(search, _words(now, letter))
            ):
                continue
            found.append(self._row(now, letter, anew.get(letter.id), compare))
        return tuple(found)

    def _row(
        self, now: Situation, letter: Letter, reissue: Reissue | None, compare: bool
    ) -> RegisterRow:
        mission = now.get(Mission, letter.mission)
        office = now.get(Office, letter.addressee_office)
        person = now.get(Person, letter.addressee_person)
        last = next(reversed(self._reading.course(letter.id)), None)
        replies = now.replies_to(letter.id)
        return RegisterRow(
            letter=letter,
            number=letter.number,
            kind=kind_behind(now, letter),
            version=letter.version,
            state=letter.state,
            dated=letter.date,
            addressee=office.title if office else Wording(),
            addressees=(office is not None) + len(letter.co_addressees),
            holder=person.name if person else "",
            mission=mission,
            title=_title(mission),
            language=letter.language,
            classification=letter.classification,
            follow_up=letter.follow_up,
            differs=self._differs(letter) if compare else None,
            reissue=reissue,
            state_day=last.day if last else None,
            state_by=last.who if last else "",
            reply_due=_reply_due(now, letter),
            reply_received=replies[-1].received if replies else None,
            kept=bool(letter.kept_pdf),
        )

    def _differs(self, letter: Letter) -> bool | None:
        try:
            return bool(self._reading.differences(letter.id))
        except Refused:
            return None  # what was kept is damaged; printing it says so


def _title(mission: Mission | None) -> Wording:
    if mission is None:
        return Wording()
    said = (f"{mission.code} {mission.title.in_language(lang)}".strip() for lang in ("da", "en"))
    return Wording(*said)


def _words(now: Situation, letter: Letter) -> list[str]:
    """All by which a letter is looked for, in both languages."""
    mission = now.get(Mission, letter.mission)
    person = now.get(Person, letter.addressee_person)
    title = _title(mission)
    offices = (now.get(Office, key) for key in (letter.addressee_office, *letter.co_addressees))
    titles = [text for one in offices if one for text in (one.title.da, one.title.en)]
    words = [letter.number, letter.case_number, letter.document_number, title.da, title.en, *titles]
    words.append(person.name if person else "")
    for language in ("da", "en"):
        tr = translator(language)
        words += [tr.show(letter.state), tr.show(kind_behind(now, letter))]
    return words


def _reply_due(now: Situation, letter: Letter) -> date | None:
    """The first follow-up after the newest reply was read in, or the very first one."""
    if letter.follow_up is None or not letter.state.in_force:
        return None
    due, step = letter.follow_up.last, _MONTHS.get(letter.follow_up_cadence or Cadence.YEARLY, 12)
    replies = now.replies_to(letter.id)
    if not replies:
        return due
    if letter.follow_up_cadence is None:
        return None
    answered = max(one.received.last if one.received else one.period.last for one in replies)
    count, after = 0, due
    while after <= answered:
        count += 1
        after = add_months(due, count * step)
        if after == date.max:  # no follow-up comes after the calendar's end
            return None
    return after
