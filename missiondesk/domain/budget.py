# SPDX-License-Identifier: Apache-2.0
"""Sums of budget lines that never round apart, held against the frames of the initiatives (P10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.initiative import Initiative, Money
from missiondesk.domain.late_dataclass import dataclass

_OERE_A_MILLION_DIGITS = 8  # a million kroner is 10**8 øre
_FEWEST_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Excess:
    """One year in which an initiative's lines exceed its frame.

    Attributes:
        lines: Sum of the lines in øre.
        frame: The frame in øre; 0 where the year has none.
    """

    year: int
    lines: int
    frame: int


def by_year(amounts: Iterable[Money]) -> dict[int, int]:
    """Øre by year, the years in order."""
    found: dict[int, int] = {}
    for money in amounts:
        found[money.year] = found.get(money.year, 0) + money.oere
    return dict(sorted(found.items()))


def lines_by_year(lines: Iterable[BudgetLine]) -> dict[int, int]:
    """Øre by year over all lines, the years in order."""
    return by_year(money for line in lines for money in line.amounts)


def permanent(lines: Iterable[BudgetLine]) -> int:
    """Øre a year that stay for good (varigt) over all lines."""
    return sum(line.permanent or 0 for line in lines)


def excesses(initiative: Initiative, lines: Iterable[BudgetLine]) -> tuple[Excess, ...]:
    """The years in which the lines exceed the frame (P10), in order; an initiative without any
    frame is not held against one.
    """
    frame = by_year(initiative.frame)
    if not frame:
        return ()
    return tuple(
        Excess(year, oere, frame.get(year, 0))
        for year, oere in lines_by_year(lines).items()
        if oere > frame.get(year, 0)
    )


def exact_decimals(amounts: Iterable[int]) -> int:
    """The fewest decimals, one at least, in which every amount is exact in millions of kroner.

    A table written with them adds up to the last digit, so its sums never round apart.

    Args:
        amounts: In øre.

    Returns:
        1 to 8.
    """
    most = _FEWEST_DECIMALS
    for oere in amounts:
        while most < _OERE_A_MILLION_DIGITS and oere % 10 ** (_OERE_A_MILLION_DIGITS - most):
            most += 1
    return most


def spent_over_frame(initiative: Initiative) -> Mapping[int, int]:
    """Øre spent beyond the frame by year; empty when nothing is, or there is no frame."""
    frame = by_year(initiative.frame)
    if not frame:
        return {}
    spent = by_year(initiative.spent)
    return {
        year: oere - frame.get(year, 0) for year, oere in spent.items() if oere > frame.get(year, 0)
    }
