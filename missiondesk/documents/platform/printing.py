# SPDX-License-Identifier: Apache-2.0
"""Prints the platform chapter by chapter, and the table from platform to letters."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report import looks
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.platform_content import (
    ChapterContent,
    CoverageContent,
    PlatformContent,
)
from missiondesk.domain.report_content import Rows

_ROOM = 150.0  # points that a chapter asks for below its heading
_ABOVE = 14.0
_SHORT_CHAPTER = 8  # goals
_SHORT_LIST = 12  # points that stand on one page


def print_platform(content: PlatformContent) -> PrintedDocument:
    """Set the platform.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = [*writer.texts([content.parties]), *writer.finding(content.summary)]
        for chapter in content.chapters:
            parts += _chapter(chapter, writer)
        for at, money in enumerate(content.money):
            parts += writer.section_of(money, level=2) if not at else writer.rows(money)
        parts += _coverage(content.coverage, content.fallen, writer)
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, (), story)


def print_coverage(content: CoverageContent) -> PrintedDocument:
    """Set the table from platform to letters.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = [*writer.finding(content.finding), *writer.rows(content.coverage)]
        parts += _fallen(content.fallen, writer)
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, (), story)


def _chapter(chapter: ChapterContent, writer: ReportWriter) -> list[Flowable]:
    headed = writer.heading(chapter.title, looks.PART, level=2)
    for one in headed:
        one.spaceBefore = _ABOVE
    body = [
        *headed,
        *writer.texts(chapter.narrative),
        *writer.rows(chapter.goals),
        *writer.section_of(chapter.missions, level=3),
    ]
    # A chapter that fits on a page is not parted from its name.
    if len(chapter.goals.rows) <= _SHORT_CHAPTER:
        return [KeepTogether(body)]
    return [CondPageBreak(_ROOM), *body]


def _coverage(rows: Rows, fallen: Sequence[str], writer: ReportWriter) -> list[Flowable]:
    return [*writer.section_of(rows, level=2), *_fallen(fallen, writer)]


def _fallen(fallen: Sequence[str], writer: ReportWriter) -> list[Flowable]:
    title = writer.tr.say("What fell out on the way")
    short = len(fallen) <= _SHORT_LIST
    return writer.part(title, writer.points(fallen), level=2, together=short)
