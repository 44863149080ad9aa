# SPDX-License-Identifier: Apache-2.0
"""The weather symbols of Germany's sustainability indicators: the mean change of the last years,
carried on in a straight line to the target.

They are declared to be neither a political judgement nor a forecast. Source: the rules of the
indicator report as published with its national platform. Zeros and negative values do no harm.
"""

from __future__ import annotations

from typing import Final

from missiondesk.domain.kept_levels import band_of, level_to_hold
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.metric import (
    Direction,
    Observation,
    OutcomeMetric,
    TargetShape,
    TrajectoryPoint,
)

YEARS: Final = 5
FEWEST: Final = 4
SMALL_GAP, FAIR_GAP = 0.05, 0.20


class Weather(Worded):
    """The symbols, best first."""

    SUN = "sun", N_("sun")
    SUN_CLOUD = "sun_cloud", N_("sun and cloud")
    CLOUD = "cloud", N_("cloud")
    STORM = "storm", N_("thunderstorm")


@dataclass(frozen=True, slots=True)
class Course:
    """Where the figures stand and how they move.

    Attributes:
        mean: Mean change a year over the last five years, in the metric's unit.
        last: The newest change.
    """

    time: float
    value: float
    mean: float
    last: float


def weather(
    metric: OutcomeMetric,
    observations: tuple[Observation, ...],
    points: tuple[TrajectoryPoint, ...] = (),
) -> tuple[Weather, float | None] | Message:
    """Symbol and gap (a share of the way left, None where no gap is compared), or why not.

    With a target: ``g = |target - projection| / |target - latest|``; reached or below 5 per cent
    sun, to 20 per cent sun and cloud, more but in the right direction cloud, else thunderstorm.
    With interim targets the worst symbol counts. A level to keep and a band: inside and staying
    sun, inside and leaving sun and cloud, outside and coming back cloud, else thunderstorm.
    Without a target the mean and the newest change give the four symbols.
    """
    if metric.target_shape in (TargetShape.BINARY, TargetShape.CUMULATIVE):
        return message(N_("It compares levels; this goal is none."))
    if metric.direction is None:
        return message(N_("It is not said which way is better."))
    course = _course(observations)
    if course is None:
        text = N_("It needs at least {count} yearly figures of the last five years.")
        return message(text, count=FEWEST)
    if metric.direction in (Direction.HOLD, Direction.BAND):
        return _kept(metric, course)
    sign = 1 if metric.direction is Direction.UP else -1
    targets = [
        (one.period.decimal_year, float(one.value))
        for one in points
        if one.period.decimal_year > course.time
    ]
    if metric.target_level is None or metric.target_period is None:
        return _direction_only(sign, course), None
    end = metric.target_period.decimal_year
    targets.append((end, float(metric.target_level)))
    if end <= course.time:
        return message(N_("The target date is past."))
    found = [_towards(sign, course, *target) for target in targets]
    return max(found, key=lambda it: (list(Weather).index(it[0]), it[1] or 0))


def _course(observations: tuple[Observation, ...]) -> Course | None:
    """The last five years, one figure a year: of the newest figure's own part of the year."""
    rows = sorted(observations, key=lambda seen: seen.period.last)
    if not rows:
        return None
    newest = rows[-1].period
    yearly = [
        one
        for one in rows
        if one.period.precision == newest.precision
        and (one.period.first.month == newest.first.month or newest.precision in ("week", "day"))
        and one.period.decimal_year >= newest.decimal_year - YEARS - 0.01
    ]
    if len(yearly) < FEWEST or len({one.period.first.year for one in yearly}) < FEWEST:
        return None
    first, last = yearly[0], yearly[-1]
    span = last.period.decimal_year - first.period.decimal_year
    return Course(
        last.period.decimal_year,
        float(last.value),
        float(last.value - first.value) / span,
        float(last.value - yearly[-2].value),
    )


def _towards(sign: int, course: Course, end: float, target: float) -> tuple[Weather, float | None]:
    projected = course.value + course.mean * (end - course.time)
    reached = sign * (projected - target) >= 0
    if sign * (course.value - target) >= 0:
        return (Weather.SUN if reached else Weather.SUN_CLOUD), None
    if reached:
        return Weather.SUN, 0.0
    gap = abs(target - projected) / abs(target - course.value)
    if sign * course.mean <= 0:
        return Weather.STORM, gap
    if gap < SMALL_GAP:
        return Weather.SUN, gap
    return (Weather.SUN_CLOUD if gap <= FAIR_GAP else Weather.CLOUD), gap


def _direction_only(sign: int, course: Course) -> Weather:
    if sign * course.mean > 0:
        return Weather.SUN if sign * course.last > 0 else Weather.SUN_CLOUD
    return Weather.CLOUD if sign * course.last > 0 else Weather.STORM


def _kept(metric: OutcomeMetric, course: Course) -> tuple[Weather, float | None] | Message:
    if metric.direction is Direction.BAND:
        band = band_of(metric)
        if band is None:
            return message(N_("The band has no two ends."))
        low, high = float(band[0]), float(band[1])
    else:
        level = level_to_hold(metric)
        if level is None:
            return message(N_("There is no level to be kept."))
        slack = float(metric.dead_band or 0)
        low, high = float(level) - slack, float(level) + slack

    def off(value: float) -> float:
        return max(low - value, value - high, 0.0)

    end = metric.target_period.decimal_year if metric.target_period else course.time + 1
    later = course.value + course.mean * max(end - course.time, 1.0)
    if off(course.value) == 0:
        return (Weather.SUN if off(later) == 0 else Weather.SUN_CLOUD), None
    nearer = off(course.value + course.mean) < off(course.value)
    return (Weather.CLOUD if nearer else Weather.STORM), None
