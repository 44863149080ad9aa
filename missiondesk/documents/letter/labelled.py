# SPDX-License-Identifier: Apache-2.0
"""A quiet label with its value in a column beside it: case details, and figures by the chart."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from missiondesk.documents.letter.spacing import SMALL, SMALL_QUIET
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.tagged.cell import text_cell
from missiondesk.documents.tagged.structure import StructureElement
from missiondesk.language.spoken import foreign_tag


class LabelledLine(Flowable):
    """One paragraph to the ear, two columns to the eye.

    Args:
        label: What it is.
        value: What it says.
        widths: Widths of the two columns in points.
        writer: Makes the texts.
        after: Space below in points.
        gap: White kept between the two, in points of the label's width.
        value_style: The value's own style, as for figures that stand below each other.
    """

    def __init__(
        self,
        label: str,
        value: str,
        widths: tuple[float, float],
        writer: Writer,
        *,
        after: float = 0,
        gap: float = 0,
        value_style: ParagraphStyle = SMALL,
    ) -> None:
        super().__init__()
        # The space parts the two for who copies or hears them.
        said = writer.markup(f"{label} ", SMALL_QUIET)
        self._label = text_cell(said, SMALL_QUIET, widths[0] - gap)
        self._value = text_cell(writer.markup(value, value_style), value_style, widths[1])
        self._language = foreign_tag(value, writer.tr.lang)
        self._widths = widths
        self.spaceAfter = after
        self.width = sum(widths)
        self.height = max(self._label.height, self._value.height)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw both as one element."""
        canvas = self.canv
        with canvas.drawing(StructureElement("P", canvas.parent)):
            self._label.draw(canvas, 0, self.height)
            if not self._language:
                self._value.draw(canvas, self._widths[0], self.height)
                return
            with canvas.drawing(StructureElement("Span", canvas.parent, language=self._language)):
                self._value.draw(canvas, self._widths[0], self.height)
