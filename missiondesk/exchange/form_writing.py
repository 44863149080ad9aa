# SPDX-License-Identifier: Apache-2.0
"""A locked sheet with cells to fill in and send back, and the hidden one beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from missiondesk.domain.message import N_
from missiondesk.exchange.spreadsheet.cells import letters_of
from missiondesk.exchange.spreadsheet.writing import put
from missiondesk.language.clean_text import clean_text
from missiondesk.language.translator import Translator

PARTICULARS: Final = "missiondesk"  # name of the hidden sheet
LINE: Final = 15.0  # points
MARGIN: Final = 0.5  # inches
_FONT: Final = "Calibri"
_FILL: Final = "EEF3F8"  # of the cells to fill in; a border marks them without colour
_INK: Final = "5B6470"
_TALLEST: Final = 400  # points; Excel makes no row higher than 409


def write_particulars(workbook: Any, names: Sequence[str], values: Sequence[str]) -> None:
    """What the reader needs to know the form again, on a sheet that no menu shows."""
    sheet = workbook.create_sheet(PARTICULARS)
    for row, pair in enumerate(zip(names, values, strict=True)):
        for column, text in enumerate(pair):
            put(sheet, row, column, text, sheet.title)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


class FormWriter:
    """Writes a visible sheet row by row; what is on it is its kind's to say.

    Args:
        sheet: An empty sheet of openpyxl.
        widths: Of the visible columns, in characters.
        hidden: Columns that only the reader looks into.
    """

    def __init__(
        self, sheet: Any, tr: Translator, widths: Sequence[int], hidden: Iterable[int]
    ) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self._sheet, self._tr, self._row = sheet, tr, 0
        self._widths, self._hidden = widths, hidden
        side = Side(style="thin", color=_INK)
        self._frame = Border(left=side, right=side, top=side, bottom=side)
        self._below = Border(bottom=Side(style="hair", color=_INK))
        self._fill = PatternFill("solid", fgColor=_FILL)
        self._free = Protection(locked=False)
        self._text = Alignment(vertical="top", wrap_text=True)
        self._bold = Font(name=_FONT, size=11, bold=True)
        self._quiet = Font(name=_FONT, size=11, color=_INK)
        self._large = Font(name=_FONT, size=14, bold=True)

    # -- cells -----------------------------------------------------------------------------
    def _put(self, column: int, text: str) -> Any:
        cell = put(self._sheet, self._row, column, clean_text(text), self._sheet.title)
        cell.alignment = self._text
        return cell

    def _open(self, cell: Any) -> None:
        cell.border, cell.fill, cell.protection = self._frame, self._fill, self._free

    def _line(self, text: str, font: Any, lines: float = 0) -> None:
        """A line over the whole width; ``lines`` is its height, 0 leaves that to the program."""
        cell = self._put(0, text)
        if font is not None:
            cell.font = font
        self._merge(0, len(self._widths) - 1)
        if lines:
            self._high(lines)
        self._row += 1

    def _heads(self, words: Sequence[str]) -> None:
        """The headings of the columns, on every printed page."""
        for column, text in enumerate(words):
            cell = self._put(column, text)
            cell.font, cell.border = self._bold, self._frame
        self._sheet.print_title_rows = f"{self._row + 1}:{self._row + 1}"
        self._row += 1

    def _merge(self, first: int, last: int) -> None:
        row = self._row + 1
        self._sheet.merge_cells(
            start_row=row, end_row=row, start_column=first + 1, end_column=last + 1
        )

    def _high(self, lines: float, *, above: bool = False) -> None:
        """The height of this row, or of the one above it.

        Excel does not make a row higher for a text that wraps when it opens a file.
        """
        row = self._row if above else self._row + 1
        self._sheet.row_dimensions[row].height = min(_TALLEST, LINE * lines)

    def _offer(
        self, column: int, words: Sequence[str], wrong: str, *, title: str = "", empty: bool = True
    ) -> None:
        """A list to choose from in a cell of this row.

        Args:
            wrong: What is said of anything else.
            empty: The cell may be left empty.
        """
        from openpyxl.worksheet.datavalidation import DataValidation

        offered = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=empty)
        offered.showErrorMessage = True
        offered.errorTitle, offered.error = title or None, wrong
        offered.add(f"{letters_of(column)}{self._row + 1}")
        self._sheet.add_data_validation(offered)

    def _fit(self) -> None:
        """Widths, hidden columns, paper and the lock, which has no password."""
        sheet = self._sheet
        for column, width in enumerate(self._widths):
            sheet.column_dimensions[letters_of(column)].width = width
        for column in self._hidden:
            sheet.column_dimensions[letters_of(column)].hidden = True
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = MARGIN
        sheet.print_area = f"A1:{letters_of(len(self._widths) - 1)}{self._row}"
        sheet.oddFooter.right.text = self._tr.say(
            N_("Page {page} of {pages}"), page="&P", pages="&N"
        )
        sheet.sheet_view.showGridLines = False
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False


def lines_in(text: str, width: int) -> int:
    """Lines that a text takes in a column of ``width`` characters."""
    return sum(-(-max(1, len(part)) // max(1, width - 2)) for part in text.split("\n"))
