# SPDX-License-Identifier: Apache-2.0
"""Prints papers and minutes of meetings, and the overview of bodies with its diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.chart import chart
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.meeting_content import AgendaCover, BodiesContent, MeetingContent

if TYPE_CHECKING:
    from missiondesk.charts.governance_plots import OrganisationPlot


def print_meeting(content: MeetingContent) -> PrintedDocument:
    """Set the papers or the minutes.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = [*writer.finding(content.finding), *writer.pairs_of(content.facts)]
        parts += writer.section_of(content.agenda)
        for cover in content.covers:
            parts += _cover(cover, writer)
        parts += writer.part(writer.tr.say("Minutes"), writer.texts(content.minutes))
        for rows in (content.decisions, content.actions):
            parts += writer.section_of(rows)
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, (), story)


def _cover(cover: AgendaCover, writer: ReportWriter) -> list[Flowable]:
    tr = writer.tr
    parts = writer.texts([cover.facts])
    asked = writer.texts(cover.recommendation.splitlines())
    known = writer.texts(cover.background.splitlines())
    parts += writer.part(tr.say("Recommendation"), asked, level=3)
    parts += writer.part(tr.say("Background"), known, level=3)
    return writer.part(cover.title, parts or writer.texts(["–"]), 90.0)


def print_bodies(content: BodiesContent, plot: OrganisationPlot) -> PrintedDocument:
    """Set the overview of bodies.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        tr = writer.tr
        drawn = chart(plot, None, "", writer, tr.say("Who reports to whom"), titled=False)
        parts = writer.finding(content.finding)
        parts += writer.part(tr.say("Who reports to whom"), drawn, 120.0)
        for rows in (content.bodies, content.seats):
            parts += writer.section_of(rows)
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, (), story)
