# SPDX-License-Identifier: Apache-2.0
"""Returns on major projects: seven real files read whole, and no cell guessed or left out."""

from __future__ import annotations

import csv
import io
from collections import Counter
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.message import Message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.portfolio_returns import (
    PortfolioReturn,
    Standing,
    may_be_portfolio_return,
    read_portfolio_return,
    read_portfolio_workbook,
)
from missiondesk.exchange.portfolio_returns.cells import standing_of, tidied
from missiondesk.exchange.portfolio_returns.confidence import written_confidence
from missiondesk.exchange.portfolio_returns.values import ValueReader
from missiondesk.exchange.spreadsheet import read_workbook
from tests.exchange.portfolio_returns.real_returns import COUNTS, REAL, real
from tests.exchange.spreadsheet.workbooks import xlsx_rows

HEADINGS = (
    "project_name", "project_number", "department", "colour_rating", "start_date", "end_date",
    "yearly_budget", "yearly_forecast", "wlc_baseline_incl_NCG", "rating_comment", "year",
)  # fmt: skip
ROW = (
    "Harbour tunnel", "DFT_0001_1920-Q1", "DFT", "Amber/Red", "30.06.08", "2040-12-31", "£7.25",
    "£1,139.86", "£12,743.00", "It is late.", "2020",
)  # fmt: skip


