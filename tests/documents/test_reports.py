# SPDX-License-Identifier: Apache-2.0
"""Metric sheet, stocktake pack and quarterly report: conforming, alike twice, for every reader."""

from __future__ import annotations

import io
import itertools
import unicodedata
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.documents.fonts import Face, repertoire
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report import parts
from missiondesk.domain.situation import Situation
from missiondesk.language import translator
from tests import builders as make
from tests.documents.inspection import failures, font_names, has_images, page_texts, structure
from tests.documents.reports_of import KINDS, full_situation, printed, report_of, situation_of
from tests.documents.spoken import headings, spoken, structure_roles

MM = 72 / 25.4
LANGUAGES = ("da", "en")


@cache
def full() -> Situation:
    return full_situation(2)


@cache
def report(kind: str, language: str = "da") -> PrintedDocument:
    return printed(kind, *report_of(kind, full(), language))


# ---- conformity


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_accessible_and_archivable(kind: str, language: str) -> None:
    document = report(kind, language)
    assert failures(document.data) == []
    assert document.missing_glyphs == ()
    assert not has_images(document.data)
    assert all("SourceSans3" in name or "DejaVu" in name for name in font_names(document.data))


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_content_gives_the_same_bytes(kind: str) -> None:
    assert printed(kind, *report_of(kind, full())).data == report(kind).data


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_is_led_through_it(kind: str) -> None:
    document = report(kind)
    found = headings(document.data)
    assert found[0] == ("H1", document.title)
    levels = [int(level[1]) for level, _ in found]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    with pikepdf.open(io.BytesIO(document.data)) as pdf, pdf.open_outline() as outline:
        assert outline.root[0].title == document.title
        assert len(outline.root[0].children) == levels.count(2)


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_has_words_and_every_table_heads(kind: str) -> None:
    tree = structure(report(kind).data)
    figures = tree.all("Figure")
    assert figures
    assert all(len(figure.alt) > 40 for figure in figures)
    tables = tree.all("Table")
    assert tables
    for table in tables:
        scopes = [node.attributes for node in table.all("TH")]
        assert any("Column" in scope for scope in scopes)
        assert any("Row" in scope for scope in scopes)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_date_mark_and_number(kind: str, language: str) -> None:
    document, tr = report(kind, language), translator(language)
    content = report_of(kind, full(), language)[0]
    public = kind in ("public sheet", "quarterly")
    mark = "May be published" if public else "FOR OFFICIAL USE ONLY"
    for number, said in enumerate(page_texts(document.data), start=1):
        assert tr.say("Data as of {date}", date=content.head.data_date) in said
        assert tr.say(mark) in said
        pages = str(document.pages)
        assert tr.say("Page {page} of {pages}", page=str(number), pages=pages) in said


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_outside_the_margins(kind: str) -> None:
    content, plots = report_of(kind, full_situation(1))
    bare = replace(content, head=replace(content.head, mark=""))
    for one in pypdfium2.PdfDocument(printed(kind, bare, plots).data):
        textpage = one.get_textpage()
        for at in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(at)
            assert left >= 24.5 * MM and right <= 192 * MM  # a space ends a line for the ear
            assert bottom >= 9 * MM and top <= 288 * MM


# ---- what is said


def test_the_sheet_says_all_there_is_about_a_metric() -> None:
    said = spoken(report("sheet").data)
    for part in (
        "43.000", "25.000 personer", "EKS01", "Danmarks Statistik", "36.000 personer (2027)",
        "var 41.000 personer: revideret af Danmarks Statistik", "30.000 personer (2030)",
        "Aftalen blev udvidet.", "Koordinationsudvalget (eksempel)", "Kvinder",
        "+20.500", "(ingen ændring)", "Nødvendigt efter seneste tal", "growth-ratio",
    )[:-1]:  # fmt: skip
        assert part in said, part
    assert report("sheet").pages <= 3


def test_the_leader_s_page_is_one_page() -> None:
    first, second, *_ = page_texts(report("stocktake").data)
    for part in ("Data er fra 2020.", "Skal forsøget udvides?", "Sandsynlig", "Tallene følger"):
        assert part in first, part
    assert "Forpligtelser" in second
    whole = spoken(report("stocktake").data)
    assert "Forsøget fortsætter." in whole
    assert "1 initiativ har intet skøn." in whole


def test_a_pack_of_all_missions_begins_with_all_of_them() -> None:
    first = page_texts(report("stocktake of all").data)[0]
    for number in (1, 2):
        assert f"M{number} Færre unge" in first
    assert "Skal forsøget udvides?" in first
    assert "Data skal skaffes." in first
    names = [text for level, text in headings(report("stocktake of all").data) if level == "H2"]
    assert sum(name.startswith("M") and "Færre" in name for name in names) == 2


