# SPDX-License-Identifier: Apache-2.0
"""The key metric of a mission: chart, facts, what needs a hand, observations, and its form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.missions.figures import facts
from missiondesk.ui.missions.interim_targets import InterimTargets
from missiondesk.ui.missions.metric_form import MetricForm
from missiondesk.ui.missions.observations import ObservationSheet
from missiondesk.ui.missions.widths import WIDEST
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.theme import scaled
from missiondesk.ui.told_findings import sentence_of, told
from missiondesk.ui.widgets.facts import Facts
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import look, push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.steady import SteadyRoom
from missiondesk.ui.widgets.tool_tips import plain_tip

_ASIDE = 372  # px, the column of facts
_CHART = 400  # px, the least that a chart needs beside it


class MetricTab(ScrollPage):
    """Chart beside facts, then the observations and the metric's fields."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=(0, 16, 12, 16))
        self._desk = desk
        self._navigate = navigate
        self._tr = tr
        self._mission = ""
        self._bars: list[FindingBar] = []
        self.output = DocumentOutput(desk, hub, tr)
        self.card = PictureCard(tr, hub.tasks, "trajectory", ratio=0.52, least=280)
        self.facts = Facts(tr.say("Key metric"), "metricFacts")
        self.rating = text_label("", "strong", wrap=True)
        self.rating.setObjectName("metricRating")
        self.pace = text_label("", "detail", wrap=True)
        self.sheet = ObservationSheet(desk, tr)
        self.interim = InterimTargets(desk, tr)
        self.form = MetricForm(desk, tr)
        self.form.setMaximumWidth(scaled(WIDEST))
        self.body.addWidget(SideBySide(self._left(), self._right(), least=_CHART, width=_ASIDE))
        self.body.addWidget(self.sheet)
        self.body.addWidget(self.interim)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def _left(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.output)
        layout.addWidget(self.card)
        layout.addWidget(self.rating)
        layout.addWidget(self.pace)
        return made

    def _right(self) -> QWidget:
        say = self._tr.say
        made = QWidget()
        self._aside = QVBoxLayout(made)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self._aside.setSpacing(10)
        self._aside.addWidget(text_label(say("Key metric"), "section"))
        self._aside.addWidget(self.facts)
        self._aside.addWidget(
            flowing(
                push_button(say("Import figures…"), "importFigures", self.import_figures),
                push_button(say("Edit observations"), "editObservations", self.edit_observations),
            )
        )
        self._aside.addWidget(
            row(push_button(say("Edit key metric"), "editMetric", self.edit_metric), None)
        )
        self._aside.addWidget(
            flowing(
                push_button(say("Export metric sheet"), "exportMetricSheet", self.export, "plain"),
                push_button(say("Print metric sheet"), "printMetricSheet", self.print, "plain"),
            )
        )
        self._findings = SteadyRoom(made, 10)
        self._aside.addWidget(self._findings)
        self._aside.addStretch(1)
        return made

    # -- showing -------------------------------------------------------------------------
    def show_detail(self, detail: MissionDetail) -> None:
        """Show the key metric of a mission."""
        tr, judged = self._tr, detail.judgement
        self._mission = detail.mission.id
        self.card.show_plot(self._desk.printing.trajectory_plot(detail.mission.id, tr.lang))
        self.facts.show_facts(facts(detail, self._desk.today, tr))
        shown = mark(judged.rating, tr)
        self.rating.setText(shown.text)
        look(self.rating, shown.colour)
        self.pace.setText(metric_words.rating_sentence(judged, tr))
        self.pace.setToolTip(plain_tip(metric_words.method(judged, tr)))
        self.sheet.show_metric(detail.metric)
        self.interim.show_metric(detail.metric)
        self.form.show_record(detail.metric)
        self.form.set_read_only(self._desk.read_only)
        self._show_findings(detail)

    def _show_findings(self, detail: MissionDetail) -> None:
        metric = detail.metric
        mine = [one for one in detail.findings if metric is not None and one.concerns(metric)]
        whole = [one for one in detail.findings if one.rule == "M1"]
        self.form.show_findings(told(mine, self._tr))
        self._findings.drop(self._bars)
        self._bars = [
            FindingBar(
                one.severity.value,
                one.rule,
                sentence_of(one, self._tr),
                self._tr.say("Go to the field") if one.field else self._tr.tell(one.mend),
                self._going(one.field) if one.field else None,
            )
            for one in (*whole, *mine)
        ]
        for bar in self._bars:
            self._findings.put(bar)

    def _going(self, field: str) -> Callable[[], object]:
        return lambda: self.focus_field(field)

    # -- paper ---------------------------------------------------------------------------
    def _prepare(self) -> PrintJob:
        return self._desk.printing.prepare_metric_sheet(self._mission, self._tr.lang)

    def export(self) -> None:
        """Ask for a place and write the metric sheet there."""
        self.output.export(self._prepare)

    def print(self) -> None:
        """Print the metric sheet."""
        self.output.print(self._prepare)

    # -- going ---------------------------------------------------------------------------
    def import_figures(self) -> None:
        """Ask for a file whose figures go into this metric."""
        metric: OutcomeMetric | None = self.form.record
        if metric is not None:
            self._navigate(PageName.IMPORT, metric.id)

    def edit_observations(self) -> None:
        """Go to the sheet, to the first empty row."""
        view = self.sheet.sheet.view
        self.ensureWidgetVisible(view, 0, 60)
        view.setFocus()
        view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))

    def edit_metric(self) -> None:
        """Go to the first field that is missing, else to the first."""
        metric: OutcomeMetric | None = self.form.record
        self.form.focus_field(self.form.first_of(self._missing(metric)))

    def _missing(self, metric: OutcomeMetric | None) -> list[str]:
        if metric is None:
            return []
        found = self._desk.readiness.of(OutcomeMetric, metric.id)
        return [one.field for one in found if self.form.field(one.field) is not None]

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field or the sheet; False when there is none of this name."""
        if name == "observations":
            self.edit_observations()
            return True
        return self.form.focus_field(name)
