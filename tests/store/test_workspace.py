# SPDX-License-Identifier: Apache-2.0
"""Making, opening and refusing workspace files, each with its own sentence."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from missiondesk.domain.entities import KINDS
from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.store import workspace as module
from missiondesk.store.saver import Saved
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.store.workspace import create, open_workspace
from tests.builders import a_mission, one_of_each


def refuses(path: Path) -> Unavailable:
    with pytest.raises(Unavailable) as refused:
        open_workspace(path, "Sekretær")
    assert not path.with_name(path.name + ".lock").exists()
    return refused.value


def test_everything_is_there_again_and_the_folder_is_clean(filed: Store, path: Path) -> None:
    with filed.write(Verb.IMPORT, "", "all kinds") as unit:
        for record in one_of_each():
            unit.save(record)
    before = {kind: filed.all(KINDS[kind]) for kind in KINDS}
    assert all(len(rows) == 1 for rows in before.values())
    trail = filed.steps()
    filed.close()
    assert list(path.parent.iterdir()) == [path]
    again = open_workspace(path, "Anna")
    assert {kind: again.all(KINDS[kind]) for kind in KINDS} == before
    assert again.steps() == trail
    assert isinstance(again.saving, Saved)
    assert again.wait_saved(0)
    again.undo()
    assert again.steps()[0].who == "Anna"
    again.close()


def test_a_new_workspace_is_on_the_disk_at_once_and_replaces_nothing(path: Path) -> None:
    create(path, "Sekretær").close()
    content = path.read_bytes()
    with pytest.raises(Unavailable) as refused:
        create(path, "Sekretær")
    assert refused.value.reason is Reason.EXISTS
    assert path.read_bytes() == content
    create(path, "Sekretær", replace=True).close()
    assert path.read_bytes() != content


def test_opening_alone_writes_nothing(filed: Store, path: Path) -> None:
    filed.close()
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    open_workspace(path, "Sekretær").close()
    open_workspace(path, "Sekretær", read_only=True).close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_two_new_workspaces_are_not_the_same(tmp_path: Path) -> None:
    facts = set()
    for name in ("a", "b"):
        create(tmp_path / name, "Sekretær").close()
        raw = sqlite3.connect(tmp_path / name)
        facts.add(raw.execute("SELECT value FROM meta WHERE name = 'workspace'").fetchone())
        raw.close()
    assert len(facts) == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        ("Kære minister".encode(), Reason.NOT_A_WORKSPACE),
        (b"\x89PNG" + bytes(500), Reason.NOT_A_WORKSPACE),
    ],
)
def test_a_file_that_is_none_is_left_as_it_is(path: Path, data: bytes, reason: Reason) -> None:
    path.write_bytes(data)
    refused = refuses(path)
    assert refused.reason is reason
    assert path.read_bytes() == data
    assert refused.message.msgid.count(".") >= 2  # what happened, what is safe, what to do


def test_a_database_of_another_program_is_told_apart_from_damage(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE mission (id TEXT)")
    raw.commit()
    raw.close()
    assert refuses(path).reason is Reason.FOREIGN_DATABASE


def test_a_folder_and_a_missing_file_are_said_to_be_so(path: Path) -> None:
    assert refuses(path).reason is Reason.MISSING
    assert refuses(path.parent / "nowhere" / "x").reason is Reason.MISSING
    path.mkdir()
    assert refuses(path).reason is Reason.NOT_A_WORKSPACE


def test_a_giant_is_not_even_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with path.open("wb") as file:
        file.truncate(module.LARGEST_FILE + 1)
    refused = refuses(path)
    assert refused.reason is Reason.TOO_LARGE


def test_every_refusal_has_a_sentence_of_its_own(path: Path) -> None:
    sentences = set()
    for data in (b"", b"text", b"SQLite format 3\x00" + bytes(100)):
        path.write_bytes(data)
        sentences.add(refuses(path).message.msgid)
    assert len(sentences) == 3


def test_what_a_killed_run_left_is_swept_on_opening(filed: Store, path: Path) -> None:
    filed.close()
    left = path.with_name(f".{path.name}.0123456789abcdef.tmp")
    left.write_bytes(b"half")
    open_workspace(path, "Anna", read_only=True).close()
    assert left.exists()
    open_workspace(path, "Anna").close()
    assert not left.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_stays_a_link(filed: Store, path: Path) -> None:
    filed.close()
    link = path.with_name("link.mission")
    link.symlink_to(path)
    store = open_workspace(link, "Anna")
    with store.write(Verb.ADD_MISSION, "") as unit:
        unit.save(a_mission())
    store.close()
    assert link.is_symlink()
    again = open_workspace(path, "Anna")
    assert len(again.all(Mission)) == 1
    again.close()


def test_a_file_that_may_only_be_read_is_opened_for_reading(filed: Store, path: Path) -> None:
    filed.close()
    path.chmod(0o400)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everywhere")
    assert refuses(path).reason is Reason.NOT_WRITABLE
    open_workspace(path, "Anna", read_only=True).close()
