# SPDX-License-Identifier: Apache-2.0
"""Prints a sheet of the talks: finding, texts, and parts with points and tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.report_content import Rows
from missiondesk.domain.talks_sheet_content import TalksSection, TalksSheetContent


def print_talks_sheet(content: TalksSheetContent) -> PrintedDocument:
    """Set the sheet.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = [*writer.finding(content.finding), *writer.texts(content.texts)]
        alike = _alike(content)
        for section in content.sections:
            parts += _section(section, alike, writer)
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, (), story)


Alike: TypeAlias = dict[tuple[str, ...], Rows]


def _alike(content: TalksSheetContent) -> Alike:
    """By their heads all tables that have the same columns, as one: they get the same widths."""
    found: Alike = {}
    for section in content.sections:
        for one in section.tables:
            before = found.get(one.head, replace(one, rows=(), total=False, heat=()))
            found[one.head] = replace(before, rows=(*before.rows, *one.rows))
    return found


def _section(section: TalksSection, alike: Alike, writer: ReportWriter) -> list[Flowable]:
    inner = [*writer.texts(section.texts), *writer.points(section.points)]
    for table in section.tables:
        like = alike[table.head]
        titled = bool(table.title)
        inner += (
            writer.section_of(table, level=3, like=like)
            if titled
            else writer.rows(table, like=like)
        )
    return writer.part(section.title, inner, level=2) if section.title else inner
