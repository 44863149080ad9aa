# SPDX-License-Identifier: Apache-2.0
"""What the figures promise if they go on as until now: a damped drift with honest intervals.

Method and constants were measured on the yearly series of the M3 competition; the benchmark
``python -m tests.benchmarks forecasting`` prints how it keeps its word.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from missiondesk.domain.forecast_series import Regular, regular
from missiondesk.domain.kept_levels import band_of, level_to_hold
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.student import probability_below, quantile

METHOD: Final = "damped-drift 1"
FEWEST: Final = 4
# Damping of the mean step, and the growth of the spread with each further step.
PHI: Final = 0.9
GROWTH: Final = 0.1
# The benchmark looks this far ahead; further steps are drawn but not vouched for.
TESTED_STEPS: Final = 6
MOST_STEPS: Final = 60
RECORD: Final = 10


@dataclass(frozen=True, slots=True)
class Step:
    """One step ahead as plain numbers: the middle, its standard error, degrees of freedom."""

    middle: float
    error: float
    freedom: int

    def interval(self, percent: int) -> tuple[float, float]:
        """Ends of the interval of 80 or 95 per cent."""
        half = quantile(percent, self.freedom) * self.error
        return self.middle - half, self.middle + half

    def below(self, level: float) -> float:
        """Probability that the figure is at most ``level``."""
        return probability_below((level - self.middle) / self.error, self.freedom)


def steps_ahead(values: Sequence[float], count: int) -> tuple[Step, ...]:
    """The forecast of an evenly spaced series, ``count`` steps ahead.

    n values, m = n - 1 differences d; step = (y_n - y_1) / m; c_h = sum of 0.9^k for k = 1..h;
    middle ``y_n + step c_h``; s = sqrt(mean of d^2), about zero and not about the mean;
    error ``s sqrt(h (1 + 0.1 (h - 1)) + c_h^2 / m)`` with m - 1 degrees of freedom.

    Raises:
        ValueError: Fewer than four values.
    """
    if len(values) < FEWEST:
        raise ValueError("at least four values are needed")
    m = len(values) - 1
    mean = (values[-1] - values[0]) / m
    s = math.sqrt(sum((b - a) ** 2 for a, b in pairwise(values)) / m)
    found, damped, factor = [], 0.0, 1.0
    for h in range(1, count + 1):
        factor *= PHI
        damped += factor
        error = s * math.sqrt(h * (1 + GROWTH * (h - 1)) + damped * damped / m)
        found.append(Step(values[-1] + mean * damped, error, m - 1))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ForecastPoint:
    """One period of the forecast with its intervals, kept within the scale's natural limits."""

    period: Period
    middle: float
    low80: float
    high80: float
    low95: float
    high95: float


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How the forecasts of one step, made at earlier figures of the same series, came out.

    Attributes:
        count: How many of the newest forecasts are counted.
        mean_error: How far they were off on average, in the metric's unit.
        naive_error: The same for carrying the last figure on.
        within80: How many figures lay in the interval of 80 per cent.
    """

    count: int
    mean_error: float
    naive_error: float
    within80: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the figures promise.

    Attributes:
        points: Period by period until the target, or six steps without one ahead.
        naive: The last figure carried on, to be shown beside it.
        probability: That the target is met at its time, 0 to 1, or None.
        reason: Why there is no probability, else None.
        target_step: How many steps ahead the target was judged, or None.
        record: The series' own record, or None with too few figures.
        figures: How many figures it rests on.
        same_part: It compares the same part of each year (the same month or quarter).
        method: Method and version.
    """

    points: tuple[ForecastPoint, ...]
    naive: float
    probability: float | None
    reason: Message | None
    target_step: int | None
    record: TrackRecord | None
    figures: int
    same_part: bool
    method: str = METHOD

    @property
    def beyond_tested(self) -> bool:
        """It looks further ahead than the benchmark does."""
        return len(self.points) > TESTED_STEPS


