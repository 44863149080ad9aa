# SPDX-License-Identifier: Apache-2.0
"""The report on a table of missions, initiatives, milestones or people, row by row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.exchange.portfolio_returns import PortfolioReturn
from missiondesk.exchange.spreadsheet.cells import letters_of
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.import_report import ImportReport, ImportRow, RecordsFile, TableReport
from missiondesk.services.list_states import RowStatus
from missiondesk.ui.importing.face import Remark, ReportFace
from missiondesk.ui.importing.words import counted_rows
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

_MOST_NOTES = 3
_WRITTEN = (RowStatus.NEW, RowStatus.CHANGED)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the report; the same line may stand on two sheets, so its place is its key."""

    key: str
    row: ImportRow


class TablePart(QWidget):
    """One table or sheet of the file."""

    def __init__(self, report: TableReport, tr: Translator, place: int) -> None:
        super().__init__()
        self.report, self._tr = report, tr
        kind = tr.tell(report.kind)
        title = f"{kind[:1].upper()}{kind[1:]}"
        if report.sheet:
            title = tr.say("{kind}: sheet “{sheet}”", kind=title, sheet=report.sheet)
        self.table: ReadTable[ShownRow] = ReadTable(
            _columns(tr, sideways=report.sideways),
            key=lambda it: it.key,
            name=f"rows{place}",
            title=title,
            sort_text=tr.sort_key,
            empty=EmptyState(tr.say("Nothing changes in this table.")),
            growing=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(text_label(title, "section", wrap=True))
        layout.addWidget(text_label(self._facts(), "detail", wrap=True))
        layout.addSpacing(4)
        layout.addWidget(self.table)

    def _facts(self) -> str:
        tr, report = self._tr, self.report
        skipped = len(report.skipped)
        parts = [counted_rows(report.rows, tr)]
        if skipped:
            parts.append(
                tr.plural(
                    "{count} row of help or example is not read",
                    "{count} rows of help or example are not read",
                    skipped,
                )
            )
        unread = [one.heading for one in report.columns if one.meaning is None]
        if unread:
            parts.append(tr.say("columns that are not read: {columns}", columns=", ".join(unread)))
        return " · ".join(part for part in parts if part)

    def show_rows(self, *, changes_only: bool) -> None:
        """Show all rows or only those that change or hinder."""
        self.table.show_rows(
            [
                ShownRow(str(place), one)
                for place, one in enumerate(self.report.rows)
                if not changes_only or one.status is not RowStatus.UNCHANGED
            ]
        )


class RecordsFace(ReportFace):
    """All tables of the file."""

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        back: Callable[[], object],
        as_figures: Callable[[], object],
        apply: Callable[[ImportReport], object],
    ) -> None:
        self._apply = apply
        self.as_figures = push_button(tr.say("Read as figures"), "readAsFigures", as_figures)
        super().__init__(tr, "importRecords", back, self._confirm, self.as_figures)
        self._desk = desk
        self._report: ImportReport | None = None
        self._parts: list[TablePart] = []
        self.content.addWidget(row(self.only_changes, None))

    def show_file(self, file: RecordsFile) -> None:
        """Compare the file with the workspace as it is, and show it."""
        self._report = report = self._desk.exchange.report(file)
        self.as_figures.setVisible(not isinstance(file, PortfolioReturn))
        for part in self._parts:
            self.content.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [
            TablePart(table, self._tr, place) for place, table in enumerate(report.tables)
        ]
        for part in self._parts:
            self.content.addWidget(part)
        self.show_rows()
        self._say(report)

    def show_rows(self) -> None:
        for part in self._parts:
            part.show_rows(changes_only=self.only_changes.isChecked())

    def _say(self, report: ImportReport) -> None:
        tr = self._tr
        written = sum(report.count(status) for status in _WRITTEN)
        if written:
            sentence = tr.plural(
                "{file} adds or changes {count} row",
                "{file} adds or changes {count} rows",
                written,
                file=report.source,
            )
        else:
            sentence = tr.say("{file} changes nothing", file=report.source)
        if report.separator is None:
            read = tr.say("Read as {format}", format=report.format)
        else:
            read = tr.say(
                "Read as {format}, {encoding}, separated by {separator}",
                format=report.format,
                encoding=report.encoding,
                separator=report.separator,
            )
        counted = counted_rows(report.rows, tr)
        self.head.say(sentence, f"{counted[:1].upper()}{counted[1:]}. {read}.".lstrip(". "))
        self._say_verb(report, written)
        self.show_remarks(*self._all_remarks(report))

    def _say_verb(self, report: ImportReport, written: int) -> None:
        tr = self._tr
        hindrance = ""
        if self._desk.read_only:
            hindrance = tr.say("The workspace is open for reading only.")
        elif report.faults:
            hindrance = tr.say("A cell cannot be used; see the remark.")
        elif not written:
            hindrance = tr.say("There is nothing to import.")
        self.say_verb(tr.plural("Import {count} row", "Import {count} rows", written), hindrance)

    def _all_remarks(self, report: ImportReport) -> list[Remark]:
        tr = self._tr
        found = []
        if report.faults:
            said = tr.plural(
                "{count} cell cannot be used, so nothing can be imported. {fault}",
                "{count} cells cannot be used, so nothing can be imported. The first: {fault}",
                len(report.faults),
                fault=report.faults[0],
            )
            mend = tr.say("Correct the file, save it, and pick it again.")
            found.append(Remark("error", said, mend))
        found += [Remark("warning", tr.tell(one)) for one in report.warnings]
        if len(report.notes) <= _MOST_NOTES:
            return [*found, *map(self.note, report.notes)]
        # Many notes in a box each would push the rows out of sight.
        return [*found, Remark("note", "\n".join(map(tr.tell, report.notes)))]

    def _confirm(self) -> None:
        if self._report is not None:
            self._apply(self._report)


def _columns(tr: Translator, *, sideways: bool) -> list[Column[ShownRow]]:
    say = tr.say
    return [
        Column(
            say("Column") if sideways else say("Row"),
            lambda it: letters_of(it.row.line - 1) if sideways else str(it.row.line),
            right=True,
            colour=lambda _it: "quiet",
            sort=lambda it: it.row.line,
        ),
        Column(
            say("What happens"),
            lambda it: mark(it.row.status, tr).text,
            strong=True,
            colour=lambda it: mark(it.row.status, tr).colour,
        ),
        Column(say("Code"), lambda it: it.row.code, colour=lambda _it: "quiet", folds=1),
        Column(
            say("Title"),
            lambda it: it.row.title.in_language(tr.lang),
            stretch=3,
            width=150,
            wrap=True,
            strong=True,
        ),
        Column(
            say("Details"),
            lambda it: "; ".join(tr.tell(one).rstrip(".") for one in it.row.details),
            stretch=4,
            width=180,
            wrap=True,
            lines=8,
            folds=2,
        ),
    ]
