# SPDX-License-Identifier: Apache-2.0
"""Copies of before and after a purge still meet; what was purged does not come in by a trail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.lineage import Relation
from missiondesk.domain.merging import Side
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import new_desk, open_desk

CANARY = "Kanariefugl"


class Pair:
    """A workspace and a copy that was sent out before the purge."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mine = new_desk(folder / "min.mission", "Anna")
        self.kept = self.mine.initiatives.add(Initiative("", title=Wording("Bliver", "Stays")))
        self.gone = self.mine.initiatives.add(Initiative("", title=Wording(CANARY, CANARY)))
        assert self.mine.wait_saved(60)
        self.copy = folder / "kopi.mission"
        self.copy.write_bytes((folder / "min.mission").read_bytes())

    def purge(self) -> None:
        key = self.gone.id
        self.mine.initiatives.remove(key)
        self.mine.purging.purge([("initiative", key)], "Fejl", "Chefen")

    def in_copy(self, key: str, note: str) -> None:
        desk = open_desk(self.copy, "Bo")
        desk.initiatives.revise(replace(desk.session.the(Initiative, key), note=note))
        desk.close()

    def traces(self, desk: Desk) -> int:
        return desk.session.store.image().count(CANARY.encode())


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


def test_a_copy_that_worked_on_something_else(pair: Pair) -> None:
    pair.purge()
    pair.in_copy(pair.kept.id, "fra Bo")
    found = pair.mine.merging.compare(pair.copy)
    assert found.relation is Relation.DIVERGED
    assert found.conflicts == ()
    pair.mine.merging.apply(found, {})
    assert pair.mine.session.the(Initiative, pair.kept.id).note == "fra Bo"
    assert pair.traces(pair.mine) == 0
    assert pair.mine.trail.check().whole
    pair.mine.history.undo()
    assert pair.mine.session.the(Initiative, pair.kept.id).note == ""
    assert pair.mine.trail.check().whole
    pair.mine.close(discard=True)


def test_a_copy_that_worked_on_what_was_purged(pair: Pair) -> None:
    pair.mine.initiatives.revise(replace(pair.gone, note=f"{CANARY} hos Anna"))
    pair.purge()
    pair.in_copy(pair.gone.id, f"{CANARY} hos Bo")
    found = pair.mine.merging.compare(pair.copy)
    assert len(found.conflicts) == 1
    pair.mine.merging.apply(found, found.all_from(Side.MINE))
    assert pair.mine.session.store.get(Initiative, pair.gone.id) is None
    assert pair.traces(pair.mine) == 0
    assert pair.mine.trail.check().whole
    again = pair.mine.merging.compare(pair.copy)
    assert again.relation is Relation.OLDER
    pair.mine.close(discard=True)


def test_who_takes_the_copy_s_side_gets_the_record_back(pair: Pair) -> None:
    pair.purge()
    pair.in_copy(pair.gone.id, "fra Bo")
    found = pair.mine.merging.compare(pair.copy)
    pair.mine.merging.apply(found, found.all_from(Side.THEIRS))
    assert pair.mine.session.the(Initiative, pair.gone.id).note == "fra Bo"
    assert pair.mine.trail.check().whole
    pair.mine.close(discard=True)


def test_the_copy_takes_in_the_purged_workspace(pair: Pair) -> None:
    """Its own trail is not purged by that: a purge is decided for a file."""
    pair.purge()
    pair.in_copy(pair.kept.id, "fra Bo")
    assert pair.mine.wait_saved(60)
    theirs = open_desk(pair.copy, "Bo")
    found = theirs.merging.compare(pair.folder / "min.mission")
    assert found.relation is Relation.DIVERGED
    theirs.merging.apply(found, found.all_from(Side.THEIRS))
    assert theirs.session.store.get(Initiative, pair.gone.id) is None
    assert theirs.trail.check().whole
    theirs.close(discard=True)
    pair.mine.close(discard=True)


def test_both_purged_and_worked_on(pair: Pair) -> None:
    pair.purge()
    theirs = open_desk(pair.copy, "Bo")
    theirs.initiatives.revise(replace(pair.gone, note="mellem"))
    theirs.initiatives.remove(pair.gone.id)
    theirs.purging.purge([("initiative", pair.gone.id)], "Fejl", "Chefen")
    theirs.initiatives.revise(replace(pair.kept, note="fra Bo"))
    theirs.close()
    found = pair.mine.merging.compare(pair.copy)
    pair.mine.merging.apply(found, {})
    assert pair.mine.session.the(Initiative, pair.kept.id).note == "fra Bo"
    assert pair.traces(pair.mine) == 0
    assert pair.mine.trail.check().whole
    pair.mine.close(discard=True)
