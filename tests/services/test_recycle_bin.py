# SPDX-License-Identifier: Apache-2.0
"""The recycle bin: what was removed, for ninety days, with what belonged to it, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain import identity
from missiondesk.domain.entities import KIND_OF, KINDS
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.desk import Desk
from tests.sample import a_sample


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = a_sample()
    yield opened
    opened.close(discard=True)


def state_of(desk: Desk) -> dict[str, Any]:
    return {name: desk.session.store.all(kind) for name, kind in KINDS.items()}


def remove(desk: Desk, kind: type, key: str) -> None:
    with desk.session.store.write(Verb.REMOVE_MISSION, key) as unit:
        remove_with_belongings(unit, kind, key)


def test_nothing_was_removed(desk: Desk) -> None:
    assert desk.recycle_bin.removed() == ()
    assert desk.recycle_bin.count() == 0


def test_a_mission_comes_back_with_all_that_went_with_it(desk: Desk) -> None:
    before = state_of(desk)
    mission = desk.missions.all()[0]
    remove(desk, Mission, mission.id)
    (gone,) = desk.recycle_bin.removed()
    assert (gone.kind, gone.record) == ("mission", mission)
    assert gone.days_left == 90
    assert gone.step.who == "Sekretær"
    assert {"metric", "letter", "commitment"} <= {one.kind for one in gone.belongings}
    came = desk.recycle_bin.bring_back(gone.key)
    assert came.left == 0
    assert came.records == len(gone.keys)
    assert state_of(desk) == before
    assert desk.recycle_bin.removed() == ()
    desk.history.undo()
    assert desk.missions.with_code(mission.code) is None
    assert len(desk.recycle_bin.removed()) == 1
    desk.history.redo()
    assert state_of(desk) == before
    assert desk.trail.check().whole


def test_what_was_taken_back_by_undo_is_in_the_bin_too(desk: Desk) -> None:
    added = desk.initiatives.add(Initiative("", title=Wording("Ny", "New")))
    desk.history.undo()
    (gone,) = desk.recycle_bin.removed()
    assert gone.record.id == added.id
    desk.history.redo()
    assert desk.recycle_bin.removed() == ()


def test_after_ninety_days_it_is_not_offered_and_the_trail_still_knows(desk: Desk) -> None:
    key = desk.situation.all(Milestone)[0].id
    desk.milestones.remove(key)
    later = identity.now() + timedelta(days=90)
    with identity.fixed(later - timedelta(days=1)):
        assert [one.days_left for one in desk.recycle_bin.removed()] == [1]
    with identity.fixed(later):
        assert desk.recycle_bin.removed() == ()
        (old,) = desk.recycle_bin.removed(older=True)
        with pytest.raises(Refused, match="days ago"):
            desk.recycle_bin.bring_back(old.key)
    assert any(change.key == key for step in desk.history.steps() for change in step.changes)


def test_it_is_refused_while_what_it_needs_is_gone(desk: Desk) -> None:
    metric = desk.situation.all(Observation)[0].metric
    seen = desk.situation.referring(Observation, "metric", metric)[0]
    remove(desk, Observation, seen.id)
    found = desk.session.store.get(OutcomeMetric, metric)
    assert found is not None
    mission = desk.session.the(Mission, found.mission)
    remove(desk, Mission, mission.id)
    with pytest.raises(Refused) as refused:
        desk.recycle_bin.bring_back(("observation", seen.id))
    said = translator("en").tell(refused.value.message)
    assert "Bring that back first" in said
    desk.recycle_bin.bring_back(("mission", mission.id))
    desk.recycle_bin.bring_back(("observation", seen.id))
    assert desk.session.store.get(Observation, seen.id) == seen


def test_it_is_refused_when_its_place_is_taken(desk: Desk) -> None:
    seen = desk.situation.all(Observation)[0]
    remove(desk, Observation, seen.id)
    with desk.session.store.write(Verb.RECORD_OBSERVATIONS, "") as unit:
        unit.save(replace(seen, id=identity.new_id()))
    with pytest.raises(Refused) as refused:
        desk.recycle_bin.bring_back(("observation", seen.id))
    assert "taken its place" in translator("en").tell(refused.value.message)


def test_references_that_were_given_anew_stay(desk: Desk) -> None:
    initiative = next(one for one in desk.initiatives.all() if one.mission)
    first, other = str(initiative.mission), desk.missions.all()[-1]
    assert first != other.id
    remove(desk, Mission, first)
    kept = desk.session.store.get(Initiative, initiative.id)
    assert kept is not None
    assert kept.mission is None
    desk.initiatives.revise(replace(kept, mission=other.id))
    desk.recycle_bin.bring_back(("mission", first))
    found = desk.session.store.get(Initiative, initiative.id)
    assert found is not None
    assert found.mission == other.id


@settings(max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(["mission", "initiative", "office", "body", "actor"]),
                          st.integers(0, 50)), min_size=1, max_size=5))  # fmt: skip
def test_brought_back_in_reverse_order_all_is_as_before(deeds: list[tuple[str, int]]) -> None:
    desk = a_sample()
    before = state_of(desk)
    removed = []
    for kind, pick in deeds:
        rows = desk.session.store.all(KINDS[kind])
        if rows:
            record = rows[pick % len(rows)]
            remove(desk, KINDS[kind], record.id)
            removed.append((kind, record.id))
    for key in reversed(removed):
        desk.recycle_bin.bring_back(key)
    assert state_of(desk) == before
    assert desk.recycle_bin.removed() == ()
    desk.close(discard=True)


def test_every_kind_can_be_read_from_the_bin(desk: Desk) -> None:
    for kind in (Office, Mission):
        for one in desk.session.store.all(kind):
            remove(desk, kind, one.id)
    names = {KIND_OF[type(one.record)] for one in desk.recycle_bin.removed()}
    assert names >= {"office", "mission"}
