# SPDX-License-Identifier: Apache-2.0
"""Kill -9 at random points while edits are made: everything reported as saved has to be there.

    python -m tests.faults.kill --points 200

A child process edits a real workspace through the store and prints an edit's number only after the
store said "saved"; this one kills it at a random moment, opens the workspace again and compares.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.store.workspace import create, open_workspace
from tests.builders import a_metric, a_mission, an_initiative

# Longer than starting the child, a save and several edits take on a slow machine.
PATIENCE = 60.0
FRESH = 50  # kills of one workspace


@dataclass
class Tally:
    """What the kills came to.

    Attributes:
        points: Kills.
        acknowledged: Edits that were reported as saved.
        lost: Of these, how many were missing afterwards.
        torn: Workspaces that did not open, or in which a Step was there by half.
        held: Workspaces that were still locked afterwards.
        left: Temporary files that the killed runs left and the next one swept.
    """

    points: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    held: int = 0
    left: int = 0

    @property
    def clean(self) -> bool:
        """Nothing lost, torn or held."""
        return self.lost == self.torn == self.held == 0

    def __str__(self) -> str:
        rows = {
            "points": self.points,
            "acknowledged edits": self.acknowledged,
            "lost": self.lost,
            "torn": self.torn,
            "still locked": self.held,
            "temporary files swept": self.left,
        }
        return "\n".join(f"{name:<24}{count:>8}" for name, count in rows.items())


# ---------------------------------------------------------------- the child


def edit_for_ever(path: Path) -> None:
    """Make edits of three records each; say each number when it is saved."""
    store = open_workspace(path, "Barn")
    number = highest(store)
    say("ready")
    while True:
        burst = 1 + number % 3
        for _ in range(burst):
            number += 1
            one_edit(store, number)
        if not store.wait_saved(PATIENCE):
            raise SystemExit(f"not saved: {store.saving}")
        say(str(number))


def say(line: str) -> None:
    """A whole line in one write."""
    os.write(1, f"{line}\n".encode())


def one_edit(store: Store, number: int) -> None:
    """Edit ``number``: three records that belong together; some are undone and redone at once."""
    mission = a_mission(code=f"M{number}", title=Wording(f"Mission {number}", "x" * 500))
    with store.write(Verb.ADD_MISSION, mission.id, f"M{number}") as unit:
        unit.save(mission)
        unit.save(a_metric(mission=mission.id))
        unit.save(an_initiative(mission=mission.id, code=f"I{number}"))
    if number % 7 == 0:
        store.undo()
        store.redo()


def highest(store: Store) -> int:
    """Number of the last edit that is there."""
    return max((int(mission.code[1:]) for mission in store.all(Mission)), default=0)


# ---------------------------------------------------------------- the killer


def kill_at_random(path: Path, points: int, seed: int) -> Tally:
    """Let children edit ``path`` and kill each at a random moment."""
    draw = random.Random(seed)
    tally = Tally()
    longest = max(0.25, 5 * time_of_an_edit(path.with_name("tid.mission")))
    reached = 0
    while tally.points < points:
        if tally.points % FRESH == 0:
            # A workspace that grows for ever would make each point slower than the one before.
            path.unlink(missing_ok=True)
            create(path, "Forælder").close()
            reached = 0
        acknowledged = one_kill(path, draw.uniform(0.0, longest)) or reached
        tally.points += 1
        tally.acknowledged += acknowledged - reached
        tally.left += len(list(path.parent.glob(f".{path.name}.*.tmp")))
        reached = after_the_kill(path, acknowledged, tally)
    return tally


def time_of_an_edit(path: Path) -> float:
    """Seconds until an edit is saved: a kill comes within a few of these."""
    store = create(path, "Forælder")
    start = time.monotonic()
    one_edit(store, 1)
    store.wait_saved(PATIENCE)
    took = time.monotonic() - start
    store.close()
    return took


def one_kill(path: Path, after: float) -> int:
    """Start a child, kill it; the last number that it said, 0 when it said none.

    The child is a copy of this process: what it needs is imported, so a kill meets only edits.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        os.close(reading)
        try:
            edit_for_ever(path)
        finally:
            os._exit(1)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], PATIENCE)
    said = os.read(reading, 6) if ready else b""
    time.sleep(after if said == b"ready\n" else 0.0)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    rest = b"".join(iter(lambda: os.read(reading, 65_536), b""))
    os.close(reading)
    if said != b"ready\n":
        raise RuntimeError(f"the child did not begin: {said!r}")
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the child ended by itself")
    whole = rest[: rest.rfind(b"\n") + 1].split()
    return int(whole[-1]) if whole else 0


def after_the_kill(path: Path, acknowledged: int, tally: Tally) -> int:
    """Open, compare, close; how far the workspace has come."""
    try:
        store = open_workspace(path, "Forælder")
    except Unavailable as error:
        tally.held += error.reason is Reason.LOCKED
        tally.torn += error.reason is not Reason.LOCKED
        print(f"point {tally.points}: {error.message}", file=sys.stderr)
        if error.reason is not Reason.LOCKED:
            raise SystemExit("the workspace is damaged; stopping") from error
        return acknowledged
    there = [int(mission.code[1:]) for mission in store.all(Mission)]
    tally.lost += len(set(range(1, acknowledged + 1)) - set(there))
    tally.torn += not whole(store, there)
    store.close()
    return max(there, default=0)


def whole(store: Store, there: list[int]) -> bool:
    """Every edit is there with all its three records, and none is missing between."""
    kinds = {step.about: len(step.changes) for step in store.steps()}
    return there == list(range(1, len(there) + 1)) and all(
        kinds[f"M{number}"] == 3 for number in there
    )


def main() -> int:
    """The command line; exit 1 when anything was lost, torn or held."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--points", type=int, default=200)
    words.add_argument("--seed", type=int, default=2026)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_at_random(Path(folder) / "æ.mission", given.points, given.seed)
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
