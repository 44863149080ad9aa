# SPDX-License-Identifier: Apache-2.0
"""A chain of command: boxes from the initiatives up to the board; what is missing is dashed.

Chains that share a link share its box. Where not all chains find room, the first are drawn and the
foot counts the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from missiondesk.charts.chain_plot import ChainCell, ChainPlot
from missiondesk.charts.lettering import Face, printable, text_width, wrapped
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.sheet import Line, foot, heading, sentence, write_lines
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_LINK, _BOX, _TEXT = 1.0, 2.0, 5.0
_PAD, _GUTTER, _STEP = 6.0, 10.0, 15.0  # points
_WIDEST: Final = 190.0  # points of a column at text scale 1
_MOST_LINES: Final = 12
_DASHES: Final = (3.0, 2.5)


@dataclass(frozen=True, slots=True)
class Node:
    """A box: the columns it spans, its cell, and its lines of text with face, size and tone.

    Attributes:
        broken: Columns in which something is missing on the way here.
    """

    first: int
    last: int
    cell: ChainCell
    lines: tuple[tuple[str, Face, float, str], ...]
    broken: frozenset[int] = frozenset()


def draw_chain(
    pen: Pen,
    plot: ChainPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the chains; arguments as for `draw_trajectory`."""
    scale = PRINT.scaled(text_scale)
    count, column = _columns(plot, size[0], scale)
    head = heading(plot.title, plot.subtitle, size, scale)
    notes = foot(_foot_text(plot, count, translator), size[0], scale)
    fixed = (*head, *notes)
    write_lines(pen, fixed, _TEXT)
    rows = _rows(plot, count, column, scale)
    top = min((line.y for line in head), default=size[1]) - scale.text_leading
    lowest = _lowest(notes)
    if not rows or top - lowest < _height(rows, scale):
        text = translator.say("There are no chains yet.")
        if rows:
            text = translator.say("The chains stand in the table.")
        write_lines(pen, [sentence(text, size, scale, fixed)], _TEXT)
        return
    boxes: list[list[tuple[Node, Box]]] = []
    for row in rows:
        high = _row_height(row, scale)
        boxes.append([(node, _box(node, column, top, high)) for node in row])
        top -= high + _STEP
    for upper, lower in pairwise(boxes):
        _draw_links(pen, upper, lower, column)
    for row_of_boxes in boxes:
        for node, box in row_of_boxes:
            _draw_node(pen, node, box, scale)


