# SPDX-License-Identifier: Apache-2.0
"""Reads a return on major projects from the bytes of a CSV; no row and no cell is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple, TypeVar

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.exchange.csv_table import LARGEST_FILE, MOST_COLUMNS, read_csv_records
from missiondesk.exchange.portfolio_returns.cells import (
    cell_of,
    contradicting,
    no_cell,
    standing_of,
    tidied,
)
from missiondesk.exchange.portfolio_returns.confidence import written_confidence
from missiondesk.exchange.portfolio_returns.headings import FIELDS, Layout, layout_of
from missiondesk.exchange.portfolio_returns.returned import (
    PortfolioReturn,
    ReturnedCell,
    ReturnedProject,
    Standing,
)
from missiondesk.exchange.portfolio_returns.values import ValueReader
from missiondesk.exchange.spreadsheet.cells import place_of
from missiondesk.exchange.statistics.csv_dialect import Row

T = TypeVar("T")

_BREAK = re.compile(r"\r\n|\r|\n")
_NAME = re.compile(rb"project[ _-]{0,3}name")
_HEAD: Final = 100_000  # bytes in which the heading of the name stands
_TEXTS: Final = (
    "number", "name", "department", "category", "aims", "confidence_comment", "schedule_comment",
    "variance", "variance_comment", "budget_comment", "benefits_comment",
)  # fmt: skip
_DATES: Final = ("start", "end")
_AMOUNTS: Final = ("year_baseline", "year_forecast", "whole_life_cost", "benefits")


def may_be_portfolio_return(data: bytes) -> bool:
    """A quick look whether the bytes may be such a return, so that others are not parsed for it."""
    if len(data) > LARGEST_FILE:
        return False
    return _NAME.search(data[:_HEAD].replace(b"\x00", b"").lower()) is not None


def read_portfolio_return(data: bytes, name: str) -> PortfolioReturn | None:
    """Read the return in a CSV; which way it lies is decided by its headings. None when it is
    another table.

    Raises:
        Refused: It is no table, or it is meant to be a return and a heading is missing (field
            "columns"), or a row has more cells than there are headings.
    """
    found = read_csv_records(data)
    layout = layout_of([row.cells for row in found.rows])
    if layout is None:
        return None
    records, blank = _records(found.rows, layout)
    made = returned(name, layout, records, blank)
    return replace(made, encoding=found.encoding, separator=found.separator)


class Record(NamedTuple):
    """The cells of one project, as many as headings, and its row or column counted from 0."""

    place: int
    cells: tuple[str, ...]


def returned(
    name: str, layout: Layout, records: Sequence[Record], blank: int, top: int = 0
) -> PortfolioReturn:
    """Read the values of all records.

    Args:
        name: Of the file.
        layout: What the headings mean.
        records: Those in which anything stands.
        blank: How many do not.
        top: Rows above the table.
    """
    values = _values(records, layout)
    projects = tuple(_Project(record, layout, values, top).read() for record in records)
    return PortfolioReturn(
        name,
        "",
        "",
        values.year,
        layout.sideways,
        projects,
        tuple(zip(layout.headings, layout.fields, strict=True)),
        blank,
        tuple(_notes(values, layout, blank)),
    )


def sideways(rows: Sequence[Sequence[str]]) -> list[Record]:
    """The columns of a table whose headings stand below each other, that of the headings too."""
    width = max(map(len, rows))
    filled = [(*row, *("",) * (width - len(row))) for row in rows]
    return [Record(place, cells) for place, cells in enumerate(zip(*filled, strict=True))]


def _records(rows: Sequence[Row], layout: Layout) -> tuple[list[Record], int]:
    """The projects, and how many rows or columns are blank."""
    width = max(len(row.cells) for row in rows)
    if width > MOST_COLUMNS:
        raise Refused(N_("The file has more than {most} columns."), most=MOST_COLUMNS)
    blank = 0
    if layout.sideways:
        all_records = sideways([row.cells for row in rows])
    else:
        placed = _placed(rows)
        all_records = [Record(at, _fitted(row, len(layout.headings))) for at, row in placed]
        blank = placed[-1][0] + 1 - len(placed)
    records = [one for one in all_records[1:] if any(map(str.strip, one.cells))]
    return records, blank + len(all_records) - 1 - len(records)


def _placed(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """The rows with their places in a sheet: a record of many lines is one, an empty line too."""
    placed = []
    place = -1
    before = rows[0].line - _height(rows[0])
    for row in rows:
        place += row.line - _height(row) - before + 1
        before = row.line
        placed.append((place, row))
    return placed


def _height(row: Row) -> int:
    """Lines of the file that the record takes."""
    return 1 + sum(len(_BREAK.findall(cell)) for cell in row.cells)


def _fitted(row: Row, width: int) -> tuple[str, ...]:
    if any(cell.strip() for cell in row.cells[width:]):
        raise Refused(
            N_("Line {line} has {count} cells, but there are {most} headings."),
            line=row.line,
            count=len(row.cells),
            most=width,
        )
    return (*row.cells[:width], *("",) * (width - len(row.cells)))


def _values(records: Sequence[Record], layout: Layout) -> ValueReader:
    """A reader of values that has looked at all of them."""

    def texts(*fields: str) -> list[str]:
        places = [place for one in fields for place in layout.places(one)]
        return [tidied(record.cells[place]) for record in records for place in places]

    years = {text for text in texts("year") if standing_of(text) is Standing.GIVEN}
    said = _year(years.pop()) if len(years) == 1 else None
    year = said if isinstance(said, int) else None if years else layout.year()
    return ValueReader.of(year, texts(*_DATES), texts(*_AMOUNTS))


class _Project:
    """Reads one project."""

    def __init__(self, record: Record, layout: Layout, values: ValueReader, top: int) -> None:
        self._record, self._layout, self._values, self._top = record, layout, values, top

    def read(self) -> ReturnedProject:
        values = self._values
        reads: dict[str, Callable[[str], object]] = {
            **dict.fromkeys(_TEXTS, _text),
            **dict.fromkeys(_DATES, values.date),
            **dict.fromkeys(_AMOUNTS, values.pence),
            "year": _year,
            "confidence": _confidence,
        }
        cells: dict[str, Any] = {field: self._cell(field, reads[field]) for field in FIELDS}
        cells["end"] = _after(cells["start"], cells["end"])
        return ReturnedProject(line=self._record.place + 1, others=tuple(self._others()), **cells)

    def _cell(self, field: str, read: Callable[[str], T | Message]) -> ReturnedCell[T]:
        """The cell of a field; of a heading that stands there twice the one that says something."""
        cells = [
            cell_of(self._layout.headings[at], self._at(at), self._record.cells[at], read)
            for at in self._layout.places(field)
        ]
        if not cells:
            return no_cell()
        told = [cell for cell in cells if cell.text] or cells[:1]
        texts = list(dict.fromkeys(cell.text for cell in told))
        return told[0] if len(texts) == 1 else contradicting(told[0], texts)

    def _others(self) -> list[ReturnedCell[str]]:
        return [
            cell_of(self._layout.headings[at], self._at(at), self._record.cells[at], _text)
            for at in self._layout.places("")
            if self._record.cells[at].strip()
        ]

    def _at(self, heading: int) -> str:
        place = self._record.place
        if self._layout.sideways:
            return place_of(self._top + heading, place)
        return place_of(place, heading)


def _after(start: ReturnedCell[Period], end: ReturnedCell[Period]) -> ReturnedCell[Period]:
    """The end; when it lies before the start, it is kept as words and not as a date."""
    if start.value is None or end.value is None or end.value.last >= start.value.first:
        return end
    why = message(N_("The end lies before the start, {start}."), start=start.value)
    return replace(end, value=None, standing=Standing.UNREADABLE, why=why)


def _text(text: str) -> str:
    return text


def _year(text: str) -> int | Message:
    found = re.fullmatch(r"(?:19|20)\d\d", text)
    return int(text) if found else message(N_("It is no year."))


def _confidence(text: str) -> Confidence | Message:
    return written_confidence(text) or message(N_("It is none of the five steps of confidence."))


def _notes(values: ValueReader, layout: Layout, blank: int) -> list[Message]:
    notes = [message(N_("Amounts are read as millions of pounds sterling (GBP)."))]
    if values.short_years and values.year is not None:
        said = N_("Years of two digits are read as {first}–{last}: {count} dates.")
        first = values.year - 50
        notes.append(
            message(said, first=str(first), last=str(first + 99), count=values.short_years)
        )
    if blank:
        notes.append(message(N_("Rows without any text: {count}."), count=blank))
    twice = [one for one, n in Counter(filter(None, layout.headings)).items() if n > 1]
    if twice:
        said = N_("Headings that stand there twice, of which the filled cell is read: {headings}.")
        notes.append(message(said, headings=", ".join(twice)))
    return notes
