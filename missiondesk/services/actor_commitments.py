# SPDX-License-Identifier: Apache-2.0
"""What actors commit to: from the offer over the signature to what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import coalition, identity, lifecycle
from missiondesk.domain.actor import Actor, ActorCommitment, PromiseState
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class ActorCommitments:
    """The verbs about actors' commitments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[ActorCommitment, ...]:
        """All commitments of actors in their order."""
        return self._session.store.all(ActorCommitment)

    def get(self, key: str) -> ActorCommitment | None:
        """The commitment with this id, or None."""
        return self._session.store.get(ActorCommitment, key)

    def of_actor(self, actor: str) -> tuple[ActorCommitment, ...]:
        """Commitments of an actor in their order."""
        return self._session.situation.referring(ActorCommitment, "actor", actor)

    def add(self, promise: ActorCommitment) -> ActorCommitment:
        """Add the commitment; its state is of today unless it says otherwise.

        Raises:
            Refused: It has no actor or text, or a field is wrong.
        """
        promise = replace(
            promise,
            id=promise.id or identity.new_id(),
            state_date=promise.state_date or day(self._session.today),
        )
        return self._session.keep(Verb.ADD_ACTOR_COMMITMENT, self._sound(promise))

    def revise(self, promise: ActorCommitment) -> ActorCommitment:
        """Write the commitment as given; a changed state is dated today, and so is new evidence,
        unless they are dated anew.

        Raises:
            Refused: A field is wrong, or the state does not follow the present one.
        """
        before = self._session.the(ActorCommitment, promise.id)
        lifecycle.require(before.state, promise.state, "state")
        today = day(self._session.today)
        if promise.state is not before.state and promise.state_date == before.state_date:
            promise = replace(promise, state_date=today)
        told = promise.evidence.strip() and promise.evidence != before.evidence
        if told and promise.evidence_date == before.evidence_date:
            promise = replace(promise, evidence_date=today)
        return self._session.keep(Verb.REVISE_ACTOR_COMMITMENT, self._sound(promise, before))

    def advance(
        self, key: str, state: PromiseState, on: Period | None = None, evidence: str = ""
    ) -> ActorCommitment:
        """Move the commitment to another state, from today or ``on``; ``evidence`` says what shows
        it, or why it was withdrawn.

        Raises:
            Refused: The state does not follow the present one, or lacks what it asks for.
        """
        before = self._session.the(ActorCommitment, key)
        lifecycle.require(before.state, state)
        if before.state is state:
            return before
        when = on or day(self._session.today)
        promise = replace(before, state=state, state_date=when)
        if evidence.strip():
            promise = replace(promise, evidence=evidence.strip(), evidence_date=when)
        return self._session.keep(Verb.REVISE_ACTOR_COMMITMENT, self._sound(promise, before))

    def remove(self, key: str) -> None:
        """Remove the commitment."""
        gone = self._session.the(ActorCommitment, key)
        with self._session.write(Verb.REMOVE_ACTOR_COMMITMENT, key, name_of(gone)) as unit:
            remove_with_belongings(unit, ActorCommitment, key)

    def _sound(
        self, promise: ActorCommitment, before: ActorCommitment | None = None
    ) -> ActorCommitment:
        store = self._session.store
        if store.get(Actor, promise.actor) is None:
            raise Refused(N_("A commitment of an actor needs the actor."), field="actor")
        if not promise.text:
            raise Refused(N_("A commitment needs a text."), field="text")
        if promise.quantity is not None and promise.quantity < 0:
            raise Refused(N_("A quantity is not less than nothing."), field="quantity")
        start, end = promise.start, promise.end
        if start is not None and end is not None and end.last < start.first:
            raise Refused(N_("The end comes before the start."), field="end")
        became = before is None or before.state is not promise.state
        if became and promise.state is PromiseState.DELIVERED and not promise.evidence.strip():
            raise Refused(
                N_("Say first what shows that it was delivered."), field="evidence", rule="C1"
            )
        promise = coalition.ended(promise, before)
        return self._of_its_mission(replace(promise, unit=" ".join(promise.unit.split())))

    def _of_its_mission(self, promise: ActorCommitment) -> ActorCommitment:
        """A commitment to an initiative serves the initiative's mission."""
        initiative = self._session.store.get(Initiative, promise.initiative or "")
        if initiative is None:
            return promise
        missions = (initiative.mission, *initiative.also_missions)
        if promise.mission is None:
            return replace(promise, mission=initiative.mission)
        if promise.mission not in missions:
            mission = self._session.store.get(Mission, promise.mission)
            raise Refused(
                N_("The initiative {name} does not serve the mission {mission}."),
                field="initiative",
                name=initiative.code,
                mission=mission.code if mission else "?",
            )
        return promise
