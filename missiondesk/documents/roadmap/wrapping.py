# SPDX-License-Identifier: Apache-2.0
"""Breaks text into lines for drawing straight onto the canvas, and says when it had to be cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from missiondesk.documents.escaping import MissingGlyphs, Run, one_line, runs, runs_width
from missiondesk.documents.fonts import Face, text_width
from missiondesk.domain.late_dataclass import dataclass

Line: TypeAlias = tuple[Run, ...]
Measure: TypeAlias = Callable[[str], float]

_CUT = "…"


@dataclass(frozen=True, slots=True)
class WrappedText:
    """Lines that fit; ``whole`` is False when the text goes on beyond them."""

    lines: tuple[Line, ...]
    width: float
    whole: bool = True

    def spaced(self) -> WrappedText:
        """The same with a space behind it, where another text follows in the same cell."""
        if not self.lines:
            return self
        *others, last = self.lines
        return replace(self, lines=(*others, (*last[:-1], Run(f"{last[-1].text} ", last[-1].face))))


NOTHING = WrappedText((), 0.0)


def wrapped(
    text: str, face: Face, size: float, width: float, most: int, missing: MissingGlyphs
) -> WrappedText:
    """``text`` in at most ``most`` lines of ``width`` points; a word that is too long is broken.

    Every line but the last ends with a space, so that its last word is not read as one with the
    next line's first.
    """
    text = one_line(text)
    if not text:
        return NOTHING
    line = runs(text, missing, face)
    natural = runs_width(line, size)
    if natural <= width:
        return WrappedText((line,), natural)
    measure = _measure(text, line, face, size, missing)
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most:
        cut = _break(rest, size, width, measure)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if rest:
        lines[-1] = _shortened(lines[-1], width, measure)
    widest = max(measure(each) for each in lines)
    spaced = [*(f"{each} " for each in lines[:-1]), lines[-1]]
    return WrappedText(tuple(runs(each, missing, face) for each in spaced), widest, not rest)


def _measure(text: str, line: Line, face: Face, size: float, missing: MissingGlyphs) -> Measure:
    if line == (Run(text, face),):
        # One face draws it all: no need to look at every part again.
        return lambda part: text_width(part, face, size)
    return lambda part: runs_width(runs(part, missing, face), size)


def _break(text: str, size: float, width: float, measure: Measure) -> int:
    """How many characters of ``text`` go onto a line of ``width``: at least one."""
    # The narrowest letters are about a fifth of the size wide: no more than this can fit.
    low, high = 1, min(len(text), int(width / (0.18 * size)) + 2)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip()) <= width:
            low = middle
        else:
            high = middle - 1
    if low >= len(text) or text[low] == " ":
        return low
    space = text.rfind(" ", 0, low + 1)
    return space if space > 0 else low


def _shortened(text: str, width: float, measure: Measure) -> str:
    while text and measure(text + _CUT) > width:
        text = text[:-1].rstrip()
    return text + _CUT
