# SPDX-License-Identifier: Apache-2.0
"""The pictures of a coalition: names that touch nothing, crowds as a number, words for the ear."""

from __future__ import annotations

import itertools

import pytest

from missiondesk.charts.actor_map_layout import (
    Names,
    Spotted,
    names_of,
    oval_in,
    ring_words,
    sector_words,
    sectors,
    spots_of,
)
from missiondesk.charts.coalition_plots import ActorMapPlot
from missiondesk.charts.describe import alt_text, table_twin
from missiondesk.charts.drawing import anything_to_draw, height_for, sketch_of
from missiondesk.charts.palette import PRINT
from missiondesk.charts.placement import Box
from missiondesk.language import translator
from tests.charts.coalition_of import a_map, a_need_plot

EN = translator("en")


def _laid(plot: ActorMapPlot) -> tuple[list[Spotted], Names]:
    width, height = 820.0, height_for(plot, 820.0, EN)
    oval, bounds = oval_in(Box(0, 30, width, height - 40), PRINT), sectors(plot)
    spots = spots_of(plot, oval, bounds, EN)
    words = [*ring_words(plot, oval, PRINT), *sector_words(plot, oval, bounds, PRINT, width)]
    return spots, names_of(spots, words, oval, Box(0, 20, width, height - 30), PRINT)


@pytest.mark.parametrize("count", [1, 17, 64, 300])
def test_no_name_touches_another_or_a_sign(count: int) -> None:
    plot = a_map(count)
    spots, names = _laid(plot)
    boxes = [box for box, _leader in names.boxes]
    assert not any(one.overlaps(two) for one, two in itertools.combinations(boxes, 2))
    for box in boxes:
        assert not any(
            box.overlaps(
                Box(spot.place[0], spot.place[1], spot.place[0] + 0.1, spot.place[1] + 0.1)
            )
            for spot in spots
        )
    assert len(names.lines) + names.left_out == len(spots)
    grouped = [spot for spot in spots if spot.dot is None]
    single = len(spots) - len(grouped)
    assert single + sum(int(spot.label.split()[0]) for spot in grouped) == count
    if count <= 64:
        assert not grouped
        assert names.left_out <= count // 4


def test_signs_stand_apart() -> None:
    spots, _names = _laid(a_map(64))
    for one, two in itertools.combinations(spots, 2):
        (x0, y0), (x1, y1) = one.place, two.place
        assert (x0 - x1) ** 2 + (y0 - y1) ** 2 > 8.0**2


def test_the_map_is_told_and_has_a_table() -> None:
    plot = a_map(17)
    heads, rows = table_twin(plot, EN)
    assert len(rows) == 17
    assert heads[:5] == ("Actor", "Type", "How near", "Influence", "Stance")
    assert {row[2] for row in rows} == {"Delivers", "Quiet", "Talks", "Outside"}
    said = alt_text(plot, EN)
    assert said.startswith("Map of actors in rings. Who stands near.")
    assert "Delivers: 10 actors" in said
    empty = ActorMapPlot("None", "")
    assert not anything_to_draw(empty)
    assert "There are no actors to show." in alt_text(empty, EN)
    assert sketch_of(empty, (300.0, height_for(empty, 300.0, EN)), EN).drawn


def test_needs_are_drawn_told_and_listed() -> None:
    plot = a_need_plot()
    assert sketch_of(plot, (500.0, height_for(plot, 500.0, EN)), EN).drawn
    assert "Places: For trainees, 15 of 20, 5 lacking." in alt_text(plot, EN)
    assert table_twin(plot, EN) == (
        ("Kind", "Promised"),
        (("Places", "15"), ("Money", "9"), ("Data", "–")),
    )
    assert anything_to_draw(plot)
