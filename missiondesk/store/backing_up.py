# SPDX-License-Identifier: Apache-2.0
"""Makes the backups of one open workspace on a thread of its own, and says how that went.

What is to be backed up before something is taken from memory before it; writing and verifying it
never holds anybody up, and a backup that fails is told and blocks nothing. Only the file waits a
little for what is made before a merge or an import, so that at any moment there is the file of
before or its backup.
"""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from missiondesk.domain.backup import INTERVAL, Cause
from missiondesk.domain.identity import now
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.step import Step, Verb
from missiondesk.store.backup import Backup, BackupState
from missiondesk.store.backups import BackupFolder, place_of
from missiondesk.store.listeners import Listeners
from missiondesk.store.saver import NotSaved, SaveState
from missiondesk.store.unavailable import Unavailable

if TYPE_CHECKING:
    from missiondesk.store.store import Store

_BEFORE: Final = {
    Verb.MERGE: Cause.MERGE,
    Verb.IMPORT: Cause.IMPORT,
    Verb.IMPORT_FIGURES: Cause.IMPORT,
    Verb.IMPORT_PORTFOLIO: Cause.IMPORT,
    Verb.IMPORT_SKILLS: Cause.IMPORT,
    Verb.READ_REPLY: Cause.IMPORT,
}
_RISKY: Final = frozenset(_BEFORE.values())
# Seconds; a folder of backups that hangs must not keep work from the file.
_LONGEST_HOLD: Final = 20.0
# With so many changes a workspace is set up; nobody misses a backup of that.
_OF_A_NEW_ONE: Final = 5
# While the file cannot be saved, what is new in memory is put aside this often.
_RESCUE_EVERY: Final = timedelta(minutes=1)


