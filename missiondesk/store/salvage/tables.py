# SPDX-License-Identifier: Apache-2.0
"""The rows of a damaged workspace by table: by the trees that still stand, and what hangs nowhere
any more by its shape.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import field
from functools import cache

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.store.database import Database
from missiondesk.store.header import version_of
from missiondesk.store.migrations import CURRENT, MIGRATIONS
from missiondesk.store.salvage.pages import Pages, Value, Values

Row = dict[str, Value]


@dataclass
class Found:
    """What the pages gave.

    Attributes:
        rows: Rows by table, each by column.
        broken: Rows that could not be read.
        strange: Pages with rows of which nobody knows whose they are.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    broken: int = 0
    strange: int = 0


def read_tables(image: bytes) -> Found:
    """All rows that can be read, by table."""
    pages, found = Pages(image), Found()
    columns = columns_of(_version(image))
    roots = _roots(pages, columns)
    taken: set[int] = set()
    for table, root in roots.items():
        for number in pages.leaves(root):
            if number not in taken:
                taken.add(number)
                _take(pages, number, table, columns[table], found)
    schema = set(pages.leaves(1))
    for number in pages.all_leaves():
        if number not in taken and number not in schema:
            table = _table_of(pages, number, columns, roots)
            if table:
                _take(pages, number, table, columns[table], found)
    return found


@cache
def columns_of(version: int) -> dict[str, tuple[str, ...]]:
    """The columns of each table in their order, in a version."""
    with closing(Database()) as database:
        database.migrate(until=version)
        tables = [name for kind, name in database.structure() if kind == "table"]
        return {
            name: tuple(
                row[1] for row in database.raw.execute(f"PRAGMA table_info({name})").fetchall()
            )
            for name in tables
        }


def _version(image: bytes) -> int:
    known = {migration.version for migration in MIGRATIONS}
    said = version_of(image) if len(image) >= 100 else 0
    return said if said in known else CURRENT


def _roots(pages: Pages, columns: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """The root page of each table, as the schema says, wherever its pages are."""
    roots: dict[str, int] = {}
    for number in dict.fromkeys((*pages.leaves(1), *pages.all_leaves())):
        for row in pages.rows(number)[0]:
            if len(row) == 5 and row[0] == "table" and row[1] == row[2]:
                name, root = row[1], row[3]
                if isinstance(name, str) and name in columns and isinstance(root, int):
                    roots.setdefault(name, root)
    return roots


def _take(pages: Pages, number: int, table: str, names: tuple[str, ...], found: Found) -> None:
    rows, broken = pages.rows(number)
    found.broken += broken
    for row in rows:
        # A row that was written before a column was added is shorter.
        if 0 < len(row) <= len(names):
            found.rows.setdefault(table, []).append(dict(zip(names, row, strict=False)))
        else:
            found.broken += 1


def _table_of(
    pages: Pages, number: int, columns: dict[str, tuple[str, ...]], roots: dict[str, int]
) -> str:
    """Whose rows are on a page that hangs nowhere, "" when that is not certain."""
    rows, _ = pages.rows(number)
    if not rows:
        return ""
    fits = [
        table for table, names in columns.items() if all(_fits(table, names, it) for it in rows)
    ]
    return fits[0] if len(fits) == 1 else ""


def _fits(table: str, names: tuple[str, ...], row: Values) -> bool:
    if len(row) != len(names):
        return False
    return _plausible(table, dict(zip(names, row, strict=True)))


def _plausible(table: str, row: Row) -> bool:
    from missiondesk.domain.entities import KINDS
    from missiondesk.store.salvage.records import record_of

    if table in KINDS:
        return record_of(table, row) is not None
    if table in ("step", "joined_step"):
        return isinstance(row["number"], int) and isinstance(row["at"], str)
    if table in ("change", "joined_change"):
        return row["kind"] in KINDS and isinstance(row["seq"], int)
    if table == "kept_file":
        return isinstance(row["data"], bytes)
    return False
