# SPDX-License-Identifier: Apache-2.0
"""The one shape of a statistical table, whatever file it came from: dimensions, and cells whose
numbers, missing codes and flags are kept apart.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused

MOST_CELLS: Final = 2_000_000
MOST_DIMENSIONS: Final = 50
MOST_CATEGORIES: Final = 100_000


class Role(StrEnum):
    """What a dimension says: when, where, what is measured, or anything else."""

    TIME = "time"
    GEO = "geo"
    MEASURE = "measure"
    OTHER = "other"


def too_long(dimension: str) -> Refused:
    """The refusal of a dimension with too many values."""
    return Refused(
        N_("“{dimension}” has more than {most} values."), dimension=dimension, most=MOST_CATEGORIES
    )


@dataclass(frozen=True, slots=True)
class Category:
    """One value of a dimension.

    Attributes:
        code: The file's own code, unique in its dimension; the label when there is none.
        unit: Unit of the figures of this category, or "" when the table's unit holds.
        decimals: Decimals to show, or None when the table's hold.
        period: On the time dimension, as precise as the file says; None when it cannot be read.
        mark: What stands at the period beside its name, such as "*" for provisional.
        updated: Last update of this category's figures as it stands in the file, or "".
    """

    code: str
    label: str
    unit: str = ""
    decimals: int | None = None
    period: Period | None = None
    mark: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One axis of the table, with its categories in cell order."""

    id: str
    label: str
    categories: tuple[Category, ...]
    role: Role = Role.OTHER

    def position(self, code: str) -> int:
        """Place of the category ``code``, from 0.

        Raises:
            Refused: There is no such category.
        """
        for place, category in enumerate(self.categories):
            if category.code == code:
                return place
        raise Refused(N_("“{dimension}” has no value “{code}”."), dimension=self.label, code=code)


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure as the file has it.

    Attributes:
        value: The number, or None when the file gives none.
        missing: The file's own code for a missing figure ("..", ":"); "" for an empty cell.
        status: Flags of the figure ("p", "b"; "-" for a nil that is exact), separated by blanks.
        place: Where it stands in the file, to be said to a person.
    """

    value: Decimal | None
    missing: str
    status: str
    place: Message


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One figure of a series with its period; ``label`` is what the file calls the period."""

    period: Period | None
    label: str
    value: Decimal | None
    missing: str
    status: str
    place: Message


@dataclass(frozen=True, slots=True)
class Cells:
    """All cells, flat in row-major order: the last dimension runs fastest.

    Attributes:
        values: Numbers by position, None where there is none.
        missing: Missing codes by position, only where a code stands.
        status: Flags by position, only where there are any.
        place: Says where the cell of a position stands in the file.
    """

    values: Sequence[Decimal | None]
    place: Callable[[int], Message] = field(compare=False)
    missing: Mapping[int, str] = field(default_factory=dict)
    status: Mapping[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.values)

    def at(self, position: int) -> Cell:
        """The cell at a flat position."""
        return Cell(
            self.values[position],
            self.missing.get(position, ""),
            self.status.get(position, ""),
            self.place(position),
        )


