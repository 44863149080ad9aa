# SPDX-License-Identifier: Apache-2.0
"""Saves a package for the case system, and says what was not possible."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.case_package import CaseJob
from missiondesk.services.desk import Desk
from missiondesk.services.journalising import Filable
from missiondesk.ui.files import ask_save_file
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled, Progress
from missiondesk.ui.widgets.notice_bar import NoticeBar


class PackageOutput(QWidget):
    """Asks for a place and writes there on the worker: one file that ends in .zip, or a folder."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr = desk, hub, tr
        self.bar = NoticeBar("error", "", "packageRefusal")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        self.hide()

    def save(self, chosen: Sequence[Filable], language: str) -> None:
        """Ask where to, and write the package of these documents."""
        self.hide()
        try:
            job = self._desk.case_packages.prepare(chosen, language)
        except Refused as refused:
            self._say(self._tr.tell(refused.message))
            return
        folder = self._desk.path.parent if self._desk.path is not None else Path()
        ask_save_file(
            self.window(),
            job.title,
            folder / f"{job.name}.zip",
            (self._tr.say("Packages"), "*.zip"),
            lambda path: self.write(job, path),
        )

    def write(self, job: CaseJob, path: Path) -> None:
        """Make the package and write it whole."""

        def work(progress: Progress) -> Path | None:
            write = job.write_zip if path.suffix.lower() == ".zip" else job.write_folder
            return write(path, progress.report, lambda: progress.cancelled)

        self._hub.tasks.run(job.title, work, self._written, self._failed, self, show=True)

    def _written(self, path: Path | None) -> None:
        if path is not None:
            self._hub.say(self._tr.say("The package is saved as {file}.", file=path.name))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, Refused):
            self._say(self._tr.tell(error.message))
            return
        if not isinstance(error, OSError):
            raise error
        self._say(
            self._tr.say(
                "The file could not be written: {why}. An older file is untouched.",
                why=obstacle(error),
            )
        )

    def _say(self, sentence: str) -> None:
        self.bar.say(sentence)
        self.show()
