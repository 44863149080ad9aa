# SPDX-License-Identifier: Apache-2.0
"""Mutated files of every kind: only a table or a refusal may come out, soon and in little memory.

    python -m tests.faults.readers [COUNT] [--kind KIND …] [--seed N] [--keep FOLDER]

Mutates the files of each kind of `tests.matrix.kinds` COUNT times (10,000 when not said), made ones
and, where they are, the shared ones; how many there were is said of each kind, and which kinds were
passed over because there was none. A fault is any exception but `Refused`, a table that does not
hold together, a read of over two seconds, or memory beyond the bound. Each fault is printed with
the seed that makes it again; ``--keep`` writes the bytes. A read that never ends is killed after a
minute with the place where it hangs. Ends with 1 when there was a fault.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from missiondesk.domain.message import Message
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import Role, StatisticalTable, read_statistics
from missiondesk.language import translator
from tests.matrix.kinds import KINDS, Kind

# Seconds of the processor: a busy machine is no fault of the reader.
SLOW = 2.0
# Beyond what Python and the largest sample take; a reader that needs more has lost its bounds.
MEMORY = 1_500_000_000
# Whole large files take most of the time and show little that their first part does not.
LONGEST = 60_000
_TEXTS = (
    '"', ";", ",", "\t", "\n", "\r\n", "=", "(", ")", "[", "]", "{", "}", ":", "..", '"-"', "\x00",
    "\ufeff", "\ufffd", "1e999999", "-4.7E-99999", "99999999999999999999999999", "NaN", "null",
    "true", "æøå", "\ud7ff", "STUB=", "DATA=", 'VALUES("x")="a";', 'KEYS("x")=VALUES;',
    'TIMEVAL("tid")=TLIST(M1,"000001"-"999912");', '"id":[],', '"size":[1e9],', '"value":{},',
    '"index":{"a":0,"b":0},', '{"dimension":{"id":["a"]},"value":[1]}', "OBS_VALUE", "ACTION",
)  # fmt: skip


@dataclass
class Tally:
    """What the reads of one kind came to."""

    kind: str
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)
    sentences: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return (
            f"{self.kind:<14} {self.read:>7} read {self.refused:>7} refused in "
            f"{len(self.sentences):>3} sentences, slowest {self.slowest * 1000:6.0f} ms, "
            f"{len(self.faults)} faults"
        )


# ---------------------------------------------------------------- mutation


def mutated(data: bytes, other: bytes, draw: random.Random) -> bytes:
    """The bytes with one to four changes."""
    changed = bytearray(data)
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        draw.choice(_CHANGES)(changed, other, draw)
    return bytes(changed)


def _spot(data: bytearray, draw: random.Random) -> int:
    return draw.randrange(len(data) + 1)


def _span(data: bytes | bytearray, draw: random.Random) -> slice:
    start = draw.randrange(len(data) + 1)
    return slice(start, start + min(draw.choice((1, 2, 10, 200, 5_000)), len(data) - start))


def _flip(data: bytearray, _other: bytes, draw: random.Random) -> None:
    for _ in range(draw.choice((1, 1, 8))):
        if data:
            data[draw.randrange(len(data))] = draw.randrange(256)


def _cut(data: bytearray, _other: bytes, draw: random.Random) -> None:
    del data[_spot(data, draw) :]


def _drop(data: bytearray, _other: bytes, draw: random.Random) -> None:
    del data[_span(data, draw)]


def _double(data: bytearray, _other: bytes, draw: random.Random) -> None:
    piece = bytes(data[_span(data, draw)])
    spot = _spot(data, draw)
    data[spot:spot] = piece * draw.choice((1, 1, 2, 50))


def _insert(data: bytearray, _other: bytes, draw: random.Random) -> None:
    spot = _spot(data, draw)
    data[spot:spot] = draw.choice(_TEXTS).encode() * draw.choice((1, 1, 1, 30))


def _splice(data: bytearray, other: bytes, draw: random.Random) -> None:
    data[_span(data, draw)] = other[_span(other, draw)]


def _number(data: bytearray, _other: bytes, draw: random.Random) -> None:
    spots = [place for place, one in enumerate(data[:LONGEST]) if 48 <= one <= 57]
    if spots:
        spot = draw.choice(spots)
        data[spot : spot + 1] = draw.choice((b"", b"-", b"9" * 40, b"0", b".", b"e9", b",", b"7"))


def _swap(data: bytearray, _other: bytes, draw: random.Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    if len(lines) > 1:
        one, two = draw.randrange(len(lines)), draw.randrange(len(lines))
        lines[one], lines[two] = lines[two], lines[one]
        data[:] = b"".join(lines)


_CHANGES = (_flip, _cut, _drop, _double, _insert, _splice, _number, _swap)


# ---------------------------------------------------------------- one read


def fault_of(data: bytes, name: str, draw: random.Random, tally: Tally) -> str:
    """What is wrong with reading the bytes, "" when nothing is."""
    start = time.process_time()
    try:
        tables = read_statistics(data, name)
        for table in tables:
            hold_together(table, draw)
        tally.read += 1
    except Refused as refused:
        tally.refused += 1
        tally.sentences[refused.message.msgid] += 1
        if missing := unfilled(refused.message):
            return f"the sentence wants {missing}: {refused.message}"
    except MemoryError:
        return "memory"
    except Exception:
        return traceback.format_exc(limit=-3)
    taken = time.process_time() - start
    tally.slowest = max(tally.slowest, taken)
    return f"slow: {taken:.1f} s" if taken > SLOW else ""


def unfilled(said: Message) -> set[str]:
    """Placeholders of a sentence for which it has no value."""
    return set(re.findall(r"\{(\w+)\}", said.msgid)) - {name for name, _ in said.values}


def hold_together(table: StatisticalTable, draw: random.Random) -> None:
    """Ask a table what the desk asks of it.

    Raises:
        AssertionError: It does not hold together.
    """
    count = len(table.cells)
    assert all(0 <= place < count for place in (*table.cells.missing, *table.cells.status))
    for value in table.cells.values:
        assert value is None or (isinstance(value, Decimal) and value.is_finite())
    for position in draw.sample(range(count), min(count, 5)):
        cell = table.cells.at(position)
        assert cell.value is None or not cell.missing
        translator("da").tell(cell.place)
    for axis in table.dimensions:
        for one in axis.categories:
            assert one.period is None or (isinstance(one.period, Period) and axis is table.time)
    if all(axis.categories for axis in table.dimensions):
        selection = {
            axis.id: draw.choice(axis.categories).code
            for axis in table.dimensions
            if axis.role is not Role.TIME
        }
        points = table.series(selection)
        assert len(points) == (len(table.time.categories) if table.time else 1)
        table.unit_of(selection)
    for warning in table.warnings:
        translator("da").tell(warning)


# ---------------------------------------------------------------- many reads


def attack(kind: Kind, count: int, seed: int, keep: Path | None = None) -> Tally:
    """Read ``count`` mutated files of a kind."""
    tally = Tally(kind.name)
    samples = sorted(kind.samples().items())
    if not samples:
        return tally
    for number in range(count):
        draw = random.Random(f"{seed}/{kind.name}/{number}")
        name, data = draw.choice(samples)
        _, other = draw.choice(samples)
        if len(data) > LONGEST and draw.random() < 0.95:
            data = data[:LONGEST]
        bad = mutated(data, other, draw)
        fault = fault_of(bad, name, draw, tally)
        if fault:
            tally.faults.append(f"{kind.name} {number} (seed {seed}, from {name}): {fault}")
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{kind.name}-{seed}-{number}-{name}").write_bytes(bad)
    return tally


def bound_memory() -> None:
    """Let an allocation beyond the bound fail, where the system can."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; 1 when there was a fault."""
    words = argparse.ArgumentParser(prog="python -m tests.faults.readers", description=__doc__)
    words.formatter_class = argparse.RawDescriptionHelpFormatter
    words.add_argument("count", nargs="?", type=int, default=10_000)
    words.add_argument("--kind", action="append", choices=[kind.name for kind in KINDS])
    words.add_argument("--seed", type=int, default=2026)
    words.add_argument("--keep", type=Path)
    given = words.parse_args(argv)
    bound_memory()
    kinds = [kind for kind in KINDS if not given.kind or kind.name in given.kind]
    return try_all(kinds, given.count, given.seed, given.keep)


