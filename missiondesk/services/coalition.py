# SPDX-License-Identifier: Apache-2.0
"""The coalition as it is looked at, and the verbs about what a mission needs of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import coalition, identity
from missiondesk.domain.actor import ActorCommitment, CoalitionNeed
from missiondesk.domain.coalition import Kept, NeedSum
from missiondesk.domain.finding import Finding
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.language import Translator
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.coalition_rows import (
    ActorRow,
    ContactRow,
    PromiseRow,
    actor_rows,
    contact_rows,
    promise_rows,
)
from missiondesk.services.coalition_words import actors_said, needs_said
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Coalition:
    """Reads the coalition; writes only what missions need of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: Situation | None = None
        self._actors: tuple[ActorRow, ...] = ()
        self._promises: tuple[PromiseRow, ...] = ()
        self._contacts: tuple[ContactRow, ...] = ()

    # -- looking -------------------------------------------------------------------------
    def actors(self) -> tuple[ActorRow, ...]:
        """All actors by name."""
        self._freshen()
        return self._actors

    def promises(self) -> tuple[PromiseRow, ...]:
        """All commitments of actors, by mission and actor."""
        self._freshen()
        return self._promises

    def contacts(self) -> tuple[ContactRow, ...]:
        """All contacts, the newest first."""
        self._freshen()
        return self._contacts

    def needs(self, mission: str) -> tuple[CoalitionNeed, ...]:
        """What the mission needs of its coalition, in its order."""
        return self._session.situation.referring(CoalitionNeed, "mission", mission)

    def sums(self, mission: str) -> tuple[NeedSum, ...]:
        """What is needed and promised under the mission, by kind and unit (C3)."""
        now = self._session.situation
        return coalition.need_sums(self.needs(mission), coalition.promises_of(now, mission))

    def findings(self, *kinds: str) -> tuple[Finding, ...]:
        """What the check says of the coalition's records of these kinds."""
        return tuple(one for one in self._session.findings if one.kind in kinds)

    def _freshen(self) -> None:
        now = self._session.situation
        if self._read is now:
            return
        said: dict[str, list[Finding]] = {}
        for finding in self._session.findings:
            if finding.rule[0] == "C":
                said.setdefault(finding.key, []).append(finding)
        self._actors = actor_rows(now, said)
        self._promises = promise_rows(now, said)
        self._contacts = contact_rows(now)
        self._read = now

    # -- needs ---------------------------------------------------------------------------
    def get_need(self, key: str) -> CoalitionNeed | None:
        """The need with this id, or None."""
        return self._session.store.get(CoalitionNeed, key)

    def add_need(self, need: CoalitionNeed) -> CoalitionNeed:
        """Add what a mission needs of its coalition.

        Raises:
            Refused: It has no mission or text, or its quantity is less than nothing.
        """
        need = replace(need, id=need.id or identity.new_id())
        return self._session.keep(Verb.ADD_NEED, self._sound(need))

    def revise_need(self, need: CoalitionNeed) -> CoalitionNeed:
        """Write the need as given.

        Raises:
            Refused: A field is wrong.
        """
        self._session.the(CoalitionNeed, need.id)
        return self._session.keep(Verb.REVISE_NEED, self._sound(need))

    def remove_need(self, key: str) -> None:
        """Remove the need; what was promised for it stays."""
        gone = self._session.the(CoalitionNeed, key)
        with self._session.write(Verb.REMOVE_NEED, key, name_of(gone)) as unit:
            remove_with_belongings(unit, CoalitionNeed, key)

    def _sound(self, need: CoalitionNeed) -> CoalitionNeed:
        if self._session.store.get(Mission, need.mission) is None:
            raise Refused(N_("A need belongs to a mission."), field="mission")
        if not need.text:
            raise Refused(N_("Say in words what the mission needs."), field="text")
        if need.quantity is not None and need.quantity < 0:
            raise Refused(N_("A quantity is not less than nothing."), field="quantity")
        return replace(need, unit=" ".join(need.unit.split()))

    def kept(self, mission: str | None = None) -> Kept:
        """How many promises were kept, of a mission or of all (C4)."""
        now = self._session.situation
        rows = coalition.promises_of(now, mission) if mission else now.all(ActorCommitment)
        return coalition.kept_of(rows)

    # -- saying --------------------------------------------------------------------------
    def headline(self, tr: Translator) -> tuple[str, str]:
        """How the coalition stands, in a sentence and a line of counts."""
        return actors_said(self.actors(), self.kept(), tr)

    def needs_headline(self, mission: Mission | None, tr: Translator) -> str:
        """How much of what a mission needs is promised, in a sentence."""
        return needs_said(mission, self.sums(mission.id) if mission else (), tr)
