# SPDX-License-Identifier: Apache-2.0
"""The lock beside an open workspace: it tells who works on it, on which machine, since when.

The rules are those of Qt's lock file with no stale time: what a dead process on this machine left
is taken over at once, what another machine holds is never taken without a person's word. On this
machine the operating system's own lock on the file decides, since it ends with its process. While
it is held the lock beats (`pulse`), so that others can tell a machine at work from a silent one.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import platform
import sys
import threading
import time
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, Final

from missiondesk.domain.identity import now
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.store.pulse import EVERY, Pulse, silence_of
from missiondesk.store.unavailable import Holder, Reason, Unavailable

_LARGEST: Final = 4096
_ATTEMPTS: Final = 20
_UNNAMED: Final = 10
_PAUSE: Final = 0.02  # seconds
# Windows locks forbid reading, so the lock lies far behind the text that others have to read.
_FAR: Final = 1 << 20
# A beat is as long as the one before: the text is filled up to a multiple of it.
_EVEN: Final = 512
_LONGEST_BEAT: Final = 1.0  # seconds that closing waits for a beat

_AT_WORK: Final = N_(
    "{person} has had the workspace open on {machine} since {day} at {time} and is at work there. "
    "Nothing was changed. Ask {person} to close it, open it for reading, or work in a copy of your "
    "own that is put together with it later."
)
_SILENT: Final = N_(
    "{person} opened the workspace on {machine} on {day} at {time}. Nothing was heard from there "
    "since {heard_day} at {heard_time}: the machine may be asleep, off, or without the network. "
    "Nothing was changed. Ask {person}, work in a copy of your own, or take it over."
)
_UNHEARD: Final = N_(
    "{person} has had the workspace open on {machine} since {day} at {time}. "
    "Nothing was changed. Ask for it to be closed there, or open it for reading."
)


class _Native(Enum):
    TAKEN = 1
    HELD = 2
    UNKNOWN = 3  # the file system has no locks


class Lock:
    """The lock of one workspace, held from `acquire` until `release`.

    Args:
        every: Seconds between two beats.
    """

    def __init__(self, workspace: Path, every: float = EVERY) -> None:
        self.path = workspace.with_name(workspace.name + ".lock")
        self._workspace, self._every = workspace, every
        self._descriptor: int | None = None
        self._claim: dict[str, object] = {}
        self._beats = 0
        self._pulse: Pulse | None = None
        # Held while the descriptor is used or changed: the beat is on a thread of its own.
        self._turn = threading.Lock()

    def acquire(self, person: str, *, take_over: bool = False) -> None:
        """Take the lock.

        Args:
            person: Who is told to others.
            take_over: Take it although another machine holds it, by the user's decision; not
                while it is heard from there.

        Raises:
            Unavailable: Someone holds it (`Unavailable.holder` says who).
            OSError: The folder cannot be written.
        """
        for attempt in range(_ATTEMPTS):
            try:
                if self._attempt(person, take_over=take_over):
                    self._pulse = Pulse(self.beat, self._every)
                    return
            except Unavailable as held:
                # Whoever has just taken it may not have written yet who it is.
                if held.holder is not None or attempt >= _UNNAMED:
                    raise
                time.sleep(_PAUSE)
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(self.path))

    def release(self) -> None:
        """Give the lock back and take its file away."""
        if self._pulse is not None:
            self._pulse.stop()
        if self._turn.acquire(timeout=_LONGEST_BEAT):
            try:
                self._let_go()
            finally:
                self._turn.release()
        else:  # a beat hangs on a share that is away; nobody waits for it
            threading.Thread(target=self._let_go_later, name="lock", daemon=True).start()

    def _let_go_later(self) -> None:
        with self._turn:
            self._let_go()

    def _let_go(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        with contextlib.suppress(OSError):
            if not self._is_ours(_fields(descriptor)):  # taken over by a person's word
                _close(descriptor)
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

    def beat(self) -> bool:
        """Let others see that we are here; False when it is not ours any more.

        Raises:
            OSError: The disk or the share is away; it may come back.
        """
        with self._turn:
            if self._descriptor is None:
                return False
            with contextlib.suppress(OSError):
                if _is_at(self._descriptor, self.path):
                    return self._beat_into(self._descriptor)
            # Removed, or a share that came back: what was opened before is of no use then.
            descriptor, _ = _open(self.path)
            try:
                if _seize(descriptor) is _Native.HELD:
                    return True  # by another, or still by the handle that the share has lost
                going = self._beat_into(descriptor)
                if going:
                    self._descriptor, descriptor = descriptor, self._descriptor
                return going
            finally:
                _close(descriptor)

    def _beat_into(self, descriptor: int) -> bool:
        there = _fields(descriptor)
        if not self._is_ours(there):
            return False  # another's claim is never written over
        self._beats += 1
        _write(descriptor, {**self._claim, "beat": self._beats}, anew=not there)
        return True

    def _is_ours(self, there: dict[str, object]) -> bool:
        """Whether the lock says that we hold it, or nothing."""
        return all(there.get(name, value) == value for name, value in self._claim.items())

    def _attempt(self, person: str, *, take_over: bool) -> bool:
        descriptor, writable = _open(self.path)
        try:
            native = _seize(descriptor)
            holder = _read(descriptor)
            if native is _Native.HELD:
                raise _held(holder and replace(holder, silence=timedelta()))
            if not _is_at(descriptor, self.path):
                return False  # it was given back while we looked
            if holder is not None and not _left_behind(holder, native):
                holder = self._listen(descriptor, holder)
                if holder.at_work or not take_over:
                    raise _held(holder)
            if not writable:
                self.path.unlink()
                return False
            self._claim, self._beats = _claim_of(person), 0
            _write(descriptor, {**self._claim, "beat": 0}, anew=True)
            self._descriptor, descriptor = descriptor, -1
            return True
        finally:
            if descriptor >= 0:
                _close(descriptor)

    def _listen(self, descriptor: int, holder: Holder) -> Holder:
        """The holder with what can be told of how long nothing was heard."""
        if holder.machine == platform.node():
            return replace(holder, silence=timedelta())  # its process is there
        if "beat" not in _fields(descriptor):
            return holder  # the desk of before this beat, or somebody's own file
        return replace(holder, silence=silence_of(descriptor, self._workspace))


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
    heard = (now() - (holder.silence or timedelta())).astimezone()
    return Unavailable(
        Reason.LOCKED,
        _SILENT if holder.silent else _AT_WORK if holder.at_work else _UNHEARD,
        holder=holder,
        person=holder.person,
        machine=holder.machine,
        day=day(since.date()),
        time=f"{since:%H:%M}",
        heard_day=day(heard.date()),
        heard_time=f"{heard:%H:%M}",
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


def _claim_of(person: str) -> dict[str, object]:
    return {
        "person": person.encode(errors="replace").decode(),
        "machine": platform.node(),
        "pid": os.getpid(),
        "since": now().isoformat(timespec="seconds"),
    }


def _write(descriptor: int, fields: dict[str, object], *, anew: bool) -> None:
    """Write what the lock says; not ``anew`` it is never empty in between, for one who reads."""
    text = json.dumps(fields, ensure_ascii=False).encode()
    text += b" " * max(0, len(text) // _EVEN * _EVEN + _EVEN - len(text))
    if anew:
        os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, text)
    os.fsync(descriptor)


def _fields(descriptor: int) -> dict[str, object]:
    """What the lock says; nothing when it is empty or not a lock's text."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        found = json.loads(os.read(descriptor, _LARGEST))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _read(descriptor: int) -> Holder | None:
    fields: dict[str, Any] = _fields(descriptor)
    try:
        since = datetime.fromisoformat(fields["since"])
        return Holder(str(fields["person"]), str(fields["machine"]), int(fields["pid"]), since)
    except (ValueError, KeyError, TypeError):
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
