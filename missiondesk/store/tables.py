# SPDX-License-Identifier: Apache-2.0
"""Changes into the tables, many rows at a time."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import IntegrityError

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.message import N_
from missiondesk.domain.references import UNIQUE
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Change, Stored
from missiondesk.store.rows import encode, shape_of
from missiondesk.store.schema import table_of

Rows = dict[str, list[dict[str, Stored]]]

_TWICE = {
    "metric": N_("A mission has exactly one key metric."),
    "observation": N_("A metric has one figure for each period."),
    "common_block": N_("The common part has one text for each block and language."),
    "trajectory_point": N_("A metric has one interim target for each period."),
    "seat_result": N_("A party has one number of seats at each election."),
}


def write_changes(
    connection: Connection, changes: Iterable[Change], now: Iterable[Entity | None]
) -> None:
    """Write what is different; ``now`` holds the whole record of each change, None when removed.

    Removals come first and insertions next, so that the order of the changes is free; a revision
    of a field on which no two may be alike is written as both.
    """
    gone: dict[str, list[str]] = defaultdict(list)
    added: Rows = defaultdict(list)
    revised: dict[tuple[str, tuple[str, ...]], list[dict[str, Stored]]] = defaultdict(list)
    for change, record in zip(changes, now, strict=True):
        kind, after = change.kind, change.after
        if change.before is not None and (after is None or _moves(kind, after)):
            gone[kind].append(change.key)
        if after is None or record is None:
            continue
        if change.before is None or _moves(kind, after):
            # The change of a new record holds all of it.
            added[kind].append(dict(after) if change.before is None else encode(record))
        else:
            revised[kind, tuple(after)].append({"its_id": change.key, **after})
    for kind, keys in gone.items():
        _delete(connection, kind, keys)
    for kind, rows in added.items():
        _insert(connection, kind, rows)
    for (kind, names), rows in revised.items():
        table = table_of(kind)
        values: dict[Any, Any] = {table.c[name]: bindparam(name) for name in names}
        connection.execute(
            table.update().where(table.c.id == bindparam("its_id")).values(values), rows
        )


def _moves(kind: str, after: Iterable[str]) -> bool:
    return not set(UNIQUE.get(kind, ())).isdisjoint(after)


def _delete(connection: Connection, kind: str, keys: list[str]) -> None:
    table = table_of(kind)
    connection.execute(
        table.delete().where(table.c.id == bindparam("its_id")), [{"its_id": key} for key in keys]
    )


def _insert(connection: Connection, kind: str, rows: list[dict[str, Stored]]) -> None:
    try:
        connection.execute(table_of(kind).insert(), rows)
    except IntegrityError as error:
        if kind in _TWICE:
            raise Refused(_TWICE[kind]) from error
        raise


# Who has which copy is no part of what a version says: sending one would make it another.
_BOOKKEEPING = "copy_sent"


def revision_of(connection: Connection) -> bytes:
    """Hash of all records, the same for two workspaces that say the same in every field."""
    told = hashlib.sha256()
    for kind in sorted(KINDS.keys() - {_BOOKKEEPING}):
        table = table_of(kind)
        columns = [table.c[name] for name in shape_of(KINDS[kind]).names]
        told.update(f"\n{kind}\n".encode())
        for row in connection.execute(select(*columns).order_by(table.c.id)):
            told.update(json.dumps(list(row), ensure_ascii=False).encode())
    return told.digest()
