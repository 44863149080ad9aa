# SPDX-License-Identifier: Apache-2.0
"""Two copies of the sample are worked on and put together: nothing is lost, nothing is mixed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from missiondesk.domain.lineage import Relation
from missiondesk.domain.merge_outcome import Mending
from missiondesk.domain.merging import Dispute, Side
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.merging import Comparison, compare_stores
from missiondesk.services.workspaces import blank_desk
from tests.builders import a_milestone, an_observation
from tests.sample import a_sample
from tests.store.test_undo_machine import replayed, rows_of


@pytest.fixture
def mine() -> Iterator[Desk]:
    """My copy."""
    opened = a_sample("Mig")
    yield opened
    opened.close(discard=True)


@pytest.fixture
def theirs(mine: Desk) -> Iterator[Desk]:
    """The copy of somebody else, made now."""
    opened = copy_of(mine, "Dem")
    yield opened
    opened.close(discard=True)


def copy_of(desk: Desk, who: str) -> Desk:
    """The same workspace on another machine."""
    from missiondesk.store.database import Database
    from missiondesk.store.ledger import Ledger
    from missiondesk.store.store import Store

    database = Database()
    database.load(desk.session.store.image())
    return Desk(Store(Ledger(database), who))


def compared(desk: Desk, other: Desk) -> Comparison:
    return compare_stores(desk.session.store, other.session.store, "kopi.mission")


def together(desk: Desk, other: Desk, side: Side | None = None) -> None:
    found = compared(desk, other)
    desk.merging.apply(found, found.all_from(side) if side else {})


def rename(desk: Desk, key: str, title: str) -> None:
    mission = desk.session.the(Mission, key)
    desk.session.keep(Verb.REVISE_MISSION, replace(mission, title=Wording(title, title)))


def test_both_sides_edits_are_there_and_one_undo_takes_them_back(mine: Desk, theirs: Desk) -> None:
    first, second, *_ = mine.missions.all()
    assert compared(mine, theirs).relation is Relation.IDENTICAL
    rename(mine, first.id, "Min")
    rename(theirs, second.id, "Deres")
    theirs.session.keep(
        Verb.REVISE_MISSION, replace(theirs.session.the(Mission, first.id), note="deres note")
    )
    before = rows_of(mine.session.store)
    found = compared(mine, theirs)
    assert found.relation is Relation.DIVERGED
    assert (found.theirs.steps, found.theirs.who, found.mine.who) == (2, ("Dem",), ("Mig",))
    assert not found.conflicts
    assert found.news == 2
    mine.merging.apply(found, {})
    assert mine.session.the(Mission, first.id).title.da == "Min"
    assert mine.session.the(Mission, first.id).note == "deres note"
    assert mine.session.the(Mission, second.id).title.da == "Deres"
    assert rows_of(mine.session.store) == replayed(mine.session.store.steps())
    mine.history.undo()
    assert rows_of(mine.session.store) == before
    assert compared(mine, theirs).relation is Relation.DIVERGED
    mine.history.redo()
    assert compared(mine, theirs).relation is Relation.OLDER
    assert compared(theirs, mine).relation is Relation.NEWER


def test_a_conflict_names_both_values_and_writes_nothing_without_a_choice(
    mine: Desk, theirs: Desk
) -> None:
    first = mine.missions.all()[0]
    rename(mine, first.id, "Min")
    rename(theirs, first.id, "Deres")
    found = compared(mine, theirs)
    (conflict,) = found.conflicts
    assert (conflict.sort, conflict.fields) == (Dispute.FIELDS, ("title",))
    assert conflict.mine_by is not None and conflict.mine_by.who == "Mig"
    assert conflict.theirs_by is not None and conflict.theirs_by.who == "Dem"
    before = rows_of(mine.session.store)
    with pytest.raises(Refused):
        mine.merging.apply(found, {})
    assert rows_of(mine.session.store) == before
    mine.merging.apply(found, {conflict.id: Side.THEIRS})
    assert mine.session.the(Mission, first.id).title.da == "Deres"


def test_keeping_all_of_mine_is_remembered_though_nothing_changed(mine: Desk, theirs: Desk) -> None:
    first = mine.missions.all()[0]
    rename(mine, first.id, "Min")
    rename(theirs, first.id, "Deres")
    before = rows_of(mine.session.store)
    together(mine, theirs, Side.MINE)
    assert rows_of(mine.session.store) == before
    assert compared(mine, theirs).relation is Relation.OLDER
    mine.history.undo()
    assert compared(mine, theirs).relation is Relation.DIVERGED
    mine.history.redo()
    rename(theirs, first.id, "Deres igen")
    (conflict,) = compared(mine, theirs).conflicts or (None,)
    assert conflict is not None and conflict.base is not None
    assert "Deres" in str(conflict.base["title"])


def test_copies_that_took_each_other_in_do_not_disagree_again(mine: Desk, theirs: Desk) -> None:
    first, second, *_ = mine.missions.all()
    rename(mine, first.id, "Min")
    rename(theirs, second.id, "Deres")
    earlier = copy_of(theirs, "Tredje")
    before = copy_of(mine, "Mig")
    together(mine, theirs)
    together(theirs, before)
    found = compared(mine, theirs)
    assert (found.relation, found.conflicts, found.news) == (Relation.DIVERGED, (), 0)
    rename(theirs, first.id, "Deres svar")
    found = compared(mine, theirs)
    assert (found.conflicts, found.news) == ((), 1)
    together(mine, theirs)
    assert mine.session.the(Mission, first.id).title.da == "Deres svar"
    assert compared(mine, earlier).relation is Relation.OLDER
    assert compared(mine, before).relation is Relation.OLDER
    for desk in (earlier, before):
        desk.close(discard=True)


def test_what_is_removed_here_and_needed_there_is_one_conflict(mine: Desk, theirs: Desk) -> None:
    gone = next(
        one
        for one in mine.missions.all()
        if mine.milestones.of_mission(one.id)
        and not any(letter.state.final for letter in mine.situation.letters_of(one.id))
    )
    mine.missions.remove(gone.id)
    added = a_milestone(mission=gone.id)
    theirs.session.keep(Verb.ADD_MILESTONE, added)
    (conflict,) = compared(mine, theirs).conflicts
    assert (conflict.sort, conflict.key) == (Dispute.REMOVAL, gone.id)
    other = copy_of(mine, "Mig")
    together(mine, theirs, Side.THEIRS)
    assert mine.session.the(Milestone, added.id) == added
    for kind in (Mission, Milestone, OutcomeMetric, Observation):
        assert set(mine.situation.all(kind)) == set(theirs.situation.all(kind))
    together(other, theirs, Side.MINE)
    assert other.session.store.get(Milestone, added.id) is None
    other.close(discard=True)


def test_two_figures_for_one_period_need_a_choice(mine: Desk, theirs: Desk) -> None:
    metric = mine.situation.all(OutcomeMetric)[0]
    for desk, value in ((mine, "1"), (theirs, "2")):
        seen = an_observation(metric=metric.id, period=Period("2031"), value=Decimal(value))
        desk.session.keep(Verb.RECORD_OBSERVATIONS, seen)
    (conflict,) = compared(mine, theirs).conflicts
    assert conflict.sort is Dispute.TWICE
    together(mine, theirs, Side.THEIRS)
    (left,) = mine.session.store.where(Observation, metric=metric.id, period=Period("2031"))
    assert left.value == 2


def test_two_new_missions_with_one_code_get_two(mine: Desk, theirs: Desk) -> None:
    for desk in (mine, theirs):
        desk.missions.add(Wording("Ny", "New"))
    found = compared(mine, theirs)
    (repair,) = mine.merging.outcome(found, {}).repairs
    assert repair.mending is Mending.RENUMBERED
    together(mine, theirs)
    codes = [one.code for one in mine.missions.all()]
    assert len(codes) == len(set(codes))


def test_an_unrelated_workspace_is_refused(mine: Desk, tmp_path: Path) -> None:
    other = blank_desk("Dem")
    other.save_as(tmp_path / "fremmed.mission")
    other.close()
    found = mine.merging.compare(tmp_path / "fremmed.mission")
    assert found.relation is Relation.UNRELATED
    with pytest.raises(Refused):
        mine.merging.apply(found, {})
