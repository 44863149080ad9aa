# SPDX-License-Identifier: Apache-2.0
"""Skills: the list of what can be needed and held, shipped, imported or the office's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Capability, Skill, SkillRequirement, SourcingAction
from missiondesk.domain.step import Verb
from missiondesk.language import sort_key
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of, next_number
from missiondesk.services.skill_list import shipped_skills

if TYPE_CHECKING:
    from missiondesk.services.session import Session

_PREFIX = "K"


def by_label(skills: Iterable[Skill], language: str) -> tuple[Skill, ...]:
    """Those with a code first, K2 before K10, then the others by their label."""
    return tuple(
        sorted(
            skills,
            key=lambda it: (
                not it.code,
                sort_key(it.code, language),
                sort_key(it.label.in_language(language), language),
            ),
        )
    )


class Skills:
    """The verbs about the list of skills."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, language: str = "da") -> tuple[Skill, ...]:
        """All skills: those with a code first, then by label."""
        return by_label(self._session.store.all(Skill), language)

    def get(self, key: str) -> Skill | None:
        """The skill with this id, or None."""
        return self._session.store.get(Skill, key)

    def used(self, key: str) -> int:
        """How many needs, capabilities and sourcing actions hang on the skill."""
        now = self._session.situation
        kinds = (SkillRequirement, Capability, SourcingAction)
        return sum(len(now.referring(kind, "skill", key)) for kind in kinds)

    def missing_shipped(self) -> tuple[Skill, ...]:
        """The skills of the shipped short list that are not in the workspace."""
        return tuple(one for one in shipped_skills() if self.get(one.id) is None)

    def add_shipped(self) -> int:
        """Add what is missing of the shipped short list, as one Step; returns how many."""
        missing = self.missing_shipped()
        if missing:
            with self._session.write(Verb.IMPORT_SKILLS, missing[0].id, "") as unit:
                for one in missing:
                    unit.save(one)
        return len(missing)

    def add(self, skill: Skill) -> Skill:
        """Add the skill; it gets an id and the next code when it has none.

        Raises:
            Refused: It has no label, or its label is taken.
        """
        skill = replace(
            skill, id=skill.id or identity.new_id(), code=skill.code.strip() or self._next_code()
        )
        self._sound(skill)
        return self._session.keep(Verb.ADD_SKILL, skill)

    def revise(self, skill: Skill) -> Skill:
        """Write the skill as given.

        Raises:
            Refused: It has no label, or its label or code is taken.
        """
        self._session.the(Skill, skill.id)
        self._sound(skill)
        return self._session.keep(Verb.REVISE_SKILL, skill)

    def remove(self, key: str) -> int:
        """Remove the skill with its needs, capabilities and sourcing; returns how many of these."""
        skill, used = self._session.the(Skill, key), self.used(key)
        with self._session.write(Verb.REMOVE_SKILL, key, name_of(skill)) as unit:
            remove_with_belongings(unit, Skill, key)
        return used

    def _next_code(self) -> str:
        codes = tuple(one.code for one in self._session.store.all(Skill))
        return f"{_PREFIX}{next_number(codes, _PREFIX):02d}"

    def _sound(self, skill: Skill) -> None:
        if not skill.label:
            raise Refused(N_("A skill needs a name."), field="label")
        code = skill.code.strip().casefold()
        names = {text.strip().casefold() for text in (skill.label.da, skill.label.en)} - {""}
        for other in self._session.store.all(Skill):
            if other.id == skill.id:
                continue
            if code and other.code.strip().casefold() == code:
                raise Refused(N_("The code {code} is taken."), field="code", code=skill.code)
            same = {text.strip().casefold() for text in (other.label.da, other.label.en)}
            if names & same and other.uri == skill.uri:
                raise Refused(
                    N_("There is a skill “{label}” already."), field="label", label=skill.label
                )