def chain_height(
    plot: ChainPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every level."""
    scale = PRINT.scaled(text_scale)
    count, column = _columns(plot, width, scale)
    rows = _rows(plot, count, column, scale)
    head = heading(plot.title, plot.subtitle, (width, 0.0), scale)
    notes = foot(_foot_text(plot, count, translator), width, scale)
    around = -min((line.y for line in head), default=0.0) + scale.text_leading
    around += _lowest(notes)
    return around + (_height(rows, scale) if rows else 4 * scale.text_leading) + 2.0


# -- layout -----------------------------------------------------------------------------------
def _columns(plot: ChainPlot, width: float, scale: TypeScale) -> tuple[int, float]:
    """How many chains are shown, and the width of each in points."""
    if not plot.chains:
        return 0, width
    words = [
        (word, Face.SEMIBOLD if strong else Face.REGULAR, scale.text if strong else scale.small)
        for chain in plot.chains
        for cell in chain
        for text, strong in ((cell.text, True), (cell.detail, False), (cell.gap, False))
        for word in printable(text).split(" ")
    ]
    words += [(name, Face.REGULAR, scale.small) for name in plot.levels]
    longest = max((text_width(*word) for word in words), default=0.0)
    least = min(longest + 2 * _PAD + _GUTTER + 2.0, width)
    count = max(1, min(len(plot.chains), int(width // least)))
    widest = max(least, _WIDEST * scale.text / PRINT.text)
    return count, min(width / count, widest)


def _foot_text(plot: ChainPlot, count: int, tr: Translator) -> str:
    left = len(plot.chains) - count
    if left <= 0:
        return plot.source
    more = tr.plural(
        "{count} more chain stands in the table.",
        "{count} more chains stand in the table.",
        left,
    )
    return f"{more} {plot.source}".strip()


def _rows(plot: ChainPlot, count: int, column: float, scale: TypeScale) -> list[list[Node]]:
    rows = []
    for level in range(len(plot.levels) if count else 0):
        row = []
        for first, last, cell in _runs(plot, level, count):
            words = _words(plot.levels[level], cell, last - first + 1, column, scale)
            places = range(first, last + 1)
            broken = frozenset(it for it in places if plot.chains[it][level].gap)
            row.append(Node(first, last, cell, words, broken))
        rows.append(row)
    return rows


def _runs(plot: ChainPlot, level: int, count: int) -> Iterator[tuple[int, int, ChainCell]]:
    """Neighbours with one key as one; what is missing in one way in neighbours too."""
    found: list[tuple[int, int, ChainCell]] = []
    for place, chain in enumerate(plot.chains[:count]):
        cell = chain[level]
        if found and cell.key and found[-1][2].key == cell.key:
            first, _, before = found[-1]
            found[-1] = (first, place, before if before.gap or not cell.gap else cell)
        else:
            found.append((place, place, cell))
    yield from found


def _words(
    level: str, cell: ChainCell, columns: int, column: float, scale: TypeScale
) -> tuple[tuple[str, Face, float, str], ...]:
    width = columns * column - _GUTTER - 2 * _PAD
    gap = f"▲\u00a0{cell.gap}" if cell.gap else ""
    parts = (
        (level, Face.REGULAR, scale.small, "quiet"),
        (cell.text, Face.SEMIBOLD, scale.text, "ink"),
        (cell.detail, Face.REGULAR, scale.small, "ink"),
        (gap, Face.REGULAR, scale.small, "bad"),
    )
    return tuple(
        (line, face, points, tone)
        for text, face, points, tone in parts
        for line in wrapped(text, face, points, width, _MOST_LINES)
        if line
    )


def _row_height(row: list[Node], scale: TypeScale) -> float:
    return max(len(node.lines) for node in row) * scale.text_leading + 2 * _PAD


def _height(rows: list[list[Node]], scale: TypeScale) -> float:
    return sum(_row_height(row, scale) for row in rows) + _STEP * (len(rows) - 1)


def _box(node: Node, column: float, top: float, high: float) -> Box:
    half = _GUTTER / 2
    return Box(
        node.first * column + (half if node.first else 0.5),
        top - high,
        (node.last + 1) * column - half,
        top,
    )


def _lowest(notes: tuple[Line, ...]) -> float:
    """How far down the boxes may come."""
    return max((line.y + line.size + 4.0 for line in notes), default=0.0)


# -- drawing ----------------------------------------------------------------------------------
def _draw_node(pen: Pen, node: Node, box: Box, scale: TypeScale) -> None:
    palette = pen.palette
    missing = not node.cell.text
    edge = palette.bad if missing else palette.line
    if not missing:
        pen.block(box, palette.tint("observed", 0.05), _BOX, edge, 0.8)
    else:
        corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
        pen.polyline((*corners, corners[0]), edge, 0.9, _BOX, _DASHES)
    at = box.y1 - _PAD - scale.text * 0.8
    lines = []
    for text, face, points, tone in node.lines:
        lines.append(Line(text, box.x0 + _PAD, at, points, face, tone))
        at -= scale.text_leading
    write_lines(pen, lines, _TEXT)


def _draw_links(
    pen: Pen, upper: list[tuple[Node, Box]], lower: list[tuple[Node, Box]], column: float
) -> None:
    """A line from each box up to each box above it that shares a chain with it."""
    palette = pen.palette
    for below, low in lower:
        for above, high in upper:
            first, last = max(below.first, above.first), min(below.last, above.last)
            if first > last:
                continue
            x = (first + last + 1) * column / 2
            broken = any(first <= it <= last for it in above.broken)
            broken = broken or not above.cell.text or not below.cell.text
            pen.polyline(
                ((x, low.y1), (x, high.y0)),
                palette.bad if broken else palette.quiet,
                1.1,
                _LINK,
                _DASHES if broken else None,
            )
