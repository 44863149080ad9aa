# SPDX-License-Identifier: Apache-2.0
"""Builds the dimensions of a PX file from STUB, HEADING, VALUES, CODES and what belongs to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from missiondesk.domain.message import N_, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.periods import TimeReading
from missiondesk.exchange.statistics.px.entries import Entries, Entry
from missiondesk.exchange.statistics.px.strangers import warn_of_strangers
from missiondesk.exchange.statistics.px.times import time_of
from missiondesk.exchange.statistics.table import (
    MOST_CATEGORIES,
    MOST_DIMENSIONS,
    Category,
    Dimension,
    Role,
    too_long,
)
from missiondesk.exchange.statistics.time_axis import rivals, unsure

# VARIABLE-TYPE of the offices that write it.
_TYPES: Final = {
    "T": Role.TIME,
    "TIME": Role.TIME,
    "G": Role.GEO,
    "GEOGRAPHICAL": Role.GEO,
    "C": Role.MEASURE,
    "CONTENTS": Role.MEASURE,
}


def stub_and_heading(entries: Entries) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the dimensions that make the rows, and of those that make the columns.

    Raises:
        Refused: There are none, or one is named twice.
    """
    found = [entries.get(keyword) for keyword in ("STUB", "HEADING")]
    stub, heading = (
        () if entry is None else tuple(one for one in entry.texts() if one) for entry in found
    )
    names = (*stub, *heading)
    if not names:
        raise Refused(N_("The keyword {keyword} is missing."), keyword="STUB, HEADING")
    if len(names) > MOST_DIMENSIONS:
        raise Refused(N_("The table has more than {most} dimensions."), most=MOST_DIMENSIONS)
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    if twice is not None:
        raise Refused(
            N_("STUB and HEADING name “{name}” twice (line {line})."),
            name=twice,
            line=max(entry.line for entry in found if entry is not None),
        )
    return stub, heading


def read_dimensions(entries: Entries, names: Sequence[str]) -> tuple[Dimension, ...]:
    """The dimensions in cell order.

    Raises:
        Refused: A dimension has no values; the sentence names keyword and line.
    """
    labels = [_labels(entries, name) for name in names]
    codes = [_codes(entries, name, own) for name, own in zip(names, labels, strict=True)]
    time, readings = time_of(entries, names, labels, codes)
    if time is not None:
        entries.warnings.extend(unsure(names[time], readings))
        others = [(name, entries.text("VARIABLECODE", name)) for name in names]
        entries.warnings.extend(rivals(names[time], others[:time] + others[time + 1 :]))
    ids = _ids(entries, names)
    measure = _measure(entries, names, labels, codes)
    found = []
    for place, name in enumerate(names):
        role = _role(entries, name, measure) if place != time else Role.TIME
        if role is Role.TIME and place != time:
            role = Role.OTHER
        times = readings if place == time else ()
        categories = _categories(entries, name, role, labels[place], codes[place], times)
        found.append(Dimension(ids[place], name.strip(), categories, role))
    warn_of_strangers(entries, found)
    return tuple(found)


def _labels(entries: Entries, name: str) -> tuple[str, ...]:
    entry = entries.get("VALUES", name)
    texts = entry.texts() if entry is not None else ()
    if not any(texts):
        where = next(
            one.line
            for one in (entries.get("STUB"), entries.get("HEADING"))
            if one is not None and name in one.texts()
        )
        raise Refused(
            N_("{keyword} is missing, though “{name}” is a dimension of the table (line {line})."),
            keyword=f'VALUES("{name}")',
            name=name,
            line=where if entry is None else entry.line,
        )
    if len(texts) > MOST_CATEGORIES:
        raise too_long(name)
    return tuple(texts)


def _codes(entries: Entries, name: str, labels: Sequence[str]) -> tuple[str, ...]:
    """Codes of the values; the labels take their place where they are missing or not unique."""
    entry = entries.get("CODES", name)
    codes = tuple(one.strip() for one in entry.texts()) if entry is not None else ()
    if entry is not None and len(codes) != len(labels):
        _warn_of_codes(entries, entry, len(codes), len(labels))
        codes = ()
    if not codes:
        codes = tuple(one.strip() for one in labels)
    seen = Counter(codes)
    unique = [
        label.strip() if not code or seen[code] > 1 else code
        for code, label in zip(codes, labels, strict=True)
    ]
    if len(set(unique)) == len(unique):
        return tuple(unique)
    # The same name twice: only the place tells them apart.
    again = Counter(unique)
    return tuple(
        f"{text} [{place}]" if again[text] > 1 or not text else text
        for place, text in enumerate(unique, 1)
    )


def _warn_of_codes(entries: Entries, entry: Entry, codes: int, labels: int) -> None:
    entries.warnings.append(
        message(
            N_(
                "{keyword} in line {line} has {codes} codes for {count} values; the values’ own "
                "names are used instead."
            ),
            keyword=entry.name,
            line=entry.line,
            codes=codes,
            count=labels,
        )
    )


def _ids(entries: Entries, names: Sequence[str]) -> tuple[str, ...]:
    """VARIABLECODE where every dimension has its own, for it outlives a change of language."""
    ids = tuple(entries.text("VARIABLECODE", name) or name.strip() for name in names)
    return ids if len(set(ids)) == len(ids) else tuple(names)


def _measure(
    entries: Entries,
    names: Sequence[str],
    labels: Sequence[Sequence[str]],
    codes: Sequence[Sequence[str]],
) -> str:
    """The dimension that says what is measured: CONTVARIABLE, or whose values have units."""
    said = entries.text("CONTVARIABLE")
    if said in [name.strip() for name in names]:
        return said
    keys = {one.subkeys[0].strip() for one in entries.all_of("UNITS") if one.subkeys}
    fitting = [
        name.strip()
        for name, own, coded in zip(names, labels, codes, strict=True)
        if keys and keys <= {text.strip() for text in (*own, *coded)}
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _role(entries: Entries, name: str, measure: str) -> Role:
    if measure and name.strip() == measure:
        return Role.MEASURE
    typed = _TYPES.get(entries.text("VARIABLE-TYPE", name).upper())
    if typed is not None:
        return typed
    return Role.GEO if entries.get("MAP", name) is not None else Role.OTHER


def _categories(
    entries: Entries,
    name: str,
    role: Role,
    labels: Sequence[str],
    codes: Sequence[str],
    times: Sequence[TimeReading],
) -> tuple[Category, ...]:
    found = []
    measured = role is Role.MEASURE
    precise = any(True for _ in entries.all_of("PRECISION"))
    for place, (label, code) in enumerate(zip(labels, codes, strict=True)):
        reading = times[place] if times else TimeReading(None)
        found.append(
            Category(
                code,
                label.strip(),
                unit=_of_content(entries, "UNITS", label, code) if measured else "",
                decimals=entries.whole("PRECISION", name, label) if precise else None,
                period=reading.period,
                mark=reading.mark,
                updated=_of_content(entries, "LAST-UPDATED", label, code) if measured else "",
            )
        )
    return tuple(found)


def _of_content(entries: Entries, keyword: str, label: str, code: str) -> str:
    """What a keyword says of one content, which it names by its value or by its code."""
    return entries.text(keyword, label) or entries.text(keyword, code)
