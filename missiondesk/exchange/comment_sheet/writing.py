# SPDX-License-Identifier: Apache-2.0
"""Writes the sheet: numbered paragraphs, each with cells for a comment and a proposal."""

from __future__ import annotations

import io
from datetime import date
from typing import Any, Final

from missiondesk.domain.comment_sheet import CommentSheet, seal_of_sheet
from missiondesk.domain.message import N_
from missiondesk.exchange.comment_sheet import layout
from missiondesk.exchange.office_package import Properties, settled
from missiondesk.exchange.spreadsheet.cells import letters_of
from missiondesk.exchange.spreadsheet.writing import put, sheet_name
from missiondesk.language.clean_text import clean_text
from missiondesk.language.translator import Translator, translator

_FONT: Final = "Calibri"
_LINE: Final = 15.0  # points
_FILL: Final = "EEF3F8"  # of the cells to fill in; a border marks them without colour
_MARGIN: Final = 0.5  # inches


def write_sheet(sheet: CommentSheet) -> bytes:
    """The sheet as XLSX, A4 landscape; equal letters give equal bytes.

    Raises:
        Refused: A text is longer than a cell holds.
    """
    import openpyxl

    tr = translator(sheet.language)
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    shown = workbook.create_sheet(sheet_name(tr.say(N_("Comments"))))
    _Writer(shown, sheet, tr).write()
    hidden = workbook.create_sheet(layout.PARTICULARS)
    texts = [clean_text(one.text) for one in sheet.paragraphs]
    seal = seal_of_sheet(sheet.letter, str(sheet.version), sheet.language, texts)
    values = (layout.FORMAT, sheet.letter, str(sheet.version), sheet.language, seal)
    for row, pair in enumerate(zip(layout.NAMES, values, strict=True)):
        for column, text in enumerate(pair):
            put(hidden, row, column, text, hidden.title)
    hidden.sheet_state = "veryHidden"
    hidden.protection.sheet = True
    stream = io.BytesIO()
    workbook.save(stream)
    created = date.fromisoformat(sheet.created)
    return settled(stream.getvalue(), Properties(sheet.title, tr.tag, sheet.authority, created))


class _Writer:
    def __init__(self, sheet: Any, told: CommentSheet, tr: Translator) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self._sheet, self._told, self._tr, self._row = sheet, told, tr, 0
        side = Side(style="thin", color="5B6470")
        self._frame = Border(left=side, right=side, top=side, bottom=side)
        self._fill = PatternFill("solid", fgColor=_FILL)
        self._free = Protection(locked=False)
        self._text = Alignment(vertical="top", wrap_text=True)
        self._bold = Font(name=_FONT, size=11, bold=True)
        self._large = Font(name=_FONT, size=14, bold=True)

    def write(self) -> None:
        tr, told = self._tr, self._told
        if told.mark:
            self._line(told.mark, None)
        self._line(told.title, self._large, 1.6)
        self._line(
            tr.say(
                N_(
                    "Write in the framed cells: a comment, and where you have one a proposal of "
                    "what should stand there instead. Leave the other cells as they are and send "
                    "the file back."
                )
            ),
            None,
            2,
        )
        self._put(0, tr.say(N_("Your name and office"))).font = self._bold
        self._merge(0, 1)
        self._open(self._put(layout.AUTHOR_SHOWN, ""))
        self._put(layout.KEY, layout.AUTHOR)
        self._row += 2
        self._heads()
        for one in told.paragraphs:
            self._paragraph(one.number, one.place, one.text)
        self._paragraph(0, "", tr.say(N_("The letter as a whole")))
        self._fit()

    def _heads(self) -> None:
        tr = self._tr
        words = (tr.say("No."), tr.say(N_("Text")), tr.say(N_("Comment")), tr.say(N_("Proposal")))
        for column, text in enumerate(words):
            cell = self._put(column, text)
            cell.font, cell.border = self._bold, self._frame
        self._sheet.print_title_rows = f"{self._row + 1}:{self._row + 1}"
        self._sheet.freeze_panes = self._sheet.cell(self._row + 2, 1)
        self._row += 1

    def _paragraph(self, number: int, place: str, text: str) -> None:
        for column, said in ((layout.PLACE, place), (layout.TEXT, text)):
            self._put(column, said).border = self._frame
        for column in (layout.COMMENT, layout.PROPOSAL):
            self._open(self._put(column, ""))
        self._put(layout.KEY, f"{layout.ROW}{number}")
        room = layout.WIDTHS[layout.TEXT] - 2
        lines = sum(-(-max(1, len(part)) // room) for part in text.split("\n"))
        self._sheet.row_dimensions[self._row + 1].height = min(400, _LINE * max(2, lines))
        self._row += 1

    def _put(self, column: int, text: str) -> Any:
        cell = put(self._sheet, self._row, column, clean_text(text), self._sheet.title)
        cell.alignment = self._text
        return cell

    def _open(self, cell: Any) -> None:
        cell.border, cell.fill, cell.protection = self._frame, self._fill, self._free

    def _line(self, text: str, font: Any, height: float = 0) -> None:
        cell = self._put(0, text)
        if font is not None:
            cell.font = font
        self._merge(0, layout.SHOWN - 1)
        if height:
            self._sheet.row_dimensions[self._row + 1].height = height * _LINE
        self._row += 1

    def _merge(self, first: int, last: int) -> None:
        row = self._row + 1
        self._sheet.merge_cells(
            start_row=row, end_row=row, start_column=first + 1, end_column=last + 1
        )

    def _fit(self) -> None:
        """Widths, the hidden column, paper and the lock, which has no password."""
        sheet = self._sheet
        for column, width in enumerate(layout.WIDTHS):
            sheet.column_dimensions[letters_of(column)].width = width
        sheet.column_dimensions[letters_of(layout.KEY)].hidden = True
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = _MARGIN
        sheet.print_area = f"A1:{letters_of(layout.SHOWN - 1)}{self._row}"
        sheet.oddFooter.right.text = self._tr.say("Page {page} of {pages}", page="&P", pages="&N")
        sheet.sheet_view.showGridLines = False
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False
