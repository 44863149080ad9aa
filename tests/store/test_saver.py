# SPDX-License-Identifier: Apache-2.0
"""The screen says "saved" only of what is on the disk, and nothing is lost when saving fails."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from pathlib import Path

import pytest

from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.store import image as image_module
from missiondesk.store import publish as publish_module
from missiondesk.store import saver as saver_module
from missiondesk.store.inspection import inspect
from missiondesk.store.saver import NotSaved, Saved, SaveState, Saving
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.store.workspace import create, in_memory, open_workspace
from tests.builders import a_mission
from tests.store.test_publish import FailingSystem


def add_mission(store: Store, code: str = "M1") -> None:
    with store.write(Verb.ADD_MISSION, "", code) as unit:
        unit.save(a_mission(code=code))


def codes_in(path: Path) -> list[str]:
    opened = inspect(path.read_bytes())
    codes = [mission.code for mission in opened.ledger.records.all(Mission)]
    opened.ledger.database.close()
    return codes


def why(store: Store) -> str:
    assert isinstance(store.saving, NotSaved)
    return store.saving.why.msgid


def test_saved_is_said_only_when_the_step_is_in_the_file(filed: Store, path: Path) -> None:
    told: list[tuple[SaveState, int]] = []
    filed.listen_saving(lambda state: told.append((state, len(codes_in(path)))))
    add_mission(filed)
    assert filed.wait_saved(30)
    assert isinstance(filed.saving, Saved)
    filed.close()
    assert isinstance(told[0][0], Saving)
    assert all(count == 1 for state, count in told if isinstance(state, Saved))
    assert isinstance(told[-1][0], Saved)


def test_a_burst_becomes_few_writes_and_nothing_is_left_out(
    filed: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes: list[str] = []
    slow = threading.Event()

    class Counting:
        def __getattr__(self, name: str) -> object:
            if name == "replace":
                writes.append(name)
                slow.wait(30)
            return getattr(os, name)

    monkeypatch.setattr(publish_module, "os", Counting())
    for number in range(100):
        add_mission(filed, f"M{number}")
    assert isinstance(filed.saving, Saving)
    assert not filed.wait_saved(0.0)
    slow.set()
    assert filed.wait_saved(30)
    assert len(writes) <= 3
    assert len(codes_in(path)) == 100


def test_a_failed_save_keeps_both_and_the_next_step_tries_again(
    filed: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_mission(filed, "M1")
    assert filed.wait_saved(30)
    monkeypatch.setattr(publish_module, "os", FailingSystem(1, errno.ENOSPC, for_ever=True))
    add_mission(filed, "M2")
    assert not filed.wait_saved(30)
    assert "no room" in why(filed)
    assert codes_in(path) == ["M1"]
    assert [mission.code for mission in filed.all(Mission)] == ["M1", "M2"]
    assert not filed.save_now(30)
    monkeypatch.setattr(publish_module, "os", os)
    add_mission(filed, "M3")
    assert filed.wait_saved(30)
    assert codes_in(path) == ["M1", "M2", "M3"]


def test_a_failed_save_can_be_tried_again_by_hand(filed: Store, path: Path) -> None:
    away = path.parent.with_name("away")
    add_mission(filed, "M1")
    assert filed.wait_saved(30)
    path.parent.rename(away)
    add_mission(filed, "M2")
    assert not filed.wait_saved(30)
    assert "not there" in why(filed)
    away.rename(path.parent)
    assert filed.save_now(30)
    assert codes_in(path) == ["M1", "M2"]


@pytest.mark.parametrize("at", range(1, 9))
def test_after_any_failure_of_a_save_the_next_one_goes_through(
    filed: Store, path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Also when the file was in place already and only the folder's sync failed."""
    monkeypatch.setattr(publish_module, "os", FailingSystem(at, errno.EIO, for_ever=False))
    add_mission(filed)
    filed.wait_saved(30)
    assert filed.save_now(30)
    assert codes_in(path) == ["M1"]


def test_another_ones_file_is_never_overwritten(filed: Store, path: Path) -> None:
    add_mission(filed, "M1")
    assert filed.wait_saved(30)
    theirs = path.parent / "theirs.mission"
    shutil.copyfile(path, theirs)
    other = open_workspace(theirs, "Anna")
    add_mission(other, "theirs")
    other.close()
    theirs.replace(path)
    content = path.read_bytes()
    for code in ("M2", "M3"):
        add_mission(filed, code)
        assert not filed.wait_saved(30)
        assert "changed on the disk" in why(filed)
    with pytest.raises(Unavailable) as refusal:
        filed.save_as(path)
    assert refusal.value.reason is Reason.NOT_SAVED
    assert path.read_bytes() == content
    mine = path.parent / "mine.mission"
    filed.save_as(mine)
    assert codes_in(mine) == ["M1", "M2", "M3"]
    assert codes_in(path) == ["M1", "theirs"]


def test_a_file_that_was_taken_away_is_written_anew(filed: Store, path: Path) -> None:
    path.unlink()
    add_mission(filed)
    assert filed.wait_saved(30)
    assert codes_in(path) == ["M1"]


def test_closing_waits_and_refuses_to_lose_work(
    filed: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish_module, "os", FailingSystem(1, errno.EROFS, for_ever=True))
    add_mission(filed)
    with pytest.raises(Unavailable) as refusal:
        filed.close()
    assert refusal.value.reason is Reason.NOT_SAVED
    assert "may not be written" in refusal.value.message.msgid
    monkeypatch.setattr(publish_module, "os", os)
    filed.close()
    assert codes_in(path) == ["M1"]


