# SPDX-License-Identifier: Apache-2.0
"""Kill -9 during migration, merge, import and restoration: the file is as before or as after.

    python -m tests.faults.kill_verbs [COUNT] [--seed N]

COUNT kills (200 when not said), a quarter of them during each. A child does the deed on a real
file and says so once it is saved; it is killed at a random moment of that. Afterwards the file
must open and hold what it held before or after the deed, and after it if the child said so; each
backup that is there must be whole. Ends with 1 when one did not.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from missiondesk.domain.backup import Cause
from missiondesk.domain.entities import KINDS
from missiondesk.domain.merging import Side
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.backups import Backups
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Unavailable
from missiondesk.services.workspaces import open_desk
from missiondesk.system.paths import HOME_VARIABLE
from tests.sample import a_sample

_FILES = Path(__file__).parents[1] / "store" / "files"
_TABLE = "Kode;Titel\nM90;En ny mission\nM91;Endnu en\n"
_BEFORE = (Cause.MIGRATION, Cause.MERGE, Cause.IMPORT, Cause.RESTORE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Content = dict[str, tuple[str, ...]]


# About a fifth of the children come to their end where these two balance.
_SHORTER, _LONGER = 0.9, 1.03


@dataclass
class Tally:
    """What the kills during one deed came to.

    Attributes:
        ended: Kills that came after the deed was said to be saved.
        before: Files that were as before.
        after: Files that were as after.
        torn: Files that did not open, or were neither.
        lost: Files that were as before although the deed was said to be saved.
        backups: Backups that were there, all whole.
        broken: Backups that were not.
        bare: Files that were as after without a backup of before.
    """

    deed: str
    points: int = 0
    ended: int = 0
    before: int = 0
    after: int = 0
    torn: int = 0
    lost: int = 0
    held: int = 0
    backups: int = 0
    broken: int = 0
    bare: int = 0

    @property
    def clean(self) -> bool:
        """Nothing torn, lost or held, and every backup there and whole."""
        return self.torn == self.lost == self.held == self.broken == self.bare == 0

    def __str__(self) -> str:
        return (
            f"{self.deed:<10} points {self.points:>4}  as before {self.before:>4}  "
            f"as after {self.after:>4}  acknowledged {self.ended:>4}  torn {self.torn}  "
            f"lost {self.lost}  locked {self.held}  backups {self.backups:>4}  "
            f"broken {self.broken}  without {self.bare}"
        )


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done to a workspace.

    Attributes:
        prepare: Puts the files into a folder.
        do: Does it on `a.mission` there, until it is saved.
    """

    name: str
    prepare: Callable[[Path], None]
    do: Callable[[Path], None]


# ---------------------------------------------------------------- the deeds


def _prepare_old(folder: Path) -> None:
    shutil.copyfile(_FILES / "v1_000.mission", folder / "a.mission")


def _migrate(folder: Path) -> None:
    desk = open_desk(folder / "a.mission", "Barn")
    _retitle(desk, "Efter flytningen")
    _finish(desk)


def _prepare_two(folder: Path) -> None:
    _prepare_one(folder)
    shutil.copyfile(folder / "a.mission", folder / "b.mission")
    with closing(open_desk(folder / "b.mission", "Deres")) as theirs:
        for place in range(4):
            _retitle(theirs, "Deres", place)


def _merge(folder: Path) -> None:
    desk = open_desk(folder / "a.mission", "Barn")
    found = desk.merging.compare(folder / "b.mission")
    desk.merging.apply(found, found.all_from(Side.THEIRS))
    _finish(desk)


def _prepare_one(folder: Path) -> None:
    desk = a_sample()
    desk.save_as(folder / "a.mission")
    desk.close()


def _prepare_import(folder: Path) -> None:
    _prepare_one(folder)
    (folder / "ind.csv").write_text(_TABLE, encoding="utf-8")


def _import(folder: Path) -> None:
    desk = open_desk(folder / "a.mission", "Barn")
    desk.exchange.apply(desk.exchange.read_table(folder / "ind.csv"))
    _finish(desk)


def _prepare_restore(folder: Path) -> None:
    _prepare_one(folder)
    with closing(open_desk(folder / "a.mission", "Forælder")) as desk:
        desk.backups.make()
        for place in range(4):
            _retitle(desk, "Nyere", place)


def _restore(folder: Path) -> None:
    desk = open_desk(folder / "a.mission", "Barn")
    oldest = next(it for it in desk.backups.all() if it.cause is Cause.ASKED)
    desk.restoring.restore(desk.restoring.compare(oldest))
    _finish(desk)


DEEDS = (
    Deed("migration", _prepare_old, _migrate),
    Deed("merge", _prepare_two, _merge),
    Deed("import", _prepare_import, _import),
    Deed("restore", _prepare_restore, _restore),
)


