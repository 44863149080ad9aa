# SPDX-License-Identifier: Apache-2.0
"""Lines for the canvas."""

from __future__ import annotations

from hypothesis import given
from hypothesis.strategies import characters, floats, integers, text

from missiondesk.documents.escaping import MissingGlyphs, one_line, runs_width
from missiondesk.documents.fonts import Face
from missiondesk.documents.roadmap.wrapping import NOTHING, WrappedText, wrapped


def lines_of(found: WrappedText) -> list[str]:
    return ["".join(run.text for run in line) for line in found.lines]


def wrap(given_text: str, width: float, most: int = 3) -> WrappedText:
    return wrapped(given_text, Face.REGULAR, 8.5, width, most, MissingGlyphs())


def test_short_text_stays_on_a_line() -> None:
    assert lines_of(wrap("Fælles datagrundlag", 200)) == ["Fælles datagrundlag"]


def test_lines_break_between_words_and_end_with_a_space() -> None:
    found = wrap("Praktik med mentor i små virksomheder", 90)
    assert lines_of(found) == ["Praktik med mentor i ", "små virksomheder"]
    assert found.whole


def test_what_does_not_fit_is_cut_and_says_so() -> None:
    found = wrap("ord " * 200, 90, 2)
    assert not found.whole
    assert lines_of(found)[-1].endswith("…")
    assert len(found.lines) == 2


def test_a_long_word_is_broken() -> None:
    word = "Planlægningsstabiliseringsperiode"
    assert "".join(lines_of(wrap(word, 60, 5))).replace(" ", "") == word


def test_nothing_is_nothing() -> None:
    assert wrap(" \u200b ", 60) is NOTHING


def test_a_space_may_follow() -> None:
    assert lines_of(wrap("Mission", 100).spaced()) == ["Mission "]
    assert NOTHING.spaced() is NOTHING


@given(
    text(characters(codec=None, exclude_categories=()), max_size=120),
    floats(40, 200),
    integers(1, 4),
)
def test_lines_fit_and_keep_the_text(given_text: str, width: float, most: int) -> None:
    missing = MissingGlyphs()
    found = wrapped(given_text, Face.REGULAR, 8.5, width, most, missing)
    assert len(found.lines) <= most
    for line in found.lines:
        trimmed = [run._replace(text=run.text.rstrip(" ")) for run in line[-1:]]
        assert runs_width([*line[:-1], *trimmed], 8.5) <= width + 0.01
    if found.whole:
        shown = one_line(given_text)
        for character in missing.characters:
            shown = shown.replace(character, "□")
        assert "".join(lines_of(found)).replace(" ", "") == shown.replace(" ", "")
