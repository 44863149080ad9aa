# SPDX-License-Identifier: Apache-2.0
"""From the edit to "Saved", against writing, syncing and renaming as many bytes without a desk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk
from tests.benchmarks.measure import Result, interleaved, seconds
from tests.builders import an_initiative

_SIZES = (0.5, 5.0, 20.0)
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


def _measure(folder: Path, megabytes: float, rounds: int) -> Result:
    path = folder / f"{megabytes}.mission"
    desk = new_desk(path, "Måling")
    count = 0
    while not path.exists() or path.stat().st_size < megabytes * 1_000_000:
        batch = 100 if megabytes < 1 else 1500
        with desk.session.write(Verb.IMPORT, "") as unit:
            for number in range(count, count + batch):
                unit.save(
                    an_initiative(mission=None, code=f"I{number}", hypothesis=Wording(_TEXT, _TEXT))
                )
        count += batch
        desk.wait_saved(60)
    one = desk.session.store.all(Initiative)[0]
    turn = iter(range(10_000))

    def edit_and_save() -> None:
        desk.initiatives.revise(replace(one, note=f"Rettelse {next(turn)}"))
        if not desk.wait_saved(60):
            raise RuntimeError("not saved")

    size = path.stat().st_size
    found = interleaved(rounds, desk=lambda: seconds(edit_and_save), bare=_bare(folder, size))
    desk.close()
    note = f"{size / 1_000_000:.1f} MB, {count} initiatives"
    peer = "write + fsync + rename + folder fsync"
    return Result(f"edit until saved, {megabytes:g} MB", found["desk"], found["bare"], peer, note)


def measure(quick: bool) -> list[Result]:
    """Files of 0.5, 5 and 20 MB."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = _SIZES[:2] if quick else _SIZES
        return [_measure(Path(folder), size, 1 if quick else 25) for size in sizes]
