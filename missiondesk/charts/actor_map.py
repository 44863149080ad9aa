# SPDX-License-Identifier: Apache-2.0
"""The actor map: rings about the missions, a sector for each type, a sign for each stance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missiondesk.charts.actor_map_layout import (
    CORE,
    Oval,
    Spotted,
    box_of,
    edge_of,
    names_of,
    oval_in,
    ring_words,
    sector_words,
    sectors,
    spots_of,
)
from missiondesk.charts.coalition_plots import ActorMapPlot
from missiondesk.charts.lettering import Face, printable
from missiondesk.charts.palette import PRINT, ChartPalette, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.rows import SWATCH, KeyItem, PlacedKey, lay_key
from missiondesk.charts.sheet import foot, heading, line_about, sentence, write_lines
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_RING, _MARK, _TEXT = 0.5, 3.0, 5.0
_CORE_TINT = 0.14
_SHAPES = (("o", True), ("o", False), ("D", False), ("s", True))


def draw_actor_map(
    pen: Pen,
    plot: ActorMapPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the map; arguments as for `draw_trajectory`."""
    scale, tr = PRINT.scaled(text_scale), translator
    head = heading(plot.title, plot.subtitle, size, scale)
    if not plot.dots:
        write_lines(pen, head, _TEXT)
        text = tr.say("There are no actors to show.")
        write_lines(pen, [sentence(text, size, scale, head)], _TEXT)
        return
    # A line is kept free at the foot for the source, or for what found no room.
    foot_top = scale.small_leading + 4.0
    key, key_words, key_high = lay_key(_key(plot), size[0], foot_top, scale)
    top = min(line.y for line in head) - 6.0 if head else size[1]
    oval = oval_in(Box(0.0, foot_top + key_high + 4.0, size[0], top), scale)
    bounds = sectors(plot)
    _draw_rings(pen, plot, oval, bounds)
    rings = ring_words(plot, oval, scale)
    middle = line_about(
        printable(plot.middle), oval.x, oval.y - scale.text * 0.33, scale.text, Face.SEMIBOLD
    )
    types = sector_words(plot, oval, bounds, scale, size[0])
    spots = spots_of(plot, oval, bounds, tr)
    area = Box(0.0, foot_top + key_high + 2.0, size[0], top + 2.0)
    named = names_of(spots, [*rings, middle, *types], oval, area, scale)
    for spot in spots:
        _draw_spot(pen, spot)
    for line in [*rings, *types]:
        pen.ground(box_of(line).grown(1.0), _RING + 0.2)
    core = pen.palette.tint("observed", _CORE_TINT)
    pen.block(box_of(middle).grown(1.0), core, _RING + 0.2)
    for box, leader in named.boxes:
        if leader is not None:
            pen.polyline((leader[:2], leader[2:]), pen.palette.line, 0.5, _MARK - 0.5)
        pen.ground(box, _MARK - 0.2)
    notes = foot(_note(plot, named.left_out, tr), size[0], scale, 1)
    write_lines(pen, [*head, *notes, *rings, middle, *types, *named.lines, *key_words], _TEXT)
    for item in key:
        _draw_key(pen, item, scale)


def _note(plot: ActorMapPlot, left_out: int, tr: Translator) -> str:
    if not left_out:
        return plot.source
    said = tr.plural(
        "{count} name found no room; the table has it.",
        "{count} names found no room; the table has them.",
        left_out,
    )
    return f"{said} {plot.source}".strip()


def actor_map_height(
    plot: ActorMapPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points; more actors ask for more."""
    if not plot.dots:
        return 120.0 * text_scale
    crowd = min(len(plot.dots), 120) * 2.2
    return min(max(330.0 * text_scale + crowd, width * 0.5), 640.0 * text_scale)


def _draw_rings(
    pen: Pen, plot: ActorMapPlot, oval: Oval, bounds: Sequence[tuple[float, float]]
) -> None:
    palette = pen.palette
    pen.area(oval.along(CORE, 0, 360), palette.tint("observed", _CORE_TINT), _RING - 0.2)
    for ring in range(len(plot.rings)):
        outer = edge_of(plot, ring)[1]
        pen.polyline(oval.along(outer, 0, 360), palette.tint("line", 0.7), 0.7, _RING)
    if sum(end > start for start, end in bounds) > 1:
        for start, end in bounds:
            if end > start:
                line = (oval.at(CORE, start), oval.at(1.0, start))
                pen.polyline(line, palette.hair, 0.8, _RING)


def _draw_spot(pen: Pen, spot: Spotted) -> None:
    palette = pen.palette
    if spot.dot is None:
        pen.mark((spot.place,), "s", spot.size, palette.quiet, palette.tint("line", 0.4), _MARK)
        return
    _draw_sign(pen, spot.place, spot.dot.stance, spot.size)


def _draw_sign(pen: Pen, place: tuple[float, float], stance: int, size: float) -> None:
    palette = pen.palette
    shape, filled = _SHAPES[stance % len(_SHAPES)]
    tone = _tones(palette)[stance % len(_SHAPES)]
    pen.mark((place,), shape, size, tone, tone if filled else palette.ground, _MARK, 1.3)


def _tones(palette: ChartPalette) -> tuple[str, ...]:
    return palette.observed, palette.quiet, palette.target, palette.bad


def _key(plot: ActorMapPlot) -> list[KeyItem]:
    used = {dot.stance for dot in plot.dots}
    return [
        *(KeyItem(str(at), text) for at, text in enumerate(plot.stances) if at in used),
        *(KeyItem(f"ring {at}", text) for at, text in enumerate(plot.rings, start=1)),
    ]


def _draw_key(pen: Pen, key: PlacedKey, scale: TypeScale) -> None:
    """A sign, or the number of a ring."""
    x, ring = key.x + SWATCH / 2, key.item.swatch.removeprefix("ring ")
    if ring == key.item.swatch:
        _draw_sign(pen, (x, key.y), int(ring), 8.0)
        return
    at = key.y - scale.small * 0.33
    write_lines(pen, [line_about(ring, x, at, scale.small, Face.SEMIBOLD, "quiet")], _TEXT)
