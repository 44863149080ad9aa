# SPDX-License-Identifier: Apache-2.0
"""Bubbles: initiatives by impact and feasibility, area is money, the fill says the stage.

Judgements are whole numbers from 1 to 5, so many initiatives share one place. Each of the 25 places
is a cell, and the bubbles within it stand beside each other, the largest first; one scale holds for
all, so that areas can be compared.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from missiondesk.charts.lettering import Face, printable, text_width, wrapped
from missiondesk.charts.palette import PRINT, ChartPalette, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.portfolio_plots import Bubble, BubblePlot
from missiondesk.charts.rows import SWATCH, KeyItem, lay_key
from missiondesk.charts.sheet import (
    Line,
    finite,
    foot,
    heading,
    line_about,
    line_to,
    sentence,
    write_lines,
)
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

LEVELS: Final = 5
_GRID, _BUBBLE, _TEXT = 0.5, 2.0, 5.0
_ASPECT = 0.62  # height of the grid for its width
_HIGHEST = 330.0  # points at text scale 1: the picture is seen whole on a laptop
_SMALLEST, _LARGEST = 2.4, 26.0  # radius in points
_MOST_IN_A_CELL = 12
_TURNS: Final = tuple(2 * math.pi * part / 40 for part in range(40))
_FILLS: Final = (0.0, 0.0, 0.2, 0.42)  # a code on the darkest is still read
# The ring says the stage too, for who sees or prints no shades: dashed, thin, thick, double.
_DASHES: Final = ((2.4, 1.8), None, None, None)
_RINGS: Final = (0.9, 0.9, 2.0, 0.9)
_DOUBLE: Final = 3
_APART: Final = 2.2  # points between the two rings


@dataclass(frozen=True, slots=True)
class PlacedBubble:
    """A bubble with its middle, the radius in points, and the room for its label."""

    bubble: Bubble
    x: float
    y: float
    radius: float
    room: float


def _known(plot: BubblePlot) -> list[Bubble]:
    return [one for one in plot.bubbles if 1 <= one.x <= LEVELS and 1 <= one.y <= LEVELS]


def draw_bubbles(
    pen: Pen,
    plot: BubblePlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the grid and the bubbles; arguments as for `draw_trajectory`."""
    scale, tr = PRINT.scaled(text_scale), translator
    key = _key(plot)
    notes, area, key_bottom, head = _frame(plot, size, scale, tr)
    fixed = (*head, *notes)
    write_lines(pen, fixed, _TEXT)
    if not _known(plot) or area.x1 - area.x0 < 60 or area.y1 - area.y0 < 60:
        text = tr.say("There are no figures yet.")
        if _known(plot):
            text = tr.say("The figures are in the table.")
        write_lines(pen, [sentence(text, size, scale, fixed)], _TEXT)
        return
    _draw_grid(pen, plot, area, scale)
    placed, more = place(plot, area, scale)
    for one in placed:
        _draw_circle(pen, (one.x, one.y), one.radius, one.bubble.group)
    write_lines(pen, [*_labels(placed, scale), *more], _TEXT)
    entries, words, _ = lay_key(key, size[0], key_bottom, scale)
    for number, entry in enumerate(entries):
        at = (entry.x + SWATCH / 2, entry.y)
        _draw_circle(pen, at, scale.small * 0.5, number)
    write_lines(pen, words, _TEXT)


def _draw_circle(pen: Pen, at: tuple[float, float], radius: float, group: int) -> None:
    """An area, not a mark: a code may stand on it. Fill and ring say the group."""
    kind = min(max(group, 0), len(_RINGS) - 1)
    places = _circle(at, radius)
    pen.area(places, _fill(pen.palette, kind), _BUBBLE)
    pen.polyline(
        (*places, places[0]), pen.palette.observed, _RINGS[kind], _BUBBLE, dashes=_DASHES[kind]
    )
    if kind == _DOUBLE and radius > _APART + 1.0:
        inner = _circle(at, radius - _APART)
        pen.polyline((*inner, inner[0]), pen.palette.observed, 0.7, _BUBBLE)


def _circle(at: tuple[float, float], radius: float) -> tuple[tuple[float, float], ...]:
    return tuple(
        (at[0] + radius * math.cos(turn), at[1] + radius * math.sin(turn)) for turn in _TURNS
    )


