# SPDX-License-Identifier: Apache-2.0
"""The outcome metric: what is measured, from where, to what, by when, and what has been seen."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording

# A key metric stands in front; more than this beside it hide it.
MOST_INDICATORS: Final = 6


class Direction(Worded):
    """Which way is better."""

    UP = "up", N_("Higher is better")
    DOWN = "down", N_("Lower is better")
    HOLD = "hold", N_("Keep the level")
    BAND = "band", N_("Stay within a band")


class TargetShape(Worded):
    """How the target is stated."""

    LEVEL = "level", N_("A level to reach")
    RELATIVE = "relative", N_("Change in per cent from the baseline")
    ABSOLUTE = "absolute", N_("Change in units from the baseline")
    CUMULATIVE = "cumulative", N_("A total over the years")
    BINARY = "binary", N_("Done or not done")


class Periodicity(Worded):
    """How often the source publishes."""

    MONTH = "month", N_("Monthly")
    QUARTER = "quarter", N_("Quarterly")
    HALF_YEAR = "half_year", N_("Half-yearly")
    YEAR = "year", N_("Yearly")
    TWO_YEARS = "two_years", N_("Every second year")
    FOUR_YEARS = "four_years", N_("Every fourth year")
    IRREGULAR = "irregular", N_("Irregularly")

    @property
    def months(self) -> int | None:
        """Months between two figures, or None when there is no rule."""
        return _MONTHS.get(self.value)


_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "two_years": 24, "four_years": 48}


class Trajectory(Worded):
    """The shape of the path from baseline to target."""

    LINEAR = "linear", N_("Straight line")
    GEOMETRIC = "geometric", N_("Same per cent every year")
    S_CURVE = "s_curve", N_("Slow, then fast, then slow")
    STEPPED = "stepped", N_("In steps from one interim target to the next")
    POINTS = "points", N_("Straight between the interim targets")


class IndicatorKind(Worded):
    """What a supporting indicator is for; the types of the French tool PILOTE."""

    IMPACT = "impact", N_("Impact")
    DEPLOYMENT = "deployment", N_("Deployment")
    QUALITY = "quality", N_("Quality")
    SIDE_EFFECT = "side_effect", N_("Side effect")
    CONTEXT = "context", N_("Context")


class ObservationStatus(Worded):
    """How final a figure is, in the order in which it ripens."""

    ESTIMATE = "estimate", N_("Estimate")
    PRELIMINARY = "preliminary", N_("Preliminary")
    FINAL = "final", N_("Final")
    REVISED = "revised", N_("Revised")

    @property
    def settled(self) -> bool:
        """Final or revised; the others are drawn hollow (D5)."""
        return self in (ObservationStatus.FINAL, ObservationStatus.REVISED)


@dataclass(frozen=True, slots=True)
class OutcomeMetric:
    """What a mission is measured by; exactly one of a mission's metrics is the key metric (D1).

    Attributes:
        key: True on the mission's one key metric.
        unit: Unit as printed after the number, "%", "personer".
        decimals: Digits after the decimal mark when printed.
        limit: Natural limit of the scale (100 for a share in per cent), or None.
        delay_months: Months from the end of a period until its figure is published.
        target_value: As stated; what it means depends on `target_shape`.
        cumulative_from: First period counted when the target is a total.
        method: Id of the method that rates progress, with `method_version`.
        indicator: What a supporting indicator is for; None on the key metric.
        part_of: Id of the metric that this one is a breakdown of, or None.
        part_name: Which part of it ("Kvinder"), printed as the label of the breakdown.
        dead_band: Criterion for change, in the metric's unit: a smaller change is no change.
        band_low: With `band_high` the band to stay within when the direction is `Direction.BAND`.
        next_release: When the publisher has said that the next figure comes, or None.
    """

    id: str
    mission: str = ""
    key: bool = True
    name: Wording = Wording()
    definition: Wording = Wording()
    geography: Wording = Wording("Danmark", "Denmark")
    unit: Wording = Wording()
    decimals: int = 1
    direction: Direction | None = None
    limit: Decimal | None = None
    source: Wording = Wording()
    publisher: Wording = Wording()
    table_id: str = ""
    periodicity: Periodicity | None = None
    delay_months: int | None = None
    baseline_value: Decimal | None = None
    baseline_period: Period | None = None
    target_value: Decimal | None = None
    target_shape: TargetShape = TargetShape.LEVEL
    target_period: Period | None = None
    cumulative_from: Period | None = None
    trajectory: Trajectory = Trajectory.LINEAR
    method: str = "growth-ratio"
    method_version: str = "1"
    quality_note: Wording = Wording()
    indicator: IndicatorKind | None = None
    part_of: str | None = None
    part_name: Wording = Wording()
    dead_band: Decimal | None = None
    band_low: Decimal | None = None
    band_high: Decimal | None = None
    next_release: Period | None = None

    @property
    def target_level(self) -> Decimal | None:
        """The level that meets the target, or None when it is not a level or not yet known.

        A relative target of -15 is 85 % of the baseline; an absolute one is added to it.
        """
        if self.target_value is None:
            return None
        if self.target_shape in (TargetShape.LEVEL, TargetShape.BINARY):
            return self.target_value
        if self.target_shape is TargetShape.CUMULATIVE or self.baseline_value is None:
            return None
        if self.target_shape is TargetShape.RELATIVE:
            return self.baseline_value * (100 + self.target_value) / 100
        return self.baseline_value + self.target_value


@dataclass(frozen=True, slots=True)
class Observation:
    """One published figure of a metric for one period; a metric has one a period.

    Attributes:
        former_value: What stood here before the newest correction, or None.
        reason: Why it was corrected ("revideret af Danmarks Statistik").
    """

    id: str
    metric: str = ""
    period: Period = Period("2000")
    value: Decimal = Decimal(0)
    status: ObservationStatus = ObservationStatus.FINAL
    published: Period | None = None
    source_reference: str = ""
    note: str = ""
    former_value: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TrajectoryPoint:
    """An agreed interim target: the value that a metric should have in a period."""

    id: str
    metric: str = ""
    period: Period = Period("2000")
    value: Decimal = Decimal(0)
    note: str = ""
