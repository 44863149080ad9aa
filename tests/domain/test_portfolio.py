# SPDX-License-Identifier: Apache-2.0
"""Rules of the portfolio: late decisions, pilots without end, what was closed, the balance."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.initiative import Initiative, Money, Stage
from missiondesk.domain.period import Period
from missiondesk.domain.portfolio import (
    Share,
    balance,
    days_overdue,
    dominant,
    frame_of,
    is_zombie,
    money_of,
    recently_closed,
)
from tests import builders as make

TODAY = date(2026, 10, 31)


def one(**fields: object) -> Initiative:
    return make.an_initiative(**fields)


@pytest.mark.parametrize(
    ("due", "stage", "days"),
    [
        (None, Stage.PILOT, 0),
        ("2026-10-31", Stage.PILOT, 0),
        ("2026-10-30", Stage.PILOT, 1),
        ("2026-10", Stage.PILOT, 0),
        ("2026-09", Stage.SCALE, 31),
        ("2026-09", Stage.CLOSED, 0),
        ("2027", Stage.EMBED, 0),
    ],
)
def test_a_decision_is_late_after_the_last_day_it_may_fall_on(
    due: str | None, stage: Stage, days: int
) -> None:
    initiative = one(gate_due=Period(due) if due else None, stage=stage)
    assert days_overdue(initiative, TODAY) == days


@pytest.mark.parametrize(
    ("stage", "since", "due", "zombie"),
    [
        (Stage.PILOT, "2025-04", None, True),
        (Stage.PILOT, "2025-04", "2026-09", True),
        (Stage.PILOT, "2025-04", "2026-11", False),
        (Stage.PILOT, "2025-05", None, False),
        (Stage.PILOT, "2024", None, True),
        (Stage.PILOT, None, None, False),
        (Stage.SCALE, "2020", None, False),
    ],
)
def test_a_pilot_of_eighteen_months_without_a_decision_ahead_is_a_zombie(
    stage: Stage, since: str | None, due: str | None, zombie: bool
) -> None:
    initiative = one(
        stage=stage,
        stage_since=Period(since) if since else None,
        gate_due=Period(due) if due else None,
    )
    assert is_zombie(initiative, TODAY) is zombie


def test_what_was_closed_within_a_year_counts() -> None:
    rows = [
        one(stage=Stage.CLOSED, stage_since=Period("2025-10-31")),
        one(stage=Stage.CLOSED, stage_since=Period("2025-10-30")),
        one(stage=Stage.CLOSED, stage_since=None),
        one(stage=Stage.CLOSED, stage_since=Period("2026-11")),
        one(stage=Stage.PILOT, stage_since=Period("2026-09")),
    ]
    assert recently_closed(rows, TODAY) == (rows[0],)


def test_more_than_sixty_per_cent_in_one_of_several_places_is_out_of_balance() -> None:
    assert dominant([Share("a", 1, 61), Share("b", 1, 39)]) == Share("a", 1, 61)
    assert dominant([Share("a", 1, 60), Share("b", 1, 40)]) is None
    assert dominant([Share("a", 9, 100)]) is None
    assert dominant([Share("a", 1, 0), Share("b", 1, 0)]) is None
    assert dominant([]) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(Stage)),
            st.lists(st.tuples(st.integers(2020, 2035), st.integers(0, 10**13)), max_size=5),
        ),
        max_size=12,
    )
)
def test_no_krone_is_lost_in_the_balance(rows: list[tuple[Stage, list[tuple[int, int]]]]) -> None:
    known = [
        one(stage=stage, frame=tuple(Money(year, oere) for year, oere in frame))
        for stage, frame in rows
    ]
    shares = balance(known, lambda initiative: initiative.stage.value)
    assert sum(share.count for share in shares) == len(known)
    assert sum(share.oere for share in shares) == sum(map(frame_of, known))
    years = money_of(known)
    assert sum(years.values()) == sum(map(frame_of, known))
    assert list(years) == sorted(years)
