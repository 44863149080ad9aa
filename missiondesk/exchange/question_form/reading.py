# SPDX-License-Identifier: Apache-2.0
"""Reads a form that came back, checked as any received file; what it says is judged elsewhere."""

from __future__ import annotations

from typing import NoReturn

from missiondesk.domain.message import N_
from missiondesk.domain.question_form import FilledQuestion, FilledQuestions, seal_of_questions
from missiondesk.domain.refused import Refused
from missiondesk.exchange.form_reading import (
    cell_at,
    filled_cell,
    particulars_of,
    read_form_workbook,
    shown_sheet,
)
from missiondesk.exchange.question_form import layout
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, Workbook


def read_questions(data: bytes, name: str) -> FilledQuestions:
    """Read the bytes of a form.

    Args:
        data: The whole file.
        name: Its name without a folder, for the record.

    Raises:
        Refused: It is too large, damaged or no such form, or its questions were changed or moved.
            The sentence names the sheet.
    """
    workbook = read_form_workbook(data, name)
    told = _particulars(workbook)
    shown = shown_sheet(workbook)
    if shown is None:
        _no_form()
    rows = _rows(shown)
    texts = [(row.key, row.text.text) for row in rows]
    if seal_of_questions(told["round"], told["party"], told["language"], texts) != told["seal"]:
        _changed(shown.name)
    return FilledQuestions(name, shown.name, told["round"], told["party"], told["language"], rows)


def _no_form() -> NoReturn:
    raise Refused(N_("The file is no form with questions to a party, made by this desk."))


def _changed(sheet: str) -> NoReturn:
    raise Refused(
        N_(
            "Questions were changed, removed, added or moved (sheet “{sheet}”). Nothing was read "
            "in. Copy the answers into the form as it was sent out."
        ),
        sheet=sheet,
    )


def _particulars(workbook: Workbook) -> dict[str, str]:
    found = particulars_of(workbook, layout.FORMAT)
    if found is None or tuple(found[1]) != layout.NAMES:
        _no_form()
    return found[1]


def _rows(sheet: Sheet) -> tuple[FilledQuestion, ...]:
    rows = []
    for number, cells in enumerate(sheet.rows):
        key = cell_at(cells, layout.KEY).text
        if key.startswith(layout.ROW):
            rows.append(_row(cells, number, key.removeprefix(layout.ROW)))
        elif key:
            _changed(sheet.name)
    return tuple(rows)


def _row(cells: tuple[SheetCell, ...], number: int, key: str) -> FilledQuestion:
    return FilledQuestion(
        key, *(filled_cell(cells, number, column) for column in range(layout.SHOWN))
    )
