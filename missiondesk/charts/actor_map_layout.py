# SPDX-License-Identifier: Apache-2.0
"""Where everything on the actor map stands: rings, sectors, signs kept apart, names that touch
nothing; a field that cannot hold its actors apart shows their number.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from missiondesk.charts.coalition_plots import ActorDot, ActorMapPlot
from missiondesk.charts.lettering import ASCENT, DESCENT, Face, printable, shortened, text_width
from missiondesk.charts.palette import TypeScale
from missiondesk.charts.placement import Box, Scene, Segments, Wish
from missiondesk.charts.sheet import Line, line_about
from missiondesk.charts.spots import Spot, around
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

Leader = tuple[float, float, float, float]
CORE = 0.12  # share of the way out that is the missions' own
_PITCH = 15.0  # points between two signs at least
_WIDEST = 1.75  # how much wider than high the rings may be
_LEAST_RING = 0.22  # of the way out for a ring with few actors, before all are fitted
_GAP = 5.0  # degrees on both sides of the line upwards, where the rings have their numbers
_MOST_NAMES = 90  # tried; of more the most influential
_LEAST_SHARE = 0.06  # of the circle for a type with a single actor
_LONGEST_NAME = 150.0  # points
_OUTWARDS = 20  # steps that a type's name may be moved out
_NEAR, _FAR = 4, 7  # rings of places tried for a name, without and with a leader


@dataclass(frozen=True, slots=True)
class Oval:
    """The rings' common middle and half axes."""

    x: float
    y: float
    rx: float
    ry: float

    def at(self, share: float, degrees: float) -> tuple[float, float]:
        """The place at ``share`` of the way out; 0 degrees is above, clockwise."""
        angle = math.radians(90 - degrees)
        return self.x + share * self.rx * math.cos(angle), self.y + share * self.ry * math.sin(
            angle
        )

    def spares(self, box: Box) -> bool:
        """Whether no part of the box lies within the oval."""
        x, y = box.nearest(self.x, self.y)
        return ((x - self.x) / self.rx) ** 2 + ((y - self.y) / self.ry) ** 2 > 1.0

    def along(self, share: float, start: float, end: float) -> tuple[tuple[float, float], ...]:
        """A line along the ring from one angle to another."""
        steps = max(2, round(abs(end - start) / 3))
        return tuple(
            self.at(share, start + (end - start) * step / steps) for step in range(steps + 1)
        )


@dataclass(frozen=True, slots=True)
class Spotted:
    """A sign on the map: one actor, or a group of ``count`` that found no room."""

    place: tuple[float, float]
    dot: ActorDot | None
    label: str
    size: float


@dataclass(frozen=True, slots=True)
class Names:
    """Names beside their signs.

    Attributes:
        boxes: The ground of each name, with the line that leads to its sign when it stands apart.
        left_out: How many found no room.
    """

    lines: tuple[Line, ...]
    boxes: tuple[tuple[Box, Leader | None], ...]
    left_out: int


def oval_in(room: Box, scale: TypeScale) -> Oval:
    """The largest oval that leaves room for the names of the types."""
    names = scale.small_leading * 1.6
    ry = max(30.0, (room.y1 - room.y0) / 2 - names)
    rx = max(30.0, min(ry * _WIDEST, (room.x1 - room.x0) / 2 - 60.0))
    return Oval((room.x0 + room.x1) / 2, (room.y0 + room.y1) / 2, rx, min(ry, rx))


def edge_of(plot: ActorMapPlot, ring: int) -> tuple[float, float]:
    """Inner and outer end of a ring as shares of the way out; a fuller one is wider."""
    wished = [
        max(_LEAST_RING, sum(dot.ring == place for dot in plot.dots) / len(plot.dots))
        for place in range(len(plot.rings))
    ]
    unit = (1 - CORE) / sum(wished)
    inner = CORE + unit * sum(wished[:ring])
    return inner, inner + unit * wished[ring]


def sectors(plot: ActorMapPlot) -> tuple[tuple[float, float], ...]:
    """Start and end of each type in degrees; a type without actors has no width."""
    counts = [sum(dot.sector == place for dot in plot.dots) for place in range(len(plot.sectors))]
    wished = [max(_LEAST_SHARE, count / len(plot.dots)) if count else 0.0 for count in counts]
    total, at, found = sum(wished), _GAP, []
    for share in wished:
        wide = (360.0 - 2 * _GAP) * share / total
        found.append((at, at + wide))
        at += wide
    return tuple(found)


