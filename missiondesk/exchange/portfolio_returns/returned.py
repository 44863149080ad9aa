# SPDX-License-Identifier: Apache-2.0
"""What a return on major projects holds: projects whose cells keep their words and places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Final, Generic, TypeVar

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import Message
from missiondesk.domain.period import Period

T_co = TypeVar("T_co", covariant=True)

CURRENCY: Final = "GBP"
# Amounts stand in millions of pounds with two decimals at most; kept are whole pence.
PENCE_OF_A_MILLION: Final = 100_000_000


class Standing(StrEnum):
    """What a cell is worth."""

    GIVEN = "given"
    EXEMPT = "exempt"  # withheld; the words say under which section of which act
    NOT_GIVEN = "not_given"  # empty, or words that say that there is nothing
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ReturnedCell(Generic[T_co]):
    """One cell as read.

    Attributes:
        heading: Of its column or row, as the file has it; "" when the file has none for it.
        place: Of the cell in a sheet, "G27"; "" when the file has none.
        text: As written, without blanks at its edges; lines end alike.
        value: What the words mean; None unless they were given.
        why: What is wrong with a cell that cannot be read.
    """

    heading: str
    place: str
    text: str
    value: T_co | None
    standing: Standing
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class ReturnedProject:
    """One project of the return; amounts are whole pence.

    Attributes:
        line: Row of the file, or column when projects stand side by side; counted from 1.
        end: Latest approved end.
        year_baseline: Budget of the financial year that is reported.
        year_forecast: Forecast of that year's spending.
        whole_life_cost: Baseline of all costs, those of others than the state too.
        benefits: Baseline of all benefits.
        others: Cells of columns that are not known.
    """

    line: int
    year: ReturnedCell[int]
    number: ReturnedCell[str]
    name: ReturnedCell[str]
    department: ReturnedCell[str]
    category: ReturnedCell[str]
    aims: ReturnedCell[str]
    confidence: ReturnedCell[Confidence]
    confidence_comment: ReturnedCell[str]
    start: ReturnedCell[Period]
    end: ReturnedCell[Period]
    schedule_comment: ReturnedCell[str]
    year_baseline: ReturnedCell[int]
    year_forecast: ReturnedCell[int]
    variance: ReturnedCell[str]
    variance_comment: ReturnedCell[str]
    whole_life_cost: ReturnedCell[int]
    budget_comment: ReturnedCell[str]
    benefits: ReturnedCell[int]
    benefits_comment: ReturnedCell[str]
    others: tuple[ReturnedCell[str], ...] = ()

    def cells(self) -> Iterator[ReturnedCell[object]]:
        """All cells that the file has, in no order of the file."""
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, ReturnedCell) and value.place:
                yield value
        yield from self.others


@dataclass(frozen=True, slots=True)
class PortfolioReturn:
    """A file as read.

    Attributes:
        year: Of the return, when all its rows say the same; else None.
        sideways: Whether each project has a column instead of a row.
        headings: Each heading of the file with the field it was taken for, "" for none.
        blank: Rows, or columns, in which nothing stands.
        notes: What a reader should know of how the file was read.
    """

    name: str
    encoding: str
    separator: str
    year: int | None
    sideways: bool
    projects: tuple[ReturnedProject, ...]
    headings: tuple[tuple[str, str], ...] = ()
    blank: int = 0
    notes: tuple[Message, ...] = ()
    currency: str = CURRENCY
    format: str = "CSV"

    def standing(self, standing: Standing) -> tuple[ReturnedCell[object], ...]:
        """All cells of this standing, project by project."""
        return tuple(
            cell
            for project in self.projects
            for cell in project.cells()
            if cell.standing is standing
        )
