# SPDX-License-Identifier: Apache-2.0
"""A file of somebody else is tried in a process of its own, which may end as it likes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from missiondesk.domain.refused import Refused
from missiondesk.services.door import DOOR, FLAG
from missiondesk.services.incoming import read_incoming
from missiondesk.services.receiving import Kind, require_harmless_workspace
from missiondesk.services.saving import Reason, Unavailable
from missiondesk.services.workspaces import new_desk
from missiondesk.system.apart import ANOTHER_FILE, FINE, NO_MEMORY, End, end_of, run_apart

_TABLE = b"Kode;Titel\nM90;En ny mission\nM91;Endnu en\n"


@pytest.fixture(autouse=True)
def trying() -> Iterator[None]:
    """As the window has it."""
    DOOR.tries = True
    yield
    DOOR.tries = False


def test_what_does_no_harm_is_read(tmp_path: Path) -> None:
    table = tmp_path / "tabel.csv"
    table.write_bytes(_TABLE)
    assert read_incoming(table)
    new_desk(tmp_path / "a.mission", "Bo").close()
    require_harmless_workspace(tmp_path / "a.mission")


def test_a_no_of_the_reader_is_its_own(tmp_path: Path) -> None:
    table = tmp_path / "tabel.csv"
    table.write_bytes(b"")
    with pytest.raises(Refused) as refused:
        read_incoming(table)
    assert "tried apart" not in refused.value.message.msgid
    (tmp_path / "a.mission").write_bytes(b"SQLite format 3\x00 and no more")
    require_harmless_workspace(tmp_path / "a.mission")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell stands in for the program")
@pytest.mark.parametrize("ending", ["kill -SEGV $$", f"exit {NO_MEMORY}"])
def test_what_ends_the_other_process_is_told_and_not_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    table, program = tmp_path / "tabel.csv", tmp_path / "program"
    table.write_bytes(_TABLE)
    program.write_text(f"#!/bin/sh\n{ending}\n")
    program.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(program))
    with pytest.raises(Refused) as refused:
        read_incoming(table)
    assert dict(refused.value.message.values)["name"] == "tabel.csv"
    with pytest.raises(Unavailable) as unavailable:
        require_harmless_workspace(table)
    assert unavailable.value.reason is Reason.UNREADABLE


def test_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    assert tried(tmp_path, seconds=0.01) is End.TOO_LATE


def test_another_file_than_was_read_is_noticed(tmp_path: Path) -> None:
    assert tried(tmp_path) is End.FINE
    assert tried(tmp_path, digest="0" * 64) is End.ANOTHER_FILE


def test_where_no_process_can_be_begun_the_readers_own_checks_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "nothing"))
    assert tried(tmp_path) is End.UNKNOWN
    table = tmp_path / "tabel.csv"
    assert read_incoming(table)


def test_exit_codes_are_understood() -> None:
    assert end_of(FINE) is End.FINE
    assert end_of(ANOTHER_FILE) is End.ANOTHER_FILE
    assert end_of(-11) is End.CRASHED  # a signal
    assert end_of(0xC0000005) is End.CRASHED  # Windows: access violation
    assert end_of(0xC0000005 - (1 << 32)) is End.CRASHED
    assert end_of(1) is End.UNKNOWN  # Python could not even begin


def tried(folder: Path, seconds: float = 60.0, digest: str = "") -> End:
    table = folder / "tabel.csv"
    table.write_bytes(_TABLE)
    told = digest or sha256(_TABLE).hexdigest()
    return run_apart((FLAG, Kind.ANYTHING, str(table), str(len(_TABLE)), told), seconds)
