# SPDX-License-Identifier: Apache-2.0
"""Experts: external people and organisations with a contract, and what they declared (K7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import ConflictStatement, Expert
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of
from missiondesk.services.requirements import in_order

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Experts:
    """The verbs about experts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Expert, ...]:
        """All experts in their order."""
        return self._session.store.all(Expert)

    def get(self, key: str) -> Expert | None:
        """The expert with this id, or None."""
        return self._session.store.get(Expert, key)

    def add(self, expert: Expert) -> Expert:
        """Add the expert; they get an id when they have none.

        Raises:
            Refused: They have no name, or the contract ends before it begins.
        """
        expert = replace(expert, id=expert.id or identity.new_id())
        self._sound(expert)
        return self._session.keep(Verb.ADD_EXPERT, expert)

    def revise(self, expert: Expert) -> Expert:
        """Write the expert as given; a statement that comes in without a date is of today.

        Raises:
            Refused: They have no name, or the contract ends before it begins.
        """
        before = self._session.the(Expert, expert.id)
        self._sound(expert)
        came_in = before.conflict is ConflictStatement.MISSING is not expert.conflict
        if came_in and expert.conflict_date is None:
            expert = replace(expert, conflict_date=day(self._session.today))
        return self._session.keep(Verb.REVISE_EXPERT, expert)

    def remove(self, key: str) -> None:
        """Remove the expert; sourcing that named them stays without a name."""
        expert = self._session.the(Expert, key)
        with self._session.write(Verb.REMOVE_EXPERT, key, name_of(expert)) as unit:
            remove_with_belongings(unit, Expert, key)

    @staticmethod
    def _sound(expert: Expert) -> None:
        if not expert.name.strip():
            raise Refused(N_("An expert needs a name."), field="name")
        in_order(expert.contract_from, expert.contract_to, "contract_to")
