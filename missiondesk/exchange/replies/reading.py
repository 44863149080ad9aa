# SPDX-License-Identifier: Apache-2.0
"""Reads a form that came back, with the checks for any received file; what it says is judged
elsewhere.
"""

from __future__ import annotations

from typing import Final, NoReturn

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledCell, FilledForm, FilledRow, seal_of
from missiondesk.exchange.form_reading import (
    cell_at,
    filled_cell,
    particulars_of,
    read_form_workbook,
    shown_sheet,
)
from missiondesk.exchange.replies import layout
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, Workbook

_SHOWN: Final = 60  # signs of it that a sentence repeats
# In which column stands what is told by one cell of its row.
_COLUMNS: Final = {
    layout.LETTER_NUMBER: layout.NUMBER_SHOWN,
    layout.HINDERS: 0,
    layout.ASKS: 0,
}
_ASKED: Final = {layout.HINDERS, layout.ASKS}


def read_form(data: bytes, name: str) -> FilledForm:
    """Read the bytes of a form.

    Args:
        data: The whole file.
        name: Its name without a folder, for the record.

    Raises:
        Refused: It is too large, damaged, or no form for a reply of this desk; or what tells which
            letter and commitments it is about was changed. The sentence names sheet and cell.
    """
    workbook = read_form_workbook(data, name)
    told = _particulars(workbook)
    sheet = shown_sheet(workbook)
    if sheet is None:
        _no_form()
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
    found = particulars_of(workbook, layout.FORMAT)
    if found is None:
        _no_form()
    hidden, told = found
    sealed = ("letter", "number", "version", "period", "language")
    whole = tuple(told) == layout.NAMES
    if not whole or told["print"] != layout.print_of_sheet(told[name] for name in sealed):
        _meddled(hidden)
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


def _rows(sheet: Sheet) -> tuple[tuple[FilledRow, ...], dict[str, FilledCell]]:
    rows: list[FilledRow] = []
    others: dict[str, FilledCell] = {}
    for number, cells in enumerate(sheet.rows):
        key = cell_at(cells, layout.KEY).text
        if key.startswith(layout.ROW):
            rows.append(_row(cells, number, key.removeprefix(layout.ROW)))
        elif key in _COLUMNS and key not in others:
            others[key] = filled_cell(cells, number, _COLUMNS[key])
        elif key:
            _changed(sheet.name)
    if len({row.key for row in rows}) != len(rows) or not others.keys() >= _ASKED:
        _changed(sheet.name)
    return tuple(rows), others


def _row(cells: tuple[SheetCell, ...], number: int, key: str) -> FilledRow:
    return FilledRow(
        key=key,
        status_before=cell_at(cells, layout.STATUS_BEFORE).text,
        evidence_before=cell_at(cells, layout.EVIDENCE_BEFORE).text,
        number=filled_cell(cells, number, layout.NUMBER),
        text=filled_cell(cells, number, layout.TEXT),
        status=filled_cell(cells, number, layout.STATUS),
        evidence=filled_cell(cells, number, layout.EVIDENCE),
        comment=filled_cell(cells, number, layout.COMMENT),
    )
