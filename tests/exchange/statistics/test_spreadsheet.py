# SPDX-License-Identifier: Apache-2.0
"""Sheets of statistics as offices lay them out, read by the rules of plain tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import StatisticalTable, read_statistics
from missiondesk.language import translator
from tests.exchange.spreadsheet.workbooks import SHARED, saved, with_cells, xlsx

XLSX = SHARED / "xlsx"
needs_data = pytest.mark.skipif(not XLSX.is_dir(), reason="no files in ../shared/data")
Rows = Sequence[Sequence[Any]]


def sheet(rows: Rows, merged: Sequence[str] = (), **formats: str) -> bytes:
    workbook = openpyxl.Workbook()
    target = workbook.active
    target.title = "Tal"
    for row in rows:
        target.append(list(row))
    for place, code in formats.items():
        target[place].number_format = code
    for cells in merged:
        target.merge_cells(cells)
    return saved(workbook)


def table(data: bytes) -> StatisticalTable:
    (found,) = read_statistics(data, "ledige.xlsx")
    return found


def said(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_statistics(data, "x.xlsx")
    return translator("en").tell(refused.value.message)


def figures(found: StatisticalTable, **selection: str) -> dict[str, Decimal | None]:
    return {point.label: point.value for point in found.series(selection)}


def warned(found: StatisticalTable) -> str:
    return " ".join(map(translator("en").tell, found.warnings))


BANK: Rows = [
    ["AUL01: Fuldtidsledige efter område, køn og tid"],
    [],
    ["", "", 2024, 2025, "2026*"],
    ["Hele landet", "I alt", 85.25, 83.1, 1.234],
    ["", "Mænd", 44, 43.5, None],
    ["", "Kvinder", 41.25, 39.6, ".."],
    ["Hovedstaden", "I alt", 30, 29, 28],
    [],
    ["Kilde: Eksempelstatistikken"],
    ["* Foreløbige tal"],
]


def test_a_bank_s_sheet_with_title_blanks_totals_and_footnotes() -> None:
    found = table(sheet(BANK))
    area, sex, time = found.dimensions
    assert (found.format, found.table_id, found.source) == (
        "XLSX", "ledige", "Eksempelstatistikken",
    )  # fmt: skip
    assert found.title == BANK[0][0]
    assert found.notes == ("* Foreløbige tal",)
    assert [one.code for one in area.categories] == ["Hele landet", "Hovedstaden"]
    assert [one.mark for one in time.categories] == ["", "", "*"]
    women = found.series({area.id: "Hele landet", sex.id: "Kvinder"})
    assert [point.value for point in women] == [Decimal("41.25"), Decimal("39.6"), None]
    assert women[2].missing == ".."
    # As text, 1.234 might be one thousand two hundred and thirty-four; a sheet's number is not.
    total = found.series({area.id: "Hele landet", sex.id: "I alt"})
    assert total[2].value == Decimal("1.234")
    assert translator("en").tell(total[2].place) == "sheet “Tal”, cell E4"
    assert "An empty name is read as the one above it" in warned(found)


def test_two_lines_of_headings_with_merged_cells() -> None:
    rows: Rows = [
        ["Område", "Mænd", None, "Kvinder", None],
        [None, 2024, 2025, 2024, 2025],
        ["Hele landet", 1.5, 2, 3, 4],
        ["Fyn", 5, 6, 7, 8],
    ]
    found = table(sheet(rows, ("A1:A2", "B1:C1", "D1:E1")))
    area, sex, _ = found.dimensions
    assert (area.id, [one.code for one in sex.categories]) == ("Område", ["Mænd", "Kvinder"])
    assert figures(found, **{area.id: "Fyn", sex.id: "Kvinder"}) == {
        "2024": Decimal(7), "2025": Decimal(8),
    }  # fmt: skip
    assert translator("en").tell(found.cell((1, 1, 1)).place) == "sheet “Tal”, cell E4"


def test_a_label_merged_over_rows_is_the_label_of_each() -> None:
    rows: Rows = [
        ["område", "tid", "antal"],
        ["Fyn", 2024, 1],
        [None, 2025, 2],
        ["Lolland", 2024, 3],
        [None, 2025, 4],
    ]
    found = table(sheet(rows, ("A2:A3", "A4:A5")))
    assert figures(found, område="Lolland") == {"2024": Decimal(3), "2025": Decimal(4)}
    # Without the merging it would be a guess.
    assert "nothing in column “område”" in said(sheet(rows))


def test_per_cent_by_format_is_the_figure_that_is_shown() -> None:
    rows: Rows = [["tid", "andel"], [2024, 0.253], [2025, 0.26]]
    found = table(sheet(rows, B2="0.0%", B3="0.0 %"))
    assert (found.unit, figures(found)) == ("%", {"2024": Decimal("25.3"), "2025": Decimal(26)})
    assert "B3" in said(sheet(rows, B2="0.0%"))
    assert figures(table(sheet(rows)))["2024"] == Decimal("0.253")


@pytest.mark.parametrize(
    ("code", "label", "period"),
    [("yyyy", "2024", "2024"), ("mmm yyyy", "2024-01", "2024-01"), ("d/m/yyyy", None, None)],
)
@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_dates_are_periods_as_precise_as_they_are_shown(
    code: str, label: str | None, period: str | None, epoch: Any
) -> None:
    workbook = openpyxl.Workbook()
    if epoch is not None:
        workbook.epoch = epoch
    for row in (["tid", "antal"], [date(2024, 1, 1), 5], [date(2025, 1, 1), 6]):
        workbook.active.append(row)
    for place in ("A2", "A3"):
        workbook.active[place].number_format = code
    first = table(saved(workbook)).series({})[0]
    assert first.label == (label or "2024-01-01")
    assert str(first.period) == (period or "2024-01-01")


def test_text_numbers_keep_the_rule_of_text() -> None:
    rows: Rows = [["tid", "antal"], [2024, "1.234,5"], [2025, "2\u202f345,5"], [2026, 1.5]]
    assert figures(table(sheet(rows))) == {
        "2024": Decimal("1234.5"), "2025": Decimal("2345.5"), "2026": Decimal("1.5"),
    }  # fmt: skip
    unsure: Rows = [["tid", "antal"], [2024, "1.234"], [2025, "2.345"]]
    assert said(sheet(unsure)) == (
        "Sheet “Tal”: “1.234” may be two numbers, and nothing in the file says which (cell B2)."
    )


def test_errors_are_refused_with_their_cell_but_not_available_is_a_missing_figure() -> None:
    data = sheet([["tid", "antal"], [2024, 5]])
    broken = with_cells(
        data, '<row r="3"><c r="A3"><v>2025</v></c><c r="B3" t="e"><v>#DIV/0!</v></c></row>'
    )
    assert said(broken) == "Sheet “Tal”: Cell B3: The cell shows the error #DIV/0!."
    missing = with_cells(
        data, '<row r="3"><c r="A3"><v>2025</v></c><c r="B3" t="e"><v>#N/A</v></c></row>'
    )
    point = table(missing).series({})[1]
    assert (point.value, point.missing) == (None, "#N/A")


def test_an_empty_column_at_the_left_does_not_move_the_places() -> None:
    rows: Rows = [[None, "område", 2024, 2025], [None, "Aarhus", 1.5, 2], [None, "Odense", 3, 4]]
    found = table(sheet(rows))
    (place,) = {str(dict(found.cells.at(1).place.values)["place"])}
    assert (found.cells.at(1).value, place) == (Decimal(2), "D2")


def test_a_word_among_figures_is_named_by_its_cell() -> None:
    rows: Rows = [["tid", "antal"], *[[year, 1.5] for year in range(2010, 2020)], [2020, "mange"]]
    assert said(sheet(rows)).endswith("“mange” is no number (cell B12).")


def test_sheets_that_are_no_tables_are_told_and_hidden_ones_too() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["Om tallene"])
    for name in ("Fyn", "Lolland"):
        target = workbook.create_sheet(name)
        for row in (["tid", "antal"], [2024, 1.5]):
            target.append(row)
    hidden = workbook.create_sheet("Kladde")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    first, second = read_statistics(saved(workbook), "tal.xlsx")
    assert (first.table_id, second.table_id) == ("tal: Fyn", "tal: Lolland")
    assert (first.title, second.title) == ("Fyn", "Lolland")
    assert "Sheet “Sheet”:" in warned(first)
    assert "hidden sheet “Kladde” is not read" in warned(second)


def test_a_workbook_without_any_table_is_refused() -> None:
    assert "no sheet with cells" in said(xlsx({}))
    assert "Sheet “Sheet”:" in said(xlsx({"A1": "Kun en note"}))


@given(
    st.lists(
        st.decimals(-(10**9), 10**9, places=3, allow_nan=False), min_size=3, max_size=8, unique=True
    )
)
@settings(max_examples=25, deadline=None)
def test_every_number_of_a_sheet_comes_out_as_it_went_in(numbers: list[Decimal]) -> None:
    rows = [["tid", "værdi"], *[[2000 + step, one] for step, one in enumerate(numbers)]]
    assert list(figures(table(sheet(rows))).values()) == numbers


# -- real files ----------------------------------------------------------------------------


@needs_data
def test_the_real_sheet_of_statistics_estonia() -> None:
    name = "stat_ee_rahvaarv.xls"
    (found,) = read_statistics((XLSX / name).read_bytes(), name)
    assert (found.format, found.shape) == ("XLS", (3, 13))
    assert found.title == "Rahvaarv aasta alguses, 2008–2020"
    women = figures(found, **{found.dimensions[0].id: "Naised"})
    assert (women["2008"], women["2015"]) == (Decimal(716390), Decimal(698882))


@needs_data
def test_the_real_data_sheet_of_a_px_workbook() -> None:
    name = "metadata_FOTEST.xlsx"
    (found,) = read_statistics((XLSX / name).read_bytes(), name)
    assert found.shape == (7, 3, 4)
    assert figures(found, event="P", sex="T")["2000Q4"] == Decimal(52909)


@needs_data
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("metadata_BEXSTA.xlsx", "No column is the time"),
        ("oews_stem_2024.xlsx", "No column is the time"),
        ("referentiel_territoires.xlsx", "No column is the time"),
        ("template_import_PILOTE.ods", "headings, but no figures"),
        ("template_import_PILOTE.xlsx", "headings, but no figures"),
    ],
)
def test_the_real_workbooks_without_a_table_over_time(name: str, reason: str) -> None:
    data = Path(XLSX / name).read_bytes()
    assert reason in said(data)
