# SPDX-License-Identifier: Apache-2.0
"""Actors, their promises and the contacts with them as rows, with all that is known of each."""

from __future__ import annotations

from missiondesk.domain import coalition
from missiondesk.domain.actor import Actor, ActorCommitment, Engagement
from missiondesk.domain.body import Membership
from missiondesk.domain.coalition import CheckTiming, Standing
from missiondesk.domain.finding import Finding
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.situation import Situation
from missiondesk.language import sort_key
from missiondesk.services.engagements import newest_first


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor with all that is to be known of it.

    Attributes:
        promises: All its commitments, ``live`` of them live.
        seats: The seats it holds today.
        missions: Missions under which it has a live commitment.
        due: Contacts whose follow-up is late.
        last: Its newest contact.
        words: What a search looks through, in small letters.
    """

    actor: Actor
    promises: tuple[ActorCommitment, ...]
    live: int
    standing: Standing
    seats: tuple[Membership, ...]
    missions: tuple[Mission, ...]
    due: int
    last: Engagement | None
    findings: tuple[Finding, ...] = ()
    words: str = ""

    @property
    def id(self) -> str:
        """Id of the actor."""
        return self.actor.id


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One commitment of an actor.

    Attributes:
        quiet: Live, and nothing has shown for six months that it is kept (C1).
    """

    promise: ActorCommitment
    actor: Actor | None
    mission: Mission | None
    timing: CheckTiming
    quiet: bool
    findings: tuple[Finding, ...] = ()
    words: str = ""

    @property
    def id(self) -> str:
        """Id of the commitment."""
        return self.promise.id


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One contact with an actor; ``late`` says that its follow-up is."""

    contact: Engagement
    actor: Actor | None
    mission: Mission | None
    office: Office | None
    late: bool
    words: str = ""

    @property
    def id(self) -> str:
        """Id of the contact."""
        return self.contact.id

    @property
    def open(self) -> bool:
        """Something was agreed that is not done yet."""
        return bool(self.contact.follow_up.strip()) and self.contact.followed_up is None


# -- rows --------------------------------------------------------------------------------
def actor_rows(
    now: Situation, said: dict[str, list[Finding]] | None = None
) -> tuple[ActorRow, ...]:
    """All actors of a situation by name."""
    told = said or {}
    rows = [_actor_row(now, one, told) for one in now.all(Actor)]
    return tuple(sorted(rows, key=lambda it: (sort_key(it.actor.name, "da"), it.id)))


def _actor_row(now: Situation, one: Actor, told: dict[str, list[Finding]]) -> ActorRow:
    promises = coalition.promises_by(now, one.id)
    live = [it for it in promises if it.state.live]
    seats = coalition.seats_of(now, one.id)
    keys = dict.fromkeys(coalition.mission_of(now, it) for it in live)
    missions = tuple(it for it in (now.get(Mission, key) for key in keys) if it is not None)
    contacts = now.referring(Engagement, "actor", one.id)
    found = [*told.get(one.id, ())]
    for key in [it.id for it in promises] + [it.id for it in seats]:
        found += told.get(key, ())
    newest = newest_first(contacts)
    parts = [one.name, one.cvr, one.mandate, one.contact_role, one.note]
    parts += [text for it in promises for text in (it.text.da, it.text.en)]
    return ActorRow(
        one, promises, len(live), coalition.standing_of(now, one.id), seats, missions,
        sum(coalition.follow_up_is_due(it, now.today) for it in contacts),
        newest[0] if newest else None, tuple(found), " ".join(parts).casefold(),
    )  # fmt: skip


def promise_rows(
    now: Situation, said: dict[str, list[Finding]] | None = None
) -> tuple[PromiseRow, ...]:
    """All commitments of actors, by mission and actor."""
    told = said or {}
    rows = []
    for one in now.all(ActorCommitment):
        actor = now.get(Actor, one.actor)
        mission = now.get(Mission, coalition.mission_of(now, one))
        parts = [one.text.da, one.text.en, one.unit, one.conditions, one.evidence]
        parts += [actor.name] if actor else []
        rows.append(
            PromiseRow(
                one, actor, mission, coalition.check_timing(one, now.today),
                coalition.is_quiet(one, now.today), tuple(told.get(one.id, ())),
                " ".join(parts).casefold(),
            )
        )  # fmt: skip
    return tuple(
        sorted(
            rows,
            key=lambda it: (
                sort_key(it.mission.code if it.mission else "", "da"),
                sort_key(it.actor.name if it.actor else "", "da"),
                it.id,
            ),
        )
    )


def contact_rows(now: Situation) -> tuple[ContactRow, ...]:
    """All contacts, the newest first."""
    rows = []
    for one in newest_first(now.all(Engagement)):
        actor, mission = now.get(Actor, one.actor), now.get(Mission, one.mission)
        words = " ".join((actor.name if actor else "", one.summary, one.follow_up)).casefold()
        late = coalition.follow_up_is_due(one, now.today)
        rows.append(ContactRow(one, actor, mission, now.get(Office, one.office), late, words))
    return tuple(rows)
