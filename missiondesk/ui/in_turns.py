# SPDX-License-Identifier: Apache-2.0
"""Does work of many parts between events: a small workspace's at once, a large one's in turns."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

# Seconds of this thread's work: at once, before anything is seen to wait, and from then on between
# two looks at the events. Sixty frames a second leave 0.0167 for it and for the painting.
_BLINK: Final = 0.03
_SLICE: Final = 0.008


def _nothing() -> None:
    """There is nothing to be done."""


class InTurns(QObject):
    """One piece of work at a time; the next takes the place of one that is not done.

    Every part of the work should be short: only between two of them are events looked at. All
    that is done in turns stands in one line, so that what three views begin at the same moment
    keeps the user no longer waiting than one of them.

    Args:
        parent: Qt parent.
        blink: Seconds that may be taken at once; whoever is typing wants the screen back sooner.
    """

    def __init__(self, parent: QObject, blink: float = _BLINK) -> None:
        super().__init__(parent)
        self.blink = blink
        self._work: Iterator[object] = iter(())
        self._done: Callable[[], object] = _nothing
        self._line = _line()

    @property
    def busy(self) -> bool:
        """Whether work is left."""
        return self._line.holds(self)

    def begin(self, work: Iterator[object], done: Callable[[], object]) -> None:
        """Begin with the work, and call ``done`` at its end: at once when it takes no longer than
        a blink.
        """
        self._work, self._done = work, done
        self._line.join(self)

    def begin_next(self, work: Iterator[object], done: Callable[[], object] = _nothing) -> None:
        """As `begin`, but let events through first: what calls has been long enough itself."""
        self._work, self._done = work, done
        self._line.join(self, at_once=False)

    def stop(self) -> None:
        """Leave the work as it is; ``done`` is not called."""
        self._line.leave(self)
        self._work = iter(())

    def finish(self) -> None:
        """Do at once what is left: somebody wants to use what comes of it."""
        if self.busy:
            for _part in self._work:
                pass
            self._end()

    def go_on(self, room: float) -> None:
        """Work for about ``room`` seconds."""
        begun = time.thread_time()
        for _part in self._work:
            if time.thread_time() > begun + room:
                return
        if time.thread_time() > begun + room / 3:  # what follows is work, too
            return
        self._end()

    def _end(self) -> None:
        self._line.leave(self)
        done, self._done = self._done, _nothing
        done()


class _Line(QObject):
    """Who waits for a turn, and how much of the present one they have used up."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._waiting: deque[InTurns] = deque()
        self._used = 0.0  # seconds since the events were looked at
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next_turn)

    def holds(self, one: InTurns) -> bool:
        """Whether it waits."""
        return one in self._waiting

    def join(self, one: InTurns, *, at_once: bool = True) -> None:
        """Give it what those who wait left of this turn, and let it wait for the rest."""
        self.leave(one)
        if not self._waiting:
            self._used = 0.0
        self._waiting.append(one)
        if at_once and self._used < one.blink:
            self._give(one, one.blink)
        self._timer.start()

    def leave(self, one: InTurns) -> None:
        """Let it wait no longer."""
        if one in self._waiting:
            self._waiting.remove(one)

    def _give(self, one: InTurns, room: float) -> None:
        begun, before = time.thread_time(), self._used
        one.go_on(room - self._used)
        self._used = before + time.thread_time() - begun

    def _next_turn(self) -> None:
        self._used = 0.0
        for one in tuple(self._waiting):
            if self._used > _SLICE:
                break
            if not isValid(one):  # its window is gone
                self.leave(one)
            elif one in self._waiting:
                self._waiting.rotate(-1)  # the others come first next time
                self._give(one, _SLICE)
        if self._waiting:
            self._timer.start()


_lines: list[_Line] = []


def _line() -> _Line:
    """The one line of this program."""
    if not _lines or not isValid(_lines[0]):
        _lines[:] = [_Line(QCoreApplication.instance())]
    return _lines[0]
