# SPDX-License-Identifier: Apache-2.0
"""The path from baseline to target, the trend of what was seen, and the pace that is needed from
now.
"""

from __future__ import annotations

import math
from decimal import Context, Decimal

from missiondesk.domain.growth import yearly_growth
from missiondesk.domain.kept_levels import band_of, level_to_hold
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.metric import (
    Direction,
    Observation,
    OutcomeMetric,
    TargetShape,
    Trajectory,
    TrajectoryPoint,
)

# The trend looks back this many years from the latest figure (A1).
TREND_YEARS = 5
Point = tuple[float, float]
Points = tuple[TrajectoryPoint, ...]


def goal_level(metric: OutcomeMetric) -> Decimal | None:
    """The level that the path leads to, or None: the target, the level to be kept, or the end of
    the band that is nearer to the baseline. A total and what is done or not done have no path.
    """
    if metric.target_shape in (TargetShape.CUMULATIVE, TargetShape.BINARY):
        return None
    if metric.direction is Direction.HOLD:
        return level_to_hold(metric)
    if metric.direction is not Direction.BAND:
        return metric.target_level
    band, base = band_of(metric), metric.baseline_value
    if band is None or base is None:
        return None
    return min(max(base, band[0]), band[1])


def is_met(metric: OutcomeMetric, value: Decimal) -> bool:
    """Whether a figure meets the target level, or lies where it is to be kept."""
    level = goal_level(metric)
    if metric.direction is Direction.BAND:
        band = band_of(metric)
        return band is not None and band[0] <= value <= band[1]
    if level is None:
        return False
    if metric.direction is Direction.HOLD:
        return abs(value - level) <= (metric.dead_band or 0)
    if metric.direction is Direction.UP:
        return value >= level
    return metric.direction is Direction.DOWN and value <= level


def ends(metric: OutcomeMetric) -> tuple[Point, Point] | None:
    """(time, value) of baseline and target in decimal years, or None when one is missing."""
    level = goal_level(metric)
    if metric.baseline_value is None or metric.baseline_period is None:
        return None
    if level is None or metric.target_period is None:
        return None
    first = (metric.baseline_period.decimal_year, float(metric.baseline_value))
    last = (metric.target_period.decimal_year, float(level))
    if not (math.isfinite(first[1]) and math.isfinite(last[1])):
        return None  # larger than a number that can be drawn
    return (first, last) if last[0] > first[0] else None


def knots(metric: OutcomeMetric, points: Points = ()) -> tuple[Point, ...]:
    """Baseline, the interim targets that lie between, target; () without a path."""
    both = ends(metric)
    if both is None:
        return ()
    between = {one.period.decimal_year: float(one.value) for one in points}
    inner = sorted(it for it in between.items() if both[0][0] < it[0] < both[1][0])
    return (both[0], *inner, both[1])


def expected(metric: OutcomeMetric, time: float, points: Points = ()) -> float | None:
    """Value of the target path at ``time`` (decimal years), None outside or without a path.

    With the share of time ``s = (t - t0) / (T - t0)``: linear ``y0 + (yT - y0) s``; geometric
    ``y0 (yT/y0)^s``, which falls back to the line where a quotient of the two is not positive;
    S-curve ``y0 + (yT - y0) (3 s^2 - 2 s^3)``, which begins and ends flat and is steepest half-way
    (1.5 times the line). Through interim targets: straight from one to the next, or in steps, each
    level holding until the next one's time.
    """
    corners = knots(metric, points)
    if not corners or not corners[0][0] <= time <= corners[-1][0]:
        return None
    if metric.trajectory is Trajectory.STEPPED:
        return next(value for at, value in reversed(corners) if at <= time)
    if metric.trajectory is not Trajectory.POINTS:
        corners = (corners[0], corners[-1])
    index = max(place for place, corner in enumerate(corners[:-1]) if corner[0] <= time)
    (t0, y0), (t1, y1) = corners[index : index + 2]
    share = (time - t0) / (t1 - t0)
    if metric.trajectory is Trajectory.GEOMETRIC and y0 != 0 and y1 / y0 > 0:
        return float(y0 * (y1 / y0) ** share)
    if metric.trajectory is Trajectory.S_CURVE:
        share = share * share * (3 - 2 * share)
    return y0 * (1 - share) + y1 * share  # exact at both ends


def path(metric: OutcomeMetric, steps: int = 24, points: Points = ()) -> tuple[Point, ...]:
    """Points of the target path for drawing: the corners of lines, ``steps`` + 1 of a curve.

    A stepped path gives its corners: each level holds until the next one's time.
    """
    corners = knots(metric, points)
    if not corners:
        return ()
    if metric.trajectory in (Trajectory.STEPPED, Trajectory.POINTS):
        return corners
    count = 1 if metric.trajectory is Trajectory.LINEAR else steps
    (t0, _), (t1, _) = corners[0], corners[-1]
    times = [t0 + (t1 - t0) * index / count for index in range(count + 1)]
    found = [(time, expected(metric, time)) for time in times]
    return tuple((time, value) for time, value in found if value is not None)


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


@dataclass(frozen=True, slots=True)
class RequiredPace:
    """The pace that is needed, from now and as it was from the baseline.

    Attributes:
        change, change_at_first: Change a year in the metric's unit.
        growth, growth_at_first: Growth a year as a share (-0.0615 is -6.15 per cent); None where
            growth is not defined.
    """

    change: float
    growth: float | None
    change_at_first: float
    growth_at_first: float | None


def required_pace(metric: OutcomeMetric, latest: Observation) -> RequiredPace | None:
    """What would still reach the target from ``latest``: ``(yT - y) / (T - t)`` in units and
    ``(yT / y)^(1 / (T - t)) - 1`` as growth; None without a path or once its time is over.
    """
    both, change = ends(metric), required_change(metric, latest)
    if both is None or change is None:
        return None
    (t0, y0), (t1, y1) = both
    years = t1 - latest.period.decimal_year
    return RequiredPace(
        change,
        _growth(float(latest.value), y1, years),
        (y1 - y0) / (t1 - t0),
        _growth(y0, y1, t1 - t0),
    )


def _growth(first: float, last: float, years: float) -> float | None:
    if last == 0:
        return None  # a fall to zero is -100 per cent in a single year: no pace at all
    try:
        return yearly_growth(first, last, years)
    except ValueError:
        return None


def ambition_ratio(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> float | None:
    """Required yearly change from the latest figure over the change of the last years (A2).

    None when either is unknown, when a level is to be kept, or when the trend stands still or goes
    the wrong way: no multiple of it would reach the target.
    """
    line = trend(observations)
    if line is None or metric.direction not in (Direction.UP, Direction.DOWN):
        return None
    latest = max(observations, key=lambda seen: seen.period.last)
    required = required_change(metric, latest)
    if required is None or line[1] == 0:
        return None
    ratio = required / line[1]
    return ratio if ratio > 0 else None


# Room for every float with its decimals; the usual 28 digits refuse larger figures.
_WIDE = Context(prec=400)


def as_decimal(value: float | Decimal, decimals: int) -> Decimal:
    """A computed number as a decimal with ``decimals`` digits, for printing."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return exact.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
