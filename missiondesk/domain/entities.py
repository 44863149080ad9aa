# SPDX-License-Identifier: Apache-2.0
"""The list of all kinds of records, so that store, trail and export need no code per kind."""

from __future__ import annotations

from typing import Final, Protocol

from missiondesk.domain.actor import Actor, ActorCommitment, CoalitionNeed, Engagement
from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.body import AgendaItem, Body, Meeting, Membership
from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.clause import Clause, ClauseProposal, DraftCopy, TalksDraft
from missiondesk.domain.comment import Comment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.copy_sent import CopySent
from missiondesk.domain.decision import Action, Decision
from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.financing import FinancingLine, Package
from missiondesk.domain.gate import Criterion, Gate
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.initiative_assessment import InitiativeAssessment
from missiondesk.domain.issue import Dependency, Issue, Risk
from missiondesk.domain.journal_mark import JournalMark
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.letter import CommonBlock, Letter, LetterBlock
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.metric import Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.negotiation import TalksMeeting, TalksQuestion, TalksRound, Topic
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.party import Constellation, Election, Party, SeatResult
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.position import PartyPosition, TalksOption
from missiondesk.domain.purge import Purge
from missiondesk.domain.responsibility import Responsibility
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.skill import (
    Capability,
    Expert,
    Skill,
    SkillRequirement,
    SourcingAction,
)
from missiondesk.domain.stocktake import Stocktake


class Entity(Protocol):
    """Any record of the workspace: a frozen dataclass with an id."""

    @property
    def id(self) -> str: ...


# The key is the record's kind in the trail and its table's name.
KINDS: Final[dict[str, type[Entity]]] = {
    "secretariat": Secretariat,
    "ministry": Ministry,
    "office": Office,
    "person": Person,
    "appointment": Appointment,
    "mission": Mission,
    "metric": OutcomeMetric,
    "observation": Observation,
    "assessment": StatusAssessment,
    "milestone": Milestone,
    "initiative": Initiative,
    "commitment": Commitment,
    "letter": Letter,
    "letter_block": LetterBlock,
    "trajectory_point": TrajectoryPoint,
    "metric_change": MetricChange,
    "figure_feed": FigureFeed,
    "learning": LearningEntry,
    "stocktake": Stocktake,
    "common_block": CommonBlock,
    "letter_reply": LetterReply,
    "platform_chapter": PlatformChapter,
    "platform_goal": PlatformGoal,
    "party": Party,
    "election": Election,
    "seat_result": SeatResult,
    "constellation": Constellation,
    "talks_round": TalksRound,
    "talks_meeting": TalksMeeting,
    "topic": Topic,
    "talks_question": TalksQuestion,
    "party_position": PartyPosition,
    "talks_option": TalksOption,
    "clause": Clause,
    "clause_proposal": ClauseProposal,
    "talks_draft": TalksDraft,
    "draft_copy": DraftCopy,
    "financing_line": FinancingLine,
    "package": Package,
    "body": Body,
    "membership": Membership,
    "meeting": Meeting,
    "agenda_item": AgendaItem,
    "decision": Decision,
    "action": Action,
    "responsibility": Responsibility,
    "issue": Issue,
    "risk": Risk,
    "dependency": Dependency,
    "gate": Gate,
    "criterion": Criterion,
    "budget_line": BudgetLine,
    "skill": Skill,
    "skill_requirement": SkillRequirement,
    "capability": Capability,
    "sourcing_action": SourcingAction,
    "expert": Expert,
    "actor": Actor,
    "actor_commitment": ActorCommitment,
    "coalition_need": CoalitionNeed,
    "engagement": Engagement,
    "journal_mark": JournalMark,
    "purge": Purge,
    "initiative_assessment": InitiativeAssessment,
    "copy_sent": CopySent,
    "comment": Comment,
}
KIND_OF: Final[dict[type[Entity], str]] = {kind: name for name, kind in KINDS.items()}
