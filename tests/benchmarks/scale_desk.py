# SPDX-License-Identifier: Apache-2.0
"""The sample with a government's thousands in it."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain.initiative import Money, Stage
from missiondesk.domain.mission import ActorType
from missiondesk.domain.period import Period
from missiondesk.domain.skill import Criticality, Skill
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import sample_desk
from tests.builders import an_initiative
from tests.more_builders import (
    a_budget_line,
    a_capability,
    a_gate,
    a_requirement,
    an_actor,
    an_actor_commitment,
)


def large_desk(initiatives: int, requirements: int, actors: int) -> Desk:
    """The sample with so many more of each."""
    desk = sample_desk("Måling")
    now = desk.situation
    missions = [one.id for one in now.missions]
    offices = [one.office for one in now.initiatives if one.office]
    skills = [one.id for one in now.all(Skill)]
    stages = list(Stage)
    with desk.session.write(Verb.IMPORT, "", "måling") as unit:
        keys = []
        for number in range(initiatives):
            made = an_initiative(
                code=f"X{number:05d}",
                title=Wording(f"Indsats nr. {number} for unge", f"Effort no. {number}"),
                mission=missions[number % len(missions)],
                office=offices[number % len(offices)],
                stage=stages[number % len(stages)],
                impact=1 + number % 5,
                feasibility=1 + number // 5 % 5,
                frame=(Money(2026, number * 1_000_00), Money(2027, number * 2_000_00)),
            )
            keys.append(made.id)
            unit.save(made)
            if number % 5 == 1:
                unit.save(a_gate(initiative=made.id, due=Period(f"2027-{1 + number % 12:02d}")))
                unit.save(a_budget_line(initiative=made.id))
        for number in range(requirements):
            unit.save(
                a_requirement(
                    skill=skills[number % len(skills)],
                    initiative=keys[number % len(keys)],
                    fte=Decimal(1 + number % 3),
                    criticality=list(Criticality)[number % 3],
                )
            )
            if number % 10 == 0:
                unit.save(a_capability(skill=skills[number % len(skills)], unit=f"Enhed {number}"))
        kinds = list(ActorType)
        for number in range(actors):
            actor = an_actor(name=f"Aktør {number}", type=kinds[number % len(kinds)])
            unit.save(actor)
            mission = missions[number % len(missions)]
            unit.save(an_actor_commitment(actor=actor.id, mission=mission))
    return desk
