# SPDX-License-Identifier: Apache-2.0
"""Whether what the live initiatives are expected to add covers the way to the target (P5)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from missiondesk.domain import trajectory
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.metric import Direction, TargetShape
from missiondesk.domain.situation import Situation


class Cover(StrEnum):
    """How the expected contributions stand to the way that is left."""

    REACHED = "reached"
    COVERED = "covered"
    ONLY_AT_BEST = "only_at_best"
    GAP = "gap"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Contributions:
    """The contributions of a mission's live initiatives, in the unit of its key metric.

    Attributes:
        needed: Target less latest figure, signed as the metric has to move; None is unknown.
        expected: Sum of the contributions that are estimated.
        low: Sum with each at the end of its range that helps least; one without a range counts as
            expected.
        high: Sum with each at the end of its range that helps most.
        estimated: How many initiatives say what they add.
        silent: The live initiatives that do not.
        cover: The verdict.
    """

    needed: Decimal | None
    expected: Decimal
    low: Decimal
    high: Decimal
    estimated: int
    silent: tuple[Initiative, ...]
    cover: Cover

    @property
    def missing(self) -> Decimal | None:
        """What is still needed after all that is expected; None is unknown."""
        return None if self.needed is None else self.needed - self.expected


def contributions(situation: Situation, mission: str) -> Contributions:
    """Sum what the mission's live initiatives are expected to add.

    The sum covers the gap when the expected values do; "only at best" when the favourable ends of
    the ranges would. Yes/no and cumulative targets have no gap that is added up: unknown.
    """
    live = [one for one in situation.initiatives_of(mission) if one.stage is not Stage.CLOSED]
    told = [one for one in live if one.contribution is not None]
    needed = _needed(situation, mission)
    falling = needed is not None and needed < 0
    expected = sum((one.contribution for one in told if one.contribution is not None), Decimal(0))
    ends = [_ends(one) for one in told]
    sums = (sum((low for low, _ in ends), Decimal(0)), sum((high for _, high in ends), Decimal(0)))
    worst, best = (sums[1], sums[0]) if falling else sums
    silent = tuple(one for one in live if one.contribution is None)
    cover = _cover(needed, expected, best, bool(told), _reached(situation, mission))
    return Contributions(needed, expected, worst, best, len(told), silent, cover)


def riskiest(situation: Situation, mission: str) -> Initiative | None:
    """The live initiative whose assumption most hangs on: the one with the most to lose.

    What is at stake is the width of the range of its contribution, or all of it where no range is
    given, less a fifth for every level of evidence. Only initiatives that name an assumption and
    estimate a contribution are compared; equal stakes keep the order of the portfolio.
    """
    found: tuple[Decimal, Initiative] | None = None
    for one in situation.initiatives_of(mission):
        if one.stage is Stage.CLOSED or one.contribution is None or not one.riskiest_assumption:
            continue
        at_stake = stake(one)
        if found is None or at_stake > found[0]:
            found = (at_stake, one)
    return found[1] if found else None


def stake(initiative: Initiative) -> Decimal:
    """What of the contribution hangs on its assumption, in the metric's unit; see `riskiest`."""
    if initiative.contribution is None:
        return Decimal(0)
    low, high = _ends(initiative)
    width = high - low if high != low else abs(initiative.contribution)
    proof = min(max(initiative.evidence_level or 0, 0), 5)
    return width * (5 - proof) / 5


def _ends(one: Initiative) -> tuple[Decimal, Decimal]:
    value = one.contribution if one.contribution is not None else Decimal(0)
    low = value if one.contribution_low is None else one.contribution_low
    high = value if one.contribution_high is None else one.contribution_high
    return min(low, high), max(low, high)


def _needed(situation: Situation, mission: str) -> Decimal | None:
    metric = situation.metric_of(mission)
    if metric is None or metric.target_shape in (TargetShape.BINARY, TargetShape.CUMULATIVE):
        return None
    seen, goal = situation.observations_of(metric.id), trajectory.goal_level(metric)
    return goal - seen[-1].value if seen and goal is not None else None


def _reached(situation: Situation, mission: str) -> bool:
    metric, needed = situation.metric_of(mission), _needed(situation, mission)
    if metric is None or needed is None:
        return False
    if metric.direction is Direction.UP:
        return needed <= 0
    return needed >= 0 if metric.direction is Direction.DOWN else needed == 0


def _cover(
    needed: Decimal | None, expected: Decimal, best: Decimal, told: bool, reached: bool
) -> Cover:
    if needed is None:
        return Cover.UNKNOWN
    if reached:
        return Cover.REACHED
    if not told:
        return Cover.GAP
    if abs(expected) >= abs(needed) and expected * needed > 0:
        return Cover.COVERED
    if abs(best) >= abs(needed) and best * needed > 0:
        return Cover.ONLY_AT_BEST
    return Cover.GAP
