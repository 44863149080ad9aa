# SPDX-License-Identifier: Apache-2.0
"""A drawing in the flow of a document, with the words that stand for it."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import Flowable

from missiondesk.documents.escaping import one_line
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement, figure_box

Draw = Callable[[TaggedCanvas, float, float], None]


class Figure(Flowable):
    """A figure with its alternative text.

    Args:
        width: Width in points.
        height: Height in points.
        draw: Draws it: ``draw(canvas, width, height)`` with the origin at its lower left corner.
        alt: What the figure says, for whoever cannot see it.
        after: Space below in points.

    Raises:
        ValueError: ``alt`` is empty.
    """

    def __init__(
        self, width: float, height: float, draw: Draw, alt: str, *, after: float = 0
    ) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self.spaceAfter = after
        self._draw = draw
        self._alt = one_line(alt)
        if not self._alt:
            raise ValueError("a figure needs an alternative text")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw as the content of a Figure element."""
        canvas = self.canv
        if canvas.in_artifact:
            self._draw(canvas, self.width, self.height)
            return
        left, bottom = canvas.absolutePosition(0, 0)
        box = figure_box(left, bottom, left + self.width, bottom + self.height)
        element = StructureElement("Figure", canvas.parent, alt=self._alt, attributes=box)
        canvas.saveState()
        with canvas.drawing(element):
            self._draw(canvas, self.width, self.height)
        canvas.restoreState()
