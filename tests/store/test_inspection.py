# SPDX-License-Identifier: Apache-2.0
"""What a hostile or broken file may hold, each with the right hash, and how it is turned away."""

from __future__ import annotations

import random
import sqlite3
import struct
from contextlib import suppress
from pathlib import Path

import pytest

from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.store.image import PLAIN
from missiondesk.store.inspection import inspect
from missiondesk.store.migrations import CURRENT
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.store.workspace import in_memory, open_workspace
from tests.builders import a_metric, a_mission, an_observation


def an_image() -> bytes:
    store = in_memory("Sekretær")
    mission = a_mission()
    metric = a_metric(mission=mission.id)
    with store.write(Verb.ADD_MISSION, mission.id) as unit:
        unit.save(mission)
        unit.save(metric)
        unit.save(an_observation(metric=metric.id))
    image = store.image()
    store.close(discard=True)
    return image


def forged(script: str, image: bytes | None = None) -> bytes:
    """A workspace after ``script`` with a right trailer, as one who knows the format makes it."""
    raw = sqlite3.connect(":memory:", isolation_level=None)
    raw.deserialize(image or an_image())
    raw.executescript(script)
    data = PLAIN.wrap(raw.serialize())
    raw.close()
    return data


def refuses(data: bytes) -> Unavailable:
    with pytest.raises(Unavailable) as refused:
        inspect(data)
    return refused.value


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER INSERT ON mission BEGIN DELETE FROM mission; END",
        "CREATE VIEW v AS SELECT * FROM mission",
        "CREATE TABLE extra (x)",
        "CREATE INDEX extra ON mission (code)",
        "CREATE VIRTUAL TABLE extra USING fts5(x)",
        "DROP INDEX one_key_metric",
        "DROP TABLE letter_block",
        "ALTER TABLE mission ADD COLUMN extra TEXT",
        "ALTER TABLE person RENAME COLUMN name TO title",
        "DROP TABLE person; CREATE VIEW person AS SELECT 1 AS id",
        "DROP TABLE person; CREATE TABLE person (id TEXT, name TEXT, first_name TEXT)",
        "PRAGMA user_version = 0",
        "ANALYZE",
    ],
)
def test_a_schema_that_is_not_ours_word_for_word_is_refused(script: str) -> None:
    assert refuses(forged(script)).reason is Reason.STRANGE_STRUCTURE


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("UPDATE observation SET metric = 'x'", Reason.BROKEN_REFERENCE),
        ("DELETE FROM mission", Reason.BROKEN_REFERENCE),
        ("UPDATE mission SET state = 'dreamt'", Reason.INVALID_RECORD),
        ("UPDATE mission SET start = '2026-99'", Reason.INVALID_RECORD),
        ("UPDATE mission SET title = '{}'", Reason.INVALID_RECORD),
        ("UPDATE metric SET key = 7", Reason.INVALID_RECORD),
        ("UPDATE observation SET value = '1E+99999999'", Reason.INVALID_RECORD),
        ("UPDATE observation SET id = '../../etc'", Reason.INVALID_RECORD),
        ("UPDATE step SET at = 'yesterday'", Reason.INVALID_RECORD),
        ("UPDATE step SET at = '2026-01-01T10:00:00'", Reason.INVALID_RECORD),
        ("UPDATE step SET verb = 'conquer'", Reason.INVALID_RECORD),
        ("UPDATE step SET number = 4", Reason.INVALID_RECORD),
        ("UPDATE step SET parent = 'someone'", Reason.INVALID_RECORD),
        ("UPDATE change SET kind = 'treasure'", Reason.INVALID_RECORD),
        ("UPDATE change SET after = '[1]'", Reason.INVALID_RECORD),
        ("UPDATE change SET after = '{\"a\":[1]}'", Reason.INVALID_RECORD),
        ("UPDATE change SET before = '{\"a\":1.5}'", Reason.INVALID_RECORD),
        ("UPDATE change SET after = '{'", Reason.INVALID_RECORD),
        ("UPDATE change SET after = NULL", Reason.INVALID_RECORD),
        ("UPDATE mission SET note = CAST(x'ff' AS TEXT)", Reason.DAMAGED),
        ("PRAGMA application_id = 5", Reason.DAMAGED),
        (f"PRAGMA user_version = {CURRENT + 1000}", Reason.NEWER),
    ],
)
def test_contents_that_are_not_valid_are_refused_each_for_its_reason(
    script: str, reason: Reason
) -> None:
    assert refuses(forged("PRAGMA foreign_keys = OFF;" + script)).reason is reason


