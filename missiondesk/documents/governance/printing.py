# SPDX-License-Identifier: Apache-2.0
"""Prints the sheets on how a mission is carried, from the reports' own parts."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from missiondesk.charts.chain_plot import ChainPlot
from missiondesk.charts.supply_plot import SupplyPlot
from missiondesk.documents.governance.signing import signing_lines
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.chart import chart
from missiondesk.documents.report.parts import chart_figures, method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.governance_content import ActorsContent, GovernanceContent, SkillsContent
from missiondesk.domain.reshuffle_content import ReshuffleContent


def print_governance(
    content: GovernanceContent, picture: ChainPlot | None = None
) -> PrintedDocument:
    """Set the governance and RACI sheet.

    Args:
        picture: The chain of command, drawn above its table.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = [*writer.finding(content.finding), *writer.section_of(content.matrix)]
        drawn = chart(picture, None, picture.source if picture else "", writer)
        if drawn:
            title = writer.tr.say("The chain of command")
            parts += writer.part(title, drawn, together=True)
            writer.twins.clear()  # its table stands right below
        for rows in (content.chain, content.bodies, content.cadence):
            parts += writer.section_of(rows)
        return [*parts, *_unsettled(content.gaps, writer), *method(content.method, writer)]

    return print_report(content.head, (), story)


def print_skills(content: SkillsContent, plot: SupplyPlot | None = None) -> PrintedDocument:
    """Set the skills and sourcing plan.

    Args:
        plot: Need against have by quarter, or None.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = writer.finding(content.finding)
        seen = writer.part(writer.tr.say("By quarter"), chart(plot, None, "", writer))
        parts += [*writer.section_of(content.needed), *seen]
        for rows in (content.held, content.sourcing, content.experts, content.pointed):
            parts += writer.section_of(rows)
        parts += _unsettled(content.gaps, writer)
        return [*parts, *method(content.method, writer), *chart_figures(writer)]

    return print_report(content.head, (), story)


def print_actors(content: ActorsContent) -> PrintedDocument:
    """Set the actors' commitments.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        tr = writer.tr
        parts = [*writer.finding(content.sentence), *writer.texts([content.narrative])]
        parts += writer.texts([content.finding])
        for rows in (content.promised, content.in_return, content.needed):
            parts += writer.section_of(rows)
        parts += writer.pairs_of(content.parties)
        parts += writer.part(tr.say("Terms"), writer.points(content.terms))
        parts += method(content.method, writer)
        # What is signed stands last, and on one page.
        signed = signing_lines(content.signatories, writer)
        return [*parts, *writer.part(tr.say("Signed by"), signed, together=True)]

    return print_report(content.head, (), story)


def print_reshuffle(content: ReshuffleContent) -> PrintedDocument:
    """Set the list of what a reallocation of portfolios touches.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = writer.finding(content.finding)
        for rows in (content.moves, content.counts, content.letters, content.touched):
            parts += writer.section_of(rows)
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, (), story)


def _unsettled(gaps: Sequence[str], writer: ReportWriter) -> list[Flowable]:
    return writer.part(writer.tr.say("What is not settled"), writer.points(gaps))
