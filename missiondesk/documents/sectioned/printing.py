# SPDX-License-Identifier: Apache-2.0
"""Prints a document of facts and tables: what it comes to, the facts, then each table."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.sectioned_content import SectionedContent


def print_sectioned(content: SectionedContent) -> PrintedDocument:
    """Set the document; the same content makes the same bytes.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, writer))


def _story(content: SectionedContent, writer: ReportWriter) -> list[Flowable]:
    story = [*writer.finding(content.finding), *writer.pairs(content.facts)]
    for rows in content.sections:
        story += writer.section_of(rows)
    return story
