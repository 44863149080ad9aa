# SPDX-License-Identifier: Apache-2.0
"""All missions at a glance: one small trajectory each, over its own years."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.charts.multiples_grid import ACROSS, Grid, laid_out
from missiondesk.charts.multiples_panel import ROOMY, TEXT, draw_panel, panel_words
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import MultiplesPlot
from missiondesk.charts.sheet import Line, foot, heading, or_none, sentence, write_lines
from missiondesk.charts.trajectory_layout import only_finite as only_finite_panel
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_WANTED_WIDTH, _WANTED_PLOT = 138.0, 62.0  # points, at the printed type size


def only_finite(plot: MultiplesPlot) -> MultiplesPlot:
    """The plot without values that cannot be drawn."""
    return replace(
        plot,
        panels=tuple(replace(one, plot=only_finite_panel(one.plot)) for one in plot.panels),
        today=or_none(plot.today),
    )


def draw_multiples(
    pen: Pen,
    plot: MultiplesPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the grid of missions; arguments as for `draw_trajectory`.

    The grid is chosen for the size. Missions that find no room are counted under the chart;
    `multiples_height` says what all of them need.
    """
    plot, scale, tr = only_finite(plot), PRINT.scaled(text_scale), translator
    head = heading(plot.title, plot.subtitle, size, scale)
    write_lines(pen, head, TEXT)
    top = min((line.y for line in head), default=size[1]) - (10.0 if head else 0.0)
    notes = _notes(plot, 0, size[0], scale, tr)
    grid = laid_out(plot, (size[0], top - _foot_height(notes, scale)), scale, tr)
    if grid.shown < len(plot.panels):
        notes = _notes(plot, len(plot.panels) - grid.shown, size[0], scale, tr)
        grid = laid_out(plot, (size[0], top - _foot_height(notes, scale)), scale, tr)
    write_lines(pen, notes, TEXT)
    if not grid.shown:
        text = tr.say("There are no missions to show.")
        write_lines(pen, [sentence(text, size, scale, (*head, *notes))], TEXT)
        return
    for row in range(grid.rows):
        _draw_row(pen, plot, grid, row, top, scale, tr)


def multiples_height(
    plot: MultiplesPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points at which every mission is shown at a good size."""
    plot, scale = only_finite(plot), PRINT.scaled(text_scale)
    head = heading(plot.title, plot.subtitle, (width, 0.0), scale)
    notes = _notes(plot, 0, width, scale, translator)
    frame = -min((line.y for line in head), default=0.0) + (10.0 if head else 0.0)
    frame += _foot_height(notes, scale)
    wanted = _WANTED_WIDTH * text_scale
    columns = max(1, min(len(plot.panels), int((width + ACROSS) / (wanted + ACROSS))))
    rows = math.ceil(len(plot.panels) / columns)
    columns = max(1, math.ceil(len(plot.panels) / max(1, rows)))
    across = (width - ACROSS * (columns - 1)) / columns
    words = max(
        (len(panel_words(one, across, scale, translator, ROOMY)) for one in plot.panels), default=0
    )
    each = words * scale.text_leading + _WANTED_PLOT * text_scale + scale.small_leading + 8.0
    return frame + max(1, rows) * (each + ROOMY.down) - ROOMY.down


def _notes(
    plot: MultiplesPlot, hidden: int, width: float, scale: TypeScale, tr: Translator
) -> tuple[Line, ...]:
    parts = []
    if hidden:
        parts.append(
            tr.plural("{count} more is in the table.", "{count} more are in the table.", hidden)
        )
    parts += [plot.undrawn, plot.source]
    if len(plot.panels) > 1:
        parts.append(tr.say("Each picture has its own values and its own years."))
    if plot.today is not None and plot.panels:
        parts.append(tr.say("Dashed upright line: the date of status."))
    if any(panel.plot.breaks for panel in plot.panels):
        parts.append(tr.say("Solid upright line: metric, baseline, target or method was changed."))
    if any(panel.plot.fan for panel in plot.panels):
        parts.append(
            tr.say(
                "Shaded: the forecast's {inner} and {outer} intervals.",
                inner=tr.percent(80, 0),
                outer=tr.percent(95, 0),
            )
        )
    return foot(" ".join(filter(None, parts)), width, scale)


def _foot_height(notes: tuple[Line, ...], scale: TypeScale) -> float:
    return scale.small_leading * len(notes) + 6.0 if notes else 1.0


def _draw_row(
    pen: Pen,
    plot: MultiplesPlot,
    grid: Grid,
    row: int,
    top: float,
    scale: TypeScale,
    tr: Translator,
) -> None:
    """One row of panels; their pictures begin at the same height."""
    places = range(row * grid.columns, min((row + 1) * grid.columns, grid.shown))
    words = [
        panel_words(plot.panels[place], grid.across, scale, tr, grid.density) for place in places
    ]
    lines = max(len(one) for one in words)
    head = top - row * (grid.down + grid.density.down)
    for place, texts in zip(places, words, strict=True):
        left = grid.left(place)
        for number, (text, face, points, tone) in enumerate(texts):
            y = head - scale.text * 0.8 - number * scale.text_leading
            pen.write(text, (left, y), face, points, tone, TEXT)
        box = Box(
            left + grid.indent,
            head - grid.down + scale.small_leading + 2.0,
            left + grid.across,
            head - lines * scale.text_leading - 6.0,
        )
        draw_panel(pen, plot.panels[place].plot, plot.today, box, scale, tr)
