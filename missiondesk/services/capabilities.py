# SPDX-License-Identifier: Apache-2.0
"""Capabilities: what units and roles can do; named staff are never assessed here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Capability, Skill
from missiondesk.domain.step import Verb
from missiondesk.services.naming import name_of
from missiondesk.services.requirements import sound_level

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Capabilities:
    """The verbs about capabilities."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Capability, ...]:
        """All capabilities in their order."""
        return self._session.store.all(Capability)

    def get(self, key: str) -> Capability | None:
        """The capability with this id, or None."""
        return self._session.store.get(Capability, key)

    def assess(self, capability: Capability) -> Capability:
        """Write what a unit can do; a new assessment gets an id, and today's date when it has none.

        Raises:
            Refused: It names no skill or no unit, the level is not 0 to 4, a number is negative, or
                the unit has an assessment of the skill already.
        """
        new = not capability.id
        if new:
            capability = replace(
                capability,
                id=identity.new_id(),
                assessed=capability.assessed or day(self._session.today),
            )
        else:
            self._session.the(Capability, capability.id)
        self._sound(capability)
        about = name_of(capability)
        with self._session.write(Verb.ASSESS_CAPABILITY, capability.id, about) as unit:
            unit.save(capability)
        return capability

    def remove(self, key: str) -> None:
        """Remove the capability."""
        capability = self._session.the(Capability, key)
        with self._session.write(Verb.REMOVE_CAPABILITY, key, name_of(capability)) as unit:
            unit.remove(Capability, key)

    def _sound(self, capability: Capability) -> None:
        if self._session.store.get(Skill, capability.skill) is None:
            raise Refused(N_("An assessment names a skill of the list."), field="skill")
        name = capability.unit.strip().casefold()
        if not name:
            raise Refused(N_("An assessment names a unit or a role."), field="unit")
        sound_level(capability.level, 0)
        if capability.fte < 0:
            raise Refused(N_("Work years are not negative."), field="fte")
        if capability.headcount is not None and capability.headcount < 0:
            raise Refused(N_("A number of people is not negative."), field="headcount")
        for other in self._session.situation.referring(Capability, "skill", capability.skill):
            same = other.ministry == capability.ministry and other.unit.strip().casefold() == name
            if same and other.id != capability.id:
                raise Refused(
                    N_("{unit} has an assessment of this skill already; revise that one."),
                    field="unit",
                    unit=other.unit,
                )