def try_all(kinds: Sequence[Kind], count: int, seed: int, keep: Path | None = None) -> int:
    """Attack each kind and print what came of it, and which had no file to try; 1 for a fault."""
    faults, passed_over = 0, []
    for kind in kinds:
        print(f"{kind.name:<14} {kind.at_hand()}", flush=True)
        if not kind.samples():
            passed_over.append(kind.name)
            continue
        tally = Tally(kind.name)
        for start in range(0, count, 500):
            # Armed anew for each batch, so that only a read that hangs is killed.
            faulthandler.dump_traceback_later(600, exit=True)
            part = attack(kind, min(500, count - start), seed + start, keep)
            tally = _joined(tally, part)
        faulthandler.cancel_dump_traceback_later()
        print(tally, flush=True)
        for fault in tally.faults[:20]:
            print(f"  {fault}", flush=True)
        faults += len(tally.faults)
    if passed_over:
        print(f"NOT TRIED for lack of files: {', '.join(passed_over)}", flush=True)
    return 1 if faults else 0


def _joined(one: Tally, other: Tally) -> Tally:
    return Tally(
        one.kind,
        one.read + other.read,
        one.refused + other.refused,
        max(one.slowest, other.slowest),
        one.faults + other.faults,
        one.sentences + other.sentences,
    )


if __name__ == "__main__":
    sys.exit(main())
