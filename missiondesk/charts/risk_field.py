# SPDX-License-Identifier: Apache-2.0
"""Risks in a field of five by five: probability upwards, impact to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.charts.governance_plots import RiskFieldPlot, RiskSpot
from missiondesk.charts.lettering import Face, text_width, wrapped
from missiondesk.charts.palette import PRINT, ChartPalette, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.rows import SWATCH, KeyItem, PlacedKey, lay_key
from missiondesk.charts.sheet import Line, foot, heading, line_about, sentence, write_lines
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

STEPS = 5
_FIELD, _TEXT = 1.0, 5.0
_LEFT, _BELOW = 22.0, 24.0  # points for the steps and their words
_CELL, _WIDEST = 37.0, 110.0
_LINES = 2


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells lie, in points."""

    x0: float
    y0: float
    wide: float
    high: float

    def cell(self, impact: int, probability: int) -> Box:
        """The cell of two judgements from 1 to 5."""
        x = self.x0 + (impact - 1) * self.wide
        y = self.y0 + (probability - 1) * self.high
        return Box(x, y, x + self.wide, y + self.high)


def judged(plot: RiskFieldPlot) -> list[RiskSpot]:
    """Risks that have a place in the field."""
    return [one for one in plot.risks if weight(one) is not None]


def weight(one: RiskSpot) -> int | None:
    """Probability times impact, None for one that has no place."""
    if one.probability is None or one.impact is None:
        return None
    inside = 1 <= one.probability <= STEPS and 1 <= one.impact <= STEPS
    return one.probability * one.impact if inside else None


