# SPDX-License-Identifier: Apache-2.0
"""All missions at a glance: one small trajectory each, over the same years."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from missiondesk.charts import trajectory_strokes as strokes
from missiondesk.charts.lettering import Face, text_width, wrapped
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import MissionPanel, MultiplesPlot, TrajectoryPlot
from missiondesk.charts.sheet import (
    Line,
    foot,
    heading,
    line_to,
    or_none,
    sentence,
    write_lines,
)
from missiondesk.charts.trajectory_layout import Frame, Scale, has_values
from missiondesk.charts.trajectory_layout import only_finite as only_finite_panel
from missiondesk.charts.trajectory_texts import tick_texts, ticks_of
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_GRID, _TODAY, _TEXT = 0.4, 2.0, 5.0
_FINE = 0.78  # of a chart of its own
_ACROSS = 18.0  # points between panels
_LEAST_WIDTH, _LEAST_PLOT = 96.0, 28.0  # points, at the printed type size
_WANTED_WIDTH, _WANTED_PLOT = 138.0, 62.0
_ASPECT = 2.0
_LIMIT = 60  # panels; no page is read with more


@dataclass(frozen=True, slots=True)
class _Density:
    """How much is said over each picture; a full page says less.

    Attributes:
        title: Most lines of the name.
        dated: Say the values' periods, on up to two lines.
        down: Points between the rows of panels.
    """

    title: int = 2
    dated: bool = True
    down: float = 12.0


_ROOMY = _Density()
_DENSITIES = (_ROOMY, _Density(2, False, 8.0), _Density(1, False, 8.0))


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
    write_lines(pen, head, _TEXT)
    top = min((line.y for line in head), default=size[1]) - (10.0 if head else 0.0)
    notes = _notes(plot, 0, size[0], scale, tr)
    grid = _grid(plot, (size[0], top - _foot_height(notes, scale)), scale, tr)
    if grid.shown < len(plot.panels):
        notes = _notes(plot, len(plot.panels) - grid.shown, size[0], scale, tr)
        grid = _grid(plot, (size[0], top - _foot_height(notes, scale)), scale, tr)
    write_lines(pen, notes, _TEXT)
    if not grid.shown:
        text = tr.say("There are no missions to show.")
        write_lines(pen, [sentence(text, size, scale, (*head, *notes))], _TEXT)
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
    columns = max(1, min(len(plot.panels), int((width + _ACROSS) / (wanted + _ACROSS))))
    rows = math.ceil(len(plot.panels) / columns)
    columns = max(1, math.ceil(len(plot.panels) / max(1, rows)))
    across = (width - _ACROSS * (columns - 1)) / columns
    words = max(
        (len(_words(one, across, scale, translator, _ROOMY)) for one in plot.panels), default=0
    )
    each = words * scale.text_leading + _WANTED_PLOT * text_scale + scale.small_leading + 8.0
    return frame + max(1, rows) * (each + _ROOMY.down) - _ROOMY.down


def _notes(
    plot: MultiplesPlot, hidden: int, width: float, scale: TypeScale, tr: Translator
) -> tuple[Line, ...]:
    parts = []
    if hidden:
        parts.append(
            tr.plural("{count} more is in the table.", "{count} more are in the table.", hidden)
        )
    parts.append(plot.source)
    if plot.today is not None and plot.panels:
        parts.append(tr.say("Upright line: the date of status."))
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


# -- the grid ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the panels stand: columns, their width, height of each row, and what fits."""

    columns: int
    rows: int
    across: float
    down: float
    shown: int
    years: tuple[float, float]
    indent: float
    density: _Density

    def left(self, place: int) -> float:
        return (place % self.columns) * (self.across + _ACROSS)


def _grid(
    plot: MultiplesPlot, room: tuple[float, float], scale: TypeScale, tr: Translator
) -> _Grid:
    """The grid whose pictures come closest to a good shape, with the fewest holes.

    Less is said over the pictures before one of them is left out.
    """
    for count in range(min(len(plot.panels), _LIMIT), 0, -1):
        panels = plot.panels[:count]
        for density in _DENSITIES:
            tried = (
                _priced(panels, columns, room, scale, tr, density)
                for columns in range(1, count + 1)
            )
            found = [one for one in tried if one is not None]
            if found:
                _, columns, across, down = min(found)
                rows, indent = math.ceil(count / columns), _indent(panels, scale, tr)
                return _Grid(columns, rows, across, down, count, _years(panels), indent, density)
    return _Grid(1, 0, room[0], room[1], 0, (0.0, 1.0), 0.0, _ROOMY)