def made(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> PortfolioReturn:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows([headings, *rows])
    return taken(out.getvalue().encode("utf-8-sig"), "made.csv")


def taken(data: bytes, name: str) -> PortfolioReturn:
    found = read_portfolio_return(data, name)
    assert found is not None
    return found


def changed(**texts: str) -> tuple[str, ...]:
    return tuple(texts.get(heading, text) for heading, text in zip(HEADINGS, ROW, strict=True))


@real
@pytest.mark.parametrize("name", sorted(COUNTS))
def test_a_real_file_is_read_whole(name: str) -> None:
    data = (REAL / name).read_bytes()
    assert may_be_portfolio_return(data)
    read = taken(data, name)
    assert (len(read.projects), len(read.standing(Standing.EXEMPT))) == COUNTS[name]
    assert (read.blank, read.encoding, read.currency) == (0, "Windows-1252", "GBP")
    assert read.year == int(name[3:7])
    assert read.sideways is (name == "uk_2016.csv")
    assert all(project.name.text and project.department.text for project in read.projects)
    # Every filled cell of the file stands in some project, word for word.
    text = data.decode("cp1252", "replace").replace("\ufffd", "\x9d")
    separator = ";" if name >= "uk_2021" else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    records = list(zip(*rows, strict=True))[1:] if read.sideways else rows[1:]
    assert len(records) == len(read.projects)
    for record, project in zip(records, read.projects, strict=True):
        assert {tidied(cell) for cell in record} <= {cell.text for cell in project.cells()} | {""}


@real
def test_what_cannot_be_read_is_a_rating_in_words_and_an_end_before_the_start() -> None:
    found = [
        (name, cell.place, cell.heading)
        for name in COUNTS
        for cell in taken((REAL / name).read_bytes(), name).standing(Standing.UNREADABLE)
    ]
    assert found == [
        ("uk_2021.csv", "G145", "colour_rating"),
        ("uk_2023.csv", "K178", "end_date"),
    ]


@real
def test_values_of_the_real_files() -> None:
    newest = taken((REAL / "uk_2023.csv").read_bytes(), "uk_2023.csv")
    ratings = Counter(project.confidence.value for project in newest.projects)
    assert ratings == {None: 12, "feasible": 183, "unachievable": 23, "on_track": 26}
    rail = next(one for one in newest.projects if one.number.text == "MOD_0137_2122-Q1")
    assert (str(rail.start.value), rail.end.value) == ("2023-02-20", None)
    assert (rail.end.text, rail.end.standing) == ("20.01.2023", Standing.UNREADABLE)
    oldest = taken((REAL / "uk_2016.csv").read_bytes(), "uk_2016.csv")
    eagle = oldest.projects[1]
    assert (eagle.line, eagle.name.place, eagle.end.place) == (3, "C1", "C7")
    assert eagle.name.text == "Project Eagle (formerly Urenco Future Options)"
    assert (str(eagle.start.value), str(eagle.end.value)) == ("2010-02-01", "2017-06-15")
    assert (eagle.year_baseline.value, eagle.whole_life_cost.value) == (130_000_000, 1_290_000_000)


def test_a_project_is_read_with_its_places() -> None:
    read = made(ROW, tuple("" for _ in HEADINGS), changed(project_name="Second", year=""))
    assert (read.year, read.blank, [one.line for one in read.projects]) == (2020, 1, [2, 4])
    project = read.projects[0]
    assert project.confidence.value == "at_risk"
    assert (str(project.start.value), str(project.end.value)) == ("2008-06-30", "2040-12-31")
    assert project.year_baseline.value == 725_000_000
    assert project.whole_life_cost.value == 1_274_300_000_000
    assert (project.end.place, project.end.text) == ("F2", "2040-12-31")
    assert project.benefits.standing is Standing.NOT_GIVEN
    assert project.benefits.place == ""


def test_lines_in_cells_and_empty_lines_do_not_move_the_places() -> None:
    text = "project_name,department,colour_rating,start_date,end_date,wlc_baseline_incl_NCG\r\n"
    text += '"A\rB\nC",X,Red,,,\r\n\r\nD,Y,grey,,,\r\n'
    read = taken(text.encode(), "made.csv")
    assert [(one.line, one.name.text) for one in read.projects] == [(2, "A\nB\nC"), (4, "D")]
    assert [cell.place for cell in read.standing(Standing.UNREADABLE)] == ["C4"]


def test_a_heading_twice_gives_the_filled_cell_and_says_a_contradiction() -> None:
    headings = (*HEADINGS, "colour_rating", "remarks")
    read = made(
        (*changed(colour_rating=""), "Red", ""),
        (*changed(colour_rating="Red"), "Red", ""),
        (*changed(colour_rating="Red"), "Green", "Ask again"),
        headings=headings,
    )
    first, same, other = read.projects
    assert (first.confidence.value, first.confidence.place) == ("unachievable", "L2")
    assert (same.confidence.value, same.confidence.place) == ("unachievable", "D3")
    assert (other.confidence.standing, other.confidence.text) == (
        Standing.UNREADABLE,
        "Red | Green",
    )
    assert [(cell.heading, cell.text) for cell in other.others] == [("remarks", "Ask again")]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("", Standing.NOT_GIVEN), ("TBD", Standing.NOT_GIVEN), ("n/a", Standing.NOT_GIVEN),
        ("Data not Provided.", Standing.NOT_GIVEN),
        ("The GMPP project did not provide data", Standing.NOT_GIVEN),
        ("Early planning GMPP project \n\n(The project has not yet passed)", Standing.NOT_GIVEN),
        ("Exempt under Section 43", Standing.EXEMPT),
        ("Exempt - Under Section 43", Standing.EXEMPT),
        ("Data exempt under Section 31 (1)", Standing.EXEMPT), ("Exempt", Standing.EXEMPT),
        ("Exemption under Section 24", Standing.EXEMPT),
        ("Exempt staff are paid from 2020.", Standing.GIVEN),
        ("Not provided for in the budget.", Standing.GIVEN), ("£0.00", Standing.GIVEN),
    ],
)  # fmt: skip
def test_what_a_cell_is_worth(text: str, standing: Standing) -> None:
    assert standing_of(text) is standing


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£32.24", 3_224_000_000), ("\u00a0£32,614 ", 3_261_400_000_000), ("0", 0),
        ("-30.69", -3_069_000_000), ("–£1", -100_000_000), ("£1.5bn", 150_000_000_000),
        ("12 m", 1_200_000_000), ("1.234", 123_400_000), ("£0.00000001", 1),
        ("12,5", None), ("1.139,18", None), ("5%", None), ("about £5", None),
        ("£0.000000001", None),
        ("--1", None), ("£5 - £6", None), ("9" * 30, None), ("£", None), ("12*", None),
    ],
)  # fmt: skip
def test_amounts_are_whole_pence_or_no_amount(text: str, pence: int | None) -> None:
    read = ValueReader.of(2020, (), ()).pence(tidied(text))
    assert read == pence if pence is not None else isinstance(read, Message)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2014-07-08", "2014-07-08"), ("20.05.2020", "2020-05-20"), ("01/10/2006", "2006-10-01"),
        ("31.12.40", "2040-12-31"), ("01.04.98", "1998-04-01"), ("March 2024", "2024-03"),
        ("2024-03-31 00:00:00", "2024-03-31"), ("2030", "2030"),
        ("31.02.2020", None), ("12/25/2016", None), ("2023/24", None), ("soon", None),
    ],
)  # fmt: skip
def test_dates_are_read_or_left(text: str, period: str | None) -> None:
    read = ValueReader.of(2020, (), ()).date(text)
    assert str(read) == period if period else isinstance(read, Message)


