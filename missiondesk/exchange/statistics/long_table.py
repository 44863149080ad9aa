# SPDX-License-Identifier: Apache-2.0
"""Plain tables with a column of periods: one row is one figure, or one for each measure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import headings as said
from missiondesk.exchange.statistics.csv_dialect import Row
from missiondesk.exchange.statistics.gathering import no_number, place_of
from missiondesk.exchange.statistics.grid import Grid, is_period, require_words
from missiondesk.exchange.statistics.layout import MEASURES, Axis, Entry, Layout
from missiondesk.exchange.statistics.periods import read_one, spans_years
from missiondesk.exchange.statistics.sdmx_columns import changes_within
from missiondesk.exchange.statistics.table import Role
from missiondesk.exchange.statistics.wide_table import pairs
from missiondesk.exchange.statistics.written_numbers import Placed, is_missing, shape_of

_BARE_YEAR = re.compile(r"\d{4}")
_LEADING_ZERO = re.compile(r"0\d+")
_MOSTLY = 0.8
_LEAST_GROUPED = 10


@dataclass(frozen=True, slots=True)
class _Columns:
    """What each column is, by its place."""

    time: int
    values: tuple[int, ...]
    names: tuple[int, ...]
    remarks: tuple[int, ...]
    rivals: tuple[int, ...]


def read_long(grid: Grid) -> Layout:
    """What the columns are.

    Raises:
        Refused: No column is the time or holds figures, two may, or a cell is empty or no period.
    """
    if not grid.headings[0] and _counts_rows(grid):
        rows = tuple(Row(row.line, row.cells[1:]) for row in grid.body)
        grid = replace(grid, headings=grid.headings[1:], body=rows)
    for place, heading in enumerate(grid.headings):
        if not heading:
            raise Refused(N_("Column {number} has no heading."), number=place + 1)
    if not grid.body:
        raise Refused(N_("The file has headings, but no figures."))
    columns = _columns(grid)
    _require_periods(grid, columns.time)
    return _layout(grid, columns)


def _counts_rows(grid: Grid) -> bool:
    """Whether the first column numbers the rows, as programs write it without a heading."""
    numbers = [str(number) for number in range(len(grid.body) + 1)]
    return _cells(grid, 0) in (numbers[:-1], numbers[1:])


def _cells(grid: Grid, place: int) -> list[str]:
    return [row.cells[place] for row in grid.body]


# -- which column is what ----------------------------------------------------------------


def _columns(grid: Grid) -> _Columns:
    time = _time(grid)
    places = [one for one in range(len(grid.headings)) if one != time]
    remarks = [one for one in places if said.is_remark(grid.headings[one], set(_cells(grid, one)))]
    places = [one for one in places if one not in remarks]
    numeric = [one for one in places if _is_numeric(grid, one)]
    named = [one for one in places if said.is_value(grid.headings[one])]
    if len(named) > 1:
        raise _two_values(grid, named)
    if named:
        codes = [one for one in numeric if one not in named and _all_whole(grid, one)]
        values = [one for one in numeric if one not in codes] or named
        values = values if named[0] in values else [*values, named[0]]
    else:
        codes = [one for one in numeric if said.is_code(grid.headings[one])]
        values = [one for one in numeric if one not in codes]
    if not values:
        raise _no_figures(grid, places)
    names = [one for one in places if one not in values]
    doubted = [one for one in codes if _changes(grid, one, names, time)]
    if doubted:
        raise _two_values(grid, sorted([*(named or values), *doubted]))
    rivals = tuple(sorted(values)) if len(values) > 1 else ()
    return _Columns(time, tuple(sorted(values)), tuple(names), tuple(remarks), rivals)


def _time(grid: Grid) -> int:
    headings = grid.headings
    for speaks in (said.is_time, said.speaks_of_time):
        found = [place for place, heading in enumerate(headings) if speaks(heading)]
        if len(found) > 1:
            names = ", ".join(headings[place] for place in found)
            raise Refused(
                N_("The columns {names} may all be the time, and the file does not say which."),
                names=names,
            )
        if found:
            return found[0]
    require_words(headings)
    found = [
        place
        for place in range(len(headings))
        if all(
            is_period(cell) and not _BARE_YEAR.fullmatch(cell) for cell in set(_cells(grid, place))
        )
    ]
    if len(found) == 1:
        return found[0]
    raise Refused(
        N_(
            "No column is the time: no heading says so (year, period, tid …), and no line of "
            "periods stands above the figures."
        )
    )


def _is_numeric(grid: Grid, place: int) -> bool:
    """Whether all cells are numbers or missing codes; a zero in front makes them codes."""
    numbers = [cell for cell in set(_cells(grid, place)) if not is_missing(cell)]
    return bool(numbers) and all(
        shape_of(cell) is not None and not _LEADING_ZERO.fullmatch(cell) for cell in numbers
    )


def _all_whole(grid: Grid, place: int) -> bool:
    return all(cell.isascii() and cell.isdigit() for cell in _cells(grid, place))


def _changes(grid: Grid, one: int, names: Sequence[int], time: int) -> bool:
    """Whether a column changes within series that have one figure for each period without it."""
    if len(set(_cells(grid, one))) < 2:
        return False
    others = [place for place in names if place != one]
    keys = [(row.cells[time], *(row.cells[place] for place in others)) for row in grid.body]
    return changes_within(keys, _cells(grid, one))


def _two_values(grid: Grid, places: Sequence[int]) -> Refused:
    names = ", ".join(grid.headings[place] for place in places)
    return Refused(
        N_("The columns {names} may all hold the figures, and the file does not say which."),
        names=names,
    )


def _no_figures(grid: Grid, places: Sequence[int]) -> Refused:
    """The refusal, with the first cell that keeps the best column from being one of figures."""
    best, wrong, share = None, None, 0.0
    for place in places:
        cells = [(row.line, row.cells[place]) for row in grid.body]
        bad = [one for one in cells if not is_missing(one[1]) and shape_of(one[1]) is None]
        good = sum(shape_of(text) is not None for _, text in cells)
        if good / len(cells) > share:
            best, share, wrong = place, good / len(cells), bad[0] if bad else None
    if best is None or wrong is None:
        return Refused(N_("No column holds figures."))
    if share >= _MOSTLY:
        return no_number(wrong[1], wrong[0], grid.headings[best])
    return Refused(
        N_("No column holds figures alone; in “{column}” there is “{value}” ({place})."),
        column=grid.headings[best],
        value=wrong[1][:40],
        place=place_of(wrong[0], grid.headings[best]),
    )


def _require_periods(grid: Grid, time: int) -> None:
    heading = grid.headings[time]
    read: set[str] = set()
    for row in grid.body:
        cell = row.cells[time]
        if cell in read:
            continue
        read.add(cell)
        if not cell:
            raise Refused(
                N_("Line {line} has nothing in column “{column}”."), line=row.line, column=heading
            )
        if not (spans_years(cell) or read_one(cell, iso=True).period):
            raise Refused(
                N_("“{value}” is no period ({place})."),
                value=cell[:40],
                place=place_of(row.line, heading),
            )


# -- figures -----------------------------------------------------------------------------


def _layout(grid: Grid, columns: _Columns) -> Layout:
    headings = grid.headings
    body = [row.cells for row in grid.body]
    paired = pairs(
        [headings[place] for place in columns.names],
        [[cells[place] for place in columns.names] for cells in body],
    )
    named_by = {columns.names[code]: columns.names[name] for code, name in paired.items()}
    unit, names = _unit(grid, [one for one in columns.names if one not in named_by.values()])
    names, followed = _without_groups(grid, names)
    axes = [Axis(headings[one], names=_names(body, one, named_by.get(one))) for one in names]
    several = len(columns.values) > 1
    axes.append(Axis(headings[columns.time], Role.TIME))
    if several:
        axes.append(Axis(MEASURES, Role.MEASURE))
    flags = [one for one in columns.remarks if said.is_flag(headings[one])]
    entries = []
    for row in grid.body:
        cells = row.cells
        names_here = [cells[place] for place in names]
        if not all(names_here):
            raise Refused(
                N_("Line {line} has nothing in column “{column}”."),
                line=row.line,
                column=headings[names[names_here.index("")]],
            )
        key = (*names_here, cells[columns.time])
        flag = " ".join(filter(None, [cells[place] for place in flags]))
        for place in columns.values:
            cell = Placed(row.cells[place], row.line, headings[place])
            entries.append(Entry((*key, headings[place]) if several else key, cell, flag))
    return Layout(
        tuple(axes),
        entries,
        unit,
        _told(grid, columns, followed),
        tuple(headings[one] for one in columns.rivals),
    )


def _names(body: Sequence[Sequence[str]], code: int, name: int | None) -> dict[str, str]:
    return {} if name is None else {cells[code]: cells[name] for cells in body}


def _unit(grid: Grid, names: list[int]) -> tuple[str, list[int]]:
    """The unit that all rows share; units that differ stay a dimension."""
    for place in names:
        if said.is_unit(grid.headings[place]):
            units = set(_cells(grid, place))
            if len(units) == 1:
                return units.pop(), [one for one in names if one != place]
    return "", names


def _without_groups(grid: Grid, names: list[int]) -> tuple[list[int], dict[int, int]]:
    """Columns that only group another one are no dimensions: the continents of 142 countries.

    In a small table that may be chance, so at least ten codes must fall into half as many groups;
    a column with gaps cannot be a dimension, so it is left out wherever it follows from another.
    """
    followed: dict[int, int] = {}
    counts = {one: len(set(_cells(grid, one))) for one in names}
    for group in names:
        for column in names:
            large = counts[column] >= max(_LEAST_GROUPED, counts[group] * 2)
            gaps = "" in _cells(grid, group) and column not in followed
            if group == column or not ((large and counts[group] > 1) or gaps):
                continue
            together = set(zip(_cells(grid, column), _cells(grid, group), strict=True))
            if len(together) == counts[column]:
                followed[group] = column
                break
    return [one for one in names if one not in followed], followed


def _told(grid: Grid, columns: _Columns, followed: Mapping[int, int]) -> tuple[Message, ...]:
    headings = grid.headings
    values = ", ".join(headings[one] for one in columns.values)
    time = headings[columns.time]
    said_so = N_("“{time}” is read as the time and {values} as the figures.")
    told = [message(said_so, time=time, values=values)]
    skipped = [headings[one] for one in columns.remarks if not said.is_flag(headings[one])]
    if skipped:
        about = N_("Not read as figures: {names}.")
        told.append(message(about, names=", ".join(skipped)))
    follows = N_("“{group}” follows from “{column}” and is no dimension of its own.")
    for group, column in followed.items():
        told.append(message(follows, group=headings[group], column=headings[column]))
    return tuple(told)
