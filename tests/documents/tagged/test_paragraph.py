# SPDX-License-Identifier: Apache-2.0
"""Paragraphs, headings, links and lists."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import characters, text

from missiondesk.documents import style
from missiondesk.documents.escaping import MissingGlyphs, clean_text, escape, joined, link
from missiondesk.documents.tagged import paragraph
from missiondesk.documents.tagged.bounded_cache import BoundedCache
from missiondesk.documents.tagged.flow import TextArea
from missiondesk.documents.tagged.lists import bullet_list, numbered_list
from missiondesk.documents.tagged.paragraph import TaggedParagraph, forget_layouts
from tests.documents.inspection import (
    failures,
    has_images,
    link_targets,
    opened,
    page_text,
    squeezed,
    structure,
)
from tests.documents.tagged.documents_of import a_heading, printed, words

NARROW = TextArea(70, 60, 120, 200)


def a_paragraph(text_: str, **arguments: Any) -> TaggedParagraph:
    return TaggedParagraph(words(text_), style.BODY, **arguments)


def test_raw_text_is_refused() -> None:
    with pytest.raises(TypeError, match="escaping"):
        TaggedParagraph("<b>raw</b>", style.BODY)  # type: ignore[arg-type]


def test_lines_are_read_as_separate_words() -> None:
    data = printed([a_paragraph("Flere unge skal i uddannelse eller job inden 2030")], NARROW)
    assert structure(data).only("P").text == "Flere unge skal i uddannelse eller job inden 2030 "


def test_a_paragraph_over_pages_is_one_element() -> None:
    sentence = "Ord og ☃ tegn i en lang tekst. "
    data = printed([a_paragraph(sentence * 60)], NARROW)
    with opened(data) as pdf:
        assert len(pdf.pages) > 3
    assert squeezed(structure(data).only("P").text) == squeezed(sentence * 60)
    assert failures(data) == []


def test_another_language_is_told() -> None:
    data = printed([a_paragraph("Dear colleague", language="en-GB", role="BlockQuote")])
    assert structure(data).only("BlockQuote").language == "en-GB"
    assert failures(data) == []


def test_links_are_elements_in_their_place() -> None:
    text_ = joined(
        [
            words("Se "),
            link("https://example.org/a?b=1&c=2", words("en lang henvisning over flere linjer")),
            words(" eller "),
            link("mailto:post@example.org", words("skriv")),
            words("."),
        ]
    )
    data = printed([TaggedParagraph(text_, style.BODY)], NARROW)
    tree = structure(data)
    assert [squeezed(node.text) for node in tree.all("Link")] == [
        "enlanghenvisningoverflerelinjer",
        "skriv",
    ]
    assert set(link_targets(data)) == {"https://example.org/a?b=1&c=2", "mailto:post@example.org"}
    assert failures(data) == []


def test_a_paragraph_that_is_all_link_is_in_its_link() -> None:
    data = printed([TaggedParagraph(link("https://example.org", words("Kilde")), style.BODY)])
    assert structure(data).only("Link").text.strip() == "Kilde"
    assert failures(data) == []


def test_a_bullet_list_has_labels_and_bodies() -> None:
    data = printed(bullet_list([words("et"), words("to " * 80), words("tre")], style.BODY))
    tree = structure(data)
    item = "LI(Lbl LBody)"
    assert tree.outline() == f"Document(H1 L({item} {item} {item}))"
    assert [node.text for node in tree.all("Lbl")] == ["•"] * 3
    assert "/Disc" in tree.only("L").attributes
    assert failures(data) == []


def test_a_numbered_list_counts_on_over_pages() -> None:
    items = [words(f"punkt {count} med flere ord end en linje rummer") for count in range(30)]
    data = printed(numbered_list(items, style.BODY, start=3), NARROW)
    tree = structure(data)
    assert [node.text for node in tree.all("Lbl")] == [f"{count}." for count in range(3, 33)]
    assert "/Decimal" in tree.only("L").attributes
    assert len(tree.all("LBody")) == 30
    assert failures(data) == []


def test_a_list_of_nothing_is_nothing() -> None:
    assert bullet_list([], style.BODY) == []


def test_an_empty_paragraph_leaves_no_element() -> None:
    assert structure(printed([a_paragraph("")])).outline() == "Document(H1)"


def test_a_word_longer_than_the_line_is_broken_and_kept() -> None:
    word = "Speciallægepraksisplanlægningsstabiliseringsperiode" * 3
    data = printed([a_paragraph(word)], NARROW)
    assert squeezed(structure(data).only("P").text) == word
    assert failures(data) == []


def test_remembered_layouts_change_no_byte() -> None:
    def story() -> list[Any]:
        linked = link("https://example.org", words("en henvisning"))
        return [
            a_paragraph("Samme tekst " * 40),
            TaggedParagraph(joined([words("Se ☃ "), linked, words(" her " * 200)]), style.BODY),
            *bullet_list([words("a " * 300)], style.BODY),
        ]

    forget_layouts()
    cold = printed(story(), NARROW)
    assert printed(story(), NARROW) == cold
    wide = printed(story())
    forget_layouts()
    assert printed(story()) == wide
    assert printed(story(), NARROW) == cold


def test_the_memory_is_bounded() -> None:
    cache: BoundedCache[int] = BoundedCache(10)
    for number in range(1000):
        cache.put(number, number)
        assert len(cache) <= 10
    assert cache.get(999) == 999
    assert cache.get(0) is None
    cache.clear()
    assert cache.get(999) is None
    a_paragraph("husket")
    forget_layouts()
    assert len(paragraph._parsed) == 0


@settings(max_examples=60)
@given(text(characters(codec=None, exclude_categories=()), max_size=80))
def test_any_text_is_shown_and_none_of_it_obeyed(given_text: str) -> None:
    missing = MissingGlyphs()
    made = TaggedParagraph(escape(given_text, missing), style.BODY)
    data = printed([made], NARROW)
    shown = clean_text(given_text)
    for character in missing.characters:
        shown = shown.replace(character, "□")
    found = "".join(node.text for node in structure(data).all("P"))
    assert squeezed(found) == squeezed(shown.replace("\n", " "))
    assert link_targets(data) == []
    assert not has_images(data)


MARKUP = [
    "<b>x", "</b>", "<i>a</b>", '<a href="javascript:x">y</a>', '<img src="http://example.org/x"/>',
    "<onDraw name='f'/>", "&amp;&lt;&#60;", "<para>x</para>", "<font color='red'>", "<br/><br/>",
    "{year} %s %(a)s {0.__class__}", "$\\frac$", "</para><link href='file:///x'>y</link>", "<!-- x",
    "<![CDATA[x]]>", "<?xml ?>", "\\n\\(", "(((", ")))",
]  # fmt: skip


@pytest.mark.parametrize("hostile", MARKUP)
def test_markup_is_only_text(hostile: str) -> None:
    data = printed([a_paragraph(hostile)])
    assert squeezed(hostile) in squeezed(page_text(data))
    assert link_targets(data) == []
    assert failures(data) == []


def test_headings_are_headings() -> None:
    data = printed([a_heading("Anden", 2), a_heading("Tredje", 3)])
    assert structure(data).outline() == "Document(H1 H2 H3)"
