# SPDX-License-Identifier: Apache-2.0
"""A witness inside the database: triggers that see every write, whoever makes it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from missiondesk.domain.entities import KINDS
from missiondesk.domain.step import Change
from missiondesk.store.schema import table_of
from missiondesk.store.store import Store

Row = dict[str, Any] | None


class Witness:
    """Notes each row written to a record's table, as the database itself sees it."""

    def __init__(self, store: Store) -> None:
        self._raw: sqlite3.Connection = store._ledger.database.raw
        self._raw.setlimit(sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 127)
        self._raw.execute("CREATE TEMP TABLE witness (kind TEXT, key TEXT, old TEXT, new TEXT)")
        for kind in KINDS:
            old, new = _row(kind, "old"), _row(kind, "new")
            self._watch(kind, "INSERT", "new.id", "NULL", new)
            self._watch(kind, "DELETE", "old.id", old, "NULL")
            self._watch(kind, "UPDATE", "new.id", old, new)

    def _watch(self, kind: str, event: str, key: str, old: str, new: str) -> None:
        self._raw.execute(
            f"CREATE TEMP TRIGGER witness_{kind}_{event} AFTER {event} ON main.{kind} BEGIN"
            f" INSERT INTO witness VALUES ('{kind}', {key}, {old}, {new}); END"
        )

    def testimony(self) -> dict[tuple[str, str], tuple[Row, Row]]:
        """Net effect on each record since the last call: before and after, whole rows."""
        seen: dict[tuple[str, str], tuple[Row, Row]] = {}
        query = "SELECT kind, key, old, new FROM witness ORDER BY rowid"
        for kind, key, old, new in self._raw.execute(query).fetchall():
            first = seen[kind, key][0] if (kind, key) in seen else _parsed(old)
            seen[kind, key] = (first, _parsed(new))
        self._raw.execute("DELETE FROM witness")
        return {record: rows for record, rows in seen.items() if rows[0] != rows[1]}


def as_testified(changes: tuple[Change, ...], seen: dict[tuple[str, str], tuple[Row, Row]]) -> bool:
    """Whether these Changes tell exactly what the witness saw."""
    if {(change.kind, change.key) for change in changes} != set(seen):
        return False
    return all(_agrees(change, *seen[change.kind, change.key]) for change in changes)


def _agrees(change: Change, old: Row, new: Row) -> bool:
    if old is None or new is None:
        return change.before == old and change.after == new
    differ = {name for name in old if old[name] != new[name]}
    return change.before == {name: old[name] for name in differ} and change.after == {
        name: new[name] for name in differ
    }


def _row(kind: str, which: str) -> str:
    pairs = (f"'{column.name}', {which}.\"{column.name}\"" for column in table_of(kind).columns)
    return f"json_object({', '.join(pairs)})"


def _parsed(text: str | None) -> Row:
    return None if text is None else json.loads(text)
