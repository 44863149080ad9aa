# SPDX-License-Identifier: Apache-2.0
"""What stands beside a key metric: supporting indicators, breakdowns and interim targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.metric import (
    MOST_INDICATORS,
    IndicatorKind,
    OutcomeMetric,
    TrajectoryPoint,
)
from missiondesk.domain.mission import Mission
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.metrics import one_a_period, sound_metric
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Indicators:
    """The verbs about supporting indicators, breakdowns and interim targets."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_mission(self, mission: str) -> tuple[OutcomeMetric, ...]:
        """Supporting indicators of a mission in their order."""
        return self._session.situation.indicators_of(mission)

    def add(self, mission: str, name: Wording, kind: IndicatorKind) -> OutcomeMetric:
        """Add a supporting indicator.

        Raises:
            Refused: There is no such mission, or it has six of them already.
        """
        found = self._session.the(Mission, mission)
        if len(self.of_mission(mission)) >= MOST_INDICATORS:
            raise Refused(
                N_("A mission has {most} supporting indicators at most. Remove one first."),
                most=MOST_INDICATORS,
            )
        made = OutcomeMetric(
            identity.new_id(), mission=mission, key=False, name=name, indicator=kind
        )
        with self._session.write(Verb.ADD_INDICATOR, made.id, name_of(found)) as unit:
            unit.save(made)
        return made

    def add_part(self, metric: str, part: Wording) -> OutcomeMetric:
        """Add a breakdown of a metric, measured as the whole is.

        Raises:
            Refused: There is no such metric, or it is a breakdown itself.
        """
        whole = self._session.the(OutcomeMetric, metric)
        if whole.part_of is not None:
            raise Refused(N_("A breakdown is not broken down again."), field="part_of")
        made = OutcomeMetric(
            identity.new_id(),
            mission=whole.mission,
            key=False,
            name=whole.name,
            geography=whole.geography,
            unit=whole.unit,
            decimals=whole.decimals,
            direction=whole.direction,
            limit=whole.limit,
            source=whole.source,
            publisher=whole.publisher,
            periodicity=whole.periodicity,
            delay_months=whole.delay_months,
            part_of=whole.id,
            part_name=part,
        )
        with self._session.write(Verb.ADD_INDICATOR, made.id, name_of(whole)) as unit:
            unit.save(made)
        return made

    def revise(self, indicator: OutcomeMetric) -> OutcomeMetric:
        """Write the indicator or breakdown as given.

        Raises:
            Refused: It is the key metric, or a field is wrong.
        """
        before = self._session.the(OutcomeMetric, indicator.id)
        if before.key or indicator.key:
            raise Refused(N_("The key metric is revised in its own place."), field="key")
        sound_metric(indicator)
        return self._session.keep(Verb.REVISE_INDICATOR, indicator)

    def remove(self, key: str) -> None:
        """Remove an indicator or breakdown with its figures.

        Raises:
            Refused: It is the key metric.
        """
        found = self._session.the(OutcomeMetric, key)
        if found.key:
            raise Refused(N_("The key metric cannot be removed; change it by a decision."))
        with self._session.write(Verb.REMOVE_INDICATOR, key, name_of(found)) as unit:
            remove_with_belongings(unit, OutcomeMetric, key)

    # -- interim targets ---------------------------------------------------------------
    def interim_targets(self, metric: str) -> tuple[TrajectoryPoint, ...]:
        """Interim targets of a metric, oldest first."""
        return self._session.situation.interim_targets_of(metric)

    def set_interim_targets(
        self, metric: str, rows: Sequence[TrajectoryPoint]
    ) -> tuple[TrajectoryPoint, ...]:
        """Make ``rows`` the interim targets of the metric in one Step.

        A row without id is new.

        Raises:
            Refused: Two rows speak of the same period, or one is not between baseline and target.
        """
        found = self._session.the(OutcomeMetric, metric)
        one_a_period(rows)
        for row in rows:
            _between(found, row)
        kept = [replace(row, id=row.id or identity.new_id(), metric=metric) for row in rows]
        ids = {row.id for row in kept}
        with self._session.write(Verb.SET_INTERIM_TARGETS, metric, name_of(found)) as unit:
            for point in unit.where(TrajectoryPoint, metric=metric):
                if point.id not in ids:
                    unit.remove(TrajectoryPoint, point.id)
            for row in kept:
                unit.save(row)
        return self.interim_targets(metric)


def _between(metric: OutcomeMetric, row: TrajectoryPoint) -> None:
    first, last = metric.baseline_period, metric.target_period
    if (first is not None and row.period.last <= first.last) or (
        last is not None and row.period.last >= last.last
    ):
        raise Refused(
            N_("The interim target for {period} does not lie between baseline and target."),
            field="period",
            period=row.period,
        )
