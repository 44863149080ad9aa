# SPDX-License-Identifier: Apache-2.0
"""Which metrics get their figures from which tables, and which of them wait for a new edition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.publication_calendar import DataAge, Freshness, data_age
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One table that feeds one metric.

    Attributes:
        latest: Newest figure of the metric, or None.
        age: How current it is.
    """

    feed: FigureFeed
    metric: OutcomeMetric
    mission: Mission
    latest: Observation | None
    age: DataAge

    @property
    def waits(self) -> bool:
        """Whether a newer edition should be out by now."""
        return self.age.freshness in (Freshness.OVERDUE, Freshness.STALE)


@dataclass(frozen=True, slots=True)
class FedMetric:
    """A metric that figures can be imported into."""

    metric: OutcomeMetric
    mission: Mission

    def name(self, tr: Translator) -> str:
        """Code of the mission and what is measured: "M1 · Andel unge …"."""
        return " · ".join(
            filter(None, (self.mission.code, measured(self.metric, self.mission, tr)))
        )


def measured(metric: OutcomeMetric, mission: Mission, tr: Translator) -> str:
    """Name of a metric with its part; a key metric without a name goes by its mission."""
    name = metric.name.in_language(tr.lang) or mission.title.in_language(tr.lang)
    return ", ".join(filter(None, (name, metric.part_name.in_language(tr.lang))))


def feed_rows(situation: Situation, today: date) -> tuple[FeedRow, ...]:
    """All tables that feed a metric, by mission."""
    found = []
    for feed in situation.all(FigureFeed):
        metric = situation.get(OutcomeMetric, feed.metric)
        mission = situation.get(Mission, metric.mission) if metric else None
        if metric is None or mission is None:
            continue
        seen = situation.observations_of(metric.id)
        latest = seen[-1] if seen else None
        found.append(FeedRow(feed, metric, mission, latest, data_age(metric, latest, today)))
    return tuple(sorted(found, key=lambda one: (one.mission.code, not one.metric.key, one.feed.id)))


def fed_metrics(situation: Situation) -> tuple[FedMetric, ...]:
    """All metrics that can be fed: of each mission the key metric, its indicators, their parts."""
    return tuple(
        FedMetric(metric, mission)
        for mission in situation.missions
        for metric in _with_parts(
            situation, (*situation.key_metrics(mission.id), *situation.indicators_of(mission.id))
        )
    )


def _with_parts(situation: Situation, metrics: Iterable[OutcomeMetric]) -> Iterable[OutcomeMetric]:
    for metric in metrics:
        yield metric
        yield from situation.parts_of(metric)
