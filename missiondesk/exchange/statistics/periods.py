# SPDX-License-Identifier: Apache-2.0
"""Reads the periods of a dimension of time as statistical offices write them; what is not sure
stays None.

All periods of a dimension are read together, because one alone may be two things: 2011-12 is
December in one table and the financial year in the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2999
# In signs; a longer name is a sentence and no period.
LONGEST_NAME: Final = 40
_YEAR_INSIDE = re.compile(r"[0-9]{4}")
# A sign or letter beside the period: provisional, estimated, revised; or a footnote's number.
_MARK = re.compile(
    r"(?P<bare>.*?\d)(?P<mark>\s?\*{1,3}|\s?\((?:[a-z]|\d{1,2})\)|\s\d{1,2}\)|[per]|\s[per])"
)
_YEAR = re.compile(r"(\d{4})(?:-?A1?)?")
_PART = re.compile(r"(\d{4})[- ]?([HSQKTMWUhsqktmwu])\s?(\d{1,2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.0+)?Z?)?")
_QUARTER_FIRST = re.compile(r"[QKqk]([1-4])[ /-]?(\d{4})")
_DAY_OF_YEAR = re.compile(r"(\d{4})-D(\d{3})")
_SPAN = re.compile(r"\d{4}\s*(?:/|[-–]\s*(?=\d{4}\b|\d\d\s*$))\s*(?:\d{4}|\d\d)\b(?![-–.])")
_DOTTED_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_FORMS = {
    **dict.fromkeys("HS", "{year}-H{number}"),
    **dict.fromkeys("QK", "{year}-Q{number}"),
    "M": "{year}-{number:02d}",
    **dict.fromkeys("WU", "{year}-W{number:02d}"),
}
# What the digits of a list mean when the file names its scale (PX: TLIST(M1) …).
_SCALES = {
    "A": (re.compile(r"(\d{4})"), "{year}"),
    "H": (re.compile(r"(\d{4})(\d)"), "{year}-H{number}"),
    "Q": (re.compile(r"(\d{4})(\d)"), "{year}-Q{number}"),
    "K": (re.compile(r"(\d{4})(\d)"), "{year}-Q{number}"),
    "M": (re.compile(r"(\d{4})(\d{2})"), "{year}-{number:02d}"),
    "W": (re.compile(r"(\d{4})(\d{2})"), "{year}-W{number:02d}"),
}
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A period as read, None when it is not sure, and the mark that stood beside it."""

    period: Period | None
    mark: str = ""


def read_periods(
    texts: Sequence[str], *, scale: str = "", iso: bool = False, language: str = ""
) -> tuple[TimeReading, ...]:
    """Read all periods of one dimension.

    Understood: 2015, 2015A1, 2015H1, 2015S1, 2015Q1, 2015K1, 2015-Q1, 2005M01, 2005-01, 2015W12,
    2015U12, 2015-03-24, 31.12.2021, 2005-D032, Q1 2015, and with words 1. kvartal 2015, January
    2015; each with a mark for provisional figures or a footnote. Years that span two (2019/2020,
    2015-2016) are no one period and stay None.

    Args:
        texts: The periods as they stand.
        scale: "A", "H", "Q", "M", "W" or "D" where the file names it; then bare digits are read
            by it (20151 as a quarter, 201501 as a month, 20150101 as a day).
        iso: Whether the format's own rule is ISO 8601, so that 2011-12 can only be a month.
        language: "da" or "en" for the names of months, both when "".
    """
    split = [_split(text) for text in texts]
    bare = [one for one, _ in split]
    months = iso or not _financial(bare)
    quarters = any(re.fullmatch(r"\d{4}[- ]?[Tt]4", one) for one in bare)
    return tuple(
        TimeReading(_read(one, scale.upper()[:1], months, quarters, language), mark)
        for one, mark in split
    )


def read_one(text: str, *, iso: bool = False, language: str = "") -> TimeReading:
    """Read one period that stands alone; None where only its neighbours could make it sure."""
    return read_periods((text,), iso=iso, language=language)[0]


