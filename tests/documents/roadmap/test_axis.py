# SPDX-License-Identifier: Apache-2.0
"""The time axis."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import dates

from missiondesk.documents.roadmap.axis import TimeAxis

START, END = date(2026, 1, 1), date(2029, 12, 31)


def test_days_lie_between_the_ends() -> None:
    axis = TimeAxis(START, END, 100, 400)
    assert axis.x(START) == 100
    assert axis.x_after(END) == pytest.approx(500)
    assert axis.x(date(2028, 1, 1)) == pytest.approx(100 + 400 * 730 / 1461)
    assert axis.shows(START)
    assert axis.shows(END)
    assert not axis.shows(END + timedelta(days=1))


def test_the_ends_are_whole_quarters() -> None:
    axis = TimeAxis(date(2026, 2, 10), date(2026, 11, 3), 0, 400)
    assert axis.x(date(2026, 1, 1)) == 0
    assert axis.x_after(date(2026, 12, 31)) == pytest.approx(400)
    assert [quarter.number for quarter in axis.quarters(9)] == [1, 2, 3, 4]


def test_years_and_quarters_adjoin() -> None:
    axis = TimeAxis(date(2026, 4, 1), END, 0, 600)
    for stretches in (axis.years(), axis.quarters(9)):
        assert stretches[0].left == 0
        assert stretches[-1].right == pytest.approx(600)
        for one, other in pairwise(stretches):
            assert one.right == pytest.approx(other.left)
    assert [year.number for year in axis.years()] == [2026, 2027, 2028, 2029]


def test_what_has_no_room_is_not_named() -> None:
    century = TimeAxis(date(1950, 1, 1), date(2050, 12, 31), 0, 400)
    assert century.quarters(9) == []
    named = [year.number for year in century.named_years()]
    assert named == [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020, 2030, 2040]


@given(dates(), dates(), dates())
def test_any_dates_make_an_axis(start: date, end: date, day: date) -> None:
    axis = TimeAxis(start, end, 10, 300)
    assert 10 <= axis.clamped(axis.x(day)) <= 310
    assert axis.shows(start)
    names = axis.named_years()
    for one, other in pairwise(names):
        assert other.left - one.left > 20
