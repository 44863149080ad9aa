# SPDX-License-Identifier: Apache-2.0
"""One backup, as its file's name and size tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from missiondesk.domain.backup import Cause


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
