# SPDX-License-Identifier: Apache-2.0
"""Writes rows as an XLSX: the same bytes from the same rows, no formula and nobody's name in it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.office_package import UNWRITABLE, settled
from missiondesk.exchange.office_package import Properties as Properties
from missiondesk.exchange.spreadsheet.cells import letters_of, place_of

CellValue = str | Decimal | int | date | None

LONGEST_TEXT: Final = 32_767
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
LONGEST_NAME: Final = 31
# A list of choices stands in one attribute, and Excel reads no more of it.
LONGEST_CHOICES: Final = 255
_CHOICE_ROWS: Final = 1000
# What begins so may be taken for a formula when the sheet is later saved as CSV (SEC-10).
_FORMULA_SIGNS: Final = frozenset("=+-@\t\r|%＝＋－＠")
# Excel reads _x000D_ in a text as the sign of that number.
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE: Final = 15  # points


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """One sheet: headings that stay in view, and rows below them.

    Attributes:
        widths: Of the columns in characters; those not given get one that fits the heading.
        choices: Closed lists of values by column, from 0, offered below the headings.
        quiet: Rows from the first that are set apart as help or example.
    """

    name: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[CellValue]]
    widths: tuple[int, ...] = ()
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    quiet: int = 0


def write_workbook(sheets: Sequence[WrittenSheet], properties: Properties) -> bytes:
    """The bytes of an XLSX with these sheets.

    Text stays text whatever it begins with; numbers and dates are typed as such.

    Raises:
        Refused: A text is longer than a cell holds, or a sheet larger than Excel's; with its place.
        ValueError: No sheet, two of one name, or a list of choices that is too long.
    """
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    names = [sheet_name(one.name) for one in sheets]
    if not names or len({name.casefold() for name in names}) != len(names):
        raise ValueError("a workbook needs sheets of different names")
    for name, sheet in zip(names, sheets, strict=True):
        _fill(workbook.create_sheet(name), sheet)
    stream = io.BytesIO()
    workbook.save(stream)
    return settled(stream.getvalue(), properties)


def sheet_name(name: str) -> str:
    """A name that Excel allows: at most 31 signs and none of those it keeps for itself."""
    return _NOT_IN_NAMES.sub(" ", name)[:LONGEST_NAME].strip(" '") or "1"


def _fill(target: Any, sheet: WrittenSheet) -> None:
    from openpyxl.styles import Alignment, Font

    if len(sheet.rows) >= MOST_ROWS or len(sheet.headings) > MOST_COLUMNS:
        raise Refused(N_("The sheet “{sheet}” would be larger than Excel’s."), sheet=sheet.name)
    top, bold, quiet = Alignment(vertical="top", wrap_text=True), Font(bold=True), Font(italic=True)
    for column, heading in enumerate(sheet.headings):
        cell = put(target, 0, column, heading, sheet.name)
        cell.font, cell.alignment = bold, top
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if value is None or value == "":
                continue
            cell = put(target, number, column, value, sheet.name)
            if number <= sheet.quiet:
                cell.font, cell.alignment = quiet, top
    widths = [_width(sheet, column) for column in range(len(sheet.headings))]
    for column, width in enumerate(widths):
        target.column_dimensions[letters_of(column)].width = width
    # Excel does not make a row higher for a text that wraps when it opens a file.
    for number, row in enumerate((sheet.headings, *sheet.rows[: sheet.quiet]), start=1):
        pairs = zip(row, widths, strict=False)
        lines = max((-(-len(str(text or "")) // (width - 2)) for text, width in pairs), default=1)
        target.row_dimensions[number].height = _LINE * max(1, lines)
    target.freeze_panes = "A2"
    _offer(target, sheet)


def _width(sheet: WrittenSheet, column: int) -> int:
    given = sheet.widths[column] if column < len(sheet.widths) else 0
    return max(8, min(given or len(sheet.headings[column]) + 4, 80))


def put(target: Any, row: int, column: int, value: CellValue, sheet: str) -> Any:
    """Write a value into the cell of an openpyxl sheet and return that; text stays text.

    Args:
        target: The sheet.
        row: From 0.
        column: From 0.
        value: What is written.
        sheet: The sheet's name, for the refusal.

    Raises:
        Refused: The text is longer than a cell holds.
    """
    cell = target.cell(row + 1, column + 1)
    if isinstance(value, str):
        text = clean_text(value)
        if len(text) > LONGEST_TEXT:
            raise Refused(
                N_("The text for cell {place} of the sheet “{sheet}” is longer than {most} signs."),
                place=place_of(row, column),
                sheet=sheet,
                most=LONGEST_TEXT,
            )
        cell.value = text
        # Only now: openpyxl makes a formula of "=…" and an error of "#N/A".
        cell.data_type = "s"
        if text[:1] in _FORMULA_SIGNS:
            cell.quotePrefix = True
        return cell
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    return cell


def clean_text(text: str) -> str:
    """The text as XML can hold it: lines end alike, control signs are gone."""
    tidy = UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _ESCAPE_LIKE.sub("_x005F_", tidy)


def _offer(target: Any, sheet: WrittenSheet) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, words in sheet.choices.items():
        listed = ",".join(words)
        if len(listed) > LONGEST_CHOICES or any("," in word or '"' in word for word in words):
            raise ValueError(f"the choices of column {column} do not fit into a list")
        offered = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        # What is typed otherwise is told at import, with its place; here it only warns.
        offered.errorStyle = "warning"
        letters, first = letters_of(column), 2 + sheet.quiet
        offered.add(f"{letters}{first}:{letters}{first + _CHOICE_ROWS}")
        target.add_data_validation(offered)
