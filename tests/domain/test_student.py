# SPDX-License-Identifier: Apache-2.0
"""Student's t against the printed tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.student import probability_below, quantile


@pytest.mark.parametrize(
    ("interval", "freedom", "value"),
    [
        (80, 1, 3.0777),
        (80, 9, 1.3830),
        (80, 40, 1.3031),
        (80, 60, 1.2958),
        (80, 120, 1.2886),
        (95, 2, 4.3027),
        (95, 9, 2.2622),
        (95, 40, 2.0211),
        (95, 60, 2.0003),
        (95, 120, 1.9799),
    ],
)
def test_quantiles_are_those_of_the_tables(interval: int, freedom: int, value: float) -> None:
    assert quantile(interval, freedom) == pytest.approx(value, abs=1e-4)


@pytest.mark.parametrize(
    ("t", "freedom", "below"),
    [
        (1.0, 1, 0.75),
        (1.0, 2, 0.788675),
        (2.0, 3, 0.930337),
        (-1.5, 4, 0.104000),
        (1.812461, 10, 0.95),
        (2.749996, 30, 0.995),
        (1.0, 200, 0.840741),
    ],
)
def test_probabilities_are_those_of_the_tables(t: float, freedom: int, below: float) -> None:
    assert probability_below(t, freedom) == pytest.approx(below, abs=2e-6)


@given(st.integers(1, 300), st.sampled_from([80, 95]))
def test_quantile_and_probability_are_each_others_inverse(freedom: int, interval: int) -> None:
    level = 0.5 + interval / 200
    assert probability_below(quantile(interval, freedom), freedom) == pytest.approx(level, abs=2e-5)


@given(st.floats(-50, 50), st.floats(-50, 50), st.integers(1, 60))
def test_it_is_symmetric_and_never_falls(one: float, other: float, freedom: int) -> None:
    low, high = min(one, other), max(one, other)
    assert 0 <= probability_below(low, freedom) <= probability_below(high, freedom) + 1e-12 <= 1.1
    assert probability_below(-one, freedom) == pytest.approx(
        1 - probability_below(one, freedom), abs=1e-12
    )


def test_nothing_is_said_without_a_degree_of_freedom() -> None:
    for call in (lambda: quantile(80, 0), lambda: probability_below(0.0, 0)):
        with pytest.raises(ValueError, match="degree of freedom"):
            call()
