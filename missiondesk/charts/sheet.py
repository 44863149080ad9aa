# SPDX-License-Identifier: Apache-2.0
"""What every chart has round its data: an empty figure to draw on, heading, foot, lines of text."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from missiondesk.charts.lettering import Face, text_width, wrapped
from missiondesk.charts.palette import ChartPalette, TypeScale
from missiondesk.domain.late_dataclass import dataclass

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from missiondesk.charts.pen import Pen


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: lower left corner of its baseline, and how it is set."""

    text: str
    x: float
    y: float
    size: float
    face: Face = Face.REGULAR
    tone: str = "ink"


def new_sheet(size: tuple[float, float], palette: ChartPalette) -> tuple[Figure, Pen]:
    """A figure of ``size`` points with one bare axes and no layout engine, and a pen for it."""
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    from missiondesk.charts.figure_pen import FigurePen

    figure = Figure(figsize=(size[0] / 72, size[1] / 72), dpi=72, facecolor=palette.ground)
    figure.set_layout_engine("none")
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_autoscale_on(False)
    points = Affine2D().scale(1 / size[0], 1 / size[1]) + figure.transFigure
    return figure, FigurePen(axes, palette, size, points)


def heading(
    title: str, subtitle: str, size: tuple[float, float], scale: TypeScale
) -> tuple[Line, ...]:
    """Title and subtitle from the upper edge down, at most two lines each."""
    width, top = size
    lines: list[Line] = []
    for text in wrapped(title, Face.SEMIBOLD, scale.title, width, 2):
        lines.append(Line(text, 0.0, top - scale.title * 0.8, scale.title, Face.SEMIBOLD))
        top -= scale.title_leading
    for text in wrapped(subtitle, Face.REGULAR, scale.text, width, 2):
        lines.append(Line(text, 0.0, top - scale.text * 0.8, scale.text, tone="quiet"))
        top -= scale.text_leading
    return tuple(lines)


def foot(text: str, width: float, scale: TypeScale, most: int = 2) -> tuple[Line, ...]:
    """Source and notes from the lower edge up, at most ``most`` lines."""
    broken = wrapped(text, Face.REGULAR, scale.small, width, most)
    return tuple(
        Line(
            line,
            0.0,
            scale.small * 0.25 + scale.small_leading * (len(broken) - 1 - number),
            scale.small,
            tone="quiet",
        )
        for number, line in enumerate(broken)
    )


def line_to(
    text: str, right: float, y: float, size: float, face: Face = Face.REGULAR, tone: str = "ink"
) -> Line:
    """A line of text that ends at ``right``."""
    return Line(text, right - text_width(text, face, size), y, size, face, tone)


def line_about(
    text: str, middle: float, y: float, size: float, face: Face = Face.REGULAR, tone: str = "ink"
) -> Line:
    """A line of text centred on ``middle``."""
    return Line(text, middle - text_width(text, face, size) / 2, y, size, face, tone)


def sentence(
    text: str, size: tuple[float, float], scale: TypeScale, fixed: tuple[Line, ...]
) -> Line:
    """A sentence in place of a picture, in the middle between heading and foot."""
    height = size[1]
    upper = [line.y for line in fixed if line.y > height / 2]
    lower = [line.y + line.size for line in fixed if line.y <= height / 2]
    middle = (min(upper, default=height) + max(lower, default=0.0)) / 2
    return line_about(
        text, size[0] / 2, middle - scale.text * 0.33, scale.text, Face.REGULAR, "quiet"
    )


def write_lines(pen: Pen, lines: tuple[Line, ...] | list[Line], order: float) -> None:
    """Write all the lines."""
    for line in lines:
        pen.write(line.text, (line.x, line.y), line.face, line.size, line.tone, order)


def finite(*values: float | None) -> bool:
    """True when each value is given and can be drawn."""
    return all(value is not None and math.isfinite(value) for value in values)


def or_none(value: float | None) -> float | None:
    """The value when it can be drawn, else None."""
    return value if finite(value) else None
