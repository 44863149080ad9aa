# SPDX-License-Identifier: Apache-2.0
"""How ambitious the targets are: the needed pace as a multiple of the pace until now (rule A2)."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.charts.lettering import Face, text_width, wrapped
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import AmbitionPlot, AmbitionRow
from missiondesk.charts.rows import (
    Laid,
    RowText,
    Surroundings,
    draw_rules,
    lay_rows,
    rows_height,
    words_about,
)
from missiondesk.charts.sheet import Line, line_about, or_none, sentence, write_lines
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_ZONE, _EDGE_LINE, _RULE, _MARK, _TEXT = 0.5, 1.0, 1.5, 3.0, 5.0
_TICKS = (0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0)
# The axis reaches this far from the bounds of the zones; ratios beyond end in an arrow.
_BELOW, _ABOVE = 0.25, 3.6


@dataclass(frozen=True, slots=True)
class _Axis:
    """Multiples on a logarithmic axis: twice is as far from once as once from a half."""

    low: float
    high: float
    x0: float
    x1: float

    def place(self, ratio: float) -> float:
        held = min(max(ratio, self.low), self.high)
        share = math.log(held / self.low) / math.log(self.high / self.low)
        return self.x0 + share * (self.x1 - self.x0)


def only_finite(plot: AmbitionPlot) -> AmbitionPlot:
    """The plot without ratios that cannot be drawn."""
    return replace(plot, rows=tuple(replace(row, ratio=or_none(row.ratio)) for row in plot.rows))


def on_axis(row: AmbitionRow) -> bool:
    """Whether the ratio has a place on the axis."""
    return row.ratio is not None and row.ratio > 0


def zone_words(tr: Translator) -> tuple[str, str, str]:
    """The three zones from the least ambitious up."""
    return tr.say("less than the trend"), tr.say("stretch"), tr.say("heroic")


def zone_of(row: AmbitionRow, plot: AmbitionPlot, tr: Translator) -> str:
    """The zone a row lies in, or "" when it has no place on the axis."""
    if row.ratio is None or row.ratio <= 0:
        return ""
    less, stretch, heroic = zone_words(tr)
    if row.ratio < plot.stretch_from:
        return less
    return heroic if row.ratio > plot.heroic_from else stretch


def ratio_text(row: AmbitionRow, tr: Translator) -> str:
    """The ratio in words ("2,4×"), or a dash."""
    if row.ratio is None or row.ratio <= 0:
        return "–"
    return f"{tr.number(row.ratio, 1 if row.ratio < 9.95 else 0)}×"


def pace_text(row: AmbitionRow, tr: Translator) -> str:
    """Needed and earlier pace in words, as far as they are known."""
    if row.required and row.historical:
        return tr.say(
            "needs {required} a year, so far {historical}",
            required=row.required,
            historical=row.historical,
        )
    if row.required:
        return tr.say("needs {required} a year", required=row.required)
    return tr.say("so far {historical} a year", historical=row.historical) if row.historical else ""


def draw_ambition(
    pen: Pen,
    plot: AmbitionPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw one mark a mission on a common axis; arguments as for `draw_trajectory`."""
    plot, scale, tr = only_finite(plot), PRINT.scaled(text_scale), translator
    laid = lay_rows(_texts(plot, tr), _around(plot, scale, tr), size, scale, tr)
    write_lines(pen, laid.lines, _TEXT)
    if not laid.shown:
        text = tr.say("There are no missions to show.")
        write_lines(pen, [sentence(text, size, scale, laid.lines)], _TEXT)
        return
    axis = _axis(plot, laid)
    _draw_zones(pen, plot, axis, laid, tr)
    draw_rules(pen, laid, _RULE)
    for number, row in enumerate(plot.rows[: laid.shown]):
        _draw_row(pen, row, axis, number, laid)