def _retitle(desk: Desk, title: str, place: int = 0) -> None:
    mission = desk.missions.all()[place]
    desk.session.keep(Verb.REVISE_MISSION, replace(mission, title=Wording(title, title)))


def _finish(desk: Desk) -> None:
    if not desk.wait_saved(60):
        raise SystemExit(f"not saved: {desk.saving}")
    os.write(1, b"saved\n")
    desk.close()


# ---------------------------------------------------------------- the kills


def kill_during(deed: Deed, count: int, draw: random.Random) -> Tally:
    """Kill a child ``count`` times while it does the deed."""
    tally = Tally(deed.name)
    with tempfile.TemporaryDirectory() as root:
        home, first = Path(root) / "home", Path(root) / "first"
        os.environ[HOME_VARIABLE] = str(home)
        first.mkdir()
        work = Path(root) / "work"
        work.mkdir()
        deed.prepare(first)
        before = content(first / "a.mission")
        kept = Path(root) / "kept"
        _copy_backups(home, kept)
        took, after = _whole(deed, first, work, home, kept)
        for _ in range(count):
            _begin_again(first, work, home, kept)
            said = _one_kill(deed, work, draw.uniform(0, 1.1 * took))
            # On a machine that others use the deed takes longer or shorter from one to the next:
            # so the kills go on reaching from its beginning to a little after its end.
            took *= _SHORTER if said else _LONGER
            tally.points += 1
            tally.ended += said
            _judge(work / "a.mission", before, after, said, tally)
    return tally


def _begin_again(first: Path, work: Path, home: Path, kept: Path) -> None:
    shutil.rmtree(work)
    shutil.copytree(first, work)
    shutil.rmtree(home, ignore_errors=True)
    if kept.exists():
        shutil.copytree(kept, home)


def _copy_backups(home: Path, kept: Path) -> None:
    if home.exists():
        shutil.copytree(home, kept)


def _whole(deed: Deed, first: Path, work: Path, home: Path, kept: Path) -> tuple[float, Content]:
    """How long the deed takes when nobody disturbs it, and what is then in the file."""
    _begin_again(first, work, home, kept)
    start = time.monotonic()
    child, pipe = _fork(deed, work)
    os.waitpid(child, 0)
    took = time.monotonic() - start
    said = os.read(pipe, 100)
    os.close(pipe)
    if said != b"saved\n":
        raise RuntimeError(f"the deed {deed.name} does not work undisturbed")
    return took, content(work / "a.mission")


def _one_kill(deed: Deed, work: Path, after: float) -> bool:
    """Whether the child had said that the deed is saved."""
    child, pipe = _fork(deed, work)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = os.read(pipe, 100)
    os.close(pipe)
    return said == b"saved\n"


def _fork(deed: Deed, work: Path) -> tuple[int, int]:
    """A child that does the deed; all it needs is imported, so only the deed is disturbed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        os.close(reading)
        code = 1
        try:
            deed.do(work)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    return child, reading


def _judge(path: Path, before: Content, after: Content, said: bool, tally: Tally) -> None:
    try:
        desk = open_desk(path, "Forælder")
    except Unavailable as error:
        tally.held += str(error.reason) == "locked"
        tally.torn += str(error.reason) != "locked"
        print(f"{tally.deed} {tally.points}: {error.message}", file=sys.stderr)
        return
    found = _content_of(desk)
    tally.before += found == before
    tally.after += found == after
    tally.torn += found not in (before, after)
    tally.lost += said and found != after
    _judge_backups(desk.backups, tally)
    tally.bare += found == after and not any(it.cause in _BEFORE for it in desk.backups.all())
    desk.close(discard=True)


def _judge_backups(backups: Backups, tally: Tally) -> None:
    for one in backups.all():
        whole = backups.look_at(one).contents is not None
        tally.backups += whole
        tally.broken += not whole


def content(path: Path) -> Content:
    """All records of a workspace as they are said in words, and its steps."""
    with closing(open_desk(path, "Forælder", read_only=True)) as desk:
        return _content_of(desk)


def _content_of(desk: Desk) -> Content:
    store = desk.session.store
    # New records and steps have other ids in each child; all else has to be the same.
    found = {
        kind: tuple(sorted(_UUID.sub("#", repr(one)) for one in store.all(KINDS[kind])))
        for kind in KINDS
    }
    found["step"] = tuple(f"{one.number} {one.verb}" for one in store.steps())
    return found


def main() -> int:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("count", type=int, nargs="?", default=200)
    words.add_argument("--seed", type=int, default=2026)
    given = words.parse_args()
    draw = random.Random(given.seed)
    tallies = [kill_during(deed, max(1, given.count // len(DEEDS)), draw) for deed in DEEDS]
    for tally in tallies:
        print(tally)
    return 0 if all(tally.clean for tally in tallies) else 1


if __name__ == "__main__":
    raise SystemExit(main())
