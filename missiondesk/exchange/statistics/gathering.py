# SPDX-License-Identifier: Apache-2.0
"""Lays figures that a file gives one by one, each with its key, out as the cells of a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from operator import mul
from typing import Final, NamedTuple

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.periods import read_periods
from missiondesk.exchange.statistics.table import (
    MOST_CELLS,
    MOST_DIMENSIONS,
    Category,
    Cells,
    Dimension,
    Role,
)
from missiondesk.exchange.statistics.time_axis import unsure

# Number, missing code and flags of one cell of a row.
RowCell = tuple[Decimal | None, str, str]
_SHOWN: Final = 40
ABSENT: Final = message(N_("not in the file"))


class Figure(NamedTuple):
    """One figure with the line and the column of the file in which it stands.

    A named tuple, because a file may have hundreds of thousands.
    """

    value: Decimal | None
    missing: str
    status: str
    line: int
    column: str

    @property
    def place(self) -> Message:
        """Where it stands, to be said to a person."""
        return place_of(self.line, self.column)

    def same(self, other: Figure) -> bool:
        """Whether both say the same, wherever they stand."""
        mine = (self.value, self.missing, self.status)
        return mine == (other.value, other.missing, other.status)


def place_of(line: int, column: str) -> Message:
    """A place in a file of lines and named columns."""
    return message(N_("line {line}, column “{column}”"), line=line, column=column)


class Gathering:
    """Collects figures by their keys; the codes of each dimension keep the order of the file."""

    def __init__(self, dimensions: int) -> None:
        if dimensions > MOST_DIMENSIONS:
            raise Refused(N_("The table has more than {most} dimensions."), most=MOST_DIMENSIONS)
        self._codes: tuple[dict[str, int], ...] = tuple({} for _ in range(dimensions))
        self._figures: dict[tuple[int, ...], Figure] = {}

    def __len__(self) -> int:
        return len(self._figures)

    def add(self, key: Sequence[str], figure: Figure) -> Figure | None:
        """Take the figure in; the one that has its key already, when there is one, is kept."""
        place = tuple(
            [
                codes.setdefault(code, len(codes))
                for codes, code in zip(self._codes, key, strict=True)
            ]
        )
        before = self._figures.setdefault(place, figure)
        return None if before is figure else before

    def codes(self, dimension: int) -> tuple[str, ...]:
        """The codes of a dimension in the order in which they came."""
        return tuple(self._codes[dimension])

    def cells(self) -> Cells:
        """All cells of the table; those that no figure was given for are empty.

        Raises:
            Refused: The dimensions make more cells than a table may have.
        """
        sizes = [len(codes) for codes in self._codes]
        count = math.prod(sizes)
        require_size(count)
        steps = [math.prod(sizes[axis + 1 :]) for axis in range(len(sizes))]
        values: list[Decimal | None] = [None] * count
        figures: dict[int, Figure] = {}
        for place, figure in self._figures.items():
            position = sum(map(mul, place, steps))
            values[position] = figure.value
            figures[position] = figure
        return Cells(
            values,
            lambda position: figures[position].place if position in figures else ABSENT,
            {position: one.missing for position, one in figures.items() if one.missing},
            {position: one.status for position, one in figures.items() if one.status},
        )


class RowGathering:
    """As `Gathering`, for files in which each row has the figures of all columns."""

    def __init__(self, dimensions: int, columns: Sequence[str]) -> None:
        if dimensions + 1 > MOST_DIMENSIONS:
            raise Refused(N_("The table has more than {most} dimensions."), most=MOST_DIMENSIONS)
        self._codes: tuple[dict[str, int], ...] = tuple({} for _ in range(dimensions))
        self._columns = tuple(columns)
        self._rows: dict[tuple[int, ...], tuple[int, Sequence[RowCell]]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, key: Sequence[str], line: int, cells: Sequence[RowCell]) -> int | None:
        """Take in a row; the line of the one that has its key already, when there is one."""
        place = tuple(
            codes.setdefault(code, len(codes)) for codes, code in zip(self._codes, key, strict=True)
        )
        row = (line, cells)
        before = self._rows.setdefault(place, row)
        return None if before is row else before[0]

    def codes(self, dimension: int) -> tuple[str, ...]:
        """The codes of a dimension in the order in which they came; the last is that across."""
        return (*map(tuple, self._codes), self._columns)[dimension]

    def cells(self) -> Cells:
        """All cells of the table; those of absent rows are empty.

        Raises:
            Refused: The dimensions make more cells than a table may have.
        """
        width = len(self._columns)
        sizes = [len(codes) for codes in self._codes]
        count = math.prod(sizes) * width
        require_size(count)
        steps = [math.prod(sizes[axis + 1 :]) for axis in range(len(sizes))]
        values: list[Decimal | None] = [None] * count
        missing: dict[int, str] = {}
        status: dict[int, str] = {}
        lines: dict[int, int] = {}
        for place, (line, cells) in self._rows.items():
            number = sum(map(mul, place, steps))
            lines[number] = line
            start = number * width
            values[start : start + width] = [cell[0] for cell in cells]
            missing |= {at: cell[1] for at, cell in enumerate(cells, start) if cell[1]}
            status |= {at: cell[2] for at, cell in enumerate(cells, start) if cell[2]}

        def place_in_file(position: int) -> Message:
            number, column = divmod(position, width)
            if number not in lines:
                return ABSENT
            return place_of(lines[number], self._columns[column])

        return Cells(values, place_in_file, missing, status)


def require_size(count: int) -> None:
    """Refuse a table of too many cells.

    Raises:
        Refused: There are more than a table may have.
    """
    if count > MOST_CELLS:
        raise Refused(
            N_("The table would have {count} cells; at most {most} are read."),
            count=count,
            most=MOST_CELLS,
        )


def time_dimension(
    id_: str, label: str, texts: Sequence[str], *, iso: bool = False, language: str = ""
) -> tuple[Dimension, tuple[Message, ...]]:
    """The dimension of time read by `read_periods`, and a warning of unsure ones."""
    readings = read_periods(texts, iso=iso, language=language)
    categories = tuple(
        Category(text, text, period=one.period, mark=one.mark)
        for text, one in zip(texts, readings, strict=True)
    )
    return Dimension(id_, label, categories, Role.TIME), unsure(label, readings)


def no_number(text: str, line: int, column: str) -> Refused:
    """The refusal of a cell that should be a figure."""
    said = N_("“{value}” is no number ({place}).")
    return Refused(said, value=text[:_SHOWN], place=place_of(line, column))


def ragged(line: int, count: int, most: int) -> Refused:
    """The refusal of a row that has more or fewer cells than there are headings."""
    return Refused(
        N_("Line {line} has {count} cells, but there are {most} headings."),
        line=line,
        count=count,
        most=most,
    )
