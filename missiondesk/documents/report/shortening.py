# SPDX-License-Identifier: Apache-2.0
"""Shortens texts and lists so that they keep to the room they have, and remembers that it did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle

from missiondesk.documents.escaping import one_line
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.documents.tagged.paragraph import CellParagraph

_SENTENCE = re.compile(r"(?<=[.!?…;])\s+")
_UNBOUNDED = 1e6
_MORE = " …"
_LONGEST = 6000  # characters; no page holds more, and wrapping more only takes time


class Shortener:
    """Keeps texts to a number of lines.

    Attributes:
        cut: Whether anything has been shortened.
    """

    def __init__(self, writer: ReportWriter) -> None:
        self._writer = writer
        self.cut = False

    def text(self, text: str, style: ParagraphStyle, width: float, lines: int) -> str:
        """``text`` on at most ``lines`` lines: whole sentences then "…", words where the first
        sentence is longer already.
        """
        text = one_line(text)
        if self._fits(text, style, width, lines):
            return text
        self.cut = True
        text = text[:_LONGEST]
        kept = self._most(_SENTENCE.split(text), style, width, lines)
        kept = kept or self._most(text.split(" "), style, width, lines)
        return kept or self._letters(text, style, width, lines)

    def items(
        self, items: Sequence[str], style: ParagraphStyle, width: float, lines: int, longest: int
    ) -> list[str]:
        """As many items as fit on ``lines`` lines, each on ``longest`` at most; the others are
        counted in the last one.
        """
        tr = self._writer.tr
        kept: list[str] = []
        room = lines
        for at, item in enumerate(items):
            said = self.text(item, style, width, longest)
            needed = self._lines(said, style, width)
            last = at == len(items) - 1
            if needed > room - (0 if last else 1) and kept:
                left = len(items) - at
                kept.append(tr.plural("and {count} more", "and {count} more", left))
                return kept
            room -= needed
            kept.append(said)
        return kept

    def _most(self, parts: list[str], style: ParagraphStyle, width: float, lines: int) -> str:
        """The most of the first parts that fit with "…" after them, or ""."""
        low, high = 0, len(parts)
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(" ".join(parts[:middle]) + _MORE, style, width, lines):
                low = middle
            else:
                high = middle - 1
        return " ".join(parts[:low]) + _MORE if low else ""

    def _letters(self, text: str, style: ParagraphStyle, width: float, lines: int) -> str:
        """A word that is too long even alone, cut within."""
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(text[:middle] + "…", style, width, lines):
                low = middle
            else:
                high = middle - 1
        return text[:low] + "…"

    def _fits(self, text: str, style: ParagraphStyle, width: float, lines: int) -> bool:
        return len(text) <= _LONGEST and self._lines(text, style, width) <= lines

    def _lines(self, text: str, style: ParagraphStyle, width: float) -> int:
        if not text.strip():
            return 0
        paragraph = CellParagraph(self._writer.markup(text, style), style)
        height = float(paragraph.wrap(width, _UNBOUNDED)[1])
        return round(height / float(style.leading))
