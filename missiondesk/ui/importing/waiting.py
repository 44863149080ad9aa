# SPDX-License-Identifier: Apache-2.0
"""What stands there while a file is read for longer than a blink, with a way out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from missiondesk.language import Translator
from missiondesk.ui.tasks import Cancelled, Progress, Task, Tasks
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.scroll_page import ScrollPage

T = TypeVar("T")
BLINK = 250  # ms that may pass before the waiting is shown


class WaitingFace(ScrollPage):
    """One file at a time; what was asked before is dropped.

    Attributes:
        late: The reading takes so long that it should be shown.
    """

    late = Signal()

    def __init__(self, tasks: Tasks, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("importWaiting")
        self._tasks, self._tr = tasks, tr
        self._task: Task[object] | None = None
        self._failed: Callable[[BaseException], None] | None = None
        self.head = Headline()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(scaled(420))
        self.bar.setAccessibleName(tr.say("Progress of reading"))
        self.cancel = push_button(tr.say("Cancel"), "cancelReading", self._cancel)
        self.body.addWidget(self.head)
        self.body.addWidget(self.bar)
        self.body.addWidget(row(self.cancel, None))
        self.body.addStretch(1)
        self._blink = QTimer(self)
        self._blink.setSingleShot(True)
        self._blink.setInterval(BLINK)
        self._blink.timeout.connect(self.late)

    def wait_for(
        self,
        name: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do ``work`` on the worker; only the newest asked for is delivered.

        Args:
            name: Of the file.
            work: Reads it.
            done: Gets what was read.
            failed: Gets what went wrong, `Cancelled` when the user stopped it.
        """
        self.stop()
        tr = self._tr
        self.head.say(
            tr.say("Reading {file}", file=name), tr.say("Nothing is written before you confirm.")
        )
        self._failed = failed

        def came(value: T) -> None:
            if self._end(task):
                done(value)

        def broke(error: BaseException) -> None:
            if self._end(task):
                failed(error)

        task: Task[T] = self._tasks.run(tr.say("Reading"), work, came, broke, self, listed=True)
        self._task = task  # type: ignore[assignment]
        self._blink.start()

    def begin(self) -> None:
        """Put the focus on the way out."""
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._task is not None

    def stop(self) -> None:
        """Drop what is being read; nobody is told."""
        self._blink.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _end(self, task: object) -> bool:
        """Whether the task is the one that is waited for; then it no longer is."""
        if task is not self._task:
            return False
        self._blink.stop()
        self._task = None
        return True

    def _cancel(self) -> None:
        """The reader cannot be stopped amid a file, but the person need not wait for it."""
        failed = self._failed
        self.stop()
        if failed is not None:
            failed(Cancelled())
