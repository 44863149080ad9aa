# SPDX-License-Identifier: Apache-2.0
"""Backups are made before what is risky, are whole, thin out, and never block or vanish."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from missiondesk.domain import identity
from missiondesk.domain.backup import HELD_FOR, Cause
from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.store.backing_up import Backups
from missiondesk.store.backup import Backup
from missiondesk.store.backups import (
    BackupFolder,
    backups_of_place,
    contents,
    place_of,
)
from missiondesk.store.image import PLAIN, Codec
from missiondesk.store.inspection import inspect
from missiondesk.store.sealing.codec import new_codec
from missiondesk.store.sealing.header import LEAST
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.store.workspace import create, open_workspace
from tests.builders import a_mission

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "sikkerhedskopier"


@pytest.fixture
def backups(filed: Store, root: Path) -> Iterator[Backups]:
    made = Backups(filed, root)
    yield made
    made.close()


def add(store: Store, verb: Verb = Verb.ADD_MISSION) -> None:
    mission = a_mission()
    with store.write(verb, mission.id, "M") as unit:
        unit.save(mission)


def test_that_one_is_made_is_told_before_what_came_of_it(filed: Store, backups: Backups) -> None:
    told: list[tuple[Cause | None, bool]] = []
    backups.listen(lambda state: told.append((state.making, state.trouble is not None)))
    backups.make(Cause.ASKED)
    backups.folder.path.rename(backups.folder.path.with_name("aside"))
    backups.folder.path.write_bytes(b"in the way")
    with pytest.raises(Unavailable):
        backups.make(Cause.IMPORT)
    assert told == [(Cause.ASKED, False), (None, False), (Cause.IMPORT, False), (None, True)]


def causes(backups: Backups) -> list[Cause]:
    assert backups.wait(30)
    return [one.cause for one in backups.folder.all()]


def missions(backup: Backup) -> int:
    return contents(backup, PLAIN).missions


def test_before_an_import_and_a_merge_the_present_is_put_aside(
    filed: Store, backups: Backups
) -> None:
    add(filed)
    add(filed, Verb.IMPORT)
    add(filed, Verb.MERGE)
    assert causes(backups) == [Cause.MERGE, Cause.IMPORT]
    assert [missions(one) for one in backups.folder.all()] == [2, 1]
    assert backups.state.trouble is None
    assert backups.state.last is not None


def test_the_file_is_written_over_only_when_what_was_before_is_put_aside(
    filed: Store, backups: Backups, path: Path
) -> None:
    add(filed)
    assert filed.wait_saved(30)
    seen = []

    def look(_: None) -> None:  # heard after the backups, just before the file is written
        there = [one.cause for one in backups.folder.all()]
        opened = inspect(path.read_bytes())
        seen.append((there, len(opened.ledger.records.all(Mission))))
        opened.ledger.database.close()

    filed.hold_saving(look)
    add(filed, Verb.IMPORT)
    assert filed.wait_saved(30)
    assert seen == [([Cause.IMPORT], 1)]
    assert missions(backups.folder.all()[0]) == 1


def test_a_backup_is_a_whole_workspace_of_its_owner_alone(filed: Store, backups: Backups) -> None:
    add(filed)
    made = backups.make(Cause.ASKED)
    assert made.path.read_bytes() == PLAIN.wrap(filed.image())
    opened = open_workspace(made.path, "x", read_only=True)
    assert opened.all(Mission) == filed.all(Mission)
    opened.close()
    if sys.platform != "win32":
        assert made.path.stat().st_mode & 0o077 == 0
        assert made.path.parent.stat().st_mode & 0o077 == 0
    told = contents(made, PLAIN)
    assert (told.missions, told.last, told.who, told.verb) == (1, 1, "Sekretær", "add_mission")


def test_what_changed_is_backed_up_when_the_interval_is_over(filed: Store, root: Path) -> None:
    making = Backups(filed, root, timedelta())
    try:
        add(filed)
        while not any(one.cause is Cause.INTERVAL for one in making.folder.all()):
            assert making.wait(30)  # the thread may not have begun yet
        assert missions(making.folder.all()[0]) == 1
    finally:
        making.close()


def test_nothing_is_due_before_that(filed: Store, backups: Backups) -> None:
    add(filed)
    assert causes(backups) == []
    assert backups._due_in(unsaved=False) == pytest.approx(900, abs=60)


def test_the_first_change_after_opening_is_preceded_by_a_backup(
    filed: Store, path: Path, root: Path
) -> None:
    for _ in range(6):
        add(filed)
    filed.close()
    store = open_workspace(path, "Bo")
    making = Backups(store, root)
    add(store)
    add(store)
    assert causes(making) == [Cause.OPENED]
    assert missions(making.folder.all()[0]) == 6
    making.close()
    store.close()
    again = open_workspace(path, "Bo")
    making = Backups(again, root)
    add(again)
    assert causes(making) == [Cause.OPENED]  # the one of a moment ago is enough
    making.close()
    again.close()


def test_a_failing_backup_is_told_and_blocks_nothing(filed: Store, root: Path) -> None:
    root.write_bytes(b"a file where the folder should be")
    making = Backups(filed, root)
    heard = []
    making.listen(heard.append)
    add(filed, Verb.IMPORT)
    assert making.wait(30)
    assert len(filed.all(Mission)) == 1
    assert filed.wait_saved(30)
    assert heard
    assert making.state.trouble is not None
    assert "backup" in making.state.trouble.msgid
    with pytest.raises(Unavailable):
        making.make(Cause.ASKED)
    root.unlink()
    making.make(Cause.ASKED)
    assert making.state.trouble is None
    making.close()


def test_what_cannot_be_saved_is_rescued_into_the_backups(
    filed: Store, path: Path, root: Path
) -> None:
    making = Backups(filed, root)
    path.write_bytes(path.read_bytes() + b"somebody else's")
    add(filed)
    assert not filed.wait_saved(30)
    while not making.folder.all():
        making.wait(30)
    newest = making.folder.all()[0]
    assert newest.cause is Cause.RESCUE
    assert missions(newest) == 1
    making.close()


@dataclass(frozen=True)
class Failing:
    """A codec over a disk that gives back other bytes than it was given."""

    codec: Codec

    @property
    def confidential(self) -> bool:
        return self.codec.confidential

    def recognises(self, data: bytes) -> bool:
        return self.codec.recognises(data)

    def wrap(self, image: bytes) -> bytes:
        data = bytearray(self.codec.wrap(image))
        data[len(data) // 2] ^= 1
        return bytes(data)

    def wrap_hashed(self, image: bytes) -> tuple[bytes, bytes]:
        return self.codec.wrap_hashed(image)

    def unwrap(self, data: bytes) -> bytes:
        return self.codec.unwrap(data)

    def unwrap_hashed(self, data: bytes) -> tuple[bytes, bytes]:
        return self.codec.unwrap_hashed(data)


def plain() -> Codec:
    return PLAIN


def sealed() -> Codec:
    return new_codec("Fire røde cykler i Hvalpsund", cost=LEAST)


@pytest.mark.parametrize("kind", [plain, sealed])
def test_a_backup_that_does_not_read_back_is_refused_and_stops_the_thinning(
    filed: Store, root: Path, kind: Callable[[], Codec]
) -> None:
    """A confidential one is reopened by the key in memory: nobody has to open it to know."""
    codec = kind()
    folder = BackupFolder(root, filed.workspace)
    first = folder.keep(filed.image(), codec, Cause.ASKED, "0" * 12, NOW - timedelta(hours=1))
    with pytest.raises(Unavailable) as refusal:
        folder.keep(filed.image(), Failing(codec), Cause.ASKED, "0" * 12, NOW)
    assert refusal.value.reason is Reason.DAMAGED
    assert folder.all() == (first,)
    assert folder.held_until(NOW) == NOW + HELD_FOR
    assert contents(first, codec).missions == 0


def test_what_is_sealed_anew_is_reopened_or_stays_as_it_was(filed: Store, root: Path) -> None:
    folder = BackupFolder(root, filed.workspace)
    made = folder.keep(filed.image(), PLAIN, Cause.ASKED, "0" * 12, NOW)
    data, codec = made.path.read_bytes(), sealed()
    assert folder.reseal(PLAIN, Failing(codec)) == 1
    assert made.path.read_bytes() == data
    assert folder.held_until(identity.now()) is not None
    assert folder.reseal(PLAIN, codec) == 0
    assert contents(made, codec).missions == 0
    assert not PLAIN.recognises(made.path.read_bytes())


def test_old_ones_are_thinned_until_damage_was_seen(filed: Store, root: Path) -> None:
    folder = BackupFolder(root, filed.workspace)
    image = filed.image()
    days = [NOW - timedelta(days=30, hours=hour) for hour in (9, 6, 3)]
    for moment in days:
        folder.keep(image, PLAIN, Cause.INTERVAL, "0" * 12, moment)
    assert len(folder.all()) == 3
    folder.note_damage(NOW)
    folder.keep(image, PLAIN, Cause.INTERVAL, "0" * 12, NOW)
    assert len(folder.all()) == 4
    later = NOW + HELD_FOR + timedelta(days=1)
    folder.keep(image, PLAIN, Cause.INTERVAL, "0" * 12, later)
    assert [one.made for one in folder.all()] == [later, NOW, days[2]]
    (folder.path / "damage-seen").write_bytes(b"\xff no date")
    assert folder.held_until(NOW) is not None


def test_only_backups_are_listed_and_taken_away(filed: Store, root: Path) -> None:
    folder = BackupFolder(root, filed.workspace)
    made = folder.keep(filed.image(), PLAIN, Cause.ASKED, "0" * 12, NOW)
    for name in ("mine.mission", "20261126T120000.000000Z-why-000000000000.mission",
                 "20269926T120000.000000Z-asked-000000000000.mission"):  # fmt: skip
        (folder.path / name).write_bytes(b"x")
    assert folder.all() == (made,)
    assert BackupFolder(root, "elsewhere").all() == ()


def test_damage_of_a_backup_is_found_when_it_is_looked_at(filed: Store, root: Path) -> None:
    folder = BackupFolder(root, filed.workspace)
    made = folder.keep(filed.image(), PLAIN, Cause.ASKED, "0" * 12, NOW)
    data = bytearray(made.path.read_bytes())
    data[5000] ^= 1
    made.path.write_bytes(data)
    with pytest.raises(Unavailable) as refusal:
        contents(made, PLAIN)
    assert refusal.value.reason is Reason.DAMAGED
    made.path.unlink()
    with pytest.raises(Unavailable):
        contents(made, PLAIN)


def test_the_backups_of_a_place_are_found_without_the_file(
    filed: Store, path: Path, root: Path, tmp_path: Path
) -> None:
    making = Backups(filed, root)
    with identity.fixed(NOW):
        first = making.make(Cause.ASKED)
    making.close()
    with identity.fixed(NOW + timedelta(hours=1)):
        other = create(tmp_path / "anden.mission", "Bo")
        making = Backups(other, root)
        making.make(Cause.ASKED)
        making.close()
        other.close()
    assert backups_of_place(root, path) == (first,)
    assert first.place == place_of(path)
    assert str(path.name) not in first.path.name


@pytest.mark.parametrize("version", [0, 2])
def test_the_file_of_an_older_desk_is_kept_as_it_was(
    tmp_path: Path, root: Path, version: int
) -> None:
    source = Path(__file__).parent / "files" / f"v1_{version:03}.mission"
    path = tmp_path / "gammel.mission"
    path.write_bytes(source.read_bytes())
    store = open_workspace(path, "Bo")
    assert store.former == source.read_bytes()
    making = Backups(store, root)
    making.keep_former(store.former)
    (kept,) = making.folder.all()
    assert kept.cause is Cause.MIGRATION
    assert kept.path.read_bytes() == source.read_bytes()
    inspect(kept.path.read_bytes()).ledger.database.close()
    making.close()
    store.close(discard=True)
    assert open_workspace(path, "Bo", read_only=True).former is None


def test_of_what_is_only_read_none_are_made(filed: Store, path: Path, root: Path) -> None:
    filed.close()
    path.chmod(0o400)
    store = open_workspace(path, "Bo", read_only=True)
    making = Backups(store, root)
    assert making._due_in(unsaved=False) is None
    making.close()
    store.close()
    assert not root.exists() or not os.listdir(root)  # noqa: PTH208
