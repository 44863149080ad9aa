# SPDX-License-Identifier: Apache-2.0
"""Reads a file of tables, CSV or workbook: which kind each holds is decided by its headings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.csv_table import MOST_COLUMNS, read_csv
from missiondesk.exchange.spreadsheet import Sheet, Workbook, is_workbook, read_workbook
from missiondesk.exchange.tables.columns import Kind, Layout
from missiondesk.exchange.tables.grid import Fault, Grid, grid_of_csv, grid_of_sheet
from missiondesk.exchange.tables.initiatives import InitiativeRow, read_initiative
from missiondesk.exchange.tables.kinds import (
    INITIATIVES,
    KINDS,
    MILESTONES,
    MISSIONS,
    PEOPLE,
    kind_of,
)
from missiondesk.exchange.tables.milestones import MilestoneRow, read_milestone
from missiondesk.exchange.tables.missions import MissionRow, read_mission
from missiondesk.exchange.tables.people import PersonRow, read_person
from missiondesk.exchange.tables.row_reading import RowReader, is_data

TableRow = MissionRow | InitiativeRow | MilestoneRow | PersonRow

# Headings are looked for in so many of a sheet's first rows; titles may stand above them.
_HEAD: Final = 30


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table as read.

    Attributes:
        rows: All rows but those that are marked as an example or as help.
        faults: Every cell that cannot be read.
        skipped: Lines of the rows that are marked.
    """

    kind: Kind
    grid: Grid
    layout: Layout
    rows: tuple[TableRow, ...]
    faults: tuple[Fault, ...]
    skipped: tuple[int, ...] = ()

    @property
    def sheet(self) -> str:
        """Name of its sheet, "" for a CSV."""
        return self.grid.sheet

    def fault(self, line: int, field: str, said: Message) -> Fault:
        """A fault of a row that was found later, at the cell of the field, else of the title."""
        row = next(one for one in self.grid.rows if one.line == line)
        columns = {one.field: one for one in reversed(self.layout.columns) if one.field}
        column = columns.get(field) or columns.get("title") or columns["name"]
        cell = row.cells[column.index]
        return Fault(line, column.heading, cell.text, said, self.sheet, cell.place)


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file as read.

    Attributes:
        format: "CSV", "XLSX", "XLS" or "ODS".
        encoding: Of a CSV, with its separator; else "".
        tables: In the order in which they are to be brought in.
        notes: What a reader should know: sheets that are not read, hidden rows.
    """

    name: str
    format: str
    encoding: str
    separator: str
    tables: tuple[ReadTable, ...]
    notes: tuple[Message, ...] = ()


def read_tables(data: bytes, name: str) -> TableFile:
    """Read all tables of a file whose headings are known; its content decides what it is.

    Raises:
        Refused: It is no table and no workbook, no heading is known, or it is not sure what the
            known ones mean (field "columns").
    """
    if not is_workbook(data[:8]):
        table = read_csv(data)
        grid = grid_of_csv(table)
        found = kind_of(grid.headings)
        if found is None:
            raise Refused(
                N_(
                    "The headings are known of no table: a table of missions, initiatives or "
                    "milestones needs a column for the title, one of people a column for the name "
                    "and one for the office."
                )
            )
        return TableFile(name, "CSV", table.encoding, table.separator, (_table(grid, *found),))
    return read_sheets(read_workbook(data, name))


def read_sheets(book: Workbook) -> TableFile:
    """Read all sheets of a workbook whose headings are known.

    Raises:
        Refused: As `read_tables`.
    """
    tables: list[ReadTable] = []
    notes = list(book.notes)
    for sheet in book.sheets:
        if sheet.hidden:
            if sheet.rows:
                notes.append(
                    message(N_("The hidden sheet “{sheet}” is not read."), sheet=sheet.name)
                )
            continue
        found = _heading_row(sheet)
        if found is None:
            if sheet.rows:
                said = N_("No headings are known on the sheet “{sheet}”; it is not read.")
                notes.append(message(said, sheet=sheet.name))
            continue
        row, kind, layout = found
        tables.append(_table(grid_of_sheet(sheet, row), kind, layout))
        notes += sheet.notes
    if not tables:
        raise Refused(
            N_(
                "No sheet has the headings of a table of missions, initiatives, milestones or "
                "people; the template shows which are known."
            )
        )
    tables.sort(key=lambda one: KINDS.index(one.kind))
    return TableFile(book.name, book.format, "", "", tuple(tables), tuple(notes))


def _heading_row(sheet: Sheet) -> tuple[int, Kind, Layout] | None:
    """The row, counted from 0, that has most known headings; the first of them in a tie.

    Raises:
        Refused: It has two headings that mean the same.
    """
    best: tuple[int, Kind, Layout] | None = None
    for number in range(min(_HEAD, len(sheet.rows))):
        headings = grid_of_sheet(sheet, number).headings
        if not headings or len(headings) > MOST_COLUMNS:
            continue
        try:
            found = kind_of(headings)
        except Refused:
            if best is None:
                raise
            continue  # a row of data below the headings
        if found is not None and (best is None or found[1].known > best[2].known):
            best = (number, *found)
    return best


def _table(grid: Grid, kind: Kind, layout: Layout) -> ReadTable:
    rows: list[TableRow] = []
    faults: list[Fault] = []
    skipped: list[int] = []
    seen: dict[tuple[str, ...], int] = {}
    for raw in grid.rows:
        if not is_data(raw, layout):
            skipped.append(raw.line)
            continue
        reader = RowReader(grid, raw, layout, faults)
        row = _READERS[kind.name](reader)
        key = _identity(row)
        twin = seen.setdefault(key, raw.line) if key else raw.line
        if twin != raw.line:
            said = message(N_("The same title stands in line {line}."), line=str(twin))
            title = "name" if isinstance(row, PersonRow) else "title"
            reader.fault_at(reader.columns(title)[0], said)
        rows.append(row)
    return ReadTable(kind, grid, layout, tuple(rows), tuple(faults), tuple(skipped))


def _identity(row: TableRow) -> tuple[str, ...]:
    """What no two rows of one table may share; empty when the row has no title."""
    match row:
        case MissionRow():
            parts: tuple[object, ...] = (row.title,)
        case InitiativeRow():
            parts = (row.title, row.mission)
        case MilestoneRow():
            parts = (row.title, row.mission, row.initiative)
        case PersonRow():
            parts = (row.name, row.office, row.ministry, row.valid_from or "")
    folded = tuple(" ".join(str(part).casefold().split()) for part in parts)
    return folded if folded[0] else ()


_READERS: Final[dict[str, Callable[[RowReader], TableRow]]] = {
    MISSIONS.name: read_mission,
    INITIATIVES.name: read_initiative,
    MILESTONES.name: read_milestone,
    PEOPLE.name: read_person,
}
