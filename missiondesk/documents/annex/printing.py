# SPDX-License-Identifier: Apache-2.0
"""Prints the annex of commitments: the mission, every commitment in full, who answers for what."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.annex_content import AnnexContent


def print_annex(content: AnnexContent) -> PrintedDocument:
    """Set the annex.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, writer))


def _story(content: AnnexContent, writer: ReportWriter) -> list[Flowable]:
    return [
        *writer.finding(content.sentence),
        *writer.texts([content.lead]),
        *writer.section_of(content.commitments),
        *writer.section_of(content.shared),
        *method(content.method, writer),
    ]