def _priced(
    panels: Sequence[MissionPanel],
    columns: int,
    room: tuple[float, float],
    scale: TypeScale,
    tr: Translator,
    density: _Density,
) -> tuple[float, int, float, float] | None:
    """(price, columns, width, height of a row), or None when the panels would be too small."""
    rows = math.ceil(len(panels) / columns)
    across = (room[0] - _ACROSS * (columns - 1)) / columns
    down = (room[1] - density.down * (rows - 1)) / rows
    factor = scale.text / PRINT.text
    if across < _LEAST_WIDTH * factor:
        return None
    words = max(len(_words(panel, across, scale, tr, density)) for panel in panels)
    high = down - words * scale.text_leading - scale.small_leading - 8.0
    if high < _LEAST_PLOT * factor:
        return None
    holes = (columns * rows - len(panels)) / len(panels)
    wide = across - _indent(panels, scale, tr)
    return abs(math.log(wide / high / _ASPECT)) + 2.0 * holes, columns, across, down


def _years(panels: Sequence[MissionPanel]) -> tuple[float, float]:
    places = [
        x
        for plot in (panel.plot for panel in panels)
        for x in (
            *(point.x for point in plot.points),
            *(place[0] for place in plot.path),
            *(mark.x for mark in (plot.baseline, plot.target, *plot.intermediate) if mark),
            *(one.x for one in plot.fan),
        )
    ]
    if not places:
        return (2000.0, 2001.0)
    first, last = min(places), max(places)
    return (first, last) if last - first >= 1.0 else (first - 1.0, last + 1.0)


def _indent(panels: Sequence[MissionPanel], scale: TypeScale, tr: Translator) -> float:
    """Room for the values at the left of every panel, so that the pictures stand in columns."""
    texts = [
        text
        for panel in panels
        if has_values(panel.plot)
        for text in tick_texts(_ticks(panel.plot), tr)
    ]
    return max((text_width(text, Face.REGULAR, scale.small) for text in texts), default=0.0) + 5.0


def _ticks(plot: TrajectoryPlot) -> tuple[Decimal, ...]:
    return ticks_of(plot, 2)


# -- one panel ---------------------------------------------------------------------------------


def _words(
    panel: MissionPanel, width: float, scale: TypeScale, tr: Translator, density: _Density
) -> tuple[tuple[str, Face, float, str], ...]:
    """Name, status, latest value and target: (text, face, size, tone) from the top down."""
    name = f"{panel.code} {panel.title}".strip()
    words = [
        (line, Face.SEMIBOLD, scale.text, "ink")
        for line in wrapped(name, Face.SEMIBOLD, scale.text, width, density.title)
    ]
    if panel.status is not None:
        words += [
            (line, Face.SEMIBOLD, scale.small, panel.status.tone)
            for line in wrapped(panel.status.text, Face.SEMIBOLD, scale.small, width, 1)
        ]
    said = standing_text(panel.plot, tr) if density.dated else brief_text(panel.plot, tr)
    words += [
        (line, Face.REGULAR, scale.small, "quiet")
        for line in wrapped(said, Face.REGULAR, scale.small, width, 1 + density.dated)
    ]
    return tuple(words)


def standing_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """Latest value and target with their periods, as far as they are there."""
    latest, target, band = plot.latest, plot.target, plot.band
    if not has_values(plot):
        return ""
    parts = [tr.say("no figures")] if latest is None else []
    if latest is not None:
        parts.append(_dated(tr.quantity(latest.y, plot.unit, plot.decimals), latest.label))
    if band is not None:
        low, high = tr.number(band[0], plot.decimals), tr.number(band[1], plot.decimals)
        parts.append(tr.say("target {low} to {high}", low=low, high=high))
    elif target is not None:
        value = tr.quantity(target.y, plot.unit, plot.decimals)
        parts.append(tr.say("target {value}", value=_dated(value, target.label)))
    return ", ".join(parts)


def brief_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """From the latest value to the target, without periods ("6,6 → 3,5 %")."""
    latest, target, band = plot.latest, plot.target, plot.band
    if band is not None or target is None or latest is None:
        return standing_text(plot, tr)
    start = tr.number(latest.y, plot.decimals)
    return f"{start} → {tr.quantity(target.y, plot.unit, plot.decimals)}"


def _dated(value: str, label: str) -> str:
    return f"{value} ({label})" if label else value


