# SPDX-License-Identifier: Apache-2.0
"""Gives what units and sourcing actions can do to what is needed, no work year twice (K1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period
from missiondesk.domain.skill import Criticality, SkillRequirement

NOTHING = Decimal(0)
_WEIGHT = {one: rank for rank, one in enumerate(Criticality)}


@dataclass(frozen=True, slots=True)
class Need:
    """A living requirement with the days on which it holds, both included."""

    requirement: SkillRequirement
    mission: str
    first: date
    last: date

    @property
    def urgency(self) -> tuple[int, date]:
        """The order in which needs are served: the critical first, then the earliest."""
        return _WEIGHT[self.requirement.criticality], self.first


@dataclass(slots=True)
class Supply:
    """Work years of one skill at one level, from one unit, or from one sourcing action.

    Attributes:
        requirement: Id of the only requirement it serves, or None when it serves the skill.
        external: Whether the skill leaves again with those who brought it.
        bounded: Whether it begins or ends; what a unit can do does neither.
    """

    level: int
    fte: Decimal
    first: date
    last: date
    requirement: str | None = None
    external: bool = False
    bounded: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """How one requirement is covered in one quarter, in work years (FTE).

    Attributes:
        need: The requirement with its mission and days.
        quarter: The calendar quarter.
        begins: First day of the need inside that quarter.
        met: Work years at the required level or above.
        below: Work years that are there at a lower level, from 1.
        external: The part of `met` and `below` that leaves the house again.
        levels: K1, Σ max(0, required level − available level) · FTE, in levels times work years; a
            work year that nobody gives has the available level 0.
    """

    need: Need
    quarter: Period
    begins: date
    met: Decimal
    below: Decimal
    external: Decimal
    levels: Decimal

    @property
    def needed(self) -> Decimal:
        """Work years that are required."""
        return self.need.requirement.fte

    @property
    def gap(self) -> Decimal:
        """Work years that nobody gives at the required level."""
        return self.needed - self.met


def allocate(
    needs: Sequence[Need], supplies: Iterable[Supply], quarter: Period, since: date
) -> list[Share]:
    """How the needs of one skill are covered in the part of a quarter from ``since`` on.

    A need counts in full in every quarter that it touches. A supply counts for a need when it is
    there throughout the days of the quarter on which the need lives, so a contract that ends before
    the need does leaves a gap in that quarter. Needs are served in the order of `Need.urgency`, and
    what one takes the next does not have. Each takes first what serves it alone, then sourcing
    actions for the skill, then units; at each, the lowest sufficient level first, so that the best
    are kept for those who need them. When all have taken, what is left below the required level
    goes in the same order to those still short: what serves a need alone, then the highest level
    first.
    """
    first, last = max(quarter.first, since), quarter.last
    living = [(max(it.first, first), min(it.last, last), it) for it in needs if _lives(it)]
    living = [it for it in living if it[0] <= it[1]]
    living.sort(key=lambda it: it[2].urgency)
    pool = _Pool(one for one in supplies if one.first <= last and one.last >= first)
    met = [pool.take(need, begins, ends) for begins, ends, need in living]
    pool.turn()
    shares = []
    for (begins, ends, need), full in zip(living, met, strict=True):
        rest = need.requirement.fte - full.fte
        partly = pool.take_below(need, begins, ends, rest) if rest > 0 else _Taken()
        levels = need.requirement.level * rest - partly.levels
        external = full.external + partly.external
        shares.append(Share(need, quarter, begins, full.fte, partly.fte, external, levels))
    return shares


def _lives(need: Need) -> bool:
    return need.requirement.fte > 0 and need.requirement.level > 0


@dataclass(slots=True)
class _Taken:
    """What a need took: work years, those that leave again, and levels times work years."""

    fte: Decimal = NOTHING
    external: Decimal = NOTHING
    levels: Decimal = NOTHING


class _Pool:
    """What is still free, in the order in which it is given."""

    def __init__(self, supplies: Iterable[Supply]) -> None:
        self._own: dict[str, list[Supply]] = {}
        shared: list[Supply] = []
        units: dict[int, Decimal] = {}
        for one in supplies:
            if one.fte <= 0 or one.level <= 0:
                continue
            if one.requirement is not None:
                self._own.setdefault(one.requirement, []).append(_copy(one))
            elif one.bounded:
                shared.append(_copy(one))
            else:
                units[one.level] = units.get(one.level, NOTHING) + one.fte
        shared.sort(key=lambda it: it.level)
        self._shared = shared + [
            Supply(level, fte, date.min, date.max, bounded=False)
            for level, fte in sorted(units.items())
        ]
        for rows in self._own.values():
            rows.sort(key=lambda it: it.level)

    def turn(self) -> None:
        """Offer the highest level first from now on, for what is taken below a required level."""
        self._shared.reverse()  # actions and units each stand by level
        self._shared.sort(key=lambda it: -it.level)
        for rows in self._own.values():
            rows.sort(key=lambda it: -it.level)

    def take(self, need: Need, first: date, last: date) -> _Taken:
        """Take work years at the required level or above."""
        required = need.requirement
        taken, rest = _Taken(), required.fte
        own = self._own.get(required.id)
        if own:
            fitting = [it for it in own if it.level >= required.level]
            rest = _drain(fitting, first, last, rest, taken)
        if rest > 0 and self._shared:
            fitting = [it for it in self._shared if it.level >= required.level]
            _drain(fitting, first, last, rest, taken)
            self._shared = [it for it in self._shared if it.fte]
        return taken

    def take_below(self, need: Need, first: date, last: date, rest: Decimal) -> _Taken:
        """Take work years below the required level."""
        required, taken = need.requirement, _Taken()
        own = self._own.get(required.id)
        if own:
            fitting = [it for it in own if it.level < required.level]
            rest = _drain(fitting, first, last, rest, taken)
        if rest > 0 and self._shared:
            fitting = [it for it in self._shared if it.level < required.level]
            _drain(fitting, first, last, rest, taken)
            self._shared = [it for it in self._shared if it.fte]
        return taken


def _drain(rows: list[Supply], first: date, last: date, rest: Decimal, taken: _Taken) -> Decimal:
    """Take up to ``rest`` from what is there on all the days; returns what is still wanted."""
    for one in rows:
        if not one.fte or one.first > first or one.last < last:
            continue
        part = min(rest, one.fte)
        one.fte -= part
        rest -= part
        taken.fte += part
        taken.levels += part * one.level
        if one.external:
            taken.external += part
        if rest <= 0:
            break
    return rest


def _copy(one: Supply) -> Supply:
    return Supply(
        one.level, one.fte, one.first, one.last, one.requirement, one.external, one.bounded
    )
