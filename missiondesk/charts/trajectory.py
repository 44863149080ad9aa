# SPDX-License-Identifier: Apache-2.0
"""The chart of a mission: observed figures, target path and target, forecast, changes, today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.charts import trajectory_lines as lines
from missiondesk.charts import trajectory_strokes as strokes
from missiondesk.charts.lettering import Face
from missiondesk.charts.palette import PAPER, PRINT, ChartPalette
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.sheet import line_about, new_sheet, write_lines
from missiondesk.charts.trajectory_labels import Label, label_trajectory
from missiondesk.charts.trajectory_layout import (
    Frame,
    foot_lines,
    has_values,
    heading_lines,
    only_finite,
)
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from missiondesk.charts.pen import Pen

# What lies over what, with `trajectory_strokes` between.
_GRID, _LABEL_GROUND, _TODAY, _TEXT = 1.0, 1.5, 2.0, 5.0


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
    figure, pen = new_sheet(size, palette)
    draw_trajectory(pen, plot, size, translator, text_scale)
    return figure


def draw_trajectory(
    pen: Pen,
    plot: TrajectoryPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the trajectory chart with any pen; arguments as for `trajectory_figure`."""
    plot = only_finite(plot)
    if not has_values(plot):
        _draw_empty(pen, plot, size, translator, text_scale)
        return
    frame, labels = label_trajectory(plot, size, translator, text_scale)
    pen.scale(frame.scale.box, frame.scale.years, frame.scale.values)
    _draw_frame(pen, frame)
    strokes.draw_areas(pen, plot, frame)
    strokes.draw_changes(pen, plot, frame)
    strokes.draw_forecast(pen, plot, frame)
    strokes.draw_series(pen, plot, frame)
    band = lines.band_box(plot, frame)
    for label in labels:
        _draw_label(pen, label, band)


def _draw_empty(
    pen: Pen,
    plot: TrajectoryPlot,
    size: tuple[float, float],
    tr: Translator,
    text_scale: float,
) -> None:
    type_ = PRINT.scaled(text_scale)
    text = tr.say("There are no figures yet.")
    sentence = line_about(text, size[0] / 2, size[1] / 2, type_.text, Face.REGULAR, "quiet")
    heading = heading_lines(plot, size, type_)
    write_lines(pen, [*heading, *foot_lines(plot, size[0], type_, tr), sentence], _TEXT)


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
        pen.polyline(upright, palette.quiet, lines.TODAY_WIDTH, _TODAY, (4.0, 3.0))
    write_lines(pen, frame.lines, _TEXT)


def _draw_label(pen: Pen, label: Label, band: Box | None) -> None:
    cleared = label.placed.box.grown(0.5)
    pen.ground(cleared, _LABEL_GROUND)
    if band is not None and band.overlaps(cleared):
        common = Box(
            max(band.x0, cleared.x0),
            max(band.y0, cleared.y0),
            min(band.x1, cleared.x1),
            min(band.y1, cleared.y1),
        )
        pen.block(common, pen.palette.tint("target", strokes.TINT_BAND), _LABEL_GROUND + 0.1)
    if label.placed.leader is not None and label.placed.key != "empty":
        x0, y0, x1, y1 = label.placed.leader
        pen.polyline(((x0, y0), (x1, y1)), pen.palette.line, 0.5, _TODAY)
    pen.write(label.text, label.baseline, label.face, label.size, label.tone, _TEXT)
