# SPDX-License-Identifier: Apache-2.0
"""The short way for plain text breaks and places every line as ReportLab's own paragraph does."""

from __future__ import annotations

import datetime
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.enums import TA_LEFT
from reportlab.platypus import Paragraph

from missiondesk.documents import style as look
from missiondesk.documents.escaping import MissingGlyphs, bold, escape
from missiondesk.documents.fonts import register_fonts
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.metadata import DocumentInfo
from missiondesk.documents.tagged.paragraph import CellParagraph, TaggedParagraph
from missiondesk.documents.tagged.plain_text import broken, is_plain, plain_fragment

INFO = DocumentInfo("Prøve", "da-DK", datetime.date(2026, 11, 25))
STYLES = (
    look.BODY,
    look.CELL_NUMBER,
    look.CELL_HEAD,
    look.BODY.clone("first line in", firstLineIndent=40),
    look.BODY.clone("all in", leftIndent=18),
)
WORDS = st.text("aeiouæøåé–%.,()&<>\"'\u00a0 0123456789BKMS−", max_size=140)


@given(WORDS, st.sampled_from(STYLES), st.floats(60, 460))
@settings(max_examples=300, deadline=None)
def test_lines_are_broken_as_by_reportlab(text: str, style: Any, width: float) -> None:
    register_fonts()
    markup = escape(text, MissingGlyphs())
    fragment = plain_fragment(markup, style)
    theirs = Paragraph(str(markup), style)
    if fragment is None:
        assert not text.replace("\u00a0", " ").strip() or "<font" in markup
        return
    assert "".join(one.text for one in theirs.frags) == fragment.text
    if len(theirs.frags) > 1:  # its parser parts the text at < and &
        return
    room = width - style.leftIndent - style.rightIndent
    ours = broken(fragment, style, [room - style.firstLineIndent, room])
    theirs.wrap(width, 1e6)
    if ours is None:  # a word longer than a line is broken by ReportLab
        assert theirs.blPara.lines
        return
    assert [words for _, words in ours.lines] == [words for _, words in theirs.blPara.lines]
    for (mine, _), (other, _) in zip(ours.lines, theirs.blPara.lines, strict=True):
        assert mine == pytest.approx(other)


class _TheirDrawing(TaggedParagraph):
    def draw_text(self) -> None:
        Paragraph.draw(self)


def _letters(paragraphs: list[TaggedParagraph]) -> list[tuple[str, tuple[int, ...]]]:
    canvas = TaggedCanvas(INFO, (300, 400))
    top = 380.0
    for one in paragraphs:
        top -= one.wrap(200, 400)[1] + 4
        one.drawOn(canvas, 20.0, top)
    page = pypdfium2.PdfDocument(canvas.finished())[0]
    text = page.get_textpage()
    said = text.get_text_range()
    boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    return [
        (character, tuple(round(side * 20) for side in box[:2]))
        for character, box in zip(said, boxes, strict=False)
        if character.strip()
    ]


def test_every_character_stands_where_reportlab_would_put_it() -> None:
    texts = (
        "Unge uden job og uddannelse får en voksen, der følger dem hele vejen i Ærø & omegn.",
        "1.\u00a0kvartal 2027, −0,6 procentpoint <ikke> endeligt",
        "Kommuner, skoler og virksomheder har hver deres del af svaret, og ingen løser det alene",
        "x",
    )
    lines = "Ministeriet for Børn & Unge\nEksempelgade 1, hvor en lang linje brydes et sted\n1000 K"
    mine: list[TaggedParagraph] = []
    theirs: list[TaggedParagraph] = []
    for style in STYLES:
        for text in (*texts, lines) if style.alignment == TA_LEFT else texts:
            markup = escape(text, MissingGlyphs())
            mine += [TaggedParagraph(markup, style), CellParagraph(markup, style)]
            theirs += [_TheirDrawing(markup, style), _TheirDrawing(markup, style)]
    for at in range(0, len(mine), 6):
        ours = _letters(mine[at : at + 6])
        others = _letters(theirs[at : at + 6])
        assert all(is_plain(one) for one in mine[at : at + 6])
        for (character, place), (other, other_place) in zip(ours, others, strict=True):
            assert character == other
            assert max(abs(a - b) for a, b in zip(place, other_place, strict=True)) <= 1


def test_what_has_markup_is_left_to_reportlab() -> None:
    missing = MissingGlyphs()
    assert plain_fragment(escape("en\n\ntom linje", missing), look.BODY) is None
    assert plain_fragment(bold(escape("fed", missing)), look.BODY) is None
    right = look.CELL_NUMBER
    assert broken(plain_fragment(escape("to\nlinjer", missing), right), right, [90, 90]) is None
    assert plain_fragment(escape("", missing), look.BODY) is None
    fragment = plain_fragment(escape("Ordetsomerlangt", missing), look.BODY)
    assert broken(fragment, look.BODY, [20, 20]) is None
    assert broken(fragment, look.BODY.clone("hyphens", hyphenationLang="da_DK"), [90, 90]) is None
