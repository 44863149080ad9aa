# SPDX-License-Identifier: Apache-2.0
"""The trail as rows: every Step with its Changes, append-only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, select, tuple_

from missiondesk.domain.step import Change, Seal, Step, Stored
from missiondesk.store.chain import sealed
from missiondesk.store.opening import VERBS, step_of
from missiondesk.store.schema import CHANGE, JOINED_CHANGE, JOINED_STEP, STEP

_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_BEFORE = STEP.alias("step_before")
# Each Step with the seal of the one before it.
_HEADS = select(*STEP.c, _BEFORE.c.seal.label("follows")).outerjoin(
    _BEFORE, _BEFORE.c.id == STEP.c.parent
)


def write_step(connection: Connection, step: Step, follows: str, took: Iterable[Seal]) -> Step:
    """Append a Step and its Changes, sealed.

    Args:
        connection: Where to write.
        step: The Step.
        follows: The seal of the Step before it, "" for the first.
        took: Seals of the Steps that it takes in from a copy.

    Returns:
        The Step with its seal.
    """
    changes = _change_rows(step)
    head = sealed(_step_row(step), changes, follows, (one.value for one in took))
    connection.execute(STEP.insert(), head)
    _write_changes(connection, CHANGE, changes)
    return replace(step, seal=Seal(head["seal"], follows, head["salt"], head["took"]))


def write_joined(connection: Connection, steps: Iterable[Step], by: Step) -> list[Seal]:
    """Add the Steps of a copy that ``by`` takes in, with the seals that the copy gave them; one
    that is there already stays as it is. Returns the seals of those added.
    """
    there = set(connection.execute(select(JOINED_STEP.c.id)).scalars())
    added = []
    for step in steps:
        if step.id not in there:
            seal = step.seal or Seal("", "", "")
            head = {**_step_row(step), **_seal_row(seal), "follows": seal.follows}
            connection.execute(JOINED_STEP.insert(), {**head, "joined_by": by.id})
            _write_changes(connection, JOINED_CHANGE, _change_rows(step))
            added.append(seal)
    return added


def _step_row(step: Step) -> dict[str, str | int | None]:
    return {
        "id": step.id,
        "number": step.number,
        "parent": step.parent,
        "at": step.at.isoformat(),
        "who": step.who,
        "verb": step.verb.value,
        "subject": step.subject,
        "about": step.about,
        "undoes": step.undoes,
    }


def _seal_row(seal: Seal) -> dict[str, str | int]:
    return {
        "seal": seal.value,
        "salt": seal.salt,
        "took": seal.took,
        "adopted": int(seal.adopted),
        "erased": seal.erased,
    }


def _change_rows(step: Step) -> list[dict[str, Any]]:
    return [
        {
            "step": step.id,
            "seq": seq,
            "kind": change.kind,
            "key": change.key,
            "before": _row_text(change.before),
            "after": _row_text(change.after),
            "salt": change.salt,
            "erased": change.erased,
        }
        for seq, change in enumerate(step.changes, start=1)
    ]


def _write_changes(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def read_changes(connection: Connection, step: Step) -> Step:
    """The Step with its changes, from its head."""
    return _with_changes(connection, [step])[0]


def read_steps(
    connection: Connection,
    limit: int | None,
    before: int | None,
    record: tuple[str, str] | None = None,
    alone: bool = False,
) -> tuple[Step, ...]:
    """Steps with their changes, newest first.

    Args:
        connection: Where to read.
        limit: At most so many.
        before: Only steps whose number is smaller.
        record: Only steps that changed this record, given as kind and id.
        alone: Of their changes only those of that record; an import has thousands of others.
    """
    query = _HEADS.order_by(STEP.c.number.desc()).limit(limit)
    if before is not None:
        query = query.where(STEP.c.number < before)
    if record is not None:
        kind, key = record
        touching = select(CHANGE.c.step).where(CHANGE.c.kind == kind, CHANGE.c.key == key)
        query = query.where(STEP.c.id.in_(touching))
    heads = [step_of(row) for row in connection.execute(query) if row.verb in VERBS]
    return tuple(_with_changes(connection, heads, record if alone else None))


def read_removals(connection: Connection) -> tuple[Step, ...]:
    """The Steps that removed records, newest first, with only those of their changes."""
    removing = select(CHANGE.c.step).where(CHANGE.c.after.is_(None))
    query = _HEADS.where(STEP.c.id.in_(removing)).order_by(STEP.c.number.desc())
    heads = {row.id: step_of(row) for row in connection.execute(query) if row.verb in VERBS}
    gone: dict[str, list[Change]] = {key: [] for key in heads}
    rows = select(*CHANGE.c).where(CHANGE.c.after.is_(None)).order_by(CHANGE.c.step, CHANGE.c.seq)
    for row in connection.execute(rows):
        if row.step in gone:
            change = Change(row.kind, row.key, _row(row.before), None, row.salt, row.erased)
            gone[row.step].append(change)
    return tuple(replace(head, changes=tuple(gone[key])) for key, head in heads.items())


def read_outlines(
    connection: Connection, limit: int | None, known: dict[str, tuple[Change, ...]]
) -> tuple[Step, ...]:
    """Steps, newest first, of whose changes only kind and id are read: an import has thousands.

    Args:
        connection: Where to read.
        limit: At most so many.
        known: The changes of Steps read before, by the Step's id; those read now are added. Which
            records a Step changed is never another.
    """
    query = _HEADS.order_by(STEP.c.number.desc()).limit(limit)
    heads = [step_of(row) for row in connection.execute(query) if row.verb in VERBS]
    touched: dict[str, list[Change]] = {head.id: [] for head in heads if head.id not in known}
    wanted = list(touched)
    for start in range(0, len(wanted), _AT_ONCE):
        ids = wanted[start : start + _AT_ONCE]
        read = select(CHANGE.c.step, CHANGE.c.kind, CHANGE.c.key).where(CHANGE.c.step.in_(ids))
        for step, kind, key in connection.execute(read.order_by(CHANGE.c.step, CHANGE.c.seq)).all():
            touched[step].append(Change(kind, key, None, None))
    known.update((key, tuple(changes)) for key, changes in touched.items())
    return tuple(replace(head, changes=known[head.id]) for head in heads)


def read_step(connection: Connection, key: str) -> Step | None:
    """The Step with this id, with all its changes, or None."""
    row = connection.execute(_HEADS.where(STEP.c.id == key)).first()
    return read_changes(connection, step_of(row)) if row and row.verb in VERBS else None


Place = tuple[int, int]  # number of a Step, and place of a change in it


def read_former(
    connection: Connection, number: int, below: Place | None, most: int
) -> tuple[tuple[Change, ...], Place | None]:
    """Changes by the Steps after a number, newest first, without what they changed to.

    ``after`` is None for a removal and else empty: only the former values bring back a record.

    Args:
        connection: Where to read.
        number: That of the newest Step that is left out.
        below: Read on behind this place.
        most: So many at most.

    Returns:
        The changes, and the place behind which there may be more; None when these are the last.
    """
    change, here = CHANGE.c, tuple_(STEP.c.number, CHANGE.c.seq)
    query = (
        select(
            *(STEP.c.number, change.seq, change.kind, change.key, change.before),
            *(change.after.is_(None), change.erased),
        )
        .join(STEP, STEP.c.id == CHANGE.c.step)
        .where(STEP.c.number > number, STEP.c.verb.in_(tuple(VERBS)))
        .order_by(STEP.c.number.desc(), change.seq.desc())
        .limit(most)
    )
    rows = connection.execute(query.where(here < below) if below is not None else query).all()
    changes = tuple(
        Change(kind, key, _row(before), None if removed else {}, erased=erased)
        for _number, _seq, kind, key, before, removed, erased in rows
    )
    return changes, (rows[-1][0], rows[-1][1]) if len(rows) == most else None


def read_joined(connection: Connection) -> tuple[Step, ...]:
    """The Steps, with their changes, of all copies that were put together with this workspace."""
    rows = connection.execute(select(*JOINED_STEP.c).order_by(JOINED_STEP.c.number))
    heads = [step_of(row) for row in rows if row.verb in VERBS]
    return tuple(_with_changes(connection, heads, table=JOINED_CHANGE))


_AT_ONCE = 500


def _with_changes(
    connection: Connection,
    heads: Sequence[Step],
    record: tuple[str, str] | None = None,
    table: Table = CHANGE,
) -> list[Step]:
    changes: dict[str, list[Change]] = {head.id: [] for head in heads}
    for start in range(0, len(heads), _AT_ONCE):
        ids = [head.id for head in heads[start : start + _AT_ONCE]]
        query = select(*table.c).where(table.c.step.in_(ids)).order_by(table.c.step, table.c.seq)
        if record is not None:
            query = query.where(table.c.kind == record[0], table.c.key == record[1])
        for row in connection.execute(query):
            change = Change(
                row.kind, row.key, _row(row.before), _row(row.after), row.salt, row.erased
            )
            changes[row.step].append(change)
    return [replace(head, changes=tuple(changes[head.id])) for head in heads]


def _row_text(row: object) -> str | None:
    return None if row is None else _to_json(row)


def _row(text: str | None) -> dict[str, Stored] | None:
    if text is None:
        return None
    row: dict[str, Stored] = json.loads(text)
    return row
