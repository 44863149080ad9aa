# SPDX-License-Identifier: Apache-2.0
"""The part of a situation that an audience may see, whole in itself, so that it can be a workspace
of its own (SEC-07). Nothing is painted over: a copy is built from what comes out here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from functools import cache
from typing import Any, Final, cast

from missiondesk.domain.actor import Actor, ActorCommitment
from missiondesk.domain.atomic_fields import belonging
from missiondesk.domain.body import Body, Membership
from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.clause import DraftCopy, TalksDraft
from missiondesk.domain.comment import Comment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.copy_sent import Audience, CopySent
from missiondesk.domain.decision import Action, Decision
from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.gate import Criterion, Gate
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.issue import Dependency, Issue, Risk
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.letter import CommonBlock, Letter, LetterBlock
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.metric import Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.references import LISTED, REFERENCES
from missiondesk.domain.responsibility import Responsibility
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Capability, Expert, Skill, SkillRequirement
from missiondesk.services.publication import published
from missiondesk.services.talks_partition import PUBLIC, Reader, partitioned

Records = dict[type[Entity], tuple[Entity, ...]]

# Fields that an audience does not see, on records of any kind and of one; they stand empty.
_INTERNAL: Final = ("note", "case_officer", "confidence_note", "withheld", "rationale", "rejected")
_KEPT: Final = ("kept_pdf", "kept_content", "made_with")  # kept files are not given on
_JUDGED: Final = (
    "impact", "feasibility", "risk_level", "benefit_light", "overall_light", "delivery_confidence",
    "confidence_date",
)  # fmt: skip
_EMPTY: Final[dict[Audience, dict[type[Entity], tuple[str, ...]]]] = {
    Audience.PARTY: {},
    Audience.MINISTRY: {
        Letter: _KEPT,
        Actor: ("contact_role", "influence", "stance"),
        Initiative: _JUDGED,
        MetricChange: ("reference",),
    },
    Audience.PUBLIC: {
        Letter: _KEPT,
        Mission: ("wicked_causes", "wicked_solutions", "wicked_scale", "wicked_conflict"),
        Initiative: (
            *_JUDGED, "riskiest_assumption", "kill_criteria", "scale_criteria", "fte", "spent",
            "baseline_cost", "forecast_cost", "freed", "freed_fte", "after_users", "after_money",
        ),
        ActorCommitment: ("conditions",),
    },
}  # fmt: skip
# What a ministry sees all of; what stands neither here nor in `_of_a_ministry` it does not see.
_SHARED: Final[tuple[type[Entity], ...]] = (
    Secretariat, Ministry, Office, Person, Appointment, Mission, OutcomeMetric, Observation,
    TrajectoryPoint, MetricChange, FigureFeed, LearningEntry, Initiative, Milestone, Commitment,
    LetterBlock, CommonBlock, PlatformChapter, PlatformGoal, Body, Membership, Decision,
    Responsibility, Dependency, Gate, Criterion, BudgetLine, Skill, SkillRequirement, Actor,
    ActorCommitment,
)  # fmt: skip


def seen_by(
    now: Situation,
    audience: Audience,
    ministry: str | None = None,
    comments: bool = False,
    party: str | None = None,
) -> Situation:
    """What the audience may see of the situation; the secretariat sees all of it.

    Args:
        now: The situation.
        audience: For whom.
        ministry: Whose drafts and risks `Audience.MINISTRY` may see; None is no one's.
        comments: With the remarks on what is seen; without them there are none. A party never
            gets any: they may be another party's.
        party: Id of the party of `Audience.PARTY`; None is no one's, who sees what is public.
    """
    if audience is Audience.SECRETARIAT:
        return now
    public, of_talks = audience is Audience.PUBLIC, audience is Audience.PARTY
    if of_talks:
        shown = partitioned(now, Reader(party or PUBLIC))
    else:
        shown = published(now) if public else Situation(_of_a_ministry(now, ministry), now.today)
    records: Records = {kind: shown.all(kind) for kind in KINDS.values()}
    if public:  # what the next letters will say is not out yet, and experts are no matter of others
        records |= {CommonBlock: (), Expert: ()}
    if of_talks:  # the words of a frozen version are those of a Step that the copy does not have
        records |= {TalksDraft: (), DraftCopy: ()}
    final = {one.id for one in shown.letters if one.state.final}
    records[LetterBlock] = tuple(
        one for one in shown.all(LetterBlock) if one.shown or one.letter not in final
    )
    records[CopySent] = ()
    records[Comment] = now.all(Comment) if comments and not of_talks else ()
    emptied = {
        kind: tuple(_emptied(one, _EMPTY[audience].get(kind, ())) for one in rows)
        for kind, rows in records.items()
    }
    return Situation(_closed(emptied), now.today)


def _of_a_ministry(now: Situation, ministry: str | None) -> Records:
    """The shared work, without what the secretariat thinks of it and what is others' own."""
    offices = {one.id for one in now.all(Office) if ministry and one.ministry == ministry}
    letters = tuple(
        one
        for one in now.letters
        if one.state.in_force or {one.addressee_office, *one.co_addressees} & offices
    )
    kept = {one.id for one in letters}
    return {kind: now.all(kind) for kind in _SHARED} | {
        Letter: letters,
        LetterReply: tuple(one for one in now.all(LetterReply) if one.letter in kept),
        Capability: tuple(one for one in now.all(Capability) if one.ministry == ministry),
        Risk: tuple(one for one in now.all(Risk) if one.owner in offices),
        Issue: tuple(one for one in now.all(Issue) if {one.owner, one.raised_by} & offices),
        Action: tuple(one for one in now.all(Action) if one.office in offices),
    }


