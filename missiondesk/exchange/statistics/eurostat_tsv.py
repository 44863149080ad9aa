# SPDX-License-Identifier: Apache-2.0
"""Reads Eurostat's tab-separated tables: keys in the first column, periods across, flags behind
the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.csv_dialect import Row, text_of
from missiondesk.exchange.statistics.gathering import (
    RowCell,
    RowGathering,
    no_number,
    ragged,
    time_dimension,
)
from missiondesk.exchange.statistics.heads import first_line
from missiondesk.exchange.statistics.numbers import machine_number
from missiondesk.exchange.statistics.periods import read_periods
from missiondesk.exchange.statistics.table import Category, Dimension, Role, StatisticalTable

_HEAD = re.compile(r'(?P<keys>[^\t\\"]+)\\(?P<across>[^\t\\"]+)(?:\t|$)')
_CELL = re.compile(r"(?P<figure>:|[-+.0-9]+(?:[eE][-+]?[0-9]+)?)\s*(?P<flags>(?:@?[A-Za-z]\s*)*)")
_FLAG = re.compile(r"@?[A-Za-z]")
_TIMES: Final = ("time", "time_period")


def recognises(head: bytes) -> bool:
    r"""Whether the first cell names dimensions down and one across: unit,geo\time."""
    return _HEAD.match(first_line(head)) is not None


def read(data: bytes, name: str) -> tuple[StatisticalTable, ...]:
    """Read the table of the file. Its name is the table's id, for the file itself has none.

    Raises:
        Refused: A row has other keys or cells than the headings, a cell is no figure, a key stands
            twice, or no dimension is time; the sentence names line and column.
    """
    rows = _rows(text_of(data).text)
    head = next(rows, None)
    found = _HEAD.match(head.cells[0]) if head is not None else None
    if head is None or found is None:
        raise Refused(N_("The first cell does not name the dimensions, as Eurostat’s tables do."))
    names = [one.strip() for one in found["keys"].split(",")]
    across = found["across"].strip()
    columns = [cell.strip() for cell in head.cells[1:]]
    while columns and not columns[-1]:
        columns.pop()
    _require_columns(columns)
    gathering = RowGathering(len(names), columns)
    for row in rows:
        _take(row, names, columns, gathering)
    if not len(gathering):
        raise Refused(N_("The file has headings, but no figures."))
    dimensions, warnings = _dimensions([*names, across], gathering)
    table = StatisticalTable(
        format="Eurostat TSV",
        table_id=name.rpartition(".")[0] or name,
        title="",
        source="Eurostat",
        dimensions=dimensions,
        cells=gathering.cells(),
        warnings=warnings,
    )
    return (table,)


def _rows(text: str) -> Iterator[Row]:
    """Records without quotes: Eurostat writes none."""
    for line, content in enumerate(text.splitlines(), start=1):
        if content.strip():
            yield Row(line, tuple(content.split("\t")))


def _require_columns(columns: Sequence[str]) -> None:
    if not columns:
        raise Refused(N_("The first line has no headings beside the first."))
    for number, column in enumerate(columns, start=2):
        if not column:
            raise Refused(N_("Column {number} has no heading."), number=number)
        if column in columns[: number - 2]:
            raise Refused(N_("The heading “{column}” stands twice."), column=column)


def _take(row: Row, names: Sequence[str], columns: Sequence[str], gathering: RowGathering) -> None:
    keys = [one.strip() for one in row.cells[0].split(",")]
    if len(keys) != len(names):
        raise Refused(
            N_("Line {line}: the first cell has {count} keys, but there are {most} dimensions."),
            line=row.line,
            count=len(keys),
            most=len(names),
        )
    cells = list(map(str.strip, row.cells[1:]))
    while len(cells) > len(columns) and not cells[-1]:
        cells.pop()
    if len(cells) != len(columns):
        raise ragged(row.line, len(cells) + 1, len(columns) + 1)
    figures = []
    for column, cell in zip(columns, cells, strict=True):
        read = _read_cell(cell)
        if read is None:
            raise no_number(cell, row.line, column)
        figures.append(read)
    before = gathering.add(keys, row.line, figures)
    if before is not None:
        raise Refused(
            N_("Lines {first} and {second} have the same key “{key}”."),
            first=before,
            second=row.line,
            key=",".join(keys),
        )


@lru_cache(maxsize=50_000)
def _read_cell(cell: str) -> RowCell | None:
    """Number, missing code and flags of a cell; None when it is no figure."""
    if not cell:
        return None, "", ""
    found = _CELL.fullmatch(cell)
    if found is None:
        return None
    flags = " ".join(_FLAG.findall(found["flags"]))
    if found["figure"] == ":":
        return None, ":", flags
    number = machine_number(found["figure"])
    return None if number is None else (number, "", flags)


def _dimensions(
    names: list[str], gathering: RowGathering
) -> tuple[tuple[Dimension, ...], tuple[Message, ...]]:
    """The dimensions, and what a reader should know of them."""
    time = _time(names, gathering)
    found: list[Dimension] = []
    warnings: list[Message] = []
    for axis, name in enumerate(names):
        codes = gathering.codes(axis)
        if axis == time:
            dimension, unsure = time_dimension(name, name, codes)
            found.append(dimension)
            warnings += unsure
            continue
        unit = name.casefold() == "unit"
        role = Role.GEO if name.casefold() == "geo" else Role.OTHER
        labelled = tuple(Category(code, code, unit=code if unit else "") for code in codes)
        found.append(Dimension(name, name, labelled, role))
        if "" in codes:
            warnings.append(message(N_("One value of “{dimension}” has no code."), dimension=name))
    return tuple(found), tuple(warnings)


def _time(names: list[str], gathering: RowGathering) -> int:
    """The dimension called time; without one, that across, when it has nothing but periods."""
    named = [axis for axis, name in enumerate(names) if name.casefold() in _TIMES]
    across = len(names) - 1
    chosen = named[-1] if named else across
    readings = read_periods(gathering.codes(chosen))
    if not any(one.period for one in readings):
        raise Refused(N_("No dimension of the file is time."))
    if not named and not all(one.period for one in readings):
        raise Refused(N_("No dimension of the file is time."))
    return chosen
