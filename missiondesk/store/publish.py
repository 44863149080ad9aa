# SPDX-License-Identifier: Apache-2.0
"""Putting a file in place as a whole: whoever looks sees the old one or the new, never a part."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")

# Windows: access denied, sharing violation, lock violation. Scanners and synchronisers hold a file
# for a moment; this waits for them about 2.5 seconds in all.
_IN_USE: Final = frozenset({5, 32, 33})
_PAUSES: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.4, 0.5, 0.5)
_AT_ONCE: Final = 1 << 24  # bytes; some systems refuse more than 2 GB in one write
# File systems end a name after 255 bytes; the random part needs 22 of them.
_LONGEST_STEM: Final = 200
# What file systems say that cannot sync a folder, or need not.
_NO_FOLDER_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})


def publish(target: Path, data: bytes) -> None:
    """Write ``data`` beside the target, force it to the disk, and move it over the target.

    An existing target keeps its permissions; a new one is its owner's alone.

    Raises:
        OSError: It could not be done; the target is the old file or, when only the last
            sync of the folder failed, the new one.
    """
    temporary = part_beside(target)
    try:
        _write(temporary, data, _mode_of(target))
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def part_beside(target: Path) -> Path:
    """Where a part of the target may be written; what is left there, `sweep` takes away."""
    return target.with_name(f"{_stem(target)}{secrets.token_hex(8)}.tmp")


def sweep(target: Path) -> int:
    """Remove what killed runs left beside the target; returns how many files."""
    ours = re.compile(re.escape(_stem(target)) + r"[0-9a-f]{16}\.tmp")
    removed = 0
    with contextlib.suppress(OSError):
        for found in list(target.parent.iterdir()):
            if ours.fullmatch(found.name):
                with contextlib.suppress(OSError):
                    found.unlink()
                    removed += 1
    return removed


def _stem(target: Path) -> str:
    name = target.name.encode()[:_LONGEST_STEM].decode(errors="ignore")
    return f".{name}."


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        return None


def _write(temporary: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest[:_AT_ONCE]) :]
        _sync(descriptor)
    finally:
        os.close(descriptor)
    if mode is not None and sys.platform != "win32":
        with contextlib.suppress(OSError):  # a share may know no permissions
            temporary.chmod(mode)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # Plain fsync on macOS stops at the drive's cache.
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def patiently(work: Callable[[], T]) -> T:
    """Do what a scanner or a synchroniser may be in the way of for a moment, as often as it takes.

    Raises:
        OSError: They still are after about 2.5 seconds, or it is something else.
    """
    for pause in _PAUSES:
        try:
            return work()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(pause)
    return work()


def _replace(temporary: Path, target: Path) -> None:
    patiently(lambda: os.replace(temporary, target))  # noqa: PTH105 (named as in the documents)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # a folder cannot be opened there; the move is journalled by the file system
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # one may be allowed to write into a folder and not to list it
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)
