# SPDX-License-Identifier: Apache-2.0
"""The form for a reply as Excel sees it, and what of a form that came back is not believed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledForm, ReplyForm, ReplyRow
from missiondesk.exchange.form_writing import PARTICULARS
from missiondesk.exchange.replies import layout, read_form, write_form

STATUS = CommitmentStatus


def a_form(language: str = "da", **fields: Any) -> ReplyForm:
    rows = (
        ReplyRow("a", "1", "Indføre ungeguider", "98 kommuner", "2028", "Minister", STATUS.OPEN,
                 "", True, (STATUS.OPEN, STATUS.IN_PROGRESS, STATUS.MET, STATUS.NOT_PURSUED)),
        ReplyRow("b", "2", "=1+1", "", "hvert år", "En anden", STATUS.MET, "+45", False,
                 (STATUS.MET,)),
    )  # fmt: skip
    form = ReplyForm(
        "letter-1", 2, Period("2026-H2"), language, "Tilbagemelding", "2026-11-02", "2026-001",
        "Statsministeriet", "Ministeren", "M1 Missionen", "", (("Mål", "3,5 %"),), rows,
    )  # fmt: skip
    return replace(form, **fields)


WRITTEN = write_form(a_form())


def sheet_of(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def row_of(sheet: Any, key: str) -> int:
    return next(
        cell.row for cell in sheet["I"] if cell.value in (layout.ROW + key, key) and cell.value
    )


def edited(edit: Callable[[Any], None], data: bytes = WRITTEN) -> bytes:
    """The form as a person's program saves it after ``edit``."""
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    edit(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def test_only_the_cells_to_fill_in_are_free() -> None:
    sheet = sheet_of(WRITTEN)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    own, other = row_of(sheet, "a"), row_of(sheet, "b")
    free = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    answers = {f"A{row_of(sheet, layout.HINDERS)}", f"A{row_of(sheet, layout.ASKS)}"}
    assert {f"F{own}", f"G{own}", f"H{own}", f"H{other}", *answers} <= free
    assert not free & {f"F{other}", f"G{other}", f"A{own}", f"B{own}", f"I{own}", "A1"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", "Åben,I gang,Opfyldt,Ikke videreført"),
        ("en", "Open,In progress,Met in full,Not pursued"),
    ],
)
def test_only_statuses_that_may_follow_are_offered(language: str, words: str) -> None:
    sheet = sheet_of(write_form(a_form(language)))
    offered = sheet.data_validations.dataValidation
    assert [(one.formula1, str(one.sqref)) for one in offered] == [
        (f'"{words}"', f"F{row_of(sheet, 'a')}")
    ]


def test_it_prints_on_a4_landscape_one_page_wide_with_its_head_repeated() -> None:
    sheet = sheet_of(WRITTEN)
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
    assert (int(setup.fitToWidth), int(setup.fitToHeight)) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    head = row_of(sheet, "a") - 1
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.column_dimensions["I"].hidden


def test_no_text_is_a_formula_and_the_same_form_is_the_same_bytes() -> None:
    assert write_form(a_form()) == WRITTEN
    with zipfile.ZipFile(io.BytesIO(WRITTEN)) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist())
        assert b"openpyxl" not in b"".join(map(package.read, package.namelist()))
    sheet = sheet_of(WRITTEN)
    cell = sheet[f"B{row_of(sheet, 'b')}"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_a_form_comes_back_as_it_was_sent() -> None:
    for data in (WRITTEN, edited(lambda workbook: None)):
        form = read_form(data, "svar.xlsx")
        assert (form.letter, form.version, form.period) == ("letter-1", "2", "2026-H2")
        assert [row.key for row in form.rows] == ["a", "b"]
        assert [row.status.text for row in form.rows] == ["Åben", "Opfyldt"]
        assert form.rows[1].text.text == "=1+1"
        assert form.hinders.text == form.asks.text == ""


def test_what_is_filled_in_is_read_with_its_place() -> None:
    def fill(workbook: Any) -> None:
        sheet = workbook.worksheets[0]
        row = row_of(sheet, "a")
        sheet[f"F{row}"], sheet[f"G{row}"] = "I gang", "12 kommuner"
        sheet[f"A{row_of(sheet, layout.ASKS)}"] = "Data\nog tid"

    form = read_form(edited(fill), "svar.xlsx")
    assert (form.rows[0].status.text, form.rows[0].evidence.text) == ("I gang", "12 kommuner")
    assert form.rows[0].status.place == f"F{row_of(sheet_of(WRITTEN), 'a')}"
    assert form.asks.text == "Data\nog tid"


def _other_letter(workbook: Any) -> None:
    workbook[PARTICULARS]["B2"] = "letter-2"


def _other_key(workbook: Any) -> None:
    sheet = workbook.worksheets[0]
    sheet[f"I{row_of(sheet, 'a')}"] = f"{layout.ROW}c"


def _row_gone(workbook: Any) -> None:
    sheet = workbook.worksheets[0]
    sheet.delete_rows(row_of(sheet, "a"))


def _row_twice(workbook: Any) -> None:
    sheet = workbook.worksheets[0]
    sheet["I2"] = f"{layout.ROW}a"


def _question_gone(workbook: Any) -> None:
    sheet = workbook.worksheets[0]
    sheet[f"I{row_of(sheet, layout.ASKS)}"] = None


def _no_particulars(workbook: Any) -> None:
    del workbook[PARTICULARS]


def _another_sheet(workbook: Any) -> None:
    workbook.create_sheet("Mere")["A1"] = "x"


def _too_long(workbook: Any) -> None:
    sheet = workbook.worksheets[0]
    sheet[f"H{row_of(sheet, 'a')}"] = "x" * 10_001


@pytest.mark.parametrize(
    "edit",
    [
        _other_letter, _other_key, _row_gone, _row_twice, _question_gone, _no_particulars,
        _another_sheet, _too_long,
    ],
)  # fmt: skip
def test_a_form_that_is_not_as_it_was_sent_out_is_refused(edit: Callable[[Any], None]) -> None:
    with pytest.raises(Refused):
        read_form(edited(edit), "svar.xlsx")


def _another_number(workbook: Any) -> None:
    workbook.worksheets[0]["C2"] = "2026-002"


def _hidden_number(workbook: Any) -> None:
    workbook[PARTICULARS]["B3"] = "2026-002"


def _hidden_row_gone(workbook: Any) -> None:
    workbook[PARTICULARS].delete_rows(4)


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (_another_number, "C2"),
        (_hidden_number, PARTICULARS),
        (_hidden_row_gone, PARTICULARS),
        (_other_letter, PARTICULARS),
    ],
)
def test_what_tells_the_letter_is_checked_and_the_place_named(
    edit: Callable[[Any], None], place: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_form(edited(edit), "svar.xlsx")
    message = refused.value.message
    assert place in dict(message.values).values()
    assert "Nothing was read in" in message.msgid


@pytest.mark.parametrize(
    "data", [b"", b"a;b\n1;2\n", b"PK\x03\x04" + b"\0" * 40, b"\0" * 6_000_000]
)
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_form(data, "svar.xlsx")


@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(WRITTEN) - 1), st.integers(0, 255)), min_size=1, max_size=6
    )
)
@settings(max_examples=120, deadline=None)
def test_a_damaged_form_is_refused_or_read_as_it_was(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WRITTEN)
    for place, value in changes:
        data[place] = value
    try:
        form = read_form(bytes(data), "svar.xlsx")
    except Refused:
        return
    assert form == _WHOLE


_WHOLE: FilledForm = read_form(WRITTEN, "svar.xlsx")
