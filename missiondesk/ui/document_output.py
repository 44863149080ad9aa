# SPDX-License-Identifier: Apache-2.0
"""Takes a document out of the desk: its own bytes to a file, or its pages to a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.atomic_files import write_file
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.files import ask_save_pdf
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled, Progress
from missiondesk.ui.widgets.finding_bar import FindingBar

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


Prepare = Callable[[], PrintJob]


@dataclass(frozen=True, slots=True)
class OutputWords:
    """What is said when it is done or was not; ``saved`` has the place ``{file}``."""

    saved: str = N_("The document is saved as {file}.")
    printed: str = N_("The document was sent to the printer.")
    refused: str = N_("The printer did not take the document. Nothing was printed.")


LETTER_WORDS = OutputWords(
    N_("The letter is saved as {file}."),
    N_("The letter was sent to the printer."),
    N_("The printer did not take the letter. Nothing was printed."),
)


class DocumentOutput(QWidget):
    """Exports and prints; says here what could not be done, and takes no room before that."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        words: OutputWords = OutputWords(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._desk = desk
        self._hub = hub
        self._tr = tr
        self._bar: FindingBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    # -- to a file -------------------------------------------------------------------------
    def export(self, prepare: Prepare) -> None:
        """Ask for a place and write the PDF there, with the data that goes beside it."""
        job = self._job(prepare)
        if job is not None:
            self._ask(job)

    def _ask(self, job: PrintJob) -> None:
        self.forget()
        ask_save_pdf(self.window(), self._tr, job.name, lambda path: self.write(job, path))

    def write(self, job: PrintJob, path: Path) -> None:
        """Make the document on the worker and write it whole."""

        def work(progress: Progress) -> Path:
            document = job.make()
            progress.report(1, 1)
            for beside in job.beside:
                write_file(path.with_name(beside.name), beside.data)
            return write_file(path, document.data)

        def failed(error: BaseException) -> None:
            self._not_written(error, job)

        self._hub.tasks.run(
            self._tr.say("Export PDF"), work, self._written, failed, self, place=path
        )

    def _written(self, path: Path) -> None:
        self._hub.say(self._tr.say(self._words.saved, file=path.name))

    def _not_written(self, error: BaseException, job: PrintJob) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, OSError):
            raise error
        self._say(
            self._tr.say(
                "The file could not be written: {why}. An older file is untouched.",
                why=obstacle(error),
            ),
            self._tr.say("Choose another place"),
            lambda: self._ask(job),
        )

    # -- to paper --------------------------------------------------------------------------
    def print(self, prepare: Prepare) -> None:
        """Make the document on the worker, then open the system's print dialog."""
        job = self._job(prepare)
        if job is None:
            return
        self.forget()

        def ask(document: PrintedDocument) -> None:
            from missiondesk.ui.widgets.pdf_print import ask_and_print

            ask_and_print(
                document.data,
                document.title,
                self.window(),
                self._hub.tasks,
                self._printed,
                saved=self._written,
            )

        self._hub.tasks.run(
            self._tr.say("Print"), lambda _progress: job.make(), ask, self._not_made, self
        )

    def _printed(self, pages: int) -> None:
        if pages:
            self._hub.say(self._tr.say(self._words.printed))
            return
        self._say(
            self._tr.say(self._words.refused),
            self._tr.say("See whether it is switched on and reachable, or choose another one."),
        )

    def _not_made(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            raise error

    # -- what came of it -------------------------------------------------------------------
    def _job(self, prepare: Prepare) -> PrintJob | None:
        try:
            return prepare()
        except Refused as refused:
            self._say(self._tr.tell(refused.message))
            return None

    def _say(self, sentence: str, mend: str = "", act: Callable[[], object] | None = None) -> None:
        self.forget()
        self._bar = FindingBar("error", "", sentence, mend, act)
        self._layout.addWidget(self._bar)
        self.show()

    def forget(self) -> None:
        """Take the sentence away."""
        if self._bar is not None:
            self._layout.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
        self.hide()
