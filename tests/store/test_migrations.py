# SPDX-License-Identifier: Apache-2.0
"""The frozen way leads to today's tables, and every released file opens for ever."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from missiondesk.domain.entities import KINDS
from missiondesk.domain.mission import Mission
from missiondesk.domain.references import REFERENCES, UNIQUE
from missiondesk.domain.step import Verb
from missiondesk.store import database as database_module
from missiondesk.store import inspection as inspection_module
from missiondesk.store.database import Database, structure_hash, structure_of
from missiondesk.store.header import APPLICATION_ID
from missiondesk.store.migrations import CURRENT, CURRENT_STRUCTURE, MIGRATIONS, Migration
from missiondesk.store.rows import encode
from missiondesk.store.schema import all_tables, table_of
from missiondesk.store.store import Store
from missiondesk.store.workspace import open_workspace
from tests.builders import a_mission

FILES = Path(__file__).with_name("files")


def test_migrated_tables_are_the_declared_ones() -> None:
    declared = Database()
    engine = create_engine("sqlite://", creator=lambda: declared.raw)
    all_tables().create_all(engine)
    try:
        migrated = Database()
        migrated.migrate()
        assert _shape(migrated) == _shape(declared)
        migrated.close()
    finally:
        engine.dispose()


def _shape(database: Database) -> dict[str, object]:
    """Tables, columns, references and indexes; an added column's SQL stands in another place."""
    query = database.raw.execute
    found: dict[str, object] = {}
    for name, kind, sql in query("SELECT name, type, sql FROM sqlite_master").fetchall():
        if kind == "index":
            found[name] = " ".join((sql or "").split())
            continue
        columns = query(f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{name}')")
        links = query(f'SELECT "from", "table", "to" FROM pragma_foreign_key_list({name!r})')
        found[name] = (
            columns.fetchall(),
            sorted(links.fetchall()),
            sql.rstrip().endswith("STRICT"),
        )
    return found


def test_versions_rise_and_are_in_the_header() -> None:
    versions = [migration.version for migration in MIGRATIONS]
    assert versions == sorted(set(versions))
    database = Database.new()
    assert database.version == CURRENT
    (stated,) = database.raw.execute("PRAGMA application_id").fetchone()
    assert stated == APPLICATION_ID
    database.close()


def test_frozen_versions_know_nothing_of_todays_tables() -> None:
    folder = Path(database_module.__file__).with_name("migrations")
    for file in folder.glob("v*.py"):
        text = file.read_text(encoding="utf-8")
        assert "missiondesk" not in text.split('"""', 2)[2], file.name
        assert "sqlalchemy" not in text, file.name


def test_a_migration_that_fails_leaves_the_version_before(monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database.new()
    before = database.structure()
    bad = Migration(CURRENT + 1, ("CREATE TABLE extra (id TEXT) STRICT", "CREATE NONSENSE"))
    monkeypatch.setattr(database_module, "MIGRATIONS", (*MIGRATIONS, bad))
    with pytest.raises(Exception, match="NONSENSE"):
        database.migrate(until=CURRENT + 1)
    assert database.version == CURRENT
    assert database.structure() == before
    database.close()


def test_an_older_file_is_brought_to_today_in_memory_and_written_with_the_next_step(
    path: Path, filed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filed.write(Verb.ADD_MISSION, "", "M1") as unit:
        unit.save(a_mission())
    filed.close()
    before = path.read_bytes()
    next_one = Migration(
        CURRENT + 1,
        (
            "ALTER TABLE mission ADD COLUMN mood TEXT NOT NULL DEFAULT ''",
            "CREATE TABLE talk (id TEXT NOT NULL PRIMARY KEY) STRICT",
        ),
    )
    for module in (database_module, inspection_module):
        monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, next_one))
        monkeypatch.setattr(module, "CURRENT", CURRENT + 1)
    monkeypatch.setattr(Database.migrate, "__defaults__", (CURRENT + 1,))
    store = open_workspace(path, "Sekretær")
    assert not store.newer
    assert path.read_bytes() == before
    store.undo()
    store.redo()
    store.close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone() == (CURRENT + 1,)
    assert raw.execute("SELECT code, mood FROM mission").fetchall() == [("M1", "")]
    raw.close()
    open_workspace(path, "Sekretær").close()


def test_the_hash_of_todays_structure_is_that_of_the_migrations() -> None:
    assert structure_hash(structure_of(CURRENT)) == CURRENT_STRUCTURE


def test_references_and_unique_fields_are_declared_fields() -> None:
    for kind, links in REFERENCES.items():
        assert set(links) <= set(table_of(kind).columns.keys())
        assert set(links.values()) <= set(KINDS)
    for kind, names in UNIQUE.items():
        assert set(names) <= set(table_of(kind).columns.keys())


@pytest.mark.parametrize("file", sorted(FILES.glob("*.mission")), ids=lambda file: file.stem)
def test_a_released_file_opens_for_ever(file: Path, tmp_path: Path) -> None:
    """Beside each file lies what it held, as plain JSON written on the day of its release."""
    copy = tmp_path / file.name
    shutil.copyfile(file, copy)
    store = open_workspace(copy, "Sekretær")
    try:
        expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        for kind, rows in expected.items():
            found = [encode(record) for record in store.all(KINDS[kind])]
            shared = [
                {name: row[name] for name in old} for row, old in zip(found, rows, strict=True)
            ]
            assert shared == rows, kind
        undone = 0
        while store.undoable is not None:
            store.undo()
            undone += 1
        assert undone > 0
        while store.redoable is not None:
            store.redo()
        with store.write(Verb.ADD_MISSION, "", "M") as unit:
            unit.save(a_mission())
        assert store.wait_saved(30)
    finally:
        store.close()
    again = open_workspace(copy, "Sekretær", read_only=True)
    assert again.where(Mission, code="M1")
    again.close()
    plain = sqlite3.connect(copy)
    (version,) = plain.execute("PRAGMA user_version").fetchone()
    plain.close()
    assert version == CURRENT
