# SPDX-License-Identifier: Apache-2.0
"""Workbooks of others: what the sheet shows is what is read, and what it hides is told."""

from __future__ import annotations

import struct
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from missiondesk.domain.refused import Refused
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, Workbook, read_workbook
from missiondesk.exchange.spreadsheet.cells import letters_of
from missiondesk.exchange.spreadsheet.old_container import contained, stream_of
from missiondesk.exchange.spreadsheet.reading import shown_number
from missiondesk.language import translator
from tests.exchange.spreadsheet.workbooks import (
    SHARED,
    changed,
    number_record,
    ods,
    record,
    saved,
    with_cells,
    xls_stream,
    xlsx,
)

needs_data = pytest.mark.skipif(not SHARED.is_dir(), reason="no files in ../shared/data")
CELL = (
    '<table:table-cell office:value-type="float" office:value="{value}" {more}>'
    "<text:p>1</text:p></table:table-cell>"
)


def one_cell(data: bytes, place: str = "A1") -> SheetCell:
    return {cell.place: cell for cell in all_cells(read_workbook(data, "x").sheets[0])}[place]


def all_cells(sheet: Sheet) -> list[SheetCell]:
    return [cell for row in sheet.rows for cell in row]


def told(book: Workbook) -> str:
    notes = [*book.notes, *(note for sheet in book.sheets for note in sheet.notes)]
    return " ".join(map(translator("en").tell, notes))


# -- values and formats --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code", "text", "wanted", "percent"),
    [
        (0.253, "0.0%", "25.3 %", Decimal("25.3"), True),
        (0.253, "0.0\\ %", "25.3 %", Decimal("25.3"), True),
        (0.07, "0%", "7 %", Decimal(7), True),
        (-1, "0%;[Red]-0%", "-100 %", Decimal(-100), True),
        (25.3, '0.0" %"', "25.3 %", Decimal("25.3"), True),
        (25.3, "0.0\\%", "25.3 %", Decimal("25.3"), True),
        (0.253, "0.000", "0.253", Decimal("0.253"), False),
        (0.253, 'General;"0%"', "0.253", Decimal("0.253"), False),
        (1234567, "#,##0,", "1234567", Decimal(1234567), False),
        (101, "0000", "0101", Decimal(101), False),
        (0.1 + 0.2, "General", "0.3", Decimal("0.3"), False),
        (1e16, "General", "10000000000000000", Decimal("1E+16"), False),
        (date(2021, 12, 31), "dd.mm.yyyy", "2021-12-31", date(2021, 12, 31), False),
        (date(2027, 3, 1), "mmm yyyy", "2027-03", date(2027, 3, 1), False),
        (date(2027, 3, 1), "[$-406]mmmm yy", "2027-03", date(2027, 3, 1), False),
        (date(2027, 1, 1), "yyyy", "2027", date(2027, 1, 1), False),
        (date(2027, 1, 1), 'd". "mmmm', "2027-01-01", date(2027, 1, 1), False),
        (datetime(2021, 12, 31, 14, 30), "dd-mm-yyyy hh:mm", "2021-12-31 14:30", None, False),
        (time(3, 4), "hh:mm", "03:04:00", None, False),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00", None, False),
        (True, "General", "TRUE", "TRUE", False),
        ("  12,5 %  ", "General", "12,5 %", "12,5 %", False),
    ],
)
def test_a_cell_is_read_as_it_is_shown(
    value: Any, code: str, text: str, wanted: Any, percent: bool
) -> None:
    cell = one_cell(xlsx({"A1": value}, {"A1": code}))
    assert (cell.text, cell.percent, cell.fault) == (text, percent, None)
    assert cell.value == (text if wanted is None else wanted)
    assert type(cell.value) is type(text if wanted is None else wanted)


def test_dates_counted_from_1904_are_the_same_days() -> None:
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active["A1"] = date(2021, 12, 31)
    assert one_cell(saved(workbook)).value == date(2021, 12, 31)


@given(st.floats(-1e300, 1e300))
def test_no_more_than_fifteen_digits_are_shown_and_none_is_invented(value: float) -> None:
    number = shown_number(value)
    assert len(number.as_tuple().digits) <= 15 or number == number.to_integral_value()
    assert float(number) == pytest.approx(value, rel=1e-14)


