# SPDX-License-Identifier: Apache-2.0
"""Writes the form: one row a question, with cells for stance, weight, answer and wish."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from missiondesk.domain.message import N_
from missiondesk.domain.position import PartyStance
from missiondesk.domain.question_form import (
    LEAST_WEIGHT,
    MOST_WEIGHT,
    QuestionForm,
    QuestionRow,
    seal_of_questions,
)
from missiondesk.exchange.form_writing import FormWriter, lines_in, write_particulars
from missiondesk.exchange.office_package import Properties, settled
from missiondesk.exchange.question_form import layout
from missiondesk.exchange.spreadsheet.writing import sheet_name
from missiondesk.language.clean_text import clean_text
from missiondesk.language.translator import Translator, translator


def write_questions(form: QuestionForm) -> bytes:
    """The form as XLSX, A4 landscape; equal forms give equal bytes.

    Raises:
        Refused: A text is longer than a cell holds.
    """
    import openpyxl

    tr = translator(form.language)
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    shown = workbook.create_sheet(sheet_name(tr.say("Questions")))
    _Writer(shown, form, tr).write()
    texts = [(one.key, clean_text(one.text)) for one in form.rows]
    seal = seal_of_questions(form.talks_round, form.party, form.language, texts)
    values = (layout.FORMAT, form.talks_round, form.party, form.language, seal)
    write_particulars(workbook, layout.NAMES, values)
    stream = io.BytesIO()
    workbook.save(stream)
    created = date.fromisoformat(form.created)
    return settled(stream.getvalue(), Properties(form.title, tr.tag, form.authority, created))


class _Writer(FormWriter):
    def __init__(self, sheet: Any, form: QuestionForm, tr: Translator) -> None:
        super().__init__(sheet, tr, layout.WIDTHS, (layout.KEY,))
        self._form = form

    def write(self) -> None:
        tr, form = self._tr, self._form
        for quiet in (form.mark, form.classification):
            if quiet:
                self._line(quiet, self._quiet)
        self._line(form.title, self._large, 1.6)
        for text in (form.about, form.addressee, form.due):
            if text:
                self._line(text, None)
        said = tr.say(
            N_(
                "Answer in the framed cells: the stance from its list, how much it matters from 1 "
                "to 5, whether it is an ultimate demand, and the answer in your own words. What "
                "you would trade it for is seen by the secretariat alone. A question without an "
                "answer may be left empty. Leave the other cells as they are and send the file "
                "back."
            )
        )
        self._line(said, None, 3)
        self._row += 1
        self._heads(
            (
                tr.say("No."), tr.say(N_("Question")), tr.say(N_("Stance")),
                tr.say("Matters, 1 to 5"), tr.say("Red line"), tr.say(N_("Answer")),
                tr.say("Would trade it for"),
            )
        )  # fmt: skip
        self._high(2, above=True)
        self._sheet.freeze_panes = self._sheet.cell(self._row + 1, 1)
        for one in form.rows:
            self._question(one)
        self._fit()

    def _question(self, one: QuestionRow) -> None:
        tr = self._tr
        told = (one.number, one.text)
        known = one.stance is not PartyStance.UNKNOWN
        answers = (
            tr.show(one.stance) if known else "",
            "" if one.intensity is None else str(one.intensity),
            tr.say("yes") if one.red_line else tr.say("no") if known else "",
            one.answer,
            one.wish,
        )
        for column, text in enumerate(told):
            self._put(column, text).border = self._frame
        for column, text in enumerate(answers, start=layout.STANCE):
            self._open(self._put(column, text))
        self._put(layout.KEY, layout.ROW + one.key)
        stances = [tr.show(it) for it in PartyStance if it is not PartyStance.UNKNOWN]
        weights = [str(it) for it in range(LEAST_WEIGHT, MOST_WEIGHT + 1)]
        self._offer(layout.STANCE, stances, tr.say("Choose a stance from the list."))
        self._offer(layout.WEIGHT, weights, tr.say("Choose a figure from 1 to 5."))
        self._offer(layout.RED_LINE, [tr.say("yes"), tr.say("no")], tr.say("Choose yes or no."))
        texts = (*told, *answers)
        lines = [lines_in(text, width) for text, width in zip(texts, layout.WIDTHS, strict=True)]
        self._high(max(3, *lines))
        self._row += 1
