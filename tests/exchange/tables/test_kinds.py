# SPDX-License-Identifier: Apache-2.0
"""Headings decide what a table is of; in a workbook they may stand below a title."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from missiondesk.domain.initiative import Money, Stage
from missiondesk.domain.metric import TargetShape
from missiondesk.domain.milestone import MilestoneKind
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.exchange.tables import ReadTable, read_tables
from missiondesk.exchange.tables.initiatives import InitiativeRow
from missiondesk.exchange.tables.kinds import kind_of
from missiondesk.exchange.tables.milestones import MilestoneRow
from missiondesk.exchange.tables.missions import MissionRow
from missiondesk.exchange.tables.people import PersonRow
from missiondesk.language import translator
from tests.exchange.spreadsheet.workbooks import SHARED, saved, with_cells, xlsx, xlsx_rows


def one_sheet(*rows: Sequence[Any]) -> ReadTable:
    (table,) = read_tables(xlsx_rows({"Ark1": rows}), "x.xlsx").tables
    return table


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["title"], "missions"),
        (["Mission", "Nøgletal", "Målår"], "missions"),
        (["Initiativ"], "initiatives"),
        (["Initiativ", "Mission", "Fase"], "initiatives"),
        (["title", "mission", "stage"], "initiatives"),
        (["Indsats", "Ansvarlig", "Ramme 2026 (mio. kr.)"], "initiatives"),
        (["Milepæl", "Mission", "Frist"], "milestones"),
        (["title", "mission", "due"], "milestones"),
        (["Milestone", "Initiative", "Date", "Status"], "milestones"),
        (["Navn", "Embede", "Ministerium", "Fra"], "people"),
        (["name", "title", "ministry"], "people"),
    ],
)
def test_the_kind_is_decided_by_the_headings(headings: list[str], kind: str) -> None:
    found = kind_of(headings)
    assert found is not None
    assert found[0].name == kind
    assert found[1].known == len(headings)


@pytest.mark.parametrize("headings", [["a", "b"], ["dato", "status"], ["Navn"], ["fase"], [""]])
def test_other_headings_are_of_no_kind(headings: list[str]) -> None:
    assert kind_of(headings) is None


def test_headings_stand_below_titles_and_the_rows_end_with_the_sheet() -> None:
    table = one_sheet(
        ["Regeringens missioner 2026"],
        [],
        ["Opdateret", date(2026, 11, 1)],
        ["Nr.", "Mission", "Målværdi", "", "Enhed"],
        [1, "Færre unge", 0.5, "ikke læst", "personer"],
        [],
        [2, "Flere lærlinge", 12, None, None],
    )
    assert [row.line for row in table.rows] == [5, 7]
    first = table.rows[0]
    assert isinstance(first, MissionRow)
    assert (first.code, first.title, first.target_value) == (
        "1", Wording(da="Færre unge"), Decimal("0.5"),
    )  # fmt: skip


def test_a_column_for_each_language() -> None:
    table = one_sheet(["Titel", "Titel på engelsk", "Fase"], ["Mentor", "A mentor", "Pilot"])
    row = table.rows[0]
    assert isinstance(row, InitiativeRow)
    assert row.title == Wording("Mentor", "A mentor")
    with pytest.raises(Refused):
        one_sheet(["Titel", "Titel (da)", "Fase"], ["Mentor", "Mentor", "Pilot"])


def test_values_of_a_sheet_keep_their_types() -> None:
    data = xlsx(
        {
            "A1": "Initiativ", "B1": "Fase", "C1": "Start", "D1": "Slut", "E1": "Bidrag",
            "F1": "Ramme 2026 (mio. kr.)", "G1": "Ramme 2027 (kr.)", "H1": "Næste beslutning",
            "A2": "Mentor", "B2": "pilot", "C2": 2026, "D2": date(2028, 3, 1), "E2": 1.234,
            "F2": 12.5, "G2": 7, "H2": "2027K2",
        },
        {"D2": "mmm yyyy"},
    )  # fmt: skip
    table = read_tables(data, "x").tables[0]
    assert table.faults == ()
    row = table.rows[0]
    assert isinstance(row, InitiativeRow)
    assert (row.start, row.end) == (Period("2026"), Period("2028-03"))
    # In a Danish text 1.234 would be one thousand two hundred and thirty-four; this is a number.
    assert row.contribution == Decimal("1.234")
    assert row.frame == (Money(2026, 1_250_000_000), Money(2027, 700))
    assert (row.stage, row.gate_due) == (Stage.PILOT, Period("2027-Q2"))


@pytest.mark.parametrize("unit", ["", " (kr.)", " (mio. kr.)", " (mia. kr.)"])
@pytest.mark.parametrize("written", ["2,5 mio. kr.", "2.500.000 kr.", "2500 t.kr.", "DKK 2.5m"])
def test_an_amount_that_says_its_unit_is_taken_in_it(unit: str, written: str) -> None:
    table = one_sheet(["Initiativ", f"Ramme 2026{unit}"], ["Mentor", written])
    assert table.faults == ()
    row = table.rows[0]
    assert isinstance(row, InitiativeRow)
    assert row.frame == (Money(2026, 250_000_000),)


def test_per_cent_by_format_is_the_figure_that_is_shown() -> None:
    cells = {"A1": "Mission", "B1": "Target value", "C1": "Unit", "A2": "More", "B2": 0.253}
    row = read_tables(xlsx(cells, {"B2": "0.0%"}), "x").tables[0].rows[0]
    assert isinstance(row, MissionRow)
    assert (row.target_value, row.unit) == (Decimal("25.3"), Wording("%", "%"))
    changed = read_tables(xlsx({**cells, "C2": "percent change"}, {"B2": "0.0%"}), "x")
    row = changed.tables[0].rows[0]
    assert isinstance(row, MissionRow)
    assert (row.target_value, row.target_shape) == (Decimal("25.3"), TargetShape.RELATIVE)
    wrong = read_tables(xlsx({**cells, "C2": "persons"}, {"B2": "0.0%"}), "x").tables[0]
    assert [(one.place, one.heading) for one in wrong.faults] == [("B2", "Target value")]


@pytest.mark.parametrize(
    ("headings", "cells", "place"),
    [
        (["Milepæl", "Mission", "Frist"], ["Lov", "M1", "snart"], "C2"),
        (["Milepæl", "Mission", "Frist", "Art"], ["Lov", "M1", "2027", "farlig"], "D2"),
        (["Milepæl", "Mission", "Frist"], [None, "M1", "2027"], "A2"),
        (["Initiativ", "Ramme 2026"], ["Mentor", 5], "B2"),
        (["Initiativ", "Ramme 2026 (kr.)"], ["Mentor", 0.001], "B2"),
        (["Initiativ", "Ramme 2026 (kr.)"], ["Mentor", -1], "B2"),
        (["Initiativ", "Ramme 2026 (kr.)"], ["Mentor", "2,5 mio. EUR"], "B2"),
        (["Initiativ", "Ramme 2026 (mio. kr.)"], ["Mentor", "2.5 kr."], "B2"),
        (["Initiativ", "Ramme 2026 (mio. kr.)"], ["Mentor", "ca. 2 mio. kr."], "B2"),
        (["Navn", "Embede"], ["Kim", None], "B2"),
        (["Navn", "Embede", "Niveau"], ["Kim", "Minister", "kejser"], "C2"),
        (["Navn", "Embede", "Fra"], ["Kim", "Minister", "i dag"], "C2"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(
    headings: list[str], cells: list[Any], place: str
) -> None:
    faults = one_sheet(headings, cells).faults
    assert [(one.sheet, one.place) for one in faults] == [("Ark1", place)]
    for language in ("da", "en"):
        assert translator(language).tell(faults[0].message)


def test_errors_in_cells_are_faults_and_not_empty_cells() -> None:
    data = with_cells(
        xlsx({"A1": "Mission", "B1": "Målværdi", "C1": "ukendt"}),
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Færre</t></is></c>'
        '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2" t="e"><v>#N/A</v></c></row>',
    )
    table = read_tables(data, "x").tables[0]
    # The column that is not read may hold what it will.
    assert [one.place for one in table.faults] == ["B2"]


def test_rows_marked_as_help_or_example_are_skipped() -> None:
    table = one_sheet(
        ["Række", "Navn", "Embede"],
        ["Hjælp", "Personens navn", "Embedets titel"],
        ["eksempel", "Kim Eksempel", "Minister"],
        [3, "Robin Hansen", "Minister"],
        [None, "Alex Jensen", "Statsminister"],
    )
    assert table.skipped == (2, 3)
    assert [row.name for row in table.rows if isinstance(row, PersonRow)] == [
        "Robin Hansen", "Alex Jensen",
    ]  # fmt: skip


def test_all_sheets_are_read_in_the_order_in_which_they_refer_to_each_other() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["Noter til mig selv"])
    for name, headings in {
        "C": ["Milepæl", "Mission", "Frist"],
        "B": ["Initiativ", "Mission"],
        "A": ["Mission", "Nøgletal"],
        "D": ["Navn", "Embede"],
    }.items():
        workbook.create_sheet(name).append(headings)
    hidden = workbook.create_sheet("Gemt")
    hidden.append(["Mission", "Nøgletal"])
    hidden.sheet_state = "hidden"
    file = read_tables(saved(workbook), "x.xlsx")
    assert [one.kind.name for one in file.tables] == [
        "people", "missions", "initiatives", "milestones",
    ]  # fmt: skip
    said = " ".join(map(translator("en").tell, file.notes))
    assert "“Sheet”; it is not read" in said
    assert "hidden sheet “Gemt” is not read" in said


@pytest.mark.parametrize("data", [b"a;b\n1;2\n", xlsx({"A1": "a", "B1": "b"})])
def test_a_file_without_any_known_heading_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_tables(data, "x")


def test_csv_holds_the_other_kinds_too() -> None:
    text = "milestone,mission,due,kind\nThe act is passed,M1,Q2 2027,legislation\n"
    (table,) = read_tables(text.encode(), "m.csv").tables
    row = table.rows[0]
    assert isinstance(row, MilestoneRow)
    assert (row.due, row.kind) == (Period("2027-Q2"), MilestoneKind.LEGAL)
    assert (table.sheet, table.faults) == ("", ())


@pytest.mark.skipif(not SHARED.is_dir(), reason="no files in ../shared/data")
@pytest.mark.parametrize("path", sorted((SHARED / "xlsx").glob("*")), ids=lambda path: path.name)
def test_real_workbooks_of_statistics_are_no_tables_of_ours(path: Any) -> None:
    with pytest.raises(Refused):
        read_tables(path.read_bytes(), path.name)
