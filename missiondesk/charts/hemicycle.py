# SPDX-License-Identifier: Apache-2.0
"""The seats of a parliament in a half-circle: shapes say the role, letters the party."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from missiondesk.charts.lettering import Face, text_width
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.rows import PlacedKey, lay_key
from missiondesk.charts.seat_look import SHAPES, draw_mark_key, edge_of, fill_of, key_of
from missiondesk.charts.seat_plots import HemicyclePlot, SeatGroup
from missiondesk.charts.sheet import Line, foot, heading, line_about, sentence, write_lines
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_MARK, _TEXT = 2.0, 5.0
_INNER = 0.4  # of the outer radius
_LARGEST = 190.0  # points, the outer radius
_LABELS = 30.0  # points round the half-circle for the letters
_FILLED = 0.78  # of the room of a seat


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one seat stands, and its angle from the left in radians."""

    x: float
    y: float
    angle: float


def seats_in(count: int, centre: tuple[float, float], radius: float) -> tuple[list[Seat], float]:
    """``count`` seats in as few rows as hold them, from the left to the right; and their room.

    The seats of a row stand as far apart as the rows do, or farther.
    """
    if count < 1:
        return [], 0.0
    inner = radius * _INNER
    rows, shares, gap = 1, [radius], radius
    while True:
        gap = (radius - inner) / max(rows - 1, 1) if rows > 1 else radius - inner
        shares = [radius - at * gap for at in range(rows)] if rows > 1 else [radius]
        if sum(int(math.pi * one / gap) + 1 for one in shares) >= count:
            break
        rows += 1
    placed = [
        Seat(
            centre[0] - one * math.cos(angle),
            centre[1] + one * math.sin(angle),
            angle,
        )
        for one, number in zip(shares, _shared(count, shares), strict=True)
        for angle in _angles(number)
    ]
    placed.sort(key=lambda it: (it.angle, -it.y))
    return placed, gap


def _shared(count: int, shares: list[float]) -> list[int]:
    """Seats by row in proportion to its length; the sum is kept."""
    whole = sum(shares)
    exact = [count * one / whole for one in shares]
    found = [int(one) for one in exact]
    rest = sorted(range(len(shares)), key=lambda at: found[at] - exact[at])
    for at in rest[: count - sum(found)]:
        found[at] += 1
    return found


def _angles(count: int) -> list[float]:
    if count < 2:
        return [math.pi / 2] * count
    return [math.pi * at / (count - 1) for at in range(count)]


