# SPDX-License-Identifier: Apache-2.0
"""A mission with which no rule finds fault; each test breaks it in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.body import (
    Body,
    BodyKind,
    Meeting,
    MeetingRhythm,
    MeetingState,
    MemberRole,
    Membership,
)
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.finding import Finding
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.letter import BlockKind, Letter, LetterBlock
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, Periodicity
from missiondesk.domain.mission import ActorType, Mission, MissionState
from missiondesk.domain.organisation import Appointment, Ministry, Office, OfficeLevel, Person
from missiondesk.domain.period import Period
from missiondesk.domain.readiness import check
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording

TODAY = date(2026, 11, 23)
SENTENCE = "I 2030 er andelen af unge uden job og uddannelse halveret til 3,5 procent."


def sound() -> list[Entity]:
    """Records of one sound mission with metric, letter, commitment and initiative."""
    metric = OutcomeMetric(
        id="metric",
        mission="mission",
        name=Wording("Unge uden job og uddannelse"),
        unit=Wording("%"),
        direction=Direction.DOWN,
        source=Wording("AKU"),
        publisher=Wording("Danmarks Statistik"),
        periodicity=Periodicity.YEAR,
        delay_months=4,
        baseline_value=Decimal("7.1"),
        baseline_period=Period("2016"),
        target_value=Decimal("3.5"),
        target_period=Period("2030"),
    )
    return [
        Ministry(id="work", name=Wording("Beskæftigelsesministeriet")),
        Ministry(id="school", name=Wording("Undervisningsministeriet")),
        Office(id="minister", ministry="work", title=Wording("Beskæftigelsesminister")),
        Office(id="other", ministry="school", title=Wording("Undervisningsminister")),
        Office(id="secretary", ministry="work", level=OfficeLevel.PERMANENT_SECRETARY),
        Body(
            id="group",
            code="SG1",
            name=Wording("Styregruppen"),
            mission="mission",
            reports_to="missionboard",
            rhythm=MeetingRhythm.MONTHLY,
        ),
        Body(
            id="missionboard",
            code="MB1",
            name=Wording("Missionsrådet"),
            kind=BodyKind.MISSION_BOARD,
            mission="mission",
            rhythm=MeetingRhythm.QUARTERLY,
        ),
        Membership(id="groupseat", body="group", office="secretary", role=MemberRole.CHAIR),
        Membership(id="groupseat2", body="group", office="other"),
        Membership(id="boardseat", body="missionboard", office="minister", role=MemberRole.CHAIR),
        Membership(id="boardseat2", body="missionboard", office="other"),
        Meeting(
            id="met", body="group", date=Period("2026-11-10"), state=MeetingState.HELD, present=2
        ),
        Meeting(
            id="met2",
            body="missionboard",
            date=Period("2026-10-06"),
            state=MeetingState.HELD,
            present=2,
        ),
        Person(id="person", name="Eksempel Person"),
        Appointment(id="held", office="minister", person="person", valid_from=Period("2026-06-01")),
        Appointment(id="held2", office="other", person="person", valid_from=Period("2026-06-01")),
        Mission(
            id="mission",
            code="M1",
            title=Wording("Unge"),
            sentence=Wording(SENTENCE),
            start=Period("2026-03"),
            horizon=Period("2030"),
            state=MissionState.ACTIVE,
            accountable_office="minister",
            co_offices=("other",),
            actor_types=(ActorType.FOUNDATION,),
        ),
        metric,
        Observation(id="o1", metric="metric", period=Period("2023"), value=Decimal("5.4")),
        Observation(id="o2", metric="metric", period=Period("2024"), value=Decimal("5.2")),
        Observation(id="o3", metric="metric", period=Period("2025"), value=Decimal("5.0")),
        StatusAssessment(
            id="status",
            mission="mission",
            period=Period("2026-10-31"),
            rating="limited",
            confidence=Confidence.FEASIBLE,
        ),
        LearningEntry(id="learned", mission="mission", period=Period("2026-08")),
        Commitment(
            id="promise",
            mission="mission",
            number=1,
            text=Wording("Indføre ungeguider i alle kommuner"),
            due=Period("2027-03-31"),
            lead_office="minister",
            co_offices=("other",),
        ),
        Letter(
            id="letter",
            mission="mission",
            addressee_office="minister",
            addressee_person="person",
            follow_up=Period("2027-03-01"),
        ),
        LetterBlock(id="block", letter="letter", kind=BlockKind.ACCOUNTABLE),
        Initiative(
            id="initiative",
            code="I1",
            mission="mission",
            office="minister",
            stage=Stage.PILOT,
            hypothesis=Wording("Ungeguider får flere i gang"),
            contribution=Decimal("-1.6"),
            kill_criteria=Wording("Ingen virkning efter to år"),
            gate_due=Period("2027-06"),
        ),
    ]


def findings(records: list[Entity]) -> tuple[Finding, ...]:
    """What the readiness check says of these records."""
    kinds = {type(record) for record in records}
    by_kind = {kind: tuple(one for one in records if type(one) is kind) for kind in kinds}
    return check(Situation(by_kind, TODAY))


Break = Callable[[list[Entity]], list[Entity]]


def changed(key: str, **fields: Any) -> Break:
    """A break that replaces fields of one record."""
    return lambda records: [
        replace(one, **fields) if one.id == key else one  # type: ignore[type-var]
        for one in records
    ]


def without(*keys: str) -> Break:
    """A break that takes records away."""
    return lambda records: [one for one in records if one.id not in keys]


def joined(*more: Entity) -> Break:
    """A break that adds records."""
    return lambda records: [*records, *more]
