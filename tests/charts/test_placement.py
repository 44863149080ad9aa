# SPDX-License-Identifier: Apache-2.0
"""Labels touch no line, no marker and no other label, or are left out."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.charts.placement import Scene, Wish
from missiondesk.charts.segments import Box, Segments
from missiondesk.charts.spots import along, around, everywhere

ARENA = Box(0, 0, 200, 100)
places = st.tuples(st.floats(0, 200), st.floats(0, 100))


def _wish(anchor: tuple[float, float], key: str = "label") -> Wish:
    return Wish(key, 40, 9, around(anchor, 40, 9, 5, 90), lambda: everywhere(ARENA, anchor, 40, 9))


def test_a_free_label_takes_the_preferred_side() -> None:
    placed = Scene((ARENA,), Segments([])).settle(_wish((100, 50)))
    assert placed is not None
    assert placed.leader is None
    assert placed.box.y0 >= 54
    assert abs((placed.box.x0 + placed.box.x1) / 2 - 100) < 1


def test_a_crowded_label_moves_away_and_gets_a_leader() -> None:
    comb = tuple((x, 100.0 if x % 8 else 0.0) for x in range(60, 141, 4))
    placed = Scene((ARENA,), Segments([(comb, 1.0)])).settle(_wish((100, 50)))
    assert placed is not None
    assert placed.leader is not None
    assert not Segments([(comb, 1.0)]).touch(placed.box, 1.9)


def test_a_label_without_room_is_left_out() -> None:
    rows = [(((0.0, y), (200.0, y)), 0.5) for y in range(0, 101, 5)]
    assert Scene((ARENA,), Segments(rows)).settle(_wish((100, 50))) is None


def test_a_label_beside_a_line_does_not_touch_it() -> None:
    line = ((0.0, 0.0), (200.0, 100.0))
    scene = Scene((ARENA,), Segments([(line, 0.7)]))
    placed = scene.settle(Wish("path", 40, 9, along(line, 40, 9, 2.5, (0.5, 0.3))))
    assert placed is not None
    assert not scene.segments.touch(placed.box, 1.9)


@given(places, places, places)
def test_touching_agrees_with_measured_distance(
    start: tuple[float, float], end: tuple[float, float], corner: tuple[float, float]
) -> None:
    box = Box(corner[0], corner[1], corner[0] + 30, corner[1] + 8)
    steps = 400
    nearest = min(
        box.distance(
            start[0] + (end[0] - start[0]) * step / steps,
            start[1] + (end[1] - start[1]) * step / steps,
        )
        for step in range(steps + 1)
    )
    touched = Segments([((start, end), 0.0)]).touch(box, 2.0)
    if nearest < 2.0 - 0.6:
        assert touched
    if nearest > 2.0 * math.sqrt(2) + 0.01:  # corners are square, so up to the diagonal
        assert not touched


@given(st.lists(places, min_size=1, max_size=4))
def test_labels_keep_clear_of_each_other(anchors: list[tuple[float, float]]) -> None:
    scene = Scene((ARENA,), Segments([]))
    for number, anchor in enumerate(anchors):
        scene.settle(_wish(anchor, str(number)))
    assert scene.placed
    boxes = [placed.box for placed in scene.placed]
    assert not any(one.overlaps(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    assert all(box.within(ARENA) for box in boxes)


def test_a_leader_that_crosses_lines_costs_more_than_a_way_round() -> None:
    upright = Segments([(((50.0, 0.0), (50.0, 100.0)), 0.5), (((0.0, 60.0), (100.0, 60.0)), 0.5)])
    assert upright.crossed((10.0, 10.0), (90.0, 90.0)) == 2
    assert upright.crossed((10.0, 10.0), (90.0, 20.0)) == 1
    assert upright.crossed((10.0, 10.0), (40.0, 40.0)) == 0
    assert upright.crossed((10.0, 60.0), (40.0, 60.0)) == 0  # along a line crosses nothing
