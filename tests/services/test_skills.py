# SPDX-License-Identifier: Apache-2.0
"""Skills, needs, capabilities, sourcing and experts: the verbs, their rules, and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import ConflictStatement, Skill, SourcingState
from missiondesk.domain.skills_gap import uncovered_critical
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from tests.more_builders import a_capability, a_requirement, a_sourcing_action, an_expert

D = Decimal


@pytest.fixture
def skilled(desk: Desk) -> Desk:
    """The shipped list and one mission."""
    desk.missions.add(Wording("Unge i job"))
    assert desk.skills.add_shipped() == 12
    return desk


def first(desk: Desk) -> Skill:
    return desk.skills.all()[0]


def mission(desk: Desk) -> str:
    return desk.missions.all()[0].id


def refused(field: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.field == field


def test_the_shipped_list_comes_once_and_goes_with_one_undo(desk: Desk) -> None:
    assert desk.skills.add_shipped() == 12
    assert desk.skills.add_shipped() == 0
    assert [one.code for one in desk.skills.all()][:3] == ["K01", "K02", "K03"]
    desk.history.undo()
    assert desk.skills.all() == ()
    own = desk.skills.add(Skill("", label=Wording("Fremsyn i kommuner", "Local foresight")))
    assert own.code == "K01"
    refused("label", lambda: desk.skills.add(Skill("", label=Wording(" fremsyn i Kommuner "))))
    refused("label", lambda: desk.skills.revise(replace(own, label=Wording())))


def test_a_skill_takes_what_hangs_on_it_along_and_undo_brings_it_back(skilled: Desk) -> None:
    skill = first(skilled).id
    need = skilled.requirements.add(a_requirement(id="", skill=skill, mission=mission(skilled)))
    skilled.capabilities.assess(a_capability(id="", skill=skill))
    skilled.sourcing.add(a_sourcing_action(id="", skill=skill, requirement=need.id))
    assert skilled.skills.remove(skill) == 3
    assert skilled.requirements.get(need.id) is None
    assert not skilled.capabilities.all() and not skilled.sourcing.all()
    skilled.history.undo()
    assert skilled.skills.used(skill) == 3


REQUIREMENTS: list[tuple[str, dict[str, Any]]] = [
    ("skill", {"skill": "none"}),
    ("owner", {"mission": None}),
    ("owner", {"initiative": "also"}),
    ("level", {"level": 0}),
    ("level", {"level": 5}),
    ("fte", {"fte": D(0)}),
    ("needed_to", {"needed_to": Period("2020")}),
]


@pytest.mark.parametrize(("field", "wrong"), REQUIREMENTS)
def test_a_requirement_is_of_one_owner_with_a_level_and_work_years(
    skilled: Desk, field: str, wrong: dict[str, Any]
) -> None:
    sound = a_requirement(skill=first(skilled).id, mission=mission(skilled))
    refused(field, lambda: skilled.requirements.add(replace(sound, **wrong)))


def test_units_are_assessed_once_and_dated(skilled: Desk) -> None:
    skill = first(skilled).id
    sound = a_capability(id="", skill=skill, assessed=None)
    kept = skilled.capabilities.assess(sound)
    assert kept.assessed == day(skilled.today)
    refused("unit", lambda: skilled.capabilities.assess(replace(sound, unit=" analyseKONTORET ")))
    refused("unit", lambda: skilled.capabilities.assess(replace(sound, unit=" ")))
    refused("level", lambda: skilled.capabilities.assess(replace(kept, level=5)))
    refused("fte", lambda: skilled.capabilities.assess(replace(kept, fte=D(-1))))
    refused("headcount", lambda: skilled.capabilities.assess(replace(kept, headcount=-1)))
    skilled.capabilities.remove(kept.id)
    assert skilled.capabilities.all() == ()


def test_sourcing_begins_from_the_need_and_serves_no_other_skill(skilled: Desk) -> None:
    one, other = skilled.skills.all()[:2]
    need = skilled.requirements.add(a_requirement(skill=one.id, mission=mission(skilled), level=4))
    drawn = skilled.sourcing.for_requirement(need.id)
    assert (drawn.skill, drawn.level, drawn.fte) == (one.id, 4, D(2))
    kept = skilled.sourcing.add(drawn)
    assert kept.state is SourcingState.PLANNED
    revise = skilled.sourcing.revise
    refused("requirement", lambda: revise(replace(kept, skill=other.id)))
    refused("level", lambda: revise(replace(kept, level=0)))
    refused("fte", lambda: revise(replace(kept, fte=D(0))))
    refused("cost", lambda: revise(replace(kept, cost=-1)))
    refused("end", lambda: revise(replace(kept, end=Period("2020"))))
    skilled.requirements.remove(need.id)
    left = skilled.sourcing.get(kept.id)
    assert left is not None and left.requirement is None


def test_a_statement_that_comes_in_is_dated(desk: Desk) -> None:
    expert = desk.experts.add(an_expert(conflict=ConflictStatement.MISSING, conflict_date=None))
    kept = desk.experts.revise(replace(expert, conflict=ConflictStatement.NONE))
    assert kept.conflict_date == day(desk.today)
    refused("name", lambda: desk.experts.revise(replace(kept, name=" ")))
    refused("contract_to", lambda: desk.experts.revise(replace(kept, contract_to=Period("2020"))))
    desk.experts.remove(kept.id)
    assert desk.experts.all() == ()


def test_the_sample_tells_of_a_blocked_scaling_until_the_hire_is_agreed(sample: Desk) -> None:
    pilot = next(one for one in sample.initiatives.all() if one.code == "M1.2")
    gate = Period("2027-03-31").first
    (need,) = uncovered_critical(sample.situation, pilot.id, gate)
    (hire,) = [
        one
        for one in sample.sourcing.all()
        if one.requirement == need.id and one.state is SourcingState.PLANNED
    ]
    sample.sourcing.revise(replace(hire, state=SourcingState.AGREED))
    assert uncovered_critical(sample.situation, pilot.id, gate) == ()
    told = {one.rule for one in sample.readiness.findings() if one.takeaway == 6}
    assert {"K1", "K3", "K7"} <= told
    assert not {"K2", "K4", "K5", "K6"} & told
