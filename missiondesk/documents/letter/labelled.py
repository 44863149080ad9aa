# SPDX-License-Identifier: Apache-2.0
"""A quiet label with its value in a column beside it: case details, and figures by the chart."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.letter.spacing import SMALL, SMALL_QUIET
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.tagged.structure import StructureElement

_UNBOUNDED = 1e6


class LabelledLine(Flowable):
    """One paragraph to the ear, two columns to the eye.

    Args:
        label: What it is.
        value: What it says.
        widths: Widths of the two columns in points.
        writer: Makes the texts.
        after: Space below in points.
        gap: White kept between the two, in points of the label's width.
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
    ) -> None:
        super().__init__()
        # The space parts the two for who copies or hears them.
        self._label = writer.cell(f"{label} ", SMALL_QUIET)
        self._value = writer.cell(value, SMALL)
        self._widths = widths
        self.spaceAfter = after
        self.width = sum(widths)
        self.height = max(
            self._label.wrap(widths[0] - gap, _UNBOUNDED)[1],
            self._value.wrap(widths[1], _UNBOUNDED)[1],
        )

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw both as one element."""
        canvas = self.canv
        with canvas.drawing(StructureElement("P", canvas.parent)):
            self._label.drawOn(canvas, 0, self.height - self._label.height)
            self._value.drawOn(canvas, self._widths[0], self.height - self._value.height)
