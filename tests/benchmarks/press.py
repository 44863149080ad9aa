# SPDX-License-Identifier: Apache-2.0
"""The same two-page letter by the desk and by its peers, warm and in turn: time, size, validity.

Peers that are not installed are named and left out: ``pip install --group benchmarks``.
"""

from __future__ import annotations

import importlib
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import press_tables
from tests.benchmarks.measure import seconds
from tests.benchmarks.peers import NAMES
from tests.benchmarks.press_letter import PressLetter, a_letter

Make = Callable[[PressLetter], bytes]
# The desk's time over the peer's must be at most this.
GOALS = {"typst": 1.0, "weasyprint": 1 / 10, "docx": 1 / 15, "raw_tagged": 1.6, "raw": 1.6}
_MEMORY = """
import sys, importlib
from tests.benchmarks.press_letter import a_letter
make = importlib.import_module("tests.benchmarks.peers." + sys.argv[1]).maker()
for number in range(10):
    make(a_letter(number))
from pathlib import Path
# Not ru_maxrss: a child begins with the peak of the process it was forked from.
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@dataclass(slots=True)
class Peer:
    """A maker with what was measured of it."""

    name: str
    said: str
    make: Make
    times: list[float] = field(default_factory=list)
    sample: bytes = b""

    @property
    def median(self) -> float:
        """Median time of a letter in seconds."""
        return statistics.median(self.times)


def report(quick: bool) -> str:
    """The table of peers, then two processes against one, long tables and long roadmaps."""
    rounds = 4 if quick else 50
    peers, absent = _peers()
    lines = ["every paragraph and row differs from letter to letter:"]
    lines += _compared(peers, rounds, alike=False)
    lines += _office(peers[0], 3 if quick else 25)
    lines += [f"  {name}: not installed" for name in absent]
    lines += ["the letters of one press: only addressee, mission and figures differ:"]
    lines += _compared([one for one in peers if one.name in ("desk", "typst")], rounds, alike=True)
    lines += [_two_processes(10 if quick else 100)]
    lines += press_tables.report(quick)
    return "\n".join(lines)


def _peers() -> tuple[list[Peer], list[str]]:
    found, absent = [], []
    for name in NAMES:
        module = importlib.import_module(f"tests.benchmarks.peers.{name}")
        try:
            found.append(Peer(name, module.SAID, module.maker()))
        except ImportError:
            absent.append(name)
    return found, absent


def _compared(peers: list[Peer], rounds: int, *, alike: bool) -> list[str]:
    # Letters of a run are new to every maker; what they share is what a press's letters share.
    for one in peers:
        one.times.clear()
        for number in (9001, 9002, 9003):
            one.make(a_letter(number, alike=alike))
    for number in range(1, rounds + 1):
        letter = a_letter(number, alike=alike)
        for one in peers:
            start = time.perf_counter()
            one.sample = one.make(letter)
            one.times.append(time.perf_counter() - start)
    desk = next(one for one in peers if one.name == "desk")
    return [_line(one, desk.median) for one in peers]


def _line(one: Peer, desk: float) -> str:
    ratio = desk / one.median
    goal = GOALS.get(one.name)
    verdict = "" if goal is None else f" (goal {goal:.2f} at most: {_met(ratio <= goal)})"
    return (
        f"  {one.name:11} {one.median * 1000:8.1f} ms  desk/this {ratio:5.2f}{verdict:32} "
        f"{len(one.sample) // 1024:4} KiB  {_memory(one.name):>8}  "
        f"PDF/UA-1 {_valid(one.sample)}  {one.said}"
    )


def _met(met: bool) -> str:
    return "met" if met else "MISSED"


def _valid(data: bytes) -> str:
    import page

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letter.pdf"
        path.write_bytes(data)
        return "no  " if page.validate_pdf(str(path), profile="ua1").failures else "pass"


def _memory(name: str) -> str:
    """Peak memory of a process that makes ten letters."""
    if not Path("/proc/self/status").exists() or name == "docx":
        return ""
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, name],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return f"{done.stdout.strip()} MiB"


def _office(desk: Peer, count: int) -> list[str]:
    from tests.benchmarks.peers import docx

    if not docx.office():
        return ["  docx: LibreOffice (soffice) is not on the path"]
    letters = [a_letter(number) for number in range(1, count + 1)]
    made: list[bytes] = []
    try:
        taken = seconds(lambda: made.extend(docx.makes_all(letters)))
    except ImportError:
        return ["  docx: docxtpl is not installed"]
    office = Peer("docx", docx.SAID, lambda letter: b"", [taken / count], made[0])
    return [_line(office, desk.median)]


def _two_processes(count: int) -> str:
    """As many letters by each of two processes as by one alone; both are warm."""
    context = multiprocessing.get_context("spawn")
    start, done = context.Semaphore(0), context.Queue()
    workers = [context.Process(target=_work, args=(start, done, count)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for _ in workers:
        done.get()

    def run(processes: int) -> float:
        began = time.perf_counter()
        for _ in range(processes):
            start.release()
        for _ in range(processes):
            done.get()
        return processes * count / (time.perf_counter() - began)

    ones, twos = zip(*((run(1), run(2)) for _ in range(3)), strict=True)
    for worker in workers:
        worker.terminate()
        worker.join()
    one, two = statistics.median(ones), statistics.median(twos)
    ratio = statistics.median(b / a for a, b in zip(ones, twos, strict=True))
    return (
        f"two processes {two:.0f} letters a second, one {one:.0f}: {ratio:.2f} "
        f"(goal 1.80 at least: {_met(ratio >= 1.8)})"
    )


def _work(start: object, done: object, count: int) -> None:
    from tests.benchmarks.peers import desk

    make, number = desk.maker(), 0
    for _ in range(3):
        make(a_letter(9000 + number))
    done.put(0)  # type: ignore[attr-defined]
    while True:
        start.acquire()  # type: ignore[attr-defined]
        for _ in range(count):
            number += 1
            make(a_letter(number))
        done.put(count)  # type: ignore[attr-defined]
