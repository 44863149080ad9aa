# SPDX-License-Identifier: Apache-2.0
"""A paragraph that begins with its own heading, on the same line: short blocks stay short."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from missiondesk.documents.escaping import Markup, MissingGlyphs, one_line, runs, runs_width
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.paragraph import TaggedParagraph
from missiondesk.documents.tagged.structure import StructureElement

_GAP = 0.7  # of the text size, between heading and text


class RunInParagraph(TaggedParagraph):
    """A paragraph with a heading of level 2 in front of its first line; see `headed`."""

    _heading = ""

    @classmethod
    def headed(
        cls, heading: str, text: Markup, style: ParagraphStyle, missing: MissingGlyphs
    ) -> RunInParagraph:
        """The paragraph ``text`` headed by ``heading``, a line of plain text."""
        heading = one_line(heading)
        width = runs_width(runs(heading, missing, Face.SEMIBOLD), style.fontSize)
        indent = round(width + _GAP * style.fontSize, 1)
        paragraph = cls(text, _indented(style, indent))
        paragraph._heading = heading
        return paragraph

    def split(self, width: float, height: float) -> list[TaggedParagraph]:
        """The pieces, of which the first keeps the heading."""
        pieces: list[Any] = super().split(width, height)
        if pieces:
            pieces[0]._heading = self._heading
        return pieces

    def draw(self) -> None:
        """Draw heading and text, the heading before the paragraph in the reading order."""
        if self._heading:
            self._draw_heading()
        super().draw()

    def _draw_heading(self) -> None:
        canvas, style = self.canv, self.style
        baseline = self.first_baseline() if self.blPara.lines else self.height - style.fontSize
        if canvas.in_artifact:
            canvas.write(0, baseline, self._heading, face=Face.SEMIBOLD, size=style.fontSize)
            return
        canvas.bookmark(self._heading, 2, self.height)
        with canvas.drawing(StructureElement("H2", canvas.parent)):
            canvas.write(0, baseline, self._heading, face=Face.SEMIBOLD, size=style.fontSize)


@lru_cache(maxsize=256)
def _indented(style: ParagraphStyle, indent: float) -> ParagraphStyle:
    """``style`` with its first line at ``indent``; the same object for the same arguments."""
    return style.clone(f"{style.name}, first line at {indent:g}", firstLineIndent=indent)
