# SPDX-License-Identifier: Apache-2.0
"""Where the workspace stands between memory and disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from missiondesk.domain.message import Message


@dataclass(frozen=True, slots=True)
class Saved:
    """All Steps are in the file, since ``at``."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Saving:
    """The newest Steps are on their way to the file."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The newest Steps are in memory only; ``why`` says what is safe and what to do."""

    why: Message


SaveState = Saved | Saving | NotSaved
