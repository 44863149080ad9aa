# SPDX-License-Identifier: Apache-2.0
"""Reads a sheet that came back, checked as any received file; a refusal names its cell."""

from __future__ import annotations

from typing import NoReturn

from missiondesk.domain.comment_sheet import FilledParagraph, FilledSheet, seal_of_sheet
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledCell
from missiondesk.exchange.comment_sheet import layout
from missiondesk.exchange.form_reading import (
    cell_at,
    filled_cell,
    particulars_of,
    read_form_workbook,
    shown_sheet,
)
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, Workbook
from missiondesk.exchange.spreadsheet.cells import place_of


def read_sheet(data: bytes, name: str) -> FilledSheet:
    """Read the bytes of a sheet.

    Args:
        data: The whole file.
        name: Its name without a folder, for the record.

    Raises:
        Refused: It is too large, damaged, no such sheet, its paragraphs were changed or moved, a
            cell cannot be read, or nobody's name stands on it. The sentence names sheet and cell.
    """
    workbook = read_form_workbook(data, name)
    told = _particulars(workbook)
    shown = shown_sheet(workbook)
    if shown is None:
        _no_sheet()
    rows, author = _rows(shown)
    texts = [row.text for row in rows if row.number]
    numbers = [row.number for row in rows if row.number]
    seal = seal_of_sheet(told["letter"], told["version"], told["language"], texts)
    if seal != told["seal"] or numbers != list(range(1, len(numbers) + 1)):
        _changed(shown.name)
    written = any(row.comment.text.strip() or row.proposal.text.strip() for row in rows)
    if written and not author.text.strip():
        raise Refused(
            N_("Cell {place} of the sheet “{sheet}” should say who wrote the comments."),
            place=author.place,
            sheet=shown.name,
        )
    return FilledSheet(
        name, shown.name, told["letter"], told["version"], told["language"], author, rows
    )


def _no_sheet() -> NoReturn:
    raise Refused(N_("The file is no sheet for comments on a letter, made by this desk."))


def _changed(sheet: str) -> NoReturn:
    raise Refused(
        N_(
            "Paragraphs of the letter were changed, removed, added or moved (sheet “{sheet}”). "
            "Nothing was read in. Copy the comments into the sheet as it was sent out."
        ),
        sheet=sheet,
    )


def _particulars(workbook: Workbook) -> dict[str, str]:
    found = particulars_of(workbook, layout.FORMAT)
    if found is None or tuple(found[1]) != layout.NAMES:
        _no_sheet()
    return found[1]


def _rows(sheet: Sheet) -> tuple[tuple[FilledParagraph, ...], FilledCell]:
    rows: list[FilledParagraph] = []
    author: FilledCell | None = None
    for number, cells in enumerate(sheet.rows):
        key = cell_at(cells, layout.KEY).text
        if key == layout.AUTHOR and author is None:
            author = _filled(cells, number, layout.AUTHOR_SHOWN, sheet.name)
        elif key.startswith(layout.ROW) and key.removeprefix(layout.ROW).isdecimal():
            place = int(key.removeprefix(layout.ROW)[:6])
            rows.append(
                FilledParagraph(
                    place,
                    cell_at(cells, layout.PLACE).text,
                    cell_at(cells, layout.TEXT).text if place else "",
                    _filled(cells, number, layout.COMMENT, sheet.name),
                    _filled(cells, number, layout.PROPOSAL, sheet.name),
                )
            )
        elif key:
            _changed(sheet.name)
    if author is None or not rows:
        _changed(sheet.name)
    return tuple(rows), author


def _filled(cells: tuple[SheetCell, ...], number: int, column: int, sheet: str) -> FilledCell:
    cell = cell_at(cells, column)
    if cell.fault is not None:
        raise Refused(
            N_("Nothing was read in. Sheet “{sheet}”, cell {place}: {fault}"),
            sheet=sheet,
            place=place_of(number, column),
            fault=cell.fault,
        )
    return filled_cell(cells, number, column)
