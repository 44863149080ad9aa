# SPDX-License-Identifier: Apache-2.0
"""What stands in one cell of a table: flowables under each other, cut where a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from missiondesk.documents.escaping import Markup
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.paragraph import CellParagraph
from missiondesk.documents.tagged.plain_text import lines_drawn, lines_set, plain_lines

_UNBOUNDED = 1e6


class CellContent:
    """Flowables laid out in a column ``width`` points wide; ``height`` is what they take."""

    __slots__ = ("_flowables", "_heights", "_width", "height")

    def __init__(self, flowables: Sequence[Flowable], width: float) -> None:
        self._flowables = list(flowables)
        self._width = width
        self._heights = [each.wrap(width, _UNBOUNDED)[1] for each in self._flowables]
        self.height = sum(self._heights) + sum(self._spaces())

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw with the upper left corner at ``left``, ``top``."""
        spaces = [*self._spaces(), 0.0]
        for flowable, height, space in zip(self._flowables, self._heights, spaces, strict=False):
            flowable.drawOn(canvas, left, top - height)
            top -= height + space

    def cut(self, height: float) -> tuple[CellContent, CellContent]:
        """What fits into ``height`` points, and the rest."""
        room = height
        spaces = [*self._spaces(), 0.0]
        for index, (flowable, needed) in enumerate(
            zip(self._flowables, self._heights, strict=True)
        ):
            if needed > room:
                pieces = flowable.split(self._width, room) if room > 0 else []
                fitting = [*self._flowables[:index], *pieces[:1]]
                rest = [*(pieces[1:] or [flowable]), *self._flowables[index + 1 :]]
                return CellContent(fitting, self._width), CellContent(rest, self._width)
            room -= needed + spaces[index]
        return self, CellContent([], self._width)

    def _spaces(self) -> list[float]:
        """Space between each flowable and the next: the larger of what both ask for."""
        return [
            max(upper.getSpaceAfter(), lower.getSpaceBefore())
            for upper, lower in zip(self._flowables, self._flowables[1:], strict=False)
        ]


class PlainCell:
    """A cell of text without markup, as most are: its lines, drawn without a flowable."""

    __slots__ = ("_lines", "_style", "_text", "_width", "height")

    def __init__(self, text: Markup, style: ParagraphStyle, width: float, lines: Any) -> None:
        self._text, self._style, self._width, self._lines = text, style, width, lines
        self.height: float = len(lines.lines) * style.leading

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw with the upper left corner at ``left``, ``top``."""
        canvas._code.append(self.drawn(canvas, left, top))

    def drawn(self, canvas: TaggedCanvas, left: float, top: float) -> str:
        """The operators of `draw`."""
        if "<" not in self._text:
            return lines_drawn(self._lines, self._style, canvas, left, top)
        # Text with line feeds in coordinates of its own, as ReportLab sets it.
        return lines_set(self._lines, self._style, canvas, left, top - self.height)

    def cut(self, height: float) -> tuple[CellContent, CellContent]:
        """What fits into ``height`` points, and the rest."""
        return CellContent([CellParagraph(self._text, self._style)], self._width).cut(height)


def text_cell(text: Markup, style: ParagraphStyle, width: float) -> PlainCell | CellContent:
    """A cell of nothing but ``text``; nothing at all is no text."""
    lines = plain_lines(text, style, width)
    if lines is not None:
        return PlainCell(text, style, width, lines)
    return CellContent([CellParagraph(text, style)] if text.strip() else [], width)
