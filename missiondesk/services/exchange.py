# SPDX-License-Identifier: Apache-2.0
"""Importing files of others: first a report of what would happen, then all of it or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain.message import N_, message
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.atomic_files import write_file
from missiondesk.services.import_plan import plan_import
from missiondesk.services.import_report import ImportReport, Planned, RecordsFile
from missiondesk.services.incoming import read_records

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


class Exchange:
    """The verbs of import."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def read_table(self, source: Path) -> ImportReport:
        """Read a CSV or a workbook and compare it with the workspace; nothing is written.

        Which kind of records a table or sheet holds (missions, initiatives, milestones, people, or
        a yearly return on major projects) is decided by its headings.

        Raises:
            Refused: The file cannot be read, or its headings are known of no table.
        """
        return self.report(read_records(source))

    def report(self, file: RecordsFile) -> ImportReport:
        """Compare a file that was read with the workspace as it is; nothing is written."""
        return _report(file, plan_import(self._session.situation, file))

    def apply(self, report: ImportReport) -> ImportReport:
        """Write all that the report says in one Step, compared anew with the workspace as it is.

        Raises:
            Refused: A cell cannot be used; then nothing at all is written.
        """
        planned = plan_import(self._session.situation, report.file)
        faults = report.faults or planned.faults
        if faults:
            raise Refused(N_("Nothing was imported: {fault}"), field="source", fault=faults[0])
        with self._session.write(Verb.IMPORT, "", report.source) as unit:
            for record in planned.records:
                unit.save(record)
        return _report(report.file, plan_import(self._session.situation, report.file))

    def template(self, path: Path, language: str) -> Path:
        """Write the workbook to fill in for `read_table`; see `write_template`.

        Raises:
            Refused: There is a file of this name.
        """
        return write_template(path, language, self._session.today)


def write_template(path: Path, language: str, today: date) -> Path:
    """Write the workbook to fill in, with headings and help in ``language`` ("da" or "en").

    Args:
        today: The day whose month and year stand in the headings that have one.

    Raises:
        Refused: There is a file of this name.
        OSError: It cannot be written.
    """
    from missiondesk.exchange.tables.template import template

    if path.exists():
        raise Refused(N_("The file “{name}” is there already."), field="path", name=path.name)
    return write_file(path, template(language, today))


def _report(file: RecordsFile, planned: Planned) -> ImportReport:
    return ImportReport(
        source=file.name,
        format=file.format,
        encoding=file.encoding,
        separator=message(_SEPARATORS[file.separator]) if file.separator else None,
        tables=planned.tables,
        faults=planned.faults,
        notes=(*planned.notes, *file.notes),
        file=file,
        warnings=planned.warnings,
    )
