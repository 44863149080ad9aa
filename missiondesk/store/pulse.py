# SPDX-License-Identifier: Apache-2.0
"""The beat of a lock: who holds one writes a number into it again and again, and whoever waits sees
by the disk's own clock how long it has been silent.

The clocks of two machines may differ by anything, so the time of the last beat is compared with the
time that the same disk gives to a file that is written now. Where it gives none, or one before the
beat, nothing is known. A machine that sleeps or has lost the network is silent too: silence is a
reason to ask a person, never to take a lock without one.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

from missiondesk.store.publish import part_beside

# Seconds; five of them can be missed before others call it silence.
EVERY: Final = 120.0
# Seconds by which a disk's clock may seem to run backwards: USB sticks count by two.
_GRAIN: Final = 4.0


class Pulse:
    """Beats on a thread of its own, first after one interval, until it is stopped.

    Args:
        beat: One beat; whether to go on. What the disk says against it ends nothing.
    """

    def __init__(self, beat: Callable[[], bool], every: float) -> None:
        self._beat, self._every = beat, every
        self._ending = threading.Event()
        threading.Thread(target=self._run, name="pulse", daemon=True).start()

    def stop(self) -> None:
        """Beat no more; a beat that hangs on a share is not waited for."""
        self._ending.set()

    def _run(self) -> None:
        going = True
        while going and not self._ending.wait(self._every):
            with contextlib.suppress(OSError):
                going = self._beat()


def silence_of(descriptor: int, file: Path) -> timedelta | None:
    """How long an open file has not been written, by the clock of its disk; None: nobody knows.

    Args:
        file: Beside it a part is written for a moment, as `publish` does; `sweep` knows it.
    """
    try:
        heard = os.fstat(descriptor).st_mtime
        passed = _time_there(part_beside(file)) - heard
    except OSError:
        return None
    return timedelta(seconds=max(0.0, passed)) if passed > -_GRAIN else None


def _time_there(path: Path) -> float:
    written = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(written, b".")
        os.fsync(written)
        return os.fstat(written).st_mtime
    finally:
        with contextlib.suppress(OSError):
            os.close(written)
        with contextlib.suppress(OSError):
            path.unlink()
