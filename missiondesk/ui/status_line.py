# SPDX-License-Identifier: Apache-2.0
"""The line at the foot of the window: date of the data, classification, and work in progress."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.backup_mark import BackupMark
from missiondesk.ui.copy_sign import CopySign
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Task
from missiondesk.ui.widgets.looks import push_button, text_label


class StatusLine(QFrame):
    """Facts at the left; progress with its cancel at the right while something runs.

    Attributes:
        asked_jobs: The number of jobs was pressed.
        asked: Something else was pressed; as `MainWindow.asked`.
    """

    asked = Signal(str)
    asked_jobs = Signal()

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setProperty("look", "statusline")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._desk, self._hub, self._say = desk, hub, tr
        self._task: Task[object] | None = None
        self.facts = text_label("", "least")
        self.facts.setObjectName("statusFacts")
        self._doing = text_label("", "least")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(tr.say("Progress"))
        self._stop = push_button(tr.say("Cancel"), "cancelTask", self._cancel, "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 3, 16, 3)
        layout.setSpacing(12)
        self.copy = CopySign(desk, tr)
        self.copy.asked.connect(lambda: self.asked.emit("copy_mark"))
        layout.addWidget(self.copy)
        layout.addWidget(self.facts)
        self.backups = BackupMark(desk, hub, tr)
        self.backups.asked.connect(lambda: self.asked.emit("backups"))
        layout.addWidget(self.backups)
        layout.addStretch(1)
        self.jobs = push_button("", "jobsButton", self.asked_jobs.emit, "link")
        layout.addWidget(self.jobs)
        hub.jobs.changed.connect(self._count_jobs)
        for part in (self._doing, self._bar, self._stop):
            layout.addWidget(part)
            part.hide()
        hub.changed.connect(self._changed)
        hub.tasks.shown.connect(self._follow)
        self._count_jobs()
        self.refresh()

    def refresh(self) -> None:
        """Read the workspace's settings again."""
        kept = self._desk.settings.get()
        say = self._say.say
        facts = [
            say("Figures as of {date}", date=self._say.date(self._desk.today)),
            # Each letter has its own mark, so it is said whose this one is.
            say("The workspace's mark: {mark}", mark=say(kept.classification.word)),
        ]
        if self._desk.read_only:
            facts.append(say("Open for reading only"))
        self.facts.setText(" · ".join(facts))
        self.copy.refresh()

    def _count_jobs(self) -> None:
        """Say how many jobs there are; nothing while there were none."""
        jobs, tr = self._hub.jobs, self._say
        if running := jobs.running:
            text = tr.plural("{count} job runs", "{count} jobs run", running)
        else:
            over = len(jobs.asked_for())
            text = tr.plural("{count} finished job", "{count} finished jobs", over)
        self.jobs.setText(text)
        self.jobs.setAccessibleName(text)
        self.jobs.setVisible(bool(jobs.asked_for()))

    def _changed(self, step: Step) -> None:
        if step.touches(Secretariat):
            self.refresh()

    def _follow(self, task: Task[object]) -> None:
        self._task = task
        task.progress.moved.connect(self._moved)
        task.ended.connect(self._ended)
        self._moved(0, 0, "")
        for part in (self._doing, self._bar, self._stop):
            part.show()

    def _moved(self, done: int, total: int, doing: str) -> None:
        label = self._task.label if self._task is not None else ""
        self._doing.setText(" · ".join(part for part in (label, doing) if part))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _ended(self, task: Task[object]) -> None:
        if task is self._task:
            self._task = None
            for part in (self._doing, self._bar, self._stop):
                part.hide()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
