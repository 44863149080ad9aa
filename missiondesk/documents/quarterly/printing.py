# SPDX-License-Identifier: Apache-2.0
"""Prints the quarterly report: narrative, mission for mission, all side by side, method, data."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from missiondesk.documents.mission_plots import ReportPlots
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report import looks
from missiondesk.documents.report.chart import chart, chart_with_facts
from missiondesk.documents.report.parts import beside, chart_figures, listed, method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.quarterly_content import MissionReport, QuarterlyContent

_CHART = 176.0
_ROOM_FOR_CHARTS = 240.0
_FEW = 6  # missions whose charts find room on the first page


def print_quarterly(content: QuarterlyContent, plots: ReportPlots) -> PrintedDocument:
    """Set the report.

    Args:
        content: What it says, composed from public data only.
        plots: Its charts, made from the same data.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(
        content.head, content.attachments, lambda writer: _story(content, plots, writer), 3
    )


def _story(content: QuarterlyContent, plots: ReportPlots, writer: ReportWriter) -> list[Flowable]:
    tr = writer.tr
    parts = writer.texts(content.narrative)
    title = tr.say("All missions side by side")
    side_by_side = chart(plots.multiples, None, content.caption, writer, title, titled=False)
    on_their_way = chart(plots.bullet, None, content.caption, writer)
    on_first_page = len(content.missions) <= _FEW
    side_by_side += on_their_way if on_first_page else []
    parts += writer.part(title, side_by_side, _ROOM_FOR_CHARTS, level=2)
    for one in content.missions:
        parts += _mission(one, plots, writer)
    parts += writer.section_of(content.metrics, level=2)
    parts += [] if on_first_page else on_their_way
    parts += writer.section_of(content.open_data, level=2)
    parts += writer.part(tr.say("Next report"), writer.texts([content.coming_report]), level=2)
    return [*parts, *method(content.method, writer, level=2), *chart_figures(writer)]


def _mission(one: MissionReport, plots: ReportPlots, writer: ReportWriter) -> list[Flowable]:
    """One mission, on one page where it fits."""
    tr = writer.tr
    responsible = ""
    if one.responsible:
        responsible = tr.say("Responsible: {title}", title=one.responsible)
    style = looks.STATUS.get(one.rating.tone, looks.STATUS["ink"])
    body: list[Flowable] = [
        *writer.heading(one.name, looks.PART, level=2),
        *([writer.paragraph(responsible, looks.SUBTITLE)] if responsible else []),
        *writer.finding(one.sentence),
        *writer.texts([one.narrative]),
        writer.paragraph(one.rating.text, style),
        *writer.texts([" ".join(filter(None, (one.finding, one.explanation)))]),
        *chart_with_facts(plots.of(one.key).trajectory, one.chart, _CHART, writer, one.name),
        *_columns(one, writer),
        *writer.part(tr.say("What we have learned"), writer.texts(one.learning), level=3),
    ]
    body[0].spaceBefore = 22
    return [CondPageBreak(300), KeepTogether(body)]


def _columns(one: MissionReport, writer: ReportWriter) -> list[Flowable]:
    """What was done, is being done and comes, beside each other."""
    tr = writer.tr
    none = (tr.say("Nothing in this quarter."),)
    return beside(
        [
            listed(tr.say("Done in the quarter"), one.done or none, writer),
            listed(tr.say("Being done"), one.doing or (tr.say("Nothing is under way."),), writer),
            listed(tr.say("Coming"), one.coming or (tr.say("No date is set yet."),), writer),
        ],
        writer,
    )
