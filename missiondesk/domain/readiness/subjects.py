# SPDX-License-Identifier: Apache-2.0
"""What the rules share: the missions they judge, and one way to make a finding of a record."""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.actor import Actor
from missiondesk.domain.body import Body
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.decision import Decision
from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.issue import Issue, Risk
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import Message
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Office
from missiondesk.domain.references import REFERENCES
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Expert, Skill


def finding(
    situation: Situation,
    rule: str,
    severity: Severity,
    record: Entity,
    said: Message,
    mend: Message,
    field: str = "",
) -> Finding:
    """A finding about ``record``, or about one ``field`` of it; takeaway, label and mission
    follow.
    """
    takeaway = {"M": 1, "A": 1, "L": 2, "G": 3, "D": 4, "P": 5, "K": 6, "C": 6}[rule[0]]
    kind, label = KIND_OF[type(record)], label_of(situation, record)
    mission = _mission_of(situation, record)
    if isinstance(record, Mission | OutcomeMetric) and _is_idea(situation, mission):
        severity = Severity.NOTE  # what an idea still lacks is told, it needs no hand yet
    return Finding(rule, severity, kind, record.id, label, field, said, mend, takeaway, mission)


def _is_idea(situation: Situation, mission: str) -> bool:
    found = situation.get(Mission, mission)
    return found is not None and found.state is MissionState.IDEA


def label_of(situation: Situation, record: Entity) -> str:
    """By what people know the record: M1 also for its metric, M1.3 for a commitment."""
    mission = situation.get(Mission, _mission_of(situation, record))
    code = mission.code if mission else "?"
    match record:
        case Commitment():
            return f"{code}.{record.number}"
        case Initiative():
            return record.code or record.title.da or record.title.en or "?"
        case Letter():
            return record.number or code
        case Office() | Secretariat():
            return record.title.da or record.title.en
        case Body():
            return record.code or record.name.da or record.name.en or "?"
        case Actor() | Expert():
            return record.name or "?"
        case Skill():
            return record.code or record.label.da or record.label.en or "?"
        case Decision() | Issue() | Risk():
            return record.number or code
        case Secretariat():
            return record.title.da or record.title.en or "?"
        case _:
            return _owner_label(situation, record) or code


def _owner_label(situation: Situation, record: Entity) -> str:
    """The label of the nearest owner that has one of its own: an initiative, body, actor, skill."""
    for field in ("initiative", "actor", "body", "skill"):
        kind = REFERENCES.get(KIND_OF[type(record)], {}).get(field)
        owner = situation.get(KINDS[kind], getattr(record, field)) if kind else None
        if owner is not None:
            return label_of(situation, owner)
    return ""


def _mission_of(situation: Situation, record: Entity) -> str:
    match record:
        case Mission():
            return record.id
        case Office():
            return ""
        case MetricChange():
            metric = situation.get(OutcomeMetric, record.metric)
            return metric.mission if metric else ""
        case _:
            mission = getattr(record, "mission", None)
            if mission is None and getattr(record, "initiative", None) is not None:
                initiative = situation.get(Initiative, getattr(record, "initiative", None))
                mission = initiative.mission if initiative is not None else None
            return mission or ""


def judged(mission: Mission) -> bool:
    """Whether the rules on content apply: the mission is not over."""
    return mission.state not in (MissionState.ACHIEVED, MissionState.CLOSED)


def judged_missions(situation: Situation) -> Iterator[tuple[Mission, OutcomeMetric | None]]:
    """Missions to which the rules on content apply, each with its key metric."""
    for mission in situation.missions:
        if judged(mission):
            yield mission, situation.metric_of(mission.id)


def weight(mission: Mission) -> Severity:
    """What is missing is an error once the mission is agreed, before that a warning."""
    return Severity.ERROR if mission.state.live else Severity.WARNING
