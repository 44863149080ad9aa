# SPDX-License-Identifier: Apache-2.0
"""The strokes of a trajectory, large in its own chart and fine among the small multiples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.charts import trajectory_lines as lines
from missiondesk.charts.placement import Points
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.trajectory_layout import Frame

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

# What lies over what.
_AREA, _GRID, _EDGE, _TODAY, _PATH, _OBSERVED, _MARKS = 0.5, 1.0, 1.2, 2.0, 2.5, 3.0, 4.0
# Shares of the series' colour on the ground: the two intervals, their edges, the level to keep.
TINT_95, TINT_80, TINT_EDGE, TINT_BAND = 0.11, 0.24, 0.6, 0.1


def draw_areas(pen: Pen, plot: TrajectoryPlot, frame: Frame) -> None:
    """The forecast's two intervals and the level to be kept, in solid tints with thin edges."""
    band = lines.band_box(plot, frame)
    if band is not None:
        pen.block(band, pen.palette.tint("target", TINT_BAND), _AREA)
        edge = pen.palette.tint("target", TINT_EDGE)
        for y in (band.y0, band.y1):
            pen.polyline(((band.x0, y), (band.x1, y)), edge, lines.EDGE_WIDTH, _EDGE)
    if plot.fan:
        low95, low80, _, high80, high95 = lines.fan_lines(plot, frame)
        edge = pen.palette.tint("observed", TINT_EDGE)
        for low, high, tint in ((low95, high95, TINT_95), (low80, high80, TINT_80)):
            pen.area((*low, *reversed(high)), pen.palette.tint("observed", tint), _GRID + tint)
            for line in (low, high):
                pen.polyline(line, edge, lines.EDGE_WIDTH, _EDGE + tint)


def draw_changes(pen: Pen, plot: TrajectoryPlot, frame: Frame) -> None:
    """An upright where metric, baseline, target or method was changed (rule D2)."""
    for line in lines.break_lines(plot, frame):
        if line:
            pen.polyline(line, pen.palette.quiet, lines.BREAK_WIDTH, _TODAY)


def draw_forecast(pen: Pen, plot: TrajectoryPlot, frame: Frame, fine: float = 1.0) -> None:
    """The expected line, and the last value carried on; ``fine`` as in `draw_series`."""
    if plot.fan:
        middle = lines.fan_lines(plot, frame)[2]
        pen.polyline(middle, pen.palette.observed, lines.MIDDLE_WIDTH * fine, _PATH, (4.5, 2.2))
    naive = lines.naive_line(plot, frame)
    if naive:
        pen.polyline(
            naive, pen.palette.quiet, lines.NAIVE_WIDTH * fine, _PATH - 0.1, (7.0, 2.0, 1.2, 2.0)
        )


def draw_series(pen: Pen, plot: TrajectoryPlot, frame: Frame, fine: float = 1.0) -> None:
    """Target path, observed figures, baseline, interim targets and target.

    Args:
        fine: Size of lines and marks against a chart of its own; below 1 only the latest figure
            and those that are not final have marks.
    """
    palette, place = pen.palette, frame.scale.place
    if len(plot.path) > 1:
        path = lines.path_line(plot, frame)
        pen.polyline(path, palette.target, lines.PATH_WIDTH * fine, _PATH, (0.1, 2.2), "round")
    _draw_observed(pen, plot, lines.observed_line(plot, frame), fine)
    if plot.baseline is not None:
        spot = (plot.baseline.x, plot.baseline.y)
        if spot not in {(point.x, point.y) for point in plot.points}:
            colour = palette.quiet
            pen.mark((place(*spot),), "s", lines.BASELINE_SIZE - 1, colour, colour, _MARKS)
    for mark in plot.intermediate:
        side = lines.INTERMEDIATE_SIZE * fine / 2**0.5 - 1
        spot = place(mark.x, mark.y)
        pen.mark((spot,), "D", side, palette.target, palette.ground, _OBSERVED - 0.3)
    if plot.target is not None and plot.band is None:
        spot = place(plot.target.x, plot.target.y)
        # Below the observed figures: a latest figure that meets the target is seen inside it.
        side = lines.TARGET_SIZE * fine / 2**0.5 - 1
        pen.mark((spot,), "D", side, palette.target, palette.target, _OBSERVED - 0.2)


def _draw_observed(pen: Pen, plot: TrajectoryPlot, places: Points, fine: float) -> None:
    points, colour, width = plot.in_time, pen.palette.observed, lines.OBSERVED_WIDTH * fine
    if not points:
        return
    # An unsettled figure is reached by a dashed line and drawn hollow (rule D5).
    settled = [index for index, point in enumerate(points) if point.settled]
    solid_to = settled[-1] if settled else 0
    pen.polyline(places[: solid_to + 1], colour, width, _OBSERVED, None, "round")
    pen.polyline(places[solid_to:], colour, width, _OBSERVED, (2.6, 1.6))
    for index, (point, place) in enumerate(zip(points, places, strict=True)):
        last = index == len(points) - 1
        hollow = not point.settled or (last and plot.stale)
        if fine < 1.0 and not last and not hollow:
            continue
        size = (lines.LATEST_SIZE if last else lines.POINT_SIZE) * fine - 1.1 * fine
        fill = pen.palette.ground if hollow else colour
        pen.mark((place,), "o", size, colour, fill, _MARKS)
