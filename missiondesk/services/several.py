# SPDX-License-Identifier: Apache-2.0
"""One field of several records set to one value, as one Step, or of none of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from missiondesk.domain.actor import Actor, ActorCommitment, Consent, PromiseState, Stance
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.decision import Decision, DecisionKind, DecisionState
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative, Light, Stage
from missiondesk.domain.issue import Issue, IssueLevel, Risk, RiskState
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.mission import ActorType, Mission, MissionState, Publication
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import (
    Criticality,
    SkillRequirement,
    SourcingAction,
    SourcingKind,
    SourcingState,
)
from missiondesk.domain.step import Verb
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk

_NAMED: Final = 3  # records that the Step's name tells


class Asks(Enum):
    """What a value is, where it is not one of a list of words."""

    DATE = "date"
    OFFICE = "office"
    MISSION = "mission"


@dataclass(frozen=True, slots=True)
class Settable:
    """A field that several records can be given alike.

    Attributes:
        name: Name of the dataclass field.
        word: What forms call it, an id of the catalogue.
        of: The words to choose from, or what is asked for instead.
        none: What stands for no value, "" when there must be one.
    """

    name: str
    word: str
    of: type[Worded] | Asks
    none: str = ""


_NO_DATE, _NO_ONE = N_("no date"), N_("no one yet")
_PUBLICATION = Settable("publication", N_("Publication"), Publication)

SETTABLE: Final[dict[type[Entity], tuple[Settable, ...]]] = {
    Mission: (
        Settable("state", N_("State"), MissionState),
        Settable("accountable_office", N_("Accountable"), Asks.OFFICE, _NO_ONE),
        Settable("start", N_("Begins"), Asks.DATE, _NO_DATE),
        Settable("horizon", N_("Horizon"), Asks.DATE, _NO_DATE),
        _PUBLICATION,
    ),
    Initiative: (
        Settable("stage", N_("Stage"), Stage),
        Settable("mission", N_("Mission"), Asks.MISSION, N_("no mission")),
        Settable("office", N_("Responsible"), Asks.OFFICE, _NO_ONE),
        Settable("start", N_("Begins"), Asks.DATE, _NO_DATE),
        Settable("end", N_("Ends"), Asks.DATE, _NO_DATE),
        Settable("gate_due", N_("Next decision"), Asks.DATE, _NO_DATE),
        Settable("overall_light", N_("Overall, as judged by people"), Light, N_("not judged")),
        _PUBLICATION,
    ),
    Commitment: (
        Settable("status", N_("Status"), CommitmentStatus),
        Settable("status_date", N_("As of"), Asks.DATE, _NO_DATE),
        Settable("lead_office", N_("Lead"), Asks.OFFICE, _NO_ONE),
        Settable("due", N_("Due"), Asks.DATE, _NO_DATE),
    ),
    SkillRequirement: (
        Settable("needed_from", N_("From"), Asks.DATE, _NO_DATE),
        Settable("needed_to", N_("Until"), Asks.DATE, _NO_DATE),
        Settable("criticality", N_("Weight"), Criticality),
    ),
    Actor: (
        Settable("type", N_("Type"), ActorType),
        Settable("stance", N_("Stance"), Stance),
        Settable("consent", N_("Publication of the name"), Consent),
        Settable("consent_date", N_("Answered"), Asks.DATE, _NO_DATE),
    ),
    ActorCommitment: (
        Settable("state", N_("State"), PromiseState),
        Settable("next_check", N_("Next check"), Asks.DATE, _NO_DATE),
        Settable("start", N_("From"), Asks.DATE, _NO_DATE),
        Settable("end", N_("Until"), Asks.DATE, _NO_DATE),
        _PUBLICATION,
    ),
    Milestone: (
        Settable("status", N_("Status"), MilestoneStatus),
        Settable("due", N_("Due"), Asks.DATE, _NO_DATE),
        Settable("office", N_("Responsible"), Asks.OFFICE, _NO_ONE),
        _PUBLICATION,
    ),
    Issue: (
        Settable("level", N_("Lies with"), IssueLevel),
        Settable("owner", N_("Who has to settle it"), Asks.OFFICE, N_("nobody yet")),
        Settable("needed_by", N_("Answer needed by"), Asks.DATE, _NO_DATE),
    ),
    Risk: (
        Settable("state", N_("State of the risk"), RiskState),
        Settable("owner", N_("Who watches it"), Asks.OFFICE, N_("nobody yet")),
        Settable("review", N_("Looked at again"), Asks.DATE, _NO_DATE),
    ),
    Decision: (
        Settable("state", N_("State of the decision"), DecisionState),
        Settable("owner", N_("Carried out by"), Asks.OFFICE, N_("nobody yet")),
        Settable("due", N_("To be carried out by"), Asks.DATE, _NO_DATE),
        Settable("date", N_("Date of the decision"), Asks.DATE, _NO_DATE),
        Settable("kind", N_("Kind of decision"), DecisionKind),
        Settable("mission", N_("Mission of the decision"), Asks.MISSION, N_("none")),
        _PUBLICATION,
    ),
    SourcingAction: (
        Settable("state", N_("State"), SourcingState),
        Settable("kind", N_("How"), SourcingKind),
        Settable("start", N_("From"), Asks.DATE, _NO_DATE),
        Settable("end", N_("Until"), Asks.DATE, _NO_DATE),
    ),
}


@dataclass(frozen=True, slots=True)
class NotSet:
    """A record that cannot take the value, and why not."""

    key: str
    name: str
    why: Message


class _NotAll(Exception):
    """Ends the Step without a trace."""


class Several:
    """The verb about several records; each of them is revised by its own service's rules."""

    def __init__(self, desk: Desk) -> None:
        self._session = desk.session
        self._revise: dict[type[Entity], Callable[[Any], object]] = {
            Mission: desk.missions.revise,
            Initiative: desk.initiatives.revise,
            Commitment: desk.commitments.revise,
            SkillRequirement: desk.requirements.revise,
            Actor: desk.actors.revise,
            ActorCommitment: desk.actor_commitments.revise,
            Milestone: desk.milestones.revise,
            Issue: desk.issues.revise,
            Risk: desk.risks.revise,
            Decision: desk.decisions.revise,
            SourcingAction: desk.sourcing.revise,
        }

    def set(
        self, kind: type[Entity], keys: Sequence[str], field: Settable, value: object
    ) -> tuple[NotSet, ...]:
        """Give the records of these ids the value, all in one Step.

        Returns:
            Those that cannot take it; when there is one, nothing was written.
        """
        refused: list[NotSet] = []
        found = [self._session.the(kind, key) for key in keys]
        if not found:
            return ()
        try:
            with self._session.as_one(Verb.REVISE_SEVERAL, keys[0], _about(found)):
                for record in found:
                    try:
                        self._revise[kind](_with(record, field.name, value))
                    except Refused as error:
                        refused.append(NotSet(record.id, name_of(record), error.message))
                if refused:
                    raise _NotAll
        except _NotAll:
            pass
        return tuple(refused)


def _with(record: Entity, name: str, value: object) -> Entity:
    """The record with the value; an office that leads does not share with itself any more."""
    changed: dict[str, object] = {name: value}
    if isinstance(record, Mission | Commitment) and name in ("accountable_office", "lead_office"):
        changed["co_offices"] = tuple(one for one in record.co_offices if one != value)
    return replace(record, **changed)  # type: ignore[type-var]


def _about(records: Sequence[Entity]) -> str:
    """The first of the records by name, and how many more there are."""
    names = [_short(name_of(one)) for one in records[:_NAMED]]
    more = len(records) - len(names)
    return ", ".join(name for name in names if name) + (f" + {more}" if more > 0 else "")


def _short(name: str, most: int = 32) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
