# SPDX-License-Identifier: Apache-2.0
"""The SQLite database in memory: one connection, explicit transactions, images in and out.

All that only SQLite knows (pragmas, serialising, migrations) stands in this file.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import weakref
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from missiondesk.store.header import APPLICATION_ID
from missiondesk.store.migrations import CURRENT, MIGRATIONS, Migration

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

# A single value; the largest that staff write is a letter block of some kilobytes.
LARGEST_VALUE: Final = 16 * 1024 * 1024

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: LARGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 2,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 20,
}
_PRAGMAS: Final = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
)


class Database:
    """A SQLite database that lives in memory only."""

    def __init__(self) -> None:
        # Threads take turns by the Store's lock; the driver leaves all transactions to us.
        self.raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        for limit, value in _LIMITS.items():
            self.raw.setlimit(limit, value)
        self._set_pragmas()
        self._engines: list[Engine] = []
        self._release = weakref.finalize(self, _dispose, self._engines, self.raw)

    @classmethod
    def new(cls) -> Database:
        """An empty workspace with today's tables."""
        database = cls()
        database.migrate()
        return database

    def load(self, image: bytes) -> None:
        """Become the database of an image; nothing of it has been checked yet."""
        self.raw.deserialize(image)
        self._set_pragmas()

    def image(self) -> bytes:
        """The whole database as the bytes of an ordinary SQLite file."""
        return self.raw.serialize()

    def rebuild(self) -> None:
        """Write every page anew, so that nothing is left of what was erased."""
        self.raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # SQLite attaches the new one
        try:
            self.raw.execute("VACUUM")
        finally:
            self.raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)

    @property
    def version(self) -> int:
        """The version of its tables, major * 1000 + minor."""
        return int(self.raw.execute("PRAGMA user_version").fetchone()[0])

    def migrate(self, until: int = CURRENT) -> None:
        """Bring the tables to version ``until``, each version in one transaction of its own."""
        for migration in MIGRATIONS:
            if self.version < migration.version <= until:
                self._apply(migration)

    def _apply(self, migration: Migration) -> None:
        with self.transaction() as connection:
            for statement in migration.statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {migration.version}")

    def _set_pragmas(self) -> None:
        for pragma in _PRAGMAS:
            self.raw.execute(f"PRAGMA {pragma}")

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A write: committed at the end of the block, taken back when the block fails."""
        if not self._engines:
            from missiondesk.store.engine import engine_on

            self._engines.append(engine_on(self.raw))
        with self._engines[0].begin() as connection:
            yield connection

    def structure(self) -> dict[tuple[str, str], str]:
        """The SQL of everything in the schema, by type and name, with spaces evened out."""
        rows = self.raw.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        return {(str(kind), str(name)): _on_one_line(sql) for kind, name, sql in rows}

    def columns(self, table: str) -> set[tuple[str, str]]:
        """Names and types of a table's columns."""
        rows = self.raw.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
        return {(name, kind) for name, kind in rows}

    def close(self) -> None:
        """Give the memory back."""
        self._release()


@cache
def structure_of(version: int) -> Mapping[tuple[str, str], str]:
    """What the schema of a released version looks like."""
    with closing(Database()) as database:
        database.migrate(until=version)
        return database.structure()


def structure_hash(structure: Mapping[tuple[str, str], str]) -> str:
    """SHA-256 of a schema: types, names and statements in the order of type and name."""
    told = [[kind, name, sql] for (kind, name), sql in sorted(structure.items())]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _dispose(engines: list[Engine], raw: sqlite3.Connection) -> None:
    for engine in engines:
        engine.dispose()
    raw.close()


def _on_one_line(sql: object) -> str:
    """A statement of the schema; in a damaged or forged file it may be no text at all."""
    return " ".join(sql.split()) if isinstance(sql, str) else repr(sql) if sql else ""
