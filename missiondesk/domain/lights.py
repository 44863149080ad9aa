# SPDX-License-Identifier: Apache-2.0
"""The Danish traffic lights of an initiative: cost and schedule computed by the tolerances of the
state's project model, benefits and the whole judged by people.
"""

from __future__ import annotations

import calendar
from datetime import date
from typing import Final

from missiondesk.domain.initiative import Initiative, Light
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import add_months
from missiondesk.domain.portfolio import GRACE_DAYS, days_overdue

COST_SHARE: Final = 10  # per cent over the baseline; more is red
COST_OERE: Final = 6_000_000_00  # DKK 6 million over the baseline; more is red
LATE_MONTHS: Final = 3  # months after the baseline's end; more is red
SOME_MONTHS: Final = 1  # months after the baseline's end; from here on it is yellow
_LONGEST: Final = 1200  # months; nothing is counted further
_RANK: Final = {light: rank for rank, light in enumerate(Light)}


@dataclass(frozen=True, slots=True)
class Lights:
    """All lights of one initiative; None is unknown.

    Attributes:
        worst: The worst of cost, schedule and benefits.
        overall: People's own judgement of the whole.
        shown: What is shown: people's judgement, else the worst, but never green while a decision
            is overdue by more than thirty days (P2).
        held_back: Whether that rule took a green away.
    """

    cost: Light | None
    schedule: Light | None
    benefit: Light | None
    worst: Light | None
    overall: Light | None
    shown: Light | None
    held_back: bool = False


def lights_of(initiative: Initiative, today: date) -> Lights:
    """The lights as of a day."""
    cost, schedule = cost_light(initiative), schedule_light(initiative)
    computed = worst(cost, schedule, initiative.benefit_light)
    wanted = initiative.overall_light or computed
    overdue = days_overdue(initiative, today) > GRACE_DAYS
    held_back = overdue and wanted is Light.GREEN
    return Lights(
        cost,
        schedule,
        initiative.benefit_light,
        computed,
        initiative.overall_light,
        Light.YELLOW if held_back else wanted,
        held_back,
    )


def worst(*lights: Light | None) -> Light | None:
    """The worst of those that are known, or None."""
    found: Light | None = None
    for one in lights:
        if one is not None and (found is None or _RANK[one] > _RANK[found]):
            found = one
    return found


def overrun(initiative: Initiative) -> int | None:
    """By how much it is expected to cost more than decided, in hundredths of its currency; less
    than nothing when it becomes cheaper, None when either is unknown.
    """
    if initiative.baseline_cost is None or initiative.forecast_cost is None:
        return None
    return initiative.forecast_cost - initiative.baseline_cost


def cost_light(initiative: Initiative) -> Light | None:
    """Red when the expected overrun is more than 10 per cent of the baseline or more than DKK 6
    million, yellow for any smaller one, green for none. The bound itself is yellow.

    Six million is an amount in kroner: in another currency only the percentage decides.
    """
    more = overrun(initiative)
    if more is None or initiative.baseline_cost is None:
        return None
    if more <= 0:
        return Light.GREEN
    if more * 100 > initiative.baseline_cost * COST_SHARE:
        return Light.RED
    if in_kroner(initiative) and more > COST_OERE:
        return Light.RED
    return Light.YELLOW


def in_kroner(initiative: Initiative) -> bool:
    """Whether its costs are in Danish kroner."""
    return initiative.currency.strip().upper() in ("", "DKK")


def schedule_light(initiative: Initiative) -> Light | None:
    """Red when the expected end lies more than three months after the one decided, yellow from one
    month on, green below. Three months exactly are yellow.
    """
    if initiative.baseline_end is None or initiative.end is None:
        return None
    decided, expected = initiative.baseline_end.last, initiative.end.last
    if expected > months_after(decided, LATE_MONTHS):
        return Light.RED
    if expected >= months_after(decided, SOME_MONTHS):
        return Light.YELLOW
    return Light.GREEN


def months_late(initiative: Initiative) -> int | None:
    """Whole months from the last day of the end decided to the last day of the one expected; 0
    when it is not late by a whole month, None when either is unknown.
    """
    if initiative.baseline_end is None or initiative.end is None:
        return None
    decided, expected = initiative.baseline_end.last, initiative.end.last
    count = (expected.year - decided.year) * 12 + expected.month - decided.month
    count = min(max(count, 0), _LONGEST)
    if count and months_after(decided, count) > expected:
        count -= 1
    return count


def months_after(day: date, months: int) -> date:
    """The same day ``months`` later; from the last day of a month the last day of that month, so
    that the end of May is three months after the end of February.
    """
    found = add_months(day, months)
    if day.day == calendar.monthrange(day.year, day.month)[1] and found not in (date.max, date.min):
        return found.replace(day=calendar.monthrange(found.year, found.month)[1])
    return found
