# SPDX-License-Identifier: Apache-2.0
"""Records of what governs, steers, equips and joins in, for tests; see `tests.builders`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from missiondesk.domain.actor import (
    Actor,
    ActorCommitment,
    CoalitionNeed,
    Consent,
    ContributionKind,
    Engagement,
    PromiseState,
    Stance,
)
from missiondesk.domain.body import (
    AgendaItem,
    Body,
    ItemPurpose,
    Meeting,
    MeetingRhythm,
    MeetingState,
    Membership,
)
from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.comment import Comment
from missiondesk.domain.copy_sent import CopySent, Purpose
from missiondesk.domain.decision import Action, Decision
from missiondesk.domain.entities import Entity
from missiondesk.domain.gate import Criterion, Gate
from missiondesk.domain.identity import new_id
from missiondesk.domain.initiative import Light, Money
from missiondesk.domain.initiative_assessment import InitiativeAssessment
from missiondesk.domain.issue import Dependency, Issue, Risk
from missiondesk.domain.journal_mark import JournalMark
from missiondesk.domain.mission import ActorType
from missiondesk.domain.period import Period
from missiondesk.domain.purge import Purge
from missiondesk.domain.responsibility import Raci, Responsibility
from missiondesk.domain.skill import (
    Capability,
    ConflictStatement,
    Expert,
    Skill,
    SkillRequirement,
    SourcingAction,
)
from missiondesk.domain.wording import Wording


def a_body(**fields: Any) -> Body:
    """A steering group that meets every month."""
    values: dict[str, Any] = {
        "id": new_id(),
        "code": "SG1",
        "name": Wording("Styregruppen for unge", "Steering group on young people"),
        "rhythm": MeetingRhythm.MONTHLY,
        "valid_from": Period("2026-06"),
    }
    return Body(**values | fields)


def a_seat(**fields: Any) -> Membership:
    """A member's seat; give ``body`` and ``office`` or ``actor`` when it is to be stored."""
    return Membership(
        **{"id": new_id(), "body": new_id(), "valid_from": Period("2026-06")} | fields
    )


def a_meeting(**fields: Any) -> Meeting:
    """A meeting that was held; give ``body`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "body": new_id(),
        "date": Period("2026-10-20"),
        "papers_due": Period("2026-10-13"),
        "state": MeetingState.HELD,
    }
    return Meeting(**values | fields)


def an_agenda_item(**fields: Any) -> AgendaItem:
    """An item for decision; give ``meeting`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "meeting": new_id(),
        "position": 1,
        "title": "Skalering af én indgang",
        "purpose": ItemPurpose.DECISION,
        "recommendation": "Det indstilles, at forsøget udvides til ti kommuner.",
    }
    return AgendaItem(**values | fields)


def a_decision(**fields: Any) -> Decision:
    """A decision that was taken and has a date; its owner only when given."""
    values: dict[str, Any] = {
        "id": new_id(),
        "number": "B1",
        "text": Wording("Forsøget udvides.", "The pilot is extended."),
        "date": Period("2026-10-20"),
        "due": Period("2027-03-31"),
    }
    return Decision(**values | fields)


def an_action(**fields: Any) -> Action:
    """Something to be done."""
    values: dict[str, Any] = {
        "id": new_id(),
        "text": "Udarbejd bevillingsgrundlag.",
        "due": Period("2026-12-01"),
    }
    return Action(**values | fields)


def a_responsibility(**fields: Any) -> Responsibility:
    """One letter of a RACI matrix; give item and party when it is to be stored."""
    return Responsibility(**{"id": new_id(), "part": Raci.CONSULTED} | fields)


def an_issue(**fields: Any) -> Issue:
    """An unresolved issue that lies with the initiative."""
    values: dict[str, Any] = {
        "id": new_id(),
        "number": "E1",
        "title": "Kommunerne mangler hjemmel",
        "raised": Period("2026-10-01"),
        "level_since": Period("2026-10-01"),
    }
    return Issue(**values | fields)


def a_risk(**fields: Any) -> Risk:
    """A risk judged at 3 by 4."""
    values: dict[str, Any] = {
        "id": new_id(),
        "number": "R1",
        "cause": "Få psykologer",
        "event": "Forløb bliver forsinket",
        "effect": "Færre unge kommer i job",
        "probability": 3,
        "impact": 4,
    }
    return Risk(**values | fields)


def a_dependency(**fields: Any) -> Dependency:
    """One effort that waits for another; give both when it is to be stored."""
    return Dependency(**{"id": new_id(), "text": "Venter på loven", "due": Period("2027")} | fields)


def a_gate(**fields: Any) -> Gate:
    """The gate from pilot to scale; give ``initiative`` when it is to be stored."""
    return Gate(**{"id": new_id(), "initiative": new_id(), "due": Period("2027-10")} | fields)


def a_criterion(**fields: Any) -> Criterion:
    """At least 500 young people; give ``initiative`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "initiative": new_id(),
        "text": Wording("Unge i forløb efter et år", "Young people after a year"),
        "threshold": Decimal(500),
        "unit": "unge",
    }
    return Criterion(**values | fields)


