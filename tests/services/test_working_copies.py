# SPDX-License-Identifier: Apache-2.0
"""Copies on this machine are found by what they hold, and deleted by a logged act (COL-10)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from missiondesk.domain.copy_sent import Audience, Purpose
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Reason, Unavailable
from missiondesk.services.working_copies import WorkingCopy
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.store.lock import Lock
from tests.cheap_keys import cheap_keys
from tests.sample import a_sample

PHRASE = "Fire røde cykler i Hvalpsund"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample in a file."""
    opened = a_sample()
    opened.save_as(tmp_path / "arbejde" / "prøve.mission")
    yield opened
    opened.close(discard=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """Where the workspace and, deeper, its copies lie."""
    (tmp_path / "arbejde" / "sendt").mkdir(parents=True)
    return tmp_path / "arbejde"


def named(found: tuple[WorkingCopy, ...]) -> dict[str, WorkingCopy]:
    return {one.path.name: one for one in found}


def worked_on(path: Path) -> None:
    with closing(open_desk(path, "Anna")) as theirs:
        theirs.missions.add(Wording("Ny", "New"))


def test_copies_are_found_wherever_they_lie_and_whatever_they_are_called(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cheap_keys(monkeypatch)
    sent = folder / "sendt"
    assert desk.path is not None
    (folder / "helt andet.MISSION").write_bytes(desk.path.read_bytes())
    desk.copies.send(sent / "til Anna.mission", Sending("Anna"))
    worked_on(sent / "til Anna.mission")
    desk.copies.send(sent / "offentlig.mission", Sending("Alle", Purpose.READ, Audience.PUBLIC))
    desk.copies.send(sent / "lukket.mission", Sending("Bo"), PHRASE)
    new_desk(folder / "anden.mission").close()
    (folder / "skadet.mission").write_bytes(desk.path.read_bytes()[:5000])
    (folder / "lukket af andre.mission").write_bytes((sent / "lukket.mission").read_bytes())
    (folder / "note.txt").write_text("ingen")
    told: list[str] = []
    found = named(desk.working_copies.find(folder, lambda _done, _all, name: told.append(name)))
    assert found.keys() == {
        "helt andet.MISSION", "til Anna.mission", "offentlig.mission", "lukket.mission",
    }  # fmt: skip
    assert "anden.mission" in told
    assert "prøve.mission" not in told
    plain, anna = found["helt andet.MISSION"], found["til Anna.mission"]
    assert (plain.sent, plain.more, plain.loses_nothing) == (None, 0, True)
    assert anna.sent is not None
    assert (anna.sent.recipient, anna.more, anna.loses_nothing) == ("Anna", 1, False)
    assert found["offentlig.mission"].loses_nothing
    assert found["lukket.mission"].closed and not found["lukket.mission"].loses_nothing


def test_deleting_is_one_step_that_says_their_names_and_is_not_undone(
    desk: Desk, folder: Path
) -> None:
    for name in ("a.mission", "b.mission", "c.mission"):
        desk.copies.send(folder / "sendt" / name, Sending("Anna"))
    desk.missions.add(Wording("Ny", "New"))
    undoable = desk.session.store.undoable
    steps = len(desk.history.steps())
    found = desk.working_copies.find(folder)
    done = desk.working_copies.delete([one for one in found if one.path.name != "c.mission"])
    assert {one.name for one in done.gone} == {"a.mission", "b.mission"}
    assert done.left == ()
    assert sorted(one.name for one in (folder / "sendt").iterdir()) == ["c.mission"]
    (last, *_) = desk.session.store.steps(limit=1)
    assert (last.verb, last.about) == (Verb.DELETE_COPIES, "2: a.mission, b.mission")
    assert done.step is not None and done.step.id == last.id
    assert len(desk.history.steps()) == steps + 1
    assert desk.session.store.undoable == undoable
    assert str(folder) not in last.about
    assert desk.trail.check().whole
    with pytest.raises(Refused):
        desk.working_copies.delete([])


def test_what_is_open_or_was_changed_meanwhile_stays(desk: Desk, folder: Path) -> None:
    for name in ("åben.mission", "ændret.mission", "væk.mission"):
        desk.copies.send(folder / name, Sending("Anna"))
    found = named(desk.working_copies.find(folder))
    worked_on(folder / "ændret.mission")
    (folder / "væk.mission").unlink()
    held = Lock(folder / "åben.mission")
    held.acquire("Bo")
    steps = len(desk.history.steps())
    done = desk.working_copies.delete(list(found.values()))
    held.release()
    assert (done.gone, done.step) == ((), None)
    assert {path.name: why.msgid.split(" ")[0] for path, why in done.left}.keys() == found.keys()
    assert (folder / "åben.mission").exists() and (folder / "ændret.mission").exists()
    assert len(desk.history.steps()) == steps
    assert not list(folder.glob("*.lock"))[1:]  # that of the workspace itself


def test_backups_are_no_copies_to_be_deleted(desk: Desk, tmp_path: Path) -> None:
    desk.backups.make()
    root = desk.backups.folder
    assert root is not None
    assert desk.working_copies.find(root.parent.parent) == ()


def test_for_reading_nothing_is_deleted(desk: Desk, folder: Path) -> None:
    desk.copies.send(folder / "a.mission", Sending("Anna"))
    assert desk.wait_saved(30)
    assert desk.path is not None
    with closing(open_desk(desk.path, read_only=True)) as reader:
        found = reader.working_copies.find(folder)
        assert [one.path.name for one in found] == ["a.mission"]
        with pytest.raises(Unavailable) as no:
            reader.working_copies.delete(found)
    assert no.value.reason is Reason.READ_ONLY
    assert (folder / "a.mission").exists()


def test_a_folder_with_too_many_is_refused(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("missiondesk.services.working_copies.MOST", 2)
    for name in "abc":
        (folder / f"{name}.mission").write_bytes(b"x")
    with pytest.raises(Refused, match="Choose a smaller one"):
        desk.working_copies.find(folder)
