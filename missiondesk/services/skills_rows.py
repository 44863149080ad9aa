# SPDX-License-Identifier: Apache-2.0
"""Needs, units and quarters of skills as rows, for the page, the plan and the letter's annex."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import Final

from missiondesk.domain.body import Body
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry
from missiondesk.domain.period import Period, add_months
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import (
    Capability,
    Criticality,
    Skill,
    SkillRequirement,
    SourcingAction,
)
from missiondesk.domain.skills_allocation import NOTHING, Share
from missiondesk.domain.skills_gap import ledger, mission_of, sourcing_days
from missiondesk.language import Translator, sort_key
from missiondesk.services.naming import name_of

QUARTERS: Final = 8  # two years are looked at
STALE_MONTHS: Final = 12  # an older assessment is said to be old
_WEIGHTS: Final = {one: place for place, one in enumerate(Criticality)}


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One requirement with what became of it in the two years ahead.

    Attributes:
        owner: The mission, initiative or body that needs it.
        mission: Id of the mission for which it is needed, also through the owner, or "".
        gap: Most work years that are lacking in a quarter ahead.
        since: First quarter with a gap, or None.
        live: Whether it is reckoned with at all: not over, its initiative and mission not closed.
    """

    requirement: SkillRequirement
    skill: Skill | None
    owner: Entity | None
    mission: str
    gap: Decimal = NOTHING
    since: Period | None = None
    live: bool = True

    @property
    def id(self) -> str:
        """Id of the requirement."""
        return self.requirement.id

    @property
    def critical(self) -> bool:
        """Whether much hangs on it."""
        return self.requirement.criticality is Criticality.CRITICAL


def need_rows(now: Situation, mission: str | None = None) -> tuple[NeedRow, ...]:
    """All requirements, or those of one mission: the uncovered critical ones first."""
    gaps: dict[str, list[tuple[Decimal, Period]]] = {}
    for share in ledger(now).shares(now.today, QUARTERS):
        short = gaps.setdefault(share.need.requirement.id, [])
        if (gap := share.gap) > 0:
            short.append((gap, share.quarter))
    rows = []
    for one in now.all(SkillRequirement):
        served = mission_of(now, one)
        if mission is None or served == mission:
            rows.append(_need(now, one, served, gaps.get(one.id)))
    return tuple(sorted(rows, key=lambda it: _order(it)))


def _need(
    now: Situation,
    one: SkillRequirement,
    mission: str,
    short: list[tuple[Decimal, Period]] | None,
) -> NeedRow:
    owner = (
        now.get(Initiative, one.initiative)
        or now.get(Body, one.body)
        or now.get(Mission, one.mission)
    )
    return NeedRow(
        one,
        now.get(Skill, one.skill),
        owner,
        mission,
        max((gap for gap, _quarter in short or ()), default=NOTHING),
        short[0][1] if short else None,
        short is not None,
    )


def _order(row: NeedRow) -> tuple[object, ...]:
    weight = _WEIGHTS[row.requirement.criticality]
    code = getattr(row.owner, "code", "") if row.owner is not None else ""
    label = row.skill.label.da if row.skill is not None else ""
    return (not row.live, weight, row.gap <= 0, sort_key(code, "da"), sort_key(label, "da"))


