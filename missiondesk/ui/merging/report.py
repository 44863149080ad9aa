# SPDX-License-Identifier: Apache-2.0
"""After two copies were put together: what came of it, and the report as a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from missiondesk.domain.merging import Key, Side
from missiondesk.domain.obstacle import obstacle
from missiondesk.language import Translator
from missiondesk.services.atomic_files import write_file
from missiondesk.services.desk import Desk
from missiondesk.services.merging import Comparison
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.files import ask_save_file
from missiondesk.ui.hub import Hub
from missiondesk.ui.notices import Notice


class ReportOffer:
    """Offers the report over a window."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, window: QWidget) -> None:
        self._desk, self._hub, self._tr, self._window = desk, hub, tr, window

    def open(self, found: Comparison, choices: dict[str, Side], left_out: frozenset[Key]) -> Notice:
        """Say what came in, with the way to the report."""
        say = self._tr.say
        job = self._desk.merging.report(found, choices, left_out, self._tr.lang)
        sentences = (
            say("It is one step in the history: undo takes all of it back."),
            say("The report tells what came in, from whom, and what was chosen."),
        )
        notice = Notice(
            say("Put together with {name}.", name=found.name),
            sentences,
            self._window,
            close=say("Close"),
            buttons=((say("Save the report…"), lambda: self._ask(job)),),
            name="mergeDone",
        )
        notice.open()
        return notice

    def _ask(self, job: PrintJob) -> None:
        ask_save_file(
            self._window,
            self._tr.say("Save the report"),
            job.name,
            (self._tr.say("PDF files"), "*.pdf"),
            lambda path: self.write(job, path),
        )

    def write(self, job: PrintJob, path: Path) -> None:
        """Make the report on the worker and write it whole."""
        self._hub.tasks.run(
            job.title,
            lambda _progress: write_file(path, job.make().data),
            self._written,
            self._failed,
            self._window,
            place=path,
        )

    def _written(self, path: Path) -> None:
        self._hub.say(self._tr.say("The file is saved as {file}.", file=path.name))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self._hub.say(
            self._tr.say(
                "The file could not be written: {why}. An older file is untouched.",
                why=obstacle(error),
            )
        )
