# SPDX-License-Identifier: Apache-2.0
"""Reads a form that came back, with the checks for any received file; what it says is judged
elsewhere.
"""

from __future__ import annotations

from typing import Final, NoReturn

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledCell, FilledForm, FilledRow, seal_of
from missiondesk.exchange.replies import layout
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, Workbook, read_workbook
from missiondesk.exchange.spreadsheet.cells import place_of

LARGEST_FILE: Final = 5_000_000
_LONGEST: Final = 10_000  # signs that a cell may hold
_NOWHERE: Final = SheetCell("", None, False, "")


def read_form(data: bytes, name: str) -> FilledForm:
    """Read the bytes of a form.

    Args:
        data: The whole file.
        name: Its name without a folder, for the record.

    Raises:
        Refused: It is too large, damaged, or no form for a reply of this desk; or what tells which
            letter and commitments it is about was changed. The sentence names sheet and cell.
    """
    if len(data) > LARGEST_FILE:
        raise Refused(
            N_("The file is larger than {most} megabytes."), most=LARGEST_FILE // 1_000_000
        )
    workbook = read_workbook(data, name)
    told = _particulars(workbook)
    sheet = _sheet(workbook)
    rows, questions = _rows(sheet)
    keys = tuple(row.key for row in rows)
    seal = seal_of(told["letter"], told["version"], told["period"], told["language"], keys)
    if seal != told["seal"]:
        _changed(sheet.name)
    return FilledForm(
        file_name=name,
        sheet=sheet.name,
        letter=told["letter"],
        version=told["version"],
        period=told["period"],
        language=told["language"],
        rows=rows,
        hinders=questions[layout.HINDERS],
        asks=questions[layout.ASKS],
    )


def _no_form() -> NoReturn:
    raise Refused(N_("The file is no form for the reply to a letter, made by this desk."))


def _changed(sheet: str) -> NoReturn:
    raise Refused(
        N_(
            "Rows of the form were removed, added, moved or copied (sheet “{sheet}”). Fill in a "
            "form as it was sent out."
        ),
        sheet=sheet,
    )


def _particulars(workbook: Workbook) -> dict[str, str]:
    found = [one for one in workbook.sheets if one.name == layout.PARTICULARS]
    if len(found) != 1:
        _no_form()
    told = {row[0].text: row[1].text for row in found[0].rows if len(row) > 1}
    if tuple(told) != layout.NAMES or told["format"] != layout.FORMAT:
        _no_form()
    return told


def _sheet(workbook: Workbook) -> Sheet:
    others = [one for one in workbook.sheets if one.name != layout.PARTICULARS]
    if len(others) != 1:
        _no_form()
    return others[0]


def _rows(sheet: Sheet) -> tuple[tuple[FilledRow, ...], dict[str, FilledCell]]:
    rows: list[FilledRow] = []
    questions: dict[str, FilledCell] = {}
    for number, cells in enumerate(sheet.rows):
        key = _at(cells, number, layout.KEY).text
        if key.startswith(layout.ROW):
            rows.append(_row(cells, number, key.removeprefix(layout.ROW)))
        elif key in (layout.HINDERS, layout.ASKS) and key not in questions:
            questions[key] = _filled(cells, number, 0)
        elif key:
            _changed(sheet.name)
    if len({row.key for row in rows}) != len(rows) or len(questions) != 2:
        _changed(sheet.name)
    return tuple(rows), questions


def _row(cells: tuple[SheetCell, ...], number: int, key: str) -> FilledRow:
    return FilledRow(
        key=key,
        status_before=_at(cells, number, layout.STATUS_BEFORE).text,
        evidence_before=_at(cells, number, layout.EVIDENCE_BEFORE).text,
        number=_filled(cells, number, layout.NUMBER),
        text=_filled(cells, number, layout.TEXT),
        status=_filled(cells, number, layout.STATUS),
        evidence=_filled(cells, number, layout.EVIDENCE),
        comment=_filled(cells, number, layout.COMMENT),
    )


def _at(cells: tuple[SheetCell, ...], number: int, column: int) -> SheetCell:
    return cells[column] if column < len(cells) else _NOWHERE


def _filled(cells: tuple[SheetCell, ...], number: int, column: int) -> FilledCell:
    cell, place = _at(cells, number, column), place_of(number, column)
    if len(cell.text) > _LONGEST:
        raise Refused(
            N_("The text in cell {place} is longer than {most} signs."), place=place, most=_LONGEST
        )
    return FilledCell(cell.text, place, cell.fault)