@dataclass(frozen=True, slots=True)
class SkillUnit:
    """A unit or role of a ministry, as a column of the heat map."""

    name: str
    ministry: str

    @property
    def key(self) -> str:
        """By which its column is found."""
        return f"{self.ministry}\t{self.name.strip().casefold()}"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What one unit can do of one skill.

    Attributes:
        below: Levels below the target; 0 at or above it, or while there is no target.
        old: Whether it was assessed more than twelve months ago, or at an unknown date.
    """

    capability: Capability
    below: int
    old: bool


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One skill over all units.

    Attributes:
        target: Highest level that is needed, the critical needs before all others; 0 for none.
        people: How many people hold it at the target; None when a unit does not say.
        gap: Most work years that are lacking in a quarter of the two years ahead.
    """

    skill: Skill
    target: int
    critical: bool
    people: int | None
    cells: tuple[HeatCell | None, ...]
    gap: Decimal = NOTHING

    @property
    def single(self) -> bool:
        """Whether a critical skill rests on fewer than two people (K3)."""
        return self.critical and self.people is not None and self.people < 2


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Skills that are needed or held, over the units that were assessed."""

    units: tuple[SkillUnit, ...]
    ministries: tuple[Ministry | None, ...]
    rows: tuple[HeatRow, ...]


def heat_map(now: Situation, mission: str | None = None) -> HeatMap:
    """The map of all that is needed or held, or only of what one mission needs."""
    needs: defaultdict[str, list[SkillRequirement]] = defaultdict(list)
    for skill, rows in ledger(now).needs.items():
        for one in rows:
            if one.last >= now.today and mission in (None, one.mission):
                needs[skill].append(one.requirement)
    held: defaultdict[str, dict[str, Capability]] = defaultdict(dict)
    units: dict[str, SkillUnit] = {}
    for able in now.all(Capability):
        if mission is None or able.skill in needs:
            unit = SkillUnit(able.unit, able.ministry or "")
            units.setdefault(unit.key, unit)
            held[able.skill][unit.key] = able
    ordered = sorted(units.values(), key=lambda it: (_ministry_order(now, it), it.name))
    skills = [one for one in now.all(Skill) if one.id in needs or one.id in held]
    _, lacking = gaps_by_skill(now, shares_of(now, mission))
    gaps = {it.skill.id: max(it.gaps) for it in lacking if it.skill is not None}
    found = [
        replace(
            _heat_row(now, one, needs[one.id], held[one.id], ordered),
            gap=gaps.get(one.id, NOTHING),
        )
        for one in skills
    ]
    found.sort(key=lambda it: (not it.critical, not it.target, sort_key(it.skill.code, "da")))
    ministries = tuple(now.get(Ministry, it.ministry) for it in ordered)
    return HeatMap(tuple(ordered), ministries, tuple(found))


def _ministry_order(now: Situation, unit: SkillUnit) -> str:
    found = now.get(Ministry, unit.ministry)
    return sort_key(found.name.da if found else "\uffff", "da")


def _heat_row(
    now: Situation,
    skill: Skill,
    needs: list[SkillRequirement],
    held: dict[str, Capability],
    units: list[SkillUnit],
) -> HeatRow:
    critical = [one.level for one in needs if one.criticality is Criticality.CRITICAL]
    target = max(critical or [one.level for one in needs], default=0)
    counted = [one for one in held.values() if one.level >= target and one.fte > 0]
    heads: list[int | None] = [one.headcount for one in counted]
    for action in now.referring(SourcingAction, "skill", skill.id):
        days = sourcing_days(now, action)
        if days and days[0] <= now.today <= days[1] and action.level >= target:
            heads.append(action.headcount)
    people = None if None in heads else sum(one or 0 for one in heads)
    cells = tuple(_cell(now, held.get(unit.key), target) for unit in units)
    return HeatRow(skill, target, bool(critical), people, cells)


def _cell(now: Situation, one: Capability | None, target: int) -> HeatCell | None:
    if one is None:
        return None
    return HeatCell(one, max(0, target - one.level), is_old(now, one))


def is_old(now: Situation, one: Capability) -> bool:
    """Whether a unit was assessed more than twelve months ago, or nobody knows when."""
    if one.assessed is None:
        return True
    return add_months(one.assessed.last, STALE_MONTHS) < now.today


@dataclass(frozen=True, slots=True)
class QuarterSum:
    """All needs of one quarter, in work years.

    Attributes:
        met: There at the required level or above; `below` at a lower one; the rest is missing.
        external: The part of both that leaves the house again.
        levels: K1: missing levels times work years.
        critical: Work years missing of critical needs.
    """

    quarter: Period
    needed: Decimal = NOTHING
    met: Decimal = NOTHING
    below: Decimal = NOTHING
    external: Decimal = NOTHING
    levels: Decimal = NOTHING
    critical: Decimal = NOTHING

    @property
    def gap(self) -> Decimal:
        """Work years that are not there at the required level."""
        return self.needed - self.met


def quarter_sums(shares: tuple[Share, ...]) -> tuple[QuarterSum, ...]:
    """The shares by quarter, the earliest first."""
    found: dict[Period, list[Share]] = {}
    for one in shares:
        found.setdefault(one.quarter, []).append(one)
    return tuple(
        _sum(quarter, found[quarter]) for quarter in sorted(found, key=lambda it: it.first)
    )


def _sum(quarter: Period, rows: list[Share]) -> QuarterSum:
    needed = met = below = external = levels = critical = NOTHING
    for it in rows:  # one pass: there are thousands
        needed += it.needed
        met += it.met
        below += it.below
        external += it.external
        levels += it.levels
        if it.need.requirement.criticality is Criticality.CRITICAL:
            critical += it.gap
    return QuarterSum(quarter, needed, met, below, external, levels, critical)


def shares_of(now: Situation, mission: str | None = None) -> tuple[Share, ...]:
    """The shares of the two years ahead, of all missions or of one."""
    found = ledger(now).shares(now.today, QUARTERS)
    return found if mission is None else tuple(it for it in found if it.need.mission == mission)


def uncovered(now: Situation) -> frozenset[str]:
    """Ids of the skills of which a critical need is not covered in the two years ahead."""
    critical = Criticality.CRITICAL
    return frozenset(
        need.skill
        for one in shares_of(now)
        if (need := one.need.requirement).criticality is critical and one.gap > 0
    )


@dataclass(frozen=True, slots=True)
class SkillGap:
    """The work years missing of one skill, quarter by quarter from today's on."""

    skill: Skill | None
    gaps: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """The quarters together, in work years times quarters."""
        return sum(self.gaps, NOTHING)


def gaps_by_skill(
    now: Situation, shares: tuple[Share, ...]
) -> tuple[tuple[Period, ...], tuple[SkillGap, ...]]:
    """The quarters, and the skills that lack anything in them, the largest gap first."""
    quarters = tuple(sorted({it.quarter for it in shares}, key=lambda it: it.first))
    place = {one: at for at, one in enumerate(quarters)}
    sums: defaultdict[str, list[Decimal]] = defaultdict(lambda: [NOTHING] * len(quarters))
    for one in shares:
        if (gap := one.gap) > 0:
            sums[one.need.requirement.skill][place[one.quarter]] += gap
    found = [SkillGap(now.get(Skill, key), tuple(row)) for key, row in sums.items()]
    return quarters, tuple(sorted(found, key=lambda it: -it.total))


def owner_name(row: NeedRow, tr: Translator) -> str:
    """Who needs it, as staff say it."""
    return name_of(row.owner, tr.lang) if row.owner is not None else ""


def unit_name(now: Situation, one: Capability) -> str:
    """Ministry and unit, "BM Analyse og effekt"."""
    ministry = now.get(Ministry, one.ministry)
    return " ".join(part for part in (ministry.code if ministry else "", one.unit) if part)
