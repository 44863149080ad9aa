# SPDX-License-Identifier: Apache-2.0
"""Takes a record away with all that belongs to it, and clears what only refers to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.references import LISTED, OWNERS, REFERENCES

if TYPE_CHECKING:
    from missiondesk.domain.situation import Situation
    from missiondesk.store.unit import Unit


def _inverted(references: dict[str, dict[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, fields in references.items():
        for field, target in fields.items():
            found[target].append((kind, field))
    return {target: tuple(places) for target, places in found.items()}


# By kind of record: the kinds and fields that refer to it.
REFERRING: Final = _inverted(REFERENCES)
_LISTING: Final = _inverted(LISTED)


def remove_with_belongings(unit: Unit, kind: type[Entity], key: str) -> None:
    """Remove the record, and with it every record that belongs to it; a record that only refers to
    it stays, with that field emptied.
    """
    name = KIND_OF[kind]
    for other, field in REFERRING.get(name, ()):
        owned = field in OWNERS.get(other, ())
        for record in unit.where(KINDS[other], **{field: key}):
            if owned:
                remove_with_belongings(unit, KINDS[other], record.id)
            elif unit.get(KINDS[other], record.id) is not None:
                unit.save(_with(record, field, None))
    for other, field in _LISTING.get(name, ()):
        for record in unit.all(KINDS[other]):
            listed = getattr(record, field)
            if key in listed:
                unit.save(_with(record, field, tuple(one for one in listed if one != key)))
    unit.remove(kind, key)


def referrer(now: Situation, kind: type[Entity], key: str) -> Entity | None:
    """The first record that refers to this one without being an appointment to it, or None."""
    name = KIND_OF[kind]
    for other, field in REFERRING.get(name, ()):
        if other == "appointment":
            continue
        for record in now.referring(KINDS[other], field, key):
            return record
    for other, field in _LISTING.get(name, ()):
        for record in now.all(KINDS[other]):
            if key in getattr(record, field):
                return record
    return None


def _with(record: Entity, field: str, value: object) -> Entity:
    return cast("Entity", replace(cast("Any", record), **{field: value}))
