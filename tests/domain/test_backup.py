# SPDX-License-Identifier: Apache-2.0
"""Which backups stay: all of two days, then the last of each day, week and month."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.backup import ALL_FOR, DAILY_FOR, WEEKLY_FOR, superfluous

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def test_two_years_of_quarter_hours_come_to_few() -> None:
    moments = {NOW - timedelta(minutes=15 * place) for place in range(2 * 365 * 96)}
    kept = moments - superfluous(moments, NOW)
    ages = sorted(NOW - made for made in kept)
    assert sum(age <= ALL_FOR for age in ages) == 193
    assert sum(ALL_FOR < age <= DAILY_FOR for age in ages) == 13
    assert sum(DAILY_FOR < age <= WEEKLY_FOR for age in ages) == 9
    assert 21 <= sum(age > WEEKLY_FOR for age in ages) <= 23


@given(st.lists(st.integers(-10_000, 2_000_000), max_size=60), st.integers(0, 500_000))
def test_thinning_is_steady_and_never_takes_the_newest(minutes: list[int], later: int) -> None:
    moments = {NOW - timedelta(minutes=one) for one in minutes}
    kept = moments - superfluous(moments, NOW)
    assert superfluous(kept, NOW) == set()
    assert not moments or max(moments) in kept
    # What is thinned now and again later is at least what thinning once later would keep of days,
    # weeks and months: the last of each period survives every pass.
    then = NOW + timedelta(minutes=later)
    twice = kept - superfluous(kept, then)
    assert all(made in kept for made in moments if made > NOW - ALL_FOR)
    for made in moments - superfluous(moments, then):
        assert any(abs(other - made) < timedelta(days=32) for other in twice)
