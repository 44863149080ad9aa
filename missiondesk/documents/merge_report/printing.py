# SPDX-License-Identifier: Apache-2.0
"""Prints the report on a merge: the facts, then one table for each sort of change."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.merge_report_content import MergeReportContent


def print_merge_report(content: MergeReportContent) -> PrintedDocument:
    """Set the report; the same content makes the same bytes.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, writer))


def _story(content: MergeReportContent, writer: ReportWriter) -> list[Flowable]:
    story = [*writer.finding(content.finding), *writer.pairs(content.facts)]
    for rows in content.sections:
        story += writer.section_of(rows)
    return story
