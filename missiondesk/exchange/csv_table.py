# SPDX-License-Identifier: Apache-2.0
"""Reads a CSV file by rule: encoding and separator are found and said, not asked for."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.csv_dialect import Row, find_separator, read_rows, text_of

LARGEST_FILE: Final = 20_000_000
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500


@dataclass(frozen=True, slots=True)
class CsvRecords:
    """All records of a file as they stand, the first one too, with how they were read."""

    encoding: str
    separator: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table as read, with how it was read.

    Attributes:
        encoding: "UTF-8", "UTF-16", "UTF-32", "Windows-1252" or "CP850".
        separator: The sign between the cells.
        headings: Cells of the first record, trimmed.
        rows: Records below it that are not wholly empty; each has as many cells as headings.
    """

    encoding: str
    separator: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_csv(data: bytes) -> CsvTable:
    """Read the bytes of a CSV file whose first record is its headings.

    Raises:
        Refused: Too large, not text, or not a table; the sentence names the line.
    """
    found = read_csv_records(data)
    headings = tuple(cell.strip() for cell in found.rows[0].cells)
    if len(headings) == 1:
        raise Refused(N_("The file has no columns: its first line has no separator."))
    if len(headings) > MOST_COLUMNS:
        raise Refused(N_("The file has more than {most} columns."), most=MOST_COLUMNS)
    rows = tuple(
        _fitted(row, len(headings)) for row in found.rows[1:] if any(map(str.strip, row.cells))
    )
    return CsvTable(found.encoding, found.separator, headings, rows)


def read_csv_records(data: bytes) -> CsvRecords:
    """Read the records of a CSV file, whatever stands in the first.

    Encoding and separator are found by `csv_dialect`.

    Raises:
        Refused: Too large, empty, not text, or without columns; the sentence names the line.
    """
    if len(data) > LARGEST_FILE:
        raise Refused(
            N_("The file is larger than {most} megabytes."), most=LARGEST_FILE // 1_000_000
        )
    decoded = text_of(data)
    if not decoded.text.strip():
        raise Refused(N_("The file is empty."))
    separator = find_separator(decoded.text)
    rows = _records(decoded.text, separator)
    if not rows:
        raise Refused(N_("The file is empty."))
    return CsvRecords(decoded.encoding, separator, tuple(rows))


def _records(text: str, separator: str) -> list[Row]:
    found: list[Row] = []
    for row in read_rows(text, separator):
        found.append(row)
        if len(found) > MOST_ROWS + 1:
            raise Refused(N_("The file has more than {most} rows."), most=MOST_ROWS)
    return found


def _fitted(row: Row, width: int) -> Row:
    """Cells as many as headings: short rows are filled, empty cells beyond the last are dropped."""
    cells = tuple(cell.strip() for cell in row.cells)
    if len(cells) > width and any(cells[width:]):
        raise Refused(
            N_("Line {line} has {count} cells, but there are {most} headings."),
            line=row.line,
            count=len(cells),
            most=width,
        )
    return Row(row.line, (*cells[:width], *("",) * (width - len(cells))))
