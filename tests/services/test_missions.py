# SPDX-License-Identifier: Apache-2.0
"""Missions: each verb is one step that undo takes back whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from missiondesk.domain.entities import KINDS
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk


def everything(desk: Desk) -> dict[str, frozenset[object]]:
    """All records by kind, for comparing two moments."""
    return {name: frozenset(desk.situation.all(kind)) for name, kind in KINDS.items()}


def test_a_new_workspace_has_only_the_prime_ministers_office(desk: Desk) -> None:
    counts = {name: count for name, count in desk.listing.counts().items() if count}
    assert counts == {"secretariat": 1, "ministry": 1, "office": 1}
    ministry = desk.organisation.ministries()[0]
    assert ministry.name.da == "Statsministeriet"
    assert ministry.address == "Prins Jørgens Gård 11\n1218 København K"


def test_setting_up_cannot_be_undone(desk: Desk) -> None:
    assert desk.history.undoable is None


def test_a_mission_gets_the_next_code_and_its_key_metric(desk: Desk) -> None:
    first = desk.missions.add(Wording("Første"))
    second = desk.missions.add(Wording("Anden"))
    assert (first.code, second.code) == ("M1", "M2")
    assert desk.metrics.of_mission(first.id) is not None
    step = desk.history.steps(1)[0]
    assert step.verb is Verb.ADD_MISSION
    assert step.about == "M2 Anden"


def test_the_next_code_comes_after_the_largest(desk: Desk) -> None:
    desk.missions.add(Wording("Tiende"), code="M10")
    assert desk.missions.add(Wording("Næste")).code == "M11"


@pytest.mark.parametrize("title", [Wording(), Wording("  ", "\t")])
def test_a_mission_needs_a_title(desk: Desk, title: Wording) -> None:
    with pytest.raises(Refused) as refused:
        desk.missions.add(title)
    assert refused.value.field == "title"
    assert desk.missions.all() == ()


def test_a_code_is_taken_once_whatever_its_case(desk: Desk) -> None:
    desk.missions.add(Wording("En"), code="Klima")
    with pytest.raises(Refused) as refused:
        desk.missions.add(Wording("To"), code="KLIMA")
    assert refused.value.field == "code"


def test_missions_stand_in_the_order_of_their_codes(desk: Desk) -> None:
    for code in ("M10", "M2", "M1"):
        desk.missions.add(Wording(code), code=code)
    assert [mission.code for mission in desk.missions.all()] == ["M1", "M2", "M10"]


def test_revising_to_a_wrong_value_changes_nothing(desk: Desk) -> None:
    mission = desk.missions.add(Wording("En"))
    for field, value in (("horizon", Period("2020")), ("wicked_scale", 6), ("code", " ")):
        wrong = replace(mission, start=Period("2025"), **{field: value})
        with pytest.raises(Refused) as refused:
            desk.missions.revise(wrong)
        assert refused.value.field == field
    assert desk.missions.get(mission.id) == mission


def test_a_state_that_does_not_follow_is_refused(desk: Desk) -> None:
    mission = desk.missions.add(Wording("En"))
    with pytest.raises(Refused):
        desk.missions.advance(mission.id, MissionState.ACTIVE)
    with pytest.raises(Refused):
        desk.missions.revise(replace(mission, state=MissionState.ACHIEVED))
    desk.missions.advance(mission.id, MissionState.PROPOSED)
    assert desk.missions.detail(mission.id).mission.state is MissionState.PROPOSED


def test_the_accountable_office_leaves_the_shared_ones(desk: Desk) -> None:
    office = desk.organisation.offices()[0]
    mission = desk.missions.add(Wording("En"))
    desk.missions.revise(replace(mission, co_offices=(office.id,)))
    assigned = desk.missions.assign(mission.id, office.id)
    assert (assigned.accountable_office, assigned.co_offices) == (office.id, ())
    with pytest.raises(Refused):
        desk.missions.assign(mission.id, "00000000-0000-0000-0000-000000000000")


def test_removing_takes_all_along_in_one_step_and_undo_brings_all_back(sample: Desk) -> None:
    mission = sample.missions.with_code("m4")
    assert mission is not None
    before = everything(sample)
    counted = sample.missions.dependants(mission.id)
    assert (counted.milestones, counted.commitments, counted.letters) == (3, 3, 1)
    sample.missions.remove(mission.id)
    left = everything(sample)
    assert not [one for rows in left.values() for one in rows if _belongs(one, mission)]
    orphans = [one for one in sample.initiatives.all() if one.mission is None]
    assert len(orphans) == counted.initiatives_kept == 3
    assert sample.history.steps(1)[0].verb is Verb.REMOVE_MISSION
    sample.history.undo()
    assert everything(sample) == before
    sample.history.redo()
    assert everything(sample) == left


def _belongs(record: object, mission: Mission) -> bool:
    owner = getattr(record, "mission", None)
    return owner == mission.id and not isinstance(record, Initiative)


def test_a_mission_with_a_signed_letter_is_not_removed(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    with pytest.raises(Refused):
        sample.missions.remove(mission.id)
    assert sample.missions.with_code("M1") == mission


def test_a_record_that_is_gone_is_refused_politely(desk: Desk) -> None:
    mission = desk.missions.add(Wording("En"))
    desk.missions.remove(mission.id)
    for verb in (desk.missions.remove, desk.missions.detail):
        with pytest.raises(Refused):
            verb(mission.id)
