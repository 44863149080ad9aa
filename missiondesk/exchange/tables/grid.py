# SPDX-License-Identifier: Apache-2.0
"""A table before its headings are understood: rows of cells from a CSV or from a sheet."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import Message
from missiondesk.exchange.csv_table import CsvTable
from missiondesk.exchange.spreadsheet import Sheet, SheetCell


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row with its line in the file, or its row in the sheet, counted from 1."""

    line: int
    cells: tuple[SheetCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its headings; each row has as many cells as headings.

    Attributes:
        sheet: Name of the sheet, "" for a CSV.
    """

    sheet: str
    headings: tuple[str, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be used: where it is, what stands there, and what is wrong.

    Attributes:
        line: Line of the file or row of the sheet, from 1.
        sheet: Name of the sheet, "" for a CSV.
        place: Name of the cell ("B7"), "" for a CSV.
    """

    line: int
    heading: str
    value: str
    message: Message
    sheet: str = ""
    place: str = ""


def grid_of_csv(table: CsvTable) -> Grid:
    """The grid of a CSV; its cells are text, whatever stands in them."""
    rows = tuple(
        GridRow(row.line, tuple(SheetCell(cell, cell or None, False, "") for cell in row.cells))
        for row in table.rows
    )
    return Grid("", table.headings, rows)


def grid_of_sheet(sheet: Sheet, heading_row: int) -> Grid:
    """The grid under one row of a sheet (counted from 0), as wide as that row is filled."""
    top = sheet.rows[heading_row]
    filled = [column for column, cell in enumerate(top) if cell.text]
    width = filled[-1] + 1 if filled else 0
    rows = tuple(
        GridRow(number + 1, row[:width])
        for number, row in enumerate(sheet.rows[heading_row + 1 :], start=heading_row + 1)
        if not all(cell.empty for cell in row[:width])
    )
    return Grid(sheet.name, tuple(cell.text for cell in top[:width]), rows)
