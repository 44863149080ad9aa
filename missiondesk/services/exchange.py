# SPDX-License-Identifier: Apache-2.0
"""Importing files of others: first a report of what would happen, then all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.exchange.missions_table import MissionsTable, read_missions_file
from missiondesk.services.import_plan import ImportRow, RowStatus, plan_import, said_fault

if TYPE_CHECKING:
    from missiondesk.services.session import Session

_SEPARATORS = {
    ";": N_("semicolon"),
    ",": N_("comma"),
    "\t": N_("tab"),
    "|": N_("vertical bar"),
    "@": N_("at sign"),
    ":": N_("colon"),
}


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A heading of the file and what it was taken for; None is not read."""

    heading: str
    meaning: Message | None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What importing a file would do, row by row.

    Attributes:
        encoding: As found, "UTF-8".
        separator: As found, in words.
        faults: Cells that cannot be read, each with row, column and value.
    """

    source: str
    encoding: str
    separator: Message
    columns: tuple[ColumnUse, ...]
    rows: tuple[ImportRow, ...]
    faults: tuple[Message, ...]
    table: MissionsTable

    def count(self, status: RowStatus) -> int:
        """How many rows have this status."""
        return sum(row.status is status for row in self.rows)


class Exchange:
    """The verbs of import."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def read_missions(self, source: Path) -> ImportReport:
        """Read a CSV file of missions and compare it with the workspace; nothing is written.

        Raises:
            Refused: The file cannot be read as a table with a column for the title.
        """
        return self._report(read_missions_file(source))

    def apply(self, report: ImportReport) -> ImportReport:
        """Write all that the report says in one Step, compared anew with the workspace as it is.

        Raises:
            Refused: A cell is unreadable; then nothing at all is written.
        """
        if report.faults:
            raise Refused(
                N_("Nothing was imported: {fault}"), field="source", fault=report.faults[0]
            )
        planned = plan_import(self._session.situation, report.table)
        with self._session.write(Verb.IMPORT, "", report.source) as unit:
            for record in planned.records:
                unit.save(record)
        return self._report(report.table)

    def _report(self, table: MissionsTable) -> ImportReport:
        return ImportReport(
            source=table.name,
            encoding=table.encoding,
            separator=message(_SEPARATORS.get(table.separator, table.separator)),
            columns=tuple(
                ColumnUse(one.heading, message(one.meaning) if one.meaning else None)
                for one in table.layout.columns
            ),
            rows=plan_import(self._session.situation, table).rows,
            faults=tuple(map(said_fault, table.faults)),
            table=table,
        )
