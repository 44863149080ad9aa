# SPDX-License-Identifier: Apache-2.0
"""The document set on paper: conforming, whole, one page where one page is promised."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest

from missiondesk.documents.printed import PrintedDocument
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from tests import builders as make
from tests.documents.document_set_of import KINDS, made, printed, whole_situation
from tests.documents.inspection import failures, has_images, page_texts, squeezed, structure
from tests.documents.reports_of import full_situation, situation_of
from tests.documents.spoken import headings, spoken
from tests.documents.test_reports import HOSTILE, hostile

MM = 72 / 25.4
BARE = ("one-pager", "annex", "half-year", "half-year of one", "letters", "commitments", "review")


@cache
def document(kind: str, language: str = "da") -> PrintedDocument:
    return printed(kind, *made(kind, whole_situation(), language))


# ---- conformity


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_accessible_archivable_and_complete(kind: str, language: str) -> None:
    one, tr = document(kind, language), translator(language)
    head = made(kind, whole_situation(), language)[0].head
    assert failures(one.data) == []
    assert one.missing_glyphs == ()
    assert not has_images(one.data)
    texts = page_texts(one.data)
    for number, said in enumerate(texts, start=1):
        assert tr.say("Data as of {date}", date=head.data_date) in said
        assert tr.say("FOR OFFICIAL USE ONLY") in said
        assert tr.say("Page {page} of {pages}", page=str(number), pages=str(one.pages)) in said
        assert head.reference in said
    assert tr.say("internal version") in texts[0]
    dated = tr.say("dated {date}", date=Period("2026-11-02"))
    assert squeezed(dated) in squeezed(texts[0])
    assert "Message(" not in "".join(texts)


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_is_led_through_it(kind: str) -> None:
    found = headings(document(kind).data)
    assert found[0] == ("H1", document(kind).title)
    levels = [int(level[1]) for level, _ in found]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    tree = structure(document(kind).data)
    assert all(len(figure.alt) > 40 for figure in tree.all("Figure"))
    for table in tree.all("Table"):
        scopes = [node.attributes for node in table.all("TH")]
        assert any("Column" in scope for scope in scopes)
        assert any("Row" in scope for scope in scopes)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_outside_the_margins(kind: str) -> None:
    for one in pypdfium2.PdfDocument(document(kind).data):
        textpage = one.get_textpage()
        width, height = one.get_size()
        for at in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(at)
            assert left >= 24.5 * MM and right <= width - 18 * MM
            assert bottom >= 9 * MM and top <= height - 9 * MM


def test_the_same_content_gives_the_same_bytes() -> None:
    for kind in ("one-pager", "memo"):
        assert printed(kind, *made(kind, whole_situation())).data == document(kind).data


# ---- one page is one page


@pytest.mark.parametrize(
    "text",
    ["ord " * 400, "En sætning om det. " * 90, "x" * 900, "W" * 60, "Kort."],
    ids=["words", "sentences", "one", "W", "short"],
)
def test_the_one_pager_is_one_page_whatever_it_says(text: str) -> None:
    content, plot = made("one-pager", full_situation(1))
    longer = replace(
        hostile(content, text),
        milestones=(text,) * 20,
        who=((text[:20], text),) * 4,
        money=((text[:20], text),) * 8,
    )
    for chart in (plot, None):
        one = printed("one-pager", longer, chart)
        assert one.pages == 1
        assert failures(one.data) == []


def test_the_one_pager_says_that_it_was_shortened() -> None:
    content, plot = made("one-pager", full_situation(1))
    assert "forkortet" not in spoken(printed("one-pager", content, plot).data)
    sentences = " ".join(f"Sætning nummer {number} er her." for number in range(90))
    said = spoken(printed("one-pager", replace(content, narrative=sentences), plot).data)
    assert "… forkortet; den fulde tekst findes i arbejdsfilen" in said
    assert "Sætning nummer 9 er her." in said
    assert "er her. …" in said  # at the end of a sentence


def test_what_does_not_fit_is_counted() -> None:
    content, plot = made("one-pager", full_situation(1))
    many = replace(content, milestones=tuple(f"{2027 + at}: Milepæl" for at in range(40)))
    said = spoken(printed("one-pager", many, plot).data)
    assert "2027: Milepæl" in said
    shown = said.count(": Milepæl")
    assert f"og {40 - shown} til" in said


# ---- hostile and unusual data


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "half-year"])
def test_hostile_text_in_every_field_is_only_text(kind: str) -> None:
    content, plots = made(kind, whole_situation())
    one = printed(kind, hostile(content, HOSTILE), hostile(plots, HOSTILE))
    assert failures(one.data) == []
    assert "字" in one.missing_glyphs
    assert "<b>unclosed" in "".join(page_texts(one.data))


@pytest.mark.parametrize("kind", BARE)
def test_little_data_make_a_decent_page(kind: str) -> None:
    now = situation_of((make.a_secretariat(), make.a_mission()))
    one = printed(kind, *made(kind, now))
    assert failures(one.data) == []
    assert "None" not in spoken(one.data)


def test_no_data_at_all_are_told() -> None:
    now = situation_of((make.a_secretariat(),))
    for kind, words in (
        ("letters", "Der er ikke skrevet noget brev."),
        ("commitments", "Der er ingen forpligtelser."),
        ("review", "Der er ikke registreret noget initiativ."),
        ("half-year", "Der er endnu ingen aftalt mission."),
    ):
        assert words in spoken(printed(kind, *made(kind, now)).data)


def long_register(rows: int) -> Situation:
    mission = make.a_mission()
    of = {"mission": mission.id}
    return situation_of(
        [make.a_secretariat(), mission]
        + [make.a_commitment(number=at, text=Wording(f"Nr. {at}"), **of) for at in range(rows)]
    )


def test_a_long_register_repeats_its_heads_and_loses_no_row() -> None:
    one = printed("commitments", *made("commitments", long_register(150)))
    assert one.pages > 3
    texts = page_texts(one.data)
    # The heads stand on each page of the table; the last may hold but the method.
    assert all("Forpligtelse og mål" in said for said in texts[:-1])
    (table,) = structure(one.data).all("Table")
    assert len(table.all("TR")) == 151
    assert failures(one.data) == []
