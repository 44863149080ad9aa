# SPDX-License-Identifier: Apache-2.0
"""Reads a CSV file by rule: encoding and separator are found and said, not asked for."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused

LARGEST_FILE: Final = 20_000_000
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500
LONGEST_CELL: Final = 100_000
# In the order in which a tie is decided.
SEPARATORS: Final = (";", "\t", ",")


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One record with the line on which it ends in the file, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table as read, with how it was read.

    Attributes:
        encoding: "UTF-8", "UTF-8 with BOM", "UTF-16" or "Windows-1252".
        separator: ";", "," or a tab.
        headings: Cells of the first record, trimmed.
        rows: Records below it that are not wholly empty; each has as many cells as headings.
    """

    encoding: str
    separator: str
    headings: tuple[str, ...]
    rows: tuple[CsvRow, ...]


def read_csv_file(path: Path) -> CsvTable:
    """Read the file at ``path``.

    Raises:
        Refused: It cannot be opened, is too large, or is no table; the sentence says which.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise Refused(N_("The file “{name}” is not there."), name=path.name) from None
    except OSError as error:
        raise Refused(
            N_("The file “{name}” cannot be read: {reason}."),
            name=path.name,
            reason=obstacle(error),
        ) from error
    return read_csv(data)


def read_csv(data: bytes) -> CsvTable:
    """Read the bytes of a CSV file.

    UTF-8 is taken when the bytes are UTF-8 (a BOM is allowed), UTF-16 when its BOM says so, else
    Windows-1252. The separator is the one of semicolon, tab and comma that stands most often in
    the first line outside quotes.

    Raises:
        Refused: Too large, not text, or not a table; the sentence names the line.
    """
    if len(data) > LARGEST_FILE:
        raise Refused(
            N_("The file is larger than {most} megabytes."), most=LARGEST_FILE // 1_000_000
        )
    encoding, text = _decoded(data)
    if "\x00" in text:
        raise Refused(N_("The file is not text."))
    separator = _separator(text)
    records = _records(text, separator)
    if not records:
        raise Refused(N_("The file is empty."))
    headings = tuple(cell.strip() for cell in records[0].cells)
    if len(headings) > MOST_COLUMNS:
        raise Refused(N_("The file has more than {most} columns."), most=MOST_COLUMNS)
    rows = tuple(
        _fitted(row, len(headings)) for row in records[1:] if any(map(str.strip, row.cells))
    )
    return CsvTable(encoding, separator, headings, rows)


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith(codecs.BOM_UTF8):
        name, codec = "UTF-8 with BOM", "utf-8-sig"
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name, codec = "UTF-16", "utf-16"
    else:
        name, codec = "UTF-8", "utf-8"
    try:
        return name, data.decode(codec)
    except UnicodeDecodeError:
        pass
    try:
        return "Windows-1252", data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refused(N_("The file is neither UTF-8 nor Windows-1252 text.")) from None


def _separator(text: str) -> str:
    seen: Counter[str] = Counter()
    quoted = False
    for sign in text:
        if sign == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif sign in "\r\n":
            if seen:
                break
        elif sign in SEPARATORS:
            seen[sign] += 1
    if not seen:
        raise Refused(N_("The file has no columns: its first line has no separator."))
    return max(SEPARATORS, key=lambda sign: (seen[sign], -SEPARATORS.index(sign)))


def _records(text: str, separator: str) -> list[CsvRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[CsvRow] = []
    try:
        for cells in reader:
            if not cells and not found:
                continue
            if any(len(cell) > LONGEST_CELL for cell in cells):
                raise Refused(N_("A cell in line {line} is too long."), line=reader.line_num)
            found.append(CsvRow(reader.line_num, tuple(cells)))
            if len(found) > MOST_ROWS + 1:
                raise Refused(N_("The file has more than {most} rows."), most=MOST_ROWS)
    except csv.Error:
        raise Refused(
            N_("Line {line} cannot be read: its quotes are not closed or not at the edge."),
            line=reader.line_num,
        ) from None
    return found


def _fitted(row: CsvRow, width: int) -> CsvRow:
    """Cells as many as headings: short rows are filled, empty cells beyond the last are dropped."""
    cells = tuple(cell.strip() for cell in row.cells)
    if len(cells) > width and any(cells[width:]):
        raise Refused(
            N_("Line {line} has {count} cells, but there are {most} headings."),
            line=row.line,
            count=len(cells),
            most=width,
        )
    return CsvRow(row.line, (*cells[:width], *("",) * (width - len(cells))))
