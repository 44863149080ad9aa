# SPDX-License-Identifier: Apache-2.0
"""The mission letter: conforming, complete, in order, in the window, on two pages."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from pypdfium2.raw import FPDFText_GetUnicode

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents.letter import print_letter
from missiondesk.documents.letter.foot import copied_to
from missiondesk.documents.printed import PrintedDocument
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import CommitmentRow, LetterContent, MissionLine, TextBlock
from missiondesk.language import translator
from tests.documents.letters_of import (
    SIGNATORIES,
    a_draft,
    a_letter,
    a_trajectory,
    annex_titles,
    bare_letter,
    long_letter,
)
from tests.documents.spoken import headings, spoken, structure_roles

MM = 72 / 25.4
PROFILES = ("ua1", "3a")


def _validated(document: PrintedDocument, folder: Path) -> None:
    path = folder / "letter.pdf"
    path.write_bytes(document.data)
    for profile in PROFILES:
        failures = page.validate_pdf(str(path), profile=profile).failures
        assert not failures, (profile, failures)


def _pages(document: PrintedDocument) -> list[str]:
    pdf = pypdfium2.PdfDocument(document.data)
    return [one.get_textpage().get_text_bounded().replace("\r\n", "\n") for one in pdf]


def _page_of(document: PrintedDocument, text: str) -> int:
    found = [number for number, said in enumerate(_pages(document), start=1) if text in said]
    assert found, text
    return found[0]


def _boxes(document: PrintedDocument, text: str, number: int = 0) -> list[tuple[float, ...]]:
    """Boxes of the characters of ``text`` on a page: left, bottom, right, top in points."""
    textpage = pypdfium2.PdfDocument(document.data)[number].get_textpage()
    found = textpage.search(text).get_next()
    assert found is not None, text
    first, count = found
    return [textpage.get_charbox(at) for at in range(first, first + count)]


@pytest.fixture(scope="module")
def danish() -> PrintedDocument:
    return print_letter(a_letter(), a_trajectory())


@pytest.fixture(scope="module")
def english() -> PrintedDocument:
    return print_letter(a_letter("en"), a_trajectory("en"))


# ---- conformity


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_letter_is_accessible_and_archivable(language: str, tmp_path: Path) -> None:
    _validated(print_letter(a_letter(language), a_trajectory(language)), tmp_path)


@pytest.mark.parametrize(
    "content", [bare_letter(), long_letter(), a_draft(signatories=SIGNATORIES)],
    ids=["bare", "long", "draft"],
)  # fmt: skip
def test_so_are_the_unusual_ones(content: LetterContent, tmp_path: Path) -> None:
    _validated(print_letter(content, None if content.goal is None else a_trajectory()), tmp_path)


@pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
def test_title_and_language_are_said(language: str, tag: str) -> None:
    content = a_letter(language)
    document = print_letter(content, a_trajectory(language))
    assert document.title == content.title
    with pikepdf.open(io.BytesIO(document.data)) as pdf:
        assert str(pdf.Root.Lang) == tag
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == content.title
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_the_same_letter_gives_the_same_bytes(danish: PrintedDocument) -> None:
    assert print_letter(a_letter(), a_trajectory()).data == danish.data
    other = print_letter(a_letter(number="2026-002"), a_trajectory())
    assert other.data != danish.data


def test_there_are_no_pixels_and_few_fonts(danish: PrintedDocument) -> None:
    with pikepdf.open(io.BytesIO(danish.data)) as pdf:
        assert not [image for one in pdf.pages for image in one.get_images()]
        fonts = {str(font.BaseFont) for one in pdf.pages for font in one.Resources.Font.values()}
    assert fonts
    assert all("SourceSans3" in font or "DejaVu" in font for font in fonts)


def test_the_metric_s_data_is_attached(danish: PrintedDocument) -> None:
    with pikepdf.open(io.BytesIO(danish.data)) as pdf:
        assert pdf.attachments["m1-metric.json"].get_file().read_bytes() == a_letter().attachment
        assert str(pdf.Root.AF[0].AFRelationship) == "/Data"
    without = print_letter(a_letter(attachment=b""), None)
    with pikepdf.open(io.BytesIO(without.data)) as pdf:
        assert not pdf.attachments


# ---- content and order


def test_all_blocks_are_read_in_their_order(danish: PrintedDocument) -> None:
    content = a_letter()
    said = spoken(danish.data)
    blocks = {block.kind: block for block in content.blocks}

    def first_words(kind: BlockKind) -> str:
        return (*blocks[kind].paragraphs, *blocks[kind].bullets)[0]

    marks = [
        content.sender,
        "Sagsbehandler",
        content.handling,
        content.addressee[0],
        content.subject,
        content.salutation,
        first_words(BlockKind.CONTEXT),
        first_words(BlockKind.MISSION),
        first_words(BlockKind.GOAL),
        content.commitments[-1].text,
        content.shared[-1][0],
        content.timeline[0].title,
        content.timeline[-1].title,
        first_words(BlockKind.PORTFOLIO),
        first_words(BlockKind.COALITION),
        first_words(BlockKind.RESOURCES),
        first_words(BlockKind.SKILLS),
        first_words(BlockKind.FOLLOW_UP),
        first_words(BlockKind.PRINCIPLES),
        first_words(BlockKind.ADJUSTMENT),
        first_words(BlockKind.SIGNATURE),
        content.place_and_date,
        content.signatories[0].name,
        content.signatories[1].name,
        content.copies[0],
        content.annexes[0],
    ]
    at = 0
    for mark in marks:
        found = said.find(" ".join(mark.split()), at)
        assert found >= 0, mark
        at = found + len(mark)
    assert len(set(BlockKind)) == 22 == len(blocks)


def test_the_blocks_follow_the_order_of_the_content() -> None:
    blocks = tuple(reversed(a_letter().blocks))
    found = headings(print_letter(a_letter(blocks=blocks), a_trajectory()).data)
    read = [text for level, text in found if level == "H2"]
    assert read.index("Justering") < read.index("Opfølgning") < read.index("Missionen")


def test_headings_lead_through_the_letter(danish: PrintedDocument) -> None:
    found = headings(danish.data)
    assert found[0] == ("H1", a_letter().subject)
    shown = [block.heading for block in a_letter().blocks if block.heading]
    read = [text for level, text in found if level == "H2"]
    assert read[: len(shown)] == shown
    with pikepdf.open(io.BytesIO(danish.data)) as pdf, pdf.open_outline() as outline:
        assert outline.root[0].title == a_letter().subject


def test_a_block_that_is_not_there_leaves_no_heading() -> None:
    content = bare_letter()
    blocks = tuple(block for block in content.blocks if block.kind is not BlockKind.SKILLS)
    said = spoken(print_letter(replace(content, blocks=blocks), None).data)
    assert "Kompetencer" not in said
    assert "Bilag" not in said
    assert "Kopi til" not in said


def test_a_block_without_a_heading_is_a_paragraph() -> None:
    blocks = (TextBlock(BlockKind.SKILLS, "", ("Kun tekst.",)),)
    found = headings(print_letter(a_letter(blocks=blocks), None).data)
    assert "Kun tekst." not in {text for _, text in found}


def test_the_chart_has_words_and_a_table(danish: PrintedDocument) -> None:
    roles = structure_roles(danish.data)
    assert roles.count("Figure") == 1
    with pikepdf.open(io.BytesIO(danish.data)) as pdf:
        alts = [
            str(element.Alt)
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure"
        ]
    assert "6,6 %" in alts[0]
    assert "2030" in alts[0]
    assert "foreløbig" in _pages(danish)[2]


def test_a_metric_without_figures_has_no_empty_chart() -> None:
    empty = replace(a_trajectory(), points=(), baseline=None, target=None, path=())
    document = print_letter(a_letter(), empty)
    assert "Figure" not in structure_roles(document.data)
    assert "3,5 % (2030)" in spoken(document.data)


def test_the_caption_says_source_date_and_method(danish: PrintedDocument) -> None:
    said = spoken(danish.data)
    goal = a_letter().goal
    assert goal is not None
    for part in (goal.source, goal.data_date, "version 1"):
        assert part in said


def test_tables_have_heads_and_rows_their_headers(danish: PrintedDocument) -> None:
    roles = structure_roles(danish.data)
    assert roles.count("Table") == 7
    assert roles.count("THead") == roles.count("Table")
    assert "Caption" in roles


def test_the_english_letter_is_english(english: PrintedDocument) -> None:
    said = spoken(english.data)
    for word in ("Page", "Commitment", "Annex 1: Metric sheet", "The first 100 days", "Copies to"):
        assert word in said or word in "".join(_pages(english)), word
    assert "Bilag" not in said
    assert "Milepæl" not in said


# ---- geometry


@pytest.mark.parametrize(
    "lines",
    [
        a_letter().addressee,
        ("Ministeren", "Ministeriet"),
        ("Ministeren for børn, uddannelse og ligestilling i hele Rigsfællesskabet og Norden",) * 2
        + (
            "Eksempel Eksempelsen-Ærøskøbing",
            "Indgang 4, 3. sal",
            "Eksempelgade 2",
            "1000 K",
            "DK",
        ),
        ("Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 3,) * 6,
    ],
    ids=["usual", "short", "long", "impossible"],
)
def test_the_address_stands_in_the_window(lines: tuple[str, ...]) -> None:
    document = print_letter(a_letter(addressee=lines), None)
    textpage = pypdfium2.PdfDocument(document.data)[0].get_textpage()
    top, bottom = 297 * MM - 44 * MM, 297 * MM - 74 * MM
    inside = textpage.get_text_bounded(15 * MM, bottom, 115 * MM, top)
    first = _boxes(document, lines[0][:12])
    assert lines[0][:12] in inside.replace("\r\n", "")
    assert min(box[0] for box in first) >= 25 * MM - 0.5
    assert max(box[3] for box in first) <= 297 * MM - 47 * MM + 1
    # Nothing but the address may be seen through the window.
    outside = textpage.get_text_bounded(15 * MM, bottom - 2 * MM, 115 * MM, bottom)
    assert not outside.strip()
    above = textpage.get_text_bounded(15 * MM, top, 115 * MM, 297 * MM)
    assert a_letter().sender_lines[-1] in above


def test_the_window_can_be_moved() -> None:
    document = print_letter(a_letter(window_left_mm=20, window_top_mm=55), None)
    box = _boxes(document, "Beskæftigelsesministeren")[0]
    assert box[0] == pytest.approx(20 * MM, abs=2)
    assert 297 * MM - box[3] == pytest.approx(55 * MM, abs=6)
    subject = _boxes(document, "Missionsbrev: Færre")[0]
    assert subject[3] < box[1] - 4 * 12.8


def test_a_usual_letter_has_two_pages_and_its_annexes(
    danish: PrintedDocument, english: PrintedDocument
) -> None:
    for document, language in ((danish, "da"), (english, "en")):
        titles = [
            translator(language).say("Annex {number}: {title}", number=str(at), title=title)
            for at, title in enumerate(annex_titles(language), start=1)
        ]
        assert _page_of(document, titles[0]) == 3
        assert document.pages == 4
        signed = a_letter(language).signatories[0].name
        assert _page_of(document, signed) == 2


def test_each_page_says_its_number(danish: PrintedDocument) -> None:
    for number, said in enumerate(_pages(danish), start=1):
        assert f"2026-001 · Side {number} af {danish.pages}" in said
        assert a_letter().contact in said
    assert all(a_letter().subject in said for said in _pages(danish))


def _assert_within_margins(document: PrintedDocument) -> None:
    for one in pypdfium2.PdfDocument(document.data):
        textpage = one.get_textpage()
        for at in range(textpage.count_chars()):
            # The raw call: a letter of many pages has a hundred thousand characters.
            if chr(FPDFText_GetUnicode(textpage, at)).isspace():
                continue  # a space at the end of a line, for who hears or copies the text
            left, bottom, right, top = textpage.get_charbox(at)
            assert left >= 24.5 * MM
            assert right <= 190.5 * MM
            assert bottom >= 10 * MM
            assert top <= 287 * MM


def test_nothing_stands_outside_the_margins(danish: PrintedDocument) -> None:
    _assert_within_margins(danish)
    _assert_within_margins(print_letter(replace(long_letter(), mark=""), a_trajectory()))


@pytest.mark.parametrize("more", range(0, 14, 2))
def test_signatures_stay_with_the_closing(more: int) -> None:
    extra = tuple(
        CommitmentRow(str(6 + at), "Endnu en forpligtelse med tekst nok til to linjer i kolonnen")
        for at in range(more)
    )
    content = a_letter(signatories=SIGNATORIES, commitments=a_letter().commitments + extra)
    document = print_letter(content, a_trajectory())
    closing = content.block(BlockKind.SIGNATURE)
    assert closing is not None
    pages = {_page_of(document, closing.paragraphs[0][:20])}
    pages |= {_page_of(document, one.name) for one in SIGNATORIES}
    assert len(pages) == 1
    tops = [_boxes(document, one.name, pages.copy().pop() - 1)[0][1] for one in SIGNATORIES[1:]]
    assert tops[0] == pytest.approx(tops[1], abs=3)


@pytest.mark.parametrize("more", range(0, 30, 5))
def test_no_heading_ends_a_page(more: int) -> None:
    filler = tuple(f"Afsnit {at} med et par ord." for at in range(more))
    context = TextBlock(BlockKind.CONTEXT, "", filler)
    blocks = tuple(
        context if block.kind is BlockKind.CONTEXT else block for block in a_letter().blocks
    )
    document = print_letter(a_letter(blocks=blocks), a_trajectory())
    shown = {block.heading for block in blocks if block.heading}
    for said in _pages(document):
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        assert lines[-1] not in shown
        text = [line for line in lines if "Side" not in line and line != a_letter().contact]
        assert text[-1] not in shown


def test_a_missing_glyph_is_reported_and_a_mark_shown() -> None:
    plot = replace(a_trajectory(), title="Tallet 漢 falder")
    document = print_letter(a_draft(salutation="Kære 字"), plot)
    assert document.missing_glyphs == ("字", "漢")
    assert "UDKAST" in _pages(document)[0]


# ---- hostile text

HOSTILE = (
    '<b>unclosed & </b> <img src="file:///etc/passwd"/> {name} %s \\N{DASH} $x^2$ '
    "\x00\x1b[31m \u202eevil\u202c 漢字 \U0001f600 שלום \ud800 <onDraw name='x'/> "
    + "Arbejdsmarkedsuddannelsesrådgivningskoordinatorfunktionsbeskrivelse"
    * 3
)


def _hostile(value: Any, text: str = HOSTILE) -> Any:
    """Every text of a letter replaced by ``text``; kinds, dates and language stay."""
    if isinstance(value, BlockKind):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(_hostile(item, text) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        kept = {"language", "created", "attachment", "window_left_mm", "window_top_mm"}
        changes = {
            name: _hostile(getattr(value, name), text)
            for name in value.__dataclass_fields__
            if name not in kept and getattr(value, name)
        }
        return replace(value, **changes)
    return value


@pytest.mark.parametrize("language", ["da", "en"])
def test_hostile_text_in_every_field_is_only_text(language: str, tmp_path: Path) -> None:
    content = _hostile(a_letter(language))
    plot: TrajectoryPlot = _hostile(a_trajectory(language))
    document = print_letter(content, plot)
    _validated(document, tmp_path)
    assert "字" in document.missing_glyphs
    assert document.data == print_letter(content, plot).data
    text = "".join(_pages(document))
    assert "<b>unclosed" in text
    assert "passwd" in text


@pytest.mark.parametrize("text", ["ord " * 150, "x" * 600, "\n\n", " ", "W" * 60])
def test_text_of_any_length_finds_its_pages(text: str, tmp_path: Path) -> None:
    content = replace(_hostile(a_letter(signatories=SIGNATORIES), text), title="Titel")
    document = print_letter(content, _hostile(a_trajectory(), text))
    _validated(document, tmp_path)
    _assert_within_margins(document)


def test_many_rows_of_every_kind_go_over_pages(tmp_path: Path) -> None:
    usual = a_letter()
    many = replace(
        usual,
        commitments=usual.commitments * 20,
        timeline=usual.timeline * 30,
        copies=usual.copies * 60,
        annexes=usual.annexes * 30,
        initiatives=usual.initiatives * 40,
        shared=usual.shared * 30,
        meta=usual.meta * 12,
        signatories=SIGNATORIES * 3,
    )
    document = print_letter(many, a_trajectory())
    assert document.pages > 12
    _validated(document, tmp_path)
    _assert_within_margins(document)


def test_copies_in_one_line_begin_small_after_the_first() -> None:
    copies = ("Børne- og undervisningsminister", "Socialminister", "Danske Regioner")
    assert copied_to(copies, "da") == [copies[0], "socialminister", "Danske Regioner"]
    assert copied_to(("Minister for Health", "Minister for Finance"), "en")[1][0] == "M"


def test_the_head_of_later_pages_has_the_room_that_the_sender_leaves() -> None:
    subject = "Missionsbrev: Internationalt eksempel: Behandling inden for 18 uger (England)"
    pages = _pages(print_letter(replace(a_letter(), subject=subject), None))
    assert len(pages) > 1 and all(subject in said for said in pages[1:])


def _of_other_missions() -> LetterContent:
    usual, title = a_letter(), "Forpligtelser i andre missioner"
    return replace(
        usual,
        annexes=(*usual.annexes, title),
        elsewhere=tuple(replace(row, number=f"M12.{row.number}0") for row in usual.commitments),
    )


def test_commitments_in_other_missions_have_an_annex_that_the_text_names(tmp_path: Path) -> None:
    document = print_letter(_of_other_missions(), a_trajectory())
    text = " ".join(" ".join(_pages(document)).split())
    assert "Bilag 4 viser de 5 forpligtelser i andre missioner, som du leder eller deler." in text
    assert "Bilag 4: Forpligtelser i andre missioner" in text
    assert all(f"M12.{number}0" in text for number in range(1, 6)), "no number is broken"
    _validated(document, tmp_path)


@pytest.mark.parametrize("text", ["", HOSTILE, "W" * 60])
def test_a_letter_about_all_missions_has_a_table_of_them(text: str, tmp_path: Path) -> None:
    line = MissionLine("M12", "Færre unge uden job", "Andel", "3,5 % (2030)", "Socialminister, Å")
    rows = (_hostile(line, text) if text else line,) * 30
    document = print_letter(
        replace(bare_letter(), missions=rows, mission_code="", mission_title=""), None
    )
    _validated(document, tmp_path)
    _assert_within_margins(document)
    if not text:
        assert "".join(_pages(document)).count("3,5 % (2030)") == 30
