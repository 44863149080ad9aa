# SPDX-License-Identifier: Apache-2.0
"""The evenly spaced part of a metric's figures, for nothing else can be carried on in steps."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Observation
from missiondesk.domain.period import Period, add_months

FEWEST: Final = 4


@dataclass(frozen=True, slots=True)
class Regular:
    """Figures at even distances, oldest first.

    Attributes:
        months: Distance between two of them.
        last: Period of the newest.
        same_part: They are the same part of each year, though there are more figures.
    """

    values: tuple[float, ...]
    months: int
    last: Period
    same_part: bool

    def period_after(self, steps: int) -> Period:
        """The period ``steps`` after the newest figure's."""
        return Period.of(add_months(self.last.first, self.months * steps), self.last.precision)


def regular(observations: tuple[Observation, ...]) -> Regular | Message:
    """The longest evenly spaced run that ends with the newest figure, or why there is none.

    Figures of another precision than the newest are left out. Of several figures a year the same
    part of each year is taken when that makes four.
    """
    rows = sorted(observations, key=lambda seen: seen.period.last)
    if len(rows) < FEWEST:
        return message(N_("A forecast needs at least {count} figures."), count=FEWEST)
    newest = rows[-1].period
    if newest.precision == "week":
        return message(N_("Weekly figures are not forecast."))
    alike = [one for one in rows if one.period.precision == newest.precision]
    yearly = [one for one in alike if one.period.first.month == newest.first.month]
    if len(yearly) < len(alike):
        run = _run(yearly)
        if len(run) >= FEWEST and _distance(run) % 12 == 0:
            return _made(run, same_part=True)
    run = _run(alike)
    if len(run) < FEWEST:
        text = N_("The figures are unevenly spaced: fewer than {count} in a row lie evenly apart.")
        return message(text, count=FEWEST)
    return _made(run, same_part=False)


def _month(seen: Observation) -> int:
    return seen.period.first.year * 12 + seen.period.first.month


def _distance(run: list[Observation]) -> int:
    return _month(run[-1]) - _month(run[-2])


def _run(rows: list[Observation]) -> list[Observation]:
    if len(rows) < 2:
        return rows
    gap, start = _distance(rows), len(rows) - 2
    if gap <= 0:
        return rows[-1:]
    while start > 0 and _month(rows[start]) - _month(rows[start - 1]) == gap:
        start -= 1
    return rows[start:]


def _made(run: list[Observation], same_part: bool) -> Regular:
    values = tuple(float(one.value) for one in run)
    return Regular(values, _distance(run), run[-1].period, same_part)