def test_what_is_thrown_away_on_purpose_is_gone(
    filed: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish_module, "os", FailingSystem(1, errno.EROFS, for_ever=True))
    add_mission(filed)
    filed.close(discard=True)
    assert codes_in(path) == []
    assert sorted(path.parent.iterdir()) == [path]


def test_a_workspace_that_grew_too_large_stays_as_it_was(
    filed: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver_module, "LARGEST_FILE", path.stat().st_size + 20_000)
    add_mission(filed)
    assert filed.wait_saved(30)
    with filed.write(Verb.ADD_MISSION, "") as unit:
        unit.save(a_mission(note="x" * 50_000))
    assert not filed.wait_saved(30)
    assert "grown larger" in why(filed)
    assert codes_in(path) == ["M1"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_while_saving_is_never_called_saved_and_the_saver_lives_on(
    filed: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def sha256(self, data: bytes) -> None:
            raise MemoryError

    monkeypatch.setattr(image_module, "hashlib", Broken())
    add_mission(filed, "M1")
    assert not filed.wait_saved(30)
    assert "Saving failed" in why(filed)
    monkeypatch.undo()
    add_mission(filed, "M2")
    assert filed.wait_saved(30)
    assert codes_in(path) == ["M1", "M2"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_listener_with_a_bug_does_not_end_the_saving(filed: Store, path: Path) -> None:
    def broken(state: SaveState) -> None:
        if isinstance(state, Saved):
            raise ZeroDivisionError

    filed.listen_saving(broken)
    for number in range(20):
        add_mission(filed, f"M{number}")
        assert filed.wait_saved(30)
    assert len(codes_in(path)) == 20


# ---------------------------------------------------------------- another name


def test_a_workspace_in_memory_gets_a_file(path: Path) -> None:
    store = in_memory("Sekretær")
    add_mission(store, "M1")
    assert "no file yet" in why(store)
    assert not store.wait_saved(30)
    store.save_as(path)
    assert store.path == path
    add_mission(store, "M2")
    store.close()
    assert codes_in(path) == ["M1", "M2"]


def test_a_step_that_comes_while_the_first_file_is_written_is_saved_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = in_memory("Sekretær")

    class Interrupted:
        def __getattr__(self, name: str) -> object:
            if name == "replace" and not store.all(Mission):
                add_mission(store, "M1")
            return getattr(os, name)

    monkeypatch.setattr(publish_module, "os", Interrupted())
    store.save_as(path)
    assert store.wait_saved(30)
    assert codes_in(path) == ["M1"]
    store.close()


def test_save_as_goes_on_in_the_new_file_and_lets_the_old_one_go(filed: Store, path: Path) -> None:
    add_mission(filed, "M1")
    copy = path.with_name("kopi.mission")
    filed.save_as(copy)
    add_mission(filed, "M2")
    assert filed.wait_saved(30)
    assert isinstance(filed.saving, Saved)
    assert (codes_in(copy), filed.path) == (["M1", "M2"], copy)
    other = open_workspace(path, "Anna")
    other.close()
    filed.undo()
    filed.save_as(copy)
    assert codes_in(copy) == ["M1"]


def test_save_as_replaces_a_file_only_when_told_to_and_never_an_open_one(
    filed: Store, path: Path
) -> None:
    taken = path.with_name("taken.mission")
    other = create(taken, "Anna")
    with pytest.raises(Unavailable) as refusal:
        filed.save_as(taken)
    assert refusal.value.reason is Reason.EXISTS
    with pytest.raises(Unavailable) as refusal:
        filed.save_as(taken, replace=True)
    assert refusal.value.reason is Reason.LOCKED
    other.close()
    add_mission(filed)
    filed.save_as(taken, replace=True)
    assert codes_in(taken) == ["M1"]


def test_save_as_that_fails_changes_nothing(filed: Store, path: Path) -> None:
    with pytest.raises(Unavailable) as refusal:
        filed.save_as(path.parent / "nowhere" / "x.mission")
    assert refusal.value.reason is Reason.MISSING
    add_mission(filed)
    assert filed.wait_saved(30)
    assert filed.path == path
    assert codes_in(path) == ["M1"]


def test_a_copy_of_what_was_opened_for_reading_can_be_written(filed: Store, path: Path) -> None:
    add_mission(filed)
    assert filed.wait_saved(30)
    reader = open_workspace(path, "Anna", read_only=True)
    with pytest.raises(Unavailable) as refusal:
        add_mission(reader)
    assert refusal.value.reason is Reason.READ_ONLY
    assert reader.undoable is None
    copy = path.with_name("kopi.mission")
    reader.save_as(copy)
    add_mission(reader, "M2")
    reader.close()
    assert (codes_in(copy), codes_in(path)) == (["M1", "M2"], ["M1"])


def test_whoever_left_is_not_being_told_any_more(filed: Store) -> None:
    """A window that goes while another thread speaks to it took the program with it."""
    inside, go_on, order = threading.Event(), threading.Event(), list[str]()

    def listen(state: SaveState) -> None:
        if isinstance(state, Saved):
            inside.set()
            go_on.wait(30)
            order.append("told")

    leave = filed.listen_saving(listen)
    add_mission(filed)
    assert inside.wait(30)

    def go() -> None:
        leave()
        order.append("left")

    leaving = threading.Thread(target=go)
    leaving.start()
    leaving.join(0.05)
    go_on.set()
    leaving.join(30)
    assert order == ["told", "left"]
