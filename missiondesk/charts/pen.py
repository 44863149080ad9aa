# SPDX-License-Identifier: Apache-2.0
"""What a chart is drawn with: lines, marks, areas and text, every place in points of the chart.

A chart is defined once, as what it asks of a pen; `FigurePen` makes a matplotlib figure of it for
the screen, `Sketch` notes it down for paper.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from missiondesk.charts.lettering import Face
from missiondesk.charts.palette import ChartPalette
from missiondesk.charts.placement import Box, Points


class Pen(ABC):
    """Draws on one chart; what has the higher ``order`` lies above, else what came later."""

    __slots__ = ()

    palette: ChartPalette

    @abstractmethod
    def scale(self, box: Box, years: tuple[float, float], values: tuple[float, float]) -> None:
        """Tell a reader that points at the chart what the edges of ``box`` mean in data."""

    @abstractmethod
    def polyline(
        self,
        places: Points,
        colour: str,
        width: float,
        order: float,
        dashes: tuple[float, ...] | None = None,
        cap: str = "butt",
    ) -> None:
        """A line through ``places``; ``dashes`` are on, off, on, off … in line widths."""

    @abstractmethod
    def mark(
        self,
        places: Points,
        shape: str,
        size: float,
        edge: str,
        fill: str,
        order: float,
        width: float = 1.1,
    ) -> None:
        """Marks of ``size`` points at ``places``: edge and fill, no line between them.

        Args:
            shape: "o" circle, "s" square, "D" diamond, "<" and ">" triangles.
        """

    def ground(self, box: Box, order: float) -> None:
        """Clear a rectangle of what lies below."""
        self.block(box, self.palette.ground, order)

    @abstractmethod
    def block(
        self, box: Box, fill: str, order: float, edge: str = "none", width: float = 0.0
    ) -> None:
        """A rectangle filled with a solid colour, with an edge of ``width`` points."""

    @abstractmethod
    def area(self, places: Points, fill: str, order: float) -> None:
        """A polygon filled with a solid colour."""

    @abstractmethod
    def write(
        self, text: str, at: tuple[float, float], face: Face, size: float, tone: str, order: float
    ) -> None:
        """One line of text whose baseline begins at ``at``; ``tone`` names a palette colour."""
