# SPDX-License-Identifier: Apache-2.0
"""L6: which letters in force are to be issued anew because a minister or an office changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.letter_kinds import kind_behind
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, Person
from missiondesk.domain.situation import Situation


class Reissue(NamedTuple):
    """A letter in force whose reader is not the right one any more."""

    letter: Letter
    why: Message
    holder_then: Person | None
    holder_now: Person | None


def to_reissue(now: Situation) -> tuple[Reissue, ...]:
    """All of them in the order of the letters, each once; a recall is never issued anew."""
    found = []
    for letter in now.letters:
        if letter.state.in_force and letter.kind is not LetterKind.RECALL:
            first = next(_reasons(now, letter), None)
            if first is not None:
                found.append(first)
    return tuple(found)


def _reasons(now: Situation, letter: Letter) -> Iterator[Reissue]:
    yield from _moved(now, letter)
    written = letter.date.last if letter.date else now.today
    if letter.addressee_office is not None:
        # A letter to nobody in person is to be issued anew once somebody holds the office.
        then = now.get(Person, letter.addressee_person)
        yield from _changed(now, letter, letter.addressee_office, then)
    for office in letter.co_addressees:
        yield from _changed(now, letter, office, now.holder(office, written))


def _changed(now: Situation, letter: Letter, office: str, then: Person | None) -> Iterator[Reissue]:
    holder = now.holder(office, now.today)
    if (then.id if then else None) == (holder.id if holder else None):
        return
    found = now.get(Office, office)
    title = found.title.in_sentence() if found else "?"
    if holder is None:
        why = message(N_("Nobody holds the office {title} today."), title=title)
    else:
        why = message(N_("{name} now holds the office {title}."), name=holder.name, title=title)
    yield Reissue(letter, why, then, holder)


def _moved(now: Situation, letter: Letter) -> Iterator[Reissue]:
    """The mission went over to another office since its letter was written."""
    mission = now.get(Mission, letter.mission)
    if mission is None or kind_behind(now, letter) is not LetterKind.MISSION:
        return
    office = now.get(Office, mission.accountable_office)
    if office is None or office.id == letter.addressee_office:
        return
    why = message(
        N_("The mission is now with the office {title}."), title=office.title.in_sentence()
    )
    then = now.get(Person, letter.addressee_person)
    yield Reissue(letter, why, then, now.holder(office.id, now.today))
