# SPDX-License-Identifier: Apache-2.0
"""Power lost while a workspace is written: the file has to be the old one or the new, and whole.

    python -m tests.faults.power_loss [COUNT] [--seed N]

Records what `publish` asks of the system, then replays it onto a model of a disk that may lose,
tear and reorder whatever was not synced yet: every prefix of the calls with nothing and with all
of that, and COUNT random choices (10,000 when not said). Ends with 1 when a file was torn, or an
acknowledged one lost.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from missiondesk.store import publish as module
from missiondesk.store.publish import publish

_SECTOR = 512


# ---------------------------------------------------------------- what was asked


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the system: what it did to a file or to the names of a folder.

    Attributes:
        does: create, write, sync, replace, remove or sync_folder.
        name: File concerned; of replace the source.
        other: Of replace the target.
        data: Of write what, and at which place.
    """

    does: str
    name: str = ""
    other: str = ""
    data: bytes = b""
    place: int = 0


class Recorder:
    """The os module, of which every call that changes a disk is noted and done."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._open: dict[int, str] = {}
        self._place: dict[int, int] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        found = os.open(path, flags, mode)
        self._open[found] = "" if Path(path).is_dir() else Path(path).name
        self._place[found] = 0
        if flags & os.O_CREAT:
            self.calls.append(Call("create", Path(path).name))
        return found

    def write(self, descriptor: int, data: Any) -> int:
        done = os.write(descriptor, data)
        place = self._place[descriptor]
        self.calls.append(
            Call("write", self._open[descriptor], data=bytes(data[:done]), place=place)
        )
        self._place[descriptor] += done
        return done

    def fsync(self, descriptor: int) -> None:
        os.fsync(descriptor)
        name = self._open[descriptor]
        self.calls.append(Call("sync", name) if name else Call("sync_folder"))

    def replace(self, source: Any, target: Any) -> None:
        os.replace(source, target)  # noqa: PTH105
        self.calls.append(Call("replace", Path(source).name, Path(target).name))


@contextmanager
def recorded(at_once: int) -> Iterator[list[Call]]:
    """The calls that `publish` makes within the block, with several writes a file."""
    recorder, before = Recorder(), module._AT_ONCE
    module.os, module._AT_ONCE = recorder, at_once  # type: ignore[assignment, misc]
    try:
        yield recorder.calls
    finally:
        module.os, module._AT_ONCE = os, before  # type: ignore[misc]


# ---------------------------------------------------------------- the model


@dataclass
class Disk:
    """Files by number and a folder of names; what is not synced is only asked for.

    Attributes:
        files: Contents that are on the disk.
        names: Names that are on the disk.
        writes: Writes by file that are not.
        folder: Changes of names that are not, in order.
        seen: Names as the running system sees them.
    """

    files: dict[int, bytes] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    writes: list[tuple[int, Call]] = field(default_factory=list)
    folder: list[Callable[[dict[str, int]], None]] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, data: bytes) -> None:
        """A file that was there long before."""
        number = len(self.files)
        self.files[number] = data
        self.names[name] = self.seen[name] = number

    def do(self, call: Call) -> None:
        """What the running system sees after the call; the disk may not have it yet."""
        if call.does == "create":
            number = len(self.files)
            self.files[number] = b""
            self._rename(lambda names: names.__setitem__(call.name, number))
        elif call.does == "write":
            self.writes.append((self.seen[call.name], call))
        elif call.does == "sync":
            number = self.seen[call.name]
            for other, write in self.writes:
                if other == number:
                    self.files[number] = _written(self.files[number], write)
            self.writes = [one for one in self.writes if one[0] != number]
        elif call.does == "replace":
            number = self.seen[call.name]

            def moved(names: dict[str, int]) -> None:
                names.pop(call.name, None)
                names[call.other] = number

            self._rename(moved)
        elif call.does == "sync_folder":
            for change in self.folder:
                change(self.names)
            self.folder = []

    def _rename(self, change: Callable[[dict[str, int]], None]) -> None:
        change(self.seen)
        self.folder.append(change)

    def after_power_loss(self, name: str, draw: random.Random | None, share: float) -> bytes | None:
        """The file after the power came back; None when there is none.

        Args:
            name: Which one.
            draw: Chooses what of the unsynced reached the disk, in which order, and how torn;
                None takes ``share`` of it, 0 or 1.
            share: How likely each reached it.
        """
        files, names = dict(self.files), dict(self.names)
        folder, writes = list(self.folder), list(self.writes)
        if draw is not None:
            draw.shuffle(folder)
            draw.shuffle(writes)
        for change in folder:
            if share == 1 or (draw is not None and draw.random() < share):
                change(names)
        for number, write in writes:
            if share == 1:
                files[number] = _written(files[number], write)
            elif draw is not None and draw.random() < share:
                files[number] = _torn(files[number], write, draw)
        return files[names[name]] if name in names else None


def _written(content: bytes, write: Call) -> bytes:
    end = write.place + len(write.data)
    padded = content.ljust(write.place, b"\x00")
    return padded[: write.place] + write.data + padded[end:]


def _torn(content: bytes, write: Call, draw: random.Random) -> bytes:
    """The file's length has grown; only some sectors of the data are there."""
    content = content.ljust(write.place + len(write.data), b"\x00")
    for start in range(0, len(write.data), _SECTOR):
        if draw.random() < 0.7:
            piece = Call(
                "write", data=write.data[start : start + _SECTOR], place=write.place + start
            )
            content = _written(content, piece)
    return content


