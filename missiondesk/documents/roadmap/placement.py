# SPDX-License-Identifier: Apache-2.0
"""Finds places for labels: never on each other, on a mark, on the today line or off the axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from missiondesk.domain.late_dataclass import dataclass

CLEARANCE = 4.0  # between a label and the today line
_ROUNDING = 1e-6
_MARK_GAP = 4.0  # between a mark and its label
_ROW_GAP = 3.0  # between a label and the one below it
_SIDE_GAP = 5.0  # between a label and whatever stands beside it


class Box(NamedTuple):
    """A rectangle in points; ``top`` and ``bottom`` count downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a label has to stay within, and the line that it may not be crossed by."""

    left: float
    right: float
    line: float | None = None

    def allow(self, left: float, right: float) -> bool:
        """Whether a label from ``left`` to ``right`` may stand here."""
        left, right = left + _ROUNDING, right - _ROUNDING
        if left < self.left or right > self.right:
            return False
        return self.line is None or right <= self.line - CLEARANCE or left >= self.line + CLEARANCE


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Where a mark's label stands.

    Attributes:
        width: The width that the label was measured for.
        label: The label's box.
        mark: The box of the mark, on the label's first line.
        leader: Ends of a thin line between mark and label, where they are apart.
    """

    width: float
    label: Box
    mark: Box
    leader: tuple[float, float] | None = None


# Width and height of the label with this number when set at most this wide.
Measure = Callable[[int, float], tuple[float, float]]


def place_labels(
    marks: Sequence[tuple[float, float]],
    widths: Sequence[float],
    measure: Measure,
    bounds: Bounds,
    mark_height: float,
) -> tuple[list[PlacedLabel], float]:
    """Places for the labels of ``marks``, in their order, as low a block as is found.

    Args:
        marks: Left and right edge of each mark.
        widths: Widths to try, widest first; the narrowest has to fit beside the today line.
        measure: Says what a label takes.
        bounds: The axis and its today line.
        mark_height: Height of a mark, which is also the least height of a label.

    Returns:
        The places, and the height of the block.
    """
    placed: list[PlacedLabel] = []
    taken: list[Box] = []
    height = 0.0
    for number, mark in enumerate(marks):
        best: PlacedLabel | None = None
        for width in widths:
            best = _better(best, _lowest(number, mark, width, measure, bounds, mark_height, taken))
            if best is not None and best.label.bottom <= height:
                break
        if best is None:
            raise ValueError("no label this narrow fits on the axis")
        placed.append(best)
        taken += [best.label, best.mark]
        height = max(height, best.label.bottom, best.mark.bottom)
    return placed, height


def beside(
    left: float, right: float, width: float, bounds: Bounds, gap: float = _MARK_GAP
) -> float | None:
    """Left edge of a label ``width`` wide beside a bar: after it, beyond the line, or before it."""
    starts = [right + gap]
    if bounds.line is not None:
        starts.append(max(right + gap, bounds.line + CLEARANCE))
    starts.append(left - gap - width)
    if bounds.line is not None:
        starts.append(min(left - gap, bounds.line - CLEARANCE) - width)
    return next((start for start in starts if bounds.allow(start, start + width)), None)


def _better(one: PlacedLabel | None, other: PlacedLabel | None) -> PlacedLabel | None:
    if one is None or other is None:
        return one or other
    return other if other.label.bottom < one.label.bottom - 0.01 else one


def _lowest(
    number: int,
    mark: tuple[float, float],
    most: float,
    measure: Measure,
    bounds: Bounds,
    mark_height: float,
    taken: list[Box],
) -> PlacedLabel | None:
    """The uppermost free place for one label at one width, or None."""
    width, height = measure(number, most)
    height = max(height, mark_height)
    tops = sorted({0.0, *(box.bottom + _ROW_GAP for box in taken)})
    starts, down = _starts(mark, width, bounds), 0.0
    if not starts:
        # The mark leaves no room at its sides: the label stands under it.
        starts, down = _starts_under(mark, width, bounds), mark_height
    for top in tops:
        at = Box(mark[0], top, mark[1], top + mark_height)
        for start in starts:
            label = Box(start, top + down, start + width, top + down + height)
            whole = Box(
                min(at.left, label.left) - _SIDE_GAP,
                top,
                max(at.right, label.right) + _SIDE_GAP,
                label.bottom,
            )
            if not any(whole.overlaps(box) for box in taken):
                return PlacedLabel(most, label, at, _leader(at, label))
    return None


def _starts(mark: tuple[float, float], width: float, bounds: Bounds) -> list[float]:
    after, before = mark[1] + _MARK_GAP, mark[0] - _MARK_GAP - width
    starts = [after, before]
    if bounds.line is not None:
        starts += [
            max(after, bounds.line + CLEARANCE),
            min(before, bounds.line - CLEARANCE - width),
        ]
    return [start for start in starts if bounds.allow(start, start + width)]


def _starts_under(mark: tuple[float, float], width: float, bounds: Bounds) -> list[float]:
    middle = (mark[0] + mark[1] - width) / 2
    starts = [min(max(middle, bounds.left), bounds.right - width)]
    if bounds.line is not None:
        starts += [bounds.line + CLEARANCE, bounds.line - CLEARANCE - width]
    return [start for start in starts if bounds.allow(start, start + width)]


def _leader(mark: Box, label: Box) -> tuple[float, float] | None:
    if label.left - mark.right > _MARK_GAP + 0.01:
        return mark.right, label.left - 1
    if mark.left - label.right > _MARK_GAP + 0.01:
        return label.right + 1, mark.left
    return None
