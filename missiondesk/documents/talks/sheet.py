# SPDX-License-Identifier: Apache-2.0
"""Prints a sheet of the talks: finding, texts, and parts with points and tables."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.talks_sheet_content import TalksSection, TalksSheetContent


def print_talks_sheet(content: TalksSheetContent) -> PrintedDocument:
    """Set the sheet.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = [*writer.finding(content.finding), *writer.texts(content.texts)]
        for section in content.sections:
            parts += _section(section, writer)
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, (), story)


def _section(section: TalksSection, writer: ReportWriter) -> list[Flowable]:
    inner = [*writer.texts(section.texts), *writer.points(section.points)]
    for table in section.tables:
        inner += writer.section_of(table, level=3) if table.title else writer.rows(table)
    return writer.part(section.title, inner, level=2) if section.title else inner
