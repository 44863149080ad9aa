# SPDX-License-Identifier: Apache-2.0
"""What is needed of each skill against what is there, quarter by quarter and mission by mission."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, TypeVar
from weakref import WeakKeyDictionary

from missiondesk.domain.body import Body
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.period import Period, add_days
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import (
    Capability,
    Criticality,
    Expert,
    SkillRequirement,
    SourcingAction,
    SourcingState,
)
from missiondesk.domain.skills_allocation import NOTHING, Need, Share, Supply, allocate

# A need without an end is looked at for this many quarters, eight years.
FARTHEST: Final = 32
COUNTED: Final = (SourcingState.AGREED, SourcingState.RUNNING, SourcingState.DONE)
K = TypeVar("K", bound=Hashable)
_Cells = dict[tuple[Period, date], dict[str, Share]]


def uncovered_critical(
    situation: Situation, initiative_id: str, on: date
) -> tuple[SkillRequirement, ...]:
    """The critical requirements of an initiative with a gap from the quarter of ``on`` on (K6).

    What units can do counts, and every sourcing action that is agreed, under way or in place; a
    planned one does not. The needs of all other initiatives, missions and bodies take their part of
    it first or later by `Need.urgency`.
    """
    return tuple(
        one
        for one in situation.referring(SkillRequirement, "initiative", initiative_id)
        if one.criticality is Criticality.CRITICAL and first_gap(situation, one, on) is not None
    )


def first_gap(situation: Situation, requirement: SkillRequirement, on: date) -> Share | None:
    """The first quarter from that of ``on`` in which the requirement has a gap, or None."""
    return ledger(situation).first_gap(requirement, on)


def ledger(situation: Situation) -> SkillsLedger:
    """The needs and supplies of a situation, made once."""
    found = _LEDGERS.get(situation)
    if found is None:
        found = SkillsLedger(situation, _NEWEST[-1] if _NEWEST else None)
        _LEDGERS[situation] = found
        _NEWEST[:] = [found]
    return found


def quarters_from(day: date, count: int) -> tuple[Period, ...]:
    """The quarter of ``day`` and those after it, ``count`` in all."""
    quarters = [Period.of(day, "quarter")]
    while len(quarters) < count:
        quarters.append(Period.of(add_days(quarters[-1].last, 1), "quarter"))
    return tuple(quarters[:count])


def total(
    shares: Iterable[Share],
    by: Callable[[Share], K],
    of: Callable[[Share], Decimal] = lambda it: it.gap,
) -> dict[K, Decimal]:
    """Sums of shares by any key; all sums over the same shares agree, for they are exact."""
    sums: defaultdict[K, Decimal] = defaultdict(lambda: NOTHING)
    for one in shares:
        sums[by(one)] += of(one)
    return dict(sums)


class SkillsLedger:
    """Living needs and counted supplies of each skill.

    A need lives from `needed_from` to `needed_to`, until its body ends, and never when its
    initiative is closed or its mission achieved or closed. What a unit can do counts at all times:
    units are assessed as they are. A sourcing action that is agreed, under way or in place counts
    from its start to its end, and not beyond its expert's contract; one that is only agreed and has
    no start counts from no day at all.
    """

    def __init__(self, situation: Situation, former: SkillsLedger | None = None) -> None:
        """Read the situation.

        Args:
            former: What it reckoned of skills about which nothing was changed since is kept.
        """
        # No reference to the situation is kept: the ledger dies with it.
        self.today = situation.today
        self.needs: dict[str, list[Need]] = {}
        self.supplies: dict[str, list[Supply]] = {}
        for need in _needs(situation):
            self.needs.setdefault(need.requirement.skill, []).append(need)
        for skill, supply in _supplies(situation):
            self.supplies.setdefault(skill, []).append(supply)
        self._by_id = {it.requirement.id: it for rows in self.needs.values() for it in rows}
        self._cells: dict[str, _Cells] = {}
        self._asked: tuple[tuple[date, int], tuple[Share, ...]] | None = None
        if former is not None:
            for skill, cells in former._cells.items():
                needs, supplies = former.needs.get(skill), former.supplies.get(skill)
                if (needs, supplies) == (self.needs.get(skill), self.supplies.get(skill)):
                    self._cells[skill] = cells

    def cell(self, skill: str, quarter: Period, since: date) -> dict[str, Share]:
        """The shares of one skill in one quarter from ``since`` on, by requirement; made once."""
        cells = self._cells.setdefault(skill, {})
        key = (quarter, max(since, quarter.first))
        found = cells.get(key)
        if found is None:
            needs, supplies = self.needs.get(skill, ()), self.supplies.get(skill, ())
            made = allocate(needs, supplies, quarter, key[1])
            found = cells[key] = {one.need.requirement.id: one for one in made}
        return found

    def shares(self, since: date, count: int) -> tuple[Share, ...]:
        """The shares of all needs in ``count`` quarters, the first of them begun on ``since``; what
        was asked for last is kept.
        """
        if self._asked is None or self._asked[0] != (since, count):
            quarters = quarters_from(since, count)
            found = tuple(
                share
                for skill in self.needs
                for quarter in quarters
                for share in self.cell(skill, quarter, since).values()
            )
            self._asked = ((since, count), found)
        return self._asked[1]

    @cached_property
    def year_ahead(self) -> tuple[Share, ...]:
        """The shares of today's quarter and the four after it, from today on."""
        return self.shares(self.today, 5)

    def ahead(self, requirement: SkillRequirement, on: date) -> Iterator[Share]:
        """The requirement's shares from the quarter of ``on`` to its end, none before today."""
        need = self._by_id.get(requirement.id)
        since = max(Period.of(on, "quarter").first, min(on, self.today))
        if need is None:
            return
        for quarter in quarters_from(since, FARTHEST):
            if quarter.first > need.last:
                return
            share = self.cell(requirement.skill, quarter, since).get(requirement.id)
            if share is not None:
                yield share

    def first_gap(self, requirement: SkillRequirement, on: date) -> Share | None:
        """The first quarter from that of ``on`` in which the requirement has a gap, or None."""
        return next((one for one in self.ahead(requirement, on) if one.gap > 0), None)


