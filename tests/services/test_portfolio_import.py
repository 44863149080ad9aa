# SPDX-License-Identifier: Apache-2.0
"""Returns on major projects become initiatives: counted, compared year by year, nothing dropped."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.initiative import Initiative, Money
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.exchange.portfolio_returns import PortfolioReturn, ReturnedProject, Standing
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.import_report import ImportReport
from missiondesk.services.incoming import read_incoming
from missiondesk.services.list_states import RowStatus
from missiondesk.services.workspaces import blank_desk
from tests.exchange.portfolio_returns.real_returns import COUNTS, REAL, real

FIRST = {
    "project_number": "DFT_0001_1920-Q1", "project_name": "Harbour tunnel", "department": "DFT",
    "colour_rating": "Amber", "description_aims": "A tunnel below the harbour.",
    "rating_comment": "Ground is soft.", "start_date": "01.04.2019", "end_date": "31.03.2030",
    "schedule_comment": "On time.", "wlc_baseline_incl_NCG": "£1,250.50", "year": "2020",
    "yearly_budget": "£12.00",
}  # fmt: skip
NEXT = {
    **FIRST, "colour_rating": "Red", "end_date": "30.11.2030", "year": "2021",
    "rating_comment": "Ground is water.", "wlc_baseline_incl_NCG": "£2,000.00",
}  # fmt: skip


def written(folder: Path, name: str, *rows: dict[str, str]) -> Path:
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, rows[0].keys(), delimiter=";")
    table.writeheader()
    table.writerows(rows)
    path = folder / name
    path.write_bytes(out.getvalue().encode("utf-8-sig"))
    return path


def brought(desk: Desk, path: Path) -> ImportReport:
    report = desk.exchange.read_table(path)
    desk.exchange.apply(report)
    return report


def details(report: ImportReport, row: int = 0) -> str:
    return " | ".join(map(translator("en").tell, report.rows[row].details))


def notes(report: ImportReport) -> str:
    return " ".join(map(translator("en").tell, report.notes))


def warnings(report: ImportReport) -> str:
    return " ".join(map(translator("en").tell, report.warnings))


def counts(report: ImportReport) -> tuple[int, ...]:
    return tuple(report.count(one) for one in RowStatus)


def only(desk: Desk) -> Initiative:
    (found,) = desk.initiatives.all()
    return found


# ---------------------------------------------------------------- the real files
@real
def test_all_seven_returns_come_in_with_counts_equal_to_their_rows(desk: Desk) -> None:
    new = {2016: 143, 2018: 74, 2019: 31, 2020: 20, 2021: 95, 2022: 76, 2023: 38}
    known = 0
    for name, (rows, withheld) in COUNTS.items():
        report = brought(desk, REAL / name)
        year = int(name[3:7])
        assert (len(report.rows), sum(counts(report)), report.faults) == (rows, rows, ())
        assert counts(report) == (new[year], rows - new[year], 0, 0)
        known += new[year]
        assert len(desk.initiatives.all()) == known
        assert f"Projects in the file: {rows}. New: {new[year]}." in notes(report)
        assert f"kept with their reason: {withheld} (" in notes(report)
        assert desk.history.steps()[0].verb is Verb.IMPORT
    codes = [one.code.casefold() for one in desk.initiatives.all()]
    assert len(set(codes)) == len(codes) == 477
    again = desk.exchange.read_table(REAL / "uk_2023.csv")
    assert counts(again) == (0, 0, 244, 0)
    older = desk.exchange.read_table(REAL / "uk_2022.csv")
    assert "a later return has been imported already: 206 initiatives" in warnings(older)


@real
@pytest.mark.parametrize("name", ["uk_2016.csv", "uk_2021.csv", "uk_2023.csv"])
def test_every_cell_of_a_return_is_in_its_initiative(desk: Desk, name: str) -> None:
    file = read_incoming(REAL / name)
    assert isinstance(file, PortfolioReturn)
    brought(desk, REAL / name)
    by_place = {one.source_reference: one for one in desk.initiatives.all()}
    assert len(by_place) == len(file.projects)
    for project in file.projects:
        one = by_place[f"{name}, {project.name.place}"]
        assert_whole(project, one)
        assert one.frame == ()
        assert one.currency == "GBP"


def assert_whole(project: ReturnedProject, one: Initiative) -> None:
    texts = (
        one.code, one.title.en, one.description.en, one.delivery_body, one.confidence_note,
        one.note, one.withheld,
    )  # fmt: skip
    flat = " ".join("\n".join(texts).split())
    values = {
        project.start.place: one.start,
        project.end.place: one.end,
        project.whole_life_cost.place: one.baseline_cost,
    }
    for cell in project.cells():
        if cell.standing is Standing.GIVEN and cell.place in values:
            assert values[cell.place] == cell.value
        elif cell.place == project.year.place:
            assert one.confidence_date == Period(cell.text)
        else:
            assert " ".join(cell.text.split()) in flat, cell


# ---------------------------------------------------------------- year by year
def test_a_project_becomes_an_initiative(desk: Desk, tmp_path: Path) -> None:
    report = brought(desk, written(tmp_path, "uk_2020.csv", FIRST))
    one = only(desk)
    assert (one.code, one.title) == ("DFT_0001_1920-Q1", Wording(en="Harbour tunnel"))
    assert one.title.in_language("da") == "Harbour tunnel"
    assert (one.delivery_confidence, one.confidence_note) == (
        Confidence.FEASIBLE,
        "Ground is soft.",
    )
    assert (one.confidence_date, one.start, one.end) == (
        Period("2020"), Period("2019-04-01"), Period("2030-03-31"),
    )  # fmt: skip
    assert (one.currency, one.baseline_cost, one.frame) == ("GBP", 125_050_000_000, ())
    assert (one.mission, one.office) == (None, None)
    assert [ministry.code for ministry in desk.organisation.ministries()] == ["STM"]
    assert one.note == (
        "⸻ uk_2020.csv ⸻\ncolour_rating: Amber\n\nschedule_comment: On time.\n\n"
        "yearly_budget: £12.00\n⸻"
    )
    assert details(report) == (
        "who carries it out: DFT | delivery confidence: Feasible | start: 1 April 2019 | "
        "end: 31 March 2030 | cost as decided, GBP million: 1,250.5"
    )


def test_next_years_return_says_what_moved_and_keeps_what_people_wrote(
    desk: Desk, tmp_path: Path
) -> None:
    brought(desk, written(tmp_path, "uk_2020.csv", FIRST))
    one = only(desk)
    mine = replace(
        one,
        title=Wording("Havnetunnel", one.title.en),
        note=f"Ask in May.\n\n{one.note}\n\nAsked.",
        frame=(Money(2027, 500),),
        hypothesis=Wording("Vi tror"),
    )
    desk.initiatives.revise(mine)
    gone = {**FIRST, "project_number": "X_1_2021-Q1", "project_name": "Other"}
    report = brought(desk, written(tmp_path, "uk_2021.csv", NEXT, gone))
    after = next(it for it in desk.initiatives.all() if it.id == one.id)
    assert counts(report) == (1, 1, 0, 0)
    assert details(report) == (
        "delivery confidence: “Feasible” becomes “Unachievable” | "
        "end: “31 March 2030” becomes “30 November 2030” (8 months later) | "
        "cost as decided, GBP million: “1,250.5” becomes “2,000” | "
        "new words under rating_comment"
    )
    assert (after.title, after.frame, after.hypothesis) == (mine.title, mine.frame, mine.hypothesis)
    assert after.note.startswith("Ask in May.\n\n⸻ uk_2021.csv ⸻\ncolour_rating: Red")
    assert after.note.endswith("⸻\n\nAsked.")
    assert "uk_2020" not in after.note
    desk.history.undo()
    assert desk.initiatives.get(one.id) == mine
    assert len(desk.initiatives.all()) == 1
    report = desk.exchange.read_table(written(tmp_path, "uk_2021.csv", gone))
    assert "does not have; they stay as they are: 1 (DFT_0001_1920-Q1 Harbour tunnel)" in notes(
        report
    )


def test_what_is_withheld_now_is_no_longer_vouched_for(desk: Desk, tmp_path: Path) -> None:
    brought(desk, written(tmp_path, "uk_2020.csv", FIRST))
    held = "Exempt under Section 43"
    now = {**NEXT, "colour_rating": held, "rating_comment": held, "end_date": "soon"}
    report = brought(desk, written(tmp_path, "uk_2021.csv", {**now, "start_date": ""}))
    one = only(desk)
    assert (one.delivery_confidence, one.confidence_note, one.end) == (None, "", None)
    assert one.start == Period("2019-04-01")  # an empty cell says nothing
    assert one.withheld == f"colour_rating: {held}\nrating_comment: {held}"
    assert "end_date: soon" in one.note
    told = details(report)
    assert "delivery confidence: “Feasible” is no longer given" in told
    assert "withheld: colour_rating, rating_comment" in told
    assert "Cell H2, “end_date”: “soon”. It is no date." in told
    assert warnings(report) == (
        "Values that cannot be read and are kept as words: 1 (H2 end_date)."
    )


def test_a_file_without_numbers_is_matched_by_name_and_gets_them_later(
    desk: Desk, tmp_path: Path
) -> None:
    bare = {key: text for key, text in FIRST.items() if key != "project_number"}
    brought(desk, written(tmp_path, "uk_2019.csv", {**bare, "year": "2019"}))
    assert only(desk).code == "GMPP-2019-1"
    renamed = {**FIRST, "project_name": "HARBOUR  Tunnel"}
    assert counts(brought(desk, written(tmp_path, "uk_2020.csv", renamed))) == (0, 1, 0, 0)
    assert only(desk).code == "DFT_0001_1920-Q1"
    by_number = {**FIRST, "project_number": "dft_0001_1920-Q1", "project_name": "Sound tunnel"}
    brought(desk, written(tmp_path, "uk_2021.csv", by_number))
    assert only(desk).title.en == "Sound tunnel"


def test_a_name_is_never_guessed_and_then_nothing_is_written(desk: Desk, tmp_path: Path) -> None:
    for _ in range(2):
        desk.initiatives.add(Initiative("", title=Wording("Harbour tunnel")))
    before = desk.initiatives.all()
    fine = {**FIRST, "project_number": "A_1_2021-Q1", "project_name": "Other"}
    nameless = {**FIRST, "project_number": "A_2_2021-Q1", "project_name": ""}
    twin = {**fine, "project_name": "Third"}
    path = written(tmp_path, "uk_2020.csv", fine, FIRST, nameless, twin)
    report = desk.exchange.read_table(path)
    assert counts(report) == (1, 0, 0, 3)
    assert list(map(translator("en").tell, report.faults)) == [
        "Cell B3, “project_name”: “Harbour tunnel”. “Harbour tunnel” may be any of several.",
        "Cell B4, “project_name”: “”. An initiative needs a title.",
        "Cell B5, “project_name”: “Third”. Line 2 speaks of the same.",
    ]
    with pytest.raises(Refused):
        desk.exchange.apply(report)
    assert desk.initiatives.all() == before


def test_amounts_in_kroner_are_not_mixed_with_pounds(desk: Desk, tmp_path: Path) -> None:
    own = desk.initiatives.add(
        Initiative("", title=Wording("Havn", "Harbour tunnel"), code="M9", baseline_cost=100)
    )
    brought(desk, written(tmp_path, "uk_2020.csv", FIRST))
    one = only(desk)
    assert (one.id, one.code, one.currency, one.baseline_cost) == (own.id, "M9", "DKK", 100)
    assert "wlc_baseline_incl_NCG: £1,250.50" in one.note
    assert "project_number: DFT_0001_1920-Q1" in one.note


def test_an_ordinary_table_with_a_heading_of_returns_is_none(tmp_path: Path) -> None:
    other = {"titel": "Havn", "project name": "Havn", "department": "DFT", "start": "2026"}
    assert not isinstance(read_incoming(written(tmp_path, "fil.csv", other)), PortfolioReturn)
    less = {key: text for key, text in FIRST.items() if key != "end_date"}
    with pytest.raises(Refused, match="headings are missing"):
        read_incoming(written(tmp_path, "uk.csv", less))


MANY = 25  # each writes, compares and takes back two files
words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
cells = words | st.sampled_from(
    [*FIRST.values(), "Exempt under Section 43", "TBD", "Red", "1.1.2031", "12,5", "⸻", ""]
)
projects = st.lists(st.fixed_dictionaries(dict.fromkeys(FIRST, cells)), min_size=1, max_size=4)


@settings(max_examples=MANY)
@given(first=projects, following=projects)
def test_any_two_returns_are_counted_whole_and_undone_whole(
    first: list[dict[str, str]],
    following: list[dict[str, str]],
    known_desk: Desk,
    folder: Path,
) -> None:
    desk = known_desk
    states = [desk.initiatives.all()]
    for year, rows in enumerate((first, following)):
        report = desk.exchange.read_table(written(folder, f"uk_{2020 + year}.csv", *rows))
        filled = sum(any(map(str.strip, row.values())) for row in rows)
        assert len(report.rows) == sum(counts(report)) == filled
        if report.faults or not sum(counts(report)[:2]):
            continue
        after = desk.exchange.apply(report)
        assert counts(after) == (0, 0, filled, 0)
        states.append(desk.initiatives.all())
    while len(states) > 1:
        assert desk.initiatives.all() == states.pop()
        desk.history.undo()
    assert desk.initiatives.all() == states[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples."""
    return tmp_path_factory.mktemp("returns")


@pytest.fixture(scope="module")
def known_desk() -> Iterator[Desk]:
    """One desk for all examples; each leaves it as it was."""
    opened = blank_desk("Sekretær")
    opened.initiatives.add(Initiative("", title=Wording("Havn", "Harbour tunnel"), code="M9"))
    yield opened
    opened.close(discard=True)
