# SPDX-License-Identifier: Apache-2.0
"""The unit of work: the only way to change a record; it notes what each was before and is now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar, cast

from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Change, Step, Stored
from missiondesk.store.image import Codec
from missiondesk.store.records import Present, Records, where
from missiondesk.store.rows import Shape, encode, shape_of

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that is kept for ever under its hash."""

    sha256: str
    media_type: str
    data: bytes


class Unit:
    """All changes of one Step while they are made; nothing of it is seen outside before its end."""

    def __init__(self, records: Records) -> None:
        self._records = records
        # By kind and id, in the order of first touch. None is a removed record.
        self._now: dict[str, dict[str, Entity | None]] = {}
        self._touched: dict[tuple[str, str], None] = {}
        # The rows of the records in `_now`: each was encoded when it was saved, once.
        self._rows: dict[tuple[str, str], dict[str, Stored]] = {}
        self._kept: dict[str, KeptFile] = {}
        self._joined: tuple[Step, ...] = ()
        self._purged: tuple[tuple[str, str], ...] = ()
        self._codec: Codec | None = None
        self._open = True
        self.step: Step | None = None

    def get(self, kind: type[E], key: str) -> E | None:
        """The record as this unit sees it, or None."""
        changed = self._now.get(KIND_OF[kind], {})
        return cast("E | None", changed[key]) if key in changed else self._records.get(kind, key)

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """All records of a kind as this unit sees them."""
        changed = self._now.get(KIND_OF[kind])
        if not changed:
            return self._records.all(kind)
        return self._records.with_changes(kind, cast("dict[str, E | None]", changed))

    def where(self, kind: type[E], **equal: object) -> tuple[E, ...]:
        """The records of a kind whose fields have these values, as this unit sees them."""
        return where(self.all(kind), equal)

    def save(self, entity: Entity) -> None:
        """Add the record or put it in the place of the one with its id; the same again is nothing.

        Raises:
            Refused: It holds a value that a workspace cannot keep.
            TypeError, ValueError: Its id is no UUID or a field has a wrong type; a bug.
        """
        if entity != self.get(type(entity), entity.id):
            row = encode(entity)
            kind = KIND_OF[type(entity)]
            self._set(kind, entity.id, entity)
            self._rows[kind, entity.id] = row

    def remove(self, kind: type[E], key: str) -> None:
        """Take the record away; one that is not there is nothing."""
        if self.get(kind, key) is not None:
            self._set(KIND_OF[kind], key, None)

    def keep(self, data: bytes, media_type: str) -> str:
        """Keep a file for ever, together with this unit's Step; the same bytes are kept once.

        Returns:
            Its SHA-256 in hexadecimal digits, by which `Store.kept` finds it.
        """
        self._require_open()
        sha256 = hashlib.sha256(data).hexdigest()
        self._kept[sha256] = KeptFile(sha256, media_type, data)
        return sha256

    @property
    def kept(self) -> tuple[KeptFile, ...]:
        """The files that are to be kept."""
        return tuple(self._kept.values())

    def join(self, steps: Iterable[Step]) -> None:
        """Note that this unit's Step takes in what was done in a copy; it is then written in any
        case, so that the copy is known when it comes again.
        """
        self._require_open()
        self._joined = (*self._joined, *steps)

    def purge(self, keys: Iterable[tuple[str, str]]) -> None:
        """Erase for good, with this unit's Step, what the trail holds of these removed records,
        given as kind and id.
        """
        self._require_open()
        self._purged = (*self._purged, *keys)

    @property
    def purged(self) -> tuple[tuple[str, str], ...]:
        """The records whose words are to be erased."""
        return self._purged

    @property
    def joined(self) -> tuple[Step, ...]:
        """The Steps of the copy that is taken in."""
        return self._joined

    def recode(self, codec: Codec) -> None:
        """Keep the file by another codec from this unit's Step on; that is written in any case."""
        self._require_open()
        self._codec = codec

    @property
    def codec(self) -> Codec | None:
        """The codec that the file is kept by from now on, None when it stays."""
        return self._codec

    def take_back(self, step: Step) -> None:
        """Make every record that ``step`` changed as it was before it.

        Raises:
            Refused: One of them is no longer as the step left it.
        """
        for change in reversed(step.changes):
            kind = KINDS[change.kind]
            found = self.get(kind, change.key)
            row = encode(found) if found is not None else None
            if not _as_left(row, change):
                raise Refused(
                    N_("“{about}” cannot be undone: it was changed since."), about=step.about
                )
            if change.before is None:
                self.remove(kind, change.key)
            else:
                self.save(_as_before(kind, row, change, step))

    def changes(self) -> tuple[Change, ...]:
        """What is different from before, with only the fields that differ."""
        found = (self._change(kind, key) for kind, key in self._touched)
        return tuple(change for change in found if change is not None)

    def present(self) -> tuple[Present, ...]:
        """The touched records as they are now, as (kind, id, record)."""
        return tuple((kind, key, self._now[kind][key]) for kind, key in self._touched)

    def records_of(self, changes: Iterable[Change]) -> tuple[Entity | None, ...]:
        """The records of these changes as they are now; None is a removed one."""
        return tuple(self._now[change.kind][change.key] for change in changes)

    def close(self) -> None:
        """Forbid further writing; a unit that left its block has no effect any more."""
        self._open = False

    def _set(self, kind: str, key: str, record: Entity | None) -> None:
        self._require_open()
        self._now.setdefault(kind, {})[key] = record
        self._touched.setdefault((kind, key))

    def _require_open(self) -> None:
        if not self._open:
            raise RuntimeError("this unit of work has ended")

    def _change(self, kind: str, key: str) -> Change | None:
        old, new = self._records.get(KINDS[kind], key), self._now[kind][key]
        before = encode(old) if old is not None else None
        after = self._rows[kind, key] if new is not None else None
        if before == after:
            return None
        if before is not None and after is not None:
            differ = [name for name, value in before.items() if after[name] != value]
            before, after = _only(before, differ), _only(after, differ)
        return Change(kind, key, before, after)


def _as_left(row: dict[str, Stored] | None, change: Change) -> bool:
    if row is None or change.after is None:
        return row is None and change.after is None
    return all(row.get(name) == value for name, value in change.after.items() if name in row)


def _as_before(kind: type[E], row: dict[str, Stored] | None, change: Change, step: Step) -> E:
    try:
        shape = cast("Shape[E]", shape_of(kind))
        return shape.decode({**(row or {}), **(change.before or {}), "id": change.key})
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise Refused(
            N_("“{about}” cannot be undone: its trail is damaged."), about=step.about
        ) from error


def _only(row: dict[str, Stored], names: list[str]) -> dict[str, Stored]:
    return {name: row[name] for name in names}
