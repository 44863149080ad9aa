# SPDX-License-Identifier: Apache-2.0
"""Finds headings, figures and footnotes in rows of cells as people lay them out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.csv_dialect import Row
from missiondesk.exchange.statistics.gathering import ragged
from missiondesk.exchange.statistics.headings import plain
from missiondesk.exchange.statistics.periods import read_periods
from missiondesk.exchange.statistics.written_numbers import is_missing, shape_of

_EARLIEST: Final = 1700
_LATEST: Final = 2200
_BRACKETED_YEAR = re.compile(r"(\d{4}) \[YR\1\]")
# 2019/20, 2015-16, 1999–2001
_TWO_YEARS = re.compile(r"[0-9]{4}[/–-](?:[0-9]{2}|[0-9]{4})")
_SOURCE: Final = frozenset({"source", "data source", "kilde", "kilder", "sources"})
_UPDATED: Final = frozenset(
    {"last updated", "last updated date", "updated", "opdateret", "sidst opdateret", "last update"}
)
_NAMED: Final = _SOURCE | _UPDATED
_LEAST_WIDTH: Final = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rows, sorted by what they are.

    Attributes:
        above: Headings over the headings, filled to the right; empty when there is one line.
        headings: The line of headings just above the figures.
        body: Rows with figures, each as wide as the headings.
        title: First line over the table.
        notes: Other lines over and under it.
        source: What a line "Source: …" says.
        updated: What a line "Last updated: …" says.
        left: How many columns at the left are empty in all rows and were passed over.
    """

    above: tuple[str, ...]
    headings: tuple[str, ...]
    body: tuple[Row, ...]
    title: str
    notes: tuple[str, ...]
    source: str
    updated: str
    left: int = 0


@lru_cache(maxsize=10_000)
def is_period(text: str) -> bool:
    """Whether the text is a period, or two years, of the last centuries or the next."""
    if _TWO_YEARS.fullmatch(text) is not None:
        return _EARLIEST <= int(text[:4]) <= _LATEST
    tidy = _BRACKETED_YEAR.sub(r"\1", text)
    found = read_periods((tidy,))[0].period
    return found is not None and _EARLIEST <= found.first.year <= _LATEST


def period_text(text: str) -> str:
    """The heading without what some banks add: "2015 [YR2015]" is 2015."""
    return _BRACKETED_YEAR.sub(r"\1", text)


def make_grid(rows: Sequence[Row]) -> Grid:
    """Sort the rows of a file.

    Raises:
        Refused: There is no table, or a row has more or fewer cells than there are headings.
    """
    filled, left = _filled(rows)
    head = _head(filled)
    top = filled[head]
    width = max(place for place, cell in enumerate(top.cells) if cell) + 1
    body, after = _body(filled[head + 1 :], width)
    above, before = _above(filled[:head], width)
    title, notes, source, updated = _lines([*before, *after], len(before))
    return Grid(above, top.cells[:width], tuple(body), title, tuple(notes), source, updated, left)


def _filled(rows: Sequence[Row]) -> tuple[list[Row], int]:
    """Rows with something in them, without the columns at the left that are empty in all."""
    tidy = [Row(row.line, tuple(map(str.strip, row.cells))) for row in rows]
    tidy = [row for row in tidy if any(row.cells)]
    first = min(
        (next(place for place, cell in enumerate(row.cells) if cell) for row in tidy), default=0
    )
    return [Row(row.line, row.cells[first:]) for row in tidy] if first else tidy, first


def require_words(headings: Sequence[str]) -> None:
    """Refuse headings that are figures: a file without headings begins with its first row.

    Raises:
        Refused: One is a number.
    """
    for heading in headings:
        if shape_of(heading) is not None:
            raise Refused(
                N_("The file has no line of headings; “{value}” stands where one should be."),
                value=heading,
            )


def _count(row: Row) -> int:
    return sum(map(bool, row.cells))


def _head(rows: Sequence[Row]) -> int:
    """The first row that is about as full as most, and below which there are rows."""
    widths = Counter(len(row.cells) for row in rows if len(row.cells) >= _LEAST_WIDTH)
    if not widths:
        raise Refused(N_("The file has no columns: no sign divides its lines into cells."))
    usual = max(widths, key=lambda width: (widths[width], width))
    counts = sorted(_count(row) for row in rows if len(row.cells) == usual)
    typical = counts[len(counts) // 2]
    for place, row in enumerate(rows):
        if len(row.cells) >= usual and _count(row) >= max(2, (typical + 1) // 2):
            return _lowest(rows, place)
    raise Refused(N_("The file has no line of headings."))


def _lowest(rows: Sequence[Row], place: int) -> int:
    """The second of two lines of headings: periods over names, or names over periods."""
    if place + 1 == len(rows):
        return place
    top, next_ = rows[place].cells[1:], rows[place + 1].cells[1:]
    periods = [is_period(cell) for cell in top if cell]
    below = [is_period(cell) for cell in next_ if cell]
    words = [_is_word(cell) for cell in next_ if cell]
    over = [_is_word(cell) for cell in top if cell]
    names_below = bool(periods) and all(periods) and bool(words) and all(words)
    repeated = len(below) != len(set(filter(None, next_)))
    if names_below or (bool(below) and all(below) and repeated and all(over)):
        return place + 1
    return place


def _is_word(cell: str) -> bool:
    letters = re.search(r"[^\W\d_]{2}", cell) is not None
    return letters and not is_missing(cell) and not is_period(cell)


def _body(rows: Sequence[Row], width: int) -> tuple[list[Row], list[Row]]:
    """The rows of figures, and the lines under them that have one cell or name a source."""
    end = len(rows)
    while end and (_count(rows[end - 1]) < _LEAST_WIDTH or plain(rows[end - 1].cells[0]) in _NAMED):
        end -= 1
    body = []
    for row in rows[:end]:
        if len(row.cells) < width or any(row.cells[width:]):
            count = max(place for place, cell in enumerate(row.cells) if cell) + 1
            raise ragged(row.line, max(count, len(row.cells)) if count > width else count, width)
        body.append(row if len(row.cells) == width else Row(row.line, row.cells[:width]))
    return body, list(rows[end:])


def _above(rows: Sequence[Row], width: int) -> tuple[tuple[str, ...], list[Row]]:
    """The upper line of headings, each standing for the columns up to the next, and other lines."""
    if not rows or _count(rows[-1]) < 1:
        return (), list(rows)
    upper = rows[-1].cells[:width]
    cells = [cell for cell in upper[1:] if cell]
    if not cells or len(rows[-1].cells) < width or plain(upper[0]) in _NAMED:
        return (), list(rows)
    found: list[str] = []
    for cell in upper:
        found.append(cell or (found[-1] if len(found) > 1 else ""))
    return tuple(found), list(rows[:-1])


def _lines(rows: Sequence[Row], before: int) -> tuple[str, list[str], str, str]:
    title, source, updated = "", "", ""
    notes: list[str] = []
    for place, row in enumerate(rows):
        cells = [cell for cell in row.cells if cell]
        text = ": ".join(cells)
        name, _, rest = (cell.strip() for cell in text.partition(":"))
        if plain(name) in _SOURCE and rest:
            source = source or rest
        elif plain(name) in _UPDATED and rest:
            updated = updated or rest
        elif place < before and not title:
            title = text
        else:
            notes.append(text)
    return title, notes, source, updated
