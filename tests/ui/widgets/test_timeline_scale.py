# SPDX-License-Identifier: Apache-2.0
"""Names on the axis of a timeline have room, also at a large font and far out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.ui.widgets.timeline_scale import TimeScale


@given(st.floats(0.02, 40), st.floats(20, 200))
def test_names_of_years_on_the_axis_do_not_meet(per_day: float, wide: float) -> None:
    scale = TimeScale(date(2000, 1, 1), date(2040, 12, 31), per_day)
    apart = scale.years_apart(wide)
    between = scale.x(date(2000 + apart, 1, 1)) - scale.x(date(2000, 1, 1))
    assert between >= wide - 2 * per_day or apart == 50
    assert apart == 1 or scale.x(date(2001, 1, 1)) < wide + 2 * per_day


@pytest.mark.parametrize(("quarters", "shown"), [(8, True), (36, True), (120, False)])
def test_as_many_years_are_named_as_have_room(quarters: int, shown: bool) -> None:
    scale = TimeScale(date(2000, 1, 1), date(2040, 12, 31), 900 / (quarters * 91.3))
    assert (scale.years_apart(60) == 1) == shown
    assert scale.named(1, 40) == (quarters == 8)
