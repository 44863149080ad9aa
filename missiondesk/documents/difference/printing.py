# SPDX-License-Identifier: Apache-2.0
"""Prints a comparison: what was put in and taken out is told by sign, line and colour alike."""

from __future__ import annotations

from reportlab.platypus import Flowable

from missiondesk.documents.difference.marks import marked
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report import looks
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.difference_content import DifferenceContent, DifferingPart
from missiondesk.domain.report_content import Rows
from missiondesk.domain.word_difference import Fate, Stretch


def print_difference(content: DifferenceContent) -> PrintedDocument:
    """Set the comparison; the same content makes the same bytes.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    return print_report(content.head, (), lambda writer: _story(content, writer))


def _story(content: DifferenceContent, writer: ReportWriter) -> list[Flowable]:
    tr = writer.tr
    story = [*writer.finding(content.finding), *writer.pairs(Rows(rows=content.letters))]
    if content.parts:
        story.append(_legend(writer))
    for part in content.parts:
        story += _part(part, writer)
    if content.parts and content.same:
        same = writer.texts([tr.list(content.same)])
        story += writer.part(tr.say("Parts without a difference"), same)
    return story


def _legend(writer: ReportWriter) -> Flowable:
    """How to read the marks, shown with the marks themselves."""
    tr = writer.tr
    line = (
        Stretch(Fate.KEPT, f"{tr.say('Marks:')} "),
        Stretch(Fate.NEW, tr.say("what was put in")),
        Stretch(Fate.KEPT, " · "),
        Stretch(Fate.OLD, tr.say("what was taken out")),
        Stretch(Fate.KEPT, f" · … {tr.say('unchanged words left out')}"),
    )
    return marked(line, looks.LEGEND, writer.missing)


def _part(part: DifferingPart, writer: ReportWriter) -> list[Flowable]:
    tr = writer.tr
    lines: list[Flowable] = [marked(line, looks.CHANGED, writer.missing) for line in part.lines]
    if part.unchanged:
        said = tr.plural(
            "{count} line is unchanged and left out.",
            "{count} lines are unchanged and left out.",
            part.unchanged,
        )
        lines.append(writer.paragraph(said, looks.NOTE))
    places = tr.plural("{count} place", "{count} places", part.places)
    return writer.part(f"{part.title} · {places}", lines)
