# SPDX-License-Identifier: Apache-2.0
"""How each role of a seat looks: shape, fill and stripes, so that nothing hangs on colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.charts.lettering import Face, text_width
from missiondesk.charts.placement import Box
from missiondesk.charts.rows import SWATCH, KeyItem, PlacedKey
from missiondesk.charts.seat_plots import AGAINST, GOVERNMENT, NEUTRAL, SUPPORT, UNKNOWN, SeatGroup

if TYPE_CHECKING:
    from missiondesk.charts.palette import ChartPalette
    from missiondesk.charts.pen import Pen

SHAPES = {GOVERNMENT: "o", SUPPORT: "s", NEUTRAL: "s", UNKNOWN: "o", AGAINST: "D"}
_STRIPE = 4.0  # points between the stripes of those against
_INNER = 2.0  # points of white about a letter


def edge_of(role: int, palette: ChartPalette) -> str:
    """Colour of the outline."""
    return {
        GOVERNMENT: palette.observed,
        SUPPORT: palette.observed,
        NEUTRAL: palette.quiet,
        UNKNOWN: palette.line,
        AGAINST: palette.target,
    }[role]


def fill_of(role: int, palette: ChartPalette) -> str:
    """Colour inside."""
    return {
        GOVERNMENT: palette.observed,
        SUPPORT: palette.tint("observed", 0.28),
        NEUTRAL: palette.ground,
        UNKNOWN: palette.tint("line", 0.18),
        AGAINST: palette.tint("target", 0.22),
    }[role]


def draw_block(pen: Pen, box: Box, role: int, order: float) -> None:
    """A piece of a bar; those against are striped."""
    palette = pen.palette
    pen.block(box, fill_of(role, palette), order, edge_of(role, palette), 0.8)
    if role == AGAINST:
        high = box.y1 - box.y0
        x = box.x0 - high + _STRIPE
        while x < box.x1:
            start, end = max(x, box.x0), min(x + high, box.x1)
            if end > start:
                line = ((start, box.y0 + start - x), (end, box.y0 + end - x))
                pen.polyline(line, palette.tint("target", 0.5), 0.5, order + 0.1)
            x += _STRIPE


def write_code(pen: Pen, group: SeatGroup, box: Box, size: float, order: float) -> None:
    """The party's letter on its piece, where it fits; on stripes it gets a ground of its own."""
    wide = text_width(group.code, Face.SEMIBOLD, size)
    if not group.code or wide + 2 * _INNER > box.x1 - box.x0:
        return
    x, y = (box.x0 + box.x1 - wide) / 2, (box.y0 + box.y1) / 2 - size * 0.34
    if group.role == AGAINST:
        back = Box(x - 1.0, y - size * 0.18, x + wide + 1.0, y + size * 0.82)
        pen.block(back, pen.palette.ground, order - 0.1)
    tone = "ground" if group.role == GOVERNMENT else "ink"
    pen.write(group.code, (x, y), Face.SEMIBOLD, size, tone, order)


def key_of(roles: tuple[str, ...], groups: tuple[SeatGroup, ...]) -> list[KeyItem]:
    """One entry for each role that somebody has."""
    there = {one.role for one in groups}
    return [KeyItem(str(role), word) for role, word in enumerate(roles) if role in there]


def draw_mark_key(pen: Pen, key: PlacedKey, size: float, order: float) -> None:
    """The mark of a seat before its word."""
    role, palette = int(key.item.swatch), pen.palette
    at = ((key.x + SWATCH / 2, key.y),)
    pen.mark(at, SHAPES[role], size, edge_of(role, palette), fill_of(role, palette), order, 0.9)


def draw_block_key(pen: Pen, key: PlacedKey, order: float) -> None:
    """A piece of a bar before its word."""
    box = Box(key.x, key.y - 4.0, key.x + SWATCH - 2.0, key.y + 4.0)
    draw_block(pen, box, int(key.item.swatch), order)
