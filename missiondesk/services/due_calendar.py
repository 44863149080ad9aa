# SPDX-License-Identifier: Apache-2.0
"""What falls due as a file for calendars; a date that is known as a quarter stays one in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.entities import KIND_OF
from missiondesk.language import Translator, translator
from missiondesk.language.clean_text import one_line
from missiondesk.services.due import Due
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.exchange.calendar_file import CalendarEntry


def due_calendar(due: Sequence[Due], language: str) -> FileJob:
    """The calendar file of a due list, each entry on the last day on which it is in time."""
    tr, made = translator(language), identity.now()
    title = tr.say("Missions: what is due")
    return FileJob(
        f"{safe_name(tr.say_in('file name', 'what-is-due'))}.ics",
        title,
        lambda: _file(due, title, tr, made),
    )


def _file(due: Sequence[Due], title: str, tr: Translator, made: datetime) -> bytes:
    from missiondesk.exchange.calendar_file import calendar_file

    entries = [_entry(one, tr) for one in due if one.when.last < _END]
    return calendar_file(entries, title, tr.lang, made)


# The day after has to be a day too.
_END = date.max - timedelta(days=1)


def _entry(due: Due, tr: Translator) -> CalendarEntry:
    from missiondesk.exchange.calendar_file import CalendarEntry

    what = one_line(tr.tell(due.what))
    exact = due.when.first == due.when.last
    return CalendarEntry(
        key=f"{KIND_OF[due.kind]}-{due.key}",
        day=due.when.last,
        title=what if exact else f"{what} ({tr.period(due.when)})",
        note="" if exact else tr.say("Agreed as {period}; no day is set.", period=due.when),
        category=due.mission_code,
    )
