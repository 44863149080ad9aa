# SPDX-License-Identifier: Apache-2.0
"""The records as they were at an earlier step, found by walking back the trail."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar, cast

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.metric import Observation
from missiondesk.domain.period import day
from missiondesk.domain.references import OWNERS, REFERENCES
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Change, Step
from missiondesk.services.letter_drafting import Draft

if TYPE_CHECKING:
    from missiondesk.store.store import Store

T = TypeVar("T")


def signing_of(store: Store, letter: Letter) -> Step | None:
    """The step by which the letter was signed, or None while it is not.

    One that came into the workspace signed already is as of the step that brought it.
    """
    if not letter.state.final:
        return None
    return reaching(store, letter, LetterState.SIGNED.value) or next(
        iter(store.steps(record=(Letter, letter.id), alone=True)[-1:]), None
    )


def reaching(store: Store, record: Entity, state: str) -> Step | None:
    """The newest step by which the record came into this state, or None."""
    for step in store.steps(record=(type(record), record.id), alone=True):
        for change in step.changes:
            if change.key == record.id and (change.after or {}).get("state") == state:
                return step
    return None


def signed_in_parts(
    store: Store, now: Situation, written: Draft, signing: Step | None
) -> Generator[None, None, Situation]:
    """The data as they stood when the letter was signed (L7, L8); a draft speaks of the present.

    They are never younger than the letter's own date: one that was signed before it came into the
    workspace says what was published by then. What the letter itself says of its state and number
    stays as it is now. The trail may be long and is walked back with pauses.

    Args:
        store: Holds the trail.
        now: The present records.
        written: The letter.
        signing: What `signing_of` found for it.
    """
    if signing is None:
        return now
    rows = yield from _recalled(store, now, signing.number)
    then = Situation(rows, now.today).secretariat
    frozen = then.data_date.last if then.data_date else signing.at.astimezone().date()
    if written.letter.date is not None:
        frozen = min(frozen, written.letter.date.last)
    rows[Secretariat] = (replace(then, data_date=day(frozen)),)
    rows[Observation] = tuple(
        one for one in cast("tuple[Observation, ...]", rows[Observation]) if _out_by(one, frozen)
    )
    return Situation(rows, frozen)


def _out_by(seen: Observation, on: date) -> bool:
    """Whether the figure was out on the day; of unknown publication, whether its period had
    begun.
    """
    return (seen.published or seen.period).first <= on


def records_after(
    store: Store, now: Situation, number: int
) -> dict[type[Entity], tuple[Entity, ...]]:
    """All records as they stood when the step with this number had been written."""
    return at_once(_recalled(store, now, number))


def _recalled(
    store: Store, now: Situation, number: int
) -> Generator[None, None, dict[type[Entity], tuple[Entity, ...]]]:
    """See `records_after`; the trail is walked back with pauses."""
    records = {kind: {one.id: one for one in now.all(kind)} for kind in KINDS.values()}
    removed = erased = False
    for changes in store.values_before(number):
        _take_back(records, changes)
        removed = removed or any(change.after is None for change in changes)
        erased = erased or any(change.erased for change in changes)
        yield
    if removed:
        _put_in_order(store, records)
    if erased:
        _mend_references(records)
    return {kind: tuple(found.values()) for kind, found in records.items()}


def at_once(parts: Generator[None, None, T]) -> T:
    """What comes out of a work of many parts, all done now."""
    while True:
        try:
            next(parts)
        except StopIteration as done:
            return cast("T", done.value)


def on_the_eve(store: Store, now: Situation, morning: date) -> Situation | None:
    """The situation as it stood when ``morning`` broke, or None when the workspace is younger."""
    for step in store.outlines():
        if step.at.astimezone().date() < morning:
            return Situation(records_after(store, now, step.number), morning - timedelta(days=1))
    return None


def _take_back(records: dict[type[Entity], dict[str, Entity]], changes: tuple[Change, ...]) -> None:
    """Take back changes that stand newest first."""
    from missiondesk.store.rows import encode, shape_of

    for change in changes:
        kind = KINDS[change.kind]
        found = records[kind]
        if change.before is None or change.erased:  # of what was purged nothing can be told
            found.pop(change.key, None)
            continue
        present = encode(found[change.key]) if change.key in found else {}
        row = {**present, **change.before, "id": change.key}
        found[change.key] = shape_of(kind).decode(row)


def _mend_references(records: dict[type[Entity], dict[str, Entity]]) -> None:
    """Do without what was purged: a record that belonged to it is left out, other references to it
    are emptied.
    """
    mended = True
    while mended:
        mended = False
        for name, links in REFERENCES.items():
            found = records[KINDS[name]]
            for key, record in list(found.items()):
                told = {field: getattr(record, field) for field in links}
                gone = [
                    field
                    for field, target in links.items()
                    if told[field] and told[field] not in records[KINDS[target]]
                ]
                if any(_is_needed(name, field) for field in gone):
                    del found[key]
                elif gone:
                    empty: dict[str, Any] = dict.fromkeys(gone)
                    found[key] = replace(cast("Any", record), **empty)
                mended = mended or bool(gone)


def _is_needed(kind: str, field: str) -> bool:
    """Whether a record cannot be without what this field refers to."""
    declared: Any = KINDS[kind]
    default = declared.__dataclass_fields__[field].default
    return field in OWNERS.get(kind, ()) or default is not None


def _put_in_order(store: Store, records: dict[type[Entity], dict[str, Entity]]) -> None:
    """Records stand in the order in which they first came in, also those removed since."""
    places: dict[tuple[str, str], int] = {}
    for step in reversed(store.outlines()):
        for change in step.changes:
            places.setdefault((change.kind, change.key), len(places))
    for name, kind in KINDS.items():
        rows = sorted(records[kind].items(), key=lambda row: places[name, row[0]])
        records[kind] = dict(rows)