def a_budget_line(**fields: Any) -> BudgetLine:
    """Twelve million kroner in 2027; give ``initiative`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "initiative": new_id(),
        "account": "§ 17.46.01",
        "amounts": (Money(2027, 12_000_000_00),),
    }
    return BudgetLine(**values | fields)


def a_skill(**fields: Any) -> Skill:
    """Data and statistics."""
    values: dict[str, Any] = {
        "id": new_id(),
        "code": "K02",
        "label": Wording("Data og statistik", "Data and statistics"),
        "framework": "missiondesk",
    }
    return Skill(**values | fields)


def a_requirement(**fields: Any) -> SkillRequirement:
    """Two work years at level 3; give ``skill`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "skill": new_id(),
        "fte": Decimal(2),
        "needed_from": Period("2027-01"),
        "needed_to": Period("2028-12"),
    }
    return SkillRequirement(**values | fields)


def a_capability(**fields: Any) -> Capability:
    """One work year at level 3; give ``skill`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "skill": new_id(),
        "unit": "Analysekontoret",
        "level": 3,
        "fte": Decimal(1),
        "headcount": 2,
        "assessed": Period("2026-09"),
    }
    return Capability(**values | fields)


def a_sourcing_action(**fields: Any) -> SourcingAction:
    """A course; give ``skill`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "skill": new_id(),
        "provider": "Eksempelhøjskolen",
        "start": Period("2026-12"),
    }
    return SourcingAction(**values | fields)


def an_expert(**fields: Any) -> Expert:
    """An expert who declared no conflict of interest."""
    values: dict[str, Any] = {
        "id": new_id(),
        "name": "Eksempel Ekspert",
        "field": "Måling af effekt",
        "conflict": ConflictStatement.NONE,
        "conflict_date": Period("2026-09-01"),
        "contract_from": Period("2026-09"),
        "contract_to": Period("2027-08"),
    }
    return Expert(**values | fields)


def an_actor(**fields: Any) -> Actor:
    """A foundation that may be named."""
    values: dict[str, Any] = {
        "id": new_id(),
        "name": "Eksempelfonden",
        "type": ActorType.FOUNDATION,
        "stance": Stance.SUPPORTER,
        "consent": Consent.GIVEN,
    }
    return Actor(**values | fields)


def an_actor_commitment(**fields: Any) -> ActorCommitment:
    """Five million kroner; give ``actor`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "actor": new_id(),
        "text": Wording("Støtter mentorer til unge.", "Funds mentors for young people."),
        "kind": ContributionKind.MONEY,
        "quantity": Decimal(5),
        "unit": "mio. kr.",
        "state": PromiseState.SIGNED,
        "state_date": Period("2026-08"),
        "evidence": "Underskrevet aftale",
        "evidence_date": Period("2026-08"),
    }
    return ActorCommitment(**values | fields)


def a_coalition_need(**fields: Any) -> CoalitionNeed:
    """Twenty million kroner; give ``mission`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "mission": new_id(),
        "kind": ContributionKind.MONEY,
        "quantity": Decimal(20),
        "unit": "mio. kr.",
    }
    return CoalitionNeed(**values | fields)


