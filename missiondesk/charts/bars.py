# SPDX-License-Identifier: Apache-2.0
"""Bars from zero, one a row: how a portfolio is spread over stages, instruments, ministries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.charts.palette import PRINT
from missiondesk.charts.placement import Box
from missiondesk.charts.portfolio_plots import BarsPlot
from missiondesk.charts.rows import RowText, Surroundings, draw_rules, lay_rows, rows_height
from missiondesk.charts.sheet import or_none, sentence, write_lines
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_RULE, _BAR, _TEXT = 0.5, 2.0, 5.0
_HIGH = 9.0  # points


def only_finite(plot: BarsPlot) -> BarsPlot:
    """The plot without values that cannot be drawn."""
    return replace(plot, rows=tuple(replace(row, value=or_none(row.value)) for row in plot.rows))


def draw_bars(
    pen: Pen,
    plot: BarsPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw one bar a row; arguments as for `draw_trajectory`."""
    plot, scale, tr = only_finite(plot), PRINT.scaled(text_scale), translator
    laid = lay_rows(_texts(plot), _around(plot), size, scale, tr)
    write_lines(pen, laid.lines, _TEXT)
    if not laid.shown:
        text = tr.say("There are no figures yet.")
        write_lines(pen, [sentence(text, size, scale, laid.lines)], _TEXT)
        return
    draw_rules(pen, laid, _RULE)
    longest = max((row.value or 0.0 for row in plot.rows), default=0.0)
    x0, palette = laid.area.x0, pen.palette
    for row, middle in zip(plot.rows[: laid.shown], laid.middles, strict=True):
        if row.value is None or row.value <= 0 or longest <= 0:
            continue
        x1 = x0 + (laid.area.x1 - x0) * (row.value / longest)
        box = Box(x0, middle - _HIGH / 2, max(x1, x0 + 0.8), middle + _HIGH / 2)
        fill = palette.tint("observed", 0.75 if row.strong else 0.4)
        pen.block(box, fill, _BAR, palette.observed, 0.7)
    bottom = laid.area.y0
    pen.polyline(((x0, bottom), (x0, laid.area.y1)), palette.line, 0.8, _RULE + 0.1)


def bars_height(
    plot: BarsPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every row."""
    return rows_height(_texts(plot), _around(plot), width, PRINT.scaled(text_scale))


def _around(plot: BarsPlot) -> Surroundings:
    return Surroundings(
        plot.title, plot.subtitle, plot.source, 4.0, 4.0, align_right=True, least_row=_HIGH + 2
    )


def _texts(plot: BarsPlot) -> list[RowText]:
    return [RowText(row.label, "", row.text, row.note, strong=row.strong) for row in plot.rows]
