# SPDX-License-Identifier: Apache-2.0
"""A mission's milestones on the chart: diamonds with labels that keep clear of each other."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face
from missiondesk.documents.roadmap.bars import DIAMOND, draw_diamond, draw_horizontal
from missiondesk.documents.roadmap.painting import (
    LEADING,
    SMALL,
    TEXT,
    RowCells,
    clear,
    milestone_colour,
    paint,
)
from missiondesk.documents.roadmap.paper import GAP
from missiondesk.documents.roadmap.placement import PlacedLabel, place_labels
from missiondesk.documents.roadmap.rows import MOST_LINES, TEXT_LEFT
from missiondesk.documents.roadmap.workshop import Workshop
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement
from missiondesk.domain.roadmap import RoadmapMilestone

MOST_TOGETHER = 6  # milestones in one block, so that a block fits on any page
_WIDTHS = (210.0, 150.0, 110.0, 76.0)
_ON_ONE_LINE = 420.0  # the widest label whose words all stand beside each other
_PADDING = 3.0
_DENSE_PADDING = 2.0
_SEPARATOR = " · "
_DOWN_TO_BASELINE = 8.2  # from a label's upper edge


class _Label:
    """A milestone's words, set for one width."""

    def __init__(self, milestone: RoadmapMilestone, width: float, workshop: Workshop) -> None:
        self.title = workshop.tried(milestone.title, Face.REGULAR, TEXT, width, MOST_LINES)
        due = _SEPARATOR.join(part for part in (milestone.kind_word, milestone.due_text) if part)
        self.due = workshop.tried(due, Face.REGULAR, SMALL, width, MOST_LINES)
        status = f"{milestone.status_symbol} {milestone.status_word}".strip()
        self.status = workshop.tried(status, Face.REGULAR, SMALL, width, MOST_LINES)
        self._texts = ((milestone.title, self.title), (due, self.due), (status, self.status))
        self.due_gap = GAP / 2 if self.due.lines else 0.0
        together = self.due.width + self.due_gap + self.status.width
        one_line = len(self.due.lines) <= 1 and len(self.status.lines) == 1
        self.beside = one_line and together <= width
        self.width = max(
            self.title.width,
            together if self.beside else max(self.due.width, self.status.width),
        )
        whole = self.title.width + GAP + together
        self.inline = (
            workshop.layout.dense and one_line and len(self.title.lines) == 1 and whole <= width
        )
        if self.inline:
            self.width, self.lines = whole, 1
            return
        stacked = len(self.due.lines) + len(self.status.lines)
        self.lines = len(self.title.lines) + (1 if self.beside else stacked)

    def note_cut(self, workshop: Workshop) -> None:
        """Have what did not fit printed in full elsewhere."""
        for text, shown in self._texts:
            if not shown.whole:
                workshop.note_cut(text)

    @property
    def height(self) -> float:
        """Height in points."""
        return max(self.lines, 1) * LEADING


class MilestoneRow:
    """Some milestones of one mission, in the order of their dates, as a block of the chart."""

    in_grid = True

    def __init__(self, milestones: Sequence[RoadmapMilestone], workshop: Workshop) -> None:
        self._layout = workshop.layout
        self._padding = _DENSE_PADDING if workshop.layout.dense else _PADDING
        self._milestones = milestones
        self._heading = workshop.tr.plural("Milestone", "Milestones", len(milestones))
        axis = workshop.axis
        self._spans = [
            (axis.clamped(axis.x(one.due_first)), axis.clamped(axis.x_after(one.due_last)))
            for one in milestones
        ]
        labels: dict[tuple[int, float], _Label] = {}

        def measure(number: int, width: float) -> tuple[float, float]:
            key = number, width
            if key not in labels:
                labels[key] = _Label(milestones[number], width, workshop)
            return labels[key].width, labels[key].height

        marks = [
            (min(left, middle - DIAMOND / 2), max(right, middle + DIAMOND / 2))
            for left, right, middle in self._marked()
        ]
        widths = (_ON_ONE_LINE, *_WIDTHS) if workshop.layout.dense else _WIDTHS
        self.placed, block = place_labels(marks, widths, measure, workshop.bounds, LEADING)
        self._labels = [labels[number, place.width] for number, place in enumerate(self.placed)]
        for label in self._labels:
            label.note_cut(workshop)
        self.height = block + 2 * self._padding

    def _marked(self) -> list[tuple[float, float, float]]:
        """Left end, right end and middle of each milestone's time."""
        return [(left, right, (left + right) / 2) for left, right in self._spans]

    def draw(self, canvas: TaggedCanvas, top: float, body: StructureElement | None) -> None:
        """Draw the block."""
        with canvas.drawing_artifact():
            draw_horizontal(canvas, top - self.height, 0, self._layout.width, look.HAIR, 0.4)
            canvas.write(
                TEXT_LEFT, top - self._padding - _DOWN_TO_BASELINE, self._heading,
                size=TEXT, colour=look.TARGET_TEXT,
            )  # fmt: skip
            for place, (left, right, middle) in zip(self.placed, self._marked(), strict=True):
                box = place.label
                clear(
                    canvas,
                    box.left,
                    box.right,
                    top - self._padding - box.bottom,
                    box.bottom - box.top,
                )
                y = top - self._padding - place.mark.top - LEADING / 2
                draw_diamond(canvas, middle, y, left, right)
                if place.leader is not None:
                    draw_horizontal(canvas, y, *place.leader, look.QUIET, 0.5)
        for milestone, place, label in zip(
            self._milestones, self.placed, self._labels, strict=True
        ):
            self._draw_label(canvas, top - self._padding, body, milestone, place, label)

    def _draw_label(
        self,
        canvas: TaggedCanvas,
        top: float,
        body: StructureElement | None,
        milestone: RoadmapMilestone,
        place: PlacedLabel,
        label: _Label,
    ) -> None:
        # Words before their diamond end at it, words after it begin at it.
        before = place.label.right <= place.mark.left
        edge = place.label.right if before else place.label.left
        baseline = top - place.label.top - _DOWN_TO_BASELINE
        below = baseline - len(label.title.lines) * LEADING
        due_edge, status_edge, status_base = edge, edge, below - len(label.due.lines) * LEADING
        title_edge = edge
        if label.inline:
            below = status_base = baseline
            if before:
                due_edge = edge - label.status.width - label.due_gap
                title_edge = due_edge - label.due.width - GAP
            else:
                due_edge = edge + label.title.width + GAP
                status_edge = due_edge + label.due.width + label.due_gap
        elif label.beside:
            status_base = below
            if before:
                due_edge = edge - label.status.width - label.due_gap
            else:
                status_edge = edge + label.due.width + label.due_gap
        colour = milestone_colour(milestone.status_symbol)
        cells = RowCells(canvas, body)
        with cells.head():
            paint(canvas, title_edge, baseline, label.title, TEXT, to_left=before)
        with cells.cell():
            pass  # who answers for it is said of the mission
        with cells.cell():
            paint(
                canvas, status_edge, status_base, label.status, SMALL,
                colour=colour, to_left=before,
            )  # fmt: skip
        with cells.cell():
            paint(canvas, due_edge, below, label.due, SMALL, colour=look.QUIET, to_left=before)


def in_blocks(milestones: Sequence[RoadmapMilestone]) -> list[Sequence[RoadmapMilestone]]:
    """``milestones`` by date, in blocks small enough for one page."""
    ordered = sorted(milestones, key=lambda one: (one.due_first, one.due_last))
    return [
        ordered[start : start + MOST_TOGETHER] for start in range(0, len(ordered), MOST_TOGETHER)
    ]