def ring_words(plot: ActorMapPlot, oval: Oval, scale: TypeScale) -> list[Line]:
    """Each ring's number, on the line that leads upwards from the middle."""
    words: list[Line] = []
    for ring in range(len(plot.rings)):
        y = oval.at(sum(edge_of(plot, ring)) / 2, 0)[1] - scale.small * 0.35
        line = line_about(str(ring + 1), oval.x, y, scale.small, Face.SEMIBOLD, "quiet")
        # Rings closer than their numbers are high keep every second one.
        if not words or not box_of(line).overlaps(box_of(words[-1])):
            words.append(line)
    return words


def sector_words(
    plot: ActorMapPlot,
    oval: Oval,
    bounds: Sequence[tuple[float, float]],
    scale: TypeScale,
    width: float,
) -> list[Line]:
    """The names of the types, outside the rings."""
    words = []
    for text, (start, end) in zip(plot.sectors, bounds, strict=True):
        if end <= start:
            continue
        words.append(_outside(printable(text), (start + end) / 2, oval, scale, width))
    return _apart(words, scale)


def _outside(text: str, angle: float, oval: Oval, scale: TypeScale, width: float) -> Line:
    """A name so far out in its direction that the outermost ring does not cross it."""
    wide = text_width(text, Face.SEMIBOLD, scale.small)
    side, up = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    line = Line(text, 0.0, 0.0, scale.small, Face.SEMIBOLD)
    for step in range(_OUTWARDS):
        x, y = oval.at(1.03 + 0.02 * step, angle)
        left = min(max(x - wide / 2 + side * wide / 2, 0.0), width - wide)
        line = Line(text, left, y - scale.small * (0.35 - 0.35 * up), scale.small, Face.SEMIBOLD)
        if oval.spares(box_of(line).grown(1.5)):
            break
    return line


def _apart(words: list[Line], scale: TypeScale) -> list[Line]:
    """Names of sectors that would meet stand one below the other."""
    kept: list[Line] = []
    for line in words:
        moved, tries = line, 0
        down = -1 if moved.y < max((it.y for it in words), default=0) / 2 else 1
        while any(box_of(moved).overlaps(box_of(one)) for one in kept) and tries < 6:
            tries += 1
            shift = scale.small_leading * math.ceil(tries / 2) * (down if tries % 2 else -down)
            moved = Line(line.text, line.x, line.y + shift, line.size, line.face, line.tone)
        kept.append(moved)
    return kept


def spots_of(
    plot: ActorMapPlot, oval: Oval, bounds: Sequence[tuple[float, float]], tr: Translator
) -> list[Spotted]:
    """Each actor in its field; a field too small for its actors shows how many there are."""
    found: list[Spotted] = []
    for sector, (start, end) in enumerate(bounds):
        for ring in range(len(plot.rings)):
            dots = [it for it in plot.dots if (it.sector, it.ring) == (sector, ring)]
            dots.sort(key=lambda it: (-(it.influence or 0), it.name))
            found += _field(dots, edge_of(plot, ring), (start, end), oval, tr)
    return found


def _field(
    dots: list[ActorDot],
    edge: tuple[float, float],
    sector: tuple[float, float],
    oval: Oval,
    tr: Translator,
) -> list[Spotted]:
    if not dots:
        return []
    places = _places(len(dots), edge, sector, oval)
    if places is None:
        shares, angles = sum(edge) / 2, sum(sector) / 2
        said = tr.plural("{count} actor", "{count} actors", len(dots))
        return [Spotted(oval.at(shares, angles), None, said, 12.0)]
    return [
        Spotted(place, dot, dot.name, 5.0 + 1.3 * (dot.influence or 1))
        for place, dot in zip(places, dots, strict=True)
    ]


