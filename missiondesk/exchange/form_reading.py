# SPDX-License-Identifier: Apache-2.0
"""What every filled-in form is read by: its hidden sheet, its one visible sheet, and its cells."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledCell
from missiondesk.exchange.form_writing import PARTICULARS
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, Workbook, read_workbook
from missiondesk.exchange.spreadsheet.cells import place_of

LARGEST_FILE: Final = 5_000_000
_LONGEST: Final = 10_000  # signs that a cell may hold
_NOWHERE: Final = SheetCell("", None, False, "")


def read_form_workbook(data: bytes, name: str) -> Workbook:
    """The workbook of a form.

    Raises:
        Refused: It is too large or damaged.
    """
    if len(data) > LARGEST_FILE:
        raise Refused(
            N_("The file is larger than {most} megabytes."), most=LARGEST_FILE // 1_000_000
        )
    return read_workbook(data, name)


def particulars_of(workbook: Workbook, form: str) -> tuple[str, dict[str, str]] | None:
    """Name and pairs of the hidden sheet; None when it is not that of this kind of form."""
    found = [one for one in workbook.sheets if one.name == PARTICULARS]
    if len(found) != 1:
        return None
    told = {row[0].text: row[1].text for row in found[0].rows if len(row) > 1}
    return (found[0].name, told) if told.get("format") == form else None


def shown_sheet(workbook: Workbook) -> Sheet | None:
    """The one sheet that people see; None when there are none or several."""
    others = [one for one in workbook.sheets if one.name != PARTICULARS]
    return others[0] if len(others) == 1 else None


def cell_at(cells: tuple[SheetCell, ...], column: int) -> SheetCell:
    """A cell of a row, an empty one beyond its end."""
    return cells[column] if column < len(cells) else _NOWHERE


def filled_cell(cells: tuple[SheetCell, ...], number: int, column: int) -> FilledCell:
    """What stands in a cell of the row ``number``, counted from 0.

    Raises:
        Refused: It is longer than anybody writes.
    """
    cell, place = cell_at(cells, column), place_of(number, column)
    if len(cell.text) > _LONGEST:
        raise Refused(
            N_("The text in cell {place} is longer than {most} signs."), place=place, most=_LONGEST
        )
    return FilledCell(cell.text, place, cell.fault)
