# SPDX-License-Identifier: Apache-2.0
"""The RACI matrix of a mission as of any day, and its letters set from a day on in one Step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from missiondesk.domain import raci
from missiondesk.domain.body import Body
from missiondesk.domain.chain import Chain
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import KINDS
from missiondesk.domain.finding import Finding
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry, Office, Person
from missiondesk.domain.raci import Cell, Party, Thing, item_field
from missiondesk.domain.refused import Refused
from missiondesk.domain.responsibility import Raci, Responsibility
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator, sort_key
from missiondesk.services.chain_plots import running_chains
from missiondesk.services.initiatives import by_code
from missiondesk.services.letter_dating import Change, cell_from, write_changes
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

RULES = ("G1", "G2", "G7")
MOST_ROWS = 150


class CellEdit(NamedTuple):
    """One cell as it was typed: the item's kind and id, the party, and "A R" or ""."""

    field: str
    item: str
    party: Party
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """One party of the matrix: an office with its ministry and holder, or a body."""

    party: Party
    record: Office | Body
    ministry: Ministry | None = None
    holder: Person | None = None

    def code(self, tr: Translator) -> str:
        """The ministry's or body's short code, "BM"."""
        if isinstance(self.record, Body):
            return self.record.code or tr.show(self.record.kind)
        return self.ministry.code if self.ministry is not None else ""

    def title(self, tr: Translator) -> str:
        """The office's title or the body's name."""
        named = self.record.name if isinstance(self.record, Body) else self.record.title
        return named.in_language(tr.lang)


