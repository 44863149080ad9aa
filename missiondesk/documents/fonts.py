# SPDX-License-Identifier: Apache-2.0
"""The fonts on paper: Source Sans 3 in five faces, DejaVu Sans for what it lacks; all embedded."""

from __future__ import annotations

import threading
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from missiondesk.documents.subset_font import SubsetFont
from missiondesk.system.resources import resource


class Face(StrEnum):
    """The faces; each value is the font's name in ReportLab and its file's stem."""

    REGULAR = "SourceSans3-Regular"
    ITALIC = "SourceSans3-Italic"
    SEMIBOLD = "SourceSans3-SemiBold"
    BOLD = "SourceSans3-Bold"
    BOLD_ITALIC = "SourceSans3-BoldItalic"
    FALLBACK = "DejaVuSans"
    FALLBACK_BOLD = "DejaVuSans-Bold"


FACE_OF = {face.value: face for face in Face}  # quicker than asking the enumeration
_TEXT_FACES = (Face.REGULAR, Face.ITALIC, Face.SEMIBOLD, Face.BOLD, Face.BOLD_ITALIC)
_FALLBACK_FACES = (Face.FALLBACK, Face.FALLBACK_BOLD)
_HEAVY = frozenset({Face.SEMIBOLD, Face.BOLD, Face.BOLD_ITALIC, Face.FALLBACK_BOLD})
# Family, bold, italic -> face, as <b> and <i> in a paragraph ask for it. A face belongs to the
# family in which it is named last.
_TEXT_FAMILIES = (
    ("SourceSans3-SemiBold", 0, 0, Face.SEMIBOLD),
    ("SourceSans3-SemiBold", 0, 1, Face.BOLD_ITALIC),
    ("SourceSans3-SemiBold", 1, 0, Face.BOLD),
    ("SourceSans3-SemiBold", 1, 1, Face.BOLD_ITALIC),
    ("SourceSans3", 0, 0, Face.REGULAR),
    ("SourceSans3", 0, 1, Face.ITALIC),
    ("SourceSans3", 1, 0, Face.BOLD),
    ("SourceSans3", 1, 1, Face.BOLD_ITALIC),
)
_FALLBACK_FAMILIES = (
    ("DejaVuSans", 1, 1, Face.FALLBACK_BOLD),
    ("DejaVuSans", 1, 0, Face.FALLBACK_BOLD),
    ("DejaVuSans", 0, 1, Face.FALLBACK),
    ("DejaVuSans", 0, 0, Face.FALLBACK),
)
_lock = threading.Lock()


def register_fonts() -> None:
    """Make the five text faces known to ReportLab; cheap when done before.

    The fallback faces are larger and seldom needed: they are read when a character asks for them.

    Raises:
        FileNotFoundError: The program was installed without its fonts.
    """
    _text_fonts()


def fallback_of(face: Face) -> Face:
    """The face that steps in where ``face`` has no glyph: upright, in the nearest weight."""
    return Face.FALLBACK_BOLD if face in _HEAVY else Face.FALLBACK


@cache
def repertoire(face: Face) -> frozenset[int]:
    """Code points that ``face`` can draw."""
    return frozenset(code for code, glyph in _loaded(face).face.charToGlyph.items() if glyph)


def text_width(text: str, face: Face, size: float) -> float:
    """Width in points of ``text``, all of it in one face."""
    width: float = _loaded(face).stringWidth(text, size)
    return width


@lru_cache(maxsize=16384)
def word_width(word: str, face: Face, size: float) -> float:
    """`text_width` of what is measured again and again."""
    return text_width(word, face, size)


def encoded(text: str, face: Face, document: Any) -> list[tuple[str, bytes]]:
    """``text`` as ``document``'s subsets of the face write it: font names with their codes."""
    # Straight through the codes given so far, as long as all are of the first subset.
    given = document.__dict__.setdefault("_codes_given", {})
    known = given.get(face)
    if known is not None:
        name, code_of = known
        try:
            return [(name, bytes(map(code_of, map(ord, text.replace("\u00a0", " ")))))]
        except (KeyError, ValueError):
            pass
    font = _loaded(face)
    found = [
        (font.getSubsetInternalName(subset, document), codes)
        for subset, codes in font.splitString(text, document)
    ]
    if known is None and found:
        code_of = font.state[document].assignments.__getitem__
        given[face] = font.getSubsetInternalName(0, document), code_of
    return found


def _loaded(face: Face) -> TTFont:
    return (_fallback_fonts() if face in _FALLBACK_FACES else _text_fonts())[face]


@cache
def _text_fonts() -> dict[Face, TTFont]:
    return _registered(_TEXT_FACES, _TEXT_FAMILIES)


@cache
def _fallback_fonts() -> dict[Face, TTFont]:
    return _registered(_FALLBACK_FACES, _FALLBACK_FAMILIES)


def _registered(
    faces: tuple[Face, ...], families: tuple[tuple[str, int, int, Face], ...]
) -> dict[Face, TTFont]:
    with _lock:
        fonts = {face: _read(face) for face in faces}
        # After all faces are registered, since registering maps a font to itself in every weight.
        for family, bold, italic, face in families:
            addMapping(family, bold, italic, face.value)
        return fonts


def _read(face: Face) -> TTFont:
    # Asking ReportLab for a name it does not know makes it look for such a file on the machine.
    if face.value not in pdfmetrics.getRegisteredFontNames():
        path = resource("fonts", f"{face.value}.ttf")
        # Shaping moves glyphs away from their widths and fails both PDF profiles.
        font = SubsetFont(face.value, str(path), shapable=False)
        pdfmetrics.registerFont(font)
        # registerFont says nothing when it has seen the face under another name and keeps that one.
        if pdfmetrics.getFont(face.value) is font:
            return font
    elif (known := pdfmetrics.getFont(face.value)).face.filename.endswith(f"{face.value}.ttf"):
        return known
    raise RuntimeError(f"another font goes by the name {face.value}")
