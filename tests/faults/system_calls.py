# SPDX-License-Identifier: Apache-2.0
"""Every call of the system may fail: nothing acknowledged is lost, no file torn, people are told.

    python -m tests.faults.system_calls [DEED …] [--errors NAME …] [--quick]

For each deed (open, save, save under another name, backup, restore, merge, export) the first call
fails, then the second and so on until the deed meets no fault any more; each with each error, once
and for ever after, with a library that is preloaded (failing_calls.c, compiled here). Then the way
back is tried with a fault of its own, and then without: the deed has to succeed at last. Prints a
table; ends with 1 when a file was torn, an acknowledged edit lost, or anything but a sentence for
people came out. Where there is no C compiler it says so and ends with 0.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.saving import NotSaved, Unavailable
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.system.paths import HOME_VARIABLE

ERRORS = ("ENOSPC", "EIO", "EACCES", "ENOENT", "EROFS", "ETIMEDOUT")
_SOURCE = Path(__file__).with_name("failing_calls.c")
_LIBRARY = "MISSIONDESK_FAILING_CALLS"


class Wrong(Exception):
    """What must never be."""


@dataclass
class Tally:
    """What the faults during one deed came to.

    Attributes:
        calls: Most calls that one run of the deed made.
        points: Faults tried.
        told: Deeds that ended with a sentence for people.
        done: Deeds that succeeded in spite of the fault.
        again: Ways back that were tried with a fault of their own.
    """

    deed: str
    calls: int = 0
    points: int = 0
    told: int = 0
    done: int = 0
    again: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.deed:<10} calls {self.calls:>4}  points {self.points:>5}  told {self.told:>5}  "
            f"done all the same {self.done:>5}  second faults {self.again:>5}  "
            f"lost, torn or untold {len(self.wrong)}"
        )


class Faults:
    """The preloaded library."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(os.environ[_LIBRARY])
        self._library.fault_folder(str(folder).encode())
        self.met = False
        self.count = 0

    @contextmanager
    def failing(self, at: int, number: int, *, for_ever: bool) -> Iterator[None]:
        """Let call ``at`` of the block fail with this error, or all from there on."""
        self._library.fault_arm(at, number, int(for_ever))
        try:
            yield
        finally:
            self.met = bool(self._library.fault_rest())
            self.count = int(self._library.fault_count())


# ---------------------------------------------------------------- the deeds


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
        _require(self.path.read_bytes() == self.before, "opening changed the file")
        self.end()
        with closing(open_desk(self.path, "Eva")) as desk:
            _require(_titles(desk) == ["M0"], "what was there is gone")

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
            raise Unavailable.because(_reason(), state.why)

    def check(self, *, done: bool) -> None:
        _require(_titles(self.desk) == ["M0", "M1"], "the edit is not in memory")
        found = _titles_in(self.path)
        _require(found == ["M0", "M1"] or (not done and found == ["M0"]), f"the file has {found}")
        _require(not list(self.folder.glob(".a.mission.*.tmp")) or not done, "a part was left")

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
        _require(_titles_in(self.path) == ["M0"], "the former file was changed")
        if self.other.exists():
            _require(_titles_in(self.other) == ["M0"], "the new file is not whole")
        _require(not done or self.desk.path == self.other, "the desk did not move")


class MakeBackup(Save):
    """A backup."""

    name = "backup"

    def prepare(self) -> None:
        super().prepare()
        self.desk.backups.make()
        _add(self.desk, "M1")
        _require(self.desk.wait_saved(60), "no ground to stand on")

    def do(self) -> None:
        self.desk.backups.make()

    def check(self, *, done: bool) -> None:
        _require(_titles_in(self.path) == ["M0", "M1"], "the workspace was changed")
        there = self.desk.backups.all()
        for one in there:
            _require(self.desk.backups.look_at(one).contents is not None, "a broken backup")
        newest = self.desk.backups.look_at(there[0]).contents
        _require(not done or (newest is not None and newest.missions == 2), "not the newest state")


class Restore(MakeBackup):
    """Going back to a backup, until it is on the disk."""

    name = "restore"

    def do(self) -> None:
        oldest = self.desk.backups.all()
        if not oldest:
            raise Unavailable(_reason(), "the folder of the backups cannot be read")
        self.desk.restoring.restore(self.desk.restoring.compare(oldest[-1]))
        if not self.desk.session.store.save_now(60):
            state = self.desk.saving
            assert isinstance(state, NotSaved)
            raise Unavailable.because(_reason(), state.why)

    def check(self, *, done: bool) -> None:
        found = _titles_in(self.path)
        _require(found in (["M0"], ["M0", "M1"]), f"the file has {found}")
        _require(not done or found == ["M0"], "it was said to be restored")
        for one in self.desk.backups.all():
            _require(self.desk.backups.look_at(one).contents is not None, "a broken backup")


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
            raise Unavailable.because(_reason(), state.why)

    def check(self, *, done: bool) -> None:
        found = _titles_in(self.path)
        _require(found == ["M0", "M1"] or (not done and found == ["M0"]), f"the file has {found}")
        _require(_titles_in(self.folder / "kopi.mission") == ["M0", "M1"], "the copy was changed")


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
        _require(whole or (not done and data == b"the former one"), "a part of a workbook")
        _require(not done or whole, "it was said to be written")
        _require(_titles_in(self.path) == ["M0"], "the workspace was changed")
        if done:
            _require(not list(self.folder.glob(".missiondesk-*")), "a part was left")


