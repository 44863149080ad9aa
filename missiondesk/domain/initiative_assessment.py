# SPDX-License-Identifier: Apache-2.0
"""What people judged of an initiative in a half-year, kept so that the next stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from missiondesk.domain.initiative import Light
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class InitiativeAssessment:
    """The light of the whole that people gave an initiative in one half-year; one for each.

    Attributes:
        period: The half-year, "2026-H2".
        note: Why.
    """

    id: str
    initiative: str = ""
    period: Period = Period("2000-H1")
    light: Light = Light.GREEN
    note: str = ""
    assessor: str = ""


def half_year_of(day: date) -> Period:
    """The half-year in which a day lies."""
    return Period(f"{day.year}-H{1 if day.month <= 6 else 2}")


def red_half_years(
    kept: Sequence[InitiativeAssessment], light: Light | None, today: date
) -> tuple[Period, ...]:
    """The half-years, newest first, in which it was judged red without a break.

    Args:
        kept: All that was kept of one initiative.
        light: The judgement of today; it stands for this half-year while nothing was kept of it.
    """
    judged = {one.period: one.light for one in kept}
    if light is not None:
        judged.setdefault(half_year_of(today), light)
    found: list[Period] = []
    for period in sorted(judged, key=lambda it: it.last, reverse=True):
        if judged[period] is not Light.RED:
            break
        found.append(period)
    return tuple(found)
