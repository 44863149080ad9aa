# SPDX-License-Identifier: Apache-2.0
"""Prints the closing note: what it was, why it ends, what was learned, what happens now."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.portfolio.by_hand import columned, signatures, written
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.portfolio_content import ClosingNoteContent


def print_closing_note(content: ClosingNoteContent) -> PrintedDocument:
    """Set the note.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, writer))


def _story(content: ClosingNoteContent, writer: ReportWriter) -> list[Flowable]:
    parts = [*writer.finding(content.finding), *writer.pairs(content.facts)]
    for part in content.parts:
        parts += written(part, writer)
    parts += writer.section_of(content.learning)
    parts += writer.section_of(content.freed)
    parts += writer.section_of(content.gates)
    parts += writer.apart(columned(content.after, writer, in_row=3))
    parts += signatures(content.signing, writer)
    return [*parts, *method(content.method, writer)]
