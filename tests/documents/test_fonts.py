# SPDX-License-Identifier: Apache-2.0
"""The fonts on paper."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics

from missiondesk.documents.fonts import (
    Face,
    fallback_of,
    register_fonts,
    repertoire,
    text_width,
)

TEXT_FACES = [face for face in Face if face.value.startswith("SourceSans3")]


def test_registering_twice_keeps_the_same_fonts() -> None:
    register_fonts()
    first = [pdfmetrics.getFont(face.value) for face in TEXT_FACES]
    register_fonts()
    assert [pdfmetrics.getFont(face.value) for face in TEXT_FACES] == first


def test_all_text_faces_draw_the_same_characters() -> None:
    assert len({repertoire(face) for face in TEXT_FACES}) == 1


@pytest.mark.parametrize("text", ["æøåÆØÅ", "äöüßéèçñł", "αβγ", "Жук", "−–—…“”»«·", "▲►●■▼○✓→"])
def test_the_text_faces_draw_what_europe_writes(text: str) -> None:
    assert {ord(character) for character in text} <= repertoire(Face.REGULAR)


def test_figures_are_as_wide_as_each_other() -> None:
    for face in TEXT_FACES:
        widths = [text_width(figure, face, 10) for figure in "0123456789"]
        assert max(widths) - min(widths) < 0.02, face


def test_the_fallback_comes_in_the_nearest_weight() -> None:
    assert fallback_of(Face.REGULAR) is Face.FALLBACK
    assert fallback_of(Face.ITALIC) is Face.FALLBACK
    assert fallback_of(Face.SEMIBOLD) is Face.FALLBACK_BOLD
    assert fallback_of(Face.BOLD) is Face.FALLBACK_BOLD
