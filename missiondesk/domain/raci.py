# SPDX-License-Identifier: Apache-2.0
"""Who is what on each item on a day: letters that were set, and letters that the records tell.

A mission, commitment, initiative and gate tell letters by their own fields (`told`); a record adds
to them. A record of the very letter that a field tells takes that letter over on every day: it then
holds on the days of its records alone, so that a letter with a last day stays readable. The
permanent secretary answers for an initiative only while nobody else was made accountable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from missiondesk.domain.body import Body
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, OfficeLevel, holds_on
from missiondesk.domain.responsibility import Raci, Responsibility
from missiondesk.domain.situation import Situation

Thing = Mission | Commitment | Initiative | Gate
FIELD_OF: Final[dict[type[Thing], str]] = {
    Mission: "mission",
    Commitment: "commitment",
    Initiative: "initiative",
    Gate: "gate",
}
IN_ORDER: Final = (Raci.ACCOUNTABLE, Raci.RESPONSIBLE, Raci.CONSULTED, Raci.INFORMED)
_LEADS: Final = frozenset({Raci.ACCOUNTABLE, Raci.RESPONSIBLE})
_CARRIES: Final = frozenset({Raci.RESPONSIBLE})


class Party(NamedTuple):
    """A column of the matrix: ``field`` is "office" or "body", ``id`` the record's."""

    field: str
    id: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The letters of one party on one item.

    Attributes:
        parts: In the order A, R, C, I.
        derived: Those of them that no record sets; they follow from the item's own fields.
    """

    parts: tuple[Raci, ...]
    derived: frozenset[Raci]

    @property
    def text(self) -> str:
        """The letters as people write them, "A R"."""
        return " ".join(part.letter for part in self.parts)


def item_field(item: Thing) -> str:
    """By which field a `Responsibility` names the item."""
    return FIELD_OF[type(item)]


def party_of(record: Responsibility) -> Party | None:
    """The party that a record names, or None for a record that names none."""
    if record.office is not None:
        return Party("office", record.office)
    return Party("body", record.body) if record.body is not None else None


def records_of(now: Situation, item: Thing) -> tuple[Responsibility, ...]:
    """All letters that were set on the item, on whatever days they hold."""
    return now.referring(Responsibility, item_field(item), item.id)


def told(now: Situation, item: Thing) -> dict[Party, frozenset[Raci]]:
    """What the item's own fields say: who answers or leads is A and R, who shares is R, who leads
    an initiative is R, the body that decides a gate is A.
    """
    found: dict[Party, frozenset[Raci]] = {}
    match item:
        case Mission():
            shares: tuple[str, ...] = item.co_offices
            leads, parts = item.accountable_office, _LEADS
        case Commitment():
            shares, leads, parts = item.co_offices, item.lead_office, _LEADS
        case Initiative():
            shares, leads, parts = (), item.office, _CARRIES
        case Gate():
            initiative = now.get(Initiative, item.initiative)
            shares, leads, parts = (), initiative.office if initiative else None, _CARRIES
            if item.body is not None:
                found[Party("body", item.body)] = frozenset({Raci.ACCOUNTABLE})
    if leads is not None:
        found[Party("office", leads)] = parts
    for office in shares:
        found.setdefault(Party("office", office), _CARRIES)
    return found


def permanent_secretary(now: Situation, ministry: str | None, on: date) -> Office | None:
    """The office of permanent secretary in the ministry that is in force on the day, or None."""
    for one in now.referring(Office, "ministry", ministry) if ministry else ():
        if one.level is OfficeLevel.PERMANENT_SECRETARY and in_force(now, "office", one.id, on):
            return one
    return None


def answers_by_default(now: Situation, item: Thing, on: date) -> Party | None:
    """Who answers for an initiative while nobody was made accountable: the permanent secretary of
    the ministry that leads it, without one the leading office itself if it is an official's.
    """
    if not isinstance(item, Initiative) or item.office is None:
        return None
    leads = now.get(Office, item.office)
    secretary = permanent_secretary(now, leads.ministry if leads else None, on)
    if secretary is not None:
        return Party("office", secretary.id)
    political = leads is None or leads.level is OfficeLevel.MINISTER
    return None if political else Party("office", item.office)


def in_force(now: Situation, field: str, key: str, on: date) -> bool:
    """Whether the office or body exists on the day."""
    found = now.get(Office, key) if field == "office" else now.get(Body, key)
    return found is not None and holds_on(found.valid_from, found.valid_to, on)


def letters(now: Situation, item: Thing, on: date) -> dict[Party, Cell]:
    """All cells of the item that hold a letter on the day."""
    taken = _taken(now, item, on)
    parts: dict[Party, set[Raci]] = {}
    for (party, part), valid in taken.items():
        if valid and in_force(now, *party, on):
            parts.setdefault(party, set()).add(part)
    said = derived(now, item, on, taken)
    for party, more in said.items():
        parts.setdefault(party, set()).update(more)
    nothing: frozenset[Raci] = frozenset()
    return {
        party: Cell(sorted_parts(found), said.get(party, nothing)) for party, found in parts.items()
    }


def _taken(now: Situation, item: Thing, on: date) -> dict[tuple[Party, Raci], bool]:
    """Letters of which there is a record, and whether one is valid on the day."""
    taken: dict[tuple[Party, Raci], bool] = {}
    for record in records_of(now, item):
        party = party_of(record)
        if party is not None:
            valid = holds_on(record.valid_from, record.valid_to, on)
            taken[party, record.part] = taken.get((party, record.part), False) or valid
    return taken


def derived(
    now: Situation,
    item: Thing,
    on: date,
    taken: Mapping[tuple[Party, Raci], bool] | None = None,
) -> dict[Party, frozenset[Raci]]:
    """What follows from fields and is dated by no record.

    Args:
        taken: Letters of which there is a record; None looks them up.
    """
    if taken is None:
        taken = _taken(now, item, on)
    said: dict[Party, frozenset[Raci]] = {}
    for party, parts in told(now, item).items():
        if taken:
            parts = frozenset(part for part in parts if (party, part) not in taken)
        if parts and in_force(now, *party, on):
            said[party] = parts
    answers = answers_by_default(now, item, on)
    if answers is None or (answers, Raci.ACCOUNTABLE) in taken:
        return said
    if not any(valid and part is Raci.ACCOUNTABLE for (_, part), valid in taken.items()):
        said[answers] = said.get(answers, frozenset()) | {Raci.ACCOUNTABLE}
    return said


def sorted_parts(parts: Iterable[Raci]) -> tuple[Raci, ...]:
    """Each once, in the order A, R, C, I."""
    given = set(parts)
    return tuple(part for part in IN_ORDER if part in given)


def parts_in(text: str) -> tuple[Raci, ...] | None:
    """The letters in a text such as "A R", "ar" or "A/R"; () for an empty one, None where
    something else stands in it.
    """
    by_letter = {part.letter: part for part in Raci}
    signs = [sign for sign in text.upper() if sign.isalnum()]
    if any(sign not in by_letter for sign in signs):
        return None
    return sorted_parts(by_letter[sign] for sign in signs)


def with_part(cells: Mapping[Party, Cell], part: Raci) -> tuple[Party, ...]:
    """The parties that hold the letter."""
    return tuple(party for party, cell in cells.items() if part in cell.parts)


def pursued(item: Thing) -> bool:
    """Whether the item is still to be done: then it stands in the matrix."""
    match item:
        case Commitment():
            return item.status is not CommitmentStatus.NOT_PURSUED
        case Initiative():
            return item.stage is not Stage.CLOSED
        case Gate():
            return item.held is None
        case _:
            return True


def items_of(now: Situation, mission: Mission) -> Iterator[Thing]:
    """The mission, its commitments, its live initiatives, each with its gates ahead."""
    yield mission
    for promise in now.commitments_of(mission.id):
        if pursued(promise):
            yield promise
    for initiative in now.initiatives_of(mission.id):
        if pursued(initiative):
            yield initiative
            for gate in now.referring(Gate, "initiative", initiative.id):
                if pursued(gate):
                    yield gate