def an_engagement(**fields: Any) -> Engagement:
    """A meeting with an actor; give ``actor`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "actor": new_id(),
        "date": Period("2026-09-10"),
        "summary": "Enige om ti lokale mentorordninger.",
    }
    return Engagement(**values | fields)


def an_initiative_assessment(**fields: Any) -> InitiativeAssessment:
    """Red in the half-year before."""
    values: dict[str, Any] = {
        "id": new_id(),
        "initiative": new_id(),
        "period": Period("2026-H1"),
        "light": Light.RED,
    }
    return InitiativeAssessment(**values | fields)


def a_journal_mark(**fields: Any) -> JournalMark:
    """What says where a document lies in the case system."""
    values: dict[str, Any] = {
        "id": new_id(),
        "case_number": "2026-1234",
        "document_number": "17",
        "filed": Period("2026-11-03"),
        "filed_by": "Sekretær",
    }
    return JournalMark(**values | fields)


def a_purge(**fields: Any) -> Purge:
    """A purge of one removed record."""
    values: dict[str, Any] = {
        "id": new_id(),
        "decided": Period("2026-11-03"),
        "decided_by": "Kontorchefen",
        "reason": "Personoplysninger uden hjemmel",
        "purged": (f"person:{new_id()}",),
    }
    return Purge(**values | fields)


def one_of_each_that_governs(mission: str, initiative: str, office: str) -> tuple[Entity, ...]:
    body, gate, decision = a_body(mission=mission), a_gate(initiative=initiative), a_decision()
    meeting = a_meeting(body=body.id)
    return (
        body, a_seat(body=body.id, office=office), meeting, an_agenda_item(meeting=meeting.id),
        decision, an_action(meeting=meeting.id, decision=decision.id),
        a_responsibility(initiative=initiative, office=office), an_issue(initiative=initiative),
        a_risk(mission=mission), a_dependency(initiative=initiative, on_mission=mission), gate,
        a_criterion(initiative=initiative, gate=gate.id), a_budget_line(initiative=initiative),
        an_initiative_assessment(initiative=initiative),
    )  # fmt: skip


def one_of_each_that_equips(mission: str, initiative: str) -> tuple[Entity, ...]:
    skill, actor, expert = a_skill(), an_actor(), an_expert()
    requirement = a_requirement(skill=skill.id, initiative=initiative)
    return (
        skill, requirement, a_capability(skill=skill.id), expert, actor,
        a_sourcing_action(skill=skill.id, requirement=requirement.id, expert=expert.id),
        an_actor_commitment(actor=actor.id, mission=mission), a_coalition_need(mission=mission),
        an_engagement(actor=actor.id, mission=mission),
    )  # fmt: skip


def a_copy_sent(**fields: Any) -> CopySent:
    """A copy for comments, not yet back."""
    values: dict[str, Any] = {
        "id": new_id(),
        "recipient": "Eksempelministeriet, departementschefen",
        "purpose": Purpose.COMMENT,
        "sent": Period("2026-11-02"),
        "sent_by": "Sekretær",
        "file_name": "Kopi.mission",
        "fingerprint": "kaffe tulipan ridder jolle",
    }
    return CopySent(**values | fields)


def a_comment(**fields: Any) -> Comment:
    """An open remark; give ``kind`` and ``record`` of what it is on."""
    values: dict[str, Any] = {
        "id": new_id(),
        "kind": "mission",
        "record": new_id(),
        "text": "Tallet er fra før omlægningen.",
        "author": "Eksempel Åsen",
        "made": Period("2026-11-02"),
    }
    return Comment(**values | fields)
