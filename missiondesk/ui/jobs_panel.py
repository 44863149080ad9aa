# SPDX-License-Identifier: Apache-2.0
"""The list of running and finished jobs over the foot of the window; it stops nobody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from missiondesk.domain.message import Message
from missiondesk.language import Translator
from missiondesk.ui.hub import Hub
from missiondesk.ui.jobs import Job, JobState
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

_WIDE, _HIGH, _UP = 640, 300, 40  # px at 100 %: width and height at most, place above the foot
# What other programs show; a workspace is opened in this one.
_OPENED = (
    ".pdf",
    ".docx",
    ".xlsx",
    ".ods",
    ".csv",
    ".html",
    ".txt",
    ".png",
    ".svg",
    ".ics",
    ".zip",
)
_SIGNS = {
    JobState.WAITING: ("○", "quiet"),
    JobState.RUNNING: ("►", "accent"),
    JobState.DONE: ("✓", "good"),
    JobState.STOPPED: ("–", "quiet"),
    JobState.FAILED: ("■", "bad"),
}


class JobsPanel(QFrame):
    """Hidden until it is asked for; Esc takes it away.

    Args:
        room: The widget over which it lies.
    """

    def __init__(self, hub: Hub, tr: Translator, room: QWidget) -> None:
        super().__init__(room)
        self.setObjectName("jobsPanel")
        self.setProperty("look", "palette")
        self._hub, self._tr, self._room = hub, tr, room
        self._back: QWidget | None = None
        empty = tr.say("Exports, imports, backups and other long work is listed here.")
        self.table: ReadTable[Job] = ReadTable(
            job_columns(tr),
            lambda it: it.id,
            name="jobsTable",
            title=tr.say("Jobs"),
            empty=EmptyState(empty),
        )
        self.table.chosen.connect(lambda _key: self._offer())
        self.table.opened.connect(lambda _key: self.open_made())
        self.stop = push_button(tr.say("Stop the job"), "stopJob", self._stop)
        self.file = push_button(tr.say("Open the file"), "openJobFile", self.open_file)
        self.open = push_button(tr.say("Open the folder"), "openJobFolder", self.open_place)
        self.clear = push_button(tr.say("Remove the finished"), "clearJobs", self._clear, "plain")
        close = push_button(tr.say("Close the list"), "closeJobs", self.close_it)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(text_label(tr.say("Jobs"), "section"))
        layout.addWidget(self.table, 1)
        layout.addWidget(flowing(self.stop, self.file, self.open, self.clear, at_end=close))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_it)
        hub.jobs.changed.connect(self._show)
        room.installEventFilter(self)
        self.hide()

    # -- coming and going ------------------------------------------------------------------
    def ask(self) -> None:
        """Come with the newest job chosen, or go when it is there already."""
        if self.isVisible():
            self.close_it()
            return
        self._back = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._show()
        jobs = self._hub.jobs.all()
        if jobs:
            self.table.select(jobs[0].id)
        self._offer()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_it(self) -> None:
        """Go, and give the focus back to where it was."""
        self.hide()
        if self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    # -- showing ---------------------------------------------------------------------------
    def _show(self) -> None:
        if self.isVisible():
            self.table.show_rows(self._hub.jobs.all())
            self._offer()

    def _chosen(self) -> Job | None:
        key = self.table.selected()
        return next((one for one in self._hub.jobs.all() if one.id == key), None)

    def _offer(self) -> None:
        """Offer what can be done with the chosen job; the focus falls on no grey button."""
        job = self._chosen()
        self.stop.setEnabled(job is not None and self._hub.jobs.can_stop(job.id))
        self.file.setEnabled(job is not None and _file(job) is not None)
        self.open.setEnabled(job is not None and _folder(job) is not None)
        self.clear.setEnabled(any(one.state.over for one in self._hub.jobs.all()))
        if self.isVisible() and QApplication.focusWidget() is None:
            self.table.setFocus()

    # -- verbs -----------------------------------------------------------------------------
    def _stop(self) -> None:
        job = self._chosen()
        if job is not None:
            self._hub.jobs.cancel(job.id)

    def open_made(self) -> None:
        """Open what the chosen job made: the file, or the folder with its files."""
        job = self._chosen()
        if job is not None and _file(job) is not None:
            self.open_file()
        else:
            self.open_place()

    def open_file(self) -> None:
        """Open the chosen job's file in the system's own program for it."""
        job = self._chosen()
        self._open(None if job is None else _file(job))

    def open_place(self) -> None:
        """Open the folder in which the chosen job's file lies, in the system's own window."""
        job = self._chosen()
        self._open(None if job is None else _folder(job))

    @staticmethod
    def _open(path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _clear(self) -> None:
        self.table.setFocus()
        self._hub.jobs.forget()

    # -- place -----------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._room and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._room.rect()
        wide, high = min(scaled(_WIDE), room.width() - 48), min(scaled(_HIGH), room.height() - 96)
        self.setGeometry(room.width() - wide - 16, room.height() - high - scaled(_UP), wide, high)


def job_columns(tr: Translator) -> list[Column[Job]]:
    """What, when, and how far with what came of it."""
    return [
        Column(
            tr.say("Job"),
            lambda it: _said(it.label, tr),
            detail=lambda it: _about(it, tr),
            stretch=2,
            width=200,
            strong=True,
        ),
        Column(tr.say("Began"), lambda it: tr.time(it.began.astimezone())),
        Column(
            tr.say("State"),
            lambda it: f"{_SIGNS[it.state][0]}\u00a0{tr.say(it.state.word)}",
            detail=lambda it: _how_far(it, tr),
            colour=lambda it: _SIGNS[it.state][1],
            spoken=lambda it: ", ".join(
                part for part in (tr.say(it.state.word), _how_far(it, tr)) if part
            ),
            stretch=2,
            width=180,
        ),
    ]


def _how_far(job: Job, tr: Translator) -> str:
    """The share that is done with what is being done; why it failed when it did."""
    doing = _said(job.doing, tr)
    share = ""
    if job.state is JobState.RUNNING and job.total:
        share = tr.say("{done} of {total}", done=job.done, total=job.total)
    return " · ".join(part for part in (share, doing) if part)


def _about(job: Job, tr: Translator) -> str:
    """What is said beneath the job's name."""
    if job.about is not None:
        return tr.tell(job.about)
    return job.place.name if job.place is not None else ""


def _said(text: str | Message, tr: Translator) -> str:
    return tr.tell(text) if isinstance(text, Message) else text


def _file(job: Job) -> Path | None:
    """The file to open, None when none was written, it is gone, or no other program shows it."""
    made = job.place if job.state is JobState.DONE else None
    return made if made is not None and made.suffix.lower() in _OPENED and made.is_file() else None


def _folder(job: Job) -> Path | None:
    """The folder to open, None when nothing was written or it is gone."""
    if job.state is not JobState.DONE or job.place is None:
        return None
    folder = job.place if job.place.is_dir() else job.place.parent
    return folder if folder.is_dir() else None
