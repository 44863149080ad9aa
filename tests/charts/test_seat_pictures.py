# SPDX-License-Identifier: Apache-2.0
"""A parliament in pictures: every seat is drawn once, letters touch nothing, words for the ear."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.charts.describe import alt_text, table_twin
from missiondesk.charts.drawing import anything_to_draw, height_for, sketch_of
from missiondesk.charts.hemicycle import labels, seats_in
from missiondesk.charts.lettering import text_width
from missiondesk.charts.palette import PRINT
from missiondesk.charts.placement import Box
from missiondesk.charts.seat_plots import (
    AGAINST,
    GOVERNMENT,
    UNKNOWN,
    HemicyclePlot,
    MajorityPlot,
    MajorityRow,
    SeatGroup,
)
from missiondesk.charts.sketch import Marks, Words
from missiondesk.language import translator

EN = translator("en")
ROLES = ("In government", "Supports it", "Neutral", "Not known", "Against it")
WON = {"A": 38, "F": 20, "V": 18, "M": 14, "B": 10, "IA": 1, "SP": 1, "JF": 1, "I": 16, "O": 16}
GROUPS = tuple(
    SeatGroup(code, f"Party {code}", role, seats)
    for (code, seats), role in zip(
        WON.items(), [GOVERNMENT] * 4 + [UNKNOWN] * 4 + [AGAINST] * 2, strict=True
    )
)
HALF = HemicyclePlot("Ours", "Election", ROLES, GROUPS, "90", "of 135", ("L", "P", "S", "R"))


@given(st.integers(1, 700), st.floats(60, 200))
def test_every_seat_has_a_place_of_its_own_within_the_half_circle(
    count: int, radius: float
) -> None:
    seats, gap = seats_in(count, (300.0, 10.0), radius)
    assert len(seats) == count
    assert [one.angle for one in seats] == sorted(one.angle for one in seats)
    assert all(one.y >= 9.99 and abs(one.x - 300) <= radius + 0.01 for one in seats)
    near = min(
        ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 for a, b in itertools.pairwise(seats)), default=1.0
    )
    assert near > 0
    assert gap > 0


def test_the_half_circle_draws_all_seats_and_letters_apart() -> None:
    size = (560.0, height_for(HALF, 560.0, EN))
    drawn = sketch_of(HALF, size, EN).drawn
    marks = sum(len(one.places) for one in drawn if isinstance(one, Marks))
    assert marks == sum(WON.values()) + 3  # the key shows each role once
    lines = labels(HALF, (280.0, 40.0), 190.0, PRINT)
    boxes = [
        Box(one.x, one.y, one.x + text_width(one.text, one.face, one.size), one.y + one.size)
        for one in lines
    ]
    assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))
    assert {one.text.split()[0] for one in lines} == set(WON)


def test_shapes_say_the_role_without_colour() -> None:
    drawn = sketch_of(HALF, (560.0, 320.0), EN).drawn
    shapes = {(one.shape, one.fill) for one in drawn if isinstance(one, Marks)}
    assert len(shapes) == 3


def test_the_half_circle_is_told_and_has_a_table() -> None:
    assert alt_text(HALF, EN) == (
        "Half-circle of seats. Ours. Election. In government: 90 (A 38, F 20, V 18 and M 14). "
        "Not known: 13 (B 10, IA 1, SP 1 and JF 1). Against it: 32 (I 16 and O 16)."
    )
    assert table_twin(HALF, EN)[1][0] == ("A", "Party A", "38", "In government")


def test_bars_are_told_and_have_a_table() -> None:
    row = MajorityRow("Ours", "all seats", GROUPS, 68, "90 for", "✓ Majority", "good")
    plot = MajorityPlot("Seats", "Election", ROLES, (row,), ("Constellation", "Needed", "Verdict"))
    assert anything_to_draw(plot)
    drawn = sketch_of(plot, (500.0, height_for(plot, 500.0, EN)), EN).drawn
    said = {one.text for one in drawn if isinstance(one, Words)}
    assert {"A", "F", "V", "M", "68", "✓ Majority"} <= said
    assert "Ours: all seats, in government 90, not known 13, against it 32, ✓ Majority." in (
        alt_text(plot, EN)
    )
    assert table_twin(plot, EN) == (
        ("Constellation", *ROLES, "Needed", "Verdict"),
        (("Ours, all seats", "90", "0", "0", "13", "32", "68", "✓ Majority"),),
    )


@pytest.mark.parametrize("plot", [HemicyclePlot("None", ""), MajorityPlot("None", "")])
def test_nothing_is_said_to_be_nothing(plot: HemicyclePlot | MajorityPlot) -> None:
    assert not anything_to_draw(plot)
    drawn = sketch_of(plot, (300.0, height_for(plot, 300.0, EN)), EN).drawn
    assert any(isinstance(one, Words) and "yet" in one.text for one in drawn)
    assert "yet." in alt_text(plot, EN)


def test_in_too_little_room_it_says_so() -> None:
    drawn = sketch_of(HALF, (120.0, 80.0), EN).drawn
    assert any(isinstance(one, Words) and "little room" in one.text for one in drawn)
