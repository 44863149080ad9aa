# SPDX-License-Identifier: Apache-2.0
"""Prints the half-year report: how all stand, then each mission and what is asked of it next."""

from __future__ import annotations

from reportlab.platypus import Flowable, PageBreak

from missiondesk.documents.mission_plots import MissionPlots, ReportPlots
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report import looks
from missiondesk.documents.report.chart import chart, chart_with_facts
from missiondesk.documents.report.parts import chart_figures, method, two_scales
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.half_year_content import HalfYearContent, MissionHalfYear

_CHART = 150.0
_ROOM_FOR_CHARTS = 240.0


def print_half_year(content: HalfYearContent, plots: ReportPlots) -> PrintedDocument:
    """Set the report.

    Args:
        content: What it says, in its language.
        plots: Its charts, the missions' by their keys.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    level = 2 if content.single else 3
    return print_report(content.head, (), lambda writer: _story(content, plots, writer), level)


def _story(content: HalfYearContent, plots: ReportPlots, writer: ReportWriter) -> list[Flowable]:
    parts = writer.texts(content.opening)
    if not content.single:
        parts += writer.section_of(content.overview, level=2)
        parts += writer.section_of(content.commitments, level=2)
        title = writer.tr.say("All missions side by side")
        side_by_side = chart(plots.multiples, None, content.caption, writer, title, titled=False)
        parts += writer.part(title, side_by_side, _ROOM_FOR_CHARTS, level=2)
    for one in content.missions:
        body = _mission(one, plots.of(one.key), writer, single=content.single)
        if content.single:
            parts += body
        else:
            parts += [PageBreak(), *writer.part(one.name, body, level=2)]
    return [*parts, *method(content.method, writer, level=2), *chart_figures(writer)]


def _mission(
    one: MissionHalfYear, plots: MissionPlots, writer: ReportWriter, *, single: bool
) -> list[Flowable]:
    tr = writer.tr
    responsible = ""
    if one.responsible and not single:
        responsible = tr.say("Responsible: {title}", title=one.responsible)
    tables = (one.changes, one.milestones, one.figures)
    learning = writer.points(one.learning)
    # What did not happen is told in one paragraph, not under a heading each.
    nothing = [rows.empty for rows in (*tables, one.asked) if not rows.rows]
    if not learning:
        nothing.insert(-1, tr.say("Nothing has been noted as learned in the half-year."))
    return [
        *([writer.paragraph(responsible, looks.SUBTITLE)] if responsible else []),
        *writer.finding(one.sentence),
        *writer.texts([one.finding]),
        *chart_with_facts(plots.trajectory, one.chart, _CHART, writer, one.name),
        *two_scales(one.standing, writer),
        *writer.part(tr.say("Commitments"), writer.texts([one.commitments])),
        *(part for rows in tables if rows.rows for part in writer.section_of(rows)),
        *writer.part(tr.say("What we have learned"), learning),
        *(writer.section_of(one.asked) if one.asked.rows else ()),
        *writer.texts([" ".join(filter(None, nothing))]),
    ]
