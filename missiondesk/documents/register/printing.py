# SPDX-License-Identifier: Apache-2.0
"""Prints a register: how many there are, and all of them in one table over as many pages."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.register_content import RegisterContent


def print_register(content: RegisterContent) -> PrintedDocument:
    """Set the register.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, writer))


def _story(content: RegisterContent, writer: ReportWriter) -> list[Flowable]:
    return [
        *writer.finding(content.finding),
        *writer.section_of(content.counts),
        *writer.section_of(content.rows),
        *method(content.method, writer),
    ]
