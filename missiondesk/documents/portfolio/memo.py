# SPDX-License-Identifier: Apache-2.0
"""Prints the gate memo: facts, bets and criteria, evidence, and what is ticked and signed."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether

from missiondesk.documents.portfolio.by_hand import choices, columned, ruled, signing_lines
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report import looks
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.portfolio_content import GateMemoContent


def print_gate_memo(content: GateMemoContent) -> PrintedDocument:
    """Set the memo.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, writer))


def _story(content: GateMemoContent, writer: ReportWriter) -> list[Flowable]:
    asked = writer.tr.say("Decision asked for")
    parts = [*writer.finding(content.finding), *writer.pairs(content.facts)]
    parts += writer.part(asked, writer.points(content.asked), level=2)
    parts += writer.section_of(content.lights)
    parts += writer.section_of(content.criteria)
    parts += writer.section_of(content.skills)
    parts += writer.apart(columned(content.parts, writer), 0.8)
    parts += writer.section_of(content.learning)
    parts += writer.section_of(content.milestones)
    # What is filled in by hand stands last and on one page: no page holds the sources alone.
    return [*parts, *method(content.method, writer), *_decision(content, writer)]


def _decision(content: GateMemoContent, writer: ReportWriter) -> list[Flowable]:
    """What is ticked, why, and who signs, on one page."""
    tr = writer.tr
    parts: list[Flowable] = [
        *writer.heading(tr.say("Recommendation, tick one"), looks.SECTION, level=2),
        *choices(content.choices, writer),
        *writer.apart(writer.heading(content.conditions.title, looks.SECTION, level=2), 0.5),
        *ruled(content.conditions.lines),
    ]
    signed = writer.apart(signing_lines(content.signing, writer)) if content.signing else []
    return [KeepTogether([*writer.apart(parts), *signed])]
