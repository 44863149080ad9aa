# SPDX-License-Identifier: Apache-2.0
"""Needs against promises: each bar is a share of its own need, so unlike units stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.charts.coalition_plots import NeedPlot, NeedRow
from missiondesk.charts.lettering import Face
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.rows import (
    SWATCH,
    KeyItem,
    Laid,
    PlacedKey,
    RowText,
    Surroundings,
    draw_rules,
    lay_key,
    lay_rows,
    rows_height,
    words_about,
)
from missiondesk.charts.sheet import line_about, sentence, write_lines
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_RULE, _TRACK, _BAR, _MARK, _TEXT = 0.5, 1.0, 2.0, 3.0, 5.0
_TRACK_HIGH, _BAR_HIGH = 12.0, 8.0
_MOST = 1.25  # share of the need at which a bar ends in an arrow


def draw_needs(
    pen: Pen,
    plot: NeedPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the bars, one row a kind and unit; arguments as for `draw_trajectory`."""
    scale, tr = PRINT.scaled(text_scale), translator
    laid = lay_rows(_texts(plot), _around(plot, size[0], scale, tr), size, scale, tr)
    write_lines(pen, laid.lines, _TEXT)
    if not laid.shown:
        text = tr.say("Nothing is needed or promised yet.")
        write_lines(pen, [sentence(text, size, scale, laid.lines)], _TEXT)
        return
    draw_rules(pen, laid, _RULE)
    goal = _place(1.0, laid)
    if any(row.needed for row in plot.rows):
        top = laid.area.y1 + 4.0
        need = line_about(tr.say("Need"), goal, top, scale.small, Face.SEMIBOLD, "target")
        write_lines(pen, [need], _TEXT)
    for row, middle in zip(plot.rows[: laid.shown], laid.middles, strict=True):
        _draw_row(pen, row, middle, laid, tr)
    placed, words, _ = lay_key(_key(plot, tr), size[0], laid.foot_top, scale)
    for item in placed:
        _draw_key(pen, item)
    write_lines(pen, words, _TEXT)


def needs_height(
    plot: NeedPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every row."""
    scale = PRINT.scaled(text_scale)
    return rows_height(_texts(plot), _around(plot, width, scale, translator), width, scale)


def _around(plot: NeedPlot, width: float, scale: TypeScale, tr: Translator) -> Surroundings:
    key = lay_key(_key(plot, tr), width, 0.0, scale)[2] if plot.rows else 0.0
    above = scale.small_leading + 2.0 if plot.rows else 0.0
    return Surroundings(plot.title, plot.subtitle, plot.source, above, key + 4.0)


def _texts(plot: NeedPlot) -> list[RowText]:
    return [
        RowText(row.label, row.detail, row.value, row.note, "good" if row.enough else "bad")
        for row in plot.rows
    ]


def _place(share: float, laid: Laid) -> float:
    edge = 7.0
    x0, x1 = laid.area.x0 + edge, laid.area.x1 - edge
    return x0 + min(max(share, 0.0), _MOST) / _MOST * (x1 - x0)


def _draw_row(pen: Pen, row: NeedRow, middle: float, laid: Laid, tr: Translator) -> None:
    if not row.needed:
        said = tr.say("beside the needs") if not row.detail else tr.say("nobody has said how much")
        write_lines(pen, words_about(said, middle, laid), _TEXT)
        return
    palette, half = pen.palette, _TRACK_HIGH / 2
    start, goal = _place(0.0, laid), _place(1.0, laid)
    pen.block(Box(start, middle - half, goal, middle + half), palette.tint("line", 0.24), _TRACK)
    promised, delivered = row.promised / row.needed, row.delivered / row.needed
    offered = promised + row.offered / row.needed
    low, high = middle - _BAR_HIGH / 2, middle + _BAR_HIGH / 2
    for share, fill in (
        (offered, palette.ground),
        (promised, palette.tint("observed", 0.45)),
        (delivered, palette.observed),
    ):
        if share > 0:
            box = Box(start, low, _place(share, laid), high)
            pen.block(box, fill, _BAR, palette.observed, 0.9)
    if max(promised, offered) > _MOST:
        pen.mark(((_place(_MOST, laid), middle),), ">", 7.0, palette.observed, palette.observed,
                 _MARK)  # fmt: skip
    pen.polyline(((goal, middle - half - 2), (goal, middle + half + 2)), palette.ground, 3.2, _MARK)
    pen.polyline(((goal, middle - half - 2), (goal, middle + half + 2)), palette.target, 1.5, _MARK)


def _key(plot: NeedPlot, tr: Translator) -> list[KeyItem]:
    items = [KeyItem("promised", tr.say("Promised"))]
    if any(row.delivered for row in plot.rows):
        items.append(KeyItem("delivered", tr.say("of which delivered")))
    if any(row.offered for row in plot.rows):
        items.append(KeyItem("offered", tr.say("Offered, not agreed")))
    return items


def _draw_key(pen: Pen, key: PlacedKey) -> None:
    palette, half = pen.palette, _BAR_HIGH / 2
    fill = {
        "promised": palette.tint("observed", 0.45),
        "delivered": palette.observed,
        "offered": palette.ground,
    }[key.item.swatch]
    box = Box(key.x, key.y - half, key.x + SWATCH - 2.0, key.y + half)
    pen.block(box, fill, _BAR, palette.observed, 0.9)
