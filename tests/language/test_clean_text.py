# SPDX-License-Identifier: Apache-2.0
"""Texts cut for a narrow place end at a word and say that they go on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.language.clean_text import brief, one_line


def test_a_short_text_ends_at_a_word() -> None:
    assert brief("Der oprettes  10.000\nlærepladser", 40) == "Der oprettes 10.000 lærepladser"
    assert brief("Der oprettes 10.000 flere lærepladser", 30) == "Der oprettes 10.000 flere…"
    assert brief("Ingen ung venter, ved ingen", 18) == "Ingen ung venter…"
    assert brief("Speciallægepraksisplanlægning", 12) == "Speciallæge…"


@given(st.text(), st.integers(4, 60))
def test_it_is_never_longer_and_never_says_anything_else(text: str, most: int) -> None:
    short = brief(text, most)
    assert len(short) <= most
    assert one_line(text).startswith(short.removesuffix("…"))