def ambition_height(
    plot: AmbitionPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every row."""
    plot, scale = only_finite(plot), PRINT.scaled(text_scale)
    return rows_height(_texts(plot, translator), _around(plot, scale, translator), width, scale)


def _texts(plot: AmbitionPlot, tr: Translator) -> list[RowText]:
    return [RowText(row.label, pace_text(row, tr), ratio_text(row, tr)) for row in plot.rows]


def _around(plot: AmbitionPlot, scale: TypeScale, tr: Translator) -> Surroundings:
    if not plot.rows:
        return Surroundings(plot.title, plot.subtitle, plot.source)
    above = 2 * scale.small_leading + 4.0
    below = scale.small_leading + 8.0
    return Surroundings(plot.title, plot.subtitle, plot.source, above, below, align_right=True)


def _axis(plot: AmbitionPlot, laid: Laid) -> _Axis:
    """The same for all data, so that two charts can be compared and each zone has room."""
    low, high = plot.stretch_from * _BELOW, plot.heroic_from * _ABOVE
    return _Axis(low, high, laid.area.x0, laid.area.x1)


def _draw_zones(pen: Pen, plot: AmbitionPlot, axis: _Axis, laid: Laid, tr: Translator) -> None:
    """The three zones, their words above and the multiples below."""
    palette, scale = pen.palette, laid.type
    floor, top = laid.area.y0 - 2.0, laid.area.y1
    bounds = (axis.x0, axis.place(plot.stretch_from), axis.place(plot.heroic_from), axis.x1)
    tints = (0.0, 0.07, 0.17)
    for left, right, tint in zip(bounds, bounds[1:], tints, strict=False):
        if tint:
            pen.block(Box(left, floor, right, top), palette.tint("line", tint), _ZONE)
    for x in bounds[1:3]:
        pen.polyline(((x, floor), (x, top)), palette.line, 0.8, _EDGE_LINE)
    pen.polyline(((axis.x0, floor), (axis.x1, floor)), palette.line, 0.8, _EDGE_LINE)
    lines = _zone_lines(bounds, top + 4.0, scale, tr)
    write_lines(pen, [*lines, *_tick_lines(plot, axis, floor, scale, tr)], _TEXT)


def _zone_lines(
    bounds: tuple[float, ...], y: float, scale: TypeScale, tr: Translator
) -> list[Line]:
    """The zones' words over them, each on up to two lines; none where one would be cut."""
    lines = []
    for left, right, text in zip(bounds, bounds[1:], zone_words(tr), strict=False):
        broken = wrapped(text, Face.REGULAR, scale.small, right - left - 4.0, 2)
        if any(line.endswith("…") for line in broken):
            return []
        for number, line in enumerate(broken):
            high = y + scale.small_leading * (len(broken) - 1 - number)
            lines.append(Line(line, left + 3.0, high, scale.small, tone="quiet"))
    return lines


def _tick_lines(
    plot: AmbitionPlot, axis: _Axis, floor: float, scale: TypeScale, tr: Translator
) -> list[Line]:
    """The bounds of the zones first, then as many other multiples as have room."""
    bounds = (plot.stretch_from, plot.heroic_from)
    within = [tick for tick in _TICKS if axis.low <= tick <= axis.high and tick not in bounds]
    lines: list[Line] = []
    for tick in (*bounds, *reversed(within)):
        text = f"{tr.number(tick, 0 if float(tick).is_integer() else 1)}×"
        line = line_about(
            text, axis.place(tick), floor - scale.small - 1.0, scale.small, tone="quiet"
        )
        wide = text_width(text, Face.REGULAR, scale.small)
        clear = all(
            line.x + wide + 5.0 < other.x
            or other.x + text_width(other.text, Face.REGULAR, scale.small) + 5.0 < line.x
            for other in lines
        )
        if clear and line.x >= axis.x0 - 6.0 and line.x + wide <= axis.x1 + 6.0:
            lines.append(line)
    return lines


def _draw_row(pen: Pen, row: AmbitionRow, axis: _Axis, number: int, laid: Laid) -> None:
    palette, middle = pen.palette, laid.middles[number]
    if row.ratio is None or row.ratio <= 0:
        # Without a ratio the row has no zones either: its words stand on the bare ground.
        high = laid.pitch[number] / 2
        pen.ground(Box(axis.x0, middle - high, axis.x1 + 0.5, middle + high), _EDGE_LINE + 0.1)
        write_lines(pen, words_about(row.note, middle, laid), _TEXT)
        return
    shape = "<" if row.ratio < axis.low else ">" if row.ratio > axis.high else "o"
    spot = (axis.place(row.ratio), middle)
    pen.mark((spot,), shape, 6.4, palette.observed, palette.observed, _MARK)
