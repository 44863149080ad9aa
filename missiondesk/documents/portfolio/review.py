# SPDX-License-Identifier: Apache-2.0
"""Prints the portfolio review: what wants a decision, the balance, the money, then everything."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.charts.drawing import height_for
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.mission_plots import ReportPlots
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.chart import chart, figure
from missiondesk.documents.report.parts import COLUMN_GUTTER, beside, chart_figures, method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.portfolio_content import MissionGap, PortfolioReviewContent

_ROOM = 120.0
_GAP = 10.0  # points between the warnings and the first pictures


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
    pictures = _balance(content, plots, writer)
    if sides and pictures:
        pictures[0].spaceBefore = _GAP
    sides += pictures
    parts += writer.part(tr.say("Balance"), sides, _ROOM, level=2)
    seen = chart(plots.bubbles, None, "", writer)
    parts += writer.part(tr.say("Impact and feasibility"), seen, _ROOM, level=2)
    parts += writer.section_of(content.money, level=2)
    parts += writer.section_of(content.sources, level=2)
    parts += writer.section_of(content.spent, level=2)
    parts += writer.section_of(content.map, level=2)
    by_stage = [part for rows in content.initiatives for part in writer.section_of(rows)]
    parts += writer.part(tr.say("Initiatives by stage"), by_stage, _ROOM, level=2)
    parts += writer.section_of(content.closed, level=2)
    gaps = [part for one in content.gaps for part in _gap(one, plots, writer)]
    parts += writer.part(tr.say("The way to the targets"), gaps, _ROOM, level=2)
    return [*parts, *method(content.method, writer, level=2), *chart_figures(writer)]


def _balance(
    content: PortfolioReviewContent, plots: ReportPlots, writer: ReportWriter
) -> list[Flowable]:
    """Pictures two by two, whose figures stand at the end; tables where there are no pictures."""
    width = (TEXT_WIDTH - COLUMN_GUTTER) / 2
    shown = [plot for plot in (plots.funnel, *plots.balance) if plot is not None and plot.rows]
    if not shown:
        filled = [rows for rows in content.balance if rows.rows]
        halves, others = (filled[:2], filled[2:]) if len(filled) > 1 else ([], filled)
        return beside([writer.rows(rows, width) for rows in halves], writer) + [
            part for rows in others for part in writer.rows(rows)
        ]
    parts: list[Flowable] = []
    for at in range(0, len(shown) - 1, 2):
        pair = shown[at : at + 2]
        high = max(height_for(plot, width, writer.tr) for plot in pair)
        parts += beside(
            [[figure(plot, width, high, writer, plot.subtitle)] for plot in pair], writer
        )
    return parts + (
        chart(shown[-1], None, "", writer, shown[-1].subtitle) if len(shown) % 2 else []
    )


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
