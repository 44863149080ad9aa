# SPDX-License-Identifier: Apache-2.0
"""Many open one workspace at once, some die doing so: never two may write, and none is kept out.

    python -m tests.faults.races [COUNT] [--openers N] [--seed N]

COUNT races (1,000 when not said) of N processes for the lock of one file. Who gets it notes that it
writes, works for a moment while its lock beats, and lets go or is killed. Ends with 1 when two
wrote at once, when nobody got the lock, or when one was refused without being told who has it.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from missiondesk.store.lock import Lock
from missiondesk.store.unavailable import Unavailable

# Seconds: far more often than anybody's, so that beats fall into taking, working and letting go.
_BEAT = 0.0005


@dataclass
class Tally:
    """What the races came to.

    Attributes:
        won: Processes that got the lock.
        refused: Those that were told that somebody has it.
        unnamed: Of these, those that were not told who.
        killed: Winners that died with the lock in their hands.
        twice: Races in which two wrote at the same time.
        nobody: Races in which nobody got it.
    """

    races: int = 0
    won: int = 0
    refused: int = 0
    unnamed: int = 0
    killed: int = 0
    twice: int = 0
    nobody: int = 0
    slowest: float = 0.0

    @property
    def clean(self) -> bool:
        """Never two, never nobody, each told within a second."""
        return self.twice == self.nobody == 0 and self.slowest < 1.0

    def __str__(self) -> str:
        rows = {
            "races": self.races,
            "won": self.won,
            "refused": self.refused,
            "of them not told by whom": self.unnamed,
            "winners killed": self.killed,
            "two writers": self.twice,
            "nobody": self.nobody,
            "slowest answer, ms": round(self.slowest * 1000),
        }
        return "\n".join(f"{name:<26}{count:>8}" for name, count in rows.items())


def open_for_ever(path: Path, name: str) -> None:
    """A process that tries once for each line on its standard input, and says what came of it."""
    for line in sys.stdin:
        work = float(line)
        lock = Lock(path, every=_BEAT)
        start = time.perf_counter()
        try:
            lock.acquire(name)
        except Unavailable as error:
            took = time.perf_counter() - start
            told = error.holder.person if error.holder is not None else "-"
            say(f"refused {told} {took:.4f}")
            continue
        took = time.perf_counter() - start
        mark = path.with_suffix(".writing")
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            say(f"twice {name} {took:.4f}")
            lock.release()
            continue
        end = time.perf_counter() + abs(work)
        while time.perf_counter() < end:
            pass
        mark.unlink()
        if work < 0:
            say(f"killed {name} {took:.4f}")
            os.kill(os.getpid(), signal.SIGKILL)
        lock.release()
        say(f"won {name} {took:.4f}")


def say(line: str) -> None:
    """A whole line in one write."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def race(count: int, openers: int, seed: int) -> Tally:
    """Run the races."""
    draw = random.Random(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.mission"
        path.write_bytes(b"")
        runners = [_start(path, f"P{number}") for number in range(openers)]
        while tally.races < count:
            works = [draw.uniform(0, 0.003) for _ in runners]
            if draw.random() < 0.1:
                works[draw.randrange(openers)] *= -1
            for runner, work in zip(runners, works, strict=True):
                assert runner.stdin is not None
                runner.stdin.write(f"{work}\n".encode())
                runner.stdin.flush()
            said = [_answer(runner) for runner in runners]
            _count(said, tally)
            for place, (what, _, _) in enumerate(said):
                if what == "killed":
                    runners[place].wait()
                    _end(runners[place])
                    runners[place] = _start(path, f"P{place}")
        for runner in runners:
            _end(runner)
    return tally


def _start(path: Path, name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.races", "--open", str(path), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def _end(runner: subprocess.Popen[bytes]) -> None:
    assert runner.stdin is not None
    assert runner.stdout is not None
    runner.stdin.close()
    runner.stdout.close()
    runner.wait()


def _answer(runner: subprocess.Popen[bytes]) -> tuple[str, str, float]:
    assert runner.stdout is not None
    what, who, took = runner.stdout.readline().decode().split()
    return what, who, float(took)


def _count(said: list[tuple[str, str, float]], tally: Tally) -> None:
    tally.races += 1
    words = [what for what, _, _ in said]
    tally.won += words.count("won") + words.count("killed")
    tally.killed += words.count("killed")
    tally.refused += words.count("refused")
    tally.unnamed += sum(1 for what, who, _ in said if what == "refused" and who == "-")
    tally.twice += "twice" in words
    tally.nobody += not {"won", "killed"} & set(words)
    tally.slowest = max(tally.slowest, *(took for _, _, took in said))


def main() -> int:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("count", type=int, nargs="?", default=1_000)
    words.add_argument("--openers", type=int, default=4)
    words.add_argument("--seed", type=int, default=2026)
    words.add_argument("--open", nargs=2, help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.open is not None:
        open_for_ever(Path(given.open[0]), given.open[1])
        return 0
    tally = race(given.count, given.openers, given.seed)
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
