# SPDX-License-Identifier: Apache-2.0
"""When a metric's next figure should come, and whether the newest one is still current."""

from __future__ import annotations

import calendar
from datetime import date

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.period import Period, add_months


class Freshness(Worded):
    """How current the newest figure is."""

    CURRENT = "current", N_("Current")
    OVERDUE = "overdue", N_("New figure overdue")
    STALE = "stale", N_("No current data")
    UNKNOWN = "unknown", N_("No publication rule")

    @property
    def symbol(self) -> str:
        """Sign that stands before the word, so that colour is never alone (D8)."""
        return {"current": "✓", "overdue": "▲", "stale": "○", "unknown": "–"}[self.value]

    @property
    def tone(self) -> str:
        """Name of its colour: amber once overdue, grey once there is no current figure."""
        return {"current": "good", "overdue": "wait"}.get(self.value, "unknown")


@dataclass(frozen=True, slots=True)
class DataAge:
    """How old the newest figure is on a day.

    Attributes:
        expected: When the next figure should be out, or None without a rule.
        announced: The publisher has named that day; otherwise it follows from the rule.
        months: Whole months from the end of the newest figure's period to the day; None without
            a figure.
    """

    freshness: Freshness
    expected: date | None
    announced: bool
    months: int | None


def next_publication(metric: OutcomeMetric, latest: Observation | None) -> date | None:
    """When the next figure should be out: as announced, else last period + periodicity + delay,
    rounded to the end of that month; None without a rule.
    """
    announced = _announced(metric, latest)
    if announced is not None:
        return announced
    months = metric.periodicity.months if metric.periodicity else None
    if latest is None or months is None or metric.delay_months is None:
        return None
    return _month_end(add_months(latest.period.last, months + metric.delay_months))


def _announced(metric: OutcomeMetric, latest: Observation | None) -> date | None:
    """The announced day, unless the newest figure is the one that was announced."""
    if metric.next_release is None:
        return None
    day = metric.next_release.last
    if latest is not None and (latest.published or latest.period).last >= day:
        return None
    return day


def data_age(metric: OutcomeMetric, latest: Observation | None, today: date) -> DataAge:
    """Current until the expected day is past, then overdue; after one more period without a
    figure there is no current data.
    """
    expected = next_publication(metric, latest)
    announced = expected is not None and expected == _announced(metric, latest)
    months = None if latest is None else months_between(latest.period.last, today)
    return DataAge(_freshness(metric, expected, today), expected, announced, months)


def _freshness(metric: OutcomeMetric, expected: date | None, today: date) -> Freshness:
    if expected is None:
        return Freshness.UNKNOWN
    if today <= expected:
        return Freshness.CURRENT
    months = metric.periodicity.months if metric.periodicity else None
    if months is None or today <= _month_end(add_months(expected, months)):
        return Freshness.OVERDUE
    return Freshness.STALE


def months_between(first: date, last: date) -> int:
    """Whole months from ``first`` to ``last``, the end of a month counting as its last day; never
    below zero.
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months if add_months(first, months) <= last else months - 1)


def publications_before(metric: OutcomeMetric, start: Period, end: Period) -> int | None:
    """How many figures later than ``start`` will have been published by the last day of ``end``
    (M5).
    """
    if metric.periodicity is None or metric.periodicity.months is None:
        return None
    months = metric.periodicity.months
    delay = metric.delay_months or 0
    count = 0
    while _month_end(add_months(start.last, months * (count + 1) + delay)) <= end.last:
        count += 1
    return count


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
