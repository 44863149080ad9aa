# SPDX-License-Identifier: Apache-2.0
"""Prints the portfolio review: what wants a decision, the balance, the money, then everything."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.letter.columns import HIGHEST_COLUMNS, Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.mission_plots import ReportPlots
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.chart import chart
from missiondesk.documents.report.parts import chart_figures, method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.portfolio_content import MissionGap, PortfolioReviewContent
from missiondesk.domain.report_content import Rows

_ROOM = 120.0
_GUTTER = 20.0


def print_portfolio_review(content: PortfolioReviewContent, plots: ReportPlots) -> PrintedDocument:
    """Set the review.

    Args:
        content: What it says, in its language.
        plots: The missions' charts by their keys.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(
        content.head, (), lambda writer: _story(content, plots, writer), section_level=3
    )


def _story(
    content: PortfolioReviewContent, plots: ReportPlots, writer: ReportWriter
) -> list[Flowable]:
    tr = writer.tr
    parts = writer.finding(content.finding)
    parts += writer.section_of(content.attention, level=2)
    parts += writer.section_of(content.gates, level=2)
    sides: list[Flowable] = writer.points(content.warnings)
    sides += _beside(content.balance[:2], writer)
    for rows in content.balance[2:]:
        sides += writer.rows(rows) if rows.rows else []
    parts += writer.part(tr.say("Balance"), sides, _ROOM, level=2)
    parts += writer.section_of(content.money, level=2)
    by_stage = [part for rows in content.initiatives for part in writer.section_of(rows)]
    parts += writer.part(tr.say("Initiatives by stage"), by_stage, _ROOM, level=2)
    parts += writer.section_of(content.closed, level=2)
    gaps = [part for one in content.gaps for part in _gap(one, plots, writer)]
    parts += writer.part(tr.say("The way to the targets"), gaps, _ROOM, level=2)
    return [*parts, *method(content.method, writer, level=2), *chart_figures(writer)]


def _beside(tables: tuple[Rows, ...], writer: ReportWriter) -> list[Flowable]:
    """Small tables beside each other; under each other when they are too high for a page."""
    filled = [rows for rows in tables if rows.rows]
    if not filled:
        return []
    width = (TEXT_WIDTH - _GUTTER * (len(filled) - 1)) / len(filled)
    made = Columns([(width, writer.rows(rows, width)) for rows in filled], _GUTTER, after=8)
    if made.height <= HIGHEST_COLUMNS:
        return [made]
    return [part for rows in filled for part in writer.rows(rows)]


def _gap(one: MissionGap, plots: ReportPlots, writer: ReportWriter) -> list[Flowable]:
    """One mission's way to its target (P5)."""
    tr = writer.tr
    if not one.contributions.head:
        return writer.texts([tr.say("{name}: nothing can be reckoned yet.", name=one.name)])
    way = tr.say("{name}: {what}", name=one.name, what=one.contributions.title)
    body = [
        *chart(plots.of(one.key).waterfall, None, one.caption, writer, way),
        *writer.rows(one.contributions),
    ]
    return writer.part(one.name, body, _ROOM)
