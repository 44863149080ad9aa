# SPDX-License-Identifier: Apache-2.0
"""Finds the dimension of time of a PX file and reads its periods from TIMEVAL or its values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from missiondesk.domain.message import N_, message
from missiondesk.domain.period import Period, add_months
from missiondesk.exchange.statistics.periods import (
    TimeReading,
    read_labelled,
    read_periods,
    spans_years,
)
from missiondesk.exchange.statistics.px.entries import Entries, Entry
from missiondesk.exchange.statistics.time_axis import find_time

_LIST = re.compile(r"TLIST\(\s*([A-Za-z])[0-9]?\s*", re.IGNORECASE)
_RANGE = re.compile(r"\"?\s*(\d{4}\d{0,4})\"?\s*-\s*\"?\s*(\d{4}\d{0,4})\"?")
_TEXT = re.compile(r"[^\",()\s]+")
_MONTHS = {"year": 12, "half_year": 6, "quarter": 3, "month": 1}
_MOST_PERIODS = 20_000


def time_of(
    entries: Entries,
    names: Sequence[str],
    labels: Sequence[Sequence[str]],
    codes: Sequence[Sequence[str]],
) -> tuple[int | None, tuple[TimeReading, ...]]:
    """Place of the dimension of time with its periods, or None when there is none or not surely."""
    language = entries.text("LANGUAGE")[:2].casefold()
    said = [_timeval(entries, name) for name in names]
    if any(said):
        place = next(place for place, entry in enumerate(said) if entry is not None)
        entry = said[place]
        assert entry is not None
        return place, _declared(entries, entry, labels[place], language)
    readings = [
        read_labelled(own, keys, language=language) for own, keys in zip(labels, codes, strict=True)
    ]
    axes = [
        ((name, entries.text("VARIABLECODE", name)), own)
        for name, own in zip(names, readings, strict=True)
    ]
    typed = [
        place
        for place, name in enumerate(names)
        if entries.text("VARIABLE-TYPE", name).upper() in ("T", "TIME")
    ]
    found = typed[0] if len(typed) == 1 else find_time(axes)
    return found, readings[found] if found is not None else ()


def _timeval(entries: Entries, name: str) -> Entry | None:
    entry = entries.get("TIMEVAL", name)
    return entry if entry is not None and entry.raw else None


def _declared(
    entries: Entries, entry: Entry, labels: Sequence[str], language: str
) -> tuple[TimeReading, ...]:
    """Periods as TIMEVAL lists them; where it does not fit, the values speak for themselves."""
    own = read_periods(labels, language=language)
    scale, listed = _listed(entry.raw)
    if len(listed) != len(labels):
        if listed:
            entries.warnings.append(
                message(
                    N_(
                        "{keyword} in line {line} has {count} periods for {expected} values; the "
                        "periods are read from the values’ own names."
                    ),
                    keyword=entry.name,
                    line=entry.line,
                    count=len(listed),
                    expected=len(labels),
                )
            )
        return own if listed else read_periods(labels, scale=scale, language=language)
    read = read_periods(listed, scale=scale, language=language)
    both = [
        TimeReading(None) if spans_years(label) else _agreed(said, named)
        for label, said, named in zip(labels, read, own, strict=True)
    ]
    if any(one is None for one in both):
        entries.warnings.append(
            message(
                N_(
                    "{keyword} in line {line} contradicts the values’ own names; periods that are "
                    "not sure are left out."
                ),
                keyword=entry.name,
                line=entry.line,
            )
        )
    return tuple(one or TimeReading(None) for one in both)


def _agreed(said: TimeReading, named: TimeReading) -> TimeReading | None:
    """TIMEVAL's period with the mark of the name; None when the name says another time."""
    if said.period is None:
        return named
    if named.period is None:
        return said
    if said.period.last < named.period.first or named.period.last < said.period.first:
        return None
    return TimeReading(said.period, named.mark)


def _listed(raw: str) -> tuple[str, tuple[str, ...]]:
    """Scale and periods: TLIST(A1,"1994"-"1996"), TLIST(A1),"1994","1995", in quotes or not."""
    head = _LIST.search(raw)
    if head is None:
        return "", ()
    scale, rest = head.group(1).upper(), raw[head.end() :]
    span = _RANGE.search(rest)
    if span is not None:
        return scale, _spanned(scale, span.group(1), span.group(2))
    return scale, tuple(_TEXT.findall(rest))


def _spanned(scale: str, first: str, last: str) -> tuple[str, ...]:
    """All periods from ``first`` to ``last``, as texts of `Period`."""
    start, end = (one.period for one in read_periods((first, last), scale=scale))
    if start is None or end is None or start.precision != end.precision:
        return ()
    step = _MONTHS.get(start.precision)
    if step is None or end < start:
        return ()
    found: list[str] = []
    at = start.first
    while at <= end.first and len(found) < _MOST_PERIODS:
        found.append(Period.of(at, start.precision).text)
        at = add_months(at, step)
    return tuple(found)
