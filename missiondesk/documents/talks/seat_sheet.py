# SPDX-License-Identifier: Apache-2.0
"""Prints the seat sheet: half-circle and bars, constellations, power, smallest majorities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.chart import chart
from missiondesk.documents.report.parts import method
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.domain.seat_sheet_content import ConstellationContent, SeatSheetContent

if TYPE_CHECKING:
    from missiondesk.charts.seat_plots import HemicyclePlot, MajorityPlot

Pictures = tuple["HemicyclePlot", "MajorityPlot"]


def print_seat_sheet(
    content: SeatSheetContent,
    half: HemicyclePlot,
    bars: MajorityPlot,
    each: Sequence[Pictures],
) -> PrintedDocument:
    """Set the sheet.

    Args:
        half: The parliament alone.
        bars: All constellations.
        each: Half-circle and bars of each constellation, in their order.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        parts = [*writer.finding(content.finding), *writer.texts([content.house])]
        parts += _all(content, half, bars, writer)
        for one, (own_half, own_bars) in zip(content.constellations, each, strict=True):
            parts += _constellation(one, own_half, own_bars, writer)
        for at, places in enumerate(content.places):
            parts += writer.rows(places) if at else writer.section_of(places)
        parts += writer.section_of(content.power)
        parts += writer.section_of(content.minimal)
        return [*parts, *method(content.method, writer)]

    return print_report(content.head, (), story)


def _all(
    content: SeatSheetContent, half: HemicyclePlot, bars: MajorityPlot, writer: ReportWriter
) -> list[Flowable]:
    """The constellations beside each other; without any, the parliament itself."""
    picture = chart(bars, None, "", writer, titled=False) if content.constellations else []
    title = writer.tr.say("Seats for and against")
    parts = writer.part(title, picture, 120.0) if picture else chart(half, None, "", writer)
    return [*parts, *writer.section_of(content.parties)]


def _constellation(
    one: ConstellationContent, half: HemicyclePlot, bars: MajorityPlot, writer: ReportWriter
) -> list[Flowable]:
    said = [*writer.points(one.verdicts), *writer.texts([one.note])]
    drawn = [
        *chart(replace(half, subtitle=""), None, "", writer, one.name, titled=False),
        *chart(replace(bars, subtitle=""), None, "", writer, one.name, titled=False),
    ]
    return writer.part(one.name, [*said, *drawn], 330.0)
