# SPDX-License-Identifier: Apache-2.0
"""The recycle bin: what was removed and not brought back, told by the trail; it keeps no copy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from missiondesk.domain import identity
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.merge_outcome import CODES
from missiondesk.domain.message import N_, message
from missiondesk.domain.references import LISTED, OWNERS, REFERENCES, UNIQUE
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Change, Step, Verb
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit

Key = tuple[str, str]  # kind and id
DAYS: Final = 90  # so long the bin offers what was removed; the trail knows it for ever


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed record with what belonged to it and went with it.

    Attributes:
        record: As it was when it was removed.
        belongings: What was removed with it in the same Step because it belonged to it.
        step: The Step that removed it, without its changes.
        days_left: How many more days the bin offers it; 0 or less when it does not any more.
    """

    kind: str
    record: Entity
    belongings: tuple[Removed, ...]
    step: Step
    days_left: int

    @property
    def key(self) -> Key:
        """Kind and id."""
        return self.kind, self.record.id

    @property
    def keys(self) -> tuple[Key, ...]:
        """It and all that belonged to it."""
        return (self.key, *(key for one in self.belongings for key in one.keys))


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What came of bringing a record back.

    Attributes:
        records: How many came back.
        left: How many of its belongings stayed in the bin, because what they need is gone.
    """

    step: Step | None
    records: int
    left: int = 0


class RecycleBin:
    """What can be brought back, and bringing it back."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def removed(self, *, older: bool = False) -> tuple[Removed, ...]:
        """What was removed, newest first; the roots, with what belonged to them inside.

        Args:
            older: Also what the bin does not offer any more; it can only be purged.
        """
        found = [one for step in self._removals() for one in self._roots(step)]
        return tuple(one for one in found if older or one.days_left > 0)

    def count(self) -> int:
        """How many roots the bin offers."""
        return len(self.removed())

    def find(self, key: Key) -> Removed:
        """The removed record, a root or a belonging.

        Raises:
            Refused: It is not in the bin.
        """
        waiting = list(self.removed(older=True))
        while waiting:
            one = waiting.pop()
            if one.key == key:
                return one
            waiting += one.belongings
        raise Refused(N_("The record is not in the recycle bin any more."))

    def bring_back(self, key: Key) -> BroughtBack:
        """Bring a record back with what belonged to it, and put back the references to them that
        the removal emptied; one Step, which can be undone.

        Raises:
            Refused: It is too old, something that it needs is gone, or its place is taken.
        """
        wanted = self.find(key)
        if wanted.days_left <= 0:
            raise Refused(
                N_("It was removed more than {days} days ago and cannot be brought back."),
                days=DAYS,
            )
        store = self._session.store
        about = name_of(wanted.record)
        # Not the session's write: it comes back as it was, and nothing is dated anew.
        with store.write(Verb.BRING_BACK, wanted.record.id, about) as unit:
            self._require_place(unit, wanted.record, wanted.kind)
            back, left = _put_back(unit, wanted, self._require_place)
            _refer_again(unit, self._changes_of(wanted.step), back)
        return BroughtBack(unit.step, len(back), left)

    # -- reading ---------------------------------------------------------------------------
    def _removals(self) -> Iterable[tuple[Step, dict[Key, Change]]]:
        """Each Step with those of its removals that stand: neither undone nor purged."""
        store = self._session.store
        seen: set[Key] = set()
        for step in store.removals():
            gone = {}
            for change in step.changes:
                key = (change.kind, change.key)
                if key not in seen and store.get(KINDS[key[0]], key[1]) is None:
                    gone[key] = change
                seen.add(key)
            gone = {key: change for key, change in gone.items() if not change.erased}
            if gone:
                yield replace(step, changes=()), gone

    def _roots(self, removal: tuple[Step, dict[Key, Change]]) -> list[Removed]:
        step, gone = removal
        age = identity.today() - step.at.astimezone().date()
        left = DAYS - age // timedelta(days=1)
        owned: dict[Key, list[Key]] = {}
        roots = []
        for key, change in gone.items():
            owner = next((one for one in _owners(key[0], change.before or {}) if one in gone), None)
            if owner is None:
                roots.append(key)
            else:
                owned.setdefault(owner, []).append(key)
        return [_removed(key, gone, owned, step, left) for key in roots]

    def _changes_of(self, head: Step) -> Sequence[Change]:
        steps = self._session.store.steps(limit=1, before=head.number + 1)
        return steps[0].changes

    # -- bringing back ---------------------------------------------------------------------
    def _require_place(self, unit: Unit, record: Entity, kind: str) -> None:
        for field, target in REFERENCES.get(kind, {}).items():
            wanted = getattr(record, field)
            if wanted and unit.get(KINDS[target], wanted) is None:
                raise Refused(
                    N_(
                        "{record} cannot be brought back: it refers to {needed}, which is not "
                        "there any more. Bring that back first."
                    ),
                    record=_called(kind, record),
                    needed=self._called_gone((target, wanted)),
                )
        _require_unique(unit, record, kind)

    def _called_gone(self, key: Key) -> object:
        try:
            return _called(key[0], self.find(key).record)
        except Refused:
            return message(N_("a record that cannot be brought back ({kind})"),
                           kind=message(KIND_WORDS[key[0]]))  # fmt: skip


