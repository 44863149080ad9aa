# SPDX-License-Identifier: Apache-2.0
"""From the edit to "Saved", plain and confidential, against writing, syncing and renaming as many
bytes without a desk; with the worst of twenty, and the longest time that an event loop stood still.
"""

from __future__ import annotations

import math
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import new_desk
from tests.benchmarks.measure import Result, interleaved, seconds
from tests.builders import an_initiative

_SIZES = (0.5, 5.0, 20.0)
_PHRASE = "fire æbler under en blå cykel"
_TEXT = "Unge, som står uden job og uddannelse, får en voksen, der følger dem hele vejen. " * 6


def _bare(folder: Path, size: int) -> Callable[[], float]:
    data = os.urandom(size)

    def work() -> None:
        target, temporary = folder / "bare", folder / ".bare.tmp"
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
        if os.name == "posix":
            handle = os.open(folder, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)

    return lambda: seconds(work)


def _measure(folder: Path, megabytes: float, rounds: int, *, confidential: bool) -> Result:
    word = "confidential" if confidential else "plain"
    path = folder / f"{megabytes}-{word}.mission"
    desk = new_desk(path, "Måling")
    if confidential:
        desk.confidential.carry_out(desk.confidential.prepare(_PHRASE, recovery=False))
    count = 0
    while not count or path.stat().st_size < megabytes * 1_000_000:
        batch = 100 if megabytes < 1 else 300
        with desk.session.write(Verb.IMPORT, "") as unit:
            for number in range(count, count + batch):
                unit.save(
                    an_initiative(mission=None, code=f"I{number}", hypothesis=Wording(_TEXT, _TEXT))
                )
        count += batch
        desk.wait_saved(60)
    one = desk.session.store.all(Initiative)[0]
    turn = iter(range(10_000))
    taken: list[float] = []

    def edit() -> None:
        desk.initiatives.revise(replace(one, note=f"Rettelse {next(turn)}"))

    def edit_and_save() -> None:
        start = time.perf_counter()
        edit()
        if not desk.wait_saved(60):
            raise RuntimeError("not saved")
        taken.append(time.perf_counter() - start)

    size = path.stat().st_size
    found = interleaved(rounds, desk=lambda: seconds(edit_and_save), bare=_bare(folder, size))
    stalls = [_stall(desk, edit) for _ in range(max(1, rounds // 2))]
    desk.close()
    peer = "write + fsync + rename + folder fsync"
    worst = sorted(taken[1:] or taken)[math.ceil(0.95 * (len(taken) - 1)) - 1]
    note = (
        f"{size / 1_000_000:.1f} MB, p95 {worst * 1000:.0f} ms, "
        f"longest stall of the event loop {max(stalls) * 1000:.0f} ms"
    )
    what = f"edit until saved, {megabytes:g} MB, {word}"
    return Result(what, found["desk"], found["bare"], peer, note)


def _stall(desk: Desk, edit: Callable[[], None]) -> float:
    """The longest time between two turns of an event loop from after an edit until it is saved."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])  # later subjects need a screen
    edit()
    longest, before = 0.0, time.perf_counter()
    while not desk.wait_saved(0):
        app.processEvents()
        time.sleep(0.001)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    return longest


def measure(quick: bool) -> list[Result]:
    """Files of 0.5, 5 and 20 MB, plain and confidential."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = _SIZES[:2] if quick else _SIZES
        return [
            _measure(Path(folder), size, 1 if quick else 25, confidential=sealed)
            for size in sizes
            for sealed in (False, True)
        ]
