# SPDX-License-Identifier: Apache-2.0
"""The legend: what the bars, the diamond and the line stand for, in a line of signs and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable

from missiondesk.documents import style as look
from missiondesk.documents.escaping import MissingGlyphs, draw_runs, one_line, runs, runs_width
from missiondesk.documents.roadmap.bars import (
    DIAMOND,
    SEVERAL,
    STAGES,
    draw_bar,
    draw_diamond,
    draw_vertical,
)
from missiondesk.documents.roadmap.wrapping import Line
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement
from missiondesk.domain.roadmap import Roadmap
from missiondesk.language import Translator

_SIGN_WIDTH = 24.0
_SIGN_HEIGHT = 8.0
_GAP = 5.0  # between a sign and its word
_BETWEEN = 16.0
_LINE = 14.0
_MILESTONE, _TODAY = "milestone", "today"


class _Entry(NamedTuple):
    sign: str
    word: Line


class Legend(Flowable):
    """Signs with their words, on as many lines as they need."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        super().__init__()
        self._entries = list(entries)
        self._places: list[tuple[float, float]] = []
        self.spaceAfter = 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The full width, and the height of the lines."""
        self._places = []
        x, y = 0.0, _LINE
        for entry in self._entries:
            needed = _SIGN_WIDTH + _GAP + runs_width(entry.word, look.DETAIL_SIZE)
            if x and x + needed > width:
                x, y = 0.0, y + _LINE
            self._places.append((x, y))
            x += needed + _BETWEEN
        self.width, self.height = width, y if self._entries else 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw the signs to the eye, and the words as a paragraph."""
        canvas: TaggedCanvas = self.canv
        paragraph = StructureElement("P", canvas.parent)
        for entry, (x, down) in zip(self._entries, self._places, strict=True):
            baseline = self.height - down + 4
            with canvas.drawing_artifact():
                _draw_sign(canvas, entry.sign, x, baseline + 2.8)
            with canvas.drawing(paragraph):
                canvas.setFillColor(look.QUIET)
                draw_runs(canvas, x + _SIGN_WIDTH + _GAP, baseline, entry.word, look.DETAIL_SIZE)


def legend_of(roadmap: Roadmap, tr: Translator, missing: MissingGlyphs) -> Legend:
    """The legend of what ``roadmap`` shows, stages in their order."""
    words = {bar.stage: bar.stage_word for lane in roadmap.lanes for bar in lane.bars}
    found = [(stage, words[stage]) for stage in STAGES if words.get(stage, "").strip()]
    if SEVERAL in words:
        found.append((SEVERAL, tr.say("Initiatives in several stages")))
    if any(lane.milestones for lane in roadmap.lanes):
        found.append((_MILESTONE, tr.say("Milestone")))
    if roadmap.start <= roadmap.today <= roadmap.end:
        found.append((_TODAY, tr.say("Status date")))
    # With a space behind, or the words would be read as one.
    return Legend([_Entry(sign, runs(f"{one_line(word)} ", missing)) for sign, word in found])


def _draw_sign(canvas: TaggedCanvas, sign: str, x: float, middle: float) -> None:
    centre = x + _SIGN_WIDTH / 2
    if sign == _MILESTONE:
        draw_diamond(canvas, centre, middle, centre, centre, DIAMOND)
    elif sign == _TODAY:
        draw_vertical(canvas, centre, middle + 5, middle - 5, look.INK, 1.1)
    else:
        draw_bar(canvas, sign, (x, middle - _SIGN_HEIGHT / 2, _SIGN_WIDTH, _SIGN_HEIGHT))
