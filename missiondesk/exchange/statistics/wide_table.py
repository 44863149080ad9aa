# SPDX-License-Identifier: Apache-2.0
"""Plain tables with periods across: one row is a series, under one or two lines of headings."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.csv_dialect import Row
from missiondesk.exchange.statistics.grid import Grid, is_period, period_text, require_words
from missiondesk.exchange.statistics.headings import code_and_name, is_code, is_remark
from missiondesk.exchange.statistics.layout import Axis, Entry, Layout
from missiondesk.exchange.statistics.table import Role
from missiondesk.exchange.statistics.written_numbers import Placed

_LEAST_PAIRED = 10


def is_wide(grid: Grid) -> bool:
    """Whether the headings, or those over them, are periods."""
    return bool(_periods(grid.headings)) or _above_are_periods(grid)


def uses_above(grid: Grid) -> bool:
    """Whether the upper of two lines of headings is one of headings."""
    if not any(grid.above):
        return False
    places = _periods(grid.headings)
    if places:
        texts = [grid.headings[place] for place in places]
        return len(set(texts)) < len(texts)
    return _above_are_periods(grid)


def _periods(cells: Sequence[str]) -> list[int]:
    return [place for place, cell in enumerate(cells) if cell and is_period(cell)]


def _above_are_periods(grid: Grid) -> bool:
    over = set(filter(None, grid.above[1:]))
    # A single date over the headings is more likely that of the file.
    return len(over) > 1 and all(map(is_period, over)) and not _periods(grid.headings)


def read_wide(grid: Grid) -> Layout:
    """What the columns are.

    Raises:
        Refused: A column behind the names is no period, or a name is missing; both are named.
    """
    double = uses_above(grid)
    places = _periods(grid.above if double and not _periods(grid.headings) else grid.headings)
    labels = list(range(places[0]))
    require_words([grid.headings[place] for place in labels])
    remarks = _others(grid, places)
    _require_figures(grid, len(labels))
    names, axes, told = _label_axes(grid, labels)
    across = [Axis("", Role.TIME)]
    if double:
        across.insert(0, Axis(""))
    entries = [
        Entry((*key, *_column_key(grid, place, double)), Placed(row.cells[place], row.line, said))
        for row, key in zip(grid.body, names, strict=True)
        for place in places
        for said in [_said(grid, place, double)]
    ]
    if remarks:
        about = N_("Not read as figures: {names}.")
        told.append(message(about, names=", ".join(remarks)))
    return Layout((*axes, *across), entries, warnings=tuple(told))


def _require_figures(grid: Grid, labels: int) -> None:
    """Refuse a name that stands alone above rows with figures: it may belong to all of them."""
    for row in grid.body:
        if labels == 1 and row.cells[0] and not any(row.cells[1:]):
            raise Refused(
                N_("Line {line} has the name “{name}” and nothing else; it may head those below."),
                line=row.line,
                name=row.cells[0],
            )


def _others(grid: Grid, places: list[int]) -> list[str]:
    """Headings behind the first period that are none; only remarks may stand there."""
    found = []
    for place in range(places[0], len(grid.headings)):
        heading = grid.headings[place]
        if place in places or not (heading or any(row.cells[place] for row in grid.body)):
            continue
        if not heading:
            raise Refused(N_("Column {number} has no heading."), number=place + 1)
        if not is_remark(heading, [row.cells[place] for row in grid.body]):
            raise Refused(
                N_("“{column}” stands among the periods and is none; what it holds is not said."),
                column=heading,
            )
        found.append(heading)
    return found


def _column_key(grid: Grid, place: int, double: bool) -> tuple[str, ...]:
    heading = grid.headings[place]
    if not double:
        return (period_text(heading),)
    over = grid.above[place]
    if is_period(heading):
        name, period = over, heading
    else:
        name, period = heading, over
    if not name or not period:
        raise Refused(N_("Column {number} has no heading."), number=place + 1)
    return (name, period_text(period))


def _said(grid: Grid, place: int, double: bool) -> str:
    heading = grid.headings[place]
    return f"{grid.above[place]} {heading}" if double else heading


def _label_axes(
    grid: Grid, labels: list[int]
) -> tuple[list[tuple[str, ...]], list[Axis], list[Message]]:
    """The names of each row, and the dimensions they make."""
    rows, filled = _filled_down(grid.body, labels)
    told = []
    if filled:
        said = N_("An empty name is read as the one above it (first in line {line}).")
        told.append(message(said, line=filled))
    headings = [grid.headings[place] for place in labels]
    paired = pairs(headings, rows)
    kept = [one for one in range(len(labels)) if one not in paired.values()]
    axes = [
        Axis(headings[one], names=_names(rows, one, paired[one]) if one in paired else {})
        for one in kept
    ]
    return [tuple(row[one] for one in kept) for row in rows], axes, told


def _filled_down(body: Sequence[Row], labels: list[int]) -> tuple[list[tuple[str, ...]], int]:
    """Names of all rows; in all but the last column an empty one repeats the one above."""
    found: list[tuple[str, ...]] = []
    first = 0
    for row in body:
        cells = [row.cells[place] for place in labels]
        if cells and not cells[-1]:
            raise Refused(N_("Line {line} has figures, but no name."), line=row.line)
        for place, cell in enumerate(cells[:-1]):
            if cell:
                break
            if not found:
                raise Refused(N_("Line {line} has figures, but no name."), line=row.line)
            cells[place] = found[-1][place]
            first = first or row.line
        if not all(cells):
            raise Refused(N_("Line {line} has figures, but no name."), line=row.line)
        found.append(tuple(cells))
    return found, first


def pairs(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, int]:
    """Columns of codes with the columns that name them, one to one.

    The headings say so (zone_id, zone_nom), or one speaks of a code and there are ten and more.
    """
    found: dict[int, int] = {}
    for code, heading in enumerate(headings):
        for name, other in enumerate(headings):
            if code == name or name in found.values() or not is_code(heading):
                continue
            together = {(row[code], row[name]) for row in rows}
            codes, names = {one for one, _ in together}, {one for _, one in together}
            said = code_and_name(heading, other)
            likely = said or (not is_code(other) and len(codes) >= _LEAST_PAIRED)
            if likely and len(together) == len(codes) == len(names):
                found[code] = name
                break
    return found


def _names(rows: Sequence[Sequence[str]], code: int, name: int) -> dict[str, str]:
    return {row[code]: row[name] for row in rows}
