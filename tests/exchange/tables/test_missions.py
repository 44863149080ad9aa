# SPDX-License-Identifier: Apache-2.0
"""Tables of missions: headings in two languages, shapes of targets, and nothing invented."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.metric import Direction, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.exchange.tables import ReadTable, read_tables
from missiondesk.exchange.tables.columns import plain_heading, recognise
from missiondesk.exchange.tables.kinds import MISSIONS
from missiondesk.exchange.tables.missions import MissionRow
from missiondesk.exchange.written_periods import written_period

REAL = Path(__file__).parents[3] / "../shared/data/missions/nz_government_targets.csv"


def table(text: str) -> ReadTable:
    return only(read_tables(text.encode(), "fil.csv").tables)


def only(tables: tuple[ReadTable, ...]) -> ReadTable:
    (found,) = tables
    assert found.kind is MISSIONS
    return found


def first(read: ReadTable) -> MissionRow:
    row = read.rows[0]
    assert isinstance(row, MissionRow)
    return row


@pytest.mark.skipif(not REAL.is_file(), reason="no files in ../shared/data")
def test_the_real_file_is_read_as_it_is() -> None:
    read = only(read_tables(REAL.read_bytes(), REAL.name).tables)
    assert (len(read.rows), read.faults) == (9, ())
    assert all(column.field for column in read.layout.columns)
    shapes = [row.target_shape.value for row in read.rows]
    assert shapes == [
        "level", "level", "relative", "absolute", "absolute", "level", "level", "relative",
        "cumulative",
    ]  # fmt: skip
    values = [int(row.target_value or 0) for row in read.rows]
    assert values == [95, 95, -15, -20000, -50000, 80, 80, -75, 290]
    seen = {row.code: (row.observed, row.observed_period) for row in read.rows if row.observed}
    assert seen == {
        "1": (Decimal("74.2"), Period("2025-Q2")),
        "5": (Decimal(216000), Period("2025-Q2")),
        "8": (Decimal(591), Period("2024-Q4")),
    }
    assert read.rows[0].statuses == (
        (Period("2024-12"), Confidence.FEASIBLE),
        (Period("2025-06"), Confidence.FEASIBLE),
    )
    assert read.rows[2].statuses == ((Period("2025-06"), Confidence.ON_TRACK),)
    assert read.rows[8].cumulative_from == Period("2022")
    assert all(row.baseline_value is None and not row.source for row in read.rows)
    assert read.rows[7].note.startswith("1179 in Sept 2024")


def test_danish_headings_and_numbers() -> None:
    read = table(
        "nr.;Titel;Nøgletal;Retning;Målværdi;Enhed;Målår;Udgangspunkt;Udgangsår;Seneste tal;"
        "Periode;Status juni 2026;Bemærkning\n"
        "7;Flere i job;Andel i job;op;82,5;procent;2030;1.079,5;2024;80;2. kvartal 2026;"
        "tvivlsom;Efter aftale\n"
    )
    row = first(read)
    assert read.faults == ()
    assert read.layout.language == "da"
    assert row.title == Wording(da="Flere i job")
    assert (row.direction, row.target_value) == (Direction.UP, Decimal("82.5"))
    assert (row.unit, row.target_shape) == (Wording("%", "%"), TargetShape.LEVEL)
    assert (row.baseline_value, row.baseline_period) == (Decimal("1079.5"), Period("2024"))
    assert (row.observed, row.observed_period) == (Decimal(80), Period("2026-Q2"))
    assert row.statuses == ((Period("2026-06"), Confidence.AT_RISK),)


@pytest.mark.parametrize(
    ("unit", "shape", "name"),
    [
        ("percent", TargetShape.LEVEL, "%"),
        ("%", TargetShape.LEVEL, "%"),
        ("percent change", TargetShape.RELATIVE, ""),
        ("Percent (change)", TargetShape.RELATIVE, ""),
        ("people (change)", TargetShape.ABSOLUTE, "people"),
        ("Mt CO2e (cumulative)", TargetShape.CUMULATIVE, "Mt CO2e"),
        ("exchange rate", TargetShape.LEVEL, "exchange rate"),
        ("people", TargetShape.LEVEL, "people"),
        ("", TargetShape.LEVEL, ""),
    ],
)
def test_unit_and_shape_stand_in_one_cell(unit: str, shape: TargetShape, name: str) -> None:
    row = table(f"title,unit\nMission,{unit}\n").rows[0]
    assert (row.target_shape, row.unit.en) == (shape, name)


def test_what_the_file_does_not_say_stays_empty() -> None:
    row = table("title,note\nMission,\n").rows[0]
    assert row.target_value is None
    assert row.direction is None
    assert (row.geography, row.source, row.statuses) == (Wording(), Wording(), ())


@pytest.mark.parametrize(
    ("heading", "value", "field"),
    [
        ("target_value", "many", "target_value"),
        ("target_value", "1,2,3", "target_value"),
        ("target_year", "soon", "target_year"),
        ("target_year", "today", "target_year"),
        ("direction", "sideways", "direction"),
        ("observed_period", "2025Q5", "observed_period"),
        ("status_dec_2024", "fine", "status_dec_2024"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(heading: str, value: str, field: str) -> None:
    read = table(f'title,{heading}\nFirst,\nSecond,"{value}"\n')
    assert [(one.line, one.heading, one.value) for one in read.faults] == [(3, field, value)]


def test_a_figure_needs_its_period_and_a_mission_its_title() -> None:
    read = table("title,observed,observed_period\nA,5,\n,5,2020\n")
    assert [(one.line, one.heading) for one in read.faults] == [(2, "observed"), (3, "title")]


def test_the_same_title_twice_is_a_fault() -> None:
    read = table("title,note\nMission,a\nmission ,b\n")
    assert [one.line for one in read.faults] == [3]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "title,Title\n1,2\n", "Goal,Mission\n1,2\n"])
def test_headings_must_name_one_title(text: str) -> None:
    with pytest.raises(Refused):
        table(text)


def test_unknown_headings_are_kept_in_the_list_as_not_read() -> None:
    layout = recognise(("title", "Colour of the folder", "status quo"), MISSIONS)
    assert [column.field for column in layout.columns] == ["title", "", ""]


@pytest.mark.parametrize(
    "heading", ["target_value", "Target value", "TargetValue", " TARGET  VALUE"]
)
def test_a_headings_signs_do_not_count(heading: str) -> None:
    assert plain_heading(heading) == "target value"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2030", "2030"),
        ("2025Q2", "2025-Q2"),
        ("2025 q2", "2025-Q2"),
        ("2025K4", "2025-Q4"),
        ("2025H1", "2025-H1"),
        ("2025M06", "2025-06"),
        ("2025-03-24", "2025-03-24"),
        ("24 March 2025", "2025-03-24"),
        ("2025Q7", None),
        ("+3 months", None),
        ("in 2000 days", None),
        ("om 2000 dage", None),
        ("+2000 days", None),
        ("i dag", None),
        ("", None),
    ],
)
def test_periods_as_files_have_them(text: str, period: str | None) -> None:
    assert written_period(text, "en") == (Period(period) if period else None)
