# SPDX-License-Identifier: Apache-2.0
"""The pen that draws on a matplotlib figure, for the screen and for files of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from missiondesk.charts.lettering import Face, properties
from missiondesk.charts.palette import ChartPalette
from missiondesk.charts.pen import Pen
from missiondesk.charts.placement import Box, Points
from missiondesk.domain.late_dataclass import dataclass

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch
    from matplotlib.transforms import Transform


@dataclass(frozen=True, slots=True)
class FigurePen(Pen):
    """One axes, its colours, its size in points, and the transform from points to the figure.

    Everything a reader's own matplotlib settings could change is said outright.
    """

    axes: Axes
    palette: ChartPalette
    size: tuple[float, float]
    points: Transform

    def scale(self, box: Box, years: tuple[float, float], values: tuple[float, float]) -> None:
        """Put the axes into ``box``, its data reaching over ``years`` and ``values``."""
        width, height = self.size
        self.axes.set_position(
            (box.x0 / width, box.y0 / height, (box.x1 - box.x0) / width, (box.y1 - box.y0) / height)
        )
        self.axes.set_xlim(*years)
        self.axes.set_ylim(*values)

    def polyline(
        self,
        places: Points,
        colour: str,
        width: float,
        order: float,
        dashes: tuple[float, ...] | None = None,
        cap: str = "butt",
    ) -> None:
        """A line of matplotlib."""
        line = self._line(places, order)
        line.set(color=colour, linewidth=width, marker="None")
        line.set_linestyle("solid" if dashes is None else (0.0, dashes))
        line.set_solid_capstyle("round" if cap == "round" else "butt")
        line.set_dash_capstyle("round" if cap == "round" else "butt")
        line.set_solid_joinstyle("round")

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
        """A line of matplotlib of which only the markers are seen."""
        line = self._line(places, order)
        line.set(
            linestyle="None",
            marker=shape,
            markersize=size,
            markeredgecolor=edge,
            markeredgewidth=width,
            markerfacecolor=fill,
        )

    def _line(self, places: Points, order: float) -> Line2D:
        line = Line2D([place[0] for place in places], [place[1] for place in places])
        line.set(transform=self.points, clip_on=False, zorder=order, antialiased=True)
        self.axes.add_artist(line)
        return line

    def block(
        self, box: Box, fill: str, order: float, edge: str = "none", width: float = 0.0
    ) -> None:
        """A patch of matplotlib."""
        self._shape(
            Rectangle((box.x0, box.y0), box.x1 - box.x0, box.y1 - box.y0), fill, edge, width, order
        )

    def area(self, places: Points, fill: str, order: float) -> None:
        """A patch of matplotlib."""
        self._shape(Polygon(places, closed=True), fill, "none", 0.0, order)

    def _shape(self, shape: Patch, fill: str, edge: str, width: float, order: float) -> None:
        shape.set(
            transform=self.points,
            facecolor=fill,
            edgecolor=edge,
            linewidth=width,
            clip_on=False,
            zorder=order,
        )
        self.axes.add_patch(shape)

    def write(
        self, text: str, at: tuple[float, float], face: Face, size: float, tone: str, order: float
    ) -> None:
        """A text of matplotlib."""
        self.axes.text(
            *at,
            text,
            transform=self.points,
            color=getattr(self.palette, tone),
            fontproperties=properties(face, size),
            ha="left",
            va="baseline",
            parse_math=False,
            usetex=False,
            clip_on=False,
            zorder=order,
        )
