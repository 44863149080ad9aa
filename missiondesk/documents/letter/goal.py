# SPDX-License-Identifier: Apache-2.0
"""The goal: the trajectory chart, the figures beside it, and where they come from."""

from __future__ import annotations

from dataclasses import replace

from reportlab.platypus import Flowable

from missiondesk.charts.describe import alt_text
from missiondesk.charts.drawing import sketch_of
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.trajectory_layout import has_values, only_finite
from missiondesk.documents.chart_painter import paint_chart
from missiondesk.documents.escaping import runs
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.labelled import LabelledLine
from missiondesk.documents.letter.spacing import NOTE
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.figure import Figure
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import GoalFacts, LetterContent

_FACT_WIDTHS = (66.0, 84.0)
_FACTS_WIDTH = sum(_FACT_WIDTHS)
_GUTTER = 16.0
_LONGEST_FACT = 60  # characters; longer ones stand in the metric sheet


def goal_block(
    content: LetterContent, plot: TrajectoryPlot | None, writer: Writer
) -> list[Flowable]:
    """Heading, text, chart with the figures beside it, and the caption."""
    block = content.block(BlockKind.GOAL)
    if block is None:
        return []
    if plot is not None and not has_values(only_finite(plot)):
        plot = None  # the caption says that there are no figures
    parts: list[Flowable] = [writer.paragraph(text) for text in block.paragraphs]
    parts += writer.bullets(block.bullets)
    height = writer.spacing.chart
    widths = _FACT_WIDTHS if plot is not None else (_FACT_WIDTHS[0] + 14, TEXT_WIDTH * 0.7)
    facts = _facts(content.goal, height, widths, writer) if content.goal else []
    if plot is not None:
        width = TEXT_WIDTH - (_FACTS_WIDTH + _GUTTER if facts else 0)
        columns: list[tuple[float, list[Flowable]]] = [
            (width, [chart(plot, width, height, writer)])
        ]
        if facts:
            columns.append((_FACTS_WIDTH, facts))
        parts.append(Columns(columns, _GUTTER, before=5, after=4))
    else:
        parts += facts
    note = caption(content.goal, writer) if content.goal else ""
    if note:
        parts.append(writer.paragraph(note, NOTE, role="Caption" if plot else "P"))
    room = 60.0 if plot is None else height + 90.0
    return writer.section(block.heading, parts, room)


def chart(plot: TrajectoryPlot, width: float, height: float, writer: Writer) -> Figure:
    """The trajectory chart as vectors; its source stands in the caption."""
    shown = replace(plot, source="")
    for text in (plot.title, plot.subtitle, plot.unit, *(point.label for point in plot.points)):
        runs(text, writer.missing)

    def draw(canvas: TaggedCanvas, width: float, height: float) -> None:
        paint_chart(sketch_of(shown, (width, height), writer.tr), canvas)

    said = writer.made.once(("alt", plot), lambda: alt_text(plot, writer.tr))
    return Figure(width, height, draw, said)


def _facts(
    goal: GoalFacts, height: float, widths: tuple[float, float], writer: Writer
) -> list[Flowable]:
    """As many of the figures as fit beside the chart, the rating last."""
    rating = f"{goal.rating_symbol} {goal.rating_word}".strip()
    rated = [_fact(writer.tr.say("Progress"), rating, widths, writer)] if rating else []
    rated = [fact for fact in rated if fact.height <= height]
    room = height - sum(fact.height for fact in rated)
    shown: list[Flowable] = []
    for label, value in goal.facts[1:]:  # the first is the metric's name, which the text says
        fact = _fact(label, value, widths, writer)
        room -= fact.height + fact.spaceAfter
        if room < 0:
            break
        if len(value) <= _LONGEST_FACT:
            shown.append(fact)
    return [*shown, *rated]


def _fact(label: str, value: str, widths: tuple[float, float], writer: Writer) -> LabelledLine:
    return LabelledLine(label, value, widths, writer, after=3.4)


def caption(goal: GoalFacts, writer: Writer, *, whole: bool = False) -> str:
    """Rating, source, date of the data and method as one note; the ``whole`` method on its sheet.

    In the letter the method's name and version are enough, which stand before its explanation.
    """
    tr = writer.tr
    source = tr.say("Source: {source}.", source=goal.source.rstrip(".")) if goal.source else ""
    data = tr.say("Data as of {date}.", date=goal.data_date) if goal.data_date else ""
    method = goal.method if whole else _without_explanation(goal.method)
    parts = (goal.rating_sentence, source, data, method)
    return " ".join(part for part in parts if part.strip())


def _without_explanation(method: str) -> str:
    named = method.split(":", 1)[0].strip()
    return f"{named}." if named and named != method.strip() else method
