# SPDX-License-Identifier: Apache-2.0
"""A confidential workspace from making to opening again: only sealed bytes reach the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.store.image import PLAIN, Codec, Opener
from missiondesk.store.sealing.codec import SealedCodec, new_codec
from missiondesk.store.sealing.header import LEAST, is_sealed
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.store.workspace import open_apart, open_workspace
from tests.builders import a_mission

PHRASE = "fire æbler under en blå cykel"
CANARY = "Ukrudtsbekæmpelse i Hvalpsund"


@pytest.fixture
def codec() -> SealedCodec:
    """A container of the least cost."""
    return new_codec(PHRASE, "Sekretariatet", LEAST)


def add(store: Store, code: str) -> None:
    with store.write(Verb.ADD_MISSION, "", code) as unit:
        unit.save(a_mission(code=code, title=Wording(CANARY, CANARY)))


def recode(store: Store, codec: Codec, verb: Verb) -> None:
    with store.write(verb, "") as unit:
        unit.recode(codec)
    if store.path is not None:
        store.require_saved()


@pytest.fixture
def sealed(filed: Store, codec: SealedCodec) -> Store:
    """A confidential workspace with a mission, on disk."""
    add(filed, "M1")
    recode(filed, codec, Verb.MAKE_CONFIDENTIAL)
    return filed


def test_what_was_plain_is_sealed_by_a_step_of_the_trail(sealed: Store, path: Path) -> None:
    data = path.read_bytes()
    assert is_sealed(data)
    assert CANARY.encode() not in data
    step = sealed.steps(limit=1)[0]
    assert (step.verb, step.changes, step.who) == (Verb.MAKE_CONFIDENTIAL, (), "Sekretær")
    sealed.close()
    with pytest.raises(Unavailable) as refused:
        open_workspace(path, "Anna")
    assert refused.value.reason is Reason.SEALED
    assert list(path.parent.iterdir()) == [path]  # the lock was given back
    again = open_workspace(path, "Anna", opener=Opener(PHRASE))
    assert [mission.code for mission in again.all(Mission)] == ["M1"]
    add(again, "M2")
    assert again.wait_saved(30)
    assert is_sealed(path.read_bytes())
    recode(again, PLAIN, Verb.MAKE_PLAIN)
    assert CANARY.encode() in path.read_bytes()
    assert [step.verb for step in again.steps(limit=3)] == [
        Verb.MAKE_PLAIN,
        Verb.ADD_MISSION,
        Verb.MAKE_CONFIDENTIAL,
    ]
    again.close()
    open_workspace(path, "Anna").close()


def test_undo_passes_over_acts_on_the_file(sealed: Store) -> None:
    assert sealed.undoable is not None
    assert sealed.undoable.verb is Verb.ADD_MISSION
    sealed.undo()
    assert sealed.all(Mission) == ()
    recode(sealed, sealed.codec, Verb.CHANGE_PASSPHRASE)
    assert sealed.redoable is not None
    sealed.redo()
    assert len(sealed.all(Mission)) == 1


def test_elsewhere_and_apart_it_stays_sealed(sealed: Store, tmp_path: Path, path: Path) -> None:
    other = tmp_path / "andet.mission"
    sealed.save_as(other)
    assert is_sealed(other.read_bytes())
    apart = open_apart(path, "Anna", Opener(like=sealed.codec))
    third = tmp_path / "tredje.mission"
    apart.save_as(third)
    apart.close()
    assert is_sealed(third.read_bytes())
    assert CANARY.encode() not in third.read_bytes()


def test_a_failing_disk_keeps_it_sealed_in_memory_until_it_can(
    sealed: Store, path: Path, codec: SealedCodec
) -> None:
    path.unlink()
    path.mkdir()  # nothing can be moved over it
    add(sealed, "M2")
    assert not sealed.wait_saved(30)
    with pytest.raises(Unavailable):
        recode(sealed, codec.with_passphrase("otte gule tog", ""), Verb.ADD_PASSPHRASE)
    path.rmdir()
    assert sealed.save_now(30)
    assert is_sealed(path.read_bytes())
    assert len(list(path.parent.iterdir())) == 2  # the file and its lock


def test_a_workspace_of_no_file_is_never_plain_on_the_disk(
    store: Store, path: Path, codec: SealedCodec
) -> None:
    add(store, "M1")
    recode(store, codec, Verb.MAKE_CONFIDENTIAL)
    store.save_as(path)
    assert is_sealed(path.read_bytes())
