# SPDX-License-Identifier: Apache-2.0
"""Requirements: which skills a mission, an initiative or a body needs, at what level, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import HIGHEST_LEVEL, Skill, SkillRequirement
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

OWNERS = ("mission", "initiative", "body")


def in_order(start: Period | None, end: Period | None, field: str) -> None:
    """Let dates through that follow each other.

    Raises:
        Refused: The end lies before the beginning.
    """
    if start is not None and end is not None and end.last < start.first:
        raise Refused(N_("The end lies before the beginning."), field=field)


def sound_level(level: int, least: int) -> None:
    """Let a level through that the scale has.

    Raises:
        Refused: It is not from ``least`` to 4.
    """
    if not least <= level <= HIGHEST_LEVEL:
        raise Refused(
            N_("A level goes from {least} to {most}."),
            field="level",
            least=least,
            most=HIGHEST_LEVEL,
        )


class Requirements:
    """The verbs about requirements."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> SkillRequirement | None:
        """The requirement with this id, or None."""
        return self._session.store.get(SkillRequirement, key)

    def of_skill(self, skill: str) -> tuple[SkillRequirement, ...]:
        """The requirements of a skill in their order."""
        return self._session.situation.referring(SkillRequirement, "skill", skill)

    def add(self, requirement: SkillRequirement) -> SkillRequirement:
        """Add the requirement; it gets an id when it has none.

        Raises:
            Refused: A rule of `revise` is broken.
        """
        requirement = replace(requirement, id=requirement.id or identity.new_id())
        self._sound(requirement)
        return self._keep(Verb.ADD_REQUIREMENT, requirement)

    def revise(self, requirement: SkillRequirement) -> SkillRequirement:
        """Write the requirement as given.

        Raises:
            Refused: It names no skill, not exactly one mission, initiative or body, no level from 1
                to 4, no work years, or it ends before it begins.
        """
        self._session.the(SkillRequirement, requirement.id)
        self._sound(requirement)
        return self._keep(Verb.REVISE_REQUIREMENT, requirement)

    def remove(self, key: str) -> None:
        """Remove the requirement; sourcing that served it serves the skill at large from then."""
        requirement = self._session.the(SkillRequirement, key)
        about = self._about(requirement)
        with self._session.write(Verb.REMOVE_REQUIREMENT, key, about) as unit:
            remove_with_belongings(unit, SkillRequirement, key)

    def _keep(self, verb: Verb, requirement: SkillRequirement) -> SkillRequirement:
        with self._session.write(verb, requirement.id, self._about(requirement)) as unit:
            unit.save(requirement)
        return requirement

    def _about(self, requirement: SkillRequirement) -> str:
        skill = self._session.store.get(Skill, requirement.skill)
        return name_of(skill) if skill is not None else ""

    def _sound(self, requirement: SkillRequirement) -> None:
        if self._session.store.get(Skill, requirement.skill) is None:
            raise Refused(N_("A requirement names a skill of the list."), field="skill")
        if sum(getattr(requirement, owner) is not None for owner in OWNERS) != 1:
            raise Refused(
                N_("A requirement belongs to one mission, one initiative or one body."),
                field="owner",
            )
        sound_level(requirement.level, 1)
        if requirement.fte <= 0:
            raise Refused(N_("A requirement needs work years above 0."), field="fte")
        in_order(requirement.needed_from, requirement.needed_to, "needed_to")
