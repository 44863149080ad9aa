# SPDX-License-Identifier: Apache-2.0
"""The legend: what the bars, the diamond and the line stand for, in a line of signs and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable

from missiondesk.documents import style as look
from missiondesk.documents.escaping import draw_runs, one_line, runs, runs_width
from missiondesk.documents.roadmap.bars import (
    DIAMOND,
    SEVERAL,
    STAGES,
    draw_bar,
    draw_diamond,
    draw_vertical,
)
from missiondesk.documents.roadmap.quarters import quarter_sign
from missiondesk.documents.roadmap.workshop import Workshop
from missiondesk.documents.roadmap.wrapping import Line
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement
from missiondesk.domain.roadmap import Roadmap, RoadmapBar
from missiondesk.language import Translator

_SIGN_HEIGHT = 8.0
_LINES_AGAIN = 3  # for which there is room in the head of a further page
_MILESTONE, _WITHIN, _TODAY = "milestone", "within", "today"
_BEYOND, _QUARTER = "beyond", "quarter"
_LONG = 31  # days; the day of a milestone within a longer period is not known


class _Spacing(NamedTuple):
    """How wide a sign is, how far its word stands from it and the next sign from the word, and how
    high a line is.
    """

    sign: float
    gap: float
    between: float
    line: float


_USUAL, _AGAIN = _Spacing(24.0, 5.0, 16.0, 14.0), _Spacing(20.0, 4.0, 10.0, 10.5)


class _Entry(NamedTuple):
    sign: str
    word: Line
    letters: Line  # where the sign itself is an abbreviation


class Legend(Flowable):
    """Signs with their words, on as many lines as they need."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        super().__init__()
        self._entries = list(entries)
        self._places: list[tuple[float, float]] = []
        self.spaceAfter = 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The full width, and the height of the lines."""
        self._places, lines = self._placed(width, _USUAL)
        self.width, self.height = width, lines * _USUAL.line
        return self.width, self.height

    def _placed(self, width: float, spacing: _Spacing) -> tuple[list[tuple[float, float]], int]:
        """Left edge and distance from the top of each entry, and the number of lines."""
        places: list[tuple[float, float]] = []
        x, line = 0.0, 1
        for entry in self._entries:
            needed = spacing.sign + spacing.gap + runs_width(entry.word, look.DETAIL_SIZE)
            if x and x + needed > width:
                x, line = 0.0, line + 1
            places.append((x, line * spacing.line))
            x += needed + spacing.between
        return places, line if self._entries else 0

    def draw(self) -> None:
        """Draw the signs to the eye, and the words as a paragraph."""
        canvas: TaggedCanvas = self.canv
        paragraph = StructureElement("P", canvas.parent)
        for entry, (x, down) in zip(self._entries, self._places, strict=True):
            baseline = self.height - down + 4
            with canvas.drawing_artifact():
                _draw_sign(canvas, entry, x, baseline + 2.8, _USUAL)
            with canvas.drawing(paragraph):
                _draw_word(canvas, entry, x, baseline, _USUAL)

    def say_again(self, canvas: TaggedCanvas, top: float, width: float) -> None:
        """Draw it into the head of a further page, closer than at its place so that its lines have
        room there; inside an artifact, for it was read at its place.
        """
        places, _lines = self._placed(width, _AGAIN)
        for entry, (x, down) in zip(self._entries, places, strict=True):
            if down <= _LINES_AGAIN * _AGAIN.line:
                baseline = top - down + 4
                _draw_sign(canvas, entry, x, baseline + 2.8, _AGAIN)
                _draw_word(canvas, entry, x, baseline, _AGAIN)


def legend_of(roadmap: Roadmap, workshop: Workshop) -> Legend:
    """The legend of what ``roadmap`` shows, stages in their order."""
    tr, missing = workshop.tr, workshop.missing
    bars = [bar for lane in roadmap.lanes for bar in lane.bars]
    words = {bar.stage: bar.stage_word for bar in bars}
    found = [(stage, words[stage]) for stage in STAGES if words.get(stage, "").strip()]
    if SEVERAL in words:
        found.append((SEVERAL, tr.say("Initiatives in several stages")))
    found += _points(roadmap, tr)
    if any(_beyond(bar, roadmap) for bar in bars):
        found.append((_BEYOND, tr.say("Goes on outside the years shown")))
    quarter = quarter_sign(workshop)
    if quarter:
        found.append((_QUARTER, tr.say("Quarter of the year")))
    # With a space behind, or the words would be read as one.
    return Legend(
        [
            _Entry(
                sign,
                runs(f"{one_line(word)} ", missing),
                runs(quarter, missing) if sign == _QUARTER else (),
            )
            for sign, word in found
        ]
    )


def _points(roadmap: Roadmap, tr: Translator) -> list[tuple[str, str]]:
    """The signs of single moments."""
    found: list[tuple[str, str]] = []
    spans = [it.due_last - it.due_first for lane in roadmap.lanes for it in lane.milestones]
    if spans:
        found.append((_MILESTONE, tr.say("Milestone")))
    if any(span.days > _LONG for span in spans):
        found.append((_WITHIN, tr.say("Milestone some time within the period")))
    if roadmap.start <= roadmap.today <= roadmap.end:
        found.append((_TODAY, tr.say("Status date")))
    return found


def _beyond(bar: RoadmapBar, roadmap: Roadmap) -> bool:
    return (bar.start is not None and bar.start < roadmap.start) or (
        bar.end is not None and bar.end > roadmap.end
    )


def _draw_word(
    canvas: TaggedCanvas, entry: _Entry, x: float, baseline: float, spacing: _Spacing
) -> None:
    canvas.setFillColor(look.QUIET)
    left = x + spacing.sign + spacing.gap
    draw_runs(canvas, left, baseline, entry.word, look.DETAIL_SIZE)


def _draw_sign(
    canvas: TaggedCanvas, entry: _Entry, x: float, middle: float, spacing: _Spacing
) -> None:
    centre, right, low = x + spacing.sign / 2, x + spacing.sign, middle - _SIGN_HEIGHT / 2
    if entry.sign == _MILESTONE:
        draw_diamond(canvas, centre, middle, centre, centre, DIAMOND)
    elif entry.sign == _WITHIN:
        draw_diamond(canvas, centre, middle, x, right, DIAMOND)
    elif entry.sign == _TODAY:
        draw_vertical(canvas, centre, middle + 5, middle - 5, look.INK, 1.1)
    elif entry.sign == _QUARTER:
        canvas.setFillColor(look.QUIET)
        left = right - runs_width(entry.letters, look.DETAIL_SIZE)
        draw_runs(canvas, left, middle - 2.8, entry.letters, look.DETAIL_SIZE)
    elif entry.sign == _BEYOND:
        box = (x, low, spacing.sign, _SIGN_HEIGHT)
        draw_bar(canvas, SEVERAL, box, goes_on=True, came_before=True)
    else:
        draw_bar(canvas, entry.sign, (x, low, spacing.sign, _SIGN_HEIGHT))
