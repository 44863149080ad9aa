# SPDX-License-Identifier: Apache-2.0
"""The present: all records as frozen values, so that any thread reads without the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar, cast

from missiondesk.domain.entities import KIND_OF, KINDS, Entity

E = TypeVar("E", bound=Entity)
Present = tuple[str, str, Entity | None]


class _Shelf:
    """The records of one kind; never changed, only followed by the next."""

    def __init__(self, records: dict[str, Entity]) -> None:
        self.records = records

    @cached_property
    def rows(self) -> tuple[Entity, ...]:
        return tuple(self.records.values())


class Records:
    """All records by kind and id, in the order in which they first came into the workspace.

    A commit replaces the shelves it touches in one assignment, so a reader on another thread sees
    either all of a Step or nothing of it.
    """

    def __init__(self) -> None:
        self._shelves: dict[str, _Shelf] = {kind: _Shelf({}) for kind in KINDS}
        # Kept beyond removal, so that undoing a removal puts the record back in its place.
        self._place: dict[str, int] = {}

    def take_places(self, places: Mapping[str, int]) -> None:
        """Remember the places that the trail gives to records, before these are loaded."""
        self._place.update(places)

    def load(self, kind: str, records: Iterable[Entity]) -> None:
        """Take in a kind's records as read from the file, in the order of their places."""
        ordered = sorted(records, key=lambda record: self._place.get(record.id, 0))
        self._shelves[kind] = _Shelf({record.id: record for record in ordered})

    def get(self, kind: type[E], key: str) -> E | None:
        """The record, or None."""
        return cast("E | None", self._shelves[KIND_OF[kind]].records.get(key))

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """All of a kind."""
        return cast("tuple[E, ...]", self._shelves[KIND_OF[kind]].rows)

    def with_changes(self, kind: type[E], changed: Mapping[str, E | None]) -> tuple[E, ...]:
        """All of a kind as they would be after ``changed``; None takes a record away."""
        records = cast("dict[str, E | None]", dict(self._shelves[KIND_OF[kind]].records))
        records.update(changed)
        return tuple(record for record in records.values() if record is not None)

    def put(self, present: Iterable[Present]) -> None:
        """Set records as (kind, id, record); a None takes the record away."""
        touched: dict[str, dict[str, Entity]] = {}
        disordered = set()
        for kind, key, record in present:
            records = touched.get(kind)
            if records is None:
                records = touched[kind] = dict(self._shelves[kind].records)
            if record is None:
                records.pop(key, None)
                continue
            if key not in records and key in self._place:
                disordered.add(kind)
            self._place.setdefault(key, len(self._place))
            records[key] = record
        for kind in disordered:
            touched[kind] = dict(sorted(touched[kind].items(), key=self._place_of))
        self._shelves = self._shelves | {kind: _Shelf(touched[kind]) for kind in touched}

    def _place_of(self, item: tuple[str, Entity]) -> int:
        return self._place[item[0]]


def where(records: Iterable[E], equal: Mapping[str, object]) -> tuple[E, ...]:
    """Those of the records whose fields have these values."""
    wanted = tuple(equal.items())
    return tuple(
        record
        for record in records
        if all(getattr(record, field) == value for field, value in wanted)
    )