@dataclass(frozen=True, slots=True)
class Row:
    """One item with its cells in the order of the columns; None holds no letter."""

    item: Thing
    cells: tuple[Cell | None, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def id(self) -> str:
        """Id of the item."""
        return self.item.id


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix of one mission on a day.

    Attributes:
        left_out: How many items more there are than a matrix shows.
    """

    mission: Mission
    on: date
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of its rows."""
        return tuple(one for row in self.rows for one in row.findings)


def matrix_of(
    now: Situation,
    mission: Mission,
    on: date,
    findings: Iterable[Finding] = (),
    more: Iterable[Party] = (),
    find: str = "",
) -> Matrix:
    """The matrix of a mission; its first `MOST_ROWS` items.

    Args:
        findings: All findings; those of `RULES` stand with their item.
        more: Parties that get a column although they hold no letter yet.
        find: Words that stand in code or name of the items that are shown.
    """
    found_items = [one for one in _in_order(now, mission) if _has(one, find.casefold())]
    items = tuple(found_items[:MOST_ROWS])
    cells = {item.id: raci.letters(now, item, on) for item in items}
    parties = dict.fromkeys(it for item in items for it in raci.told(now, item))
    parties.update(dict.fromkeys(party for found in cells.values() for party in found))
    held = {party for found in cells.values() for party in found}
    parties = {party: None for party in parties if party in held}
    seated = (
        Party("body", one.id)
        for one in now.referring(Body, "mission", mission.id)
        if raci.in_force(now, "body", one.id, on)
    )
    parties.update(dict.fromkeys([*seated, *more]))
    columns = _columns(now, parties, on)
    said: dict[str, list[Finding]] = {}
    for one in findings:
        if one.rule in RULES:
            said.setdefault(one.key, []).append(one)
    rows = (
        Row(
            item,
            tuple(cells[item.id].get(column.party) for column in columns),
            tuple(said.get(item.id, ())),
        )
        for item in items
    )
    left_out = len(found_items) - len(items)
    return Matrix(mission, on, columns, tuple(rows), left_out)


def _has(item: Thing, find: str) -> bool:
    if not find:
        return True
    texts = [getattr(item, name, "") for name in ("code", "title", "text")]
    said = " ".join(
        f"{text.da} {text.en}" if isinstance(text, Wording) else str(text) for text in texts
    )
    return find in said.casefold()


def _in_order(now: Situation, mission: Mission) -> Iterable[Thing]:
    """The mission, its commitments by number, its initiatives by code with their gates."""
    items = list(raci.items_of(now, mission))
    gates: dict[str, list[Gate]] = {}
    for item in items:
        if isinstance(item, Gate):
            gates.setdefault(item.initiative, []).append(item)
    yield from (one for one in items if isinstance(one, Mission | Commitment))
    for initiative in by_code([one for one in items if isinstance(one, Initiative)]):
        yield initiative
        yield from gates.get(initiative.id, ())


def _columns(now: Situation, parties: Iterable[Party], on: date) -> tuple[Column, ...]:
    """Offices by ministry in the order in which those come in, by level; bodies last."""
    offices: list[Column] = []
    bodies: list[Column] = []
    for party in parties:
        if party.field == "body":
            body = now.get(Body, party.id)
            if body is not None:
                bodies.append(Column(party, body))
            continue
        office = now.get(Office, party.id)
        if office is not None:
            ministry = now.get(Ministry, office.ministry)
            offices.append(Column(party, office, ministry, now.holder(office.id, on)))
    first: dict[str, int] = {}
    for column in offices:
        first.setdefault(column.ministry.id if column.ministry else "", len(first))

    def place(column: Column) -> tuple[int, int]:
        assert isinstance(column.record, Office)
        levels = list(type(column.record.level))
        home = column.ministry.id if column.ministry else ""
        return first[home], levels.index(column.record.level)

    return (*sorted(offices, key=place), *bodies)


class RaciService:
    """The verbs about who is responsible."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -------------------------------------------------------------------------
    def missions(self) -> tuple[Mission, ...]:
        """Missions by code."""
        now = self._session.situation
        return tuple(sorted(now.missions, key=lambda one: sort_key(one.code, "da")))

    def matrix(
        self, mission: str, on: date | None = None, more: Iterable[Party] = (), find: str = ""
    ) -> Matrix | None:
        """The matrix of a mission on a day, today without one; None when there is no such mission.

        Findings are those of today; see `matrix_of` for the rest.
        """
        now = self._session.situation
        found = now.get(Mission, mission)
        if found is None:
            return None
        findings = self._session.findings if on in (None, now.today) else ()
        return matrix_of(now, found, on or now.today, findings, more, find)

    def chains(self, mission: str, on: date | None = None) -> tuple[Chain, ...]:
        """The chains of command of the mission's running initiatives on a day."""
        now = self._session.situation
        found = now.get(Mission, mission)
        if found is None:
            return ()
        return running_chains(now, found, on or now.today)

    def other_parties(self, matrix: Matrix) -> tuple[Column, ...]:
        """Offices and bodies that exist on the day and have no column yet."""
        now = self._session.situation
        shown = {column.party for column in matrix.columns}
        every = [Party("office", one.id) for one in now.all(Office)]
        every += [Party("body", one.id) for one in now.all(Body)]
        free = [it for it in every if it not in shown and raci.in_force(now, *it, matrix.on)]
        return _columns(now, free, matrix.on)

    def place_of(self, key: str) -> tuple[str, str]:
        """Ids of mission and item at which an item, or a letter by its own id, is looked at."""
        now = self._session.situation
        letter = now.get(Responsibility, key)
        item = key
        if letter is not None:
            item = letter.mission or letter.commitment or letter.initiative or letter.gate or ""
        gate = now.get(Gate, item)
        initiative = now.get(Initiative, gate.initiative if gate else item)
        promise = now.get(Commitment, item)
        home = now.get(Mission, item)
        if home is not None:
            return home.id, item
        owner = promise.mission if promise else initiative.mission if initiative else None
        return owner or "", item

    def log(self, matrix: Matrix) -> tuple[Responsibility, ...]:
        """The letters that were set on the mission's items, the newest beginning first."""
        now = self._session.situation
        found = [one for row in matrix.rows for one in raci.records_of(now, row.item)]
        return tuple(
            sorted(
                found,
                key=lambda it: it.valid_from.first if it.valid_from else date.min,
                reverse=True,
            )
        )

    # -- writing -------------------------------------------------------------------------
    def set_letters(self, edits: Sequence[CellEdit], start: date | None = None) -> None:
        """Make the cells hold these letters from a day on, today without one, in one Step.

        An A that is set on an initiative moves there: whoever had it by a record loses it.

        Raises:
            Refused: A text has other letters than R, A, C and I, or would make another accountable
                than the mission, commitment or gate itself says.
        """
        now = self._session.situation
        start = start or now.today
        changes: list[Change] = []
        first: Thing | None = None
        wanted: dict[tuple[str, Party], tuple[Raci, ...]] = {}
        items: dict[str, Thing] = {}
        for edit in edits:
            item = self._item(edit)
            parts = self._parts(now, item, edit)
            items[item.id] = item
            wanted[item.id, edit.party] = parts
        for item in items.values():
            self._move_accountable(now, item, wanted, start)
            first = first or item
        for (key, party), parts in wanted.items():
            changes += cell_from(now, items[key], party, parts, start)
        if first is None or not changes:
            return
        about = name_of(first) if len(items) == 1 else ""
        with self._session.write(Verb.SET_RESPONSIBILITY, first.id, about) as unit:
            write_changes(unit, changes)

    def _item(self, edit: CellEdit) -> Thing:
        found = self._session.the(KINDS[edit.field], edit.item)
        assert isinstance(found, Mission | Commitment | Initiative | Gate)
        return found

    def _parts(self, now: Situation, item: Thing, edit: CellEdit) -> tuple[Raci, ...]:
        parts = raci.parts_in(edit.text)
        if parts is None:
            raise Refused(N_("“{text}” is none of R, A, C and I."), text=edit.text)
        if isinstance(item, Initiative):
            return parts
        says = Raci.ACCOUNTABLE in raci.told(now, item).get(edit.party, frozenset())
        if says != (Raci.ACCOUNTABLE in parts):
            raise Refused(N_("Who is accountable for {item} is decided {where}."),
                          rule="G1", item=_said(now, item), where=_where(item))  # fmt: skip
        return parts

    def _move_accountable(
        self,
        now: Situation,
        item: Thing,
        wanted: dict[tuple[str, Party], tuple[Raci, ...]],
        start: date,
    ) -> None:
        if not isinstance(item, Initiative):
            return
        if not any(key == item.id and Raci.ACCOUNTABLE in it for (key, _), it in wanted.items()):
            return
        for party, cell in raci.letters(now, item, start).items():
            place = (item.id, party)
            if place in wanted or Raci.ACCOUNTABLE not in set(cell.parts) - cell.derived:
                continue
            wanted[place] = tuple(one for one in cell.parts if one is not Raci.ACCOUNTABLE)


def _said(now: Situation, item: Thing) -> str:
    if isinstance(item, Commitment):
        mission = now.get(Mission, item.mission)
        return f"{mission.code if mission else '?'}.{item.number}"
    if isinstance(item, Gate):
        initiative = now.get(Initiative, item.initiative)
        return initiative.code if initiative else "?"
    return item.code


def _where(item: Thing) -> Message:
    match item:
        case Mission():
            return message(N_("by assigning the mission, or in a reshuffle"))
        case Commitment():
            return message(N_("by choosing who leads the commitment"))
        case _:
            return message(N_("by choosing the body that decides at the gate"))


__all__ = ["CellEdit", "Column", "Matrix", "RaciService", "Row", "item_field", "matrix_of"]
