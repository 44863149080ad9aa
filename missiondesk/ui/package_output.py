# SPDX-License-Identifier: Apache-2.0
"""Saves a package for the case system, and says what was not possible."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from missiondesk.domain.refused import Refused
from missiondesk.services.case_package import CaseJob
from missiondesk.services.journalising import Filable
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.files import ask_save_file
from missiondesk.ui.tasks import Progress


class PackageOutput(FileOutput):
    """Asks for a place and writes there on the worker: one file that ends in .zip, or a folder."""

    bar_name = "packageRefusal"

    def save_package(self, chosen: Sequence[Filable], language: str) -> None:
        """Ask where to, and write the package of these documents."""
        self.hide()
        try:
            job = self._desk.case_packages.prepare(chosen, language)
        except Refused as refused:
            self.refuse(refused)
            return
        ask_save_file(
            self.window(),
            job.title,
            f"{job.name}.zip",
            (self._tr.say("Packages"), "*.zip"),
            lambda path: self.write_package(job, path),
        )

    def write_package(self, job: CaseJob, path: Path) -> None:
        """Make the package and write it whole."""

        def work(progress: Progress) -> Path | None:
            write = job.write_zip if path.suffix.lower() == ".zip" else job.write_folder
            return write(path, progress.report, lambda: progress.cancelled)

        self._hub.tasks.run(
            job.title, work, self._packed, self._failed, self, show=True, place=path
        )

    def _packed(self, path: Path | None) -> None:
        if path is not None:
            self._hub.say(self._tr.say("The package is saved as {file}.", file=path.name))
