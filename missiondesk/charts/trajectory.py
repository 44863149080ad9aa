# SPDX-License-Identifier: Apache-2.0
"""The chart of a mission: observed figures, baseline, target path, target and today."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D

from missiondesk.charts import trajectory_labels as marks
from missiondesk.charts.lettering import Face, text_width
from missiondesk.charts.palette import PAPER, PRINT, ChartPalette
from missiondesk.charts.pen import Pen
from missiondesk.charts.placement import Points
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.trajectory_labels import Label, label_trajectory, observed_line, path_line
from missiondesk.charts.trajectory_layout import (
    Frame,
    Line,
    foot_lines,
    has_values,
    heading_lines,
    only_finite,
)
from missiondesk.language.translator import Translator

# What lies over what.
_GRID, _LABEL_GROUND, _TODAY, _PATH, _OBSERVED, _MARKS, _TEXT = 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0


def trajectory_figure(
    plot: TrajectoryPlot,
    size: tuple[float, float],
    translator: Translator,
    *,
    palette: ChartPalette = PAPER,
    text_scale: float = 1.0,
) -> Figure:
    """Draw the trajectory chart.

    Args:
        plot: What to show; values that are not finite are left out.
        size: Width and height in points (1/72 inch).
        translator: The language of labels and numbers.
        palette: Colours; the screen passes its theme's.
        text_scale: Size of the text against the printed one.

    Returns:
        A figure of exactly ``size`` with one axes in a fixed place and no layout engine; it is
        drawn alike by a screen canvas at any resolution and by the renderer on paper. The axes'
        ``transData`` takes (decimal year, value), for a reader that points at the chart.
    """
    plot = only_finite(plot)
    figure = Figure(figsize=(size[0] / 72, size[1] / 72), dpi=72, facecolor=palette.ground)
    figure.set_layout_engine("none")
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_autoscale_on(False)
    pen = Pen(axes, palette, Affine2D().scale(1 / size[0], 1 / size[1]) + figure.transFigure)
    if not has_values(plot):
        _draw_empty(pen, plot, size, translator, text_scale)
        return figure
    frame, labels = label_trajectory(plot, size, translator, text_scale)
    _fit_axes(pen, frame)
    _draw_frame(pen, frame)
    _draw_series(pen, plot, frame)
    for label in labels:
        _draw_label(pen, label)
    return figure


def _fit_axes(pen: Pen, frame: Frame) -> None:
    width, height = frame.size
    box = frame.scale.box
    pen.axes.set_position(
        (box.x0 / width, box.y0 / height, (box.x1 - box.x0) / width, (box.y1 - box.y0) / height)
    )
    pen.axes.set_xlim(*frame.scale.years)
    pen.axes.set_ylim(*frame.scale.values)


def _draw_empty(
    pen: Pen,
    plot: TrajectoryPlot,
    size: tuple[float, float],
    tr: Translator,
    text_scale: float,
) -> None:
    type_ = PRINT.scaled(text_scale)
    text = tr.say("There are no figures yet.")
    middle = (size[0] - text_width(text, Face.REGULAR, type_.text)) / 2
    sentence = Line(text, middle, size[1] / 2, type_.text, tone="quiet")
    heading = heading_lines(plot, size, type_)
    for line in (*heading, *foot_lines(plot, size[0], type_, tr), sentence):
        pen.write(line.text, (line.x, line.y), line.face, line.size, line.tone, _TEXT)


def _draw_frame(pen: Pen, frame: Frame) -> None:
    box, palette = frame.scale.box, pen.palette
    floor, *others = frame.grid
    for height in others:
        pen.polyline(((box.x0, height), (box.x1, height)), palette.hair, 0.6, _GRID)
    pen.polyline(((box.x0, floor), (box.x1, floor)), palette.line, 0.8, _GRID)
    for x in frame.years:
        pen.polyline(((x, floor), (x, floor - 3.0)), palette.line, 0.8, _GRID)
    if frame.today is not None:
        upright = ((frame.today, box.y0), (frame.today, box.y1))
        pen.polyline(upright, palette.quiet, marks.TODAY_WIDTH, _TODAY, (4.0, 3.0))
    for line in frame.lines:
        pen.write(line.text, (line.x, line.y), line.face, line.size, line.tone, _TEXT)


def _draw_series(pen: Pen, plot: TrajectoryPlot, frame: Frame) -> None:
    palette, place = pen.palette, frame.scale.place
    if len(plot.path) > 1:
        dots = (0.1, 2.2)
        path = path_line(plot, frame)
        pen.polyline(path, palette.target, marks.PATH_WIDTH, _PATH, dots, "round")
    _draw_observed(pen, plot, observed_line(plot, frame))
    if plot.baseline is not None:
        spot = (plot.baseline.x, plot.baseline.y)
        if spot not in {(point.x, point.y) for point in plot.points}:
            colour = palette.quiet
            pen.mark((place(*spot),), "s", marks.BASELINE_SIZE - 1, colour, colour, _MARKS)
    if plot.target is not None:
        spot = place(plot.target.x, plot.target.y)
        # Below the observed figures: a latest figure that meets the target is seen inside it.
        side = marks.TARGET_SIZE / 2**0.5 - 1
        pen.mark((spot,), "D", side, palette.target, palette.target, _OBSERVED - 0.2)


def _draw_observed(pen: Pen, plot: TrajectoryPlot, places: Points) -> None:
    points, colour = plot.in_time, pen.palette.observed
    # An unsettled figure is reached by a dashed line and drawn hollow (rule D5).
    settled = [index for index, point in enumerate(points) if point.settled]
    solid_to = settled[-1] if settled else 0
    pen.polyline(places[: solid_to + 1], colour, marks.OBSERVED_WIDTH, _OBSERVED, None, "round")
    pen.polyline(places[solid_to:], colour, marks.OBSERVED_WIDTH, _OBSERVED, (2.6, 1.6))
    for index, (point, place) in enumerate(zip(points, places, strict=True)):
        last = index == len(points) - 1
        size = (marks.LATEST_SIZE if last else marks.POINT_SIZE) - 1.1
        fill = colour if point.settled else pen.palette.ground
        pen.mark((place,), "o", size, colour, fill, _MARKS)


def _draw_label(pen: Pen, label: Label) -> None:
    pen.ground(label.placed.box.grown(0.5), _LABEL_GROUND)
    if label.placed.leader is not None and label.placed.key != "empty":
        x0, y0, x1, y1 = label.placed.leader
        pen.polyline(((x0, y0), (x1, y1)), pen.palette.line, 0.5, _TODAY)
    pen.write(label.text, label.baseline, label.face, label.size, label.tone, _TEXT)
