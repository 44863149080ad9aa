# SPDX-License-Identifier: Apache-2.0
"""A table that is not known yet: choose what feeds which metric, and see what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.figure_outlook import outlook
from missiondesk.services.figures import FigureFile, FigureReport
from missiondesk.ui.importing.choice import Choices
from missiondesk.ui.importing.choice_form import ChoiceForm
from missiondesk.ui.importing.face import Remark, ReportFace
from missiondesk.ui.importing.figure_columns import (
    ShownFigure,
    figure_table,
    remarked,
    show_figures,
)
from missiondesk.ui.importing.outlook import OutlookLine
from missiondesk.ui.importing.units import UnitFacts
from missiondesk.ui.importing.words import counted_figures, table_facts
from missiondesk.ui.widgets.looks import row, text_label
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.table import ReadTable

_FORM = 380  # px, the least that the fields need
_PREVIEW = 620  # px, the width of the figures beside them


class ChoosingFace(ReportFace):
    """The fields at the left, the figures that come of them at the right."""

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        choices: Choices,
        back: Callable[[], object],
        apply: Callable[[tuple[FigureReport, ...]], object],
    ) -> None:
        self._apply = apply
        super().__init__(tr, "importChoosing", back, self._confirm)
        self._desk = desk
        self._file: FigureFile | None = None
        self._report: FigureReport | None = None
        self.form = ChoiceForm(desk, tr, choices)
        self.form.changed.connect(self.update_preview)
        self.only_changes.setChecked(False)
        self.content.addWidget(SideBySide(self._left(), self._right(), least=_FORM, width=_PREVIEW))

    def _left(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.form)
        self.units = UnitFacts(self._tr)
        layout.addWidget(self.units)
        return made

    def _right(self) -> QWidget:
        tr = self._tr
        self._title = text_label("", "section", wrap=True)
        self._title.setObjectName("previewTitle")
        self.outlook = OutlookLine(tr)
        self._missing = text_label("", "lead", wrap=True)
        self._missing.setObjectName("previewMissing")
        self.table: ReadTable[ShownFigure] = figure_table(
            "previewFigures",
            tr.say("Figures that would be imported"),
            tr.say("Nothing changes for this metric."),
            tr,
        )
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._missing)
        layout.addWidget(self.outlook)
        layout.addWidget(row(self.only_changes, None))
        layout.addWidget(self.table)
        layout.addStretch(1)
        return made

    # -- showing -------------------------------------------------------------------------
    def show_file(self, file: FigureFile, metric: str = "") -> None:
        """Ask how the file feeds ``metric``, or any."""
        self._file = file
        self.form.show_file(file, metric)
        self.update_preview()

    def refresh(self) -> None:
        """Compare anew with the workspace as it is."""
        if self._file is not None:
            self.update_preview()

    def begin(self) -> None:
        """Put the cursor into the first field that is empty, else the focus on the verb."""
        if not self.form.focus_empty():
            super().begin()

    def update_preview(self) -> None:
        """Show what the present choice would bring."""
        self._report, missing = self._compared()
        self._say_head()
        self._title.setText(self._preview_title(missing))
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self.only_changes.setVisible(self._report is not None)
        self.table.setVisible(self._report is not None)
        self._show_outlook()
        self.show_rows()
        self._say_verb(missing)
        units = self.units.show_units(self.form.table, self.form.choice.selection, self._metric())
        self.show_remarks(*self._hindered(), *units, *self._read())

    def _show_outlook(self) -> None:
        if self._report is None:
            self.outlook.hide()
            return
        found = outlook(self._report, self._desk.situation, self._desk.today)
        self.outlook.show_outlook(self._report.metric, found)

    def show_rows(self) -> None:
        if self._report is not None:
            rows = self._report.planned.rows
            show_figures(self.table, rows, changes_only=self.only_changes.isChecked())

    def _compared(self) -> tuple[FigureReport | None, str]:
        """The report on the present choice, or what is missing for one."""
        tr, table, choice = self._tr, self.form.table, self.form.choice
        if table is None or self._file is None:
            return None, tr.say("Choose a table.")
        if table.time is None:
            return None, tr.say("Without a time there is no series to import.")
        missing = choice.open_dimensions(table)
        if missing:
            names = tr.list([tr.say("“{name}”", name=one.label) for one in missing])
            return None, tr.say("Choose a value of {dimensions}.", dimensions=names)
        if choice.metric is None or self._metric() is None:
            return None, tr.say("Choose the metric that gets the figures.")
        factor = Decimal(1) if choice.factor is None else choice.factor
        try:
            report = self._desk.figures.report(
                self._file, table, choice.metric, choice.selection, factor, choice.since
            )
        except Refused as refused:
            return None, tr.tell(refused.message)
        return report, ""

    def _metric(self) -> OutcomeMetric | None:
        return self._desk.situation.get(OutcomeMetric, self.form.choice.metric)

    # -- words ---------------------------------------------------------------------------
    def _say_head(self) -> None:
        tr, file, table = self._tr, self._file, self.form.table
        assert file is not None
        if table is None:
            sentence = tr.plural(
                "{file} holds {count} table",
                "{file} holds {count} tables",
                len(file.tables),
                file=file.name,
            )
            self.head.say(sentence, tr.say("Choose the one that has the figures."))
            return
        title = table.title or table.table_id or file.name
        detail = table_facts(table, table.updated, tr)
        self.head.say(title, " · ".join(filter(None, (file.name, table.format, detail))))

    def _preview_title(self, missing: str) -> str:
        if missing or self._report is None:
            return self._tr.say("What comes of it")
        rows = self._report.planned.rows
        counted = counted_figures(rows, self._tr)
        if not counted:
            return self._tr.say("No figure in these periods")
        return f"{counted[:1].upper()}{counted[1:]}"

    def _say_verb(self, missing: str) -> None:
        tr, report = self._tr, self._report
        written = len(report.planned.observations) if report is not None else 0
        hindrance = missing
        if self._desk.read_only:
            hindrance = tr.say("The workspace is open for reading only.")
        elif report is not None and report.planned.hindrance is not None:
            hindrance = tr.say("A figure cannot be imported; see the remark.")
        elif report is not None and not written:
            hindrance = tr.say("There is nothing to import.")
        text = tr.plural("Import {count} figure", "Import {count} figures", written)
        self.say_verb(text if report is not None else tr.say("Import"), hindrance)

    def _hindered(self) -> list[Remark]:
        tr, report = self._tr, self._report
        if self.form.table is not None and self.form.table.time is None:
            said = tr.say("The table has no dimension of time that can be read.")
            mend = tr.say("Fetch it again with the periods as one of its dimensions.")
            return [Remark("error", said, mend)]
        stopped = report.planned.hindrance if report is not None else None
        if stopped is None:
            return []
        sentence = tr.say(
            "Nothing can be imported: {period}, {place}: {reason}",
            period=stopped.label,
            place=stopped.place,
            reason=stopped.details[0],
        )
        mend = tr.say("Begin at a later period, or correct the factor or the metric’s scale.")
        return [Remark("error", sentence, mend)]

    def _read(self) -> list[Remark]:
        """What figures and reader say."""
        report, table = self._report, self.form.table
        first = self.read_first(remarked(report.planned.rows)) if report is not None else []
        return first + [self.note(one) for one in (table.warnings if table is not None else ())]

    def _confirm(self) -> None:
        if self._report is not None:
            self._apply((self._report,))
