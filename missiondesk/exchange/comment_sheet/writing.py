# SPDX-License-Identifier: Apache-2.0
"""Writes the sheet: numbered paragraphs, each with cells for a comment and a proposal."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from missiondesk.domain.comment_sheet import CommentSheet, seal_of_sheet
from missiondesk.domain.message import N_
from missiondesk.exchange.comment_sheet import layout
from missiondesk.exchange.form_writing import FormWriter, lines_in, write_particulars
from missiondesk.exchange.office_package import Properties, settled
from missiondesk.exchange.spreadsheet.writing import sheet_name
from missiondesk.language.clean_text import clean_text
from missiondesk.language.translator import Translator, translator


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
    texts = [clean_text(one.text) for one in sheet.paragraphs]
    seal = seal_of_sheet(sheet.letter, str(sheet.version), sheet.language, texts)
    values = (layout.FORMAT, sheet.letter, str(sheet.version), sheet.language, seal)
    write_particulars(workbook, layout.NAMES, values)
    stream = io.BytesIO()
    workbook.save(stream)
    created = date.fromisoformat(sheet.created)
    return settled(stream.getvalue(), Properties(sheet.title, tr.tag, sheet.authority, created))


class _Writer(FormWriter):
    def __init__(self, sheet: Any, told: CommentSheet, tr: Translator) -> None:
        super().__init__(sheet, tr, layout.WIDTHS, (layout.KEY,))
        self._told = told

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
        self._heads(
            (tr.say("No."), tr.say(N_("Text")), tr.say(N_("Comment")), tr.say(N_("Proposal")))
        )
        self._sheet.freeze_panes = self._sheet.cell(self._row + 1, 1)
        for one in told.paragraphs:
            self._paragraph(one.number, one.place, one.text)
        self._paragraph(0, "", tr.say(N_("The letter as a whole")))
        self._fit()

    def _paragraph(self, number: int, place: str, text: str) -> None:
        for column, said in ((layout.PLACE, place), (layout.TEXT, text)):
            self._put(column, said).border = self._frame
        for column in (layout.COMMENT, layout.PROPOSAL):
            self._open(self._put(column, ""))
        self._put(layout.KEY, f"{layout.ROW}{number}")
        self._high(max(2, lines_in(text, layout.WIDTHS[layout.TEXT])))
        self._row += 1
