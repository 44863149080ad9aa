# SPDX-License-Identifier: Apache-2.0
"""The one exception by which the surroundings say no: disk, lock, damage, a newer file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from missiondesk.domain.message import Message, message


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


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a workspace open, as its lock file says."""

    person: str
    machine: str
    pid: int
    since: datetime | None


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
