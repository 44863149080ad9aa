# SPDX-License-Identifier: Apache-2.0
"""A file that is ours to write, and how we know that nobody else has written it since.

The hash of the whole file decides. It costs a reading of the whole at each save, so what the file
system says of the file is looked at first: while every sign of it is as when we wrote it, its
content is too.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.store.lock import Lock
from missiondesk.store.publish import patiently, publish, sweep
from missiondesk.store.unavailable import Reason, Unavailable, from_os

# The check sum of a plain workspace and the tag of a sealed one are in here: whatever desk wrote
# other content, it wrote another end.
_TAIL: Final = 64
# Nanoseconds. A time that is a multiple of it comes from a clock that stands still for so long
# (USB sticks: 2 s, some shares: 1 s), in which somebody else may have written.
_COARSE: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Signs:
    """What the file system says of a file, and how the file ends.

    Attributes:
        written: Last change of the content, in nanoseconds.
        changed: Last change of anything about the file; on Windows when it was made.
    """

    device: int
    number: int
    size: int
    written: int
    changed: int
    tail: bytes

    @property
    def telling(self) -> bool:
        """Whether a change would be seen: not by a clock too coarse for that."""
        return self.written % _COARSE != 0 and self.number != 0


@dataclass(slots=True)
class Target:
    """A file that is ours to write: where it is, its lock, and what we know to lie there.

    Attributes:
        known: Hashes of what may lie there: the last content read or written, and the one that
            was being written when the last attempt failed.
        lock: Held while we may write; None when opened for reading.
        signs: Of the file as we wrote it last; None when it has to be read to know.
        littered: An attempt failed, and may have left a part that it could not remove.
    """

    path: Path
    known: frozenset[bytes]
    lock: Lock | None
    signs: Signs | None = None
    littered: bool = False

    def release(self) -> None:
        """Give the lock back."""
        if self.lock is not None:
            self.lock.release()


def put_in_place(target: Target, data: bytes, digest: bytes) -> bool:
    """Write a whole file, unless somebody else changed it since; whether it was still there.

    Args:
        digest: SHA-256 of the data.

    Raises:
        Unavailable: It could not be written, or is not what was last known to lie there.
    """
    try:
        there = _require_unchanged(target)
        write_over(target, data, digest)
        return there
    except OSError as error:
        raise from_os(error, target.path.name) from error


def write_over(target: Target, data: bytes, digest: bytes) -> None:
    """Write a whole file, whatever is there; ``digest`` is the SHA-256 of the data.

    Raises:
        OSError: It could not be written; `publish` says what lies there then.
    """
    target.known |= {digest}
    target.signs = None
    try:
        publish(target.path, data)
    except OSError:
        target.littered = True
        raise
    if target.littered:  # the lock is ours, and so is what failed attempts could not remove
        sweep(target.path)
        target.littered = False
    target.known = frozenset({digest})
    target.signs = _signs_as_written(target.path, data)


def signs_of(path: Path) -> Signs:
    """The signs of a file as it is now.

    Raises:
        OSError: It cannot be read.
    """
    # By a descriptor: a share then asks its server instead of remembering what it was told.
    with path.open("rb", buffering=0) as file:
        found = os.fstat(file.fileno())
        file.seek(max(0, found.st_size - _TAIL))
        tail = file.read(_TAIL) or b""
    return Signs(
        found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, tail
    )


def _signs_as_written(path: Path, data: bytes) -> Signs | None:
    """The signs of what was just written, or None when they cannot be relied upon."""
    try:
        found = signs_of(path)
    except OSError:
        return None
    ours = found.size == len(data) and found.tail == data[-_TAIL:]
    return found if ours and found.telling else None


def _require_unchanged(target: Target) -> bool:
    """Whether the file is there; moved or removed meanwhile, writing it anew loses nothing.

    Raises:
        Unavailable: It is not what was read or written here last.
    """
    try:
        if target.signs is not None and patiently(lambda: signs_of(target.path)) == target.signs:
            return True
        found = hashlib.sha256(patiently(target.path.read_bytes)).digest()
    except FileNotFoundError:
        return False
    if found not in target.known:
        raise Unavailable(
            Reason.CHANGED_ON_DISK,
            N_(
                "“{file}” was changed on the disk by someone else since it was opened here. "
                "Neither version is lost: theirs is the file, yours is in this window. "
                "Put both together, or save yours under another name."
            ),
            file=target.path.name,
        )
    return True