@given(st.integers(-(10**11), 10**11), st.integers(0, 4))
def test_a_decimal_that_was_typed_comes_back(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    assert shown_number(float(number)) == number


# -- what cannot be used, and what is hidden -----------------------------------------------


def test_errors_and_formulas_never_calculated_are_faults_with_their_place() -> None:
    data = with_cells(
        xlsx({"A1": "x"}),
        '<row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3"><f>A9*2</f></c>'
        '<c r="C3" t="str"><f>""</f><v></v></c><c r="D3"><f>1+1</f><v>2</v></c>'
        '<c r="E3"><f>1+1</f><v></v></c></row>',
    )
    cells = {cell.place: cell for cell in all_cells(read_workbook(data, "x").sheets[0])}
    english = translator("en")
    said = {place: english.tell(cell.fault) for place, cell in cells.items() if cell.fault}
    assert sorted(said) == ["A3", "B3", "E3"]
    assert "#DIV/0!" in said["A3"]
    assert "no calculated value" in said["B3"]
    assert cells["C3"].empty
    assert cells["D3"].value == 2


def test_merged_cells_hidden_sheets_rows_and_columns_are_told() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A1"] = "Title"
    sheet.merge_cells("A1:C2")
    sheet.row_dimensions[5].hidden = True
    sheet["A5"] = 1
    workbook.create_sheet("Kladde").sheet_state = "hidden"
    book = read_workbook(saved(workbook), "x")
    assert book.sheets[0].merged == ("A1:C2",)
    assert [sheet.hidden for sheet in book.sheets] == [False, True]
    assert "hidden rows" in told(book)


def test_figures_from_other_workbooks_are_told_and_nothing_is_opened() -> None:
    data = with_cells(
        xlsx({"A1": "x"}), '<row r="2"><c r="A2"><f>[1]Ark1!$A$1</f><v>7</v></c></row>'
    )
    book = read_workbook(data, "x")
    assert book.sheets[0].rows[1][0].value == 7
    assert "other workbooks" in told(book)


def test_cells_without_their_places_are_counted() -> None:
    data = changed(
        xlsx({"A1": 0.5, "B1": 0.5}, {"B1": "0%"}),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b' r="A1"', b"").replace(b' r="B1"', b"").replace(b' r="1"', b""),
    )
    row = read_workbook(data, "x").sheets[0].rows[0]
    assert [(cell.place, cell.text) for cell in row] == [("A1", "0.5"), ("B1", "50 %")]


