# SPDX-License-Identifier: Apache-2.0
"""The official rating of a metric: each kind of goal has its method, named with its version."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from missiondesk.domain.goals import judge_done, judge_total
from missiondesk.domain.growth import (
    ACCELERATE_FROM,
    METHOD,
    ON_TRACK_FROM,
    VERSION,
    ZERO_SUBSTITUTE,
    GrowthRatio,
    Series,
    growth_ratio,
)
from missiondesk.domain.kept_levels import judge_band, judge_hold
from missiondesk.domain.lenses import second_opinion
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape
from missiondesk.domain.rating import Judgement, Rating

__all__ = [
    "ACCELERATE_FROM",
    "METHOD",
    "ON_TRACK_FROM",
    "VERSION",
    "ZERO_SUBSTITUTE",
    "GrowthRatio",
    "Judgement",
    "Rating",
    "Series",
    "growth_ratio",
    "judge",
]
_GROWTH = f"{METHOD} {VERSION}"


def judge(
    metric: OutcomeMetric | None,
    observations: tuple[Observation, ...],
    today: date | None = None,
) -> Judgement:
    """Rate a metric by its latest observation, or say why it cannot be rated.

    A level to reach is rated by the growth ratio, a level to keep and a band by `kept_levels`, a
    total and a goal that is done or not done by `goals`. What the growth ratio is not defined for
    is not rated, and a second opinion by straight lines stands beside the reason.

    Stricter than the published method in one point: a baseline or target of zero is not replaced
    by a small number, because that choice alone would decide the rating.

    Args:
        today: The day by which a goal that is done or not done may be late; None judges no delay.
    """
    latest = max(observations, key=lambda seen: seen.period.last, default=None)
    if metric is None:
        return _unrated(message(N_("The mission has no key metric.")), latest)
    if latest is None:
        return _unrated(message(N_("There is no observation yet.")), None)
    if metric.target_shape is TargetShape.BINARY:
        return judge_done(metric, latest, today)
    if metric.target_shape is TargetShape.CUMULATIVE:
        return judge_total(metric, observations)
    if metric.direction is Direction.HOLD:
        return judge_hold(metric, latest)
    if metric.direction is Direction.BAND:
        return judge_band(metric, latest)
    return _by_growth(metric, observations, latest)


def _by_growth(
    metric: OutcomeMetric, observations: tuple[Observation, ...], latest: Observation
) -> Judgement:
    reason = _why_not(metric, latest)
    if _reached(metric, latest):
        return _reached_judgement(metric, latest, reason)
    if reason is None:
        try:
            result = growth_ratio(_series(metric, latest))
        except ValueError:
            text = N_("The growth between baseline, latest figure and target is not defined.")
            return _unrated(message(text), latest, second_opinion(metric, observations))
        inputs = _inputs(metric, latest)
        return Judgement(result.rating, result.value, result.score, None, _GROWTH, inputs, latest)
    return _unrated(reason, latest, second_opinion(metric, observations))


def _unrated(
    reason: Message, latest: Observation | None, second: Message | None = None
) -> Judgement:
    return Judgement(Rating.CANNOT_RATE, None, None, reason, _GROWTH, "", latest, second)


def _why_not(metric: OutcomeMetric, latest: Observation) -> Message | None:
    if metric.direction is None:
        return message(N_("It is not said which way is better."))
    if metric.baseline_value is None or metric.baseline_period is None:
        return message(N_("There is no baseline."))
    if metric.target_level is None or metric.target_period is None:
        return message(N_("There is no target with a date."))
    if latest.period.decimal_year <= metric.baseline_period.decimal_year:
        return message(N_("There is no observation after the baseline."))
    return _why_undefined(metric.baseline_value, latest.value, metric.target_level)


def _why_undefined(base: Decimal, latest: Decimal, target: Decimal) -> Message | None:
    if 0 in (base, target):
        return message(N_("The growth method is not defined for a baseline or target of zero."))
    if len({value > 0 for value in (base, latest, target)}) > 1:
        return message(N_("The growth method is not defined when the sign changes."))
    if base == target:
        return message(N_("The target equals the baseline."))
    return None


def _reached(metric: OutcomeMetric, latest: Observation) -> bool:
    target = metric.target_level
    if target is None:
        return False
    if metric.baseline_period is not None and latest.period <= metric.baseline_period:
        return False
    if metric.direction is Direction.UP:
        return latest.value >= target
    return metric.direction is Direction.DOWN and latest.value <= target


def _reached_judgement(
    metric: OutcomeMetric, latest: Observation, reason: Message | None
) -> Judgement:
    ratio = None
    if reason is None:
        try:
            ratio = growth_ratio(_series(metric, latest)).value
        except ValueError:
            ratio = None
    inputs = _inputs(metric, latest)
    return Judgement(Rating.ACHIEVED, ratio, 5.0, None, _GROWTH, inputs, latest)


def _series(metric: OutcomeMetric, latest: Observation) -> Series:
    assert metric.baseline_value is not None and metric.baseline_period is not None
    assert metric.target_level is not None and metric.target_period is not None
    return Series(
        baseline=float(metric.baseline_value),
        baseline_time=metric.baseline_period.decimal_year,
        latest=float(latest.value),
        latest_time=latest.period.decimal_year,
        up=metric.direction is Direction.UP,
        target=float(metric.target_level),
        target_time=metric.target_period.decimal_year,
        limit=None if metric.limit is None else float(metric.limit),
    )


def _inputs(metric: OutcomeMetric, latest: Observation) -> str:
    parts = (
        f"y0={metric.baseline_value} ({metric.baseline_period})",
        f"y={latest.value} ({latest.period})",
        f"yT={metric.target_level} ({metric.target_period})",
        f"d={metric.direction}",
    )
    return "; ".join(parts)
