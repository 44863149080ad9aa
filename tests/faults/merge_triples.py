# SPDX-License-Identifier: Apache-2.0
"""Random triples of states: what two copies came from, and what became of it in each of them."""

from __future__ import annotations

import json
import random
import uuid
from dataclasses import replace
from functools import cache
from typing import Any, cast

from missiondesk.domain import identity
from missiondesk.domain.atomic_fields import belonging
from missiondesk.domain.entities import KIND_OF
from missiondesk.domain.merging import Key, Row, ids_in, listed_by, named_by, twice
from missiondesk.domain.references import LISTED, REFERENCES, UNIQUE
from missiondesk.domain.step import Stored
from missiondesk.store.rows import encode
from tests.builders import one_of_each

Rows = dict[Key, Row]
# What new records of which there can be only one are drawn from, so that two copies meet there.
_ONLY_ONE: dict[str, dict[str, tuple[Stored, ...]]] = {
    "observation": {"period": ("2031", "2032")},
    "trajectory_point": {"period": ("2031", "2032")},
    "common_block": {"kind": ("coalition", "copies"), "language": ("en",)},
}
_STATES = ("draft", "checked", "signed", "issued", "superseded")


@cache
def everything() -> Rows:
    """One record of each kind and a second of most, held together by their references."""
    draw = random.Random(0)
    with identity.fixed(ids=lambda: str(uuid.UUID(int=draw.getrandbits(128), version=4))):
        records = list(one_of_each())
    rows: Rows = {}
    for record in (*records, *(_another(one) for one in records)):
        rows[KIND_OF[type(record)], record.id] = encode(record)
    for first, second in twice(rows):
        del rows[max(first, second)]
    return sound(rows)


def _another(record: Any) -> Any:
    return replace(record, id=str(uuid.uuid5(uuid.NAMESPACE_OID, record.id)))


def sound(rows: Rows) -> Rows:
    """Without what refers to a record that is not there."""
    rows = dict(rows)
    while True:
        lost = [
            key
            for key, row in rows.items()
            for name, kind in belonging(key[0])
            if row[name] is not None and (kind, str(row[name])) not in rows
        ]
        if not lost:
            break
        for key in lost:
            rows.pop(key, None)
    for key, row in rows.items():
        cleared: dict[str, Stored] = {
            name: None for name, target in named_by(key, row) if target not in rows
        }
        for name, kind in LISTED.get(key[0], {}).items():
            left = [one for one in ids_in(row[name]) if (kind, one) in rows]
            if left != ids_in(row[name]):
                cleared[name] = json.dumps(left, separators=(",", ":"))
        if cleared:
            rows[key] = {**row, **cleared}
    return rows


class Hand:
    """Somebody who works on a copy; draws are few, so that two often do the same."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw

    def work(self, rows: Rows, deeds: int) -> Rows:
        """The state after so many edits, removals and additions; it holds together as before."""
        for _ in range(deeds):
            deed = self._draw.choices((self._edit, self._remove, self._add), (8, 1, 2))[0]
            after = deed(rows)
            if not twice(after):
                rows = after
        return rows

    def _any(self, rows: Rows) -> Key:
        return self._draw.choice(list(rows))

    def _edit(self, rows: Rows) -> Rows:
        # Half of the edits fall on few records, so that the two meet there.
        keys = list(rows)
        key = self._draw.choice(keys[:6]) if self._draw.random() < 0.5 else self._draw.choice(keys)
        row = rows[key]
        names = [one for one in row if one != "id"]
        name = self._draw.choice(names[:5] if self._draw.random() < 0.5 else names)
        if key[0] == "letter" and self._draw.random() < 0.3:
            name = "state"
        return {**rows, key: {**row, name: self._value(rows, key, name, row[name])}}

    def _value(self, rows: Rows, key: Key, name: str, old: Stored) -> Stored:
        kind = key[0]
        if name in REFERENCES.get(kind, {}):
            found: list[Stored] = [one for it, one in rows if it == REFERENCES[kind][name]]
            needed = name in {it for it, _ in belonging(kind)}
            return self._draw.choice([*found, old if needed else None])
        if name in LISTED.get(kind, {}):
            ids = [one for it, one in rows if it == LISTED[kind][name]]
            return json.dumps(ids[: self._draw.randint(0, 2)], separators=(",", ":"))
        if kind == "letter" and name == "state":
            return self._draw.choice(_STATES)
        if kind == "metric" and name == "key":
            return self._draw.choice((0, 1))
        return self._draw.randint(1, 3) if isinstance(old, int) else self._draw.choice("abc")

    def _remove(self, rows: Rows) -> Rows:
        key = self._any(rows)
        if key[0] == "secretariat":
            return rows
        return sound({it: row for it, row in rows.items() if it != key})

    def _add(self, rows: Rows) -> Rows:
        key = self._any(rows)
        only = [one for one in rows if one[0] in UNIQUE]
        called = [one for one in rows if one[0] in ("mission", "initiative", "letter", "decision")]
        if only and self._draw.random() < 0.4:
            key = self._draw.choice(only)
        elif called and self._draw.random() < 0.5:
            key = self._draw.choice(called)
        new = str(uuid.UUID(int=self._draw.getrandbits(128), version=4))
        row: dict[str, Stored] = {**rows[key], "id": new}
        for name in ("text", "kind", "code", "number", "value"):
            if name in row and self._draw.random() < 0.5:
                row[name] = self._value(rows, key, name, row[name])
        for name, values in _ONLY_ONE.get(key[0], {}).items():
            row[name] = self._draw.choice(values)
        return {**rows, (key[0], new): row}


def a_triple(seed: int) -> tuple[Rows, Rows, Rows]:
    """What both came from, mine and theirs."""
    draw = random.Random(seed)
    hand = Hand(draw)
    base = hand.work(_some(draw), draw.randint(0, 4))
    mine = hand.work(base, draw.randint(0, 10))
    theirs = hand.work(base, draw.randint(0, 10))
    return base, mine, theirs


def _some(draw: random.Random) -> Rows:
    """A part of everything, in another order each time."""
    rows = everything()
    keys = list(rows)
    draw.shuffle(keys)
    size = draw.choice((10, 30, len(keys)))
    wanted = dict.fromkeys(keys[:size])
    for key in list(wanted):  # with what they refer to
        waiting = [key]
        while waiting:
            one = waiting.pop()
            for _, target in (*named_by(one, rows[one]), *listed_by(one, rows[one])):
                if target not in wanted:
                    wanted[target] = None
                    waiting.append(target)
    return {key: rows[key] for key in wanted}


def changed(before: Row | None, after: Row | None, names: tuple[str, ...]) -> bool:
    """Whether any of the fields differs."""
    one, other = cast("Row", before or {}), cast("Row", after or {})
    return any(one.get(name) != other.get(name) for name in names)
