# SPDX-License-Identifier: Apache-2.0
"""The goal: the trajectory chart, the figures beside it, and where they come from."""

from __future__ import annotations

from dataclasses import replace

from reportlab.platypus import CondPageBreak, Flowable

from missiondesk.charts.describe import alt_text
from missiondesk.charts.drawing import sketch_of
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.sketch import Sketch
from missiondesk.charts.trajectory_layout import has_values, only_finite
from missiondesk.documents.chart_painter import paint_chart
from missiondesk.documents.escaping import runs
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.labelled import LabelledLine
from missiondesk.documents.letter.spacing import NOTE
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.tagged.bounded_cache import BoundedCache
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.figure import Figure
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import GoalFacts, LetterContent

_FACT_WIDTHS = (66.0, 84.0)
_FACTS_WIDTH = sum(_FACT_WIDTHS)
_GUTTER = 16.0
# Every co-lead's letter has the same chart, and so has the letter that is seen while it is written.
_sketches: BoundedCache[Sketch] = BoundedCache(24)
_LONGEST_FACT = 60  # characters; longer ones stand in the metric sheet


class GoalBlock:
    """Heading, text, chart with the figures beside it, and the caption.

    Args:
        content: The letter.
        plot: Its chart, or None.
        writer: Writes what all spacings have alike.
    """

    def __init__(self, content: LetterContent, plot: TrajectoryPlot | None, writer: Writer) -> None:
        if plot is not None and not has_values(only_finite(plot)):
            plot = None  # the caption says that there are no figures
        block, goal = content.block(BlockKind.GOAL), content.goal
        self._heading, self._texts = [], list[Flowable]()
        if block is not None:
            self._heading = writer.heading(block.heading)
            self._texts += [writer.paragraph(text) for text in block.paragraphs]
            self._texts += writer.bullets(block.bullets)
        self._chart = None if plot is None else _Chart(plot, writer)
        widths = _FACT_WIDTHS if self._chart else (_FACT_WIDTHS[0] + 14, TEXT_WIDTH * 0.7)
        self._facts = _Facts(goal, widths, writer) if goal else None
        note = caption(goal, writer) if goal else ""
        role = "Caption" if self._chart else "P"
        self._caption = [writer.paragraph(note, NOTE, role)] if note else []

    def set(self, writer: Writer) -> list[Flowable]:
        """The block in the writer's spacing, beside the chart as many figures as fit."""
        height = writer.spacing.chart
        facts = self._facts.fitting(height) if self._facts else []
        if self._chart is None:
            shown, room = facts, 60.0
        else:
            width = TEXT_WIDTH - (_FACTS_WIDTH + _GUTTER if facts else 0)
            columns: list[tuple[float, list[Flowable]]] = [
                (width, [self._chart.figure(width, height)])
            ]
            columns += [(_FACTS_WIDTH, facts)] if facts else []
            shown, room = [Columns(columns, _GUTTER, before=5, after=4)], height + 90.0
        parts = [*self._texts, *shown, *self._caption]
        return [CondPageBreak(room), *writer.apart([*self._heading, *parts])] if parts else []


class _Chart:
    """The trajectory chart as vectors; its source stands in the caption."""

    def __init__(self, plot: TrajectoryPlot, writer: Writer) -> None:
        self._plot, self._tr = replace(plot, source=""), writer.tr
        self._said = alt_text(plot, writer.tr)
        texts = (plot.title, plot.subtitle, plot.unit, *(point.label for point in plot.points))
        for text in texts:
            runs(text, writer.missing)

    def figure(self, width: float, height: float) -> Figure:
        """The chart in this size."""
        return Figure(width, height, self._draw, self._said)

    def _draw(self, canvas: TaggedCanvas, width: float, height: float) -> None:
        key = self._plot, width, height, self._tr
        sketch = _sketches.get(key)
        if sketch is None:
            sketch = sketch_of(self._plot, (width, height), self._tr)
            _sketches.put(key, sketch)
        paint_chart(sketch, canvas)


class _Facts:
    """The figures beside the chart, the rating last."""

    def __init__(self, goal: GoalFacts, widths: tuple[float, float], writer: Writer) -> None:
        def line(label: str, value: str) -> LabelledLine:
            return LabelledLine(label, value, widths, writer, after=3.4)

        rating = f"{goal.rating_symbol} {goal.rating_word}".strip()
        self._rated = [line(writer.tr.say("Progress"), rating)] if rating else []
        # The first is the metric's name, which the text says.
        self._others = [(line(*fact), len(fact[1]) <= _LONGEST_FACT) for fact in goal.facts[1:]]

    def fitting(self, height: float) -> list[Flowable]:
        """As many of the figures as fit beside a chart of this height."""
        rated = [fact for fact in self._rated if fact.height <= height]
        room = height - sum(fact.height for fact in rated)
        shown: list[Flowable] = []
        for fact, short in self._others:
            room -= fact.height + fact.spaceAfter
            if room < 0:
                break
            if short:
                shown.append(fact)
        return [*shown, *rated]


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
