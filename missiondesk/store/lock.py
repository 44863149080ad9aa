# SPDX-License-Identifier: Apache-2.0
"""The lock beside an open workspace: it tells who works on it, on which machine, since when.

The rules are those of Qt's lock file with no stale time: what a dead process on this machine left
is taken over at once, what another machine holds is never taken without a person's word. On this
machine the operating system's own lock on the file decides, since it ends with its process.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import platform
import sys
import time
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Final

from missiondesk.domain.identity import now
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.store.unavailable import Holder, Reason, Unavailable

_LARGEST: Final = 4096
_ATTEMPTS: Final = 20
_UNNAMED: Final = 10
_PAUSE: Final = 0.02  # seconds
# Windows locks forbid reading, so the lock lies far behind the text that others have to read.
_FAR: Final = 1 << 20


class _Native(Enum):
    TAKEN = 1
    HELD = 2
    UNKNOWN = 3  # the file system has no locks


class Lock:
    """The lock of one workspace, held from `acquire` until `release`."""

    def __init__(self, workspace: Path) -> None:
        self.path = workspace.with_name(workspace.name + ".lock")
        self._descriptor: int | None = None

    def acquire(self, person: str, *, take_over: bool = False) -> None:
        """Take the lock.

        Args:
            person: Who is told to others.
            take_over: Take it although another machine holds it, by the user's decision.

        Raises:
            Unavailable: Someone holds it (`Unavailable.holder` says who).
            OSError: The folder cannot be written.
        """
        for attempt in range(_ATTEMPTS):
            try:
                if self._attempt(person, take_over=take_over):
                    return
            except Unavailable as held:
                # Whoever has just taken it may not have written yet who it is.
                if held.holder is not None or attempt >= _UNNAMED:
                    raise
                time.sleep(_PAUSE)
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(self.path))

    def release(self) -> None:
        """Give the lock back and take its file away."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            _close(descriptor)
            with contextlib.suppress(OSError):
                self.path.unlink()
            return
        with contextlib.suppress(OSError):
            if _is_at(descriptor, self.path):
                self.path.unlink()
        _close(descriptor)

    def _attempt(self, person: str, *, take_over: bool) -> bool:
        descriptor, writable = _open(self.path)
        try:
            native = _seize(descriptor)
            holder = _read(descriptor)
            if native is _Native.HELD:
                raise _held(holder)
            if not _is_at(descriptor, self.path):
                return False  # it was given back while we looked
            if holder is not None and not take_over and not _left_behind(holder, native):
                raise _held(holder)
            if not writable:
                self.path.unlink()
                return False
            _write(descriptor, person)
            self._descriptor, descriptor = descriptor, -1
            return True
        finally:
            if descriptor >= 0:
                _close(descriptor)


def _close(descriptor: int) -> None:
    """Give a descriptor back: it is gone whatever the disk or the share says to that."""
    with contextlib.suppress(OSError):
        os.close(descriptor)


def _held(holder: Holder | None) -> Unavailable:
    if holder is None:
        return Unavailable(
            Reason.LOCKED,
            N_(
                "The workspace is open in another window. Your file is safe. "
                "Work there, or open it here for reading."
            ),
        )
    since = holder.since.astimezone()
    return Unavailable(
        Reason.LOCKED,
        N_(
            "{person} has had the workspace open on {machine} since {day} at {time}. "
            "Nothing was changed. Ask for it to be closed there, or open it for reading."
        ),
        holder=holder,
        person=holder.person,
        machine=holder.machine,
        day=day(since.date()),
        time=f"{since:%H:%M}",
    )


def _left_behind(holder: Holder, native: _Native) -> bool:
    if holder.machine != platform.node():
        return False
    return native is _Native.TAKEN or not _alive(holder.pid)


def _alive(pid: int) -> bool:
    if sys.platform == "win32":
        return True  # asking by signal would end the process; its locks are always known there
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


# ---------------------------------------------------------------- the file


def _open(path: Path) -> tuple[int, bool]:
    """Descriptor, and whether it can be written: another user's lock may be for reading only."""
    flags = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o644), True
    except PermissionError:
        return os.open(path, os.O_RDONLY | flags), False


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(descriptor), there)


def _write(descriptor: int, person: str) -> None:
    text = json.dumps(
        {
            "person": person,
            "machine": platform.node(),
            "pid": os.getpid(),
            "since": now().isoformat(timespec="seconds"),
        },
        ensure_ascii=False,
    )
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, text.encode(errors="replace"))
    os.fsync(descriptor)


def _read(descriptor: int) -> Holder | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        fields = json.loads(os.read(descriptor, _LARGEST))
        since = datetime.fromisoformat(fields["since"])
        return Holder(str(fields["person"]), str(fields["machine"]), int(fields["pid"]), since)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


if sys.platform == "win32":
    import msvcrt

    def _seize(descriptor: int) -> _Native:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return _Native.HELD
        return _Native.TAKEN

else:
    import fcntl

    def _seize(descriptor: int) -> _Native:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            held = error.errno in (errno.EAGAIN, errno.EACCES)
            return _Native.HELD if held else _Native.UNKNOWN
        return _Native.TAKEN