@dataclass(frozen=True, slots=True)
class StatisticalTable:
    """A table as read.

    Attributes:
        format: Name of the format it was read from: "PX", "JSON-stat" …
        updated: When it was last updated, as it stands in the file.
        notes: Footnotes of the file.
        language: Language of the labels as the file says it, or "".
        unit: Unit of all figures whose category names none of its own.
        decimals: Decimals to show, or None when the file does not say.
        warnings: What a reader should know of how the file was read.

    Raises:
        Refused: Dimensions and cells do not fit each other.
    """

    format: str
    table_id: str
    title: str
    source: str
    dimensions: tuple[Dimension, ...]
    cells: Cells
    updated: str = ""
    notes: tuple[str, ...] = ()
    language: str = ""
    unit: str = ""
    decimals: int | None = None
    warnings: tuple[Message, ...] = ()

    def __post_init__(self) -> None:
        for dimension in self.dimensions:
            if len(dimension.categories) > MOST_CATEGORIES:
                raise too_long(dimension.label)
            if len({one.code for one in dimension.categories}) != len(dimension.categories):
                raise Refused(
                    N_("“{dimension}” has the same value twice."), dimension=dimension.label
                )
        if len({one.id for one in self.dimensions}) != len(self.dimensions):
            raise Refused(N_("Two dimensions of the table have the same name."))
        expected = math.prod(self.shape)
        if expected != len(self.cells):
            raise Refused(
                N_("The table has {count} figures, but its dimensions make {expected}."),
                count=len(self.cells),
                expected=expected,
            )

    # -- shape -------------------------------------------------------------------------
    @property
    def shape(self) -> tuple[int, ...]:
        """Number of categories of each dimension."""
        return tuple(len(one.categories) for one in self.dimensions)

    @property
    def time(self) -> Dimension | None:
        """The dimension of time, or None."""
        return next((one for one in self.dimensions if one.role is Role.TIME), None)

    def dimension(self, id_: str) -> Dimension:
        """The dimension ``id_``.

        Raises:
            Refused: There is no such dimension.
        """
        for one in self.dimensions:
            if one.id == id_:
                return one
        raise Refused(N_("The table has no dimension “{name}”."), name=id_)

    # -- cells -------------------------------------------------------------------------
    def cell(self, index: tuple[int, ...]) -> Cell:
        """The cell at ``index``, one place from 0 for each dimension.

        Raises:
            IndexError: The index does not lie in the table.
        """
        return self.cells.at(self._position(index))

    def _position(self, index: tuple[int, ...]) -> int:
        if len(index) != len(self.dimensions):
            raise IndexError(index)
        position = 0
        for place, size in zip(index, self.shape, strict=True):
            if not 0 <= place < size:
                raise IndexError(index)
            position = position * size + place
        return position

    def series(self, selection: Mapping[str, str]) -> tuple[SeriesPoint, ...]:
        """The figures over time of one selection, in order of time where all periods are known.

        Args:
            selection: Category code by dimension id, for each dimension but the one of time;
                a dimension of one single category may be left out. Without a dimension of time
                there is one point, whose period is None.

        Raises:
            Refused: A dimension is missing in the selection, or it names what is not there.
        """
        index = self._chosen(selection)
        time = self.time
        if time is None:
            cell = self.cell(tuple(index))
            return (SeriesPoint(None, "", cell.value, cell.missing, cell.status, cell.place),)
        axis = self.dimensions.index(time)
        points = []
        for place, category in enumerate(time.categories):
            index[axis] = place
            cell = self.cell(tuple(index))
            status = " ".join(filter(None, (cell.status, category.mark)))
            points.append(
                SeriesPoint(
                    category.period, category.label, cell.value, cell.missing, status, cell.place
                )
            )
        periods = [one.period for one in points if one.period is not None]
        if len(periods) == len(points):
            order = sorted(
                range(len(points)), key=lambda one: (periods[one].first, periods[one].last)
            )
            points = [points[one] for one in order]
        return tuple(points)

    def _chosen(self, selection: Mapping[str, str]) -> list[int]:
        for id_ in selection:
            if self.dimension(id_).role is Role.TIME:
                raise Refused(N_("A series goes over all periods; choose none."))
        index = []
        for dimension in self.dimensions:
            code = selection.get(dimension.id)
            if code is not None:
                index.append(dimension.position(code))
            elif dimension.role is Role.TIME or len(dimension.categories) == 1:
                index.append(0)
            else:
                raise Refused(N_("Choose a value of “{dimension}”."), dimension=dimension.label)
        return index

    # -- what holds for a selection ------------------------------------------------------
    def unit_of(self, selection: Mapping[str, str]) -> str:
        """Unit of the selected figures, "" when the file does not say."""
        return next((one.unit for one in self._categories(selection) if one.unit), self.unit)

    def decimals_of(self, selection: Mapping[str, str]) -> int | None:
        """Decimals to show for the selected figures, None when the file does not say."""
        said = (one.decimals for one in self._categories(selection) if one.decimals is not None)
        return next(said, self.decimals)

    def updated_of(self, selection: Mapping[str, str]) -> str:
        """Last update of the selected figures as it stands in the file."""
        return next(
            (one.updated for one in self._categories(selection) if one.updated), self.updated
        )

    def _categories(self, selection: Mapping[str, str]) -> list[Category]:
        """What was chosen, the dimension that says what is measured first."""
        pairs = zip(self.dimensions, self._chosen(selection), strict=True)
        chosen = [pair for pair in pairs if pair[0].role is not Role.TIME]
        chosen.sort(key=lambda pair: pair[0].role is not Role.MEASURE)
        return [dimension.categories[place] for dimension, place in chosen]
