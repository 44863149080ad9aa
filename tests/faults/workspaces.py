# SPDX-License-Identifier: Apache-2.0
"""Mutated workspaces: none may crash, hang, fill the memory, or open with other contents unnoticed.

    python -m tests.faults.workspaces [COUNT] [--seed N]

Mutates workspaces of every version, plain and confidential (10,000 when not said). Half of them
as they are: these must be refused, or hold what they held before. Half with the check sum put
right, as somebody would who means harm: these must be refused or be valid in every record. From
every fifth that is refused as damaged what can be is recovered: that must open again, and "nothing
is missing" must be true. A fault is any exception but `Unavailable`, more than two seconds, more
than 256 MB, or changed contents. Ends with 1 when there was one. As many processes as there are
processors share the work; each has 256 MB.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import time
import traceback
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.merging import Key
from missiondesk.services.saving import DAMAGE
from missiondesk.store.header import FIRST_SEALED, version_of
from missiondesk.store.image import PLAIN, Opener
from missiondesk.store.inspection import inspect
from missiondesk.store.salvage.recovery import recover_bytes
from missiondesk.store.sealing.codec import new_codec
from missiondesk.store.sealing.header import Cost
from missiondesk.store.unavailable import Unavailable
from tests.faults.readers import mutated
from tests.sample import a_sample

SLOW = 2.0  # seconds of the processor
_COUNTS = ("tried", "same", "valid", "refused", "recovered", "complete", "unnoticed")
EVERY = 5  # refused files from which is recovered
MEMORY = 256  # MB, of the whole process
_FILES = Path(__file__).parents[1] / "store" / "files"


@dataclass
class Tally:
    """What became of the mutated files."""

    tried: int = 0
    same: int = 0
    valid: int = 0
    refused: int = 0
    recovered: int = 0
    complete: int = 0
    slowest: float = 0.0
    memory: int = 0
    unnoticed: int = 0
    faults: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def clean(self) -> bool:
        """No fault, nothing unnoticed, and within the memory."""
        return not self.faults and not self.unnoticed and self.memory <= MEMORY

    def add(self, other: Tally) -> None:
        """Take in what another process found."""
        for name in _COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slowest = max(self.slowest, other.slowest)
        self.memory = max(self.memory, other.memory)
        self.faults += other.faults
        self.reasons.update(other.reasons)

    def __str__(self) -> str:
        rows = {
            "files tried": self.tried,
            "refused": self.refused,
            "opened with what they held": self.same,
            "check sum forged, all valid": self.valid,
            "recovered into a new one": self.recovered,
            "of these said to be complete": self.complete,
            "changed and not noticed": self.unnoticed,
            "crashes and hangs": len(self.faults),
            "slowest, ms": round(self.slowest * 1000),
            "memory, MB": self.memory,
        }
        said = [f"{name:<30}{count:>8}" for name, count in rows.items()]
        said += [f"  {reason:<28}{count:>8}" for reason, count in self.reasons.most_common()]
        return "\n".join(said)


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A workspace file with what opens it and the image in it."""

    name: str
    data: bytes
    opener: Opener
    image: bytes

    @property
    def sealed_trail(self) -> bool:
        """Its trail has seals: nobody can change it and put a check sum right."""
        return version_of(self.image) >= FIRST_SEALED


@cache
def samples() -> tuple[Sample, ...]:
    """Workspaces of every version, the sample, and the sample sealed."""
    found = []
    for path in sorted(_FILES.glob("*.mission")):
        data = path.read_bytes()
        found.append(Sample(path.stem, data, Opener(), PLAIN.unwrap(data)))
    desk = a_sample()
    image = desk.session.store.image()
    desk.close(discard=True)
    # A cheap key: what is tried is the file, not the time that a guess takes.
    codec = new_codec("prøve", cost=Cost(19 * 1024, 2, 1))
    found.append(Sample("sample", PLAIN.wrap(image), Opener(), image))
    found.append(Sample("sealed", codec.wrap(image), Opener(like=codec), image))
    return tuple(found)


def attack(count: int, seed: int, share: int = 0, shares: int = 1) -> Tally:
    """Open ``count`` mutated workspaces, or of so many shares of them this one."""
    tally = Tally()
    for number in range(share, count, shares):
        draw = random.Random(f"{seed}/{number}")
        sample, other = draw.choice(samples()), draw.choice(samples())
        forged = sample.name != "sealed" and draw.random() < 0.5
        if forged:
            data = PLAIN.wrap(mutated_image(sample.image, other.image, draw))
        else:
            data = mutated(sample.data, other.data, draw)
        start = time.process_time()
        fault = fault_of(data, sample, forged, tally)
        taken = time.process_time() - start
        tally.tried += 1
        tally.slowest = max(tally.slowest, taken)
        if taken > SLOW:
            fault = f"slow: {taken:.1f} s"
        if fault:
            tally.faults.append(f"{number} (seed {seed}, from {sample.name}): {fault}")
    tally.memory = peak_memory()
    return tally


