# SPDX-License-Identifier: Apache-2.0
"""Lines on which the parties of an agreement sign, three beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from missiondesk.documents import style as look
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.documents.tagged.canvas import TaggedCanvas

_ACROSS = 3
_GUTTER = 22.0
_ROOM = 28.0  # points above the line, to sign in
_WIDTH = (TEXT_WIDTH - _GUTTER * (_ACROSS - 1)) / _ACROSS
_NAME = look.paragraph_style("name under a line", size=look.DETAIL_SIZE, leading=11.2)


class _Line(Flowable):
    """White with a line below it, for the eye only."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as its column."""
        self.width = width
        return width, _ROOM

    def draw(self) -> None:
        """Draw the line."""
        canvas: TaggedCanvas = self.canv
        with canvas.drawing_artifact():
            canvas.setStrokeColor(look.INK)
            canvas.setLineWidth(0.6)
            canvas.line(0, 3, self.width, 3)


def signing_lines(names: Sequence[str], writer: ReportWriter) -> list[Flowable]:
    """A line for each name, the name and "date" below it."""
    made: list[Flowable] = []
    for at in range(0, len(names), _ACROSS):
        columns: list[tuple[float, list[Flowable]]] = [
            (_WIDTH, [_Line(), writer.paragraph(name, _NAME)]) for name in names[at : at + _ACROSS]
        ]
        made.append(Columns(columns, _GUTTER, after=6))
    return made
