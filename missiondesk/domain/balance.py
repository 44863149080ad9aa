# SPDX-License-Identifier: Apache-2.0
"""Expenses against financing, year by year and for good (N7), and what a package costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import field

from missiondesk.domain.clause import Clause
from missiondesk.domain.financing import FinancingLine, LineKind, Package
from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.negotiation import TalksRound
from missiondesk.domain.position import TalksOption
from missiondesk.domain.situation import Situation


@dataclass(frozen=True, slots=True)
class Sum:
    """Money by year and for good, in whole øre.

    Attributes:
        unknown: How many lines do not say what they come to for good.
    """

    years: Counter[int] = field(default_factory=Counter)
    permanent: int = 0
    unknown: int = 0

    def in_year(self, year: int) -> int:
        """The amount of a year, 0 for none."""
        return self.years[year]


@dataclass(frozen=True, slots=True)
class Balance:
    """What is spent, what pays for it, and the fiscal room beside it (N7)."""

    expenses: Sum
    financing: Sum
    room: Sum

    @property
    def years(self) -> tuple[int, ...]:
        """All years in which there is an amount."""
        found = {*self.expenses.years, *self.financing.years, *self.room.years}
        return tuple(sorted(found))

    def left(self, year: int | None) -> int:
        """Financing and room less expenses, of a year or, with None, for good."""
        if year is None:
            return self.financing.permanent + self.room.permanent - self.expenses.permanent
        return self.financing.in_year(year) + self.room.in_year(year) - self.expenses.in_year(year)

    @property
    def short(self) -> tuple[int | None, ...]:
        """The years that are not covered, and None when it is not for good."""
        found: list[int | None] = [year for year in self.years if self.left(year) < 0]
        return (*found, *([None] if self.left(None) < 0 else []))


def summed(lines: Iterable[tuple[tuple[Money, ...], int | None]]) -> Sum:
    """The sum of amounts by year and for good."""
    years: Counter[int] = Counter()
    permanent = unknown = 0
    for amounts, for_good in lines:
        for one in amounts:
            years[one.year] += one.oere
        permanent += for_good or 0
        unknown += for_good is None
    return Sum(years, permanent, unknown)


def of_kind(lines: Iterable[FinancingLine], kind: LineKind) -> Sum:
    """The sum of the lines of a kind."""
    return summed((one.amounts, one.permanent) for one in lines if one.kind is kind)


def balance(now: Situation, talks_round: TalksRound | None) -> Balance:
    """All lines, with the round's fiscal room."""
    lines = now.all(FinancingLine)
    room = Sum()
    if talks_round is not None:
        room = summed([(talks_round.frame, talks_round.permanent)])
    return Balance(of_kind(lines, LineKind.EXPENSE), of_kind(lines, LineKind.FINANCING), room)


def unfunded(now: Situation) -> tuple[Clause, ...]:
    """Clauses that cost more than the lines under them pay for, in a year or for good (N7)."""
    found = []
    for clause in now.all(Clause):
        lines = now.referring(FinancingLine, "clause", clause.id)
        own = Balance(of_kind(lines, LineKind.EXPENSE), of_kind(lines, LineKind.FINANCING), Sum())
        if own.short:
            found.append(clause)
    return tuple(found)


def package_cost(now: Situation, package: Package) -> Balance:
    """What the clauses and options of a package cost, and what pays for it."""
    lines = [
        line for key in package.clauses for line in now.referring(FinancingLine, "clause", key)
    ]
    options = [one for key in package.options if (one := now.get(TalksOption, key)) is not None]
    expenses = [
        *((one.amounts, one.permanent) for one in lines if one.kind is LineKind.EXPENSE),
        *((one.amounts, one.permanent) for one in options),
    ]
    return Balance(summed(expenses), of_kind(lines, LineKind.FINANCING), Sum())
