# SPDX-License-Identifier: Apache-2.0
"""When the next figure comes, and when the newest one is no longer current."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from missiondesk.domain.metric import Observation, OutcomeMetric, Periodicity
from missiondesk.domain.period import Period
from missiondesk.domain.publication_calendar import (
    Freshness,
    data_age,
    months_between,
    next_publication,
    publications_before,
)

YEARLY = OutcomeMetric(id="n", periodicity=Periodicity.YEAR, delay_months=4)


def seen(period: str, published: str | None = None) -> Observation:
    out = Period(published) if published else None
    return Observation(id=period, period=Period(period), value=Decimal(1), published=out)


def test_the_next_figure_comes_after_period_and_delay() -> None:
    assert next_publication(YEARLY, seen("2020")) == date(2022, 4, 30)
    assert next_publication(replace(YEARLY, delay_months=None), seen("2020")) is None
    assert next_publication(YEARLY, None) is None


def test_the_expected_day_is_the_end_of_its_month() -> None:
    monthly = replace(YEARLY, periodicity=Periodicity.MONTH, delay_months=0)
    assert next_publication(monthly, seen("2024-02")) == date(2024, 3, 31)
    quarterly = replace(YEARLY, periodicity=Periodicity.QUARTER, delay_months=2)
    assert next_publication(quarterly, seen("2026-Q2")) == date(2026, 11, 30)


def test_an_announced_day_goes_before_the_rule_until_its_figure_is_there() -> None:
    announced = replace(YEARLY, next_release=Period("2022-02-17"))
    assert next_publication(announced, seen("2020")) == date(2022, 2, 17)
    assert next_publication(announced, None) == date(2022, 2, 17)
    assert next_publication(announced, seen("2021", "2022-02-17")) == date(2023, 4, 30)
    assert data_age(announced, seen("2020"), date(2022, 1, 1)).announced


@pytest.mark.parametrize(
    ("day", "freshness"),
    [
        (date(2022, 4, 30), Freshness.CURRENT),
        (date(2022, 5, 1), Freshness.OVERDUE),
        (date(2023, 4, 30), Freshness.OVERDUE),
        (date(2023, 5, 1), Freshness.STALE),
    ],
)
def test_amber_the_day_after_and_grey_one_period_later(day: date, freshness: Freshness) -> None:
    assert data_age(YEARLY, seen("2020"), day).freshness is freshness


def test_without_a_rule_nothing_is_called_late() -> None:
    bare = replace(YEARLY, periodicity=Periodicity.IRREGULAR)
    assert data_age(bare, seen("2000"), date(2026, 1, 1)).freshness is Freshness.UNKNOWN
    told = replace(bare, next_release=Period("2025-06"))
    assert data_age(told, seen("2000"), date(2026, 1, 1)).freshness is Freshness.OVERDUE


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2020, 12, 31), date(2026, 11, 25), 70),
        (date(2020, 12, 31), date(2021, 2, 28), 2),
        (date(2026, 6, 30), date(2026, 7, 29), 0),
        (date(2026, 6, 30), date(2026, 6, 1), 0),
    ],
)
def test_the_age_is_told_in_whole_months(first: date, last: date, months: int) -> None:
    assert months_between(first, last) == months


def test_publications_before_the_target_are_counted() -> None:
    assert publications_before(YEARLY, Period("2016"), Period("2030")) == 13
    rare = replace(YEARLY, periodicity=Periodicity.FOUR_YEARS)
    assert publications_before(rare, Period("2026"), Period("2030")) == 0
    irregular = replace(YEARLY, periodicity=Periodicity.IRREGULAR)
    assert publications_before(irregular, Period("2016"), Period("2030")) is None
