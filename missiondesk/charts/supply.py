# SPDX-License-Identifier: Apache-2.0
"""Need against have, a quarter a row: what is there, what is there below the level, what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.rows import (
    SWATCH,
    KeyItem,
    PlacedKey,
    RowText,
    Surroundings,
    draw_rules,
    lay_key,
    lay_rows,
    rows_height,
)
from missiondesk.charts.sheet import or_none, sentence, write_lines
from missiondesk.charts.supply_plot import SupplyPlot, SupplyRow
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_RULE, _BAR, _MARK, _TEXT = 0.5, 2.0, 3.0, 5.0
_HIGH = 10.0  # points


def only_finite(plot: SupplyPlot) -> SupplyPlot:
    """The plot without values that cannot be drawn."""
    return replace(
        plot,
        rows=tuple(
            replace(
                row,
                needed=_positive(row.needed),
                met=_positive(row.met),
                below=_positive(row.below),
                external=_positive(row.external),
            )
            for row in plot.rows
        ),
    )


def _positive(value: float | None) -> float | None:
    kept = or_none(value)
    return None if kept is None else max(kept, 0.0)


def missing(row: SupplyRow) -> float:
    """Work years that nobody gives at any level."""
    return max((row.needed or 0.0) - (row.met or 0.0) - (row.below or 0.0), 0.0)


def draw_supply(
    pen: Pen,
    plot: SupplyPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw one bar a quarter; arguments as for `draw_trajectory`.

    A full bar is there, a pale one is below the level, and the frame round nothing is missing, so
    that the three differ in grey as well.
    """
    plot, scale, tr = only_finite(plot), PRINT.scaled(text_scale), translator
    laid = lay_rows(_texts(plot, tr), _around(plot, size[0], scale, tr), size, scale, tr)
    write_lines(pen, laid.lines, _TEXT)
    if not laid.shown:
        text = tr.say("There are no needs in these quarters.")
        write_lines(pen, [sentence(text, size, scale, laid.lines)], _TEXT)
        return
    draw_rules(pen, laid, _RULE)
    longest = max((row.needed or 0.0 for row in plot.rows), default=0.0)
    for row, middle in zip(plot.rows[: laid.shown], laid.middles, strict=True):
        if longest > 0:
            _draw_row(pen, row, middle, laid.area, longest)
    placed, words, _ = lay_key(_key(plot, tr), size[0], laid.foot_top, scale)
    for item in placed:
        _draw_key(pen, item)
    write_lines(pen, words, _TEXT)


def supply_height(
    plot: SupplyPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every quarter."""
    plot, scale = only_finite(plot), PRINT.scaled(text_scale)
    around = _around(plot, width, scale, translator)
    return rows_height(_texts(plot, translator), around, width, scale)


def _draw_row(pen: Pen, row: SupplyRow, middle: float, area: Box, longest: float) -> None:
    x, low, high = area.x0, middle - _HIGH / 2, middle + _HIGH / 2
    for swatch, value in (("met", row.met), ("below", row.below), ("missing", missing(row))):
        wide = (area.x1 - area.x0) * (value or 0.0) / longest
        if wide > 0:
            _block(pen, Box(x, low, x + wide, high), swatch)
            x += wide


def _block(pen: Pen, box: Box, swatch: str) -> None:
    palette = pen.palette
    if swatch == "missing":
        pen.block(box, palette.ground, _BAR, palette.target, 1.0)
        return
    share = 0.9 if swatch == "met" else 0.32
    pen.block(box, palette.tint("observed", share), _BAR, palette.observed, 0.8)


def _around(plot: SupplyPlot, width: float, scale: TypeScale, tr: Translator) -> Surroundings:
    key = lay_key(_key(plot, tr), width, 0.0, scale)[2] if plot.rows else 0.0
    return Surroundings(
        plot.title,
        plot.subtitle,
        plot.source,
        4.0,
        key + 6.0,
        align_right=True,
        least_row=_HIGH + 2,
    )


def _texts(plot: SupplyPlot, tr: Translator) -> list[RowText]:
    return [
        RowText(row.label, "", have_text(row, tr), missing_text(row, tr), "bad")
        for row in plot.rows
    ]


def have_text(row: SupplyRow, tr: Translator) -> str:
    """What is there of what is needed: "6,5 of 7"."""
    have, needed = tr.number(short(row.met)), tr.number(short(row.needed))
    return tr.say("{have} of {needed}", have=have, needed=needed)


def missing_text(row: SupplyRow, tr: Translator) -> str:
    """What is not there at the level, "" when nothing is missing."""
    gap = (row.needed or 0.0) - (row.met or 0.0)
    if gap <= 0.0001:
        return ""
    return tr.say("{sign} {gap} missing", sign="■", gap=tr.number(short(gap)))


def short(value: float | None) -> float:
    """At most two digits after the point."""
    kept = round(value or 0.0, 2)
    return int(kept) if kept == int(kept) else kept


def _key(plot: SupplyPlot, tr: Translator) -> list[KeyItem]:
    items = [KeyItem("met", tr.say("There at the level needed"))]
    if any((row.below or 0.0) > 0 for row in plot.rows):
        items.append(KeyItem("below", tr.say("There below the level")))
    if any(missing(row) > 0 for row in plot.rows):
        items.append(KeyItem("missing", tr.say("Not there at any level")))
    return items


def _draw_key(pen: Pen, key: PlacedKey) -> None:
    half = _HIGH / 2 - 1.0
    box = Box(key.x, key.y - half, key.x + SWATCH - 2.0, key.y + half)
    _block(pen, box, key.item.swatch)