def _draw_row(
    pen: Pen,
    plot: MultiplesPlot,
    grid: _Grid,
    row: int,
    top: float,
    scale: TypeScale,
    tr: Translator,
) -> None:
    """One row of panels; their pictures begin at the same height."""
    places = range(row * grid.columns, min((row + 1) * grid.columns, grid.shown))
    words = [_words(plot.panels[place], grid.across, scale, tr, grid.density) for place in places]
    lines = max(len(one) for one in words)
    head = top - row * (grid.down + grid.density.down)
    for place, texts in zip(places, words, strict=True):
        left = grid.left(place)
        for number, (text, face, points, tone) in enumerate(texts):
            y = head - scale.text * 0.8 - number * scale.text_leading
            pen.write(text, (left, y), face, points, tone, _TEXT)
        box = Box(
            left + grid.indent,
            head - grid.down + scale.small_leading + 2.0,
            left + grid.across,
            head - lines * scale.text_leading - 6.0,
        )
        _draw_panel(pen, plot.panels[place].plot, plot.today, grid, box, scale, tr)


def _draw_panel(
    pen: Pen,
    plot: TrajectoryPlot,
    today: float | None,
    grid: _Grid,
    box: Box,
    scale: TypeScale,
    tr: Translator,
) -> None:
    if not has_values(plot):
        text = tr.say("There are no figures yet.")
        broken = wrapped(text, Face.REGULAR, scale.small, box.x1 - box.x0, 2)
        for number, line in enumerate(broken):
            y = (box.y0 + box.y1) / 2 - number * scale.small_leading
            pen.write(line, (box.x0, y), Face.REGULAR, scale.small, "quiet", _TEXT)
        return
    frame = _frame(plot, today, grid, box, scale, tr)
    floor, *others = frame.grid
    for height in others:
        pen.polyline(((box.x0, height), (box.x1, height)), pen.palette.hair, 0.5, _GRID)
    pen.polyline(((box.x0, floor), (box.x1, floor)), pen.palette.line, 0.7, _GRID)
    if frame.today is not None:
        upright = ((frame.today, box.y0), (frame.today, box.y1))
        pen.polyline(upright, pen.palette.line, 0.6, _TODAY, (3.0, 2.5))
    write_lines(pen, frame.lines, _TEXT)
    strokes.draw_areas(pen, plot, frame)
    strokes.draw_changes(pen, plot, frame)
    strokes.draw_forecast(pen, plot, frame, _FINE)
    strokes.draw_series(pen, plot, frame, _FINE)


def _frame(
    plot: TrajectoryPlot,
    today: float | None,
    grid: _Grid,
    box: Box,
    scale: TypeScale,
    tr: Translator,
) -> Frame:
    """Scale and ticks of one panel: its own values, everyone's years."""
    first, last = grid.years
    pad = (last - first) * 4.0 / max(box.x1 - box.x0 - 8.0, 20.0)
    ticks = _ticks(plot)
    over = Scale(box, (first - pad, last + pad), (float(ticks[0]), float(ticks[-1])))
    heights = tuple(over.place(first, float(tick))[1] for tick in ticks)
    lines: list[Line] = []
    # Values that would stand on each other in a flat panel are left out from the middle.
    for height, text in _spread(heights, tick_texts(ticks, tr), scale.small + 1.0):
        lines.append(
            line_to(text, box.x0 - 4.0, height - scale.small * 0.33, scale.small, tone="quiet")
        )
    lines += _year_lines(over, grid.years, box, scale)
    shown = today if today is not None and first <= today <= last else None
    return Frame(
        (box.x1, box.y1), scale, over, tuple(lines), heights, (),
        None if shown is None else over.place(shown, 0.0)[0],
    )  # fmt: skip


def _spread(
    heights: tuple[float, ...], texts: tuple[str, ...], apart: float
) -> list[tuple[float, str]]:
    kept = [(heights[0], texts[0])]
    if heights[-1] - heights[0] >= apart:
        kept.append((heights[-1], texts[-1]))
    for height, text in zip(heights[1:-1], texts[1:-1], strict=True):
        if all(abs(height - other) >= apart for other, _ in kept):
            kept.append((height, text))
    return kept


def _year_lines(over: Scale, years: tuple[float, float], box: Box, scale: TypeScale) -> list[Line]:
    """The first and the last whole year, at the ends."""
    first, last = math.ceil(years[0] - 1e-9), math.floor(years[1] + 1e-9)
    y = box.y0 - scale.small - 1.5
    start = Line(str(first), 0.0, y, scale.small, tone="quiet")
    wide = text_width(start.text, Face.REGULAR, scale.small)
    x = min(max(over.place(float(first), 0.0)[0] - wide / 2, box.x0), box.x1 - wide)
    lines = [replace(start, x=x)]
    end = over.place(float(last), 0.0)[0]
    if last > first and end + wide / 2 - wide > x + wide + 4.0:
        lines.append(line_to(str(last), min(end + wide / 2, box.x1), y, scale.small, tone="quiet"))
    return lines
