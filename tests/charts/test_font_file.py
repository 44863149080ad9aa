# SPDX-License-Identifier: Apache-2.0
"""Widths of characters, read without the chart library, are those of the font file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib.ft2font import FT2Font, LoadFlags

from missiondesk.charts.font_file import FontFile
from missiondesk.system.resources import resource

FACES = ("SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Bold", "DejaVuSans")


@pytest.mark.parametrize("face", FACES)
def test_every_character_has_the_glyph_that_the_library_draws(face: str) -> None:
    path = Path(resource("fonts", f"{face}.ttf"))
    ours, theirs = FontFile(path), FT2Font(str(path))
    assert ours.units_per_em == theirs.units_per_EM
    drawn = theirs.get_charmap()
    for code in range(0x20, 0x1F800):
        assert ours.glyph(chr(code)) == drawn.get(code, 0), hex(code)


@pytest.mark.parametrize("face", FACES)
def test_latin_characters_are_as_wide_as_the_library_draws_them(face: str) -> None:
    # A composed glyph may be drawn with the width of its letter: "å" with that of "a".
    path = Path(resource("fonts", f"{face}.ttf"))
    ours, theirs = FontFile(path), FT2Font(str(path))
    for code in (*range(0x20, 0x7F), *range(0xA0, 0x100), 0x2013, 0x2019, 0x201C, 0x2026):
        drawn = theirs.load_char(code, flags=LoadFlags.NO_SCALE).horiAdvance
        assert ours.advance(ours.glyph(chr(code))) == pytest.approx(drawn, abs=1), hex(code)


def test_a_chart_is_measured_without_the_library() -> None:
    said = (
        "import sys; from missiondesk.charts.lettering import Face, text_width, wrapped;"
        "wrapped('Ærø og Århus → 2030', Face.BOLD, 9, 40, 2); text_width('kr.', Face.REGULAR, 8);"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
