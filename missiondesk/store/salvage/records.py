# SPDX-License-Identifier: Apache-2.0
"""What a damaged workspace still says: its records, from their tables and from the trail, made to
hold together again, with a list of all that is lost.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import field
from typing import Any

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.merge_outcome import Repair, without_the_gone
from missiondesk.domain.merging import Key, Row, listed_by, named_by, place_of, twice
from missiondesk.domain.refused import Refused
from missiondesk.store.chain import Link, digest, link, seal
from missiondesk.store.rows import encode, shape_of
from missiondesk.store.salvage.pages import Value
from missiondesk.store.salvage.tables import Found, read_tables
from missiondesk.store.unit import KeptFile

Plain = dict[str, Value]


@dataclass
class Salvaged:
    """What was recovered, and what was not.

    Attributes:
        records: What validates and holds together, by kind and id.
        remembered: Of these, those that only the trail still had.
        older: Of these, those for which a part of the trail is missing, so that they may be older.
        differing: Those of which table and trail said different things; the trail's was taken where
            it is whole, else the table's.
        lost: Records that are known to have been there and could not be recovered.
        unnamed: Rows that could not even be told apart.
        repairs: What was done so that nothing refers to what is lost.
        files: Issued documents that are whole.
        files_lost: How many were not.
        steps: Steps that could be read.
        trail_whole: They are all, each as it was sealed; those of older versions follow each other.
        seal_broken: The file was confidential, and its seal proves nothing of this any more.
    """

    records: dict[Key, Entity] = field(default_factory=dict)
    remembered: set[Key] = field(default_factory=set)
    older: set[Key] = field(default_factory=set)
    differing: set[Key] = field(default_factory=set)
    lost: dict[Key, Row] = field(default_factory=dict)
    unnamed: int = 0
    repairs: tuple[Repair, ...] = ()
    files: tuple[KeptFile, ...] = ()
    files_lost: int = 0
    steps: int = 0
    trail_whole: bool = False
    seal_broken: bool = False

    @property
    def complete(self) -> bool:
        """Everything that the whole trail tells of is there; without it nobody can know."""
        lost = self.lost or self.unnamed or self.files_lost or self.repairs
        return self.trail_whole and not lost


def salvage(image: bytes) -> Salvaged:
    """Recover what can be from a damaged image."""
    found = read_tables(image)
    done = Salvaged(unnamed=found.broken + found.strange)
    rows, broken = _records(found)
    trail = _Trail(found)
    done.steps, done.trail_whole = len(trail.numbers), trail.whole
    _compare(rows, broken, trail, done)
    done.files, done.files_lost = _files(found.rows.get("kept_file", []))
    _hold_together(done)
    return done


def record_of(kind: str, row: Plain) -> Entity | None:
    """The record of a row, None when it is not a valid one."""
    shape: Any = shape_of(KINDS[kind])
    try:
        record: Entity = shape.decode(row)
        encode(record)
    except (ValueError, KeyError, TypeError, ArithmeticError, Refused, RecursionError):
        return None
    return record


def _records(found: Found) -> tuple[dict[Key, Entity], dict[Key, Plain]]:
    """The valid records of the tables, and the rows that are none but say which they were."""
    valid: dict[Key, Entity] = {}
    broken: dict[Key, Plain] = {}
    for kind in KINDS:
        for row in found.rows.get(kind, []):
            record = record_of(kind, row)
            if record is not None:
                valid.setdefault((kind, record.id), record)
            elif isinstance(row.get("id"), str):
                broken.setdefault((kind, str(row["id"])), row)
            else:
                found.broken += 1
    return valid, broken


def _compare(
    rows: dict[Key, Entity], broken: dict[Key, Plain], trail: _Trail, done: Salvaged
) -> None:
    """Take each record from its table; where it is missing or otherwise, what the trail says."""
    for key in rows.keys() | broken.keys() | trail.states.keys():
        row, told = rows.get(key), trail.record(key)
        if row is not None:
            done.records[key] = told if trail.whole and told is not None else row
            if told is not None and told != row:
                done.differing.add(key)
        elif told is not None:
            done.records[key] = told
            done.remembered.add(key)
            if not trail.whole:
                done.older.add(key)
        elif key not in trail.gone:
            done.lost[key] = trail.states.get(key) or {}
    if trail.whole:
        # What the whole trail never heard of, or says is gone, was not there.
        for key in [key for key in done.records if key not in trail.states]:
            del done.records[key]


class _Trail:
    """The records as the changes that can still be read lead to them."""

    def __init__(self, found: Found) -> None:
        steps = {
            row["id"]: row["number"]
            for row in found.rows.get("step", [])
            if isinstance(row.get("id"), str) and isinstance(row.get("number"), int)
        }
        self.numbers = sorted(steps.values())  # type: ignore[type-var]
        changes = [row for row in found.rows.get("change", []) if row.get("step") in steps]
        changes.sort(key=lambda row: (steps[row["step"]], row["seq"]))
        self.states: dict[Key, Row] = {}
        self.gone: set[Key] = set()
        whole = self.numbers == list(range(1, len(self.numbers) + 1)) and bool(self.numbers)
        whole = whole and len(changes) == len(found.rows.get("change", []))
        whole = whole and _as_sealed(found.rows["step"], changes)
        for row in changes:
            whole = self._follow(row) and whole
        self.whole = whole and _in_sequence(changes)

    def record(self, key: Key) -> Entity | None:
        """The record as the trail has it, None when it does not have all of it."""
        state = self.states.get(key)
        return None if state is None else record_of(key[0], {**state, "id": key[1]})

    def _follow(self, row: Plain) -> bool:
        """Whether the change follows from what was read before."""
        try:
            before, after = (_object(row[name]) for name in ("before", "after"))
        except (ValueError, TypeError, RecursionError):
            return False
        key = (str(row["kind"]), str(row["key"]))
        if key[0] not in KINDS:
            return False
        known = self.states.get(key)
        follows = (known is None) == (before is None)
        if before is not None and known is not None:
            follows = all(known.get(name) == value for name, value in before.items())
        if after is None:
            self.states.pop(key, None)
            self.gone.add(key)
        else:
            self.gone.discard(key)
            self.states[key] = {**(known or {}), **after}
        return follows


def _in_sequence(changes: Iterable[Plain]) -> bool:
    """Whether each step's changes are numbered from one without a gap."""
    last: tuple[Value, int] = (None, 0)
    for row in changes:
        step, seq = row["step"], row["seq"]
        expected = last[1] + 1 if step == last[0] else 1
        if seq != expected:
            return False
        last = (step, expected)
    return True


