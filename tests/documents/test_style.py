# SPDX-License-Identifier: Apache-2.0
"""The look on paper."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle

from missiondesk.documents import style


def luminance(colour: Color) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.red, colour.green, colour.blue)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "name", ["INK", "QUIET", "ACCENT", "TARGET", "TARGET_TEXT", "GOOD", "WAIT", "BAD", "UNKNOWN"]
)
def test_words_can_be_read_on_white(name: str) -> None:
    assert contrast(getattr(style, name), style.WHITE) >= 4.5


def test_text_can_be_read_over_the_watermark() -> None:
    assert contrast(style.INK, style.WATERMARK) >= 13
    assert contrast(style.QUIET, style.WATERMARK) >= 4.5


def test_nothing_is_smaller_than_can_be_read() -> None:
    styles = [each for each in vars(style).values() if isinstance(each, ParagraphStyle)]
    assert len(styles) > 10
    for each in styles:
        assert each.fontSize >= style.SMALLEST
        assert each.bulletFontName.startswith("SourceSans3")
    with pytest.raises(ValueError, match="below"):
        style.paragraph_style("tiny", size=7)
