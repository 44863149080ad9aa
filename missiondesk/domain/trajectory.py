# SPDX-License-Identifier: Apache-2.0
"""The path from baseline to target, the trend of what was seen, and the pace that is needed from
now.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from missiondesk.domain.metric import Observation, OutcomeMetric, Trajectory
from missiondesk.domain.period import Period, add_months

# The trend looks back this many years from the latest figure (A1).
TREND_YEARS = 5
Point = tuple[float, float]


def ends(metric: OutcomeMetric) -> tuple[Point, Point] | None:
    """(time, value) of baseline and target in decimal years, or None when one is missing."""
    level = metric.target_level
    if metric.baseline_value is None or metric.baseline_period is None:
        return None
    if level is None or metric.target_period is None:
        return None
    first = (metric.baseline_period.decimal_year, float(metric.baseline_value))
    last = (metric.target_period.decimal_year, float(level))
    return (first, last) if last[0] > first[0] else None


def expected(metric: OutcomeMetric, time: float) -> float | None:
    """Value of the target path at ``time`` (decimal years), None outside or without a path.

    Linear ``y0 + (yT - y0)(t - t0)/(T - t0)``; geometric ``y0 (yT/y0)^((t - t0)/(T - t0))``, which
    falls back to the line where a quotient of the two is not positive.
    """
    both = ends(metric)
    if both is None:
        return None
    (t0, y0), (t1, y1) = both
    if not t0 <= time <= t1:
        return None
    share = (time - t0) / (t1 - t0)
    if metric.trajectory is Trajectory.GEOMETRIC and y0 != 0 and y1 / y0 > 0:
        return float(y0 * (y1 / y0) ** share)
    return y0 + (y1 - y0) * share


def path(metric: OutcomeMetric, steps: int = 24) -> tuple[Point, ...]:
    """Points of the target path for drawing: two for a line, ``steps`` + 1 for a curve."""
    both = ends(metric)
    if both is None:
        return ()
    (t0, _), (t1, _) = both
    count = 1 if metric.trajectory is Trajectory.LINEAR else steps
    times = [t0 + (t1 - t0) * index / count for index in range(count + 1)]
    points = [(time, expected(metric, time)) for time in times]
    return tuple((time, value) for time, value in points if value is not None)


def trend(observations: tuple[Observation, ...]) -> tuple[Point, float] | None:
    """Latest point and mean yearly change over the last `TREND_YEARS`, from at least three
    figures.
    """
    ordered = sorted(observations, key=lambda seen: seen.period.decimal_year)
    if not ordered:
        return None
    newest = ordered[-1].period.decimal_year
    recent = [seen for seen in ordered if seen.period.decimal_year >= newest - TREND_YEARS]
    span = newest - recent[0].period.decimal_year
    if len(recent) < 3 or span <= 0:
        return None
    change = float(recent[-1].value - recent[0].value) / span
    return (newest, float(recent[-1].value)), change


def projected(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> float | None:
    """Value at the target's time if the trend of the last years simply went on (A1)."""
    both, line = ends(metric), trend(observations)
    if both is None or line is None:
        return None
    (time, value), change = line
    return value + change * (both[1][0] - time)


def required_change(metric: OutcomeMetric, latest: Observation) -> float | None:
    """Change a year, in the metric's unit, that would still reach the target from ``latest``."""
    both = ends(metric)
    if both is None:
        return None
    years = both[1][0] - latest.period.decimal_year
    return (both[1][1] - float(latest.value)) / years if years > 0 else None


def ambition_ratio(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> float | None:
    """Required yearly change from the latest figure over the change of the last years (A2).

    None when either is unknown, or when the trend stands still or goes the wrong way: no multiple
    of it would reach the target.
    """
    line = trend(observations)
    if line is None:
        return None
    latest = max(observations, key=lambda seen: seen.period.last)
    required = required_change(metric, latest)
    if required is None or line[1] == 0:
        return None
    ratio = required / line[1]
    return ratio if ratio > 0 else None


def next_publication(metric: OutcomeMetric, latest: Observation | None) -> date | None:
    """When the next figure should come: last period + periodicity + delay, or None without a
    rule.
    """
    if latest is None or metric.periodicity is None or metric.periodicity.months is None:
        return None
    if metric.delay_months is None:
        return None
    return add_months(latest.period.last, metric.periodicity.months + metric.delay_months)


def publications_before(metric: OutcomeMetric, start: Period, end: Period) -> int | None:
    """How many figures later than ``start`` will have been published by the last day of ``end``
    (M5).
    """
    if metric.periodicity is None or metric.periodicity.months is None:
        return None
    months = metric.periodicity.months
    delay = metric.delay_months or 0
    count = 0
    while add_months(start.last, months * (count + 1) + delay) <= end.last:
        count += 1
    return count


def as_decimal(value: float, decimals: int) -> Decimal:
    """A computed float as a decimal with ``decimals`` digits, for printing."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals))
