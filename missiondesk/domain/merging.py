# SPDX-License-Identifier: Apache-2.0
"""Two copies of the records put together, field by field against what both came from.

What only one side changed is taken; what both changed alike is taken once; what they changed
differently is a conflict, which only a human settles. Records are rows of stored values, so that
equal means equal to the last digit and nothing here depends on the kind of a record.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import datetime
from typing import Final

from missiondesk.domain.atomic_fields import belonging, group_of
from missiondesk.domain.entities import KINDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import LetterState
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.references import LISTED, OWNERS, REFERENCES, UNIQUE
from missiondesk.domain.step import Stored

Key = tuple[str, str]
Row = Mapping[str, Stored]
State = Mapping[Key, Row]

# Stands where two copies took each other in and came to different ends: no value equals it.
UNSETTLED: Final = "\x00unsettled\x00"


class Side(Worded):
    """Which of the two copies."""

    MINE = "mine", N_("mine")
    THEIRS = "theirs", N_("theirs")

    @property
    def other(self) -> Side:
        """The other one."""
        return Side.THEIRS if self is Side.MINE else Side.MINE


class Dispute(Worded):
    """Why a human has to choose."""

    FIELDS = "fields", N_("changed in both copies")
    REMOVAL = "removal", N_("removed in one copy, changed in the other")
    TWICE = "twice", N_("there can be only one")
    LETTER = "letter", N_("a letter that was signed or issued in one copy")


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who changed something and when by their clock, which is shown and never compared."""

    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that the two copies say differently.

    Attributes:
        key: The record it is about: in `Dispute.TWICE` mine, whose counterpart is ``rival``.
        fields: The fields that are chosen together; () is the whole record.
        base: What both came from, with `mine` and `theirs` the values now; None is no record.
        covers: All records that are taken from the chosen side, for a removal and a letter.
        allowed: The sides that may be chosen; an issued letter is never altered.
    """

    sort: Dispute
    kind: str
    key: str
    fields: tuple[str, ...] = ()
    base: Row | None = None
    mine: Row | None = None
    theirs: Row | None = None
    rival: str = ""
    covers: tuple[Key, ...] = ()
    allowed: tuple[Side, ...] = (Side.MINE, Side.THEIRS)
    mine_by: Authorship | None = None
    theirs_by: Authorship | None = None

    @property
    def id(self) -> str:
        """The same name for it from whichever side it is looked at."""
        keys = "+".join(sorted(filter(None, (self.key, self.rival))))
        return ":".join((self.sort.value, self.kind, keys, *self.fields[:1]))

    def of(self, side: Side) -> Row | None:
        """What the side says."""
        return self.mine if side is Side.MINE else self.theirs


@dataclass(frozen=True, slots=True)
class Merger:
    """What came of putting two states together.

    Attributes:
        settled: Every record that needs no choice, None where it is gone; a record with fields in
            conflict stands here with `UNSETTLED` in them.
        conflicts: What needs a choice, in the order of kinds.
    """

    base: State
    mine: State
    theirs: State
    settled: Mapping[Key, Row | None]
    conflicts: tuple[Conflict, ...]


def put_together(base: State, mine: State, theirs: State) -> Merger:
    """Put two states together; swapping them swaps the sides of the conflicts and nothing else."""
    return _Merging(base, mine, theirs).result()


@dataclass
class _Merging:
    base: State
    mine: State
    theirs: State
    settled: dict[Key, Row | None] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    _open: set[Key] = field(default_factory=set)

    def result(self) -> Merger:
        keys = sorted({*self.base, *self.mine, *self.theirs}, key=place_of)
        self._settle_letters(keys)
        for side in Side:
            self._settle_removals(side)
        for key in keys:
            if key not in self._open:
                self._settle(key)
        self._find_twice()
        order = sorted(self.conflicts, key=lambda it: (*place_of((it.kind, it.key)), it.fields))
        return Merger(self.base, self.mine, self.theirs, self.settled, tuple(order))

    def _of(self, side: Side) -> State:
        return self.mine if side is Side.MINE else self.theirs

    # ------------------------------------------------------------ one record

    def _settle(self, key: Key) -> None:
        base, mine, theirs = (state.get(key) for state in (self.base, self.mine, self.theirs))
        if mine == theirs or base == theirs:
            self.settled[key] = mine
        elif base == mine:
            self.settled[key] = theirs
        elif mine is not None and theirs is not None:
            self._settle_fields(key, base, mine, theirs)
        else:  # new on one side and "base" is another than both: only where it is unsettled
            self._dispute(Dispute.REMOVAL, key, (key,), (Side.MINE, Side.THEIRS))

    def _settle_fields(self, key: Key, base: Row | None, mine: Row, theirs: Row) -> None:
        kind = key[0]
        groups: dict[str, list[str]] = defaultdict(list)
        for name in mine:
            groups[group_of(kind, name) if name != "id" else "id"].append(name)
        row: dict[str, Stored] = {}
        for names in groups.values():
            before, here, there = (_part(it, names) for it in (base, mine, theirs))
            if here in (there, before) or there == before:
                row |= there if here == before else here
                continue
            row |= dict.fromkeys(names, UNSETTLED)
            differ = tuple(name for name in names if here[name] != there[name])
            names_first = (*differ, *(name for name in names if name not in differ))
            self.conflicts.append(
                Conflict(Dispute.FIELDS, *key, tuple(sorted(names_first)), before, here, there)
            )
        self.settled[key] = {name: row[name] for name in mine}

    # ------------------------------------------------------------ records that hang together

    def _settle_letters(self, keys: Iterable[Key]) -> None:
        """A letter that is signed on either side is taken whole, with its blocks."""
        for key in keys:
            sides = [side for side in Side if is_final(key, self._of(side).get(key))]
            if not sides or any(key not in self._of(side) for side in Side):
                continue
            states = (self.base, self.mine, self.theirs)
            covers = sorted(
                {key, *(one for state in states for one in _blocks(state, key))}, key=place_of
            )
            base, mine, theirs = ([state.get(one) for one in covers] for state in states)
            self._open.update(covers)
            if mine != theirs and base not in (mine, theirs):
                if is_final(key, self.base.get(key)):
                    sides = list(Side)
                self._dispute(Dispute.LETTER, key, covers, tuple(sides))
            else:
                taken = theirs if base == mine else mine
                self.settled |= dict(zip(covers, taken, strict=True))

    def _settle_removals(self, side: Side) -> None:
        """What the side removed is gone, unless the other goes on to need it."""
        gone = {
            key
            for key in self.base
            if key not in self._of(side) and key in self._of(side.other) and key not in self._open
        }
        kept = self._of(side.other)
        needed = {key for key in gone if kept[key] != self.base.get(key)} | {
            target
            for key, row in kept.items()
            if key not in gone and row != self.base.get(key)
            for target in _newly_named(key, self.base.get(key), row)
            if target in gone
        }
        for root in sorted({_top(key, kept, gone) for key in needed}, key=place_of):
            family = _family(root, kept)
            new = {key for key in family if key not in self.base and key not in self._of(side)}
            covers = sorted((family & gone) | new, key=place_of)
            issued = any(is_final(key, kept[key]) for key in covers)
            self._dispute(
                Dispute.REMOVAL,
                root,
                covers,
                (side.other,) if issued else (Side.MINE, Side.THEIRS),
            )

    def _dispute(
        self, sort: Dispute, key: Key, covers: Collection[Key], allowed: tuple[Side, ...]
    ) -> None:
        self._open.update(covers)
        self.conflicts.append(
            Conflict(
                sort,
                *key,
                (),
                self.base.get(key),
                self.mine.get(key),
                self.theirs.get(key),
                covers=tuple(covers),
                allowed=allowed,
            )
        )

    # ------------------------------------------------------------ what there can be only one of

    def _find_twice(self) -> None:
        for first, second in twice(self.settled):
            if _told_alike(first, second, self.settled) and not {first, second} & self.base.keys():
                self.settled[max(first, second)] = None
                continue
            mine, theirs = first, second
            if _same_place(first, self.settled, self.theirs) or _same_place(
                second, self.settled, self.mine
            ):
                mine, theirs = second, first
            self.conflicts.append(
                Conflict(
                    Dispute.TWICE,
                    *mine,
                    (),
                    None,
                    self.settled[mine],
                    self.settled[theirs],
                    rival=theirs[1],
                )
            )


def incoming(merger: Merger) -> tuple[Conflict, ...]:
    """What is taken from their side without a choice, by record, in the order of kinds."""
    found = []
    for key in sorted(merger.settled, key=place_of):
        here, becomes = merger.mine.get(key), merger.settled[key]
        if here is None or becomes is None:
            names = tuple(becomes or here or ())
            differs = here is not becomes
        else:
            names = tuple(it for it in becomes if becomes[it] not in (here[it], UNSETTLED))
            differs = bool(names)
        if differs:
            told = here is not None and becomes is not None
            found.append(
                Conflict(
                    Dispute.FIELDS,
                    *key,
                    names if told else (),
                    merger.base.get(key),
                    {name: here[name] for name in names} if told and here else here,
                    {name: becomes[name] for name in names} if told and becomes else becomes,
                    covers=(key,),
                )
            )
    return tuple(found)


# ---------------------------------------------------------------- rows


def place_of(key: Key) -> tuple[int, str]:
    """Where a record stands in a list of all: by kind, then by id."""
    return _PLACES[key[0]], key[1]


_PLACES: Final = {kind: place for place, kind in enumerate(KINDS)}
_FINAL: Final = frozenset(state.value for state in LetterState if state.final)


def is_final(key: Key, row: Row | None) -> bool:
    """Whether it is a letter that was signed or issued."""
    return key[0] == "letter" and row is not None and row.get("state") in _FINAL


def named_by(key: Key, row: Row) -> Iterable[tuple[str, Key]]:
    """The records that a row refers to by fields of one id, with the field."""
    for name, kind in REFERENCES.get(key[0], {}).items():
        target = row.get(name)
        if isinstance(target, str):
            yield name, (kind, target)


def listed_by(key: Key, row: Row) -> Iterable[tuple[str, Key]]:
    """The records that a row refers to by lists of ids, with the field."""
    for name, kind in LISTED.get(key[0], {}).items():
        for target in ids_in(row.get(name)):
            yield name, (kind, target)


def ids_in(stored: Stored) -> list[str]:
    """The ids of a stored list."""
    return list(json.loads(stored)) if isinstance(stored, str) and stored != UNSETTLED else []


def stored_ids(keys: Iterable[str]) -> str:
    """A list of ids as it is stored; see `ids_in`."""
    return json.dumps(list(keys), ensure_ascii=False, separators=(",", ":"))


def twice(rows: Mapping[Key, Row | None]) -> list[tuple[Key, Key]]:
    """Pairs of records of which there can be only one, the smaller id first."""
    found: list[tuple[Key, Key]] = []
    seen: dict[tuple[object, ...], Key] = {}
    for key in sorted(rows, key=place_of):
        row, fields = rows[key], UNIQUE.get(key[0])
        if row is None or fields is None or (key[0] == "metric" and row["key"] != 1):
            continue
        values = (key[0], *(row[name] for name in fields))
        if UNSETTLED in values:
            continue
        if values in seen:
            found.append((seen[values], key))
        else:
            seen[values] = key
    return found


def _same_place(key: Key, rows: Mapping[Key, Row | None], state: State) -> bool:
    """Whether the record stands in the state where it stands in ``rows``."""
    row, other = rows[key], state.get(key)
    return bool(row and other and all(row[name] == other[name] for name in UNIQUE[key[0]]))


def _told_alike(one: Key, other: Key, rows: Mapping[Key, Row | None]) -> bool:
    first, second = rows[one] or {}, rows[other] or {}
    if one[0] == "metric":  # its figures hang on its id
        return False
    return {**first, "id": ""} == {**second, "id": ""}


def _part(row: Row | None, names: Iterable[str]) -> dict[str, Stored]:
    return {name: row.get(name) if row is not None else UNSETTLED for name in names}


def _blocks(state: State, letter: Key) -> Iterable[Key]:
    return (
        key for key, row in state.items() if key[0] == "letter_block" and row["letter"] == letter[1]
    )


def _newly_named(key: Key, base: Row | None, row: Row) -> Iterable[Key]:
    """What the row refers to and its base did not."""
    before = set() if base is None else {*named_by(key, base), *listed_by(key, base)}
    for name, target in (*named_by(key, row), *listed_by(key, row)):
        if (name, target) not in before:
            yield target


def _top(key: Key, rows: State, gone: Collection[Key]) -> Key:
    """The highest record to which this one belongs and which went with it."""
    passed = {key}
    while True:
        row = rows[key]
        owners = OWNERS.get(key[0], ())
        above = [target for name, target in named_by(key, row) if name in owners and target in gone]
        above = [target for target in above if target not in passed]
        if not above:
            return key
        key = above[0]
        passed.add(key)


def _family(root: Key, rows: State) -> set[Key]:
    """The record and all that cannot be without it."""
    members = {root}
    below: dict[Key, list[Key]] = defaultdict(list)
    for key, row in rows.items():
        for name, kind in belonging(key[0]):
            target = row.get(name)
            if isinstance(target, str):
                below[kind, target].append(key)
    waiting = [root]
    while waiting:
        for key in below[waiting.pop()]:
            if key not in members:
                members.add(key)
                waiting.append(key)
    return members
