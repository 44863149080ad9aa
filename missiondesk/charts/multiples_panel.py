# SPDX-License-Identifier: Apache-2.0
"""One mission among many: its name, how it stands, and a small trajectory below."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from missiondesk.charts import trajectory_strokes as strokes
from missiondesk.charts.lettering import Face, text_width, wrapped
from missiondesk.charts.palette import TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import MissionPanel, TrajectoryPlot
from missiondesk.charts.sheet import Line, line_to, write_lines
from missiondesk.charts.trajectory_layout import Frame, Scale, has_values
from missiondesk.charts.trajectory_texts import tick_texts, ticks_of
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_GRID, _TODAY, TEXT = 0.4, 2.0, 5.0
_FINE = 0.78  # of a chart of its own


@dataclass(frozen=True, slots=True)
class Density:
    """How much is said over each picture; a full page says less.

    Attributes:
        title: Most lines of the name.
        dated: Say the values' periods, on up to two lines.
        down: Points between the rows of panels.
    """

    title: int = 2
    dated: bool = True
    down: float = 12.0


ROOMY = Density()


def panel_years(plot: TrajectoryPlot) -> tuple[float, float]:
    """From where to where the picture's axis of time reaches: its own years, since a short course
    over everyone's would be pressed into a corner.
    """
    places = [
        *(point.x for point in plot.points),
        *(place[0] for place in plot.path),
        *(mark.x for mark in (plot.baseline, plot.target, *plot.intermediate) if mark),
        *(one.x for one in plot.fan),
    ]
    if not places:
        return (2000.0, 2001.0)
    first, last = min(places), max(places)
    return (first, last) if last - first >= 1.0 else (first - 1.0, last + 1.0)


def whole_years(years: tuple[float, float]) -> tuple[int, int]:
    """The first and the last whole year on such an axis, as they stand below it."""
    return math.ceil(years[0] - 1e-9), math.floor(years[1] + 1e-9)


def panel_ticks(plot: TrajectoryPlot) -> tuple[Decimal, ...]:
    """The few values at the left of the picture."""
    return ticks_of(plot, 2)


def panel_words(
    panel: MissionPanel, width: float, scale: TypeScale, tr: Translator, density: Density
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


def draw_panel(
    pen: Pen,
    plot: TrajectoryPlot,
    today: float | None,
    box: Box,
    scale: TypeScale,
    tr: Translator,
) -> None:
    """The picture in its box, over its own years."""
    if not has_values(plot):
        text = tr.say("There are no figures yet.")
        broken = wrapped(text, Face.REGULAR, scale.small, box.x1 - box.x0, 2)
        for number, line in enumerate(broken):
            y = (box.y0 + box.y1) / 2 - number * scale.small_leading
            pen.write(line, (box.x0, y), Face.REGULAR, scale.small, "quiet", TEXT)
        return
    frame = _frame(plot, today, box, scale, tr)
    floor, *others = frame.grid
    for height in others:
        pen.polyline(((box.x0, height), (box.x1, height)), pen.palette.hair, 0.5, _GRID)
    pen.polyline(((box.x0, floor), (box.x1, floor)), pen.palette.line, 0.7, _GRID)
    if frame.today is not None:
        upright = ((frame.today, box.y0), (frame.today, box.y1))
        pen.polyline(upright, pen.palette.line, 0.6, _TODAY, (3.0, 2.5))
    write_lines(pen, frame.lines, TEXT)
    strokes.draw_areas(pen, plot, frame)
    strokes.draw_changes(pen, plot, frame)
    strokes.draw_forecast(pen, plot, frame, _FINE)
    strokes.draw_series(pen, plot, frame, _FINE)


def _frame(
    plot: TrajectoryPlot,
    today: float | None,
    box: Box,
    scale: TypeScale,
    tr: Translator,
) -> Frame:
    """Scale and ticks of one panel: its own values, its own years."""
    first, last = years = panel_years(plot)
    pad = (last - first) * 4.0 / max(box.x1 - box.x0 - 8.0, 20.0)
    ticks = panel_ticks(plot)
    over = Scale(box, (first - pad, last + pad), (float(ticks[0]), float(ticks[-1])))
    heights = tuple(over.place(first, float(tick))[1] for tick in ticks)
    lines: list[Line] = []
    # Values that would stand on each other in a flat panel are left out from the middle.
    for height, text in _spread(heights, tick_texts(ticks, tr), scale.small + 1.0):
        lines.append(
            line_to(text, box.x0 - 4.0, height - scale.small * 0.33, scale.small, tone="quiet")
        )
    lines += _year_lines(over, years, box, scale)
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
    first, last = whole_years(years)
    y = box.y0 - scale.small - 1.5
    start = Line(str(first), 0.0, y, scale.small, tone="quiet")
    wide = text_width(start.text, Face.REGULAR, scale.small)
    x = min(max(over.place(float(first), 0.0)[0] - wide / 2, box.x0), box.x1 - wide)
    lines = [replace(start, x=x)]
    end = over.place(float(last), 0.0)[0]
    if last > first and end + wide / 2 - wide > x + wide + 4.0:
        lines.append(line_to(str(last), min(end + wide / 2, box.x1), y, scale.small, tone="quiet"))
    return lines
