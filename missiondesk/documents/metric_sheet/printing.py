# SPDX-License-Identifier: Apache-2.0
"""Prints a metric sheet: how it stands on top, then how it is measured, then all its figures."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.chart import chart_with_facts
from missiondesk.documents.report.parts import method, two_scales
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.metric_sheet_content import MetricSheetContent

_CHART = 178.0


def print_metric_sheet(content: MetricSheetContent, plot: TrajectoryPlot | None) -> PrintedDocument:
    """Set the sheet.

    Args:
        content: What it says, in its language. A public sheet is one composed from public data:
            nothing is left out here.
        plot: The metric's chart, or None without one.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        tr = writer.tr
        tables = (
            content.lenses, content.forecast, content.figures, content.changes,
            content.indicators, content.breakdowns,
        )  # fmt: skip
        parts = [
            *writer.finding(content.finding),
            *chart_with_facts(plot, content.chart, _CHART, writer, content.head.title),
            *two_scales(content.standing, writer),
            *writer.pairs_of(content.measured),
            *writer.pairs_of(content.pace),
        ]
        for rows in tables:
            parts += writer.section_of(rows)
        parts += writer.part(tr.say("Note on quality"), writer.texts([content.quality]))
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, content.attachments, story)
