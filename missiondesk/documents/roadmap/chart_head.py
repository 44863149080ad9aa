# SPDX-License-Identifier: Apache-2.0
"""The head of the chart, repeated on each page: column heads, years, quarters and today."""

from __future__ import annotations

from datetime import date

from missiondesk.documents import style as look
from missiondesk.documents.escaping import runs, runs_width
from missiondesk.documents.fonts import Face
from missiondesk.documents.roadmap.axis import SHORT_QUARTER
from missiondesk.documents.roadmap.bars import draw_horizontal, draw_vertical, fill_box
from missiondesk.documents.roadmap.legend import Legend
from missiondesk.documents.roadmap.painting import SMALL, TEXT, paint
from missiondesk.documents.roadmap.paper import GAP
from missiondesk.documents.roadmap.quarters import INDENT, quarter_names
from missiondesk.documents.roadmap.rows import TEXT_LEFT
from missiondesk.documents.roadmap.workshop import Workshop
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement, header_scope

HEIGHT = 43.0
_TODAY_HEIGHT = 12.5
# Baselines and the upper end of the year lines, from the lower edge. Today's flag stands lowest, so
# that its line meets the chart without crossing a year or a quarter.
_BASELINE = 4.0
_QUARTER_BASELINE = 18.0
_YEAR_BASELINE = 30.0
_YEAR_TOP = 39.0
_YEAR_BOTTOM = 14.5
_TODAY_WEIGHT = 1.1
_COLUMN = header_scope("Column")


class ChartHead:
    """Draws the head and, below it, the grid of years and quarters.

    Args:
        legend: Stands above the chart; on further pages it is said again in the head, so that no
            sign has to be looked up on another page.
    """

    def __init__(self, today: date, workshop: Workshop, legend: Legend) -> None:
        self._legend = legend
        tr, layout = workshop.tr, workshop.layout
        self._workshop = workshop
        self._layout = layout
        self._axis = workshop.axis
        self._quarters = self._axis.quarters(SHORT_QUARTER)
        words = (
            tr.say("Initiative and milestone"),
            tr.say("Responsible"),
            tr.say("Stage or status"),
            tr.say("Period"),
        )
        places = (TEXT_LEFT, layout.owner_left, layout.time_left, layout.period_left)
        rooms = (layout.title, layout.owner, layout.time_width / 3, layout.period)
        self._columns = [
            (place, workshop.tried(word, Face.SEMIBOLD, SMALL, room - GAP, 1))
            for word, place, room in zip(words, places, rooms, strict=True)
        ]
        self._today_text = tr.say("As of {date}", date=today)

    def draw(self, canvas: TaggedCanvas, top: float, row: StructureElement | None) -> None:
        """Draw the head; with ``row`` as the heads of the table's columns."""
        bottom = top - HEIGHT
        with canvas.drawing_artifact():
            self._draw_axis(canvas, bottom)
            self._draw_today(canvas, bottom)
            draw_horizontal(canvas, bottom, 0, self._layout.width, look.INK, look.RULE_HEAD)
            if row is None:
                self._legend.say_again(canvas, top, self._layout.time_left - GAP)
        for number, (left, word) in enumerate(self._columns):
            # The third column is the axis itself, where today's flag may stand in the way.
            x = self._stage_head_left(word.width) if number == 2 else left
            if row is None:
                canvas.begin_artifact()
            else:
                canvas.begin(StructureElement("TH", row, attributes=_COLUMN))
            paint(canvas, x, bottom + _BASELINE, word, SMALL, colour=look.QUIET)
            canvas.end()

    def draw_grid(self, canvas: TaggedCanvas, top: float, bottom: float) -> None:
        """Draw years, quarters and today from ``top`` to ``bottom``, to lie beneath the bars."""
        for quarter in self._quarters:
            draw_vertical(canvas, quarter.left, top, bottom, look.HAIR, 0.4)
        for year in self._axis.named_years() if not self._quarters else self._axis.years():
            draw_vertical(canvas, year.left, top, bottom, look.LINE, 0.6)
        draw_vertical(canvas, self._axis.right, top, bottom, look.HAIR, 0.4)
        if self._workshop.today is not None:
            draw_vertical(canvas, self._workshop.today, top, bottom, look.INK, _TODAY_WEIGHT)

    def _draw_axis(self, canvas: TaggedCanvas, bottom: float) -> None:
        named = self._axis.named_years()
        for year in named:
            draw_vertical(
                canvas, year.left, bottom + _YEAR_TOP, bottom + _YEAR_BOTTOM, look.LINE, 0.6
            )
            canvas.write(
                year.left + 4, bottom + _YEAR_BASELINE, str(year.number),
                face=Face.SEMIBOLD, size=TEXT, colour=look.INK,
            )  # fmt: skip
        for quarter, name in zip(self._quarters, quarter_names(self._workshop), strict=True):
            centred = len(name) == 1
            canvas.write(
                (quarter.left + quarter.right) / 2 if centred else quarter.left + INDENT,
                bottom + _QUARTER_BASELINE,
                name,
                size=SMALL,
                colour=look.QUIET,
                align="centre" if centred else "left",
            )

    def _draw_today(self, canvas: TaggedCanvas, bottom: float) -> None:
        if self._workshop.today is None:
            return
        left, right = self._today_span()
        fill_box(canvas, left, bottom, right - left, _TODAY_HEIGHT, look.INK)
        canvas.write(
            left + 4, bottom + _BASELINE - 0.4, self._today_text,
            face=Face.SEMIBOLD, size=SMALL, colour=look.WHITE,
        )  # fmt: skip

    def _today_span(self) -> tuple[float, float]:
        """Left and right end of the flag that names today."""
        line = runs(self._today_text, self._workshop.missing, Face.SEMIBOLD)
        width = runs_width(line, SMALL) + 8
        today = self._workshop.today or self._axis.left
        left = min(max(today - width / 2, self._axis.left), self._axis.right - width)
        return left, left + width

    def _stage_head_left(self, width: float) -> float:
        if self._workshop.today is None:
            return self._axis.left
        left, _ = self._today_span()
        free = left - self._axis.left >= width + GAP
        return self._axis.left if free else self._axis.right - width
