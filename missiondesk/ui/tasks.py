# SPDX-License-Identifier: Apache-2.0
"""Runs what takes longer than a blink on one worker thread; values go in and a value comes out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")


class Cancelled(Exception):
    """The user stopped the work; nothing was finished."""


class Progress(QObject):
    """What the work tells while it runs, and where it asks whether to go on.

    Attributes:
        moved: done, total and a word on what is being done, delivered in the screen's thread.
    """

    moved = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the user has asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next `report`."""
        self._stop.set()

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Say how far the work is; call it between parts, at least once a second.

        Raises:
            Cancelled: The user asked to stop; let it through and leave no partial file.
        """
        if self.cancelled:
            raise Cancelled
        with suppress(RuntimeError):
            self.moved.emit(done, total, doing)


class Task(QObject, Generic[T]):
    """One running piece of work.

    Attributes:
        label: What it is called on the screen.
        progress: Its `Progress`.
        place: The file or folder that it writes, None when it writes none.
        error: What it ended with, None when it came to its end.
        begun: The worker has taken it up.
        ended: It is over, one way or another; ``done`` or ``failed`` was called before.
    """

    begun = Signal()
    ended = Signal(object)
    _came = Signal(object, object)

    def __init__(
        self,
        label: str,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        owner: QObject | None,
        place: Path | None = None,
    ) -> None:
        super().__init__()
        self.label, self.place = label, place
        self.error: BaseException | None = None
        self.progress = Progress()
        self._done = done
        self._failed = failed
        self._owner = owner
        self._came.connect(self._deliver)

    def cancel(self) -> None:
        """Ask it to stop; ``failed`` is then called with `Cancelled`."""
        self.progress.cancel()

    def arrive(self, value: T | None, error: BaseException | None) -> None:
        """Called by the worker thread: hand the outcome to the screen's thread."""
        with suppress(RuntimeError):
            self._came.emit(value, error)

    def begin(self) -> None:
        """Called by the worker thread when it takes it up."""
        with suppress(RuntimeError):
            self.begun.emit()

    def _deliver(self, value: T, error: BaseException | None) -> None:
        # Work that wrote a part before it was stopped says so in its result.
        self.error = Cancelled() if getattr(value, "cancelled", False) else error
        try:
            if self._owner is None or shiboken6.isValid(self._owner):
                if error is None:
                    self._done(value)
                else:
                    self._failed(error)
        finally:
            self.ended.emit(self)


class _Run(QRunnable, Generic[T]):
    def __init__(self, task: Task[T], work: Callable[[Progress], T]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        task, work = self._task, self._work
        # Qt may keep this longer than the work takes; a locked workspace must not stay with it.
        del self._task, self._work
        if task.progress.cancelled:
            task.arrive(None, Cancelled())
            return
        task.begin()
        try:
            value = work(task.progress)
        except BaseException as error:  # noqa: BLE001 - every failure goes to the screen's thread
            task.arrive(None, error)
        else:
            task.arrive(value, None)


class Tasks(QObject):
    """The desk's one worker thread; a second buys nothing under Python's lock.

    Attributes:
        shown: A task was queued whose progress belongs into the status line.
        listed: A task was queued that belongs into the list of jobs.
    """

    shown = Signal(object)
    listed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open: list[Task[object]] = []

    @property
    def busy(self) -> bool:
        """Whether anything is queued or running."""
        return bool(self._open)

    def run(
        self,
        label: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        owner: QObject | None = None,
        *,
        show: bool = False,
        listed: bool | None = None,
        place: Path | None = None,
    ) -> Task[T]:
        """Do ``work`` on the worker, then call ``done`` or ``failed`` in the screen's thread.

        Args:
            label: What it is called on the screen.
            work: Gets a `Progress`; must use plain values only, never a widget or the desk.
            done: Gets the result.
            failed: Gets what was raised, `Cancelled` when the user stopped it.
            owner: Object whose death makes both calls pointless.
            show: Show progress and a cancel button in the status line; for work of seconds.
            listed: Put it into the list of jobs; what is shown or writes a file stands there
                unless this is False.
            place: The file or folder that it writes; its job leads there.
        """
        task: Task[T] = Task(label, done, failed, owner, place)
        task.ended.connect(self._forget)
        self._open.append(task)  # type: ignore[arg-type]
        if show:
            self.shown.emit(task)
        if listed or (listed is None and (show or place is not None)):
            self.listed.emit(task)
        self._pool.start(_Run(task, work))
        return task

    def close(self) -> None:
        """Cancel everything and wait for the worker; nothing is delivered afterwards."""
        for task in self._open:
            task.cancel()
            task._came.disconnect()
        self._open.clear()
        self._pool.waitForDone()

    def _forget(self, task: Task[object]) -> None:
        if task in self._open:
            self._open.remove(task)
