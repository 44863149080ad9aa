# SPDX-License-Identifier: Apache-2.0
"""Whether the initiatives reach the target, and on which assumption most hangs (P5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from missiondesk.domain.contribution import Cover, contributions, riskiest, stake
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.metric import Direction, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from tests.builders import a_metric, a_mission, an_initiative, an_observation

MISSION = a_mission()
D = Decimal


def situation(*initiatives: Initiative, latest: str | None = "6.0", **metric: Any) -> Situation:
    """A mission that has to fall from 6 to 4."""
    fields = {"baseline_value": D("7.0"), "target_value": D("4.0"), "decimals": 1}
    key = a_metric(mission=MISSION.id, **fields | metric)
    records: list[Entity] = [MISSION, key, *initiatives]
    if latest is not None:
        records.append(an_observation(metric=key.id, period=Period("2025"), value=D(latest)))
    kinds = {type(one) for one in records}
    return Situation(
        {kind: tuple(one for one in records if type(one) is kind) for kind in kinds},
        date(2026, 11, 2),
    )


def adds(value: str | None, low: str | None = None, high: str | None = None, **fields: Any) -> Any:
    ends = {"contribution_low": low and D(low), "contribution_high": high and D(high)}
    given = None if value is None else D(value)
    return an_initiative(mission=MISSION.id, contribution=given, **ends, **fields)


@pytest.mark.parametrize(
    ("initiatives", "cover"),
    [
        ((adds("-1.5"), adds("-0.5")), Cover.COVERED),
        ((adds("-1.5", "-1.0", "-2.0"),), Cover.ONLY_AT_BEST),
        ((adds("-1.5", "-1.0", "-1.9"),), Cover.GAP),
        ((adds("2.5"),), Cover.GAP),  # away from the target
        ((adds(None),), Cover.GAP),
        ((), Cover.GAP),
    ],
)
def test_the_sum_is_held_against_the_way_that_is_left(
    initiatives: tuple[Initiative, ...], cover: Cover
) -> None:
    assert contributions(situation(*initiatives), MISSION.id).cover is cover


def test_a_closed_initiative_adds_nothing_and_a_silent_one_is_named() -> None:
    silent = adds(None)
    sums = contributions(situation(adds("-2", stage=Stage.CLOSED), adds("-1"), silent), MISSION.id)
    assert (sums.needed, sums.expected, sums.missing) == (D("-2.0"), D(-1), D("-1.0"))
    assert (sums.estimated, sums.silent) == (1, (silent,))


def test_the_ends_of_the_ranges_are_the_least_and_the_most_helpful() -> None:
    sums = contributions(situation(adds("-1", "-1.5", "-0.5"), adds("-0.2")), MISSION.id)
    assert (sums.low, sums.high) == (D("-0.7"), D("-1.7"))


@pytest.mark.parametrize(
    "fields",
    [{"latest": None}, {"target_shape": TargetShape.CUMULATIVE}, {"target_value": None}],
)
def test_what_cannot_be_added_up_is_unknown(fields: dict[str, Any]) -> None:
    assert contributions(situation(adds("-1"), **fields), MISSION.id).cover is Cover.UNKNOWN


def test_a_target_that_is_reached_needs_nothing() -> None:
    assert contributions(situation(latest="3.9"), MISSION.id).cover is Cover.REACHED
    up = situation(latest="8", direction=Direction.UP, target_value=D(7))
    assert contributions(up, MISSION.id).cover is Cover.REACHED


def test_the_riskiest_assumption_is_that_with_most_at_stake() -> None:
    word = Wording("Kommunerne kan nå det")
    sure = adds("-3", riskiest_assumption=word, evidence_level=5, code="A")
    wide = adds("-1", "-0.5", "-2.0", riskiest_assumption=word, evidence_level=1, code="B")
    bare = adds("-1", riskiest_assumption=word, code="C")
    unsaid = adds("-9", code="D")
    assert (stake(sure), stake(wide), stake(bare)) == (D(0), D("1.2"), D(1))
    assert riskiest(situation(sure, wide, bare, unsaid), MISSION.id) == wide
    assert riskiest(situation(unsaid), MISSION.id) is None