def test_a_schema_that_is_no_text_is_refused() -> None:
    # Found among mutated files: one bit makes a blob of a statement.
    script = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = CAST(sql AS BLOB)"
    said = refuses(forged(f"{script} WHERE name = 'mission'"))
    assert said.reason in (Reason.STRANGE_STRUCTURE, Reason.DAMAGED)


def test_a_newer_file_is_refused_with_what_is_needed() -> None:
    said = refuses(forged("PRAGMA user_version = 2003")).message
    assert "newer version" in said.msgid
    assert dict(said.values)["version"] == "2.3"


def test_a_write_ahead_image_is_refused() -> None:
    image = bytearray(an_image())
    image[18:20] = b"\x02\x02"
    assert refuses(PLAIN.wrap(bytes(image))).reason is Reason.DAMAGED


def test_a_file_of_a_newer_minor_version_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "nyere.mission"
    script = f"""
        ALTER TABLE mission ADD COLUMN mood TEXT NOT NULL DEFAULT 'bright';
        CREATE TABLE talk (id TEXT NOT NULL PRIMARY KEY) STRICT;
        INSERT INTO talk VALUES ('t1');
        UPDATE step SET verb = 'hold_talk';
        PRAGMA user_version = {CURRENT + 1};
    """
    data = forged(script)
    path.write_bytes(data)
    store = open_workspace(path, "Sekretær")
    try:
        assert store.newer
        assert store.read_only
        assert not path.with_name("nyere.mission.lock").exists()
        assert store.where(Mission, code="M1")
        assert store.undoable is None
        with (
            pytest.raises(Unavailable) as refused,
            store.write(Verb.ADD_MISSION, "") as unit,
        ):
            unit.save(a_mission())
        assert refused.value.reason is Reason.READ_ONLY
        copy = tmp_path / "kopi.mission"
        store.save_as(copy)
        assert store.read_only
    finally:
        store.close()
    raw = sqlite3.connect(copy)
    assert raw.execute("SELECT mood FROM mission").fetchall() == [("bright",)]
    assert raw.execute("SELECT id FROM talk").fetchall() == [("t1",)]
    raw.close()
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER INSERT ON mission BEGIN DELETE FROM mission; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE VIRTUAL TABLE talk USING fts5(x)",
        "DROP TABLE letter_block",
        "ALTER TABLE person DROP COLUMN first_name",
    ],
)
def test_a_newer_minor_version_may_add_and_nothing_else(script: str) -> None:
    newer = f"{script}; PRAGMA user_version = {CURRENT + 1}"
    assert refuses(forged(newer)).reason is Reason.STRANGE_STRUCTURE


def test_a_newer_minor_version_with_words_we_do_not_know_is_said_to_be_newer() -> None:
    newer = f"UPDATE mission SET state = 'dreamt'; PRAGMA user_version = {CURRENT + 1}"
    assert refuses(forged(newer)).reason is Reason.NEWER


def survive(seed: int, files: int) -> None:
    draw = random.Random(seed)
    image = an_image()
    for _ in range(files):
        data = bytearray(image)
        for _ in range(draw.choice((1, 1, 2, 8, 64))):
            data[draw.randrange(100, len(data))] = draw.randrange(256)
        if draw.random() < 0.3:
            data[draw.randrange(16, 100)] = draw.randrange(256)
        with suppress(Unavailable):
            inspect(PLAIN.wrap(bytes(data))).ledger.database.close()


@pytest.mark.parametrize("seed", range(4))
def test_broken_pages_with_a_right_hash_never_crash(seed: int) -> None:
    """The hash stops accidents; this is what lies behind it when it was made to fit."""
    survive(seed, 100)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_ten_thousand_broken_files_never_crash() -> None:
    survive(99, 10_000)


def test_a_header_that_states_a_giant_page_count_costs_nothing() -> None:
    image = bytearray(an_image())
    struct.pack_into(">I", image, 28, 0x7FFFFFFF)
    assert refuses(PLAIN.wrap(bytes(image))).reason is Reason.DAMAGED


def test_an_altered_kept_file_is_not_opened() -> None:
    script = f"INSERT INTO kept_file VALUES ('{'0' * 64}', 'application/pdf', x'25504446')"
    assert refuses(forged(script)).reason is Reason.INVALID_RECORD
