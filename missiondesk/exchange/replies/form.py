# SPDX-License-Identifier: Apache-2.0
"""Writes the form for the report-back to a letter: a locked workbook with cells to fill in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from missiondesk.domain.message import N_
from missiondesk.domain.reply_content import ReplyForm, ReplyRow, print_of, seal_of
from missiondesk.exchange.form_writing import MARGIN, FormWriter, lines_in, write_particulars
from missiondesk.exchange.office_package import Properties, settled
from missiondesk.exchange.replies import layout
from missiondesk.exchange.spreadsheet.writing import sheet_name
from missiondesk.language.clean_text import one_line
from missiondesk.language.translator import Translator, translator

_LINES_TO_WRITE: Final = 4
_LONGEST_FOOT: Final = 60  # signs of the number in the foot of the page


def write_form(form: ReplyForm) -> bytes:
    """The form as XLSX, A4 landscape; equal forms give equal bytes.

    Raises:
        Refused: A text is longer than a cell holds.
        ValueError: `created` is no date.
    """
    import openpyxl

    tr = translator(form.language)
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    sheet = workbook.create_sheet(sheet_name(tr.say_in("reply form", "Reply")))
    _Writer(sheet, form, tr).write()
    _particulars(workbook, form)
    stream = io.BytesIO()
    workbook.save(stream)
    created = date.fromisoformat(form.created)
    return settled(
        stream.getvalue(), Properties(form.title, tr.tag, form.authority, created, form.mission)
    )


def _particulars(workbook: Any, form: ReplyForm) -> None:
    keys = tuple(one.key for one in form.rows)
    told = (form.letter, form.number, str(form.version), str(form.period), form.language)
    seal = seal_of(form.letter, str(form.version), str(form.period), form.language, keys)
    values = (layout.FORMAT, *told, layout.print_of_sheet(told), seal)
    write_particulars(workbook, layout.NAMES, values)


class _Writer(FormWriter):
    """Writes the visible sheet from its first row to its last."""

    def __init__(self, sheet: Any, form: ReplyForm, tr: Translator) -> None:
        hidden = (layout.KEY, layout.STATUS_BEFORE, layout.EVIDENCE_BEFORE)
        super().__init__(sheet, tr, layout.WIDTHS, hidden)
        self._form = form

    def write(self) -> None:
        """The whole sheet."""
        self._head()
        self._facts()
        self._commitments()
        tr = self._tr
        self._question(layout.HINDERS, tr.say(N_("What hinders the work?")))
        self._question(layout.ASKS, tr.say(N_("What do you ask the secretariat for?")))
        self._fit()

    # -- parts -----------------------------------------------------------------------------
    def _head(self) -> None:
        form, tr = self._form, self._tr
        if form.mark:
            self._line(form.mark, self._quiet)
        self._line(form.title, self._large, lines=1.6)
        if form.number:
            self._put(layout.KEY, layout.LETTER_NUMBER)
            self._pair(tr.say_in("letter", "Letter no."), form.number)
        rows = (
            (tr.say(N_("Addressee")), form.addressee),
            (tr.say(N_("Mission")), form.mission),
            (tr.say(N_("Period")), tr.period(form.period)),
        )
        for label, value in rows:
            if value:
                self._pair(label, value)
        said = tr.say(
            N_(
                "Fill in the framed cells: the status from its list, the evidence that shows it, "
                "and a comment where one is needed. Give the evidence for what is met and the "
                "reason for what is not pursued. Leave the other cells as they are and send the "
                "file back."
            )
        )
        self._line(said, None, lines=2)
        self._row += 1

    def _facts(self) -> None:
        if not self._form.facts:
            return
        self._line(self._tr.say(N_("The key metric")), self._bold)
        for label, value in self._form.facts:
            self._pair(label, value)
        self._row += 1

    def _commitments(self) -> None:
        if not self._form.rows:
            return
        tr = self._tr
        head = (
            tr.say("No."),
            tr.say("Commitment"),
            tr.say("Measure"),
            tr.say("Due"),
            tr.say(N_("Led by")),
            tr.say("Status"),
            tr.say(N_("Evidence")),
            tr.say(N_("Comment or reason")),
        )
        self._heads(head)
        for row in self._form.rows:
            self._commitment(row)
        self._row += 1

    def _commitment(self, row: ReplyRow) -> None:
        tr, texts = self._tr, (row.number, row.text, row.measure, row.due, row.lead)
        for column, text in enumerate(texts):
            self._put(column, text).border = self._below
        answers = (
            (layout.STATUS, tr.show(row.status), row.leads),
            (layout.EVIDENCE, row.evidence, row.leads),
            (layout.COMMENT, "", True),
        )
        for column, text, asked in answers:
            cell = self._put(column, text)
            cell.border = self._below
            if asked:
                self._open(cell)
        hidden = (
            (layout.KEY, layout.ROW + row.key),
            (layout.STATUS_BEFORE, row.status.value),
            (layout.EVIDENCE_BEFORE, print_of(one_line(row.evidence))),
        )
        for column, text in hidden:
            self._put(column, text)
        if row.leads:
            words = [tr.show(one) for one in row.choices]
            wrong = tr.say(N_("Choose a status from the list."))
            self._offer(layout.STATUS, words, wrong, title=tr.say("Status"), empty=False)
        self._height([*texts, *(text for _, text, _ in answers)])
        self._row += 1

    def _question(self, key: str, text: str) -> None:
        self._line(text, self._bold)
        cell = self._put(0, "")
        for column in range(layout.SHOWN):
            self._open(self._sheet.cell(self._row + 1, column + 1))
        self._merge(0, layout.SHOWN - 1)
        cell.alignment = self._text
        self._put(layout.KEY, key)
        self._high(_LINES_TO_WRITE)
        self._row += 2

    def _pair(self, label: str, value: str) -> None:
        self._put(0, label).font = self._quiet
        self._put(2, value)
        self._merge(0, 1)
        self._merge(2, layout.SHOWN - 1)
        room = sum(layout.WIDTHS[2:])
        self._high(max(1, -(-len(value) // room)))
        self._row += 1

    def _height(self, texts: Sequence[str]) -> None:
        lines = [lines_in(text, width) for text, width in zip(texts, layout.WIDTHS, strict=True)]
        self._high(max(3, *lines))  # room for a line or two by hand on a printed form

    def _fit(self) -> None:
        super()._fit()
        self._sheet.page_margins.bottom = MARGIN * 1.6
        number = one_line(self._form.number)[:_LONGEST_FOOT]
        self._sheet.oddFooter.left.text = number.replace("&", "&&")
