# SPDX-License-Identifier: Apache-2.0
"""Sourcing: how a gap is closed, by training, hiring, lending or buying, and what it costs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Skill, SkillRequirement, SourcingAction
from missiondesk.domain.step import Verb
from missiondesk.services.naming import name_of
from missiondesk.services.requirements import in_order, sound_level

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Sourcing:
    """The verbs about sourcing actions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[SourcingAction, ...]:
        """All sourcing actions in their order."""
        return self._session.store.all(SourcingAction)

    def get(self, key: str) -> SourcingAction | None:
        """The sourcing action with this id, or None."""
        return self._session.store.get(SourcingAction, key)

    def for_requirement(self, key: str) -> SourcingAction:
        """A planned action that would close the gap of a requirement, to be revised and added.

        Raises:
            Refused: The requirement is not there (any more).
        """
        wanted = self._session.the(SkillRequirement, key)
        return SourcingAction(
            "",
            skill=wanted.skill,
            requirement=wanted.id,
            level=wanted.level,
            fte=wanted.fte,
            start=wanted.needed_from,
            end=wanted.needed_to,
        )

    def add(self, action: SourcingAction) -> SourcingAction:
        """Add the sourcing action; it gets an id when it has none.

        Raises:
            Refused: A rule of `revise` is broken.
        """
        action = replace(action, id=action.id or identity.new_id())
        self._sound(action)
        return self._keep(Verb.ADD_SOURCING, action)

    def revise(self, action: SourcingAction) -> SourcingAction:
        """Write the sourcing action as given.

        Raises:
            Refused: It names no skill, a requirement of another skill, no level from 1 to 4, no
                work years, a negative number, or it ends before it begins.
        """
        self._session.the(SourcingAction, action.id)
        self._sound(action)
        return self._keep(Verb.REVISE_SOURCING, action)

    def remove(self, key: str) -> None:
        """Remove the sourcing action."""
        action = self._session.the(SourcingAction, key)
        with self._session.write(Verb.REMOVE_SOURCING, key, self._about(action)) as unit:
            unit.remove(SourcingAction, key)

    def _keep(self, verb: Verb, action: SourcingAction) -> SourcingAction:
        with self._session.write(verb, action.id, self._about(action)) as unit:
            unit.save(action)
        return action

    def _about(self, action: SourcingAction) -> str:
        skill = self._session.store.get(Skill, action.skill)
        return name_of(skill) if skill is not None else name_of(action)

    def _sound(self, action: SourcingAction) -> None:
        if self._session.store.get(Skill, action.skill) is None:
            raise Refused(N_("A sourcing action names a skill of the list."), field="skill")
        if action.requirement is not None:
            wanted = self._session.the(SkillRequirement, action.requirement)
            if wanted.skill != action.skill:
                raise Refused(N_("The requirement asks for another skill."), field="requirement")
        sound_level(action.level, 1)
        if action.fte <= 0:
            raise Refused(N_("A sourcing action brings work years above 0."), field="fte")
        if action.cost is not None and action.cost < 0:
            raise Refused(N_("A cost is not negative."), field="cost")
        if action.headcount is not None and action.headcount < 0:
            raise Refused(N_("A number of people is not negative."), field="headcount")
        in_order(action.start, action.end, "end")
