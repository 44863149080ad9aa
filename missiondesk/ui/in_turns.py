# SPDX-License-Identifier: Apache-2.0
"""Does work of many parts between events: a small workspace's at once, a large one's in turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer

_SLICE: Final = 0.03  # seconds of this thread's work between two looks at the events


class InTurns(QObject):
    """One piece of work at a time; the next takes the place of one that is not done.

    Every part of the work should be short: only between two of them are events looked at.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[object] = iter(())
        self._done: Callable[[], object] = _nothing
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether work is left."""
        return self._timer.isActive()

    def begin(self, work: Iterator[object], done: Callable[[], object]) -> None:
        """Begin with the work, and call ``done`` at its end: at once when it takes no longer than
        a blink.
        """
        self._work, self._done = work, done
        self._timer.stop()
        self._go_on()

    def stop(self) -> None:
        """Leave the work as it is; ``done`` is not called."""
        self._timer.stop()
        self._work = iter(())

    def _go_on(self) -> None:
        until = time.thread_time() + _SLICE
        for _part in self._work:
            if time.thread_time() > until:
                self._timer.start()
                return
        if time.thread_time() > until:  # what follows is work, too
            self._timer.start()
            return
        done, self._done = self._done, _nothing
        done()


def _nothing() -> None:
    """There is nothing to be done."""
