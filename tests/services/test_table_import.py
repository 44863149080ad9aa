# SPDX-License-Identifier: Apache-2.0
"""Tables of all kinds brought in together: one step, all or nothing, by the rules of the forms."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from missiondesk.domain.initiative import Money, Stage
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.organisation import OfficeLevel
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.import_report import ImportReport
from missiondesk.services.list_states import RowStatus
from tests.exchange.spreadsheet.workbooks import xlsx_rows
from tests.growth import growth

Rows = Sequence[Sequence[Any]]
SHEETS: dict[str, Rows] = {
    "Milepæle": [
        ["Milepæl", "Mission", "Initiativ", "Frist", "Art", "Embede"],
        ["Loven er vedtaget", 1, "Mentorordning", "2027K2", "Lovgivning", "Skoleminister"],
        ["Første hold er færdigt", "Færre skoletrætte", None, 2028, None, None],
    ],
    "Initiativer": [
        ["Initiativ", "Mission", "Embede", "Fase", "Start", "Slut", "Ramme 2027 (mio. kr.)"],
        ["Mentorordning", "1", "Skoleminister", "Pilot", 2026, 2028, 12.5],
        ["Uden mission", None, None, None, None, None, None],
    ],
    "Missioner": [
        ["Nr", "Mission", "Nøgletal", "Ansvarlig minister", "Delt med"],
        [1, "Færre skoletrætte", "Andel trætte", "Skoleminister", "Byminister; Vandminister"],
    ],
    "Personer": [
        ["Navn", "Embede", "Niveau", "Ministerium", "Ministerikode", "Fra"],
        ["Kim Eksempel", "Skoleminister", "Minister", "Skoleministeriet", "SK", date(2026, 10, 1)],
        ["Robin Eksempel", "Byminister", None, "Byministeriet", None, 2026],
        ["Kim Eksempel", "Vandminister", None, None, None, 2026],
        ["Alex Eksempel", "Departementschef", "Departementschef", "Skoleministeriet", "SK", 2025],
    ],
}


def workbook(folder: Path, **changed: Rows) -> Path:
    path = folder / "alt.xlsx"
    path.write_bytes(xlsx_rows({**SHEETS, **changed}))
    return path


def sheet(folder: Path, *rows: Sequence[Any]) -> Path:
    path = folder / "et ark.xlsx"
    path.write_bytes(xlsx_rows({"Ark1": rows}))
    return path


def brought(desk: Desk, path: Path) -> ImportReport:
    return desk.exchange.apply(desk.exchange.read_table(path))


def said(report: ImportReport) -> list[str]:
    return [translator("en").tell(fault) for fault in report.faults]


def details(report: ImportReport, row: int = 0) -> str:
    return " | ".join(map(translator("en").tell, report.rows[row].details))


def test_a_workbook_is_brought_in_as_a_whole_in_one_step(desk: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path)
    report = desk.exchange.read_table(path)
    assert said(report) == []
    assert [table.sheet for table in report.tables] == [
        "Personer", "Missioner", "Initiativer", "Milepæle",
    ]  # fmt: skip
    assert report.count(RowStatus.NEW) == len(report.rows) == 9
    assert desk.missions.all() == ()
    steps = len(desk.history.steps())
    desk.exchange.apply(report)
    assert len(desk.history.steps()) == steps + 1
    assert desk.history.steps(1)[0].verb is Verb.IMPORT
    mission = desk.missions.all()[0]
    by_title = {one.title.da: one for one in desk.organisation.offices()}
    assert mission.accountable_office == by_title["Skoleminister"].id
    assert mission.co_offices == (by_title["Byminister"].id, by_title["Vandminister"].id)
    assert by_title["Departementschef"].level is OfficeLevel.PERMANENT_SECRETARY
    assert {one.name for one in desk.organisation.persons()} == {
        "Kim Eksempel", "Robin Eksempel", "Alex Eksempel",
    }  # fmt: skip
    assert "SK" in {one.code for one in desk.organisation.ministries()}
    desk.history.undo()
    assert desk.missions.all() == desk.initiatives.all() == desk.milestones.all() == ()
    assert desk.organisation.persons() == ()


def test_initiatives_and_milestones_find_what_they_belong_to(desk: Desk, tmp_path: Path) -> None:
    brought(desk, workbook(tmp_path))
    mission = desk.missions.all()[0]
    mentors, orphan = sorted(desk.initiatives.all(), key=lambda one: one.mission is None)
    assert (mentors.code, mentors.mission, mentors.stage) == ("M1.1", mission.id, Stage.PILOT)
    assert mentors.frame == (Money(2027, 1_250_000_000),)
    assert (orphan.code, orphan.mission, orphan.stage) == ("I1", None, Stage.IDEA)
    law, first = desk.milestones.of_mission(mission.id)
    assert (law.initiative, law.due, law.office) == (
        mentors.id, Period("2027-Q2"), mission.accountable_office,
    )  # fmt: skip
    assert (first.initiative, first.due) == (None, Period("2028"))


def test_a_second_import_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path)
    brought(desk, path)
    steps = len(desk.history.steps())
    again = desk.exchange.read_table(path)
    assert again.count(RowStatus.UNCHANGED) == 9
    desk.exchange.apply(again)
    assert len(desk.history.steps()) == steps


def test_the_files_own_numbers_are_meant_although_the_code_is_taken(
    desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "andre.csv"
    other.write_text("nr;mission;nøgletal\n1;Renere vand;Nitrat\n", encoding="utf-8")
    brought(desk, other)
    brought(desk, workbook(tmp_path))
    codes = {one.title.da: one.code for one in desk.missions.all()}
    assert codes == {"Renere vand": "M1", "Færre skoletrætte": "M2"}
    assert {one.code for one in desk.initiatives.all()} == {"M2.1", "I1"}


def test_what_differs_is_said_and_a_moved_milestone_keeps_its_first_date(
    desk: Desk, tmp_path: Path
) -> None:
    brought(desk, workbook(tmp_path))
    report = desk.exchange.read_table(
        sheet(
            tmp_path,
            ["Milestone", "Mission", "Due"],
            ["Loven er vedtaget", "M1", "2027-Q3"],
        )
    )
    # Headings in English make no English title of a Danish one.
    assert report.rows[0].status is RowStatus.CHANGED
    assert details(report) == "date: “Q2 2027” becomes “Q3 2027”"
    desk.exchange.apply(report)
    law = desk.milestones.of_mission(desk.missions.all()[0].id)[0]
    assert (law.due, law.original_due, law.status) == (
        Period("2027-Q3"), Period("2027-Q2"), MilestoneStatus.MOVED,
    )  # fmt: skip


def test_missions_that_share_a_metric_stay_several(desk: Desk, tmp_path: Path) -> None:
    rows = [["Mission", "Nøgletal"], ["Flere unge", "Antal"], ["Færre ældre", "Antal"]]
    brought(desk, sheet(tmp_path, *rows))
    assert len(desk.missions.all()) == 2
    # Which of the two has a new title is not sure, so it is a third.
    report = desk.exchange.read_table(sheet(tmp_path, rows[0], ["Flere gamle", "Antal"]))
    assert report.rows[0].status is RowStatus.NEW


def test_two_rows_that_mean_one_record_are_refused(desk: Desk, tmp_path: Path) -> None:
    brought(desk, workbook(tmp_path))
    rows = (["Initiativ", "Mission"], ["Mentorordning", "M1"], ["mentorordning", "1"])
    report = desk.exchange.read_table(sheet(tmp_path, *rows))
    assert "Line 2 speaks of the same" in said(report)[0]
    rows = (
        ["Navn", "Embede", "Fra", "Til"],
        ["Sam Eksempel", "Ny post", 2026, 2028],
        ["Bo Eksempel", "Ny post", 2027, None],
    )
    report = desk.exchange.read_table(sheet(tmp_path, *rows))
    assert "Sam Eksempel holds the office until 2028" in said(report)[0]


def test_a_translation_is_added_beside_and_replaces_nothing(desk: Desk, tmp_path: Path) -> None:
    brought(desk, workbook(tmp_path))
    rows = (["Initiativ", "Initiativ på engelsk", "Mission"], ["Mentorordning", "Mentors", "M1"])
    report = desk.exchange.read_table(sheet(tmp_path, *rows))
    assert details(report) == "title: Mentors"
    desk.exchange.apply(report)
    assert Wording("Mentorordning", "Mentors") in [one.title for one in desk.initiatives.all()]


def test_a_new_holder_ends_the_former_one(desk: Desk, tmp_path: Path) -> None:
    brought(desk, workbook(tmp_path))
    rows = (["Navn", "Embede", "Fra"], ["Sam Eksempel", "Skoleminister", "01.03.2027"])
    report = desk.exchange.read_table(sheet(tmp_path, *rows))
    assert "Kim Eksempel holds it until 28 February 2027" in details(report)
    desk.exchange.apply(report)
    office = next(one for one in desk.organisation.offices() if one.title.da == "Skoleminister")
    held = desk.situation.all(type(desk.organisation.appointments(office.id)[0]))
    dates = sorted(
        (str(one.valid_from), str(one.valid_to)) for one in held if one.office == office.id
    )
    assert dates == [("2026-10-01", "2027-02-28"), ("2027-03-01", "None")]


@pytest.mark.parametrize(
    ("rows", "place", "part"),
    [
        ((["Initiativ", "Mission"], ["Nyt", "M99"]), "B2", "no mission “M99”"),
        ((["Initiativ", "Embede"], ["Nyt", "Konge"]), "B2", "no office “Konge”"),
        ((["Milepæl", "Mission", "Frist"], ["Nyt", None, 2027]), "B2", "belongs to a mission"),
        ((["Initiativ", "Start", "Slut"], ["Nyt", 2028, 2027]), "C2", "ends before it begins"),
        (
            (["Initiativ", "Mission", "Fase"], ["Mentorordning", "M1", "Forankring"]),
            "C2",
            "cannot be followed",
        ),
        ((["Navn", "Embede"], ["Sam Eksempel", "Skoleminister"]), "A2", "say from when"),
        (
            (["Navn", "Embede", "Fra"], ["Sam Eksempel", "Skoleminister", 2026]),
            "C2",
            "has a holder from",
        ),
        ((["Navn", "Embede", "Fra", "Til"], ["Sam", "Ny post", 2027, 2026]), "D2", "ends before"),
        (
            (["Navn", "Embede", "Ministerikode"], ["Sam", "Ny post", "XX"]),
            "C2",
            "no ministry “XX”",
        ),
    ],
)
def test_what_the_rules_refuse_is_named_and_nothing_is_written(
    desk: Desk, tmp_path: Path, rows: Rows, place: str, part: str
) -> None:
    brought(desk, workbook(tmp_path))
    steps = len(desk.history.steps())
    good = ["Sidst", *[None] * (len(rows[0]) - 1)]
    report = desk.exchange.read_table(sheet(tmp_path, *rows, good))
    assert report.rows[0].status is RowStatus.UNREADABLE
    assert f"cell {place}" in said(report)[0]
    assert part in said(report)[0]
    with pytest.raises(Refused):
        desk.exchange.apply(report)
    assert len(desk.history.steps()) == steps


def test_one_wrong_cell_on_one_sheet_keeps_all_sheets_out(desk: Desk, tmp_path: Path) -> None:
    wrong = [SHEETS["Milepæle"][0], ["Loven er vedtaget", 7, None, "2027", None, None]]
    report = desk.exchange.read_table(workbook(tmp_path, Milepæle=wrong))
    assert said(report) == [
        "Sheet “Milepæle”, cell B2, column “Mission”: “7”. There is no mission “7”."
    ]
    with pytest.raises(Refused):
        desk.exchange.apply(report)
    assert desk.missions.all() == ()
    assert [one.title.da for one in desk.organisation.offices()] == ["Statsminister"]


def test_a_report_is_compared_anew_when_it_is_applied(desk: Desk, tmp_path: Path) -> None:
    brought(desk, workbook(tmp_path))
    rows = (["Initiativ", "Mission", "Fase"], ["Mentorordning", "M1", "Opskalering"])
    report = desk.exchange.read_table(sheet(tmp_path, *rows))
    assert report.faults == ()
    mentors = next(one for one in desk.initiatives.all() if one.code == "M1.1")
    ended = Wording("Slut (eksempel)")
    desk.initiatives.close(
        replace(
            mentors, closing_reason=ended, learned=ended, freed=(Money(2027, 0),),
            freed_fte=Decimal(0), after_staff="–", after_users="–", after_money="–",
        )
    )  # fmt: skip
    with pytest.raises(Refused):
        desk.exchange.apply(report)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_template_is_filled_in_and_imported(desk: Desk, tmp_path: Path, language: str) -> None:
    path = desk.exchange.template(tmp_path / "skabelon.xlsx", language)
    with pytest.raises(Refused):
        desk.exchange.template(path, language)
    empty = desk.exchange.read_table(path)
    assert (empty.rows, empty.faults) == ((), ())
    opened: Any = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    for one in opened:
        for column in range(2, one.max_column + 1):
            one.cell(4, column).value = one.cell(3, column).value
    opened.save(path)
    report = desk.exchange.read_table(path)
    assert said(report) == []
    assert report.count(RowStatus.NEW) == 4
    assert [table.skipped for table in report.tables] == [(2, 3)] * 4
    desk.exchange.apply(report)
    milestone = desk.milestones.all()[0]
    initiative = desk.initiatives.get(milestone.initiative or "")
    assert initiative is not None
    assert (initiative.code, initiative.mission) == ("M90.1", milestone.mission)
    assert initiative.title.da == "Mentor til unge i hver kommune"
    assert initiative.title.en == "A mentor for young people in every town"
    assert desk.exchange.read_table(path).count(RowStatus.UNCHANGED) == 4


def test_missions_whose_number_is_taken_get_the_next_free_one_two_thousand_times(
    desk: Desk, tmp_path: Path
) -> None:
    desk.missions.add(Wording("Færre unge uden job", "Fewer young people without work"))

    def many(rows: int) -> Path:
        path = tmp_path / f"{rows}.csv"
        lines = "".join(f"1;Mission nr. {number}\n" for number in range(1, rows))
        path.write_text(f"nr;mission\nM7;Den syvende\n{lines}", encoding="utf-8")
        return path

    # Where each row counted all missions before it, it came to sixteen.
    assert growth(many, desk.exchange.read_table, 500, 4) < 9
    report = desk.exchange.read_table(many(2000))
    assert said(report) == []
    desk.exchange.apply(report)
    codes = [mission.code for mission in desk.missions.all()]
    assert codes == ["M1", "M7", *(f"M{number}" for number in range(8, 2007))]


def test_two_thousand_initiatives_are_compared_in_a_moment(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mange.csv"
    lines = "".join(f"I{number};Indsats nr. {number};Pilot\n" for number in range(1, 2001))
    path.write_text(f"nr;initiativ;fase\n{lines}", encoding="utf-8")
    report = desk.exchange.read_table(path)
    assert report.count(RowStatus.NEW) == 2000
