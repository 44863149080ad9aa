# SPDX-License-Identifier: Apache-2.0
"""Key metrics: how a mission is measured, what was observed, and how people judge it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape, TrajectoryPoint
from missiondesk.domain.metric_change import GUARDED, MetricChange
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, day
from missiondesk.domain.rating import Judgement
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.two_scales import far_apart
from missiondesk.domain.wording import Wording
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

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
            Refused: A field is wrong, or the mission is agreed and a field changes that only a
                decision may change (D2): see `change`.
        """
        self._session.the(OutcomeMetric, metric.id)
        sound_metric(metric)
        guarded = self.guarded(metric)
        if guarded:
            raise Refused(
                N_("The mission is agreed: this is changed by a decision with a reason."),
                field=guarded[0],
                rule="D2",
            )
        with self._session.write(Verb.REVISE_METRIC, metric.id, self._mission_name(metric)) as unit:
            unit.save(metric)
        return metric

    def guarded(self, metric: OutcomeMetric) -> tuple[str, ...]:
        """Fields in which ``metric`` differs from what is agreed, by name (D2).

        None before the mission is agreed; what was empty until now is filled in freely.
        """
        before = self._session.the(OutcomeMetric, metric.id)
        mission = self._session.store.get(Mission, before.mission)
        return guarded_changes(mission, before, metric)

    def change(
        self,
        metric: OutcomeMetric,
        reason: Wording,
        decided_by: str,
        decided: Period | None = None,
        reference: str = "",
    ) -> MetricChange:
        """Change how an agreed mission is measured, with the decision that allows it (D2).

        Metric and decision are written in one Step; the former values stay readable in it.

        Raises:
            Refused: A field is wrong, nothing guarded changes, or reason or decider are missing.
        """
        sound_metric(metric)
        fields = self.guarded(metric)
        if not fields:
            raise Refused(N_("Nothing changes that needs a decision."), field="reason")
        if not reason:
            raise Refused(N_("The decision needs a reason."), field="reason", rule="D2")
        if not decided_by.strip():
            raise Refused(N_("Say who decided it."), field="decided_by", rule="D2")
        before = self._session.the(OutcomeMetric, metric.id)
        made = MetricChange(
            identity.new_id(),
            metric=metric.id,
            decided=decided or day(self._session.today),
            fields=fields,
            former=_former(before, fields),
            reason=reason,
            decided_by=decided_by.strip(),
            reference=reference.strip(),
        )
        about = self._mission_name(metric)
        with self._session.write(Verb.CHANGE_METRIC, metric.id, about) as unit:
            unit.save(metric)
            unit.save(made)
        return made

    def changes(self, key: str) -> tuple[MetricChange, ...]:
        """Decided changes of a metric, oldest first."""
        return self._session.situation.metric_changes_of(key)

    def record(self, key: str, rows: Sequence[Observation]) -> tuple[Observation, ...]:
        """Make ``rows`` the observations of the metric: adds, revises and removes in one Step.

        A row without id is new. Rows that are the same as before are not touched; one whose value
        is corrected keeps its former value beside the new one.

        Raises:
            Refused: Two rows speak of the same period.
        """
        metric = self._session.the(OutcomeMetric, key)
        one_a_period(rows)
        kept = tuple(replace(row, id=row.id or identity.new_id(), metric=key) for row in rows)
        ids = {row.id for row in kept}
        with self._session.write(Verb.RECORD_OBSERVATIONS, key, self._mission_name(metric)) as unit:
            # Removed first, so that a new row may take a removed one's period.
            before = {seen.id: seen for seen in unit.where(Observation, metric=key)}
            for seen in before.values():
                if seen.id not in ids:
                    unit.remove(Observation, seen.id)
            for row in kept:
                unit.save(corrected(before.get(row.id), row))
        return self.observations(key)

    def assess(
        self,
        mission: str,
        confidence: Confidence | None,
        narrative: str,
        period: Period | None = None,
        assessor: str = "",
        next_step: str = "",
    ) -> StatusAssessment:
        """Note a dated judgement of the mission, with the computed rating as it is now.

        Without ``assessor`` it is the one who writes in this workspace.

        Raises:
            Refused: The narrative is longer than 1,000 characters, or it is empty although the two
                scales lie two steps apart or more (D3).
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
        computed = self._session.situation.judgement_of(mission)
        if confidence is not None and not narrative and far_apart(computed.rating, confidence):
            raise Refused(
                N_(
                    "The computed development ({rating}) and the delivery confidence ({word}) lie "
                    "two steps apart or more. Say why in a sentence."
                ),
                field="narrative",
                rule="D3",
                rating=computed.rating,
                word=confidence,
            )
        judged = assessment(
            mission,
            computed,
            period or day(self._session.today),
        )
        judged = replace(
            judged, confidence=confidence, narrative=narrative, next_step=next_step.strip()
        )
        judged = replace(judged, assessor=assessor or self._session.store.who)
        with self._session.write(Verb.ASSESS_MISSION, mission, name_of(found)) as unit:
            unit.save(judged)
        return judged

    def _mission_name(self, metric: OutcomeMetric) -> str:
        mission = self._session.store.get(Mission, metric.mission)
        return name_of(mission) if mission else name_of(metric)


def corrected(before: Observation | None, row: Observation) -> Observation:
    """The row as it is kept: with its former value when a figure of the same period changes."""
    if before is None or before.period != row.period or before.value == row.value:
        return row
    return replace(row, former_value=before.value)


def guarded_changes(
    mission: Mission | None, before: OutcomeMetric, after: OutcomeMetric
) -> tuple[str, ...]:
    """Fields in which the metric would differ from what is agreed, by name (D2)."""
    if mission is None or not mission.state.live or not before.key:
        return ()
    changed = [
        name
        for name in GUARDED
        if getattr(before, name) != getattr(after, name) and not _empty(getattr(before, name))
    ]
    if before.target_value is None:  # its shape says nothing without it
        changed = [name for name in changed if name != "target_shape"]
    return tuple(changed)


def _empty(value: object) -> bool:
    return value is None or value == "" or value == Wording()


def _former(metric: OutcomeMetric, fields: tuple[str, ...]) -> str:
    from missiondesk.store.rows import encode

    stored = encode(metric)
    return json.dumps({name: stored[name] for name in fields}, ensure_ascii=False)


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


def one_a_period(rows: Sequence[Observation] | Sequence[TrajectoryPoint]) -> None:
    """Refuse two figures, or two interim targets, for the same period."""
    seen: set[Period] = set()
    for row in rows:
        if row.period in seen:
            raise Refused(
                N_("There are two figures for {period}."), field="period", period=row.period
            )
        seen.add(row.period)


def sound_metric(metric: OutcomeMetric) -> None:
    """Refuse a metric with a field that cannot be."""
    if not 0 <= metric.decimals <= MOST_DECIMALS:
        raise Refused(
            N_("Between 0 and {most} decimals can be printed."),
            field="decimals",
            most=MOST_DECIMALS,
        )
    if metric.delay_months is not None and metric.delay_months < 0:
        raise Refused(N_("The delay cannot be negative."), field="delay_months")
    if metric.dead_band is not None and metric.dead_band < 0:
        raise Refused(N_("The criterion for change cannot be negative."), field="dead_band")
    low, high = metric.band_low, metric.band_high
    if low is not None and high is not None and low > high:
        raise Refused(N_("The band ends below its beginning."), field="band_high")
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
