# SPDX-License-Identifier: Apache-2.0
"""What importing a file of tables would do, row by row, before anything is written."""

from __future__ import annotations

from missiondesk.domain.entities import Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.wording import Wording
from missiondesk.exchange.portfolio_returns import PortfolioReturn
from missiondesk.exchange.record_tables import RecordBook
from missiondesk.exchange.tables import TableFile
from missiondesk.exchange.tables.grid import Fault
from missiondesk.services.list_states import RowStatus

# What holds records of the desk, row by row.
RecordsFile = TableFile | PortfolioReturn | RecordBook


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of the report: the line in the file, what happens, to which record, and why.

    Attributes:
        line: Line of the file, or row of the sheet, from 1.
        code: Of a mission or an initiative; "" for what has none.
    """

    line: int
    status: RowStatus
    code: str
    title: Wording
    details: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A heading of the file and what it was taken for; None is not read."""

    heading: str
    meaning: Message | None


@dataclass(frozen=True, slots=True)
class TableReport:
    """What importing one table would do.

    Attributes:
        kind: What it is a table of, "missions".
        sheet: Name of its sheet, "" for a CSV.
        skipped: Lines that are marked as an example or as help.
        sideways: Whether each record has a column instead of a row; its number is the "line".
    """

    kind: Message
    sheet: str
    columns: tuple[ColumnUse, ...]
    rows: tuple[ImportRow, ...]
    skipped: tuple[int, ...] = ()
    sideways: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """The report on each table, the records to be written, and all that cannot be used.

    Attributes:
        notes: What a reader should know of what the rows would do together.
        warnings: What should be looked at before it is imported.
    """

    tables: tuple[TableReport, ...]
    records: tuple[Entity, ...]
    faults: tuple[Message, ...]
    notes: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What importing a file would do.

    Attributes:
        format: As found by the content, "CSV" or "XLSX".
        encoding: Of a CSV as found, "UTF-8"; else "".
        separator: Of a CSV in words, else None.
        faults: Cells that cannot be used, each with its place and value; with one of them nothing
            is imported.
        notes: What a reader should know of the file.
        warnings: What should be looked at before it is imported; it hinders nothing.
    """

    source: str
    format: str
    encoding: str
    separator: Message | None
    tables: tuple[TableReport, ...]
    faults: tuple[Message, ...]
    notes: tuple[Message, ...]
    file: RecordsFile
    warnings: tuple[Message, ...] = ()

    @property
    def rows(self) -> tuple[ImportRow, ...]:
        """The rows of all tables."""
        return tuple(row for table in self.tables for row in table.rows)

    @property
    def columns(self) -> tuple[ColumnUse, ...]:
        """The columns of all tables."""
        return tuple(one for table in self.tables for one in table.columns)

    def count(self, status: RowStatus) -> int:
        """How many rows have this status."""
        return sum(row.status is status for row in self.rows)


def said_fault(fault: Fault) -> Message:
    """A fault with its place: line or cell, column and value."""
    if fault.sheet:
        return message(
            N_("Sheet “{sheet}”, cell {place}, column “{column}”: “{value}”. {reason}"),
            sheet=fault.sheet,
            place=fault.place or str(fault.line),
            column=fault.heading,
            value=fault.value,
            reason=fault.message,
        )
    return message(
        N_("Line {line}, column “{column}”: “{value}”. {reason}"),
        line=str(fault.line),
        column=fault.heading,
        value=fault.value,
        reason=fault.message,
    )
