# SPDX-License-Identifier: Apache-2.0
"""What the verb "import" says of a file of tables: how it was read, and what each row would do."""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.message import N_
from missiondesk.exchange.spreadsheet.cells import letters_of
from missiondesk.language import Translator
from missiondesk.services.import_report import ImportReport, TableReport


def tell_import(report: ImportReport, tr: Translator) -> None:
    """Print the report."""
    for line in report_lines(report, tr):
        print(line)


def report_lines(report: ImportReport, tr: Translator) -> Iterator[str]:
    """The lines of the report: the file, then each table with its columns and rows."""
    if report.separator is None:
        yield tr.say(N_("{source}: {format}"), source=report.source, format=report.format)
    else:
        yield tr.say(
            N_("{source}: {encoding}, separated by {separator}"),
            source=report.source,
            encoding=report.encoding,
            separator=report.separator,
        )
    for note in (*report.warnings, *report.notes):
        yield tr.tell(note)
    for table in report.tables:
        yield from _table_lines(table, tr)


def _table_lines(table: TableReport, tr: Translator) -> Iterator[str]:
    if table.sheet:
        yield tr.say(N_("sheet “{sheet}”: {kind}"), sheet=table.sheet, kind=table.kind)
    else:
        yield tr.say(N_("a table of {kind}"), kind=table.kind)
    for column in table.columns:
        meaning = tr.tell(column.meaning) if column.meaning else tr.say(N_("not read"))
        yield f"  {column.heading} = {meaning}"
    for line in table.skipped:
        yield tr.say(N_("line {line}: help or example, not read"), line=str(line))
    for row in table.rows:
        details = "; ".join(tr.tell(one) for one in row.details)
        title = row.title.in_language(tr.lang)
        said = tr.say(
            N_("column {line}: {status}: {code} {title}")
            if table.sideways
            else N_("line {line}: {status}: {code} {title}"),
            line=letters_of(row.line - 1) if table.sideways else str(row.line),
            status=row.status,
            code=row.code,
            title=title,
        )
        head = " ".join(said.split())
        yield f"{head} ({details})" if details else head
