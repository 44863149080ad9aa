# SPDX-License-Identifier: Apache-2.0
"""Actors outside the state: who they are, whether they may be named, and where they sit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.actor import Actor, Consent
from missiondesk.domain.body import Membership
from missiondesk.domain.coalition import is_cvr
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Actors:
    """The verbs about actors."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Actor, ...]:
        """All actors in their order."""
        return self._session.store.all(Actor)

    def get(self, key: str) -> Actor | None:
        """The actor with this id, or None."""
        return self._session.store.get(Actor, key)

    def seats(self, actor: str) -> tuple[Membership, ...]:
        """The seats of the actor in bodies, also those that are over."""
        return self._session.situation.referring(Membership, "actor", actor)

    def add(self, actor: Actor) -> Actor:
        """Add the actor; it gets an id when it has none.

        Raises:
            Refused: It has no name, the name is taken, or a field is wrong.
        """
        actor = sound_actor(
            self._session.situation, replace(actor, id=actor.id or identity.new_id())
        )
        return self._session.keep(Verb.ADD_ACTOR, actor)

    def revise(self, actor: Actor) -> Actor:
        """Write the actor as given; an answer on consent is dated today unless it is dated anew.

        Raises:
            Refused: A field is wrong.
        """
        before = self._session.the(Actor, actor.id)
        if actor.consent is not before.consent and actor.consent_date == before.consent_date:
            asked = actor.consent is not Consent.NOT_ASKED
            actor = replace(actor, consent_date=day(self._session.today) if asked else None)
        return self._session.keep(Verb.REVISE_ACTOR, sound_actor(self._session.situation, actor))

    def remove(self, key: str) -> None:
        """Remove the actor with its commitments, contacts and seats."""
        gone = self._session.the(Actor, key)
        with self._session.write(Verb.REMOVE_ACTOR, key, name_of(gone)) as unit:
            remove_with_belongings(unit, Actor, key)


def sound_actor(now: Situation, actor: Actor) -> Actor:
    """The actor with its name and CVR number written plainly.

    Raises:
        Refused: It has no name, the name is taken, or a field is wrong.
    """
    actor = replace(actor, name=" ".join(actor.name.split()), cvr="".join(actor.cvr.split()))
    if not actor.name:
        raise Refused(N_("An actor needs a name."), field="name")
    wanted = actor.name.casefold()
    if any(it.name.casefold() == wanted and it.id != actor.id for it in now.all(Actor)):
        raise Refused(N_("There is an actor named {name} already."), field="name", name=actor.name)
    if actor.cvr and not is_cvr(actor.cvr):
        raise Refused(
            N_("A CVR number has eight digits, and the last one checks the others; {cvr} does "
               "not fit."),
            field="cvr",
            cvr=actor.cvr,
        )  # fmt: skip
    if actor.influence is not None and not 1 <= actor.influence <= 5:
        raise Refused(N_("Influence is a whole number from 1 to 5."), field="influence")
    return actor