def draw_risk_field(
    pen: Pen,
    plot: RiskFieldPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the field with the risks' numbers; arguments as for `draw_trajectory`."""
    scale, tr = PRINT.scaled(text_scale), translator
    fixed = (
        *heading(plot.title, plot.subtitle, size, scale),
        *foot(plot.source, size[0], scale),
    )
    write_lines(pen, fixed, _TEXT)
    if not plot.risks:
        text = tr.say("There are no risks to show.")
        write_lines(pen, [sentence(text, size, scale, fixed)], _TEXT)
        return
    grid = _grid(plot, size, scale, text_scale)
    if grid.high < 2 * scale.text_leading:
        text = tr.say("There is too little room for the picture; the table has all of it.")
        write_lines(pen, [sentence(text, size, scale, fixed)], _TEXT)
        return
    for impact in range(1, STEPS + 1):
        for probability in range(1, STEPS + 1):
            _draw_cell(pen, plot, grid.cell(impact, probability), impact, probability, scale)
    source = len(foot(plot.source, size[0], scale)) * scale.small_leading
    entries, words, _ = lay_key(_key(plot, tr), size[0], source + 2.0, scale)
    for number, entry in enumerate(entries):
        _draw_key(pen, entry, 2 - number)
    write_lines(pen, [*_axis(grid, scale, tr), *words], _TEXT)


def risk_field_height(
    plot: RiskFieldPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points at which the cells hold three lines."""
    scale = PRINT.scaled(text_scale)
    around = _above(plot, width, scale) + _under(plot, width, scale, text_scale)
    if not plot.risks:
        return around + 40.0
    return around + STEPS * _CELL * text_scale


def _above(plot: RiskFieldPlot, width: float, scale: TypeScale) -> float:
    lines = heading(plot.title, plot.subtitle, (width, 0.0), scale)
    titled = sum(one.face is Face.SEMIBOLD for one in lines)
    high = titled * scale.title_leading + (len(lines) - titled) * scale.text_leading
    return high + scale.small_leading + 8.0


def _under(plot: RiskFieldPlot, width: float, scale: TypeScale, text_scale: float) -> float:
    source = len(foot(plot.source, width, scale)) * scale.small_leading
    return source + _BELOW * text_scale + scale.small_leading + 9.0


def _grid(
    plot: RiskFieldPlot, size: tuple[float, float], scale: TypeScale, text_scale: float
) -> _Grid:
    left = _LEFT * text_scale
    bottom = _under(plot, size[0], scale, text_scale)
    high = (size[1] - bottom - _above(plot, size[0], scale)) / STEPS
    wide = min((size[0] - left) / STEPS, _WIDEST * text_scale)
    return _Grid(left, bottom, wide, max(high, 1.0))


def _band(plot: RiskFieldPlot, heavy: int) -> int:
    """2 for a heavy weight, 1 for one that is watched, 0 for a light one."""
    return 2 if heavy >= plot.severe_from else int(heavy >= plot.watched_from)


def _band_fill(palette: ChartPalette, band: int) -> str:
    """Three shades that are told apart in grey too."""
    return palette.tint(*(("line", 0.06), ("wait", 0.2), ("bad", 0.42))[band])


def _key(plot: RiskFieldPlot, tr: Translator) -> list[KeyItem]:
    """What the shades mean, the heaviest first."""
    return [
        KeyItem("bar", tr.say("Heavy: {limit} or more", limit=plot.severe_from)),
        KeyItem(
            "bar",
            tr.say("Watched: {low} to {high}", low=plot.watched_from, high=plot.severe_from - 1),
        ),
        KeyItem("bar", tr.say("Light: below {limit}", limit=plot.watched_from)),
    ]


def _draw_key(pen: Pen, key: PlacedKey, band: int) -> None:
    box = Box(key.x, key.y - 3.6, key.x + SWATCH, key.y + 3.6)
    pen.block(box, _band_fill(pen.palette, band), _FIELD, pen.palette.line, 0.5)


def _draw_cell(
    pen: Pen, plot: RiskFieldPlot, box: Box, impact: int, probability: int, scale: TypeScale
) -> None:
    """The cell in the tone of its weight, with the weight and the numbers of its risks."""
    heavy = impact * probability
    palette = pen.palette
    pen.block(box, _band_fill(palette, _band(plot, heavy)), _FIELD, palette.ground, 1.4)
    number = str(heavy)
    x = box.x1 - 4.0 - text_width(number, Face.REGULAR, scale.small)
    lines = [Line(number, x, box.y0 + 4.0, scale.small)]
    here = [
        one.label for one in plot.risks if (one.impact, one.probability) == (impact, probability)
    ]
    told = _fitting(here, box.x1 - box.x0 - 8.0, scale)
    for place, text in enumerate(told):
        y = box.y1 - 4.0 - scale.text * 0.8 - place * scale.text_leading
        lines.append(Line(text, box.x0 + 4.0, y, scale.text, Face.SEMIBOLD))
    write_lines(pen, lines, _TEXT)


def _fitting(labels: list[str], width: float, scale: TypeScale) -> tuple[str, ...]:
    """As many of the risks' numbers as the place holds, and how many more there are."""
    for kept in range(len(labels), -1, -1):
        more = len(labels) - kept
        text = " ".join(filter(None, (", ".join(labels[:kept]), f"+{more}" if more else "")))
        lines = wrapped(text, Face.SEMIBOLD, scale.text, width, _LINES)
        if not any(line.endswith("…") for line in lines):
            return lines
    return ()


def _axis(grid: _Grid, scale: TypeScale, tr: Translator) -> list[Line]:
    lines = []
    for step in range(1, STEPS + 1):
        cell = grid.cell(step, step)
        middle = (cell.x0 + cell.x1) / 2
        below = grid.y0 - scale.small - 1.0
        lines.append(line_about(str(step), middle, below, scale.small, tone="quiet"))
        y = (cell.y0 + cell.y1) / 2 - scale.small * 0.35
        lines.append(Line(str(step), grid.x0 - 12.0, y, scale.small, tone="quiet"))
    top = grid.y0 + STEPS * grid.high + 4.0
    impact = tr.say("Impact →")
    x = grid.x0 + STEPS * grid.wide - text_width(impact, Face.SEMIBOLD, scale.small)
    y = grid.y0 - scale.small - 1.0 - scale.small_leading
    lines.append(Line(tr.say("↑ Probability"), 0.0, top, scale.small, Face.SEMIBOLD, "quiet"))
    lines.append(Line(impact, max(x, 0.0), y, scale.small, Face.SEMIBOLD, "quiet"))
    return lines
