# SPDX-License-Identifier: Apache-2.0
"""A plain workspace is an ordinary SQLite file in which no byte can change unnoticed."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.store.image import PLAIN, codec_of
from missiondesk.store.inspection import inspect
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable
from tests.builders import a_mission


@pytest.fixture
def file(filed: Store, path: Path) -> bytes:
    """The bytes of a workspace with a mission, as they lie on the disk."""
    for number in range(3):
        with filed.write(Verb.ADD_MISSION, "", f"M{number}") as unit:
            unit.save(a_mission(code=f"M{number}"))
    assert filed.wait_saved(30)
    return path.read_bytes()


def refuses(data: bytes) -> Reason:
    with pytest.raises(Unavailable) as refused:
        inspect(data)
    return refused.value.reason


def test_sqlite_itself_opens_the_file_and_finds_it_whole(file: bytes, path: Path) -> None:
    plain = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        assert plain.execute("PRAGMA application_id").fetchone() == (0x4D444B31,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert plain.execute("SELECT count(*) FROM mission").fetchone() == (3,)
    finally:
        plain.close()
    assert path.read_bytes() == file


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 program is not here")
def test_the_sqlite_program_opens_it_too(file: bytes, path: Path) -> None:
    said = subprocess.run(
        ["sqlite3", "-readonly", str(path), "PRAGMA integrity_check; SELECT code FROM mission"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout.split() == ["ok", "M0", "M1", "M2"]


def test_a_workspace_that_another_tool_wrote_into_is_refused(file: bytes, path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("UPDATE mission SET note = 'around the unit'")
    plain.commit()
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    plain.close()
    assert refuses(path.read_bytes()) is Reason.DAMAGED


def test_every_flipped_bit_is_noticed(file: bytes) -> None:
    draw = random.Random(7)
    edges = [*range(200), *range(len(file) - 200, len(file))]
    for place in edges + draw.sample(range(len(file)), 400):
        data = bytearray(file)
        data[place] ^= 1 << draw.randrange(8)
        assert refuses(bytes(data)) is Reason.DAMAGED, place


def test_every_cut_and_every_addition_is_noticed(file: bytes) -> None:
    draw = random.Random(8)
    lengths = [*range(1, 70), 4096, *draw.sample(range(len(file)), 50)]
    for length in lengths:
        kind = refuses(file[: len(file) - length])
        assert kind in (Reason.DAMAGED, Reason.NOT_A_WORKSPACE, Reason.FOREIGN_DATABASE), length
        assert refuses(file + bytes(length)) is Reason.DAMAGED, length
        assert refuses(file[length:]) is Reason.DAMAGED, length
        assert refuses(file[:100] + bytes(length) + file[100:]) is Reason.DAMAGED, length
    assert refuses(file + file) is Reason.DAMAGED


def test_one_file_in_the_place_of_another_is_only_told_by_its_reader(file: bytes) -> None:
    image = PLAIN.unwrap(file)
    assert PLAIN.wrap(image) == file
    assert codec_of(file) is PLAIN
    opened = inspect(file)
    assert [mission.code for mission in opened.ledger.records.all(Mission)] == ["M0", "M1", "M2"]
    opened.ledger.database.close()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"Kaere minister, ", Reason.NOT_A_WORKSPACE),
        (b"PK\x03\x04" + bytes(200), Reason.NOT_A_WORKSPACE),
        (b"\x00" * 5000, Reason.NOT_A_WORKSPACE),
        (b"SQLite format 3\x00", Reason.FOREIGN_DATABASE),
        (b"SQLite format 3\x00" + bytes(5000), Reason.FOREIGN_DATABASE),
    ],
)
def test_what_is_no_workspace_is_said_in_its_own_words(data: bytes, reason: Reason) -> None:
    assert refuses(data) is reason
