# SPDX-License-Identifier: Apache-2.0
"""Findings made for a mission, its metric, a commitment …: one way to fill what rules share."""

from __future__ import annotations

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.message import Message
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.situation import Situation


def finding(
    rule: str,
    severity: Severity,
    record: Entity,
    label: str,
    said: Message,
    mend: Message,
    *,
    field: str = "",
    mission: str = "",
) -> Finding:
    """A finding about ``record``; the takeaway follows from the rule's letter."""
    takeaway = {"M": 1, "A": 1, "L": 2, "G": 3, "D": 4, "P": 5, "K": 6}[rule[0]]
    kind = KIND_OF[type(record)]
    return Finding(rule, severity, kind, record.id, label, field, said, mend, takeaway, mission)


def judged(mission: Mission) -> bool:
    """Whether the rules on content apply: not a bare idea and not over."""
    return mission.state not in (MissionState.IDEA, MissionState.ACHIEVED, MissionState.CLOSED)


def weight(mission: Mission) -> Severity:
    """What is missing is an error once the mission is agreed, before that a warning."""
    return Severity.ERROR if mission.state.live else Severity.WARNING


def commitment_label(situation: Situation, commitment: Commitment) -> str:
    """Label such as M1.3: the mission's code and the commitment's number."""
    mission = situation.get(Mission, commitment.mission)
    return f"{mission.code if mission else '?'}.{commitment.number}"
