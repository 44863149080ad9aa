# SPDX-License-Identifier: Apache-2.0
"""Backups as people speak of them: why one was made, and which are kept as time goes by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded

ALL_FOR: Final = timedelta(days=2)
DAILY_FOR: Final = timedelta(days=14)
WEEKLY_FOR: Final = timedelta(weeks=10)
# How long nothing is taken away after damage was seen: what is whole may turn out to be the last.
HELD_FOR: Final = timedelta(days=90)
INTERVAL: Final = timedelta(minutes=15)


class Cause(Worded):
    """Why a backup was made."""

    OPENED = "opened", N_("before the first change after opening")
    INTERVAL = "interval", N_("while work went on")
    MIGRATION = "migration", N_("before the file was brought to a newer format")
    MERGE = "merge", N_("before a copy was put together with it")
    IMPORT = "import", N_("before an import")
    RESTORE = "restore", N_("before going back to a former state")
    RESCUE = "rescue", N_("because the file could not be saved")
    ASKED = "asked", N_("because somebody asked for it")


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a backup.

    Attributes:
        missions: With `initiatives` and `letters` how many records of these kinds.
        last: Number of the last step, 0 when there is none; the following tell of it.
    """

    missions: int
    initiatives: int
    letters: int
    last: int = 0
    verb: str = ""
    about: str = ""
    who: str = ""
    at: datetime | None = None


def superfluous(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups need not be kept: all stay for two days, then the last of each day for two
    weeks, of each week for ten weeks, and of each month for ever; the newest stays in any case.

    Args:
        moments: When they were made, aware, in UTC.
        now: The present moment; what is dated after it is kept.
    """
    newest_first = sorted(set(moments), reverse=True)
    kept: set[tuple[str, int, int]] = set()
    away = set()
    for made in newest_first[1:]:
        slot = _slot(made, now - made)
        if slot is not None and slot in kept:
            away.add(made)
        elif slot is not None:
            kept.add(slot)
    return away


def _slot(made: datetime, age: timedelta) -> tuple[str, int, int] | None:
    """The day, week or month for which a backup of this age stands; None keeps it anyway."""
    if age <= ALL_FOR:
        return None
    if age <= DAILY_FOR:
        return "day", made.year, made.timetuple().tm_yday
    if age <= WEEKLY_FOR:
        year, week, _ = made.isocalendar()
        return "week", year, week
    return "month", made.year, made.month
