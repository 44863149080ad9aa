# SPDX-License-Identifier: Apache-2.0
"""Labels keep clear of each other, of the marks, of the today line and of the axis's ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis.strategies import floats, integers, lists, none, one_of, tuples

from missiondesk.documents.roadmap.placement import Bounds, PlacedLabel, beside, place_labels

LEFT, RIGHT = 100.0, 500.0
WIDTHS = (210.0, 150.0, 110.0, 76.0)
LINE_HEIGHT = 10.6
TINY = 1e-5

# Where a mark lies, how long its open period is, and how many points its label takes in one line.
marks = lists(tuples(floats(LEFT, RIGHT), floats(0, 200), integers(1, 900)), min_size=1, max_size=8)
lines = one_of(none(), floats(LEFT, RIGHT))


def placed(
    given_marks: list[tuple[float, float, int]], line: float | None
) -> tuple[list[PlacedLabel], float]:
    def measure(number: int, most: float) -> tuple[float, float]:
        natural = given_marks[number][2]
        rows = -(-natural // int(most))
        return min(float(natural), most), min(rows, 5) * LINE_HEIGHT

    ordered = [(x - 4, min(x + length, RIGHT) + 4) for x, length, _ in given_marks]
    return place_labels(ordered, WIDTHS, measure, Bounds(LEFT, RIGHT, line), LINE_HEIGHT)


@given(marks, lines)
def test_no_label_touches_anything(
    given_marks: list[tuple[float, float, int]], line: float | None
) -> None:
    found, height = placed(given_marks, line)
    assert len(found) == len(given_marks)
    boxes = [place.label for place in found]
    for index, box in enumerate(boxes):
        assert LEFT - TINY < box.left < box.right < RIGHT + TINY
        assert 0 <= box.top < box.bottom <= height
        assert line is None or box.right < line or box.left > line
        for other in boxes[index + 1 :]:
            assert not box.overlaps(other)
        for place in found:
            assert not box.overlaps(place.mark)


def test_labels_with_room_stand_in_one_row() -> None:
    found, height = placed([(120.0, 0.0, 60), (240.0, 0.0, 60), (380.0, 0.0, 60)], None)
    assert {place.label.top for place in found} == {0.0}
    assert height == LINE_HEIGHT
    assert all(place.leader is None for place in found)


def test_a_label_at_the_right_end_stands_before_its_mark() -> None:
    ((place,), _) = placed([(495.0, 0.0, 60)], None)
    assert place.label.right < place.mark.left


def test_a_label_that_the_line_would_cross_keeps_off_it() -> None:
    ((place,), _) = placed([(300.0, 0.0, 150)], 340.0)
    assert place.label.right < 340 or place.label.left > 340


def test_a_word_beside_a_bar() -> None:
    free = Bounds(LEFT, RIGHT)
    assert beside(150, 200, 40, free) == 204
    assert beside(420, 480, 40, free) == 376
    crossed = beside(150, 200, 40, Bounds(LEFT, RIGHT, 220))
    assert crossed is not None
    assert crossed > 220
    assert beside(LEFT, RIGHT, 40, free) is None


@given(floats(LEFT, RIGHT - 10), floats(3, 60), floats(5, 80), lines)
def test_a_short_bar_s_word_always_finds_a_place(
    left: float, length: float, width: float, line: float | None
) -> None:
    right = min(left + length, RIGHT)
    bounds = Bounds(LEFT, RIGHT, line)
    start = beside(left, right, width, bounds)
    assert start is not None
    assert bounds.allow(start, start + width)
    assert start >= right or start + width <= left + TINY