def _called(kind: str, record: Entity) -> object:
    name = name_of(record)
    if not name:
        return message(KIND_WORDS[kind])
    return message(N_("{kind} “{name}”"), kind=message(KIND_WORDS[kind]), name=name)


def _removed(
    key: Key, gone: Mapping[Key, Change], owned: Mapping[Key, list[Key]], step: Step, left: int
) -> Removed:
    from missiondesk.services.merge_states import record_of

    record = record_of(key, dict(gone[key].before or {}))
    parts = tuple(_removed(one, gone, owned, step, left) for one in owned.get(key, ()))
    return Removed(key[0], record, parts, step, left)


def _owners(kind: str, row: Mapping[str, Any]) -> Iterable[Key]:
    for field in OWNERS.get(kind, ()):
        if row.get(field):
            yield REFERENCES[kind][field], str(row[field])


def _put_back(unit: Unit, wanted: Removed, require: Any) -> tuple[set[Key], int]:
    """Save it and its belongings; those that cannot stand are left where they are."""
    unit.save(wanted.record)
    back = {wanted.key}
    waiting, came = list(wanted.belongings), True
    while waiting and came:  # what refers to another of them comes after it
        came = False
        for one in tuple(waiting):
            try:
                require(unit, one.record, one.kind)
            except Refused:
                continue
            unit.save(one.record)
            back.add(one.key)
            waiting.remove(one)
            waiting += one.belongings
            came = True
    return back, sum(len(one.keys) for one in waiting)


def _refer_again(unit: Unit, changes: Iterable[Change], back: set[Key]) -> None:
    """Put back the references that the removal emptied, where they are still empty."""
    for change in changes:
        record = unit.get(KINDS[change.kind], change.key)
        if change.before is None or change.after is None or record is None:
            continue
        for field, target in REFERENCES.get(change.kind, {}).items():
            former = change.before.get(field)
            if (target, former) in back and getattr(record, field) is None:
                record = replace(cast("Any", record), **{field: former})
        for field, target in LISTED.get(change.kind, {}).items():
            if field in change.before:
                former_list = json.loads(str(change.before[field]))
                record = _listed_again(record, field, target, former_list, back)
        unit.save(record)


def _listed_again(
    record: Entity, field: str, target: str, former: Sequence[str], back: set[Key]
) -> Entity:
    present = getattr(record, field)
    kept = [one for one in former if one in present or (target, one) in back]
    kept += [one for one in present if one not in kept]
    if tuple(kept) == present:
        return record
    return cast("Entity", replace(cast("Any", record), **{field: tuple(kept)}))


def _require_unique(unit: Unit, record: Entity, kind: str) -> None:
    for fields in (UNIQUE.get(kind), CODES.get(kind)):
        names = [name for name in fields or () if name]
        told = {name: getattr(record, name) for name in names}
        if not names or "" in told.values() or told.get("key") is False:
            continue
        other = next((it for it in unit.where(KINDS[kind], **told) if it.id != record.id), None)
        if other is not None:
            raise Refused(
                N_("{record} cannot be brought back: {other} has taken its place."),
                record=_called(kind, record),
                other=_called(kind, other),
            )