def read_labelled(
    labels: Sequence[str], codes: Sequence[str], *, iso: bool = False, language: str = ""
) -> tuple[TimeReading, ...]:
    """Read periods that have a name and a code; where the name is no period the code may be.

    A name that spans two years is none, whatever its code says.
    """
    by_label = read_periods(labels, iso=iso, language=language)
    if all(one.period is not None for one in by_label):
        return by_label
    by_code = read_periods(codes, iso=iso, language=language)
    return tuple(
        named if named.period is not None or spans_years(label) else coded
        for label, named, coded in zip(labels, by_label, by_code, strict=True)
    )


def spans_years(text: str) -> bool:
    """Whether a name says two years: 2019/2020, 2015-16, 1999–2001."""
    return _SPAN.search(text[: 2 * LONGEST_NAME]) is not None


def _split(text: str) -> tuple[str, str]:
    if len(text) > 2 * LONGEST_NAME:
        return "", ""
    tidy = " ".join(text.split())
    found = _MARK.fullmatch(tidy)
    if found is None:
        return tidy, ""
    return found["bare"].strip(), found["mark"].strip().strip("()")


def _financial(texts: Sequence[str]) -> bool:
    """Whether 2010-11, 2011-12 … are years that span two, or may be.

    They are when one is no month (2013-14), and may be when each number follows its year.
    """
    found = [hit for hit in map(_ISO_MONTH.fullmatch, texts) if hit is not None]
    follows = [int(hit[2]) == (int(hit[1]) + 1) % 100 for hit in found]
    return bool(found) and (all(follows) or any(int(hit[2]) > 12 for hit in found))


def _read(text: str, scale: str, months: bool, quarters: bool, language: str) -> Period | None:
    if _YEAR_INSIDE.search(text) is None:
        return None
    if scale:
        scaled = _by_scale(text, scale)
        if scaled is not None:
            return scaled
    if (year := _YEAR.fullmatch(text)) is not None:
        return _period(year[1])
    if (part := _PART.fullmatch(text)) is not None:
        return _part(part[1], part[2].upper(), int(part[3]), quarters)
    if _ISO_MONTH.fullmatch(text):
        return _period(text) if months else None
    if (day := _ISO_DAY.fullmatch(text)) is not None:
        return _period("-".join(day.groups()))
    if (quarter := _QUARTER_FIRST.fullmatch(text)) is not None:
        return _period(f"{quarter[2]}-Q{quarter[1]}")
    if (numbered := _DAY_OF_YEAR.fullmatch(text)) is not None:
        return _numbered_day(int(numbered[1]), int(numbered[2]))
    if (dotted := _DOTTED_DAY.fullmatch(text)) is not None:
        return _period(f"{dotted[3]}-{int(dotted[2]):02d}-{int(dotted[1]):02d}")
    return _worded(text, language)


def _by_scale(text: str, scale: str) -> Period | None:
    if scale == "D":
        day = _COMPACT_DAY.fullmatch(text)
        return None if day is None else _period("-".join(day.groups()))
    if scale not in _SCALES:
        return None
    pattern, form = _SCALES[scale]
    found = pattern.fullmatch(text)
    if found is None:
        return None
    number = int(found[2]) if found.re.groups == 2 else 0
    return _period(form.format(year=found[1], number=number))


def _part(year: str, letter: str, number: int, quarters: bool) -> Period | None:
    if letter == "T":
        # Trimestre is a quarter, a trimester four months: only a fourth one tells them apart.
        return _period(f"{year}-Q{number}") if quarters else None
    return _period(_FORMS[letter].format(year=year, number=number))


def _numbered_day(year: int, number: int) -> Period | None:
    try:
        found = date(year, 1, 1) + timedelta(days=number - 1)
    except (ValueError, OverflowError):
        return None
    return _period(found.isoformat()) if found.year == year and number else None


def _worded(text: str, language: str) -> Period | None:
    """A period in words; a date in numbers alone would need a guess at which is the month."""
    if len(text) > LONGEST_NAME or not re.search(r"[^\W\d_]{3,}", text):
        return None
    from missiondesk.exchange.written_periods import written_period

    found = None
    for own in (language,) if language in ("da", "en") else ("da", "en"):
        found = found or written_period(text, own)
    return found


def _period(text: str) -> Period | None:
    if not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return None
    try:
        return Period(text)
    except Refused:
        return None