def _as_sealed(steps: list[Plain], changes: list[Plain]) -> bool:
    """Whether each Step and Change is as it was sealed; versions without seals cannot tell."""
    links: dict[Value, list[Link]] = {}
    follows = ""
    try:
        for row in changes:
            if "salt" in row:
                links.setdefault(row["step"], []).append(link(row))
        for row in sorted(steps, key=lambda it: it["number"]):  # type: ignore[arg-type, return-value]
            if not row.get("seal"):
                continue
            words = row["erased"] or digest(str(row["salt"]), str(row["about"]))
            if row["seal"] != seal(row, follows, str(words), links.get(row["id"], [])):
                return False
            follows = str(row["seal"])
    except (KeyError, TypeError, ValueError):
        return False
    return True


def _object(text: Value) -> Row | None:
    if text is None:
        return None
    found = json.loads(str(text))
    if not isinstance(found, dict) or not all(
        value is None or type(value) in (str, int) for value in found.values()
    ):
        raise ValueError("no object of plain values")
    return found


def _files(rows: list[Plain]) -> tuple[tuple[KeptFile, ...], int]:
    whole, broken = [], 0
    for row in rows:
        data, sha256 = row.get("data"), row.get("sha256")
        if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == sha256:
            whole.append(KeptFile(str(sha256), str(row.get("media_type")), data))
        else:
            broken += 1
    return tuple(whole), broken


def _hold_together(done: Salvaged) -> None:
    """Take away or clear what refers to something lost, and the second of what there is one of."""
    rows: dict[Key, Row | None] = {key: encode(record) for key, record in done.records.items()}
    for key, row in list(rows.items()):
        for _, target in (*named_by(key, row or {}), *listed_by(key, row or {})):
            rows.setdefault(target, None)
    repairs = without_the_gone(rows)
    for _, second in twice(rows):
        rows[second] = None
        done.lost.setdefault(second, {})
    repairs += without_the_gone(rows)
    done.repairs = tuple(repairs)
    for key in sorted(done.records, key=place_of):
        row = rows[key]
        if row is None:
            del done.records[key]
        elif row != encode(done.records[key]):
            mended = record_of(key[0], dict(row))
            if mended is None:
                del done.records[key]
                done.lost.setdefault(key, row)
            else:
                done.records[key] = mended
