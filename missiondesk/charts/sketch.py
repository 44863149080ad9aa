# SPDX-License-Identifier: Apache-2.0
"""A chart noted down as plain strokes, for paper: no figure has to be built to be drawn once."""

from __future__ import annotations

from typing import NamedTuple

from missiondesk.charts.lettering import Face
from missiondesk.charts.palette import PAPER, ChartPalette
from missiondesk.charts.pen import Pen
from missiondesk.charts.placement import Box, Points


class Stroke(NamedTuple):
    """A line; ``dashes`` are in points."""

    places: Points
    colour: str
    width: float
    dashes: tuple[float, ...]
    round_cap: bool


class Marks(NamedTuple):
    """One mark at each place, with its edge."""

    places: Points
    shape: str
    size: float
    edge: str
    fill: str
    width: float


class Area(NamedTuple):
    """A closed shape; ``edge`` is "" for none."""

    places: Points
    fill: str
    edge: str
    width: float


class Words(NamedTuple):
    """A line of text from its baseline's beginning."""

    text: str
    at: tuple[float, float]
    face: Face
    size: float
    colour: str


Drawn = Stroke | Marks | Area | Words


class Sketch(Pen):
    """Notes down what is drawn.

    Args:
        size: Width and height of the chart in points.
        palette: Its colours.
    """

    __slots__ = ("_drawn", "palette", "size")

    def __init__(self, size: tuple[float, float], palette: ChartPalette = PAPER) -> None:
        self.size = size
        self.palette = palette
        self._drawn: list[tuple[float, Drawn]] = []

    @property
    def drawn(self) -> list[Drawn]:
        """All that was drawn, from the lowest up."""
        return [one for _, one in sorted(self._drawn, key=lambda pair: pair[0])]

    def scale(self, box: Box, years: tuple[float, float], values: tuple[float, float]) -> None:
        """Nobody points at paper."""

    def polyline(
        self,
        places: Points,
        colour: str,
        width: float,
        order: float,
        dashes: tuple[float, ...] | None = None,
        cap: str = "butt",
    ) -> None:
        """A `Stroke`; a single place draws nothing."""
        if len(places) > 1:
            lengths = tuple(length * width for length in dashes or ())
            self._drawn.append((order, Stroke(places, colour, width, lengths, cap == "round")))

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
        """`Marks`."""
        self._drawn.append((order, Marks(places, shape, size, edge, fill, width)))

    def block(
        self, box: Box, fill: str, order: float, edge: str = "none", width: float = 0.0
    ) -> None:
        """An `Area` of four corners."""
        corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
        shown = edge if edge != "none" and width > 0 else ""
        self._drawn.append((order, Area(corners, fill, shown, width)))

    def area(self, places: Points, fill: str, order: float) -> None:
        """An `Area`."""
        self._drawn.append((order, Area(places, fill, "", 0.0)))

    def write(
        self, text: str, at: tuple[float, float], face: Face, size: float, tone: str, order: float
    ) -> None:
        """`Words`, none for no text."""
        if text.strip():
            self._drawn.append((order, Words(text, at, face, size, getattr(self.palette, tone))))