_LEDGERS: WeakKeyDictionary[Situation, SkillsLedger] = WeakKeyDictionary()
# The one made last, for the next: a Step seldom changes more than one skill.
_NEWEST: list[SkillsLedger] = []


def mission_of(situation: Situation, requirement: SkillRequirement) -> str:
    """Id of the mission for which it is needed, also through initiative or body, or ""."""
    initiative = situation.get(Initiative, requirement.initiative)
    body = situation.get(Body, requirement.body)
    through = initiative or body
    return requirement.mission or (through.mission if through else None) or ""


def days_of(first: Period | None, last: Period | None) -> tuple[date, date]:
    """First and last day of a span; an open side reaches to the end of the calendar."""
    return (first.first if first else date.min), (last.last if last else date.max)


def sourcing_days(situation: Situation, action: SourcingAction) -> tuple[date, date] | None:
    """The days on which a sourcing action counts, or None when it does not count at all."""
    if action.state not in COUNTED:
        return None
    if action.start is None and action.state is SourcingState.AGREED:
        return None
    first, last = days_of(action.start, action.end)
    expert = situation.get(Expert, action.expert)
    if expert is not None:
        begins, ends = days_of(expert.contract_from, expert.contract_to)
        first, last = max(first, begins), min(last, ends)
    return (first, last) if first <= last else None


def _needs(situation: Situation) -> Iterator[Need]:
    for one in situation.all(SkillRequirement):
        initiative = situation.get(Initiative, one.initiative)
        if initiative is not None and initiative.stage is Stage.CLOSED:
            continue
        mission = mission_of(situation, one)
        served = situation.get(Mission, mission)
        if served is not None and served.state in (MissionState.ACHIEVED, MissionState.CLOSED):
            continue
        first, last = days_of(one.needed_from, one.needed_to)
        body = situation.get(Body, one.body)
        if body is not None and body.valid_to is not None:
            last = min(last, body.valid_to.last)
        if first <= last:
            yield Need(one, mission, first, last)


def _supplies(situation: Situation) -> Iterator[tuple[str, Supply]]:
    for unit in situation.all(Capability):
        yield unit.skill, Supply(unit.level, unit.fte, date.min, date.max, bounded=False)
    for action in situation.all(SourcingAction):
        days = sourcing_days(situation, action)
        if days is not None:
            yield (
                action.skill,
                Supply(
                    action.level,
                    action.fte,
                    *days,
                    requirement=action.requirement,
                    external=action.kind.external,
                ),
            )
