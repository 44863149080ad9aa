# SPDX-License-Identifier: Apache-2.0
"""Prints a register: how many there are, and all of them in one table over as many pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.chart import chart
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.register_content import RegisterContent

if TYPE_CHECKING:
    from missiondesk.charts.plots import Plot


def print_register(content: RegisterContent, plot: Plot | None = None) -> PrintedDocument:
    """Set the register, with a picture of all its lines before them where there is one.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, plot, writer))


def _picture(plot: Plot | None, writer: ReportWriter) -> list[Flowable]:
    if plot is None:
        return []
    return writer.part(plot.title, chart(plot, None, plot.source, writer, titled=False), 160.0)


def _story(content: RegisterContent, plot: Plot | None, writer: ReportWriter) -> list[Flowable]:
    return [
        *writer.finding(content.finding),
        *writer.section_of(content.counts),
        *_picture(plot, writer),
        *writer.section_of(content.rows),
        *method(content.method, writer),
    ]
