# SPDX-License-Identifier: Apache-2.0
"""Registers as files: values keep their kind, nothing is a formula, Excel finds the encoding."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.exchange.csv_table import read_csv
from missiondesk.exchange.registers import Register, register_csv, register_xlsx
from missiondesk.exchange.spreadsheet import read_workbook
from missiondesk.language.clean_text import clean_text

DAY = date(2026, 11, 2)
ROW = ("2026-001", 2, Decimal("1.5"), DAY, None, "Ø; “x”\nlinje", "=1+1")


def a_register(language: str = "da") -> Register:
    headings = tuple(f"H{at}" for at in range(len(ROW)))
    return Register("Register over breve", language, headings, [ROW], "Statsministeriet", DAY)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("da", 'H0;H1;H2;H3;H4;H5;H6\r\n2026-001;2;1,5;2026-11-02;;"Ø; “x”\nlinje";\'=1+1\r\n'),
        ("en", 'H0,H1,H2,H3,H4,H5,H6\r\n2026-001,2,1.5,2026-11-02,,"Ø; “x”\nlinje",\'=1+1\r\n'),
    ],
)
def test_a_csv_is_what_excel_of_that_language_opens(language: str, wanted: str) -> None:
    data = register_csv(a_register(language))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == wanted
    assert read_csv(data).separator == (";" if language == "da" else ",")


def test_an_xlsx_keeps_numbers_and_dates_and_tells_of_nobody() -> None:
    data = register_xlsx(a_register())
    assert data == register_xlsx(a_register())
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    values = [sheet.cell(2, column).value for column in range(1, 8)]
    assert values[:2] == ["2026-001", 2]
    assert values[2] == pytest.approx(1.5)
    assert values[3].date() == DAY
    assert values[4:] == [None, "Ø; “x”\nlinje", "=1+1"]
    assert sheet.cell(2, 7).data_type == "s"
    assert sheet.freeze_panes == "A2"


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_any_text_is_written_and_none_is_run(texts: list[str]) -> None:
    headings = tuple(f"H{at}" for at in range(len(texts) + 1))
    register = Register("x", "da", headings, [("a", *texts)])
    read = list(csv.reader(io.StringIO(register_csv(register).decode("utf-8-sig"), newline=""),
                           delimiter=";"))  # fmt: skip
    assert not any(cell[:1] in tuple("=+-@") and cell for cell in read[1])
    assert [cell.removeprefix("'") for cell in read[1][1:]] == [
        clean_text(text).removeprefix("'") for text in texts
    ]
    cells = read_workbook(register_xlsx(register), "x").sheets[0].rows[1]
    assert cells[0].text == "a"