def forecast(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> Forecast | Message:
    """The forecast of a metric, or the reason why there is none.

    Refused are goals that are done or not done, fewer than four figures, figures that are
    unevenly spaced or all alike. With several figures a year the same part of each year is
    compared when four years are there, which leaves the season out; otherwise the figures' own
    steps are taken, and a season then widens the intervals.
    """
    if metric.target_shape is TargetShape.BINARY:
        return message(N_("A goal that is done or not done has no forecast."))
    series = regular(observations)
    if isinstance(series, Message):
        return series
    values = series.values
    if len(set(values)) == 1:
        return message(N_("All figures are alike: they do not show how much they vary."))
    count, on_target = _horizon(metric, series)
    steps = steps_ahead(values, count)
    bounds = natural_bounds(metric, values)
    why = _why_no_probability(metric, on_target)
    return Forecast(
        points=tuple(
            _point(series.period_after(place), step, bounds)
            for place, step in enumerate(steps, start=1)
        ),
        naive=values[-1],
        probability=_probability(metric, steps[-1]) if why is None else None,
        reason=why,
        target_step=count if on_target else None,
        record=track_record(values),
        figures=len(values),
        same_part=series.same_part,
    )


def _horizon(metric: OutcomeMetric, series: Regular) -> tuple[int, bool]:
    """Steps until the last figure that ends before the target's time does, and whether there is
    one.
    """
    end = metric.target_period
    count = 0
    while end is not None and count < MOST_STEPS:
        if series.period_after(count + 1).last > end.last:
            break
        count += 1
    return (count, True) if count else (TESTED_STEPS, False)


def natural_bounds(metric: OutcomeMetric, values: Sequence[float]) -> tuple[float, float]:
    """Ends of the scale: the metric's natural limit on the side where no figure is beyond it, and
    zero for a share in per cent that never was below.
    """
    low, high = -math.inf, math.inf
    if metric.limit is not None:
        limit = float(metric.limit)
        if max(values) <= limit:
            high = limit
        elif min(values) >= limit:
            low = limit
    if high == 100 and min(values) >= 0:
        low = 0.0
    return low, high


def _point(period: Period, step: Step, bounds: tuple[float, float]) -> ForecastPoint:
    def kept(value: float) -> float:
        return min(max(value, bounds[0]), bounds[1])

    low80, high80 = step.interval(80)
    low95, high95 = step.interval(95)
    return ForecastPoint(
        period, kept(step.middle), kept(low80), kept(high80), kept(low95), kept(high95)
    )


def _why_no_probability(metric: OutcomeMetric, on_target: bool) -> Message | None:
    if metric.target_shape is TargetShape.CUMULATIVE:
        return message(N_("A total over the years is not forecast."))
    if not on_target:
        return message(N_("No target lies ahead of the newest figure."))
    if metric.direction in (Direction.UP, Direction.DOWN) and metric.target_level is not None:
        return None
    if metric.direction is Direction.BAND and band_of(metric) is not None:
        return None
    kept = metric.direction is Direction.HOLD and level_to_hold(metric) is not None
    if kept and metric.dead_band is not None:
        return None
    return message(N_("It is not said what would meet the target."))


def _probability(metric: OutcomeMetric, step: Step) -> float:
    if metric.direction is Direction.BAND:
        band = band_of(metric)
        assert band is not None  # _why_no_probability gives its reason otherwise
        return step.below(float(band[1])) - step.below(float(band[0]))
    if metric.direction is Direction.HOLD:
        level, slack = level_to_hold(metric), metric.dead_band
        assert level is not None and slack is not None
        return step.below(float(level + slack)) - step.below(float(level - slack))
    assert metric.target_level is not None
    below = step.below(float(metric.target_level))
    return 1 - below if metric.direction is Direction.UP else below


def track_record(values: Sequence[float], most: int = RECORD) -> TrackRecord | None:
    """Errors of the forecasts one step ahead from each earlier figure, the newest ``most``."""
    origins = range(FEWEST, len(values))[-most:]
    if not origins:
        return None
    errors, naive, within = 0.0, 0.0, 0
    for origin in origins:
        step = steps_ahead(values[:origin], 1)[0]
        low, high = step.interval(80)
        errors += abs(values[origin] - step.middle)
        naive += abs(values[origin] - values[origin - 1])
        within += low <= values[origin] <= high
    count = len(origins)
    return TrackRecord(count, errors / count, naive / count, within)