def _places(
    count: int, edge: tuple[float, float], sector: tuple[float, float], oval: Oval
) -> list[tuple[float, float]] | None:
    """Places far enough apart on one to three lines along the ring; None when there are not."""
    deep = (edge[1] - edge[0]) * oval.ry
    for lines in (1, 2, 3):
        if lines > 1 and deep / lines < _PITCH:
            return None
        shares = [
            edge[0] + (edge[1] - edge[0]) * (line + 0.5) / lines for line in reversed(range(lines))
        ]
        rooms = [_room(share, sector, oval) for share in shares]
        if sum(rooms) < count:
            continue
        found: list[tuple[float, float]] = []
        for place, share in enumerate(shares):
            left = count - len(found)
            rest = sum(rooms[place + 1 :])
            here = min(rooms[place], max(left - rest, math.ceil(left / (lines - place))))
            found += _on_line(here, share, sector, oval)
        return found[:count]
    return None


def _room(share: float, sector: tuple[float, float], oval: Oval) -> int:
    line = oval.along(share, *sector)
    long = sum(math.dist(one, two) for one, two in itertools.pairwise(line))
    return max(1, int(long / _PITCH))


def _on_line(
    count: int, share: float, sector: tuple[float, float], oval: Oval
) -> list[tuple[float, float]]:
    """``count`` places evenly along the line, by its length."""
    if count == 0:
        return []
    start, end = sector
    line = oval.along(share, start, end)
    lengths = [0.0]
    for one, two in itertools.pairwise(line):
        lengths.append(lengths[-1] + math.dist(one, two))
    found, at = [], 0
    for number in range(count):
        wanted = lengths[-1] * (number + 0.5) / count
        while at < len(line) - 2 and lengths[at + 1] < wanted:
            at += 1
        long = lengths[at + 1] - lengths[at]
        part = (wanted - lengths[at]) / long if long else 0.0
        (x0, y0), (x1, y1) = line[at], line[at + 1]
        found.append((x0 + (x1 - x0) * part, y0 + (y1 - y0) * part))
    return found


def names_of(
    spots: Sequence[Spotted], words: Sequence[Line], oval: Oval, area: Box, scale: TypeScale
) -> Names:
    """Names beside their signs, groups first and then the most influential; what finds no room
    has no name.
    """
    high = scale.small * (ASCENT + DESCENT)
    fixed = [box_of(line) for line in words]
    marks = [_around_spot(spot) for spot in spots] + fixed
    scene = Scene((area,), Segments(()), tuple(marks), clearance=0.8)
    lines: list[Line] = []
    boxes: list[tuple[Box, Leader | None]] = []
    for spot in sorted(spots, key=_importance)[:_MOST_NAMES]:
        text = shortened(printable(spot.label), Face.REGULAR, scale.small, _LONGEST_NAME)
        placed = scene.settle(_wish(spot, text, oval, high, scale))
        if placed is None:
            continue
        if placed.leader is not None and _crosses(placed.leader, fixed):
            scene.placed.remove(placed)
            continue
        at = placed.box.y0 + scale.small * DESCENT
        lines.append(Line(text, placed.box.x0, at, scale.small))
        boxes.append((placed.box, placed.leader))
    return Names(tuple(lines), tuple(boxes), len(spots) - len(lines))


def _crosses(leader: Leader, boxes: Sequence[Box]) -> bool:
    line = Segments([((leader[:2], leader[2:]), 0.3)])
    return any(line.touch(box, 1.0) for box in boxes)


def _importance(spot: Spotted) -> tuple[bool, int, str]:
    influence = spot.dot.influence if spot.dot is not None else None
    return spot.dot is not None, -(influence or 0), spot.label


def _wish(spot: Spotted, text: str, oval: Oval, high: float, scale: TypeScale) -> Wish:
    wide = text_width(text, Face.REGULAR, scale.small)
    prefer = 0.0 if spot.place[0] >= oval.x else 180.0
    gap = spot.size / 2 + 1.5

    def places(rings: int) -> Sequence[Spot]:
        return around(spot.place, wide, high, gap, prefer, rings)

    return Wish(text, wide, high, places(_NEAR), lambda: places(_FAR))


def _around_spot(spot: Spotted) -> Box:
    half = spot.size / 2 + 0.5
    x, y = spot.place
    return Box(x - half, y - half, x + half, y + half)


def box_of(line: Line) -> Box:
    """The rectangle that a line of text fills."""
    wide = text_width(line.text, line.face, line.size)
    return Box(line.x, line.y - line.size * DESCENT, line.x + wide, line.y + line.size * ASCENT)
