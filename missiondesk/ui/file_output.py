# SPDX-License-Identifier: Apache-2.0
"""Saves files for other programs (Word, spreadsheets), and says what was not possible."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.atomic_files import write_file
from missiondesk.services.desk import Desk
from missiondesk.services.file_jobs import FileJob
from missiondesk.ui.files import ask_save_file
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled, Progress
from missiondesk.ui.widgets.notice_bar import NoticeBar


class FileOutput(QWidget):
    """Asks for a place, makes the file on the worker and writes it whole."""

    bar_name = "fileRefusal"

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr = desk, hub, tr
        self.bar = NoticeBar("error", "", self.bar_name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        self.hide()

    def save(self, prepare: Callable[[], FileJob], title: str, kind: tuple[str, str]) -> None:
        """Ask where to and write there.

        Args:
            prepare: Gives the file; what it refuses is said here.
            title: Of the question.
            kind: Words for the kind of file, and its ending as "*.docx".
        """
        self.hide()
        try:
            job = prepare()
        except Refused as refused:
            self.refuse(refused)
            return
        ask_save_file(self.window(), title, job.name, kind, lambda path: self.write(job, path))

    def write(self, job: FileJob, path: Path) -> None:
        """Make the file on the worker and write it whole."""

        def work(progress: Progress) -> Path:
            data = job.make()
            progress.report(1, 1)
            return write_file(path, data)

        self._hub.tasks.run(job.title, work, self._written, self._failed, self, place=path)

    def _written(self, path: Path) -> None:
        self._hub.say(self._tr.say("The file is saved as {file}.", file=path.name))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, Refused):
            self.refuse(error)
            return
        if not isinstance(error, OSError):
            raise error
        self._say(
            self._tr.say(
                "The file could not be written: {why}. An older file is untouched.",
                why=obstacle(error),
            )
        )

    def refuse(self, refused: Refused) -> None:
        """Say why there is no file."""
        self._say(self._tr.tell(refused.message))

    def _say(self, sentence: str) -> None:
        self.bar.say(sentence)
        self.show()