def test_columns_have_letters() -> None:
    assert [letters_of(number) for number in (0, 25, 26, 701, 702, 16383)] == [
        "A", "Z", "AA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


# -- other formats -------------------------------------------------------------------------


def test_an_ods_tells_per_cent_and_errors() -> None:
    row = (
        CELL.format(value="0.5", more="")
        + '<table:table-cell office:value-type="percentage" office:value="0.253"/>'
        + '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
        "</table:table-cell>"
        + '<table:table-cell table:number-columns-repeated="2"/>'
        + CELL.format(value="3", more='table:number-columns-repeated="2"')
    )
    tail = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
    data = ods(
        f'<table:table table:name="Ark"><table:table-row>{row}</table:table-row>{tail}'
        "</table:table-row></table:table>"
    )
    book = read_workbook(data, "x.ods")
    assert (book.format, len(book.sheets[0].rows)) == ("ODS", 1)
    cells = book.sheets[0].rows[0]
    assert [cell.text for cell in cells] == ["0.5", "25.3 %", "", "", "", "3", "3"]
    assert [cell.place for cell in cells if cell.fault] == ["C1"]


def test_an_old_xls_tells_per_cent_dates_and_errors() -> None:
    cells = (
        number_record(0, 0, 0, 0.253)
        + number_record(0, 1, 1, 0.253)
        + number_record(0, 2, 2, 44561.0)
        + record(0x205, struct.pack("<HHHBB", 1, 0, 0, 0x07, 1))
        + record(0x06, struct.pack("<HHH8sHIH", 1, 1, 0, b"\x02\0\x2a\0\0\0\xff\xff", 0, 0, 0))
        + record(0x208, struct.pack("<HHHHHHI", 1, 0, 2, 255, 0, 0, 0x20))
    )
    # The stream lies about how far the sheet reaches: 4,000 million rows.
    book = read_workbook(contained(xls_stream(cells, (0, 4_000_000_000, 0, 60_000))), "gammel.xls")
    rows = book.sheets[0].rows
    assert (book.format, book.sheets[0].name) == ("XLS", "Ark")
    assert [cell.text for cell in rows[0]] == ["0.253", "25.3 %", "2021-12-31"]
    said = [translator("en").tell(cell.fault) for cell in rows[1] if cell.fault]
    assert [text.split()[-1] for text in said] == ["#DIV/0!.", "#N/A."]
    assert "hidden rows" in told(book)


@given(st.binary(max_size=60_000))
@settings(max_examples=20)
def test_a_stream_comes_out_of_its_container_as_it_went_in(stream: bytes) -> None:
    assert stream_of(contained(stream)).startswith(stream)


def test_a_csv_under_a_workbooks_name_is_read_as_the_csv_it_is() -> None:
    book = read_workbook("titel;mål\nÅrhus;3,5\n\nx;1\n".encode("utf-8-sig"), "tal.xlsx")
    assert (book.format, book.separator) == ("CSV", ";")
    rows = book.sheets[0].rows
    assert [cell.text for cell in rows[1]] == ["Århus", "3,5"]
    assert rows[-1][0].place == "A4"


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "XML"),
        (b"PK\x03\x04" + b"x" * 100, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "damaged"),
        (contained(b"")[:-4096], "damaged"),
        (b"", "empty"),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(data: bytes, part: str) -> None:
    with pytest.raises(Refused) as refused:
        read_workbook(data, "x.xlsx")
    assert part in translator("en").tell(refused.value.message)


def test_a_locked_workbook_is_refused_as_locked() -> None:
    locked = contained(xls_stream(b"")).replace(
        "Workbook".encode("utf-16-le"), "Encrypte".encode("utf-16-le")
    )
    with pytest.raises(Refused, match="no workbook"):
        read_workbook(locked, "x.xls")
    stream = xls_stream(b"").replace(record(0x0A, b""), record(0x2F, b"\0\0"), 1)
    with pytest.raises(Refused, match="password"):
        read_workbook(contained(stream), "x.xls")


# -- real files ----------------------------------------------------------------------------


@needs_data
@pytest.mark.parametrize(
    ("name", "form", "sheets", "place", "text"),
    [
        ("metadata_BEXSTA.xlsx", "XLSX", 5, "B5", "20190124 09:00"),
        ("metadata_FOTEST.xlsx", "XLSX", 5, "A2", "CHARSET"),
        ("oews_stem_2024.xlsx", "XLSX", 9, "F2", "10291820"),
        ("referentiel_territoires.xlsx", "XLSX", 1, "B8", "Ardèche"),
        ("stat_ee_rahvaarv.xls", "XLS", 1, "B4", "1338440"),
        ("template_import_PILOTE.ods", "ODS", 1, "F1", "valeur"),
        ("template_import_PILOTE.xlsx", "XLSX", 1, "F1", "valeur"),
    ],
)
def test_the_real_files(name: str, form: str, sheets: int, place: str, text: str) -> None:
    book = read_workbook((SHARED / "xlsx" / name).read_bytes(), name)
    assert (book.format, len(book.sheets)) == (form, sheets)
    cells = all_cells(book.sheets[0])
    assert next(cell.text for cell in cells if cell.place == place) == text
    assert not any(cell.fault for cell in cells)
    assert not book.notes


@needs_data
def test_the_real_csv_that_is_called_xlsx() -> None:
    data = (SHARED / "csv_dialect" / "eu_life_gdp_euro.csv").read_bytes()
    book = read_workbook(data, "eu_life_gdp.xlsx")
    assert (book.format, book.separator) == ("CSV", ";")
    assert [cell.text for cell in book.sheets[0].rows[2]] == ["AL", "2017", "78,1", "NA"]