def bubbles_height(
    plot: BubblePlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points at which the cells are well filled at ``width`` points."""
    scale = PRINT.scaled(text_scale)
    if not _known(plot):
        return 90.0 * text_scale
    _, area, _, _ = _frame(plot, (width, 0.0), scale, translator)
    grid = min(width * _ASPECT, _HIGHEST * text_scale)
    return grid - area.y1 + area.y0


@dataclass(frozen=True, slots=True)
class _Cell:
    """The bubbles of one place, the largest first, in rows of ``columns``.

    Attributes:
        room: Width for each bubble in points; ``line`` the height.
    """

    left: float
    bottom: float
    wide: float
    high: float
    bubbles: tuple[Bubble, ...]
    hidden: int
    columns: int
    room: float
    line: float


def place(plot: BubblePlot, area: Box, scale: TypeScale) -> tuple[list[PlacedBubble], list[Line]]:
    """Every bubble's place, and a line in each cell that holds more than can be shown."""
    cells = _cells(plot, area, scale)
    largest = max((_size(one) for one in plot.bubbles), default=0.0)
    unit = _LARGEST
    for cell in cells:
        top = _share(cell.bubbles[0], largest)
        if top > 0:
            fits = max(_SMALLEST, min(cell.room, cell.line) / 2 - 2.0)
            unit = min(unit, fits / top)
    placed = [one for cell in cells for one in _placed(cell, unit, largest)]
    more = [
        line_about(
            f"+{cell.hidden}", cell.left + cell.wide / 2,
            cell.bottom + scale.small_leading * 0.25, scale.small, tone="quiet",
        )
        for cell in cells
        if cell.hidden
    ]  # fmt: skip
    return placed, more


def _cells(plot: BubblePlot, area: Box, scale: TypeScale) -> list[_Cell]:
    found: defaultdict[tuple[int, int], list[Bubble]] = defaultdict(list)
    for one in _known(plot):
        found[one.x, one.y].append(one)
    wide, high = (area.x1 - area.x0) / LEVELS, (area.y1 - area.y0) / LEVELS
    cells = []
    for (x, y), bubbles in found.items():
        bubbles.sort(key=lambda one: (-_size(one), one.label))
        shown = tuple(bubbles[:_MOST_IN_A_CELL])
        usable = high - (scale.small_leading if len(bubbles) > len(shown) else 0.0)
        columns = _columns(shown, wide, usable, scale)
        rows = math.ceil(len(shown) / columns)
        cells.append(
            _Cell(
                area.x0 + (x - 1) * wide, area.y0 + (y - 1) * high, wide, high, shown,
                len(bubbles) - len(shown), columns, wide / columns, usable / rows,
            )
        )  # fmt: skip
    return cells


def _columns(shown: tuple[Bubble, ...], wide: float, high: float, scale: TypeScale) -> int:
    """As many beside each other as keep them round, fewer where their codes then find room."""
    count = len(shown)
    square = min(count, math.ceil(math.sqrt(count * wide / max(high, 1.0))))
    label = max(text_width(printable(one.label), Face.REGULAR, scale.small) for one in shown)
    for columns in range(square, 0, -1):
        if math.ceil(count / columns) * scale.small_leading > high:
            return min(square, columns + 1)
        if wide / columns >= 2 * (label + _SMALLEST + 5.0):
            return columns
    return 1


def _placed(cell: _Cell, unit: float, largest: float) -> Iterator[PlacedBubble]:
    for number, one in enumerate(cell.bubbles):
        down, across = divmod(number, cell.columns)
        in_row = min(cell.columns, len(cell.bubbles) - down * cell.columns)
        x = cell.left + cell.wide / 2 + (across - (in_row - 1) / 2) * cell.room
        y = cell.bottom + cell.high - (down + 0.5) * cell.line
        radius = max(_SMALLEST, unit * _share(one, largest))
        yield PlacedBubble(one, x, y, radius, cell.room)


def _share(one: Bubble, largest: float) -> float:
    """Radius of a bubble as a share of the largest one's: areas stand as the sizes do."""
    return math.sqrt(_size(one) / largest) if largest > 0 else 0.0


def _size(one: Bubble) -> float:
    return max(one.size, 0.0) if one.size is not None and finite(one.size) else 0.0


def _labels(placed: list[PlacedBubble], scale: TypeScale) -> list[Line]:
    """The codes on large bubbles and beside small ones; the table has those without room."""
    lines, small = [], scale.small
    for one in placed:
        text = printable(one.bubble.label)
        wide, y = text_width(text, Face.REGULAR, small), one.y - small * 0.33
        if not text:
            continue
        if wide < one.radius * 1.7 and small < one.radius * 1.6:
            lines.append(line_about(text, one.x, y, small))
        elif one.radius + 3.0 + wide <= one.room / 2:
            lines.append(Line(text, one.x + one.radius + 3.0, y, small))
    return lines


def _fill(palette: ChartPalette, group: int) -> str:
    return palette.tint("observed", _FILLS[min(max(group, 0), len(_FILLS) - 1)])


def _size_key(plot: BubblePlot, tr: Translator) -> str:
    """What the area stands for, by the largest bubble; "" where no size is known."""
    known = [one for one in _known(plot) if _size(one) > 0 and one.size_text]
    if not known:
        return ""
    largest = max(known, key=_size)
    return tr.say(
        "The area is the frame over all years; the largest, {label}, is {size}.",
        label=largest.label,
        size=largest.size_text,
    )


def _key(plot: BubblePlot) -> list[KeyItem]:
    return [KeyItem("bar", text) for text in plot.groups]


def _frame(
    plot: BubblePlot, size: tuple[float, float], scale: TypeScale, tr: Translator
) -> tuple[tuple[Line, ...], Box, float, tuple[Line, ...]]:
    """Notes, the grid's rectangle, the height at which the key begins, and the heading."""
    width, top = size
    head = heading(plot.title, plot.subtitle, size, scale)
    notes = foot(" ".join(filter(None, (_size_key(plot, tr), plot.source))), width, scale)
    foot_high = len(notes) * scale.small_leading + (4.0 if notes else 0.0)
    key_high = lay_key(_key(plot), width, 0.0, scale)[2]
    head_high = top - min(line.y for line in head) + scale.text * 0.4 + 6.0 if head else 2.0
    # Above the grid the vertical axis' name, below it the ends and the name of the other.
    above, below = scale.small_leading + 3.0, 2 * scale.small_leading + 4.0
    left = max(text_width(text, Face.REGULAR, scale.small) for text in ("5", *plot.y_ends)) + 7.0
    left = min(left, width * 0.25)
    area = Box(left, foot_high + key_high + below, width - 2.0, top - head_high - above)
    return notes, area, foot_high, head


def _draw_grid(pen: Pen, plot: BubblePlot, area: Box, scale: TypeScale) -> None:
    palette = pen.palette
    for number in range(LEVELS + 1):
        x = area.x0 + (area.x1 - area.x0) * number / LEVELS
        y = area.y0 + (area.y1 - area.y0) * number / LEVELS
        pen.polyline(((x, area.y0), (x, area.y1)), palette.hair, 0.6, _GRID)
        pen.polyline(((area.x0, y), (area.x1, y)), palette.hair, 0.6, _GRID)
    small = scale.small
    low, high = (
        wrapped(text, Face.REGULAR, small, area.x0 - 6.0, 1) or ("",) for text in plot.y_ends
    )
    step = (area.y1 - area.y0) / LEVELS
    lines = [
        Line(plot.y_axis, 0.0, area.y1 + 4.0, small, Face.SEMIBOLD, "quiet"),
        line_to(high[0], area.x0 - 4.0, area.y1 - step / 2 - small * 0.33, small, tone="quiet"),
        line_to(low[0], area.x0 - 4.0, area.y0 + step / 2 - small * 0.33, small, tone="quiet"),
    ]
    below = area.y0 - scale.small_leading
    half = (area.x1 - area.x0) / 2 - 4.0
    first = wrapped(plot.x_ends[0], Face.REGULAR, small, half, 1) or ("",)
    last = wrapped(plot.x_ends[1], Face.REGULAR, small, half, 1) or ("",)
    lines += [
        Line(first[0], area.x0, below, small, tone="quiet"),
        line_to(last[0], area.x1, below, small, tone="quiet"),
        line_about(
            plot.x_axis, (area.x0 + area.x1) / 2, below - scale.small_leading, small,
            Face.SEMIBOLD, "quiet",
        ),
    ]  # fmt: skip
    write_lines(pen, lines, _TEXT)
