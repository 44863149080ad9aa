# SPDX-License-Identifier: Apache-2.0
"""Every call of the system may fail: nothing acknowledged is lost, no file torn, people are told.

    python -m tests.faults.system_calls [DEED …] [--errors NAME …] [--quick]

For each deed (open, save, save under another name, backup, restore, merge, export, recover after a
kill) the first call fails, then the second and so on until the deed meets no fault any more; each
with each error, once and for ever after, with a library that is preloaded (failing_calls.c). Then
the way back is tried with a fault of its own, and then without: the deed has to succeed at last.
Prints a table; ends with 1 when a file was torn, an acknowledged edit lost, or anything but a
sentence for people came out. Where there is no C compiler it says so and ends with 0.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import subprocess
import sys
import tempfile
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

from missiondesk.domain.refused import Refused
from missiondesk.services.saving import Unavailable
from missiondesk.system.paths import HOME_VARIABLE
from tests.faults.deeds import DEEDS, Deed, Wrong, require
from tests.faults.failing import LIBRARY, Faults, preloading

ERRORS = ("ENOSPC", "EIO", "EACCES", "ENOENT", "EROFS", "ETIMEDOUT")
_MOST_CALLS = 5_000


@dataclass
class Tally:
    """What the faults during one deed came to.

    Attributes:
        calls: Most calls that one run of the deed made.
        points: Faults tried.
        told: Deeds that ended with a sentence for people.
        done: Deeds that succeeded in spite of the fault.
        again: Ways back that were tried with a fault of their own.
        lost: What must never be: a lost edit, a torn file, ...
        untold: ... or anything but a sentence for people.
    """

    deed: str
    calls: int = 0
    points: int = 0
    told: int = 0
    done: int = 0
    again: int = 0
    lost: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether all was as it has to be."""
        return not self.lost and not self.untold

    def add(self, other: Tally) -> None:
        """Take in what was found of the same deed elsewhere."""
        self.calls = max(self.calls, other.calls)
        self.points += other.points
        self.told += other.told
        self.done += other.done
        self.again += other.again
        self.lost += other.lost
        self.untold += other.untold

    def __str__(self) -> str:
        return (
            f"{self.deed:<10} calls {self.calls:>4}  points {self.points:>5}  told {self.told:>5}  "
            f"done all the same {self.done:>5}  second faults {self.again:>5}  "
            f"lost or torn {len(self.lost)}  untold {len(self.untold)}"
        )


# ---------------------------------------------------------------- the faults


def fail_everywhere(tally: Tally, error: str, *, for_ever: bool, step: int = 1) -> None:
    """Let each call of the deed fail in turn; ``step`` takes only every so many of them."""
    number = getattr(errno, error)
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "mappe"
        folder.mkdir()
        os.environ[HOME_VARIABLE] = str(folder / "hjem")
        faults = Faults(folder)
        for at in range(1, _MOST_CALLS, step):
            deed = DEEDS[tally.deed](folder)
            place = f"call {at}, {error}{' for ever' if for_ever else ''}"
            try:
                met = _one_fault(deed, faults, at, number, for_ever, tally)
            except Wrong as wrong:
                tally.lost.append(f"{place}: {wrong}")
                met = faults.met
            except Exception:
                tally.untold.append(f"{place}: {traceback.format_exc()}")
                met = faults.met
            if not met:
                return
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
        require(met or done, "it failed although nothing did")
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
                require(_attempt(deed), "it does not succeed when nothing fails any more")
                deed.check(done=True)
        return True
    finally:
        deed.end()


def _attempt(deed: Deed) -> bool:
    """Whether it was done; a sentence for people is the only other way to end."""
    try:
        deed.do()
    except (Unavailable, Refused) as told:
        require(bool(told.message.msgid), "no sentence")
        return False
    except OSError:
        if deed.name == "export":  # what is exported says so itself, in the window and elsewhere
            return False
        raise
    return True


# ---------------------------------------------------------------- the command


def asked(arguments: list[str]) -> argparse.Namespace:
    """What the command line asks for: all deeds when none is named."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("deeds", nargs="*", metavar="DEED", help=", ".join(DEEDS))
    words.add_argument("--errors", nargs="*", choices=ERRORS, default=list(ERRORS))
    words.add_argument("--quick", action="store_true", help="every fifth call only")
    given = words.parse_args(arguments)
    if strange := [deed for deed in given.deeds if deed not in DEEDS]:
        words.error(f"no such deed: {', '.join(strange)}")
    given.deeds = given.deeds or list(DEEDS)
    return given


def tallies(given: argparse.Namespace) -> list[Tally] | None:
    """Each deed's tally, found by as many processes as there are processors; None without library.

    A process with the library fails as a whole, so each deed and error has one of its own.
    """
    with preloading() as words, ThreadPoolExecutor(os.cpu_count()) as together:
        if words is None:
            return None
        found = {deed: Tally(deed) for deed in given.deeds}
        how = ["--quick"] if given.quick else []
        command = [sys.executable, "-m", "tests.faults.system_calls", *how, "--errors"]

        def run(deed: str, error: str) -> Tally:
            done = subprocess.run(
                [*command, error, "--", deed],
                env=words,
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                return Tally(deed, untold=[done.stderr])
            return Tally(**json.loads(done.stdout))

        jobs = [together.submit(run, deed, error) for deed in given.deeds for error in given.errors]
        for job in jobs:
            one = job.result()
            found[one.deed].add(one)
        return list(found.values())


def _preloaded(given: argparse.Namespace) -> None:
    """What runs with the library: tells its tally to who called."""
    tally = Tally(given.deeds[0])
    for for_ever in (False, True):
        step = 5 if given.quick else 1
        fail_everywhere(tally, given.errors[0], for_ever=for_ever, step=step)
    print(json.dumps(asdict(tally)))


def main() -> int:
    """The command line."""
    given = asked(sys.argv[1:])
    if LIBRARY in os.environ:
        _preloaded(given)
        return 0
    found = tallies(given)
    if found is None:
        print("no C compiler here: nothing was tried")
        return 0
    for tally in found:
        print(tally)
        for one in (*tally.lost, *tally.untold):
            print(f"  {one}")
    return 0 if all(tally.clean for tally in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
