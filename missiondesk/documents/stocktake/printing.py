# SPDX-License-Identifier: Apache-2.0
"""Prints a stocktake pack: one page for the leader, then each mission with what it needs."""

from __future__ import annotations

from dataclasses import replace

from reportlab.platypus import Flowable, PageBreak

from missiondesk.documents.mission_plots import MissionPlots, ReportPlots
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.chart import chart, chart_with_facts
from missiondesk.documents.report.looks import SECTION
from missiondesk.documents.report.parts import beside, chart_figures, counted, method, two_scales
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.stocktake_content import MissionStocktake, StocktakeContent

_LEADERS_CHART = 215.0
_CHART = 142.0
_ROOM_FOR_CHARTS = 240.0


def print_stocktake(content: StocktakeContent, plots: ReportPlots) -> PrintedDocument:
    """Set the pack.

    Args:
        content: What it says, in its language.
        plots: Its charts, the missions' by their keys.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    # A pack of all missions has the missions as its parts and their tables one level below.
    level = 2 if content.single else 3
    return print_report(
        content.head, content.attachments, lambda writer: _story(content, plots, writer), level
    )


def _story(content: StocktakeContent, plots: ReportPlots, writer: ReportWriter) -> list[Flowable]:
    parts = writer.finding(content.finding)
    if content.single:
        for one in content.missions:
            parts += writer.texts([one.sentence])
            parts += _how_it_stands(one, plots.of(one.key), _LEADERS_CHART, writer)
        parts += [*_asked(content, writer), *([PageBreak()] if content.missions else [])]
        for one in content.missions:
            parts += _details(one, plots.of(one.key), writer)
    else:
        parts += [*_asked(content, writer), *writer.section_of(content.overview, level=2)]
        parts += _of_all(content, plots, writer)
        for one in content.missions:
            parts += _mission(one, plots.of(one.key), writer)
    return [*parts, *method(content.method, writer, level=2), *chart_figures(writer)]


def _asked(content: StocktakeContent, writer: ReportWriter) -> list[Flowable]:
    """What stands in the way and what is asked, beside each other, then what was decided."""
    tr = writer.tr
    columns = [
        _column(tr.say("What stands in the way"), content.issues, writer),
        _column(tr.say("Decisions asked for"), content.decisions_asked, writer),
    ]
    parts = beside(columns, writer)
    parts += writer.part(
        tr.say("Decisions taken"), counted(content.decisions_taken, writer), level=2
    )
    return [*parts, *_last(content.last_decisions, content.last_held, writer, level=2)]


def _column(title: str, items: tuple[str, ...], writer: ReportWriter) -> list[Flowable]:
    said = counted(items, writer) or writer.texts([writer.tr.say("Nothing has been noted.")])
    return [*writer.heading(title, SECTION, level=2), *said]


def _last(
    decisions: tuple[str, ...], held: str, writer: ReportWriter, level: int | None = None
) -> list[Flowable]:
    title = writer.tr.say("Decided last time, {date}", date=held)
    return writer.part(title, counted(decisions, writer), level=level)


def _of_all(content: StocktakeContent, plots: ReportPlots, writer: ReportWriter) -> list[Flowable]:
    """The charts of all missions, which may begin on the leader's page."""
    title = writer.tr.say("All missions side by side")
    parts = chart(plots.bullet, None, content.caption, writer)
    parts += chart(plots.multiples, None, content.caption, writer, title)
    parts += chart(plots.ambition, None, content.caption, writer)
    return writer.part(title, parts, _ROOM_FOR_CHARTS, level=2)


def _mission(one: MissionStocktake, plots: MissionPlots, writer: ReportWriter) -> list[Flowable]:
    """One mission in a pack of several, from a new page on."""
    body = [
        *writer.texts([one.sentence]),
        *writer.finding(one.finding),
        *_how_it_stands(one, plots, _CHART, writer),
        *_details(one, plots, writer),
    ]
    return [PageBreak(), *writer.part(one.name, body, level=2)]


def _how_it_stands(
    one: MissionStocktake, plots: MissionPlots, height: float, writer: ReportWriter
) -> list[Flowable]:
    return [
        *chart_with_facts(plots.trajectory, one.chart, height, writer, one.name),
        *two_scales(one.standing, writer),
    ]


def _way(one: MissionStocktake, writer: ReportWriter) -> str:
    return writer.tr.say("{name}: {what}", name=one.name, what=one.contributions.title)


def _details(one: MissionStocktake, plots: MissionPlots, writer: ReportWriter) -> list[Flowable]:
    tr = writer.tr
    over_time = tr.say("How it was judged over time")
    name = tr.say("{name}: {what}", name=one.name, what=over_time)
    history = replace(plots.history, subtitle="") if plots.history else None
    strip = chart(history, None, one.judgements, writer, name, titled=False)
    parts = writer.part(over_time, strip, 160.0)
    way = [
        *chart(plots.waterfall, None, one.estimates, writer, _way(one, writer)),
        *writer.rows(one.contributions),
    ]
    parts += writer.part(one.contributions.title, way, 160.0) if one.contributions.head else []
    for rows in (one.milestones, one.commitments, one.learning):
        parts += writer.section_of(rows)
    return [*parts, *_last(one.last_decisions, one.last_held, writer)]
