# SPDX-License-Identifier: Apache-2.0
"""Prints who owns what: ministers against missions, then each minister's load and each mission."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report import looks
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.ownership_content import OwnershipContent


def print_ownership(content: OwnershipContent) -> PrintedDocument:
    """Set the sheet; the same content makes the same bytes.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, writer))


def _story(content: OwnershipContent, writer: ReportWriter) -> list[Flowable]:
    story = [*writer.finding(content.finding), *writer.points(content.warnings)]
    if content.matrix:
        story.append(writer.paragraph(content.legend, looks.LEGEND))
    for rows in content.matrix:
        story += writer.section_of(rows)
    story += [*writer.section_of(content.load), *writer.section_of(content.missions)]
    return [*story, *method(content.method, writer)]
