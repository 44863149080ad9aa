# SPDX-License-Identifier: Apache-2.0
"""One backup, as its file's name and size tell of it, and how the backups stand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from missiondesk.domain.backup import Cause
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import Message


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Attributes:
        place: Stands for the path of the workspace file that it was made of.
        size: In bytes.
    """

    path: Path
    made: datetime
    cause: Cause
    place: str
    size: int


@dataclass(frozen=True, slots=True)
class BackupState:
    """How the backups stand.

    Attributes:
        last: When the newest was made, None while there is none.
        trouble: Why the last attempt failed, None when it did not.
        making: Why one is being made now, None while none is.
    """

    last: datetime | None
    trouble: Message | None = None
    making: Cause | None = None