def _emptied(record: Entity, names: tuple[str, ...]) -> Entity:
    """The record with these fields, and those that are internal on any record, at their default."""
    defaults = _defaults(type(record))
    empty = {
        name: defaults[name]
        for name in (*names, *_INTERNAL)
        if name in defaults and getattr(record, name) != defaults[name]
    }
    return cast("Entity", replace(cast("Any", record), **empty)) if empty else record


@cache
def _defaults(kind: type[Entity]) -> Mapping[str, object]:
    return {
        one.name: one.default for one in fields(cast("Any", kind)) if one.default is not MISSING
    }


# ---------------------------------------------------------------- whole in itself


def _closed(records: Records) -> Records:
    """Take away what cannot be without something that is not seen, and clear other references."""
    found: dict[str, dict[str, Entity]] = {
        KIND_OF[kind]: {one.id: one for one in rows} for kind, rows in records.items()
    }
    while _drop(found):
        pass
    for kind, rows in found.items():
        for key, record in rows.items():
            rows[key] = _cleared(kind, record, found)
    return {KINDS[kind]: tuple(rows.values()) for kind, rows in found.items()}


def _drop(found: dict[str, dict[str, Entity]]) -> bool:
    """One round; whether anything went."""
    gone = False
    for kind, rows in found.items():
        owners = belonging(kind)
        for key, record in list(rows.items()):
            targets = ((target, getattr(record, name)) for name, target in owners)
            lost = any(one is not None and one not in found[target] for target, one in targets)
            if lost or (isinstance(record, Comment) and not _on_something(record, found)):
                del rows[key]
                gone = True
    return gone


def _on_something(one: Comment, found: Mapping[str, Mapping[str, Entity]]) -> bool:
    return one.record in found.get(one.kind, {})


def _cleared(kind: str, record: Entity, found: Mapping[str, Mapping[str, Entity]]) -> Entity:
    values: dict[str, object] = {
        name: None
        for name, target in REFERENCES.get(kind, {}).items()
        if getattr(record, name) is not None and getattr(record, name) not in found[target]
    }
    for name, target in LISTED.get(kind, {}).items():
        listed = getattr(record, name)
        kept = tuple(one for one in listed if one in found[target])
        if kept != listed:
            values[name] = kept
    return cast("Entity", replace(cast("Any", record), **values)) if values else record
