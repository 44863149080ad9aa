# SPDX-License-Identifier: Apache-2.0
"""Rows written as XLSX: text stays text, nothing tells who wrote it, and bytes do not vary."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.exchange.spreadsheet import read_workbook
from missiondesk.exchange.spreadsheet.writing import (
    CellValue,
    Properties,
    WrittenSheet,
    clean_text,
    sheet_name,
    write_workbook,
)

PROPERTIES = Properties("Missioner & mål", "da-DK", "Eksempelsekretariatet", date(2026, 11, 2))
INJECTIONS = (
    "=1+1",
    '=HYPERLINK("https://example.test","x")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "＝1+1",
    "#N/A",
    "#REF!",
    "TRUE",
    "12,5",
    "2026-01-01",
    "_x0041_",
    "<b>&amp;</b>",
)


def one_sheet(rows: list[list[CellValue]]) -> bytes:
    headings = tuple(f"H{number}" for number in range(max(map(len, rows), default=1)))
    return write_workbook([WrittenSheet("Ark", headings, rows)], PROPERTIES)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def test_numbers_dates_and_text_come_back_as_they_were() -> None:
    row: list[CellValue] = [Decimal("0.1"), 5, date(2026, 1, 2), "Å", None, Decimal("-1234.56")]
    cells = read_workbook(one_sheet([row]), "x").sheets[0].rows[1]
    assert [cell.value for cell in cells] == [
        Decimal("0.1"), Decimal(5), date(2026, 1, 2), "Å", None, Decimal("-1234.56"),
    ]  # fmt: skip


def test_no_text_becomes_a_formula_an_error_or_a_number() -> None:
    data = one_sheet([[text] for text in INJECTIONS])
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    kinds = set(re.findall(r'<c r="A\d+"[^>]* t="(\w+)"', sheet))
    assert kinds <= {"s", "inlineStr"}
    assert len(re.findall(r"<c r=", sheet)) == len(re.findall(r" t=\"(?:s|inlineStr)\"", sheet))
    rows = read_workbook(data, "x").sheets[0].rows[1:]
    assert [row[0].value for row in rows] == [text.strip() for text in INJECTIONS]
    cells = openpyxl.load_workbook(io.BytesIO(data)).active
    assert [cells.cell(number, 1).data_type for number in range(2, 2 + len(INJECTIONS))] == (
        ["s"] * len(INJECTIONS)
    )
    assert cells["A2"].quotePrefix


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_written_and_read_again(texts: list[str]) -> None:
    row = read_workbook(one_sheet([["x", *texts, "y"]]), "x").sheets[0].rows[1]
    written = [clean_text(text).replace("_x005F_x", "_x").strip() for text in texts]
    assert [cell.text for cell in row][1:-1] == written


def test_the_same_rows_are_the_same_bytes() -> None:
    rows: list[list[CellValue]] = [["a", Decimal("1.5")], ["b", 2]]
    assert one_sheet(rows) == one_sheet(rows)


def test_it_says_of_itself_only_what_is_allowed() -> None:
    data = one_sheet([["a"]])
    core = part(data, "docProps/core.xml")
    assert set(re.findall(r"<((?:dc|dcterms|cp):\w+)[ >]", core)) == {
        "cp:coreProperties", "dc:title", "dc:language", "dc:creator",
        "dcterms:created", "dcterms:modified",
    }  # fmt: skip
    assert "Missioner &amp; mål" in core
    assert core.count("2026-11-02T00:00:00Z") == 2
    assert re.findall(r"<(\w+)>", part(data, "docProps/app.xml")) == ["Application"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(b"openpyxl" in package.read(name) for name in package.namelist())


def test_headings_stay_in_view_and_closed_lists_are_offered() -> None:
    sheet = WrittenSheet("Ark", ("Fase", "x"), [["Hjælp", ""]], (20,), {0: ("Idé", "Pilot")}, 1)
    opened = openpyxl.load_workbook(io.BytesIO(write_workbook([sheet], PROPERTIES))).active
    assert opened.freeze_panes == "A2"
    offered = opened.data_validations.dataValidation[0]
    assert (offered.formula1, str(offered.sqref)) == ('"Idé,Pilot"', "A3:A1003")
    assert opened.column_dimensions["A"].width == 20


def test_what_does_not_fit_is_refused_with_its_place() -> None:
    with pytest.raises(Refused) as refused:
        one_sheet([["x", "y" * 40_000]])
    assert dict(refused.value.message.values)["place"] == "B2"
    with pytest.raises(ValueError, match="choices"):
        write_workbook([WrittenSheet("A", ("x",), [], choices={0: ("a,b",)})], PROPERTIES)
    with pytest.raises(ValueError, match="names"):
        write_workbook([WrittenSheet("A", ("x",), []), WrittenSheet("a", ("x",), [])], PROPERTIES)


@pytest.mark.parametrize(
    ("name", "allowed"),
    [("Mål 1/2: [A]*?", "Mål 1 2   A"), ("'", "1"), ("x" * 40, "x" * 31), ("", "1")],
)
def test_names_of_sheets_are_those_that_excel_allows(name: str, allowed: str) -> None:
    assert sheet_name(name) == allowed
    write_workbook([WrittenSheet(name, ("x",), [])], PROPERTIES)