def test_the_file_decides_what_may_be_two_things() -> None:
    american = ValueReader.of(2020, ("12/25/2016", "01/02/2016"), ())
    assert isinstance(american.date("01/02/2016"), Message)
    danish = ValueReader.of(2020, (), ("12,5", "1.234"))
    assert isinstance(danish.pence("1.234"), Message)
    assert danish.pence("£12.50") == 1_250_000_000
    assert isinstance(ValueReader.of(None, (), ()).date("31.12.40"), Message)


@pytest.mark.parametrize("text", ["Amber/Red", "amber - red", "AMBER–RED ", "Red / Amber"])
def test_a_step_is_written_in_many_ways(text: str) -> None:
    assert written_confidence(text) == "at_risk"


@pytest.mark.parametrize("text", ["", "Grey", "Amber/Amber/Red", "Red/Green", "Amber, then Red"])
def test_words_that_name_no_step(text: str) -> None:
    assert written_confidence(text) is None


def test_a_return_that_lacks_headings_is_refused_with_what_was_found() -> None:
    with pytest.raises(Refused) as refused:
        made(ROW[:8], headings=HEADINGS[:8])
    values = dict(refused.value.message.values)
    assert (refused.value.field, values["expected"]) == ("columns", "wlc_baseline_incl_NCG")
    assert values["found"] == ", ".join(HEADINGS[:8])
    with pytest.raises(Refused, match="cells, but there are"):
        made((*ROW, "one too many"))
    assert read_portfolio_return(b"project_name;budget;owner\r\nA;1;B\r\n", "made.csv") is None


# Any sign a text file can hold.
any_text = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40
)
written = st.sampled_from([*ROW, "Exempt under Section 43", "TBD", "£", "1/1/1", "12,5", "-"])


@given(st.lists(st.tuples(*[any_text | written for _ in HEADINGS]), min_size=1, max_size=4))
def test_any_text_in_any_cell_is_kept(rows: list[tuple[str, ...]]) -> None:
    read = made(*rows)
    filled = [row for row in rows if any(map(str.strip, row))]
    assert len(read.projects) == len(filled)
    for row, project in zip(filled, read.projects, strict=True):
        cells = {cell.heading: cell for cell in project.cells()}
        for heading, text in zip(HEADINGS, row, strict=True):
            assert cells[heading].text == tidied(text)
            assert (cells[heading].value is None) is (cells[heading].standing is not Standing.GIVEN)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Refused):
        read_portfolio_return(b"Project Name," + data, "made.csv")


def test_a_sheet_of_a_workbook_is_read_like_a_file() -> None:
    values = {**dict(zip(HEADINGS, ROW, strict=True)), "start_date": date(2008, 6, 30)}
    amounts = {**values, "yearly_budget": 7.25, "wlc_baseline_incl_NCG": 12743}
    sheets = {
        "Notes": [["About this return"]],
        "Return": [["Major projects 2020"], [], list(HEADINGS), list(amounts.values())],
    }
    read = read_portfolio_workbook(read_workbook(xlsx_rows(sheets), "made.xlsx"))
    assert read is not None
    (project,) = read.projects
    assert (read.format, read.year, project.line) == ("XLSX", 2020, 4)
    assert (project.name.text, project.name.place) == ("Harbour tunnel", "A4")
    assert str(project.start.value) == "2008-06-30"
    assert (project.year_baseline.value, project.whole_life_cost.value) == (
        725_000_000,
        1_274_300_000_000,
    )
    assert "Sheets that are not read: {sheets}." in [note.msgid for note in read.notes]


def test_a_sheet_may_lie_sideways_and_two_returns_are_one_too_many() -> None:
    sheet = [list(pair) for pair in zip(HEADINGS, ROW, strict=True)]
    book = read_workbook(xlsx_rows({"A": [["Title"], *sheet]}), "made.xlsx")
    read = read_portfolio_workbook(book)
    assert read is not None
    assert read.sideways
    (project,) = read.projects
    assert (project.line, project.name.place, project.end.place) == (2, "B2", "B7")
    with pytest.raises(Refused, match="Several sheets"):
        read_portfolio_workbook(read_workbook(xlsx_rows({"A": sheet, "B": sheet}), "made.xlsx"))
    other = read_workbook(xlsx_rows({"A": [["a", "b"], [1, 2]]}), "made.xlsx")
    assert read_portfolio_workbook(other) is None