class Backups:
    """Watches an open workspace that has a file, and backs it up.

    Args:
        store: The workspace.
        root: Folder of all backups, that of this workspace stands in it.
        interval: How long changes may be without a backup.
    """

    def __init__(self, store: Store, root: Path, interval: timedelta = INTERVAL) -> None:
        self.folder = BackupFolder(root, store.workspace)
        self._store = store
        self._interval = interval
        self._listeners: Listeners[BackupState] = Listeners()
        self._news = threading.Condition()
        self._writing = threading.Lock()
        self._queue: deque[tuple[bytes | None, Cause]] = deque()
        self._making: Cause | None = None
        self._changed = self._ending = False
        self._thread: threading.Thread | None = None
        newest = next(iter(self.folder.all()), None)
        self._state = BackupState(newest.made if newest else None)
        self._first = True
        # By a clock that nobody sets: when the last one was tried.
        self._tried = time.monotonic() - _age(newest).total_seconds()
        self._rescued = -math.inf  # when it was tried because the file could not be saved
        self._leave = (
            store.listen(self._after),
            store.listen_before(self._before),
            store.listen_saving(self._saving),
            store.hold_saving(self._hold),
        )

    @property
    def state(self) -> BackupState:
        """How the backups stand."""
        return self._state

    def listen(self, listener: Callable[[BackupState], None]) -> Callable[[], None]:
        """Call ``listener`` with each state, on whatever thread it comes about."""
        return self._listeners.add(listener)

    def make(self, cause: Cause) -> Backup:
        """Make one now and wait for it.

        Raises:
            Unavailable: It could not be made or verified.
        """
        return self._make(None, cause)

    def keep_former(self, data: bytes) -> None:
        """Keep the bytes of a file of an older format as they are; a failure is told only."""
        self._attempt(lambda: self._keep_file(data))

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until all that was begun is made; False when the time is over before."""
        with self._news:
            return self._news.wait_for(lambda: not self._queue and self._making is None, timeout)

    def close(self) -> None:
        """Finish what was begun, and end."""
        for leave in self._leave:
            leave()
        with self._news:
            self._ending = True
            thread = self._thread
            self._news.notify_all()
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    # ------------------------------------------------------------ what is heard

    def _before(self, verb: Verb) -> None:
        """Called on the writing thread before a Step, with the store's turn held."""
        cause = _BEFORE.get(verb)
        first, self._first = self._first, False
        if cause is None and first and self._since_last() >= self._interval:
            cause = Cause.OPENED
        if cause is not None and _wanted(self._store):
            image = self._store.image()
            with self._news:
                self._queue.append((image, cause))
                self._keep_running()
                self._news.notify_all()

    def _after(self, _step: Step) -> None:
        with self._news:
            self._changed = True
            self._keep_running()
            self._news.notify_all()

    def _saving(self, state: SaveState) -> None:
        if isinstance(state, NotSaved):
            with self._news:
                self._news.notify_all()

    def _hold(self, _: None) -> None:
        """Called on the saver's thread before it writes over the file."""
        with self._news:
            self._news.wait_for(lambda: not self._covering(), _LONGEST_HOLD)

    def _covering(self) -> bool:
        """Whether what was before a risky Step is still on its way."""
        return self._making in _RISKY or any(cause in _RISKY for _, cause in self._queue)

    def _since_last(self) -> timedelta:
        """Since the newest backup of this workspace, or since it was made or first opened."""
        last = self._state.last
        if last is None:
            changes = sum(len(step.changes) for step in self._store.steps(limit=10))
            return timedelta.max if changes > _OF_A_NEW_ONE else timedelta()
        return abs(now() - last)

    # ------------------------------------------------------------ the thread

    def _keep_running(self) -> None:
        if self._thread is None and not self._ending:
            self._thread = threading.Thread(target=self._run, name="backups", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            while (job := self._next()) is not None:
                image, cause = job
                try:
                    self._attempt(lambda i=image, c=cause: self._make(i, c))  # type: ignore[misc]
                finally:
                    with self._news:
                        self._making = None
                        self._news.notify_all()
        finally:
            with self._news:
                self._thread = None

    def _next(self) -> tuple[bytes | None, Cause] | None:
        """The next backup that is due; None when all ends."""
        with self._news:
            while True:
                if self._queue:
                    job = self._queue.popleft()
                    self._making = job[1]
                    return job
                if self._ending:
                    return None
                unsaved = isinstance(self._store.saving, NotSaved)
                wait = self._due_in(unsaved=unsaved)
                if wait is not None and wait <= 0:
                    self._making = Cause.RESCUE if unsaved else Cause.INTERVAL
                    if unsaved:
                        self._rescued = time.monotonic()
                    return None, self._making
                self._news.wait(wait)

    def _due_in(self, *, unsaved: bool) -> float | None:
        """Seconds until a backup of what was changed is due; None while nothing was."""
        if not self._changed or not _wanted(self._store):
            return None
        due = self._tried + self._interval.total_seconds()
        if unsaved:
            due = min(due, self._rescued + _RESCUE_EVERY.total_seconds())
        return due - time.monotonic()

    def _attempt(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Unavailable:  # told already
            self._changed = True
        finally:
            self._tried = time.monotonic()  # a failure is tried again after the interval

    def _make(self, image: bytes | None, cause: Cause) -> Backup:
        with self._turn(cause):
            if image is None:
                with self._news:
                    self._changed = False
                image = self._store.image()
            made = self.folder.keep(image, self._store.codec, cause, _place(self._store), now())
            self._tell(BackupState(made.made))
        return made

    def _keep_file(self, data: bytes) -> None:
        with self._turn(Cause.MIGRATION):
            codec = self._store.codec
            made = self.folder.keep_file(data, codec, Cause.MIGRATION, _place(self._store), now())
            self._tell(BackupState(made.made))

    @contextmanager
    def _turn(self, cause: Cause) -> Iterator[None]:
        """One at a time; it is told that one is made, and why when it failed."""
        with self._writing:
            self._tell(replace(self._state, making=cause))
            try:
                yield
            except BaseException as error:
                self._tell(BackupState(self._state.last, _why(error)))
                raise

    def _tell(self, state: BackupState) -> None:
        self._state = state
        self._listeners.tell(state)


def _wanted(store: Store) -> bool:
    return store.path is not None and not store.read_only


def _place(store: Store) -> str:
    return place_of(store.path) if store.path is not None else "0" * 12


def _age(newest: Backup | None) -> timedelta:
    """How old the newest one is; one that is dated ahead counts as of this moment."""
    return max(now() - newest.made, timedelta()) if newest is not None else timedelta()


def _why(error: BaseException) -> Message:
    """Why none was made: what the environment says, or that it is a fault of ours."""
    if isinstance(error, Unavailable):
        return error.message
    return message(
        N_(
            "A backup could not be made ({error}). Your work and the workspace file are not "
            "affected."
        ),
        error=type(error).__name__,
    )
