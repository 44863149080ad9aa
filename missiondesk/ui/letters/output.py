# SPDX-License-Identifier: Apache-2.0
"""Takes a letter out of the desk: the PDF's own bytes to a file, or its pages to a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.atomic_files import write_file
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.tasks import Progress, Tasks
from missiondesk.ui.widgets.finding_bar import FindingBar

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


class LetterOutput(QWidget):
    """Exports and prints, and says in one line what came of it; empty it takes no room."""

    def __init__(self, desk: Desk, tr: Translator, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._tasks = tasks
        self._bar: FindingBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    # -- to a file -------------------------------------------------------------------------
    def export(self, letter: str) -> None:
        """Ask for a place and write the PDF there."""
        job = self._job(letter)
        if job is None:
            return
        dialog = QFileDialog(self.window(), self._tr.say("Export PDF"))
        dialog.setObjectName("exportDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._tr.say("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(job.name)
        dialog.fileSelected.connect(lambda path: self.write(job, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, job: PrintJob, path: Path) -> None:
        """Make the document on the worker and write it whole."""

        def work(progress: Progress) -> Path:
            document = job.make()
            progress.report(1, 1)
            return write_file(path, document.data)

        self._tasks.run(self._tr.say("Export PDF"), work, self._written, self._failed, self)

    def _written(self, path: Path) -> None:
        self._say("note", self._tr.say("The letter is saved as {file}.", file=path.name))

    # -- to paper --------------------------------------------------------------------------
    def print(self, letter: str) -> None:
        """Make the document on the worker, then open the system's print dialog."""
        job = self._job(letter)
        if job is None:
            return

        def ask(document: PrintedDocument) -> None:
            from missiondesk.ui.widgets.pdf_print import ask_and_print

            ask_and_print(document.data, document.title, self.window(), self._printed)

        self._tasks.run(
            self._tr.say("Print"), lambda _progress: job.make(), ask, self._failed, self
        )

    def _printed(self) -> None:
        self._say("note", self._tr.say("The letter was sent to the printer."))

    # -- what came of it -------------------------------------------------------------------
    def _job(self, letter: str) -> PrintJob | None:
        try:
            return self._desk.printing.prepare_letter(letter)
        except Refused as refused:
            self._say("error", self._tr.tell(refused.message))
            return None

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self._say(
            "error",
            self._tr.say(
                "The file could not be written: {why} An older file is untouched.",
                why=f"{error.strerror}." if error.strerror else "",
            ),
            self._tr.say("Choose another place, or close the file where it is open."),
        )

    def _say(self, severity: str, sentence: str, mend: str = "") -> None:
        self.forget()
        close: Callable[[], object] | None = self.forget if not mend else None
        self._bar = FindingBar(severity, "", sentence, mend or self._tr.say("Dismiss"), close)
        self._layout.addWidget(self._bar)
        self.show()

    def forget(self) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._layout.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
        self.hide()