def draw_hemicycle(
    pen: Pen,
    plot: HemicyclePlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the seats; arguments as for `draw_trajectory`."""
    scale, tr = PRINT.scaled(text_scale), translator
    fixed = (*heading(plot.title, plot.subtitle, size, scale), *foot(plot.source, size[0], scale))
    write_lines(pen, fixed, _TEXT)
    if not plot.groups:
        text = tr.say("No seats are entered yet.")
        write_lines(pen, [sentence(text, size, scale, fixed)], _TEXT)
        return
    keys, words, high = _key(plot, size[0], scale)
    bottom = len(foot(plot.source, size[0], scale)) * scale.small_leading + high + 8.0
    room = size[1] - bottom - _above(plot, size[0], scale)
    radius = min(size[0] / 2 - _LABELS * text_scale, room - 2 * scale.text_leading, _LARGEST)
    if radius < 40.0:
        text = tr.say("There is too little room for the picture; the table has all of it.")
        write_lines(pen, [sentence(text, size, scale, fixed)], _TEXT)
        return
    centre = (size[0] / 2, bottom + 2.0)
    _draw_seats(pen, plot, centre, radius)
    write_lines(pen, labels(plot, centre, radius, scale), _TEXT)
    write_lines(pen, _middle(plot, centre, scale), _TEXT)
    for key in keys:
        draw_mark_key(pen, key, 6.0, _MARK)
    write_lines(pen, words, _TEXT)


def hemicycle_height(
    plot: HemicyclePlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points of the half-circle with its heading, letters and key."""
    scale = PRINT.scaled(text_scale)
    around = _above(plot, width, scale) + len(foot(plot.source, width, scale)) * scale.small_leading
    if not plot.groups:
        return around + 40.0
    high = _key(plot, width, scale)[2]
    radius = min(width / 2 - _LABELS * text_scale, _LARGEST)
    return around + high + 12.0 + max(radius, 60.0) + 2 * scale.text_leading


def _above(plot: HemicyclePlot, width: float, scale: TypeScale) -> float:
    lines = heading(plot.title, plot.subtitle, (width, 0.0), scale)
    titled = sum(one.face is Face.SEMIBOLD for one in lines)
    return titled * scale.title_leading + (len(lines) - titled) * scale.text_leading + 6.0


def _key(
    plot: HemicyclePlot, width: float, scale: TypeScale
) -> tuple[tuple[PlacedKey, ...], tuple[Line, ...], float]:
    under = len(foot(plot.source, width, scale)) * scale.small_leading
    return lay_key(key_of(plot.roles, plot.groups), width, under, scale)


def _draw_seats(pen: Pen, plot: HemicyclePlot, centre: tuple[float, float], radius: float) -> None:
    palette = pen.palette
    for group, seats, gap in _placed(plot, centre, radius):
        size = max(min(gap * _FILLED, 11.0), 1.2)
        if SHAPES[group.role] == "D":
            size *= 0.78  # a diamond stands on its corner
        pen.mark(
            tuple((one.x, one.y) for one in seats), SHAPES[group.role], size,
            edge_of(group.role, palette), fill_of(group.role, palette), _MARK, min(0.9, size / 5),
        )  # fmt: skip


def _placed(
    plot: HemicyclePlot, centre: tuple[float, float], radius: float
) -> list[tuple[SeatGroup, list[Seat], float]]:
    seats, gap = seats_in(sum(one.seats for one in plot.groups), centre, radius)
    found, at = [], 0
    for group in plot.groups:
        found.append((group, seats[at : at + group.seats], gap))
        at += group.seats
    return found


def labels(
    plot: HemicyclePlot, centre: tuple[float, float], radius: float, scale: TypeScale
) -> list[Line]:
    """Letter and seats outside each party's seats; one that finds no room is in the table only."""
    lines: list[Line] = []
    taken: list[Box] = []
    found = _placed(plot, centre, radius)
    found.sort(key=lambda it: -it[0].seats)
    for group, seats, gap in found:
        if not group.code or not seats:
            continue
        text = group.code if group.seats < 2 else f"{group.code} {group.seats}"
        angle = sum(one.angle for one in seats) / len(seats)
        for step in range(3):
            box = _label_box(text, centre, radius + gap / 2 + 3.0, angle, step, scale)
            if not any(box.grown(1.0).overlaps(other) for other in taken):
                taken.append(box)
                lines.append(Line(text, box.x0, box.y0 + scale.text * 0.24, scale.text,
                                  Face.SEMIBOLD))  # fmt: skip
                break
    return lines


def _label_box(
    text: str, centre: tuple[float, float], radius: float, angle: float, step: int, scale: TypeScale
) -> Box:
    wide, high = text_width(text, Face.SEMIBOLD, scale.text), scale.text
    out = radius + abs(math.cos(angle)) * wide / 2 + math.sin(angle) * high / 2
    out += step * (scale.text_leading - 1.0)
    x = centre[0] - math.cos(angle) * out
    y = centre[1] + math.sin(angle) * out
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _middle(plot: HemicyclePlot, centre: tuple[float, float], scale: TypeScale) -> list[Line]:
    large = scale.title * 1.6
    y = centre[1] + scale.text_leading
    return [
        line_about(plot.middle, centre[0], y, large, Face.BOLD),
        line_about(plot.beside, centre[0], y - scale.text_leading, scale.small, tone="quiet"),
    ]
