# SPDX-License-Identifier: Apache-2.0
"""The library that lets calls of the system fail (failing_calls.c): compiled, preloaded, told."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LIBRARY = "MISSIONDESK_FAILING_CALLS"
_SOURCE = Path(__file__).with_name("failing_calls.c")
_KILL = -1


class Faults:
    """The preloaded library."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(os.environ[LIBRARY])
        self._library.fault_folder(str(folder).encode())
        self.met = False
        self.count = 0

    @contextmanager
    def failing(self, at: int, number: int, *, for_ever: bool) -> Iterator[None]:
        """Let call ``at`` of the block fail with this error, or all from there on."""
        self._library.fault_arm(at, number, int(for_ever))
        try:
            yield
        finally:
            self.met = bool(self._library.fault_rest())
            self.count = int(self._library.fault_count())

    @contextmanager
    def killing(self, at: int) -> Iterator[None]:
        """Kill the process at call ``at`` of the block."""
        with self.failing(at, _KILL, for_ever=False):
            yield


def compiled(folder: Path) -> Path | None:
    """The library, or None where it cannot be made."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return None
    made = folder / "failing_calls.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(made), str(_SOURCE), "-ldl"]
    with suppress(subprocess.CalledProcessError):
        subprocess.run(command, check=True, capture_output=True)
        return made
    return None


@contextmanager
def preloading() -> Iterator[dict[str, str] | None]:
    """The environment of a process with the library before all others; None without a compiler."""
    with tempfile.TemporaryDirectory() as folder:
        library = compiled(Path(folder))
        words = {"LD_PRELOAD": str(library), LIBRARY: str(library)}
        yield None if library is None else {**os.environ, **words}
