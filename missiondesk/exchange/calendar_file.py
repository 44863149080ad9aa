# SPDX-License-Identifier: Apache-2.0
"""What falls due as a calendar file (ICS, RFC 5545), for the calendars that offices use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One whole day in a calendar.

    Attributes:
        key: The same for the same thing at the next export, so that it moves instead of being
            there twice.
        day: The day.
        title: What stands in the calendar.
        note: What stands in it when it is opened.
        category: By what calendars group and colour.
    """

    key: str
    day: date
    title: str
    note: str = ""
    category: str = ""


def calendar_file(
    entries: Iterable[CalendarEntry], title: str, language: str, made: datetime
) -> bytes:
    """The calendar file of the entries, each a whole day that leaves the day free.

    Args:
        entries: In any order.
        title: The calendar's name.
        language: "da" or "en", of all texts.
        made: When it was made; calendars keep the newer of two.
    """
    from icalendar import Calendar, Event, vText

    class Text(vText):
        """A text in which the library would take a typed backslash and N for a new line."""

        def to_ical(self) -> bytes:
            return _escaped(self).encode()

    calendar = Calendar()
    calendar.add("prodid", f"-//missiondesk//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.key}@missiondesk")
        event.add("dtstamp", made)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", Text(entry.title), {"language": language})
        event.add("transp", "TRANSPARENT")
        if entry.note:
            event.add("description", Text(entry.note), {"language": language})
        if entry.category:
            event.add("categories", Text(entry.category))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _escaped(text: str) -> str:
    """A TEXT value as RFC 5545, 3.3.11, writes it."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
