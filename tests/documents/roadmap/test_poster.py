# SPDX-License-Identifier: Apache-2.0
"""The poster of A2: one sheet, nothing on it too small, and it says what it grouped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from missiondesk.documents.roadmap import print_roadmap
from missiondesk.documents.roadmap.grouping import Detail, grouped
from missiondesk.documents.roadmap.poster import LEAST_ON_POSTER
from missiondesk.documents.style import SMALLEST
from missiondesk.domain.roadmap import Roadmap, RoadmapLane
from missiondesk.language import translator
from tests.documents.inspection import failures, opened, page_text, structure
from tests.documents.roadmaps import STAGE_WORDS, a_bar, a_milestone, a_roadmap


def a_portfolio(missions: int, initiatives: int, milestones: int = 4) -> Roadmap:
    """A roadmap of this many missions, each with so much under it."""
    stages = list(STAGE_WORDS)

    def lane(number: int) -> RoadmapLane:
        bars = tuple(
            a_bar(
                f"I{number}.{one}", f"Initiativ {one}", stages[one % 5],
                date(2026, 1, 1) + timedelta(days=one * 37 % 900),
                date(2027, 7, 1) + timedelta(days=one * 37 % 900), f"Styrelse {one % 9}",
            )
            for one in range(initiatives)
        )  # fmt: skip
        marks = tuple(
            a_milestone(f"Milepæl {one}", day, day, "engang")
            for one in range(milestones)
            for day in [date(2026, 2, 1) + timedelta(days=one * 211 % 1300)]
        )
        return RoadmapLane(f"M{number}", f"Mission {number}", "Minister", "●", "Skal accelerere",
                           "Mål 5 %", bars, marks, f"m{number}")  # fmt: skip

    return a_roadmap(lanes=tuple(map(lane, range(1, missions + 1))), mark="")


def sizes_of(data: bytes) -> set[float]:
    """Sizes in points of all text on the first page, as large as it is printed."""
    found = set()
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[0].get_textpage()
        for place in range(text.count_chars()):
            if pdfium.FPDFText_GetUnicode(text, place) > 32:
                height = pdfium.FPDFText_GetFontSize(text, place)
                matrix = pdfium.FS_MATRIX()
                assert pdfium.FPDFText_GetMatrix(text, place, matrix)
                found.add(round(height * abs(matrix.d or matrix.b), 2))
    return found


@pytest.mark.parametrize(
    ("missions", "initiatives", "milestones", "told", "least"),
    [
        (3, 3, 4, "", LEAST_ON_POSTER),
        (5, 4, 18, "milepæle er vist efter år; alle initiativer er med", LEAST_ON_POSTER),
        (5, 12, 4, "efter fase inden for hver mission", LEAST_ON_POSTER),
        (8, 40, 4, "en række for hver mission", LEAST_ON_POSTER),
        (14, 40, 4, "en række for hver mission", SMALLEST),
        (60, 80, 4, "for alle missioner er vist efter fase", LEAST_ON_POSTER),
    ],
)
def test_it_stands_on_one_sheet_and_says_what_it_grouped(
    missions: int, initiatives: int, milestones: int, told: str, least: float
) -> None:
    made = print_roadmap(a_portfolio(missions, initiatives, milestones), "A2")
    assert made.pages == 1
    assert failures(made.data) == []
    said = " ".join(page_text(made.data).split())
    assert told in said
    assert ("Samlet for at kunne stå på ét ark" in said) == bool(told)
    assert min(sizes_of(made.data)) >= least


def test_little_is_enlarged_as_far_as_the_sheet_allows() -> None:
    made = print_roadmap(a_portfolio(2, 2), "A2")
    assert min(sizes_of(made.data)) > 11
    assert "I1.1 Initiativ 1" in page_text(made.data)


def test_what_is_grouped_is_counted_and_nothing_is_lost() -> None:
    whole, tr = a_portfolio(3, 23), translator("en")
    for detail in Detail:
        lanes = grouped(whole, detail, tr).lanes
        counted = 0
        for lane in lanes:
            for bar in lane.bars:
                first = bar.title.split()[0]
                counted += int(first) if first.isdigit() else 1
        assert counted == 3 * 23
    (lane,) = grouped(whole, Detail.BY_STAGE, tr).lanes
    assert [bar.stage for bar in lane.bars] == list(STAGE_WORDS)
    assert lane.goal == "● Skal accelerere: 3"


def test_a_single_initiative_of_a_stage_keeps_its_name() -> None:
    whole = a_portfolio(1, 6)
    (lane,) = grouped(whole, Detail.STAGES_OF_A_MISSION, translator("da")).lanes
    assert [bar.title for bar in lane.bars][:2] == ["2 initiativer", "Initiativ 1"]


def test_what_went_wrong_stays_in_sight_when_milestones_are_counted() -> None:
    whole = a_portfolio(1, 1, milestones=3)
    marks = tuple(
        replace(one, status_symbol="!", status_word="Truet") for one in whole.lanes[0].milestones
    )
    whole = replace(whole, lanes=(replace(whole.lanes[0], milestones=marks),))
    (lane,) = grouped(whole, Detail.MILESTONES_BY_YEAR, translator("da")).lanes
    assert [(one.title, one.status_word) for one in lane.milestones] == [
        ("2 i 2026", "! Truet: 2"), ("1 i 2027", "! Truet: 1"),
    ]  # fmt: skip


def test_the_outline_leads_to_where_the_missions_stand_on_the_enlarged_sheet() -> None:
    made = print_roadmap(a_portfolio(3, 3), "A2")
    with opened(made.data) as pdf, pdf.open_outline() as outline:
        height = float(pdf.pages[0].mediabox[3])
        tops = [float(one.destination[3]) for one in outline.root[0].children]
    assert len(tops) >= 3
    assert tops[0] > height * 0.7
    assert tops == sorted(tops, reverse=True)
    assert len(structure(made.data).all("TBody")) == 3


def test_what_no_sheet_holds_goes_on_on_another() -> None:
    long = "Meget at fortælle om køreplanen. " * 900
    made = print_roadmap(a_roadmap(narrative="\n\n".join([long] * 6)), "A2")
    assert made.pages > 1
    assert failures(made.data) == []
