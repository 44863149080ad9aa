# SPDX-License-Identifier: Apache-2.0
"""Whatever call of the system fails, the target is the old file or the new one, and whole."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from missiondesk.store import publish as module
from missiondesk.store.publish import publish, sweep

OLD, NEW = b"old" * 1000, b"new!" * 2000
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


class FailingSystem:
    """The os module, of which one call, or every call from there on, fails."""

    CALLS = ("open", "write", "fsync", "replace", "close")

    def __init__(self, at: int, number: int, *, for_ever: bool) -> None:
        self.at, self.number, self.for_ever = at, number, for_ever
        self.count = 0
        self.failed = False

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._watched(name, real) if name in self.CALLS else real

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*values: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self.at or (self.for_ever and self.count > self.at):
                self.failed = True
                if name == "close":
                    real(*values)
                raise OSError(self.number, os.strerror(self.number))
            return real(*values, **named)

        return call


@pytest.mark.parametrize("for_ever", [False, True])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_every_call_may_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, for_ever: bool
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 3000)  # so that there are several writes
    target = tmp_path / "a.mission"
    for at in range(1, 100):
        target.write_bytes(OLD)
        system = FailingSystem(at, number, for_ever=for_ever)
        monkeypatch.setattr(module, "os", system)
        done = False
        with suppress(OSError):
            publish(target, NEW)
            done = True
        monkeypatch.setattr(module, "os", os)
        assert target.read_bytes() == NEW or not done
        assert target.read_bytes() in (OLD, NEW)
        assert [file.name for file in tmp_path.iterdir()] == ["a.mission"], at
        if not system.failed:
            break
    assert at > 7


@POSIX
def test_each_thing_is_on_the_disk_before_the_next_depends_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Power may go at any moment: content before name, name before anyone says saved."""
    calls: list[str] = []
    files: dict[int, str] = {}

    class Told:
        def __getattr__(self, name: str) -> Any:
            real = getattr(os, name)
            if name not in FailingSystem.CALLS:
                return real

            def call(*values: Any, **named: Any) -> Any:
                found = real(*values, **named)
                if name == "open":
                    files[found] = "folder" if Path(values[0]).is_dir() else "temporary"
                about = files.get(values[0] if name != "open" else found, "target")
                calls.append(f"{name} {about}")
                return found

            return call

    monkeypatch.setattr(module, "os", Told())
    publish(tmp_path / "a", NEW)
    assert calls == [
        "open temporary",
        "write temporary",
        "fsync temporary",
        "close temporary",
        "replace target",
        "open folder",
        "fsync folder",
        "close folder",
    ]


def test_a_short_write_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        def __getattr__(self, name: str) -> Any:
            if name == "write":
                return lambda descriptor, data: os.write(descriptor, data[:7])
            return getattr(os, name)

    monkeypatch.setattr(module, "os", Slow())
    publish(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


class Held:
    """os.replace as on Windows while another program holds the target for a while."""

    def __init__(self, times: int, winerror: int) -> None:
        self.times, self.winerror = times, winerror
        self.waited = 0.0

    def replace(self, source: Path, target: Path) -> None:
        if self.times:
            self.times -= 1
            error = PermissionError(errno.EACCES, "held")
            error.winerror = self.winerror  # type: ignore[attr-defined]
            raise error
        Path(source).rename(target)

    def sleep(self, seconds: float) -> None:
        self.waited += seconds

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_a_scanner_holds_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    held = Held(8, winerror)
    monkeypatch.setattr(module, "os", held)
    monkeypatch.setattr(module, "time", held)
    publish(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW
    assert 1 < held.waited < 2.6


@pytest.mark.parametrize(("winerror", "at_most"), [(32, 2.6), (1314, 0.0)])
def test_a_file_that_stays_held_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int, at_most: float
) -> None:
    target = tmp_path / "a"
    target.write_bytes(OLD)
    held = Held(1000, winerror)
    monkeypatch.setattr(module, "os", held)
    monkeypatch.setattr(module, "time", held)
    with pytest.raises(PermissionError):
        publish(target, NEW)
    assert held.waited <= at_most
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_reading_waits_too(monkeypatch: pytest.MonkeyPatch, winerror: int) -> None:
    """The file is read before it is written over, and when it is opened."""
    held = Held(3, winerror)
    monkeypatch.setattr(module, "time", held)

    def read() -> bytes:
        if held.times:
            held.times -= 1
            error = PermissionError(errno.EACCES, "held")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        return OLD

    assert module.patiently(read) == OLD
    held.times = 1000
    held.waited = 0.0
    with pytest.raises(PermissionError):
        module.patiently(read)
    assert 2 < held.waited < 2.6


def test_who_may_not_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(0, 0)
    monkeypatch.setattr(module, "time", held)

    def read() -> bytes:
        raise PermissionError(errno.EACCES, "never")

    with pytest.raises(PermissionError):
        module.patiently(read)
    assert held.waited == 0


@POSIX
def test_a_new_file_is_its_owners_and_an_old_one_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a"
    publish(target, OLD)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    target.chmod(0o660)
    publish(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o660


@POSIX
def test_nothing_is_written_through_the_target_itself(tmp_path: Path) -> None:
    target, other_name = tmp_path / "a", tmp_path / "b"
    target.write_bytes(OLD)
    other_name.hardlink_to(target)
    publish(target, NEW)
    assert (target.read_bytes(), other_name.read_bytes()) == (NEW, OLD)


def test_a_very_long_danish_name_is_no_trouble(tmp_path: Path) -> None:
    target = tmp_path / ("å" * 120 + ".mission")
    publish(target, NEW)
    assert target.read_bytes() == NEW
    assert sweep(target) == 0


def test_only_own_leftovers_are_swept(tmp_path: Path) -> None:
    target = tmp_path / "a.mission"
    ours = tmp_path / ".a.mission.0123456789abcdef.tmp"
    others = [
        tmp_path / name
        for name in (
            "a.mission",
            ".b.mission.0123456789abcdef.tmp",
            ".a.mission.0123456789abcdef.tmp.bak",
            ".a.mission.notes.tmp",
            "a.mission.0123456789abcdef.tmp",
        )
    ]
    for file in (ours, *others):
        file.write_bytes(b"x")
    assert sweep(target) == 1
    assert sorted(tmp_path.iterdir()) == sorted(others)
    assert sweep(tmp_path / "gone" / "a.mission") == 0
