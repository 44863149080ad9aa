# SPDX-License-Identifier: Apache-2.0
"""Fonts of the charts, registered by path, and the widths of text set in them."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.charts.font_file import FontFile
from missiondesk.system.resources import resource

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

_REPLACEMENT = "\u25a1"
_BREAKING_SPACE = re.compile(r"[^\S\u00a0]+")
# A face's own line box, in parts of its size (as the renderer on paper assumes).
ASCENT = 0.75
DESCENT = 0.21


class Face(Enum):
    """A face of the house: font file, family as written in the file, and its weight in there."""

    REGULAR = ("SourceSans3-Regular.ttf", "Source Sans 3", 400)
    SEMIBOLD = ("SourceSans3-SemiBold.ttf", "Source Sans 3 SemiBold", 400)
    BOLD = ("SourceSans3-Bold.ttf", "Source Sans 3", 700)

    def __init__(self, file: str, _family: str, _weight: int) -> None:
        self.file = file
        """Name of the font file in the resources."""


_FALLBACK = ("DejaVuSans.ttf", "DejaVu Sans")


@cache
def _registered() -> bool:
    from matplotlib import font_manager, rcParams

    for name in (*(face.file for face in Face), _FALLBACK[0]):
        font_manager.fontManager.addfont(str(resource("fonts", name)))
    # Hinted text is up to a tenth wider than the face says, and labels are placed by the face.
    rcParams["text.hinting"] = "no_hinting"
    return True


def properties(face: Face, size: float) -> FontProperties:
    """Font properties for ``face`` at ``size`` points, with the fallback font behind it."""
    from matplotlib import font_manager

    _registered()
    _, family, weight = face.value
    return font_manager.FontProperties(family=[family, _FALLBACK[1]], weight=weight, size=size)


@cache
def _font(file: str) -> FontFile:
    return FontFile(Path(resource("fonts", file)))


def _has(file: str, character: str) -> bool:
    return bool(_font(file).glyph(character))


@lru_cache(maxsize=4096)
def _advance(file: str, character: str) -> float:
    """Advance of one character in parts of the size; the fallback font's when missing.

    What neither font has is as wide as the box that stands for it.
    """
    known = next((name for name in (file, _FALLBACK[0]) if _has(name, character)), "")
    font = _font(known or _FALLBACK[0])
    return font.advance(font.glyph(character if known else _REPLACEMENT)) / font.units_per_em


@lru_cache(maxsize=8192)
def text_width(text: str, face: Face, size: float) -> float:
    """Width of one line of ``text`` in points, unkerned (kerning only makes it narrower)."""
    file, wide = face.file, 0.0
    for character in text:  # twice as fast as a sum over a generator, and there are thousands
        wide += _advance(file, character)
    return size * wide


def printable(text: str) -> str:
    """``text`` on one line with only characters that the fonts can draw; others become a box.

    A space that keeps two words together is kept.
    """
    words = _BREAKING_SPACE.split(text)
    flat = unicodedata.normalize("NFC", " ".join(filter(None, words)))
    return "".join(_drawable(character) for character in flat)


@lru_cache(maxsize=4096)
def _drawable(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return ""
    if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
        return _REPLACEMENT  # set from left to right it would say something else
    known = any(_has(file, character) for file in (Face.REGULAR.file, _FALLBACK[0]))
    return character if known else _REPLACEMENT


@lru_cache(maxsize=2048)
def wrapped(text: str, face: Face, size: float, width: float, most: int) -> tuple[str, ...]:
    """``text`` broken into at most ``most`` lines of ``width`` points, else cut with “…”."""
    lines: list[str] = []
    for word in printable(text).split(" "):
        if lines and text_width(f"{lines[-1]} {word}", face, size) <= width:
            lines[-1] += f" {word}"
        elif word:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(shortened(line, face, size, width) for line in lines)


def shortened(line: str, face: Face, size: float, width: float) -> str:
    """``line`` cut with “…” so that it fits ``width`` points."""
    if text_width(line, face, size) <= width:
        return line
    room, kept = width - text_width("…", face, size), 0
    for character in line:
        room -= text_width(character, face, size)
        if room < 0:
            break
        kept += 1
    return f"{line[:kept].rstrip()}…"
