# SPDX-License-Identifier: Apache-2.0
"""The growth ratio of Eurostat's type, version 1: observed against required yearly growth.

Source of the formulas: the progress methodology of Open SDG as run by Statistics Canada, "inspired
by" Eurostat's; reproduced on 125 published series of Statistics Canada.
"""

from __future__ import annotations

import math
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.rating import Rating

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
    observed = yearly_growth(base, series.latest, series.latest_time - series.baseline_time)
    if series.target is None:
        return _without_target(sign * d * observed, _near_limit(series.baseline, series.limit))
    target = series.target or ZERO_SUBSTITUTE
    if series.target_time is None:
        raise ValueError("a target needs a time")
    required = yearly_growth(base, target, series.target_time - series.baseline_time)
    if required == 0:
        raise ValueError("target equals baseline")
    ratio = sign * d * observed / abs(required)
    reached = series.latest >= series.target if series.up else series.latest <= series.target
    if reached:
        return GrowthRatio(ratio, 5.0, Rating.ACHIEVED)
    return GrowthRatio(ratio, _score(ratio), class_of(ratio))


def yearly_growth(first: float, last: float, years: float) -> float:
    """Compound growth a year, ``(last / first) ** (1 / years) - 1``.

    Raises:
        ValueError: No time between the points, a first value of zero, a change of sign, or a growth
            too large for a number.
    """
    if years <= 0:
        raise ValueError("no time between the points")
    if first == 0:
        raise ValueError("growth from zero")
    quotient = last / first
    if quotient < 0:
        raise ValueError("change of sign")
    try:
        growth = float(quotient ** (1 / years) - 1)
    except OverflowError:
        growth = math.inf
    if not math.isfinite(growth):
        raise ValueError("growth beyond all measure")
    return growth


def class_of(ratio: float) -> Rating:
    """Class of a pace as a share of the required one: from 0.95, from 0.60, from zero, below."""
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
