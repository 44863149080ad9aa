# SPDX-License-Identifier: Apache-2.0
"""One letter as the register shows it: its words in the screen's language, read once a Step."""

from __future__ import annotations

from dataclasses import dataclass

from missiondesk.domain.letter import Letter
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.language import Translator
from missiondesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One letter with what its row says.

    Attributes:
        title: Code and title of its mission, "–" without one.
        addressee: Title of the office that it goes to.
        holder: Who holds that office today.
        faults: How many faults keep it from being signed.
        differs: In how many places it would say something else today than when it was issued.
        reissue: It is addressed to somebody who no longer holds the office (L6).
        searched: Everything that a search for words looks through.
    """

    letter: Letter
    title: str
    addressee: str
    holder: str
    faults: int = 0
    differs: int = 0
    reissue: bool = False
    searched: tuple[str, ...] = ()

    @property
    def wants_a_hand(self) -> bool:
        """Whether something is to be done with it."""
        return bool(self.faults or self.differs or self.reissue)


def register_rows(desk: Desk, tr: Translator) -> tuple[RegisterRow, ...]:
    """All letters in the order in which they were drafted."""
    return tuple(_row(desk, letter, tr) for letter in desk.letters.all())


def _row(desk: Desk, letter: Letter, tr: Translator) -> RegisterRow:
    now, lang = desk.situation, tr.lang
    mission = now.get(Mission, letter.mission)
    office = now.get(Office, letter.addressee_office)
    holder = now.holder(letter.addressee_office, now.today)
    problems = () if letter.state.final else desk.letters.problems(letter.id)
    title = f"{mission.code} {mission.title.in_language(lang)}" if mission else "–"
    addressee = office.title.in_language(lang) if office else "–"
    name = holder.name if holder else ""
    words = (letter.number, title, addressee, name, letter.case_number, letter.document_number)
    return RegisterRow(
        letter=letter,
        title=title,
        addressee=addressee,
        holder=name,
        faults=sum(problem.hinders for problem in problems),
        searched=(*words, tr.say(letter.kind.word), letter.case_officer),
    )
