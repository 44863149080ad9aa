# SPDX-License-Identifier: Apache-2.0
"""The diagram of bodies: boxes from the left, each with an arrow to the body it reports to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from missiondesk.charts.governance_plots import BodyBox, OrganisationPlot
from missiondesk.charts.lettering import Face, wrapped
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.sheet import Line, foot, heading, sentence, write_lines
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_ARROW, _BOX, _TEXT = 1.0, 2.0, 5.0
_GAP_ACROSS, _GAP_DOWN, _INSIDE = 18.0, 9.0, 5.0
_WIDEST = 190.0  # points, at the printed type size
_EDGE = 1.0  # points for half the width of a box's own line
_HEAD = 4.6  # points of the arrow's head
_NAME_LINES, _DETAIL_LINES = 4, 5


@dataclass(frozen=True, slots=True)
class _Set:
    """A box with its words broken into lines."""

    body: BodyBox
    name: tuple[str, ...]
    details: tuple[str, ...]
    note: tuple[str, ...]

    def height(self, scale: TypeScale) -> float:
        """Points from edge to edge."""
        small = len(self.details) + len(self.note)
        return len(self.name) * scale.text_leading + small * scale.small_leading + 2 * _INSIDE


@dataclass(frozen=True, slots=True)
class _Tree:
    """The bodies as trees, highest first."""

    roots: tuple[str, ...]
    below: dict[str, tuple[str, ...]]
    depth: int


def draw_organisation(
    pen: Pen,
    plot: OrganisationPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the bodies; arguments as for `draw_trajectory`."""
    scale = PRINT.scaled(text_scale)
    fixed = (
        *heading(plot.title, plot.subtitle, size, scale),
        *foot(plot.source, size[0], scale),
    )
    write_lines(pen, fixed, _TEXT)
    if not plot.boxes:
        text = translator.say("There are no bodies to show.")
        write_lines(pen, [sentence(text, size, scale, fixed)], _TEXT)
        return
    tree = tree_of(plot.boxes)
    width = _width(tree.depth, size[0], text_scale)
    made = _sets(plot.boxes, width, scale)
    top = size[1] - _head_height(plot, size[0], scale)
    places: dict[str, Box] = {}
    for root in tree.roots:
        top = _place(root, 0, top, tree, made, width, scale, places)
    floor = _foot_height(plot, size[0], scale)
    shown = {key: box for key, box in places.items() if box.y0 >= floor}
    if len(shown) < len(places):
        _say_left_out(pen, len(places) - len(shown), floor, scale, translator)
    places = shown
    for key, box in places.items():
        _draw_box(pen, made[key], box, scale)
        above = made[key].body.above
        if above in places and key in tree.below.get(above, ()):
            _draw_arrow(pen, box, places[above])


