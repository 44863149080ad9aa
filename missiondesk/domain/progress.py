# SPDX-License-Identifier: Apache-2.0
"""Progress of a metric towards its target by the growth ratio of Eurostat's type, version 1.

Source of the formulas: the progress methodology of Open SDG as run by Statistics Canada, "inspired
by" Eurostat's; reproduced on 125 published series of Statistics Canada.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape

METHOD: Final = "growth-ratio"
VERSION: Final = "1"
# Base and target of exactly zero have no growth rate; the published method puts this instead.
ZERO_SUBSTITUTE: Final = 0.001
ON_TRACK_FROM: Final = 0.95
ACCELERATE_FROM: Final = 0.60
# Without a target, yearly growth in the good direction: on track, then moderate.
GROWTH_ON_TRACK: Final = 0.015
GROWTH_MODERATE: Final = 0.005
# Exponent by which the thresholds shrink near a natural limit of the scale.
LIMIT_EXPONENT: Final = 4.44


class Rating(Worded):
    """How the key metric develops, computed and never set by hand (D7)."""

    ACHIEVED = "achieved", N_("Target reached")
    ON_TRACK = "on_track", N_("On track")
    ACCELERATE = "accelerate", N_("Must accelerate")
    LIMITED = "limited", N_("Limited")
    DETERIORATION = "deterioration", N_("Moving away")
    CANNOT_RATE = "cannot_rate", N_("Cannot be rated")

    @property
    def symbol(self) -> str:
        """Sign that stands before the word, so that colour is never alone (D8)."""
        return _SYMBOLS[self.value]


_SYMBOLS = {
    "achieved": "✓",
    "on_track": "▲",
    "accelerate": "●",
    "limited": "■",
    "deterioration": "▼",
    "cannot_rate": "○",
}


@dataclass(frozen=True, slots=True)
class Series:
    """What the ratio is computed from; times are decimal years."""

    baseline: float
    baseline_time: float
    latest: float
    latest_time: float
    up: bool
    target: float | None = None
    target_time: float | None = None
    limit: float | None = None


@dataclass(frozen=True, slots=True)
class GrowthRatio:
    """Result of the method: the ratio R (or the growth rate without a target), score -5 to 5,
    rating.
    """

    value: float
    score: float
    rating: Rating


def growth_ratio(series: Series) -> GrowthRatio:
    """Rate a series by observed against required compound annual growth.

    With a target ``R = s d CAGR_observed / |CAGR_required|``, without one ``v = s d
    CAGR_observed``;
    d is +1 when higher is better, s is -1 for a negative baseline.

    Raises:
        ValueError: The growth rate is not defined: no time between the points, or a change of sign.
    """
    d = 1 if series.up else -1
    base = series.baseline or ZERO_SUBSTITUTE
    sign = -1 if base < 0 else 1
    observed = _growth(base, series.latest, series.latest_time - series.baseline_time)
    if series.target is None:
        return _without_target(sign * d * observed, _near_limit(series.baseline, series.limit))
    target = series.target or ZERO_SUBSTITUTE
    if series.target_time is None:
        raise ValueError("a target needs a time")
    required = _growth(base, target, series.target_time - series.baseline_time)
    if required == 0:
        raise ValueError("target equals baseline")
    ratio = sign * d * observed / abs(required)
    reached = series.latest >= series.target if series.up else series.latest <= series.target
    if reached:
        return GrowthRatio(ratio, 5.0, Rating.ACHIEVED)
    return GrowthRatio(ratio, _score(ratio), _class(ratio))


def _growth(first: float, last: float, years: float) -> float:
    if years <= 0:
        raise ValueError("no time between the points")
    quotient = last / first
    if quotient < 0:
        raise ValueError("change of sign")
    return float(quotient ** (1 / years) - 1)


def _class(ratio: float) -> Rating:
    if ratio >= ON_TRACK_FROM:
        return Rating.ON_TRACK
    if ratio >= ACCELERATE_FROM:
        return Rating.ACCELERATE
    return Rating.LIMITED if ratio >= 0 else Rating.DETERIORATION


def _score(ratio: float) -> float:
    if ratio >= ACCELERATE_FROM:
        return min(7.1429 * ratio - 4.2857, 5.0)
    return max(4.1667 * ratio - 2.5, -5.0)


def _near_limit(baseline: float, limit: float | None) -> float:
    """Factor 0 to 1 for the thresholds: little growth is much where the scale ends."""
    if limit is None or limit == 0:
        return 1.0
    height, value = abs(limit), abs(baseline)
    if value <= height:
        return float(1 - (value / height) ** LIMIT_EXPONENT)
    if value >= 2 * height:
        return 1.0
    return float(1 - ((2 * height - value) / height) ** LIMIT_EXPONENT)


def _without_target(value: float, factor: float) -> GrowthRatio:
    if value < 0:
        return GrowthRatio(value, max(125 * value - 2.5, -5.0), Rating.DETERIORATION)
    if factor == 0:
        return GrowthRatio(value, 5.0, Rating.ON_TRACK)
    if value >= GROWTH_ON_TRACK * factor:
        return GrowthRatio(value, min(500 * value / factor - 5, 5.0), Rating.ON_TRACK)
    if value >= GROWTH_MODERATE * factor:
        return GrowthRatio(value, 250 * value / factor - 1.25, Rating.ACCELERATE)
    return GrowthRatio(value, 500 * value / factor - 2.5, Rating.LIMITED)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The official rating of a metric with all that it was made of.

    Attributes:
        ratio: R, 1.0 is exactly the required pace; None when it could not be rated.
        reason: Why it cannot be rated, else None.
        method: Method and version as printed, "growth-ratio 1".
        inputs: The figures that went in, as text.
        latest: The observation it rests on, or None.
    """

    rating: Rating
    ratio: float | None
    score: float | None
    reason: Message | None
    method: str
    inputs: str
    latest: Observation | None


