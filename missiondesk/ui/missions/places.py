# SPDX-License-Identifier: Apache-2.0
"""In which tab of a mission a field or a record of it is edited."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.metric import Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.stocktake import Stocktake
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail

_TABS = (
    "metric",
    "mission",
    "milestones",
    "initiatives",
    "commitments",
    "status",
    "indicators",
    "learning",
    "stocktakes",
    "letters",
)


def _names(kind: type[object], tab: str) -> dict[str, str]:
    return {field.name: tab for field in fields(kind)}  # type: ignore[arg-type]


# Where two kinds have a field of the same name, the mission's own wins, then the metric's.
_FIELDS: Final[dict[str, str]] = {
    **_names(LearningEntry, "learning"),
    **_names(Stocktake, "stocktakes"),
    **_names(Commitment, "commitments"),
    **_names(Milestone, "milestones"),
    **_names(OutcomeMetric, "metric"),
    **_names(Mission, "mission"),
    "observations": "metric",
    "confidence": "status",
    "narrative": "mission",
    "text": "commitments",
    "key": "metric",
}


def tab_of(field: str, record: str, detail: MissionDetail) -> str:
    """Key of the tab for a field, or for a record of the mission, which decides when given."""
    groups = (
        ("commitments", detail.commitments),
        ("milestones", detail.milestones),
        ("initiatives", detail.initiatives),
        ("letters", detail.letters),
        ("status", detail.assessments),
        ("learning", detail.learning),
        ("stocktakes", detail.stocktakes),
        ("metric", detail.observations),
    )
    for tab, records in groups:
        if record and any(one.id == record for one in records):
            return tab
    if detail.metric is not None and record == detail.metric.id:
        return "metric"
    if record and any(one.id == record for one in detail.indicators):
        return "indicators"
    return field if field in _TABS else _FIELDS.get(field, "metric")


def mission_of(desk: Desk, key: str) -> tuple[str, str]:
    """Mission and record for any id that belongs to a mission; ("", "") when it is unknown.

    The record is "" where the id is the mission's own.
    """
    now = desk.situation
    if now.get(Mission, key) is not None:
        return key, ""
    metric = now.get(OutcomeMetric, key)
    seen = now.get(Observation, key) or now.get(MetricChange, key) or now.get(TrajectoryPoint, key)
    if seen is not None:
        metric = now.get(OutcomeMetric, seen.metric)
    owner = (
        metric
        or now.get(Milestone, key)
        or now.get(Commitment, key)
        or now.get(StatusAssessment, key)
        or now.get(LearningEntry, key)
        or now.get(Stocktake, key)
    )
    return (owner.mission or "", key) if owner is not None else ("", "")
