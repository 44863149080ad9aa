# SPDX-License-Identifier: Apache-2.0
"""The printed roadmap: its content as it is read, its pages, its signs, and hostile input."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis.strategies import characters, dates, lists, one_of, sampled_from, text

from missiondesk.documents.escaping import MissingGlyphs, clean_text
from missiondesk.documents.fonts import Face
from missiondesk.documents.roadmap import Paper, print_roadmap
from missiondesk.documents.roadmap.axis import TimeAxis
from missiondesk.documents.roadmap.bars import STAGES, stage_look
from missiondesk.documents.roadmap.milestones import MilestoneRow, in_blocks
from missiondesk.documents.roadmap.paper import LAYOUTS
from missiondesk.documents.roadmap.rows import BarRow
from missiondesk.documents.roadmap.workshop import Workshop
from missiondesk.domain.roadmap import Roadmap, RoadmapBar, RoadmapLane
from missiondesk.language import translator
from tests.documents.inspection import (
    failures,
    font_names,
    has_images,
    link_targets,
    opened,
    page_text,
    page_texts,
    squeezed,
    structure,
)
from tests.documents.roadmaps import STAGE_WORDS, a_bar, a_milestone, a_roadmap
from tests.documents.test_style import luminance

EMPTY = RoadmapLane("M0", "Uden noget endnu")


def a_workshop(paper: Paper = Paper.A4, today: date = date(2026, 10, 31)) -> Workshop:
    layout = LAYOUTS[paper]
    axis = TimeAxis(date(2026, 1, 1), date(2029, 12, 31), layout.time_left, layout.time_width)
    return Workshop(layout, axis, today, translator("da"), MissingGlyphs())


def many(count: int) -> Roadmap:
    stages = list(STAGE_WORDS)
    bars = [
        a_bar(
            f"I{number}", f"Initiativ {number} med en sædvanlig titel", stages[number % 5],
            date(2026, 1, 1) + timedelta(days=number * 37 % 900),
            date(2026, 7, 1) + timedelta(days=number * 37 % 900), f"Styrelse {number % 9}",
        )
        for number in range(count)
    ]  # fmt: skip
    lanes = [
        RoadmapLane(f"M{start}", "Mission", bars=tuple(bars[start : start + 50]))
        for start in range(0, count, 50)
    ]
    return a_roadmap(lanes=tuple(lanes), mark="")


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["da", "en"])
def test_both_papers_and_languages_conform(paper: Paper, language: str) -> None:
    made = print_roadmap(a_roadmap(language=language), paper)
    assert failures(made.data) == []
    assert made.missing_glyphs == ()
    assert made.title == "Regeringens køreplan"
    with opened(made.data) as pdf:
        assert len(pdf.pages) == made.pages
        assert str(pdf.Root.Lang) == {"da": "da-DK", "en": "en-GB"}[language]
        width, height = (float(side) for side in pdf.pages[0].mediabox[2:])
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == {
        Paper.A3: (420, 297), Paper.A4: (297, 210), Paper.A2: (594, 420),
    }[paper]  # fmt: skip


@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_stands_where_an_office_printer_cannot_print(paper: Paper) -> None:
    edge = 5 / 25.4 * 72
    with pypdfium2.PdfDocument(print_roadmap(a_roadmap(), paper).data) as pdf:
        for page in pdf:
            ink = page.render(scale=1).to_pil().convert("L").point(lambda grey: grey < 200 and 255)
            left, top, right, bottom = ink.getbbox()
            assert left >= edge and ink.width - right >= edge
            assert top >= edge - 1 and ink.height - bottom >= edge - 1


def test_the_six_missions_stand_on_one_sheet_of_a3() -> None:
    made = print_roadmap(a_roadmap(), "A3")
    assert "M6 Tilladelser" in page_texts(made.data)[0]


def test_it_is_read_as_one_table_of_missions_initiatives_and_milestones() -> None:
    tree = structure(print_roadmap(a_roadmap()).data)
    table = tree.all("Table")[0]
    assert len(table.all("THead")) == 1
    assert len(table.all("TBody")) == 6
    rows = [[cell.text.strip() for cell in row.children] for row in table.all("TR")]
    assert {len(row) for row in rows} == {4}
    assert rows[0] == ["Initiativ og milepæl", "Ansvarlig", "Fase eller status", "Periode"]
    assert rows[1][0].startswith("M1 Flere unge i uddannelse eller job Andel 15-24-årige")
    assert rows[1][1:] == ["Beskæftigelsesministeren", "● Skal accelerere", ""]
    assert rows[2] == [
        "I1 Ungeguider i alle kommuner", "Styrelsen for Arbejdsmarked", "Opskalering",
        "feb. 2026–maj 2027",
    ]  # fmt: skip
    assert rows[5] == [
        "Lovforslag om én fælles plan for unge", "", "✓ Nået", "Lovgivning · 6. oktober 2026",
    ]  # fmt: skip
    # Every mission, every dated initiative and every milestone has its row.
    assert len(rows) == 1 + 6 + 13 + 10
    assert all("/Row" in row.children[0].attributes for row in table.only("THead").all("TD"))


def test_the_head_of_the_chart_is_on_every_page() -> None:
    made = print_roadmap(many(200), "A4")
    assert made.pages > 5
    for number, page in enumerate(page_texts(made.data), start=1):
        assert f"Side {number} af {made.pages}" in page
        assert ("Pr. 31. oktober 2026" in page) == ("Ansvarlig" in page)
    assert len(structure(made.data).all("THead")) == 1


def test_undated_initiatives_are_told_in_a_table_of_their_own() -> None:
    tree = structure(print_roadmap(a_roadmap()).data)
    undated = tree.all("Table")[1]
    cells = [cell.text.strip() for cell in undated.all("TR")[1].children]
    assert cells == [
        "M5", "I13 Bogstart i hele landet", "Idé", "Børne- og Undervisningsministeriet",
        "ingen datoer endnu",
    ]  # fmt: skip


def test_status_date_method_and_sources_are_printed() -> None:
    text_ = page_text(print_roadmap(a_roadmap()).data)
    assert "data pr. 31. oktober 2026" in text_
    assert "Fremdriften er beregnet" in text_
    assert "M2: Statens Institut for Folkesundhed" in text_
    assert "Til tjenestebrug" in text_
    assert "EKSEMPEL" in text_
    assert "EKSEMPEL" not in page_text(print_roadmap(a_roadmap(mark="")).data)


def test_only_our_fonts_no_pixels_no_links() -> None:
    data = print_roadmap(a_roadmap()).data
    assert font_names(data) <= {face.value for face in Face}
    assert not has_images(data)
    assert link_targets(data) == []


def test_bookmarks_name_the_missions() -> None:
    with opened(print_roadmap(a_roadmap()).data) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        assert title.title == "Regeringens køreplan"
        assert [child.title for child in title.children][:2] == [
            "M1 Flere unge i uddannelse eller job", "M2 Færre ensomme",
        ]  # fmt: skip


@pytest.mark.parametrize(
    "lanes",
    [
        (),
        (EMPTY,),
        (replace(EMPTY, milestones=(a_milestone("M", date(2020, 1, 1), date(2040, 1, 1), "x"),)),),
        (replace(EMPTY, bars=(RoadmapBar("", "", "", ""),)),),
        (RoadmapLane("", ""),),
    ],
)
@pytest.mark.parametrize("paper", list(Paper))
def test_little_or_nothing_makes_a_whole_document(
    lanes: tuple[RoadmapLane, ...], paper: Paper
) -> None:
    bare = a_roadmap(
        lanes=lanes, narrative="", subtitle="", sources=(), method_note="", sender="",
        reference="", data_date="", classification="", mark="",
    )  # fmt: skip
    assert failures(print_roadmap(bare, paper).data) == []


def test_what_cannot_be_printed_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        print_roadmap(a_roadmap(title=" "))
    with pytest.raises(ValueError, match="A5"):
        print_roadmap(a_roadmap(), "A5")
    with pytest.raises(ValueError, match="isoformat"):
        print_roadmap(a_roadmap(created="i går"))


def test_a_text_that_is_cut_in_the_chart_is_printed_in_full_below() -> None:
    title = "Meget lang titel på et initiativ der aldrig vil slutte " * 12
    bar = a_bar("I1", title, "pilot", date(2026, 2, 1), date(2026, 3, 1), "x")
    made = print_roadmap(a_roadmap(lanes=(replace(EMPTY, bars=(bar,)),)))
    assert f"I1{squeezed(title)}" in [
        squeezed(node.text) for node in structure(made.data).all("LBody")
    ]
    assert failures(made.data) == []


def test_a_bar_beyond_the_axis_is_pointed_and_stays_on_it() -> None:
    workshop = a_workshop()
    for start, end in ((2020, 2040), (2010, 2012), (2050, 2051)):
        bar = a_bar("I", "T", "embed", date(start, 1, 1), date(end, 1, 1), "")
        row = BarRow(bar, date(start, 1, 1), date(end, 1, 1), workshop)
        left, right = row.bar_span
        assert workshop.axis.left <= left < right <= workshop.axis.right
        assert workshop.axis.left <= row.word_span[0]
        assert row.word_span[1] <= workshop.axis.right


def test_dates_the_wrong_way_round_are_one_period() -> None:
    bar = a_bar("I", "T", "pilot", date(2027, 6, 30), date(2027, 1, 1), "")
    text_ = page_text(print_roadmap(a_roadmap(lanes=(replace(EMPTY, bars=(bar,)),))).data)
    assert "jan.–jun. 2027" in text_


def test_stages_are_told_apart_in_greyscale() -> None:
    signs = []
    for stage in STAGES:
        sign = stage_look(stage)
        signs.append((round(luminance(sign.fill), 1), bool(sign.line), sign.dash, sign.stop))
        ground, word = sorted((luminance(sign.fill), luminance(sign.text)))
        assert (word + 0.05) / (ground + 0.05) >= 4.5, stage
    assert len(set(signs)) == len(STAGES)


@settings(max_examples=60)
@given(
    lists(dates(date(2025, 1, 1), date(2031, 1, 1)), min_size=1, max_size=20),
    dates(date(2025, 6, 1), date(2030, 6, 1)),
    sampled_from([1, 30, 90, 365]),
    sampled_from(list(Paper)),
)
def test_milestones_labels_never_collide(
    days: list[date], today: date, length: int, paper: Paper
) -> None:
    milestones = [
        a_milestone(
            "Lovforslag om én fælles plan " * (1 + number % 4), day,
            day + timedelta(days=length - 1), "2. kvartal 2028",
        )
        for number, day in enumerate(days)
    ]  # fmt: skip
    workshop = a_workshop(paper, today)
    for block in in_blocks(milestones):
        row = MilestoneRow(block, workshop)
        labels = [place.label for place in row.placed]
        for index, label in enumerate(labels):
            assert workshop.bounds.allow(label.left, label.right)
            assert label.bottom <= row.height
            assert not any(label.overlaps(other) for other in labels[index + 1 :])
            assert not any(label.overlaps(place.mark) for place in row.placed)


@settings(max_examples=60)
@given(dates(date(2024, 1, 1), date(2031, 1, 1)), sampled_from([0, 5, 40, 400, 2000]),
       dates(date(2025, 6, 1), date(2030, 6, 1)), sampled_from(STAGES))  # fmt: skip
def test_a_stage_s_word_is_in_its_bar_or_clear_of_it_and_of_today(
    start: date, length: int, today: date, stage: str
) -> None:
    workshop = a_workshop(today=today)
    end = start + timedelta(days=length)
    row = BarRow(a_bar("I", "T", stage, start, end, ""), start, end, workshop)
    (word_left, word_right), (left, right) = row.word_span, row.bar_span
    inside = left <= word_left and word_right <= right
    outside = (word_right <= left or word_left >= right) and workshop.bounds.allow(
        word_left, word_right
    )
    assert inside or outside


def test_thousands_take_time_by_their_number() -> None:
    def seconds(count: int) -> float:
        roadmap = many(count)
        started = time.process_time()
        print_roadmap(roadmap)
        return time.process_time() - started

    seconds(100)
    # By the square it would be 64 times as long; the room between is for a busy machine.
    assert min(seconds(4000), seconds(4000)) < 24 * min(seconds(500), seconds(500))


ANY_TEXT = text(characters(codec=None, exclude_categories=()), max_size=40)
HOSTILE = sampled_from(
    [
        "<b>x", "</b>", '<a href="javascript:x">y</a>', '<img src="file:///x"/>', "&amp;", "{year}",
        "W" * 400, "lang tekst " * 80, "\ud800\u202e\x00", "漢字", "(()\\", "{0.__class__}",
    ]
)  # fmt: skip
TEXTS = one_of(ANY_TEXT, HOSTILE)


def filled(value: Any, fill: Any) -> Any:
    """``value`` with every text of it (but what names language, dates and stages) from ``fill``."""
    kept = {"language", "created", "stage", "key"}
    if isinstance(value, tuple):
        return tuple(filled(each, fill) for each in value)
    if isinstance(value, str):
        return fill()
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: filled(getattr(value, one.name), fill)
            for one in fields(value)
            if one.name not in kept
        }
        return replace(value, **changed)
    return value


@settings(max_examples=40)
@given(TEXTS, TEXTS, TEXTS, sampled_from(list(Paper)))
def test_any_text_in_every_field_is_printed_and_none_of_it_obeyed(
    one: str, two: str, three: str, paper: Paper
) -> None:
    given_texts = [one, two, three]
    turn = iter(range(10**6))
    roadmap = filled(a_roadmap(), lambda: given_texts[next(turn) % 3])
    roadmap = replace(roadmap, title=f"T{roadmap.title}", mark="")
    made = print_roadmap(roadmap, paper)
    assert failures(made.data) == []
    assert link_targets(made.data) == []
    assert not has_images(made.data)
    found = squeezed(structure(made.data).text)
    for wanted in given_texts:
        shown = clean_text(wanted)
        for character in made.missing_glyphs:
            shown = shown.replace(character, "□")
        for paragraph in re.split(r"\n\n", shown):
            assert squeezed(paragraph) in found


def test_documents_may_be_made_side_by_side() -> None:
    alone = print_roadmap(a_roadmap()).data
    with ThreadPoolExecutor(max_workers=4) as pool:
        made = list(pool.map(lambda _: print_roadmap(a_roadmap()).data, range(8)))
    assert set(made) == {alone}


def test_a_mission_that_goes_on_is_named_in_full_on_the_next_page() -> None:
    title = "Internationalt eksempel: Behandling inden for 18 uger i hele landet"
    bars = tuple(
        a_bar(f"I{n}", f"Indsats {n}", "pilot", date(2026, 2, 1), date(2027, 5, 31), "")
        for n in range(60)
    )
    roadmap = a_roadmap(lanes=(RoadmapLane("M6", title, bars=bars),))
    pages = page_texts(print_roadmap(roadmap, Paper.A4).data)
    assert len(pages) > 1
    assert all(squeezed(f"M6 {title}") in squeezed(said) for said in pages[:2])


# -- the legend ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("paper", [Paper.A3, Paper.A4])
def test_each_page_of_the_chart_says_what_its_signs_stand_for(paper: Paper, language: str) -> None:
    roadmap, say = many(90), translator(language).say
    milestone = a_milestone("Møde", date(2027, 1, 1), date(2027, 12, 31), "2027")
    lanes = tuple(
        replace(
            lane,
            milestones=(milestone,),
            bars=(replace(lane.bars[0], end=date(2040, 1, 1)), *lane.bars[1:]),
        )
        for lane in roadmap.lanes
    )
    made = print_roadmap(replace(roadmap, lanes=lanes, language=language), paper)
    pages = [squeezed(page) for page in page_texts(made.data)]
    charted = [page for page in pages if squeezed(say("Initiative and milestone")) in page]
    assert len(charted) > 2
    signs = (
        "Milestone some time within the period", "Status date", "Goes on outside the years shown",
        "Quarter of the year",
    )  # fmt: skip
    for page in charted:
        for word in (*STAGE_WORDS.values(), *map(say, signs)):
            assert squeezed(word) in page, word
    assert failures(made.data) == []


@pytest.mark.parametrize(("paper", "sign"), [(Paper.A3, "K1"), (Paper.A4, "1–4")])
def test_the_legend_names_quarters_as_the_axis_does(paper: Paper, sign: str) -> None:
    """On A4 the axis has room for their numbers alone; the legend spoke of “K1”."""
    wide = replace(a_roadmap(), start=date(2024, 1, 1), end=date(2032, 12, 31))
    told = squeezed(page_texts(print_roadmap(wide, paper).data)[0])
    assert squeezed(f"{sign} Kvartal") in told
    assert ("K2" in told) == (sign == "K1")


def test_a_legend_explains_only_what_is_there() -> None:
    bar = a_bar("I1", "Et", "pilot", date(2026, 2, 1), date(2026, 5, 31), "")
    lane = RoadmapLane("M1", "Flere", bars=(bar,))
    plain = replace(a_roadmap(), lanes=(lane,), start=date(2026, 1, 1), end=date(2028, 12, 31))
    told = squeezed(page_texts(print_roadmap(plain, Paper.A3).data)[0])
    assert "Kvartal" in told
    for word in ("Milepæl på et", "Fortsætter uden for", "Opskalering"):
        assert squeezed(word) not in told, word
    longer = replace(bar, end=date(2031, 1, 1))
    wider = replace(plain, lanes=(replace(lane, bars=(longer,)),))
    assert squeezed("Fortsætter uden for de viste år") in squeezed(
        page_texts(print_roadmap(wider, Paper.A3).data)[0]
    )
