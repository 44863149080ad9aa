# SPDX-License-Identifier: Apache-2.0
"""The gate for text on its way to paper."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import characters, text

from missiondesk.documents.escaping import (
    BOX,
    Markup,
    MissingGlyphs,
    bold,
    clean_text,
    escape,
    joined,
    link,
    one_line,
    runs,
)
from missiondesk.documents.fonts import Face, repertoire

ANY_TEXT = text(characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Ærø & Åkesson", "Ærø &amp; Åkesson"),
        ("<b>unclosed", "&lt;b&gt;unclosed"),
        ('<img src="file:///etc/hostname"/>', '&lt;img src="file:///etc/hostname"/&gt;'),
        ("one\r\ntwo\u2028three", "one<br/>two<br/>three"),
        ("a\tb\x00\x07c", "a bc"),
        ("abc\u202edef\u2066ghi\ufeff", "abcdefghi"),
        ("soft\u00adhyphen", "softhyphen"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("e\u0301", "é"),
        ("10\u202f000\u2007kr.", "10\u00a0000\u00a0kr."),
        ("heart\ufe0f", "heart"),
    ],
)
def test_text_is_shown_and_never_obeyed(given_text: str, expected: str) -> None:
    assert escape(given_text, MissingGlyphs()) == expected


def test_what_the_text_face_lacks_the_fallback_draws() -> None:
    missing = MissingGlyphs()
    markup = escape("sne ☃ her", missing)
    assert markup == 'sne <font face="DejaVuSans">☃</font> her'
    assert 'face="DejaVuSans-Bold"' in escape("☃", missing, Face.BOLD)
    assert missing.characters == ()


def test_what_no_font_draws_is_a_box_and_is_reported() -> None:
    missing = MissingGlyphs()
    assert escape("a漢b字c漢", missing) == f"a{BOX}b{BOX}c{BOX}"
    assert missing.characters == ("字", "漢")


def test_a_report_comes_for_each_document_though_the_runs_are_remembered() -> None:
    for _ in range(2):
        missing = MissingGlyphs()
        runs("樹", missing)
        assert missing.characters == ("樹",)


@pytest.mark.parametrize("script", ["שלום", "سلام", "\ue000"])
def test_what_would_read_wrongly_is_a_box(script: str) -> None:
    missing = MissingGlyphs()
    assert escape(script, missing) == BOX * len(script)
    assert set(missing.characters) == set(script)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "http://example.org", "file:///x", "document:x", "#x", "", "https://"],
)
def test_only_safe_addresses_become_links(address: str) -> None:
    assert link(address, Markup("text")) == "text"


def test_a_link_keeps_its_address() -> None:
    made = link('https://example.org/æ?a=1&b="2"', Markup("text"))
    assert 'href="https://example.org/%C3%A6?a=1&amp;b=%222%22"' in made


def test_parts_are_joined_as_they_are() -> None:
    whole = joined([bold(Markup("a")), Markup("b")], " < ")
    assert whole == "<b>a</b> &lt; b"
    assert isinstance(whole, Markup)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(given_text: str) -> None:
    once = clean_text(given_text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not [c for c in once if unicodedata.category(c) in ("Cf", "Cs") or ord(c) in (0, 0x1B)]
    assert "\n" not in one_line(given_text)


@given(ANY_TEXT, st.sampled_from([Face.REGULAR, Face.BOLD]))
def test_every_run_is_drawn_by_its_face(given_text: str, face: Face) -> None:
    missing = MissingGlyphs()
    found = runs(given_text, missing, face)
    for run in found:
        assert {ord(c) for c in run.text if c != "\n"} <= repertoire(run.face)
    drawn = "".join(run.text for run in found)
    for shown, wanted in zip(drawn, clean_text(given_text), strict=True):
        assert shown == wanted or (shown == BOX and wanted in missing.characters)
