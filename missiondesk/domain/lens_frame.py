# SPDX-License-Identifier: Apache-2.0
"""The numbers that most lenses share: where a metric began, stands and has to go."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape


@dataclass(frozen=True, slots=True)
class Frame:
    """Baseline, latest figure and target of a metric that has to rise or to fall.

    Attributes:
        sign: +1 when higher is better, -1 when lower is.
        t0, t, end: Times in decimal years; ``end`` and ``target`` are None without a target.
    """

    sign: int
    y0: float
    t0: float
    y: float
    t: float
    target: float | None
    end: float | None

    @property
    def meets(self) -> bool:
        """The latest figure has reached the target."""
        return self.target is not None and self.sign * (self.y - self.target) >= 0

    @property
    def based_beyond(self) -> bool:
        """The baseline had already reached the target: there is no way to share out."""
        return self.target is not None and self.sign * (self.y0 - self.target) >= 0

    @property
    def why_no_share(self) -> Message | None:
        """Why progress cannot be told as a share of the way to the target, or None."""
        if self.target is None or self.end is None:
            return message(N_("There is no target with a date."))
        if self.based_beyond:
            return message(N_("The baseline had already reached the target."))
        if self.end <= self.t0:
            return message(N_("The target does not lie after the baseline."))
        return None


def framed(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> Frame | Message:
    """The shared numbers, or the reason why this metric has none."""
    latest = max(observations, key=lambda seen: seen.period.last, default=None)
    if latest is None:
        return message(N_("There is no observation yet."))
    if metric.target_shape in (TargetShape.BINARY, TargetShape.CUMULATIVE):
        return message(N_("It compares levels; this goal is none."))
    if metric.direction not in (Direction.UP, Direction.DOWN):
        return message(N_("It compares higher with lower; here a level is to be kept."))
    base, start = metric.baseline_value, metric.baseline_period
    if base is None or start is None:
        return message(N_("There is no baseline."))
    if latest.period.decimal_year <= start.decimal_year:
        return message(N_("There is no observation after the baseline."))
    level, end = metric.target_level, metric.target_period
    dated = level is not None and end is not None
    return Frame(
        sign=1 if metric.direction is Direction.UP else -1,
        y0=float(base),
        t0=start.decimal_year,
        y=float(latest.value),
        t=latest.period.decimal_year,
        target=float(level) if dated and level is not None else None,
        end=end.decimal_year if dated and end is not None else None,
    )
