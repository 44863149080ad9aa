# SPDX-License-Identifier: Apache-2.0
"""Reads a sheet that came back, checked as any received file; a refusal names its cell."""

from __future__ import annotations

from typing import Final, NoReturn

from missiondesk.domain.comment_sheet import FilledParagraph, FilledSheet, seal_of_sheet
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledCell
from missiondesk.exchange.comment_sheet import layout
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, Workbook, read_workbook
from missiondesk.exchange.spreadsheet.cells import place_of

LARGEST_FILE: Final = 5_000_000
_LONGEST: Final = 10_000  # signs that a cell may hold
_NOWHERE: Final = SheetCell("", None, False, "")


def read_sheet(data: bytes, name: str) -> FilledSheet:
    """Read the bytes of a sheet.

    Args:
        data: The whole file.
        name: Its name without a folder, for the record.

    Raises:
        Refused: It is too large, damaged, no such sheet, its paragraphs were changed or moved, a
            cell cannot be read, or nobody's name stands on it. The sentence names sheet and cell.
    """
    if len(data) > LARGEST_FILE:
        raise Refused(
            N_("The file is larger than {most} megabytes."), most=LARGEST_FILE // 1_000_000
        )
    workbook = read_workbook(data, name)
    told = _particulars(workbook)
    shown = [one for one in workbook.sheets if one.name != layout.PARTICULARS]
    if len(shown) != 1:
        _no_sheet()
    rows, author = _rows(shown[0])
    texts = [row.text for row in rows if row.number]
    numbers = [row.number for row in rows if row.number]
    seal = seal_of_sheet(told["letter"], told["version"], told["language"], texts)
    if seal != told["seal"] or numbers != list(range(1, len(numbers) + 1)):
        _changed(shown[0].name)
    written = any(row.comment.text.strip() or row.proposal.text.strip() for row in rows)
    if written and not author.text.strip():
        raise Refused(
            N_("Cell {place} of the sheet “{sheet}” should say who wrote the comments."),
            place=author.place,
            sheet=shown[0].name,
        )
    return FilledSheet(
        name, shown[0].name, told["letter"], told["version"], told["language"], author, rows
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
    found = [one for one in workbook.sheets if one.name == layout.PARTICULARS]
    if len(found) != 1:
        _no_sheet()
    told = {row[0].text: row[1].text for row in found[0].rows if len(row) > 1}
    if told.get("format") != layout.FORMAT or tuple(told) != layout.NAMES:
        _no_sheet()
    return told


def _rows(sheet: Sheet) -> tuple[tuple[FilledParagraph, ...], FilledCell]:
    rows: list[FilledParagraph] = []
    author: FilledCell | None = None
    for number, cells in enumerate(sheet.rows):
        key = _at(cells, layout.KEY).text
        if key == layout.AUTHOR and author is None:
            author = _filled(cells, number, layout.AUTHOR_SHOWN, sheet.name)
        elif key.startswith(layout.ROW) and key.removeprefix(layout.ROW).isdecimal():
            place = int(key.removeprefix(layout.ROW)[:6])
            rows.append(
                FilledParagraph(
                    place,
                    _at(cells, layout.PLACE).text,
                    _at(cells, layout.TEXT).text if place else "",
                    _filled(cells, number, layout.COMMENT, sheet.name),
                    _filled(cells, number, layout.PROPOSAL, sheet.name),
                )
            )
        elif key:
            _changed(sheet.name)
    if author is None or not rows:
        _changed(sheet.name)
    return tuple(rows), author


def _at(cells: tuple[SheetCell, ...], column: int) -> SheetCell:
    return cells[column] if column < len(cells) else _NOWHERE


def _filled(cells: tuple[SheetCell, ...], number: int, column: int, sheet: str) -> FilledCell:
    cell, place = _at(cells, column), place_of(number, column)
    if cell.fault is not None:
        raise Refused(
            N_("Nothing was read in. Sheet “{sheet}”, cell {place}: {fault}"),
            sheet=sheet,
            place=place,
            fault=cell.fault,
        )
    if len(cell.text) > _LONGEST:
        raise Refused(
            N_("The text in cell {place} is longer than {most} signs."), place=place, most=_LONGEST
        )
    return FilledCell(cell.text, place, cell.fault)
