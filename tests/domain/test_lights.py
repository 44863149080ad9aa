# SPDX-License-Identifier: Apache-2.0
"""Traffic lights by the Danish tolerances, on their bounds and for any amounts and months."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.initiative import Initiative, Light
from missiondesk.domain.lights import cost_light, lights_of, months_late, schedule_light, worst
from missiondesk.domain.period import Period
from tests.builders import an_initiative

G, Y, R = Light.GREEN, Light.YELLOW, Light.RED
MILLION = 1_000_000_00


def costing(baseline: int | None, forecast: int | None, currency: str = "DKK") -> Initiative:
    return an_initiative(baseline_cost=baseline, forecast_cost=forecast, currency=currency)


@pytest.mark.parametrize(
    ("baseline", "forecast", "currency", "light"),
    [
        (None, 1, "DKK", None),
        (1, None, "DKK", None),
        (10 * MILLION, 10 * MILLION, "DKK", G),
        (10 * MILLION, 9 * MILLION, "DKK", G),
        (10 * MILLION, 10 * MILLION + 1, "DKK", Y),
        (10 * MILLION, 11 * MILLION, "DKK", Y),  # ten per cent exactly
        (10 * MILLION, 11 * MILLION + 1, "DKK", R),
        (100 * MILLION, 106 * MILLION, "DKK", Y),  # six million exactly
        (100 * MILLION, 106 * MILLION + 1, "DKK", R),
        (100 * MILLION, 106 * MILLION + 1, "GBP", Y),  # six million kroner are no pounds
        (100 * MILLION, 110 * MILLION + 1, "GBP", R),
        (0, 1, "DKK", R),
        (0, 0, "DKK", G),
    ],
)
def test_cost(baseline: int | None, forecast: int | None, currency: str, light: Light) -> None:
    assert cost_light(costing(baseline, forecast, currency)) is light


@given(st.integers(0, 10**13), st.integers(0, 10**12))
def test_a_dearer_forecast_never_has_a_better_cost_light(baseline: int, more: int) -> None:
    order = [None, *Light]
    before = order.index(cost_light(costing(baseline, baseline + more)))
    assert order.index(cost_light(costing(baseline, baseline + more + 1))) >= before


def ending(decided: str | None, expected: str | None) -> Initiative:
    return an_initiative(
        start=None,
        baseline_end=Period(decided) if decided else None,
        end=Period(expected) if expected else None,
    )


@pytest.mark.parametrize(
    ("decided", "expected", "light", "months"),
    [
        (None, "2027-05", None, None),
        ("2027-05", None, None, None),
        ("2027-05", "2027-05", G, 0),
        ("2027-05", "2026-12", G, 0),
        ("2027-05-15", "2027-06-14", G, 0),
        ("2027-05-15", "2027-06-15", Y, 1),
        ("2027-05-15", "2027-08-15", Y, 3),
        ("2027-05-15", "2027-08-16", R, 3),
        ("2027-02", "2027-05", Y, 3),  # from the end of February to the end of May
        ("2027-02", "2027-06", R, 4),
        ("2026-Q4", "2027-Q1", Y, 3),
        ("2026", "2027", R, 12),
    ],
)
def test_schedule(
    decided: str | None, expected: str | None, light: Light | None, months: int | None
) -> None:
    one = ending(decided, expected)
    assert (schedule_light(one), months_late(one)) == (light, months)


@given(st.integers(2020, 2040), st.integers(1, 12), st.integers(-30, 60))
def test_months_are_counted_from_end_to_end(year: int, month: int, later: int) -> None:
    place = year * 12 + month - 1 + later
    one = ending(f"{year}-{month:02d}", f"{place // 12}-{place % 12 + 1:02d}")
    assert months_late(one) == max(later, 0)
    assert schedule_light(one) is (R if later > 3 else Y if later > 0 else G)


def test_the_worst_is_computed_and_peoples_own_stands_beside_it() -> None:
    assert worst(None, G, R, Y) is R
    assert worst(None, None) is None
    dear = costing(10 * MILLION, 20 * MILLION)
    own = an_initiative(
        baseline_cost=dear.baseline_cost, forecast_cost=dear.forecast_cost, overall_light=G
    )
    found = lights_of(own, date(2026, 11, 23))
    assert (found.worst, found.overall, found.shown, found.held_back) == (R, G, G, False)


@pytest.mark.parametrize(("day", "shown"), [("2026-10-31", G), ("2026-11-01", Y)])
def test_no_green_is_shown_more_than_thirty_days_after_a_decision_was_due(
    day: str, shown: Light
) -> None:
    one = an_initiative(overall_light=G, gate_due=Period("2026-10-01"))
    found = lights_of(one, date.fromisoformat(day))
    assert found.shown is shown
    assert found.held_back is (shown is Y)
