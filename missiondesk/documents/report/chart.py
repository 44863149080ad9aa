# SPDX-License-Identifier: Apache-2.0
"""Charts in a report: vectors with their words, a caption, and their figures for the annex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from reportlab.platypus import Flowable

from missiondesk.charts.describe import alt_text, table_twin
from missiondesk.charts.drawing import anything_to_draw, height_for, sketch_of
from missiondesk.charts.plots import (
    Plot,
    StatusHistoryPlot,
    TrajectoryPlot,
    WaterfallPlot,
)
from missiondesk.documents.chart_painter import paint_chart
from missiondesk.documents.escaping import one_line, runs
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.labelled import LabelledLine
from missiondesk.documents.report import looks
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.figure import Figure
from missiondesk.domain.report_content import ChartWords

_FACT_WIDTHS = (76.0, 84.0)
_FACTS_WIDTH = sum(_FACT_WIDTHS)
_GUTTER = 16.0
_HIGHEST = 600.0  # points; what needs more says itself what it leaves out
_LONGEST_FACT = 70  # characters; longer ones stand in a table


def shown(plot: Plot | None) -> bool:
    """Whether there is anything to draw."""
    match plot:
        case None:
            return False
        case StatusHistoryPlot():
            return bool(plot.dates)
        case WaterfallPlot():
            return bool(plot.steps)
        case _:
            return anything_to_draw(plot)


def figure(
    plot: Plot,
    width: float,
    height: float,
    writer: ReportWriter,
    name: str = "",
    *,
    titled: bool = True,
) -> Figure:
    """The chart as vectors; its source stands in the caption, its figures in the annex.

    Args:
        name: What the chart is about in the annex; its title when not given.
        titled: Whether the chart says its finding itself.
    """
    tr = writer.tr
    drawn = replace(plot, source="") if titled else replace(plot, source="", title="")
    for text in texts_of(drawn):
        runs(text, writer.missing)
    head, rows = table_twin(drawn, tr)
    title = one_line(name) or one_line(plot.title) or one_line(plot.subtitle)
    if rows and (title, head, rows) not in writer.twins:
        writer.twins.append((title, head, rows))

    def draw(canvas: TaggedCanvas, width: float, height: float) -> None:
        paint_chart(sketch_of(drawn, (width, height), tr), canvas)

    return Figure(width, height, draw, alt_text(replace(drawn, title=plot.title), tr))


def chart(
    plot: Plot | None,
    height: float | None,
    caption: str,
    writer: ReportWriter,
    name: str = "",
    *,
    titled: bool = True,
) -> list[Flowable]:
    """A chart over the whole width with its caption, kept together; nothing to draw, nothing.

    Args:
        height: In points; None for as much as all its rows need.
    """
    if plot is None or not shown(plot):
        return []
    height = height or min(height_for(replace(plot, source=""), TEXT_WIDTH, writer.tr), _HIGHEST)
    drawn = figure(plot, TEXT_WIDTH, height, writer, name, titled=titled)
    return _with_caption(drawn, captioned(caption, writer))


def chart_with_facts(
    plot: TrajectoryPlot | None,
    words: ChartWords,
    height: float,
    writer: ReportWriter,
    name: str,
    *,
    most: float = 400.0,
) -> list[Flowable]:
    """The trajectory with figures beside it; the figures alone when there is nothing to draw.

    Args:
        most: Points that the figures may take alone.
    """
    if plot is None or not shown(plot):
        widths = (_FACT_WIDTHS[0] + 34, TEXT_WIDTH * 0.7)
        facts = _facts(words, most, widths, writer, longest=400)
        return [*facts, *captioned(words.caption, writer, role="P")]
    facts = _facts(words, height, _FACT_WIDTHS, writer)
    width = TEXT_WIDTH - (_FACTS_WIDTH + _GUTTER if facts else 0)
    columns: list[tuple[float, list[Flowable]]] = [
        (width, [figure(plot, width, height, writer, name, titled=False)])
    ]
    if facts:
        columns.append((_FACTS_WIDTH, facts))
    both = Columns(columns, _GUTTER, before=4, after=4)
    return _with_caption(both, captioned(words.caption, writer))


def _with_caption(drawn: Flowable, caption: list[Flowable]) -> list[Flowable]:
    """Chart and caption, which no end of a page parts, nor the chart from a heading above."""
    drawn.keepWithNext = int(bool(caption))
    return [drawn, *caption]


def captioned(caption: str, writer: ReportWriter, role: str = "Caption") -> list[Flowable]:
    """Source, date of the data and method under a chart."""
    return [writer.paragraph(caption, looks.CAPTION, role)] if one_line(caption) else []


def texts_of(value: Any) -> Iterator[str]:
    """Every text within a plot."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def _facts(
    words: ChartWords,
    height: float,
    widths: tuple[float, float],
    writer: ReportWriter,
    longest: int = _LONGEST_FACT,
) -> list[Flowable]:
    """As many of the figures as fit beside the chart; what does not is reported."""
    found: list[Flowable] = []
    for label, value in words.facts:
        if not one_line(value):
            continue
        line = LabelledLine(label, value[:longest], widths, writer, after=3.2)
        if len(value) > longest or line.height + 3.2 > height:
            writer.missing.report_cut(f"{label}: {value}")
            continue
        height -= line.height + 3.2
        found.append(line)
    return found
