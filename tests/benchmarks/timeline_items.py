# SPDX-License-Identifier: Apache-2.0
"""A timeline full of invented bars, for measuring how it paints."""

from __future__ import annotations

from datetime import date, timedelta

from missiondesk.ui.widgets.timeline import Timeline
from missiondesk.ui.widgets.timeline_items import Bar, BarLook, Lane, Mark, TimelineContent

_START = date(2026, 1, 1)
_LOOKS = tuple(BarLook)


def a_timeline(count: int) -> Timeline:
    """A timeline of ``count`` bars in lanes of 25, a diamond to every fifth bar."""
    lanes = tuple(Lane(f"L{place}", f"M{place + 1} Færre unge") for place in range(count // 25))
    bars, marks = [], []
    for number in range(count):
        lane = f"L{number // 25 % max(len(lanes), 1)}"
        start = _START + timedelta(days=number * 37 % 1500)
        end = start + timedelta(days=120 + number * 53 % 600)
        label = f"Indsats {number}: en fast voksen til unge"
        bars.append(Bar(f"b{number}", lane, label, start, end, _LOOKS[number % len(_LOOKS)]))
        if number % 5 == 0:
            marks.append(Mark(f"m{number}", lane, f"Milepæl {number}", end))
    made = Timeline()
    made.show_content(TimelineContent(lanes, tuple(bars), tuple(marks), today=date(2026, 11, 23)))
    return made
