# SPDX-License-Identifier: Apache-2.0
"""The one exception by which the surroundings say no: disk, lock, damage, a newer file."""

from __future__ import annotations

import errno
from dataclasses import field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.obstacle import obstacle


class Reason(StrEnum):
    """Why a workspace could not be opened or written, for callers that act on the difference."""

    MISSING = "missing"
    EXISTS = "exists"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NOT_A_WORKSPACE = "not_a_workspace"
    FOREIGN_DATABASE = "foreign_database"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    SEALED = "sealed"
    WRONG_KEY = "wrong_key"
    NEWER = "newer"
    STRANGE_STRUCTURE = "strange_structure"
    BROKEN_REFERENCE = "broken_reference"
    INVALID_RECORD = "invalid_record"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    NOT_WRITABLE = "not_writable"
    DISK_FULL = "disk_full"
    CHANGED_ON_DISK = "changed_on_disk"
    NOT_SAVED = "not_saved"


# So long without a beat, and a person may take the lock over (COL-09).
SILENT: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a workspace open, as its lock file says.

    Attributes:
        silence: How long nothing was heard from there, none while it is certainly open; None when
            nobody can tell.
    """

    person: str
    machine: str
    pid: int
    since: datetime
    silence: timedelta | None = field(default=None, compare=False)

    @property
    def at_work(self) -> bool:
        """Whether it is known to be open there."""
        return self.silence is not None and self.silence < SILENT

    @property
    def silent(self) -> bool:
        """Whether nothing was heard for so long that it may not be open there any more."""
        return self.silence is not None and self.silence >= SILENT


class Unavailable(Exception):
    """The workspace cannot be reached, trusted or written; nothing was changed.

    Attributes:
        reason: Which of the cases it is.
        message: What happened, what is safe and what to do, as one message.
        holder: Who has it open, when the reason is a lock.
    """

    def __init__(
        self, reason: Reason, msgid: str, *, holder: Holder | None = None, **values: object
    ) -> None:
        super().__init__(f"{reason}: {msgid}")
        self.reason = reason
        self.message: Message = message(msgid, **values)
        self.holder = holder

    @classmethod
    def because(cls, reason: Reason, why: Message) -> Unavailable:
        """With a message that exists already."""
        made = cls(reason, why.msgid)
        made.message = why
        return made


def from_os(error: OSError, file: str) -> Unavailable:
    """What the operating system said, in words that help.

    Args:
        error: What it raised.
        file: Name of the file it was about, without its folder.
    """
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Unavailable(
            Reason.DISK_FULL,
            N_(
                "There is no room left for “{file}”. The file on the disk is as it was. "
                "Make room, or save it in another place."
            ),
            file=file,
        )
    if isinstance(error, FileNotFoundError):
        return Unavailable(
            Reason.MISSING,
            N_(
                "“{file}” or its folder is not there. It may have been moved, or its drive is not "
                "connected. Connect the drive, or choose another place."
            ),
            file=file,
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Unavailable(
            Reason.NOT_WRITABLE,
            N_(
                "“{file}” or its folder may not be written, or another program holds it. "
                "The file on the disk is as it was. Close the other program, or choose another "
                "place."
            ),
            file=file,
        )
    return Unavailable(
        Reason.UNREADABLE,
        N_(
            "The disk or the network failed for “{file}” ({error}). The file on the disk is as it "
            "was. Try again, or choose another place."
        ),
        file=file,
        error=obstacle(error),
    )


def altered(sha256: str) -> Unavailable:
    """What is said of a kept file that is no longer what was kept."""
    return Unavailable(
        Reason.INVALID_RECORD,
        N_(
            "A document that was issued is not as it was kept (check sum {sum}). It is not shown "
            "and was not changed. Open a backup or an earlier version of the file."
        ),
        sum=sha256[:12],
    )
