# SPDX-License-Identifier: Apache-2.0
"""A plain table once it is known what its columns are, turned into dimensions and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final, NamedTuple

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.gathering import (
    Figure,
    Gathering,
    place_of,
    time_dimension,
)
from missiondesk.exchange.statistics.grid import Grid
from missiondesk.exchange.statistics.headings import is_geo, is_unit
from missiondesk.exchange.statistics.table import Category, Dimension, Role, StatisticalTable
from missiondesk.exchange.statistics.written_numbers import (
    Figures,
    Placed,
    find_figures,
    shape_of,
)

MEASURES: Final = "MEASURES"


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension to be; ``names`` gives the names of codes that have one."""

    heading: str
    role: Role = Role.OTHER
    names: Mapping[str, str] = field(default_factory=dict)


class Entry(NamedTuple):
    """A figure as it stands, with its key and its flags."""

    key: tuple[str, ...]
    cell: Placed
    flags: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a plain table's columns are.

    Attributes:
        warnings: What was concluded and should be known.
        rivals: Columns of figures of which some may be no figures, to be named in a refusal.
    """

    axes: tuple[Axis, ...]
    entries: Sequence[Entry]
    unit: str = ""
    warnings: tuple[Message, ...] = ()
    rivals: tuple[str, ...] = ()


def build(layout: Layout, grid: Grid, separator: str, name: str, format_: str) -> StatisticalTable:
    """The table of a layout.

    Raises:
        Refused: A cell is no number, may be two numbers, or stands twice; the sentence names it.
    """
    figures = find_figures((entry.cell for entry in layout.entries), separator)
    gathering = Gathering(len(layout.axes))
    for entry in layout.entries:
        value, missing, star = figures.read(entry.cell)
        flags = " ".join(filter(None, (entry.flags, star)))
        figure = Figure(value, missing, flags, entry.cell.line, entry.cell.column)
        before = gathering.add(entry.key, figure)
        if before is not None:
            raise _twice(before, figure, layout)
    if not len(gathering):
        raise Refused(N_("The file has headings, but no figures."))
    percent = _percent(layout.entries)
    dimensions, unsure = _dimensions(layout, gathering)
    return StatisticalTable(
        format=format_,
        table_id=name.rpartition(".")[0] or name,
        title=grid.title,
        source=grid.source,
        dimensions=dimensions,
        cells=gathering.cells(),
        updated=grid.updated,
        notes=grid.notes,
        unit="%" if percent else layout.unit,
        warnings=(*layout.warnings, *_told_marks(figures, layout.entries), *unsure),
    )


def _twice(before: Figure, figure: Figure, layout: Layout) -> Refused:
    if layout.rivals:
        return Refused(
            N_(
                "Lines {first} and {second} have the same names and the same period. The columns "
                "{names} all hold numbers, and the file does not say which are figures."
            ),
            first=before.line,
            second=figure.line,
            names=", ".join(layout.rivals),
        )
    return Refused(
        N_("Lines {first} and {second} have the same names and the same period."),
        first=before.line,
        second=figure.line,
    )


def _percent(entries: Sequence[Entry]) -> bool:
    """Whether the figures are per cent: all of them, or none."""
    found: dict[bool, Placed] = {}
    for entry in {entry.cell.text: entry for entry in reversed(entries)}.values():
        shape = shape_of(entry.cell.text)
        if shape is not None:
            before = found.setdefault(shape.percent, entry.cell)
            found[shape.percent] = min(before, entry.cell, key=lambda cell: cell.line)
    if len(found) == 2:
        cell = found[False]
        raise Refused(
            N_("Some figures have a per cent sign, but “{value}” has none ({place})."),
            value=cell.text,
            place=place_of(cell.line, cell.column),
        )
    return True in found


def _told_marks(figures: Figures, entries: Sequence[Entry]) -> tuple[Message, ...]:
    if figures.decimal != "," or not any("," in entry.cell.text for entry in entries):
        return ()
    return (message(N_("The comma is read as decimal mark.")),)


def _dimensions(
    layout: Layout, gathering: Gathering
) -> tuple[tuple[Dimension, ...], tuple[Message, ...]]:
    found: list[Dimension] = []
    unsure: tuple[Message, ...] = ()
    used: set[str] = set()
    for place, axis in enumerate(layout.axes):
        id_ = axis.heading or f"#{place + 1}"
        while id_ in used:
            id_ += "'"
        used.add(id_)
        codes = gathering.codes(place)
        if axis.role is Role.TIME:
            time, unsure = time_dimension(id_, axis.heading or id_, codes)
            found.append(time)
            continue
        unit = is_unit(axis.heading)
        categories = tuple(
            Category(code, axis.names.get(code, code), unit=code if unit else "") for code in codes
        )
        role = Role.GEO if axis.role is Role.OTHER and is_geo(axis.heading) else axis.role
        found.append(Dimension(id_, axis.heading or id_, categories, role))
    return tuple(found), unsure
