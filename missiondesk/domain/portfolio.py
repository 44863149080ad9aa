# SPDX-License-Identifier: Apache-2.0
"""Rules of an active portfolio: gates that are overdue, pilots that never end, and its balance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import add_months

ZOMBIE_MONTHS: Final = 18  # P4: a pilot longer than this without a decision ahead
GRACE_DAYS: Final = 30  # P2: a gate overdue by more cannot be shown as in good order
LARGEST_SHARE: Final = 60  # P6: per cent of the money in one cell
CLOSED_MONTHS: Final = 12  # P6: a living portfolio has closed something within this time


@dataclass(frozen=True, slots=True)
class Share:
    """One cell of the portfolio's balance.

    Attributes:
        key: What the cell is: a stage, an instrument, the id of a ministry; "" is unknown.
        count: Initiatives in it.
        oere: Their frames over all years, in øre.
    """

    key: str
    count: int
    oere: int


def money_of(initiatives: Iterable[Initiative]) -> dict[int, int]:
    """Øre by year over all frames, the years in order."""
    found: dict[int, int] = {}
    for one in initiatives:
        for money in one.frame:
            found[money.year] = found.get(money.year, 0) + money.oere
    return dict(sorted(found.items()))


def frame_of(initiative: Initiative) -> int:
    """The whole frame in øre."""
    whole = 0
    for money in initiative.frame:  # half the time of sum(), and there are thousands
        whole += money.oere
    return whole


def days_overdue(initiative: Initiative, today: date) -> int:
    """Days since the last day on which the next decision should have been taken; 0 when it is not
    late, when there is no date, and once the initiative is closed.
    """
    if initiative.stage is Stage.CLOSED or initiative.gate_due is None:
        return 0
    return max(0, (today - initiative.gate_due.last).days)


def is_zombie(initiative: Initiative, today: date) -> bool:
    """A pilot for more than 18 months with no decision ahead of it (P4)."""
    if initiative.stage is not Stage.PILOT or initiative.stage_since is None:
        return False
    if initiative.gate_due is not None and initiative.gate_due.last >= today:
        return False
    return add_months(initiative.stage_since.last, ZOMBIE_MONTHS) < today


def recently_closed(initiatives: Iterable[Initiative], today: date) -> tuple[Initiative, ...]:
    """Initiatives closed within the last twelve months (P6)."""
    since = add_months(today, -CLOSED_MONTHS)
    return tuple(
        one
        for one in initiatives
        if one.stage is Stage.CLOSED
        and one.stage_since is not None
        and since <= one.stage_since.last
        and one.stage_since.first <= today
    )


def balance(
    initiatives: Iterable[Initiative], cell: Callable[[Initiative], str]
) -> tuple[Share, ...]:
    """Count and money by cell (P6), the cells in the order in which they first come."""
    counts: dict[str, int] = {}
    money: dict[str, int] = {}
    for one in initiatives:
        key = cell(one)
        counts[key] = counts.get(key, 0) + 1
        money[key] = money.get(key, 0) + frame_of(one)
    return tuple(Share(key, counts[key], money[key]) for key in counts)


def dominant(shares: Iterable[Share]) -> Share | None:
    """The cell that holds more than 60 per cent of the money (P6), or None; a cell that is the
    only one says nothing.
    """
    known = tuple(shares)
    whole = sum(one.oere for one in known)
    if len(known) < 2 or whole <= 0:
        return None
    return next((one for one in known if one.oere * 100 > whole * LARGEST_SHARE), None)
