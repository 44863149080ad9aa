# SPDX-License-Identifier: Apache-2.0
"""The log of contacts with actors, and what was agreed to be done after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.actor import Actor, Engagement
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Engagements:
    """The verbs about contacts with actors."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> Engagement | None:
        """The contact with this id, or None."""
        return self._session.store.get(Engagement, key)

    def of_actor(self, actor: str) -> tuple[Engagement, ...]:
        """Contacts with an actor, the newest first."""
        rows = self._session.situation.referring(Engagement, "actor", actor)
        return newest_first(rows)

    def log(self, contact: Engagement) -> Engagement:
        """Note a contact, of today unless it says otherwise.

        Raises:
            Refused: There is no such actor, or a follow-up has no date.
        """
        contact = replace(
            contact,
            id=contact.id or identity.new_id(),
            date=contact.date or day(self._session.today),
        )
        return self._written(Verb.LOG_ENGAGEMENT, contact)

    def revise(self, contact: Engagement) -> Engagement:
        """Write the contact as given.

        Raises:
            Refused: It is not there any more, or a field is wrong.
        """
        self._session.the(Engagement, contact.id)
        return self._written(Verb.REVISE_ENGAGEMENT, contact)

    def follow_up(self, key: str) -> Engagement:
        """Note that what was agreed has been done today.

        Raises:
            Refused: Nothing was agreed to be done.
        """
        before = self._session.the(Engagement, key)
        if not before.follow_up.strip():
            raise Refused(N_("Nothing was agreed to be followed up."), field="follow_up")
        done = replace(before, followed_up=before.followed_up or day(self._session.today))
        return self._written(Verb.REVISE_ENGAGEMENT, done)

    def remove(self, key: str) -> None:
        """Remove the contact."""
        gone = self._session.the(Engagement, key)
        with self._session.write(Verb.REMOVE_ENGAGEMENT, key, self._about(gone)) as unit:
            remove_with_belongings(unit, Engagement, key)

    def _written(self, verb: Verb, contact: Engagement) -> Engagement:
        if self._session.store.get(Actor, contact.actor) is None:
            raise Refused(N_("A contact is with an actor."), field="actor")
        if contact.date is None:
            raise Refused(N_("Say when the contact was."), field="date")
        if contact.followed_up is not None and not contact.follow_up.strip():
            raise Refused(N_("Nothing was agreed to be followed up."), field="follow_up")
        with self._session.write(verb, contact.id, self._about(contact)) as unit:
            unit.save(contact)
        return contact

    def _about(self, contact: Engagement) -> str:
        actor = self._session.store.get(Actor, contact.actor)
        return " ".join(filter(None, (actor.name if actor else "", name_of(contact))))


def newest_first(rows: tuple[Engagement, ...]) -> tuple[Engagement, ...]:
    """Contacts by date, the newest first, the undated last."""
    return tuple(sorted(rows, key=lambda it: it.date.last if it.date else date.min, reverse=True))