DEEDS: dict[str, type[Deed]] = {
    deed.name: deed for deed in (Open, Save, SaveAs, MakeBackup, Restore, Merge, Export)
}


def _reason() -> object:
    from missiondesk.services.saving import Reason

    return Reason.NOT_SAVED


def _fresh(path: Path) -> None:
    for old in path.parent.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    with closing(new_desk(path, "Eva")) as desk:
        _add(desk, "M0")


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


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Wrong(otherwise)


# ---------------------------------------------------------------- the faults


def fail_everywhere(
    deed_name: str, error: str, *, for_ever: bool, step: int = 1, tally: Tally | None = None
) -> Tally:
    """Let each call of the deed fail in turn; ``step`` takes only every so many of them."""
    tally = tally or Tally(deed_name)
    number = getattr(errno, error)
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "mappe"
        folder.mkdir()
        os.environ[HOME_VARIABLE] = str(folder / "hjem")
        faults = Faults(folder)
        for at in range(1, 5_000, step):
            deed = DEEDS[deed_name](folder)
            try:
                met = _one_fault(deed, faults, at, number, for_ever, tally)
            except Wrong as wrong:
                tally.wrong.append(f"{deed_name}, call {at}, {error}: {wrong}")
                met = faults.met
            except Exception:
                tally.wrong.append(f"{deed_name}, call {at}, {error}: {traceback.format_exc()}")
                met = faults.met
            if not met:
                return tally
    raise RuntimeError("the deed never ends")


def _one_fault(
    deed: Deed, faults: Faults, at: int, number: int, for_ever: bool, tally: Tally
) -> bool:
    """Whether the deed met the fault; without, it must have succeeded."""
    deed.prepare()
    try:
        with faults.failing(at, number, for_ever=for_ever):
            done = _attempt(deed)
        tally.calls = max(tally.calls, faults.count)
        met = faults.met
        deed.check(done=done)
        _require(met or done, "it failed although nothing did")
        if not met:
            return False
        tally.points += 1
        tally.done += done
        tally.told += not done
        if not done:
            # The way back, with a fault of its own somewhere, then without.
            with faults.failing(1 + (at * 7) % max(1, faults.count), number, for_ever=False):
                done = _attempt(deed)
            tally.again += faults.met
            deed.check(done=done)
            if not done:
                _require(_attempt(deed), "it does not succeed when nothing fails any more")
                deed.check(done=True)
        return True
    finally:
        deed.end()


def _attempt(deed: Deed) -> bool:
    """Whether it was done; a sentence for people is the only other way to end."""
    try:
        deed.do()
    except (Unavailable, Refused) as told:
        _require(bool(told.message.msgid), "no sentence")
        return False
    except OSError:
        if deed.name == "export":  # what is exported says so itself, in the window and elsewhere
            return False
        raise
    return True


# ---------------------------------------------------------------- the command


def compiled(folder: Path) -> Path | None:
    """The library, or None where it cannot be made."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return None
    made = folder / "failing_calls.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(made), str(_SOURCE), "-ldl"]
    with suppress(subprocess.CalledProcessError):
        subprocess.run(command, check=True, capture_output=True)
        return made
    return None


def run_preloaded(arguments: list[str]) -> subprocess.CompletedProcess[str] | None:
    """Run this module with the library before all others; None where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        library = compiled(Path(folder))
        if library is None:
            return None
        words = {"LD_PRELOAD": str(library), _LIBRARY: str(library)}
        return subprocess.run(
            [sys.executable, "-m", "tests.faults.system_calls", *arguments],
            env={**os.environ, **words},
            capture_output=True,
            text=True,
            check=False,
        )


def asked(arguments: list[str]) -> argparse.Namespace:
    """What the command line asks for: all deeds when none is named."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("deeds", nargs="*", metavar="DEED", help=", ".join(DEEDS))
    words.add_argument("--errors", nargs="*", choices=ERRORS, default=list(ERRORS))
    words.add_argument("--quick", action="store_true", help="every fifth call only, once")
    given = words.parse_args(arguments)
    if strange := [deed for deed in given.deeds if deed not in DEEDS]:
        words.error(f"no such deed: {', '.join(strange)}")
    given.deeds = given.deeds or list(DEEDS)
    return given


def main() -> int:
    """The command line."""
    given = asked(sys.argv[1:])
    if _LIBRARY not in os.environ:
        done = run_preloaded(sys.argv[1:])
        if done is None:
            print("no C compiler here: nothing was tried")
            return 0
        print(done.stdout, end="")
        print(done.stderr, end="", file=sys.stderr)
        return done.returncode
    wrong = 0
    for deed in given.deeds:
        tally = Tally(deed)
        for error in given.errors:
            for for_ever in (False,) if given.quick else (False, True):
                fail_everywhere(
                    deed, error, for_ever=for_ever, step=5 if given.quick else 1, tally=tally
                )
        print(tally, flush=True)
        for one in tally.wrong:
            print(f"  {one}")
        wrong += len(tally.wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