def organisation_height(
    plot: OrganisationPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every body."""
    scale = PRINT.scaled(text_scale)
    around = _head_height(plot, width, scale)
    around += _foot_height(plot, width, scale)
    if not plot.boxes:
        return around + 40.0
    tree = tree_of(plot.boxes)
    made = _sets(plot.boxes, _width(tree.depth, width, text_scale), scale)
    return around + sum(_room(root, tree, made, scale) for root in tree.roots)


def tree_of(boxes: tuple[BodyBox, ...]) -> _Tree:
    """Who stands below whom; bodies that report in a circle begin a tree of their own."""
    known = {one.key for one in boxes}
    below: dict[str, list[str]] = {}
    for one in boxes:
        if one.above in known and one.above != one.key:
            below.setdefault(one.above, []).append(one.key)
    roots = [one.key for one in boxes if one.above not in known or one.above == one.key]
    seen: set[str] = set()
    depth = 0
    kept: dict[str, tuple[str, ...]] = {}
    # Whoever no root leads to stands in a circle; the first of each begins a tree.
    for start in (*roots, *(one.key for one in boxes)):
        if start in seen:
            continue
        if start not in roots:
            roots.append(start)
        seen.add(start)
        left = [(start, 1)]
        while left:
            key, level = left.pop()
            depth = max(depth, level)
            kept[key] = tuple(one for one in below.get(key, ()) if one not in seen)
            seen.update(kept[key])
            left += [(one, level + 1) for one in kept[key]]
    return _Tree(tuple(roots), kept, depth)


def _head_height(plot: OrganisationPlot, width: float, scale: TypeScale) -> float:
    lines = heading(plot.title, plot.subtitle, (width, 0.0), scale)
    titled = [it for it in lines if it.face is Face.SEMIBOLD]
    high = len(titled) * scale.title_leading + (len(lines) - len(titled)) * scale.text_leading
    return high + (8.0 if lines else 0.0)


def _foot_height(plot: OrganisationPlot, width: float, scale: TypeScale) -> float:
    """Points for the source, and a line that says what found no room."""
    return (len(foot(plot.source, width, scale)) + 1) * scale.small_leading + 4.0


def _say_left_out(pen: Pen, count: int, floor: float, scale: TypeScale, tr: Translator) -> None:
    text = tr.plural("{count} more in the table", "{count} more in the table", count)
    line = Line(text, 0.0, floor - scale.small_leading, scale.small, tone="quiet")
    write_lines(pen, [line], _TEXT)


def _width(depth: int, width: float, text_scale: float) -> float:
    """Width of a box so that all levels stand beside each other."""
    free = (width - 2 * _EDGE - _GAP_ACROSS * (depth - 1)) / depth
    return max(min(free, _WIDEST * text_scale), 30.0)


def _sets(boxes: tuple[BodyBox, ...], width: float, scale: TypeScale) -> dict[str, _Set]:
    room = width - 2 * _INSIDE
    return {
        one.key: _Set(
            one,
            wrapped(one.name, Face.SEMIBOLD, scale.text, room, _NAME_LINES) or ("–",),
            tuple(
                line
                for text in one.details
                for line in wrapped(text, Face.REGULAR, scale.small, room, _DETAIL_LINES)
            ),
            wrapped(one.note, Face.SEMIBOLD, scale.small, room, _DETAIL_LINES),
        )
        for one in boxes
    }


def _room(key: str, tree: _Tree, made: dict[str, _Set], scale: TypeScale) -> float:
    """Points down that a body takes with all below it."""
    own = made[key].height(scale) + _GAP_DOWN
    return max(own, sum(_room(one, tree, made, scale) for one in tree.below.get(key, ())))


def _place(
    key: str,
    level: int,
    top: float,
    tree: _Tree,
    made: dict[str, _Set],
    width: float,
    scale: TypeScale,
    places: dict[str, Box],
) -> float:
    """Put a body and all below it under ``top``; returns where the next one begins."""
    room, high = _room(key, tree, made, scale), made[key].height(scale)
    children = tree.below.get(key, ())
    inner = top
    spare = room - sum(_room(one, tree, made, scale) for one in children)
    inner -= spare / 2 if children else 0.0
    for child in children:
        inner = _place(child, level + 1, inner, tree, made, width, scale, places)
    middle = top - (room - _GAP_DOWN) / 2
    if children:
        ends = [places[one] for one in (children[0], children[-1])]
        middle = (ends[0].y1 + ends[1].y0) / 2
        middle = min(max(middle, top - room + _GAP_DOWN + high / 2), top - high / 2)
    x = _EDGE + level * (width + _GAP_ACROSS)
    places[key] = Box(x, middle - high / 2, x + width, middle + high / 2)
    return top - room


def _draw_box(pen: Pen, one: _Set, box: Box, scale: TypeScale) -> None:
    palette = pen.palette
    edge = palette.wait if one.note else palette.line
    pen.block(box, palette.tint("line", 0.1), _BOX, edge, 1.2 if one.note else 0.8)
    write_lines(pen, tuple(_words(one, box, scale)), _TEXT)


def _words(one: _Set, box: Box, scale: TypeScale) -> Iterator[Line]:
    x, y = box.x0 + _INSIDE, box.y1 - _INSIDE
    for text in one.name:
        yield Line(text, x, y - scale.text * 0.85, scale.text, Face.SEMIBOLD)
        y -= scale.text_leading
    for text in one.details:
        yield Line(text, x, y - scale.small * 0.85, scale.small, tone="quiet")
        y -= scale.small_leading
    for text in one.note:
        yield Line(text, x, y - scale.small * 0.85, scale.small, Face.SEMIBOLD, "wait")
        y -= scale.small_leading


def _draw_arrow(pen: Pen, box: Box, above: Box) -> None:
    """From the left edge of a box to the right edge of the one it reports to."""
    colour = pen.palette.quiet
    start, end = (box.y0 + box.y1) / 2, (above.y0 + above.y1) / 2
    bend = box.x0 - _GAP_ACROSS * 0.4
    way = ((box.x0, start), (bend, start), (bend, end), (above.x1 + _HEAD, end))
    pen.polyline(way, colour, 1.0, _ARROW)
    head = (
        (above.x1 + 0.5, end),
        (above.x1 + 0.5 + _HEAD * 1.3, end + _HEAD * 0.6),
        (above.x1 + 0.5 + _HEAD * 1.3, end - _HEAD * 0.6),
    )
    pen.area(head, colour, _ARROW)
