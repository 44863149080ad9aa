# SPDX-License-Identifier: Apache-2.0
"""Reads a period as it stands in a file; unlike at the screen there is no "today" to count from."""

from __future__ import annotations

import re
from datetime import date

from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.language import read_period

_COMPACT = re.compile(r"(\d{4})[- ]?([QKHMqkhm])(\d{1,2})")
_COUNTED = re.compile(r"(?:om|in)\s|[-+\u2212\u2013]", re.IGNORECASE)


def written_period(text: str, language: str) -> Period | None:
    """The period in a cell: 2030, 2025Q2, 2025K2, 2025H1, 2025M06, or a date as people write it."""
    tidy = text.strip()
    compact = _COMPACT.fullmatch(tidy)
    if compact is not None:
        year, letter, number = compact.groups()
        forms = {"Q": f"-Q{number}", "K": f"-Q{number}", "H": f"-H{number}"}
        return _period(year + forms.get(letter.upper(), f"-{int(number):02d}"))
    # "today" and "in 2000 days" are for people at the screen; a file must say the year.
    if _COUNTED.match(tidy) or not re.search(r"\d{4}", tidy):
        return None
    reading = read_period(tidy, language, date(2000, 1, 1))
    return None if reading is None else Period.of(*reading)


def _period(text: str) -> Period | None:
    try:
        return Period(text)
    except Refused:
        return None