# ---------------------------------------------------------------- many losses


@dataclass
class Tally:
    """What the losses of power came to."""

    calls: int = 0
    prefixes: int = 0
    points: int = 0
    old: int = 0
    new: int = 0
    torn: int = 0
    lost: int = 0

    @property
    def clean(self) -> bool:
        """No file torn, none lost that was acknowledged."""
        return self.torn == self.lost == 0

    def __str__(self) -> str:
        rows = {
            "calls recorded": self.calls,
            "prefixes": self.prefixes,
            "points tried": self.points,
            "old version": self.old,
            "new version": self.new,
            "torn": self.torn,
            "acknowledged and lost": self.lost,
        }
        return "\n".join(f"{name:<24}{count:>8}" for name, count in rows.items())


def lose_power(count: int, seed: int, write: Callable[[Path, bytes], None] = publish) -> Tally:
    """Lose power at each prefix, and at ``count`` random points, of two saves one after the other.

    Args:
        count: Random points.
        seed: Of the choices.
        write: The routine that is tried.
    """
    draw = random.Random(seed)
    versions = [draw.randbytes(size) for size in (9_000, 14_000, 11_000)]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "a.mission"
        target.write_bytes(versions[0])
        calls: list[Call] = []
        ends: list[int] = []
        for version in versions[1:]:
            with recorded(3_000) as more:
                write(target, version)
            calls += more
            ends.append(len(calls))
    tally = Tally(calls=len(calls), prefixes=len(calls) + 1)
    for upto in range(len(calls) + 1):
        disk = _after(calls[:upto], versions[0])
        for share in (0, 1):
            _judge(disk.after_power_loss("a.mission", None, share), versions, ends, upto, tally)
    for _ in range(count):
        upto = draw.randrange(len(calls) + 1)
        disk = _after(calls[:upto], versions[0])
        share = draw.choice((0.2, 0.5, 0.8, 0.95))
        _judge(disk.after_power_loss("a.mission", draw, share), versions, ends, upto, tally)
    return tally


def _after(calls: list[Call], first: bytes) -> Disk:
    disk = Disk()
    disk.add("a.mission", first)
    for call in calls:
        disk.do(call)
    return disk


def _judge(
    found: bytes | None, versions: list[bytes], ends: list[int], upto: int, tally: Tally
) -> None:
    """A version has to be there whole, and none older than the last that was acknowledged."""
    tally.points += 1
    acknowledged = sum(1 for end in ends if upto >= end)
    if found not in versions:
        tally.torn += 1
        return
    version = versions.index(found)
    tally.lost += version < acknowledged
    tally.new += version > acknowledged or upto in ends
    tally.old += not (version > acknowledged or upto in ends)


def main() -> int:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("count", type=int, nargs="?", default=10_000)
    words.add_argument("--seed", type=int, default=2026)
    given = words.parse_args()
    tally = lose_power(given.count, given.seed)
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
