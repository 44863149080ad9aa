# SPDX-License-Identifier: Apache-2.0
"""What runs and what ran in this window: exports, imports, backups; for the list of jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from missiondesk.domain import identity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.services.saving import Reason, Unavailable
from missiondesk.ui.tasks import Cancelled, Task, Tasks

MOST = 50  # jobs that are remembered
_QUIET = 10  # of them those that nobody asked for
_ASKS = (Reason.SEALED, Reason.WRONG_KEY)
_PAUSE = 100  # ms between two tellings of progress


class JobState(Worded):
    """How far a job is."""

    WAITING = "waiting", N_("Waits its turn")
    RUNNING = "running", N_("Runs")
    DONE = "done", N_("Finished")
    STOPPED = "stopped", N_("Stopped")
    FAILED = "failed", N_("Failed")

    @property
    def over(self) -> bool:
        """Whether nothing comes of it any more."""
        return self not in (JobState.WAITING, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work as it stands now.

    Attributes:
        id: Its number in this window.
        began: When it was asked for.
        done, total: Parts done and all parts; ``total`` is 0 while nobody knows.
        doing: What is being done now, or why it failed.
        place: The file or folder that it writes, None when it writes none.
        about: What is said of it beneath, in place of the name of what it writes.
        quiet: It began by itself; it stands in the list, and nothing calls for attention.
    """

    id: str
    label: str | Message
    began: datetime
    state: JobState = JobState.WAITING
    done: int = 0
    total: int = 0
    doing: str | Message = ""
    place: Path | None = None
    about: Message | None = None
    quiet: bool = False


class Jobs(QObject):
    """Follows the listed tasks, the newest first; finished ones are forgotten when asked.

    Attributes:
        changed: Something moved.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, Job] = {}
        self._tasks: dict[str, Task[Any]] = {}
        self._count = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        tasks.listed.connect(self._follow)

    def all(self) -> Sequence[Job]:
        """The jobs, the newest first."""
        return tuple(reversed(self._jobs.values()))

    def asked_for(self) -> Sequence[Job]:
        """Those that somebody asked for, the newest first."""
        return [one for one in self.all() if not one.quiet]

    @property
    def running(self) -> int:
        """How many of those that somebody asked for are not over."""
        return sum(not one.state.over for one in self.asked_for())

    def can_stop(self, key: str) -> bool:
        """Whether a job can be asked to stop."""
        return key in self._tasks

    def cancel(self, key: str) -> None:
        """Ask a job to stop."""
        if key in self._tasks:
            self._tasks[key].cancel()

    def forget(self) -> None:
        """Take those that are over off the list."""
        self._jobs = {key: one for key, one in self._jobs.items() if not one.state.over}
        self.changed.emit()

    def begin(
        self, label: str | Message, *, about: Message, place: Path | None, quiet: bool
    ) -> str:
        """List work that is no task and runs already; gives the id for `end`."""
        key = self._list(label, place)
        self._move(key, state=JobState.RUNNING, about=about, quiet=quiet)
        self._forget_old()
        return key

    def end(self, key: str, why: Message | None) -> None:
        """Say that such work is over; ``why`` it failed, None when it did not."""
        if why is None:
            self._move(key, state=JobState.DONE)
        else:
            self._move(key, state=JobState.FAILED, doing=why, place=None)
        self.changed.emit()

    def _list(self, label: str | Message, place: Path | None) -> str:
        self._count += 1
        key = str(self._count)
        self._jobs[key] = Job(key, label, identity.now(), place=place)
        return key

    def _follow(self, task: Task[Any]) -> None:
        key = self._list(task.label, task.place)
        self._tasks[key] = task
        task.begun.connect(lambda: self._move(key, state=JobState.RUNNING))
        task.progress.moved.connect(
            lambda done, total, doing: self._move(key, done=done, total=total, doing=doing)
        )
        task.ended.connect(lambda ended: self._end(key, ended))
        self._forget_old()

    def _forget_old(self) -> None:
        """Let go of the oldest that are over, where there are too many."""
        for quiet, most in ((True, _QUIET), (False, MOST)):
            kind = [one for one in self._jobs.values() if one.quiet is quiet]
            over = [one.id for one in kind if one.state.over]
            for old in over[: max(len(kind) - most, 0)]:
                del self._jobs[old]
        self.changed.emit()

    def _move(self, key: str, **now: Any) -> None:
        if key in self._jobs and not self._jobs[key].state.over:
            self._jobs[key] = replace(self._jobs[key], **now)
            if not self._pause.isActive():
                self._pause.start()

    def _end(self, key: str, task: Task[Any]) -> None:
        self._tasks.pop(key, None)
        if task.error is None:
            self._move(key, state=JobState.DONE, doing="")
        elif isinstance(task.error, Cancelled):
            self._move(key, state=JobState.STOPPED, doing="", place=None)
        elif isinstance(task.error, Unavailable) and task.error.reason in _ASKS:
            del self._jobs[key]  # a passphrase is asked for: that is no failure
        else:
            self._move(key, state=JobState.FAILED, doing=_why(task.error), place=None)
        self.changed.emit()


def _why(error: BaseException) -> str | Message:
    if isinstance(error, Refused):
        return error.message
    if isinstance(error, OSError):
        return message(N_("The file could not be written: {why}."), why=obstacle(error))
    return ""
