# SPDX-License-Identifier: Apache-2.0
"""Bars to the majority: who is for a government and who against it, party by party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.charts.lettering import Face
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.rows import (
    KeyItem,
    Laid,
    RowText,
    Surroundings,
    draw_rules,
    lay_key,
    lay_rows,
    rows_height,
)
from missiondesk.charts.seat_look import draw_block, draw_block_key, key_of, write_code
from missiondesk.charts.seat_plots import MajorityPlot, MajorityRow
from missiondesk.charts.sheet import line_about, sentence, write_lines
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_RULE, _BAR, _MARK, _TEXT = 0.5, 1.0, 3.0, 5.0
_HIGH = 16.0  # points of a bar
_LEAST_ROW = 30.0
_CLEAR = 1.5  # points between the line to the majority and a letter's room


def draw_majority(
    pen: Pen,
    plot: MajorityPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the bars; arguments as for `draw_trajectory`."""
    scale, tr = PRINT.scaled(text_scale), translator
    laid = lay_rows(_texts(plot), _around(plot, size[0], scale), size, scale, tr)
    write_lines(pen, laid.lines, _TEXT)
    if not laid.shown:
        text = tr.say("No constellation is entered yet.")
        write_lines(pen, [sentence(text, size, scale, laid.lines)], _TEXT)
        return
    draw_rules(pen, laid, _RULE)
    high = min(_HIGH * text_scale, min(laid.pitch) - scale.small_leading - 2.0)
    for row, middle in zip(plot.rows[: laid.shown], laid.middles, strict=True):
        _draw_row(pen, row, middle, max(high, 6.0), laid, scale)
    key = lay_key(_key_items(plot), size[0], laid.foot_top, scale)
    for item in key[0]:
        draw_block_key(pen, item, _BAR)
    write_lines(pen, key[1], _TEXT)


def majority_height(
    plot: MajorityPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every row."""
    scale = PRINT.scaled(text_scale)
    return rows_height(_texts(plot), _around(plot, width, scale), width, scale)


def _key_items(plot: MajorityPlot) -> list[KeyItem]:
    return key_of(plot.roles, tuple(group for row in plot.rows for group in row.groups))


def _around(plot: MajorityPlot, width: float, scale: TypeScale) -> Surroundings:
    key = lay_key(_key_items(plot), width, 0.0, scale)[2] if plot.rows else 0.0
    least = _LEAST_ROW * scale.text / PRINT.text
    return Surroundings(plot.title, plot.subtitle, plot.source, 2.0, key + 6.0, least_row=least)


def _texts(plot: MajorityPlot) -> list[RowText]:
    return [RowText(one.label, one.detail, one.value, one.note, one.tone) for one in plot.rows]


def _draw_row(
    pen: Pen, row: MajorityRow, middle: float, high: float, laid: Laid, scale: TypeScale
) -> None:
    wide = laid.area.x1 - laid.area.x0
    size = max(row.size, 1)
    middle -= scale.small_leading / 2 - 1.0
    x, goal = laid.area.x0, laid.area.x0 + wide * row.needed / size
    for group in row.groups:
        end = x + wide * group.seats / size
        box = Box(x, middle - high / 2, end, middle + high / 2)
        draw_block(pen, box, group.role, _BAR)
        write_code(pen, group, beside(box, goal), scale.small, _TEXT)
        x = end
    places = ((goal, middle - high / 2 - 2.0), (goal, middle + high / 2 + 2.0))
    pen.polyline(places, pen.palette.ground, 3.0, _MARK)
    pen.polyline(places, pen.palette.ink, 1.4, _MARK)
    top = middle + high / 2 + 3.0
    write_lines(pen, [line_about(str(row.needed), goal, top, scale.small, Face.SEMIBOLD)], _TEXT)


def beside(box: Box, line: float) -> Box:
    """The wider part of a piece beside a line that crosses it, where a letter can be read."""
    if not box.x0 < line < box.x1:
        return box
    left = Box(box.x0, box.y0, line - _CLEAR, box.y1)
    right = Box(line + _CLEAR, box.y0, box.x1, box.y1)
    return left if left.x1 - left.x0 > right.x1 - right.x0 else right
