# SPDX-License-Identifier: Apache-2.0
"""The deeds whose every call of the system may fail; `system_calls.py` lets them."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from functools import cache
from pathlib import Path

from missiondesk.domain.backup import Cause
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.saving import NotSaved, Reason, Unavailable
from missiondesk.services.workspaces import new_desk, open_desk
from tests.faults.failing import Faults


class Wrong(Exception):
    """What must never be."""


_CALLS_OF_A_SAVE = 40  # and some more, so that at times the process is not killed


class Deed:
    """One deed on `a.mission` in a folder; each is prepared anew for each fault."""

    name = ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "a.mission"

    def prepare(self) -> None:
        """Bring about what the deed needs; nothing fails meanwhile."""

    def do(self) -> None:
        """Do it.

        Raises:
            Unavailable, OSError: It could not be done.
        """

    def check(self, *, done: bool) -> None:
        """Look whether all is well; nothing fails meanwhile.

        Raises:
            Wrong: It is not.
        """

    def end(self) -> None:
        """Give back what is open."""


class Open(Deed):
    """Opening for work."""

    name = "open"

    def prepare(self) -> None:
        _fresh(self.path)
        self.before = self.path.read_bytes()
        self.desk: Desk | None = None

    def do(self) -> None:
        self.end()
        self.desk = open_desk(self.path, "Bo")

    def check(self, *, done: bool) -> None:
        require(self.path.read_bytes() == self.before, "opening changed the file")
        self.end()
        with closing(open_desk(self.path, "Eva")) as desk:
            require(_titles(desk) == ["M0"], "what was there is gone")

    def end(self) -> None:
        if self.desk is not None:
            self.desk.close(discard=True)
            self.desk = None


class Save(Deed):
    """An edit, until it is on the disk."""

    name = "save"

    def prepare(self) -> None:
        _fresh(self.path)
        self.desk = open_desk(self.path, "Bo")
        self.count = 1

    def do(self) -> None:
        if len(self.desk.missions.all()) == self.count:
            _add(self.desk, f"M{self.count}")
        if not self.desk.wait_saved(60) and not self.desk.session.store.save_now(60):
            state = self.desk.saving
            assert isinstance(state, NotSaved)
            raise Unavailable.because(Reason.NOT_SAVED, state.why)

    def check(self, *, done: bool) -> None:
        require(_titles(self.desk) == ["M0", "M1"], "the edit is not in memory")
        found = _titles_in(self.path)
        require(found == ["M0", "M1"] or (not done and found == ["M0"]), f"the file has {found}")
        require(not list(self.folder.glob(".a.mission.*.tmp")) or not done, "a part was left")

    def end(self) -> None:
        self.desk.close(discard=True)


class SaveAs(Save):
    """Going on under another name."""

    name = "save as"

    def prepare(self) -> None:
        super().prepare()
        self.other = self.folder / "b.mission"

    def do(self) -> None:
        if self.desk.path != self.other:
            self.desk.save_as(self.other, replace=True)

    def check(self, *, done: bool) -> None:
        require(_titles_in(self.path) == ["M0"], "the former file was changed")
        if self.other.exists():
            require(_titles_in(self.other) == ["M0"], "the new file is not whole")
        require(not done or self.desk.path == self.other, "the desk did not move")


class MakeBackup(Save):
    """A backup."""

    name = "backup"

    def prepare(self) -> None:
        super().prepare()
        self.desk.backups.make()
        _add(self.desk, "M1")
        require(self.desk.wait_saved(60), "no ground to stand on")

    def do(self) -> None:
        self.desk.backups.make()

    def check(self, *, done: bool) -> None:
        require(_titles_in(self.path) == ["M0", "M1"], "the workspace was changed")
        there = self.desk.backups.all()
        for one in there:
            require(self.desk.backups.look_at(one).contents is not None, "a broken backup")
        newest = self.desk.backups.look_at(there[0]).contents
        require(not done or (newest is not None and newest.missions == 2), "not the newest state")


class Restore(MakeBackup):
    """Going back to a backup, until it is on the disk."""

    name = "restore"

    def do(self) -> None:
        # By its cause: a list may leave out what cannot be looked at, and a person sees that.
        asked = [one for one in self.desk.backups.all() if one.cause is Cause.ASKED]
        if not asked:
            raise Unavailable(Reason.NOT_SAVED, "the backup cannot be looked at")
        self.desk.restoring.restore(self.desk.restoring.compare(asked[-1]))
        if not self.desk.session.store.save_now(60):
            state = self.desk.saving
            assert isinstance(state, NotSaved)
            raise Unavailable.because(Reason.NOT_SAVED, state.why)

    def check(self, *, done: bool) -> None:
        found = _titles_in(self.path)
        require(found in (["M0"], ["M0", "M1"]), f"the file has {found}")
        require(not done or found == ["M0"], "it was said to be restored")
        for one in self.desk.backups.all():
            require(self.desk.backups.look_at(one).contents is not None, "a broken backup")


class Merge(Save):
    """Putting together with a copy, until it is on the disk."""

    name = "merge"

    def prepare(self) -> None:
        _fresh(self.path)
        copy = self.folder / "kopi.mission"
        shutil.copyfile(self.path, copy)
        with closing(open_desk(copy, "Eva")) as theirs:
            _add(theirs, "M1")
        self.desk = open_desk(self.path, "Bo")

    def do(self) -> None:
        found = self.desk.merging.compare(self.folder / "kopi.mission")
        self.desk.merging.apply(found, {})
        if not self.desk.session.store.save_now(60):
            state = self.desk.saving
            assert isinstance(state, NotSaved)
            raise Unavailable.because(Reason.NOT_SAVED, state.why)

    def check(self, *, done: bool) -> None:
        found = _titles_in(self.path)
        require(found == ["M0", "M1"] or (not done and found == ["M0"]), f"the file has {found}")
        require(_titles_in(self.folder / "kopi.mission") == ["M0", "M1"], "the copy was changed")


class Export(Save):
    """Tables as a workbook, over one that is there."""

    name = "export"

    def prepare(self) -> None:
        super().prepare()
        self.out = self.folder / "tabeller.xlsx"
        self.out.write_bytes(b"the former one")

    def do(self) -> None:
        self.desk.record_tables.workbook("da").write_to(self.out)

    def check(self, *, done: bool) -> None:
        data = self.out.read_bytes()
        whole = data.startswith(b"PK") and b"[Content_Types].xml" in data[-4000:]
        require(whole or (not done and data == b"the former one"), "a part of a workbook")
        require(not done or whole, "it was said to be written")
        require(_titles_in(self.path) == ["M0"], "the workspace was changed")
        if done:
            require(not list(self.folder.glob(".missiondesk-*")), "a part was left")


class Recover(Save):
    """Opening and going on after the process was killed in the middle of saving."""

    name = "recover"
    kills = 0

    def prepare(self) -> None:
        _fresh(self.path)
        # Another call each time, so that all that a kill can leave behind is recovered from.
        Recover.kills += 1
        self.acknowledged = _killed(self.path, 1 + Recover.kills % _CALLS_OF_A_SAVE)
        self.before = _titles_in(self.path)
        require(
            self.before == ["M0", "M1"] or (not self.acknowledged and self.before == ["M0"]),
            f"killed, the file has {self.before}",
        )
        self.desk: Desk | None = None

    def do(self) -> None:
        self.end()
        self.desk = open_desk(self.path, "Bo")
        if len(self.desk.missions.all()) == len(self.before):
            _add(self.desk, "M2")
        if not self.desk.wait_saved(60) and not self.desk.session.store.save_now(60):
            state = self.desk.saving
            assert isinstance(state, NotSaved)
            raise Unavailable.because(Reason.NOT_SAVED, state.why)

    def check(self, *, done: bool) -> None:
        found, after = _titles_in(self.path), [*self.before, "M2"]
        require(found == after or (not done and found == self.before), f"the file has {found}")
        if done and self._parts():
            # What the killed process left, where the fault met its removal: the next opening's.
            self.end()
            with closing(open_desk(self.path, "Eva")):
                require(not self._parts(), "a part was left")

    def _parts(self) -> list[Path]:
        return list(self.folder.glob(".a.mission.*.tmp"))

    def end(self) -> None:
        if self.desk is not None:
            self.desk.close(discard=True)
            self.desk = None


def _killed(path: Path, at: int) -> bool:
    """Edit in a process that is killed at this call; whether the edit was acknowledged before."""
    child = os.fork()
    if not child:
        try:
            faults = Faults(path.parent)
            desk = open_desk(path, "Bo")
            with faults.killing(at):
                _add(desk, "M1")
                saved = desk.wait_saved(60)
            os._exit(0 if saved else 1)
        finally:
            os._exit(2)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    require(ended in (0, -9), f"the process to be killed ended with {ended}")
    return ended == 0


DEEDS: dict[str, type[Deed]] = {
    deed.name: deed for deed in (Open, Save, SaveAs, MakeBackup, Restore, Merge, Export, Recover)
}


def _fresh(path: Path) -> None:
    """A folder with nothing in it but a workspace with one mission."""
    for old in path.parent.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    path.write_bytes(_one_mission(path.parent))


@cache
def _one_mission(folder: Path) -> bytes:
    path = folder / "first.mission"
    with closing(new_desk(path, "Eva")) as desk:
        _add(desk, "M0")
    return path.read_bytes()


def _add(desk: Desk, title: str) -> None:
    desk.missions.add(Wording(title, title))


def _titles(desk: Desk) -> list[str]:
    return [one.title.da for one in desk.missions.all()]


def _titles_in(path: Path) -> list[str]:
    try:
        with closing(open_desk(path, "Ida", read_only=True)) as desk:
            return _titles(desk)
    except Unavailable as error:
        raise Wrong(f"{path.name} does not open: {error.message.msgid}") from error


def require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Wrong(otherwise)