def judge(metric: OutcomeMetric | None, observations: tuple[Observation, ...]) -> Judgement:
    """Rate a metric by its latest observation, or say why it cannot be rated.

    Stricter than the published method in one point: a baseline or target of zero is not replaced
    by a small number, because that choice alone would decide the rating.
    """
    latest = max(observations, key=lambda seen: seen.period.last, default=None)
    method = f"{METHOD} {VERSION}"
    if metric is None:
        return _unrated(N_("The mission has no key metric."), latest, method)
    reason = _why_not(metric, latest)
    if latest is not None and _reached(metric, latest):
        return _reached_judgement(metric, latest, method, reason)
    if reason is not None:
        return Judgement(Rating.CANNOT_RATE, None, None, reason, method, "", latest)
    assert latest is not None  # _why_not gives its reason otherwise
    try:
        result = growth_ratio(_series(metric, latest))
    except ValueError:
        text = N_("The growth between baseline, latest figure and target is not defined.")
        return _unrated(text, latest, method)
    return Judgement(
        result.rating, result.value, result.score, None, method, _inputs(metric, latest), latest
    )


def _unrated(msgid: str, latest: Observation | None, method: str) -> Judgement:
    return Judgement(Rating.CANNOT_RATE, None, None, message(msgid), method, "", latest)


def _why_not(metric: OutcomeMetric, latest: Observation | None) -> Message | None:
    if latest is None:
        return message(N_("There is no observation yet."))
    if metric.target_shape is TargetShape.CUMULATIVE:
        return message(N_("A total over several years is not rated by this method."))
    if metric.target_shape is TargetShape.BINARY:
        return message(N_("The goal is done or not done; it is not done yet."))
    if metric.direction is None:
        return message(N_("It is not said which way is better."))
    if metric.direction is Direction.HOLD:
        return message(N_("A level to be kept is not rated by this method."))
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
    if target is None or metric.target_shape is TargetShape.CUMULATIVE:
        return False
    if metric.target_shape is TargetShape.BINARY:
        return latest.value >= target
    if metric.baseline_period is not None and latest.period <= metric.baseline_period:
        return False
    if metric.direction is Direction.UP:
        return latest.value >= target
    return metric.direction is Direction.DOWN and latest.value <= target


def _reached_judgement(
    metric: OutcomeMetric, latest: Observation, method: str, reason: Message | None
) -> Judgement:
    ratio = None
    if reason is None:
        try:
            ratio = growth_ratio(_series(metric, latest)).value
        except ValueError:
            ratio = None
    return Judgement(Rating.ACHIEVED, ratio, 5.0, None, method, _inputs(metric, latest), latest)


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
