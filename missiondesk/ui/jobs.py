# SPDX-License-Identifier: Apache-2.0
"""What runs and what ran in this window: exports, imports, comparisons; for the list of jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from missiondesk.domain import identity
from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.ui.tasks import Cancelled, Task, Tasks

MOST = 50  # jobs that are remembered
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
    """

    id: str
    label: str
    began: datetime
    state: JobState = JobState.WAITING
    done: int = 0
    total: int = 0
    doing: str | Message = ""
    place: Path | None = None


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

    @property
    def running(self) -> int:
        """How many are not over."""
        return sum(not one.state.over for one in self._jobs.values())

    def cancel(self, key: str) -> None:
        """Ask a job to stop."""
        if key in self._tasks:
            self._tasks[key].cancel()

    def forget(self) -> None:
        """Take those that are over off the list."""
        self._jobs = {key: one for key, one in self._jobs.items() if not one.state.over}
        self.changed.emit()

    def _follow(self, task: Task[Any]) -> None:
        self._count += 1
        key = str(self._count)
        self._tasks[key] = task
        self._jobs[key] = Job(key, task.label, identity.now(), place=task.place)
        task.begun.connect(lambda: self._move(key, state=JobState.RUNNING))
        task.progress.moved.connect(
            lambda done, total, doing: self._move(key, done=done, total=total, doing=doing)
        )
        task.ended.connect(lambda ended: self._end(key, ended))
        over = [one.id for one in self._jobs.values() if one.state.over]
        for old in over[: max(len(self._jobs) - MOST, 0)]:
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
        else:
            self._move(key, state=JobState.FAILED, doing=_why(task.error), place=None)
        self.changed.emit()


def _why(error: BaseException) -> str | Message:
    if isinstance(error, Refused):
        return error.message
    if isinstance(error, OSError):
        return message(N_("The file could not be written: {why}."), why=obstacle(error))
    return ""
