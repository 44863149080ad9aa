# SPDX-License-Identifier: Apache-2.0
"""How records are called in the trail, in lists of what hinders, and in file names."""

from __future__ import annotations

from missiondesk.domain.actor import Actor, ActorCommitment, CoalitionNeed, Engagement
from missiondesk.domain.body import AgendaItem, Body, Meeting
from missiondesk.domain.clause import Clause, ClauseProposal, DraftCopy, TalksDraft
from missiondesk.domain.comment import Comment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.copy_sent import CopySent
from missiondesk.domain.decision import Action, Decision
from missiondesk.domain.entities import Entity
from missiondesk.domain.financing import FinancingLine, Package
from missiondesk.domain.gate import Criterion
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.issue import Dependency, Issue, Risk
from missiondesk.domain.letter import Letter
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.negotiation import TalksMeeting, TalksQuestion, TalksRound, Topic
from missiondesk.domain.organisation import Ministry, Office, Person
from missiondesk.domain.party import Constellation, Election, Party
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.position import PartyPosition, TalksOption
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.skill import (
    Capability,
    Expert,
    Skill,
    SkillRequirement,
    SourcingAction,
)


def name_of(record: Entity, language: str = "da") -> str:
    """The record's name as staff say it: code first where there is one."""
    match record:
        case Mission() | Initiative():
            return f"{record.code} {record.title.in_language(language)}".strip()
        case Milestone() | Office() | Secretariat():
            return record.title.in_language(language)
        case Ministry() | OutcomeMetric():
            return record.name.in_language(language)
        case Person():
            return record.name
        case Commitment():
            return f"{record.number} {record.text.in_language(language)}".strip()
        case PlatformChapter():
            return f"{record.number} {record.title.in_language(language)}".strip()
        case PlatformGoal():
            return record.text.in_language(language)
        case LetterReply():
            return str(record.period)
        case Letter():
            return record.number or record.case_number
        case _:
            return _name_of_newer(record, language)


def _name_of_newer(record: Entity, language: str) -> str:
    """Names of what governs, steers and equips."""
    match record:
        case Body():
            return record.name.in_language(language)
        case Decision():
            return f"{record.number} {record.text.in_language(language)}".strip()
        case Issue():
            return f"{record.number} {record.title}".strip()
        case Risk():
            return f"{record.number} {record.event}".strip()
        case Skill():
            return record.label.in_language(language)
        case Actor() | Expert():
            return record.name
        case ActorCommitment() | CoalitionNeed() | Criterion():
            return record.text.in_language(language)
        case Action() | Dependency():
            return record.text
        case AgendaItem():
            return record.title
        case Capability():
            return record.unit
        case CopySent():
            return record.recipient
        case Comment():
            return record.text
        case Meeting() | Engagement():
            return str(record.date) if record.date else ""
        case SourcingAction():
            return record.provider
        case SkillRequirement():
            return record.role
        case _:
            return _name_in_talks(record, language)


def _name_in_talks(record: Entity, language: str) -> str:
    """Names of what talks are about."""
    match record:
        case Party():
            return f"{record.code} {record.name}".strip()
        case Election() | TalksRound():
            return record.name.in_language(language)
        case TalksMeeting():
            return record.title
        case Topic():
            return f"{record.number} {record.title.in_language(language)}".strip()
        case TalksQuestion():
            return f"{record.number} {record.text.in_language(language)}".strip()
        case TalksOption():
            return f"{record.code} {record.text.in_language(language)}".strip()
        case PartyPosition():
            return record.text
        case Clause():
            return f"{record.number} {record.text.in_language(language)[:60]}".strip()
        case ClauseProposal():
            return record.text.in_language(language)[:60]
        case TalksDraft():
            return f"{record.number} {record.title.in_language(language)}".strip()
        case FinancingLine():
            return record.title.in_language(language)
        case Package():
            return record.name
        case DraftCopy():
            return f"{record.number} {record.recipient}".strip()
        case Constellation():
            return record.name
        case _:
            return ""


def next_number(codes: tuple[str, ...], prefix: str) -> int:
    """One more than the largest whole number that follows ``prefix`` among ``codes``."""
    taken = [code[len(prefix) :] for code in codes if code.startswith(prefix)]
    return 1 + max((int(rest) for rest in taken if rest.isascii() and rest.isdigit()), default=0)