def mutated_image(image: bytes, other: bytes, draw: random.Random) -> bytes:
    """The image with some bytes, a page or a text changed, so that SQLite still has to look."""
    changed = bytearray(image)
    for _ in range(draw.choice((1, 1, 2, 8))):
        what = draw.random()
        if what < 0.3:
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        elif what < 0.5:  # in the heads of pages, where it hurts
            page = draw.randrange(len(changed) // 4096) * 4096
            changed[page + draw.randrange(12)] = draw.randrange(256)
        elif what < 0.65:
            page, source = (draw.randrange(len(it) // 4096) * 4096 for it in (changed, other))
            changed[page : page + 4096] = other[source : source + 4096]
        elif what < 0.9:
            texts = list(re.finditer(rb"[ -~]{6,60}", bytes(changed[:400_000])))
            spot = draw.choice(texts)
            changed[spot.start()] = draw.choice(b'"{}x0\x00\xff')
        else:
            place = draw.randrange(len(changed) - 64)
            changed[place : place + 64] = draw.randbytes(64)
    return bytes(changed)


def fault_of(data: bytes, sample: Sample, forged: bool, tally: Tally) -> str:
    """What is wrong with opening the bytes, "" when nothing is."""
    try:
        opened = inspect(data, sample.opener)
    except Unavailable as error:
        tally.refused += 1
        tally.reasons[str(error.reason)] += 1
        # Recovering takes several times as long as refusing, so not each is recovered from.
        wanted = error.reason in DAMAGE and tally.refused % EVERY == 0
        return recover(data, sample, tally) if wanted else ""
    except MemoryError:
        return "memory"
    except Exception:
        return traceback.format_exc(limit=-3)
    try:
        if forged:
            tally.valid += 1
        elif _digest(opened.codec.unwrap(data)) == _digest(sample.image):
            tally.same += 1
        else:
            tally.unnoticed += 1
    finally:
        opened.ledger.database.close()
    return ""


def recover(data: bytes, sample: Sample, tally: Tally) -> str:
    """Recover what can be; what is wrong with that, "" when nothing is.

    What is recovered has to stand every check, and "nothing is missing" has to be true.
    """
    try:
        store, done = recover_bytes(data, "a.mission", "Bo", sample.opener)
    except Unavailable:
        return ""
    except Exception:
        return "recovering: " + traceback.format_exc(limit=-3)
    try:
        inspect(PLAIN.wrap(store.image())).ledger.database.close()
        tally.recovered += 1
        tally.complete += done.complete
        if done.complete and sample.sealed_trail and done.records != records_of(sample):
            return "said to be complete, and is not"
    except Unavailable as error:
        return f"what was recovered does not open: {error}"
    finally:
        store.close(discard=True)
    return ""


@cache
def records_of(sample: Sample) -> dict[Key, Entity]:
    """All records of a sample, as it was before anything was changed in it."""
    opened = inspect(sample.data, sample.opener)
    records = opened.ledger.records
    found = {(name, it.id): it for name, kind in KINDS.items() for it in records.all(kind)}
    opened.ledger.database.close()
    return found


def _digest(image: bytes) -> bytes:
    return hashlib.sha256(image).digest()


def peak_memory() -> int:
    """The most that this process had, in MB; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1_000_000 if sys.platform == "darwin" else 1_000)


def attack_together(count: int, seed: int) -> Tally:
    """The same by as many processes as there are processors."""
    shares = os.cpu_count() or 1
    command = [sys.executable, "-m", "tests.faults.workspaces", str(count), "--seed", str(seed)]

    def run(share: int) -> Tally:
        told = [*command, "--share", str(share), str(shares)]
        done = subprocess.run(told, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            return Tally(faults=[f"share {share} of {shares} ended with {done.returncode}"])
        found = json.loads(done.stdout)
        return Tally(**{**found, "reasons": Counter(found["reasons"])})

    tally = Tally()
    with ThreadPoolExecutor(shares) as together:
        for one in together.map(run, range(shares)):
            tally.add(one)
    return tally


def main() -> int:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("count", type=int, nargs="?", default=10_000)
    words.add_argument("--seed", type=int, default=2026)
    words.add_argument("--share", type=int, nargs=2, metavar=("THIS", "OF"), help="a part, as JSON")
    given = words.parse_args()
    if given.share:
        print(json.dumps(vars(attack(given.count, given.seed, *given.share))))
        return 0
    tally = attack_together(given.count, given.seed)
    print(tally)
    for fault in tally.faults:
        print(fault)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