def test_the_quarterly_report_carries_its_data() -> None:
    document = report("quarterly")
    with pikepdf.open(io.BytesIO(document.data)) as pdf:
        names = set(pdf.attachments)
        assert {"open-data.json", "open-data-fields.json", "open-data-metrics.csv"} <= names
        assert all(str(one.AFRelationship) == "/Data" for one in pdf.Root.AF)
    said = spoken(document.data)
    assert "I 3. kvartal 2026 blev disse milepæle nået" in said
    assert "4. kvartal 2026" in said
    assert "29 % kom i job mod 17 %." in said


@pytest.mark.parametrize("kind", KINDS)
def test_the_english_report_is_english(kind: str) -> None:
    said = spoken(report(kind, "en").data)
    for word in ("Kilde", "Milepæl", "Nøgletal", "Beskæftigelse"):
        assert word not in said


# ---- unusual data


def bare_situation() -> Situation:
    mission = make.a_mission()
    return situation_of(
        (make.a_secretariat(), mission, make.a_stocktake(mission=mission.id), make.a_stocktake())
    )


def without_figures() -> Situation:
    mission = make.a_mission()
    metric = make.a_metric(mission=mission.id, target_value=None, baseline_value=None)
    return situation_of((make.a_secretariat(), mission, metric))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("now", [bare_situation(), without_figures()], ids=["bare", "no figures"])
def test_little_data_make_a_decent_page(kind: str, now: Situation) -> None:
    document = printed(kind, *report_of(kind, now))
    assert failures(document.data) == []
    assert "Figure" not in structure_roles(document.data)
    assert "None" not in spoken(document.data)


def test_no_mission_at_all_makes_a_report() -> None:
    now = situation_of((make.a_secretariat(), make.a_stocktake()))
    for kind in ("stocktake of all", "quarterly"):
        document = printed(kind, *report_of(kind, now))
        assert failures(document.data) == []
        assert "Der er endnu ingen aftalt mission." in spoken(document.data)


# ---- hostile text

HOSTILE = (
    '<b>unclosed & </b> <img src="file:///etc/passwd"/> {name} %s $x^2$ '
    "\x00\x1b[31m \u202eevil\u202c 漢字 \U0001f600 שלום \ud800 <onDraw name='x'/> "
    + "Arbejdsmarkedsuddannelsesrådgivningskoordinatorfunktionsbeskrivelse"
    * 2
)
_KEPT = {
    "language", "created", "tone", "data", "media_type", "numbers", "key", "status", "missions",
}  # fmt: skip


def hostile(value: Any, text: str) -> Any:
    """Every text of a report replaced by ``text``."""
    if isinstance(value, str):
        return text if value else value
    if isinstance(value, tuple):
        return tuple(hostile(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in fields(value):
            old = getattr(value, field.name)
            if isinstance(old, MappingProxyType | dict):
                changes[field.name] = {key: hostile(one, text) for key, one in old.items()}
            elif field.name == "name" and hasattr(value, "media_type"):
                continue  # attachments need names of their own
            elif field.name not in _KEPT or isinstance(old, tuple):
                changes[field.name] = old if field.name in _KEPT - {"missions"} else hostile(
                    old, text
                )  # fmt: skip
        return replace(value, **changes)
    return value


@pytest.mark.parametrize("kind", ["sheet", "stocktake", "quarterly"])
def test_hostile_text_in_every_field_is_only_text(kind: str) -> None:
    content, plots = report_of(kind, full_situation(1))
    document = printed(kind, hostile(content, HOSTILE), hostile(plots, HOSTILE))
    assert failures(document.data) == []
    assert "字" in document.missing_glyphs
    text = "".join(page_texts(document.data))
    assert "<b>unclosed" in text
    assert "passwd" in text


@pytest.mark.parametrize(
    ("kind", "text"),
    [("sheet", "ord " * 150), ("stocktake", "x" * 500), ("quarterly", "W" * 60)],
    ids=["words", "one", "W"],
)
def test_text_of_any_length_finds_its_pages(kind: str, text: str) -> None:
    content, plots = report_of(kind, full_situation(1))
    document = printed(kind, hostile(content, text), hostile(plots, text))
    assert failures(document.data) == []


@settings(max_examples=8, deadline=None)
@given(text=st.text(max_size=120), kind=st.sampled_from(KINDS))
def test_any_text_is_printed_or_reported(text: str, kind: str) -> None:
    content, plots = report_of(kind, full_situation(1))
    spoiled = hostile(content, text or "x")
    # A title has words of our own in it, so it never is empty.
    spoiled = replace(spoiled, head=replace(spoiled.head, title=f"Titel {text}"))
    document = printed(kind, spoiled, hostile(plots, text or "x"))
    assert document.data.startswith(b"%PDF-")
    drawable = repertoire(Face.REGULAR) | repertoire(Face.FALLBACK)
    for character in document.missing_glyphs:
        assert ord(character) not in drawable or unicodedata.bidirectional(character) in "RAL"


@pytest.mark.parametrize("span", ["36.405 til 38.535", "36,405 to 38,535", "−1,25 til −0,75"])
def test_spans_stand_to_the_right_in_every_language(span: str) -> None:
    rows = [("2027", span, "Forventet"), ("2028", "–", "12. november 2026")]
    assert parts._numbers(rows) == {1}
