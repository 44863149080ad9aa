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
_SHOWN: Final = 60  # signs of it that a sentence repeats
# In which column stands what is told by one cell of its row.
_COLUMNS: Final = {
    layout.LETTER_NUMBER: layout.NUMBER_SHOWN,
    layout.HINDERS: 0,
    layout.ASKS: 0,
}
_ASKED: Final = {layout.HINDERS, layout.ASKS}
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
    rows, others = _rows(sheet)
    keys = tuple(row.key for row in rows)
    seal = seal_of(told["letter"], told["version"], told["period"], told["language"], keys)
    if seal != told["seal"]:
        _changed(sheet.name)
    _require_number(others.get(layout.LETTER_NUMBER), told["number"], sheet.name)
    return FilledForm(
        file_name=name,
        sheet=sheet.name,
        letter=told["letter"],
        version=told["version"],
        period=told["period"],
        language=told["language"],
        rows=rows,
        hinders=others[layout.HINDERS],
        asks=others[layout.ASKS],
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
    if told.get("format") != layout.FORMAT:
        _no_form()
    sealed = ("letter", "number", "version", "period", "language")
    whole = tuple(told) == layout.NAMES
    if not whole or told["print"] != layout.print_of_sheet(told[name] for name in sealed):
        _meddled(found[0].name)
    return told


def _meddled(sheet: str) -> NoReturn:
    raise Refused(
        N_(
            "The hidden sheet “{sheet}”, by which the form tells its letter, was changed. Nothing "
            "was read in, and the workspace is as it was. Make the form again from the letter, "
            "copy the answers into it, and read that one in."
        ),
        sheet=sheet,
    )


def _require_number(shown: FilledCell | None, number: str, sheet: str) -> None:
    """The number that people see is that of the letter the reply is written to."""
    said = "" if shown is None else shown.text
    if layout.squeezed(said) == layout.squeezed(number):
        return
    if shown is None:
        _changed(sheet)
    raise Refused(
        N_(
            "Cell {place} says letter no. “{said}”, but the form was made from letter no. "
            "“{number}”. Nothing was read in. If the answers are for no. “{number}”, put the "
            "number back; otherwise copy them into the form of the letter they are for."
        ),
        place=shown.place,
        said=said[:_SHOWN],
        number=number,
    )


def _sheet(workbook: Workbook) -> Sheet:
    others = [one for one in workbook.sheets if one.name != layout.PARTICULARS]
    if len(others) != 1:
        _no_form()
    return others[0]


def _rows(sheet: Sheet) -> tuple[tuple[FilledRow, ...], dict[str, FilledCell]]:
    rows: list[FilledRow] = []
    others: dict[str, FilledCell] = {}
    for number, cells in enumerate(sheet.rows):
        key = _at(cells, number, layout.KEY).text
        if key.startswith(layout.ROW):
            rows.append(_row(cells, number, key.removeprefix(layout.ROW)))
        elif key in _COLUMNS and key not in others:
            others[key] = _filled(cells, number, _COLUMNS[key])
        elif key:
            _changed(sheet.name)
    if len({row.key for row in rows}) != len(rows) or not others.keys() >= _ASKED:
        _changed(sheet.name)
    return tuple(rows), others


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
