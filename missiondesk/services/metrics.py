# SPDX-License-Identifier: Apache-2.0
"""Key metrics: how a mission is measured, what was observed, and how people judge it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape, TrajectoryPoint
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, day
from missiondesk.domain.progress import Judgement
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit

LONGEST_NARRATIVE = 1000
MOST_DECIMALS = 6


class Metrics:
    """The verbs about key metrics, observations and assessments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> OutcomeMetric | None:
        """The metric with this id, or None."""
        return self._session.store.get(OutcomeMetric, key)

    def of_mission(self, mission: str) -> OutcomeMetric | None:
        """The key metric of a mission, or None."""
        return self._session.situation.metric_of(mission)

    def observations(self, key: str) -> tuple[Observation, ...]:
        """What was observed of the metric, oldest first."""
        return self._session.situation.observations_of(key)

    def revise(self, metric: OutcomeMetric) -> OutcomeMetric:
        """Write the metric as given.

        Raises:
            Refused: A field is wrong.
        """
        self._session.the(OutcomeMetric, metric.id)
        _sound(metric)
        with self._session.write(Verb.REVISE_METRIC, metric.id, self._mission_name(metric)) as unit:
            unit.save(metric)
        return metric

    def record(self, key: str, rows: Sequence[Observation]) -> tuple[Observation, ...]:
        """Make ``rows`` the observations of the metric: adds, revises and removes in one Step.

        A row without id is new. Rows that are the same as before are not touched.

        Raises:
            Refused: Two rows speak of the same period.
        """
        metric = self._session.the(OutcomeMetric, key)
        _one_a_period(rows)
        kept = tuple(replace(row, id=row.id or identity.new_id(), metric=key) for row in rows)
        ids = {row.id for row in kept}
        with self._session.write(Verb.RECORD_OBSERVATIONS, key, self._mission_name(metric)) as unit:
            # Removed first, so that a new row may take a removed one's period.
            for seen in unit.where(Observation, metric=key):
                if seen.id not in ids:
                    unit.remove(Observation, seen.id)
            for row in kept:
                unit.save(row)
        return self.observations(key)

    def assess(
        self,
        mission: str,
        confidence: Confidence | None,
        narrative: str,
        period: Period | None = None,
        assessor: str = "",
    ) -> StatusAssessment:
        """Note a dated judgement of the mission, with the computed rating as it is now.

        Without ``assessor`` it is the one who writes in this workspace.

        Raises:
            Refused: The narrative is longer than 1,000 characters.
        """
        found = self._session.the(Mission, mission)
        narrative = narrative.strip()
        if len(narrative) > LONGEST_NARRATIVE:
            raise Refused(
                N_("The reason may have {most} characters at most; it has {length}."),
                field="narrative",
                most=LONGEST_NARRATIVE,
                length=len(narrative),
            )
        judged = assessment(
            mission,
            self._session.situation.judgement_of(mission),
            period or day(self._session.today),
        )
        judged = replace(judged, confidence=confidence, narrative=narrative)
        judged = replace(judged, assessor=assessor or self._session.store.who)
        with self._session.write(Verb.ASSESS_MISSION, mission, name_of(found)) as unit:
            unit.save(judged)
        return judged

    def _mission_name(self, metric: OutcomeMetric) -> str:
        mission = self._session.store.get(Mission, metric.mission)
        return name_of(mission) if mission else name_of(metric)


def remove_metric(unit: Unit, key: str) -> None:
    """Remove a metric with its figures, interim targets, changes, feeds and breakdowns."""
    for part in unit.where(OutcomeMetric, part_of=key):
        remove_metric(unit, part.id)
    for seen in unit.where(Observation, metric=key):
        unit.remove(Observation, seen.id)
    for point in unit.where(TrajectoryPoint, metric=key):
        unit.remove(TrajectoryPoint, point.id)
    for change in unit.where(MetricChange, metric=key):
        unit.remove(MetricChange, change.id)
    for feed in unit.where(FigureFeed, metric=key):
        unit.remove(FigureFeed, feed.id)
    unit.remove(OutcomeMetric, key)


def assessment(mission: str, judgement: Judgement, period: Period) -> StatusAssessment:
    """The computed part of an assessment: rating, ratio, method with version and the figures."""
    return StatusAssessment(
        identity.new_id(),
        mission=mission,
        period=period,
        rating=judgement.rating.value,
        ratio="" if judgement.ratio is None else repr(judgement.ratio),
        method=judgement.method,
        inputs=judgement.inputs,
    )


def _one_a_period(rows: Sequence[Observation]) -> None:
    seen: set[Period] = set()
    for row in rows:
        if row.period in seen:
            raise Refused(
                N_("There are two figures for {period}."), field="period", period=row.period
            )
        seen.add(row.period)


def _sound(metric: OutcomeMetric) -> None:
    if not 0 <= metric.decimals <= MOST_DECIMALS:
        raise Refused(
            N_("Between 0 and {most} decimals can be printed."),
            field="decimals",
            most=MOST_DECIMALS,
        )
    if metric.delay_months is not None and metric.delay_months < 0:
        raise Refused(N_("The delay cannot be negative."), field="delay_months")
    _sound_times(metric)


def _sound_times(metric: OutcomeMetric) -> None:
    target, base, first = metric.target_period, metric.baseline_period, metric.cumulative_from
    if target is not None and base is not None and target.last <= base.last:
        raise Refused(
            N_("The target must lie after the baseline."), field="target_period", rule="M4"
        )
    if metric.target_shape is not TargetShape.CUMULATIVE and first is not None:
        raise Refused(N_("Only a total over the years has a first year."), field="cumulative_from")
    if first is not None and target is not None and first.first > target.last:
        raise Refused(N_("The total begins after it ends."), field="cumulative_from")
