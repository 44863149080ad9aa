# SPDX-License-Identifier: Apache-2.0
"""The next edition of a table that is known: what it changes, metric by metric."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.mission import Mission
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.feed_list import FedMetric
from missiondesk.services.figure_outlook import outlook
from missiondesk.services.figure_plan import FigureRow
from missiondesk.services.figures import FigureFile, FigureReport, KnownFigures
from missiondesk.ui.importing.face import Remark, ReportFace
from missiondesk.ui.importing.figure_columns import (
    ShownFigure,
    figure_table,
    remarked,
    show_figures,
)
from missiondesk.ui.importing.outlook import OutlookLine
from missiondesk.ui.importing.words import counted_figures, series_name, table_facts
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import ReadTable

_WIDEST = 960  # px at 100 %; wider, the eye loses the row

Apply = Callable[[tuple[FigureReport, ...]], object]


@dataclass(frozen=True, slots=True)
class SeriesWays:
    """Where one goes from the difference.

    Attributes:
        another: Choose a series for one more metric.
        anew: Choose the series of a metric whose selection no longer fits.
    """

    back: Callable[[], object]
    another: Callable[[], object]
    anew: Callable[[], object]


class MetricPart(QWidget):
    """One metric of the report: its name, what was counted, and the figures."""

    def __init__(
        self, desk: Desk, report: FigureReport, name: str, tr: Translator, place: int
    ) -> None:
        super().__init__()
        self.report, self._tr = report, tr
        self.wanted = CheckBox(tr.say("Import these figures"))
        self.wanted.setObjectName(f"wanted{place}")
        self.wanted.setAccessibleName(tr.say("Import {metric}", metric=name))
        self.wanted.setChecked(True)
        title = text_label(name, "section", wrap=True)
        unit = report.metric.unit.in_language(tr.lang)
        facts = (series_name(report), unit, counted_figures(report.planned.rows, tr))
        told = text_label(" · ".join(filter(None, facts)), "detail", wrap=True)
        self.outlook = OutlookLine(tr, f"outlook{place}")
        found = outlook(report, desk.situation, desk.today)
        self.table: ReadTable[ShownFigure] = figure_table(
            f"figures{place}",
            tr.say("Figures for {metric}", metric=name),
            tr.say("Nothing changes for this metric."),
            tr,
        )
        self.setMaximumWidth(scaled(_WIDEST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (title, told, self.outlook, self.wanted):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(self.table)
        self.outlook.show_outlook(report.metric, found)

    def let_choose(self, choose: bool) -> None:
        """With several metrics each may be left out."""
        self.wanted.setVisible(choose)

    def show_rows(self, *, changes_only: bool) -> None:
        """Show all figures or only those that change."""
        show_figures(self.table, self.report.planned.rows, changes_only=changes_only)


class DifferenceFace(ReportFace):
    """All metrics that earlier editions of the file's tables feed."""

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        ways: SeriesWays,
        apply: Apply,
    ) -> None:
        self._apply = apply
        self.choose = push_button(tr.say("Feed another metric…"), "chooseSeries", ways.another)
        super().__init__(tr, "importDifference", ways.back, self._confirm, self.choose)
        self._desk, self._navigate, self._ways = desk, navigate, ways
        self._file: FigureFile | None = None
        self._found = KnownFigures((), ())
        self._parts: list[MetricPart] = []
        self._left_out: set[str] = set()
        self.content.addWidget(row(self.only_changes, None))

    def show_file(self, file: FigureFile) -> bool:
        """Show what the file brings; False when nothing in it is known."""
        if self._file is not file:
            self._left_out = set()
        self._file = file
        self._found = self._desk.figures.known(file)
        for part in self._parts:
            self.content.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [
            MetricPart(self._desk, report, self._name(report), self._tr, place)
            for place, report in enumerate(self._found.reports)
        ]
        for part in self._parts:
            part.let_choose(len(self._parts) > 1)
            part.wanted.setChecked(part.report.metric.id not in self._left_out)
            part.wanted.toggled.connect(lambda _on: self._leave_out())
            self.content.addWidget(part)
        self.only_changes.setVisible(bool(self._parts))
        self.show_rows()
        self._say()
        return bool(self._found.reports or self._found.faults)

    def metrics(self) -> frozenset[str]:
        """Ids of the metrics that the file is known to feed."""
        return frozenset(one.metric.id for one in self._found.reports)

    def show_rows(self) -> None:
        for part in self._parts:
            part.show_rows(changes_only=self.only_changes.isChecked())

    def _name(self, report: FigureReport) -> str:
        mission = self._desk.situation.get(Mission, report.metric.mission)
        return FedMetric(report.metric, mission or Mission("")).name(self._tr)

    def _leave_out(self) -> None:
        self._left_out = {
            part.report.metric.id for part in self._parts if not part.wanted.isChecked()
        }
        self._say()

    def _reports(self) -> tuple[FigureReport, ...]:
        return tuple(part.report for part in self._parts if part.wanted.isChecked())

    # -- words ---------------------------------------------------------------------------
    def _say(self) -> None:
        tr, file = self._tr, self._file
        if file is None:
            return
        reports = self._reports()
        rows = [one for report in reports for one in report.planned.rows]
        changed = sum(one.status.writes for one in rows)
        if changed:
            sentence = tr.plural(
                "{file} changes {count} figure",
                "{file} changes {count} figures",
                changed,
                file=file.name,
            )
        else:
            sentence = tr.say("{file} changes no figure", file=file.name)
        self.head.say(sentence, self._detail(rows))
        self._say_verb(reports, changed)
        self.show_remarks(*self._all_remarks(reports))

    def _detail(self, rows: list[FigureRow]) -> str:
        tables = {report.table.table_id: report for report in self._found.reports}
        facts = [table_facts(one.table, one.feed.edition, self._tr) for one in tables.values()]
        counted = counted_figures(rows, self._tr)
        said = f"{counted[:1].upper()}{counted[1:]}." if counted else ""
        return " ".join(part for part in (said, "; ".join(facts)) if part)

    def _say_verb(self, reports: tuple[FigureReport, ...], changed: int) -> None:
        tr = self._tr
        verb = tr.plural("Import {count} figure", "Import {count} figures", changed)
        if self._desk.read_only:
            hindrance = tr.say("The workspace is open for reading only.")
        elif any(one.planned.hindrance for one in reports):
            hindrance = tr.say("A figure cannot be imported; see the remark.")
        elif changed:
            hindrance = ""
        elif any(self._newer(one) for one in reports):
            # Nothing differs, but that this edition was read is worth remembering.
            verb, hindrance = tr.say("Note the edition"), ""
        else:
            hindrance = tr.say("There is nothing to import.")
        self.say_verb(verb, hindrance)

    def _newer(self, report: FigureReport) -> bool:
        known = {one.id: one for one in self._desk.figures.feeds(report.metric.id)}
        before = known.get(report.feed.id)
        return before is not None and before.edition != report.feed.edition

    def _all_remarks(self, reports: tuple[FigureReport, ...]) -> list[Remark]:
        tr = self._tr
        found = [self._hindered(one) for one in reports if one.planned.hindrance]
        found += [
            Remark(
                "warning",
                tr.say("{reason} Its metric gets nothing.", reason=tr.tell(one)),
                tr.say("Choose the series anew…"),
                self._ways.anew,
            )
            for one in self._found.faults
        ]
        rows = [row for one in reports for row in one.planned.rows]
        found += self.read_first(remarked(rows))
        tables = {id(one.table): one.table for one in reports}
        found += [self.note(said) for table in tables.values() for said in table.warnings]
        return found

    def _hindered(self, report: FigureReport) -> Remark:
        tr, stopped = self._tr, report.planned.hindrance
        assert stopped is not None
        sentence = tr.say(
            "Nothing can be imported: {period}, {place}: {reason}",
            period=stopped.label,
            place=stopped.place,
            reason=stopped.details[0],
        )
        metric = report.metric.id
        return Remark(
            "error",
            sentence,
            tr.say("Go to the metric’s scale"),
            lambda: self._navigate(PageName.MISSIONS, f"{metric}#limit"),
        )

    def _confirm(self) -> None:
        self._apply(self._reports())
