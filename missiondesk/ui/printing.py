# SPDX-License-Identifier: Apache-2.0
"""Prints all documents into a folder on the worker thread, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missiondesk.domain.obstacle import obstacle
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.files import ask_folder
from missiondesk.ui.hub import Hub
from missiondesk.ui.notices import Notice
from missiondesk.ui.tasks import Cancelled, Progress

if TYPE_CHECKING:
    from missiondesk.services.print_plan import PrintPlan, PrintReport


_MOST = 14  # remarks that a notice shows; more would not fit a small screen


class PrintAll(QObject):
    """One run at a time; its progress stands in the status line.

    Attributes:
        printed: The report of a run.
    """

    printed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        window: QWidget,
        plan: Callable[[], PrintPlan] | None = None,
    ) -> None:
        """Make it ready.

        Args:
            plan: What is printed; all in the screen's language when not given.
        """
        super().__init__(window)
        self._desk, self._hub, self._say, self._window = desk, hub, tr, window
        self._plan = plan or (lambda: desk.printing.plan("all", tr.lang))

    def ask(self) -> None:
        """Ask for the folder and print into it."""
        ask_folder(self._window, self._say.say("Print all documents to a folder"), self.run)

    def run(self, folder: Path) -> None:
        """Print the documents into ``folder``."""
        plan = self._plan()

        def work(progress: Progress) -> PrintReport:
            return plan.run(folder, progress.report, lambda: progress.cancelled)

        label = self._say.say("Printing")
        self._hub.tasks.run(label, work, self._done, self._failed, self, show=True, place=folder)

    def _done(self, report: PrintReport) -> None:
        say = self._say
        if report.cancelled:
            self._stopped()
            return
        sentence = say.plural(
            "{count} document was written.", "{count} documents were written.", len(report.files)
        )
        self.printed.emit(report)
        remarks = self._remarks(report)
        if not remarks:
            self._hub.say(sentence)
            return
        close = say.say("Close")
        Notice(sentence, remarks, self._window, close=close, name="printReport").open()

    def _remarks(self, report: PrintReport) -> tuple[str, ...]:
        """What was left out and why, and which letters are drafts that nobody has begun."""
        from missiondesk.services.print_remarks import unwritten_remarks

        say = self._say
        left_out = [f"{one.mission_code}: {say.tell(one.why)}" for one in report.skipped]
        begun = dict.fromkeys(name for file in report.files for name in file.unwritten)
        head = (say.say("These letters were left out:"),) if left_out else ()
        said = (*head, *left_out, *unwritten_remarks(tuple(begun), say))
        more = len(said) - _MOST
        if more < 2:
            return said
        return (*said[:_MOST], say.plural("and {count} more", "and {count} more", more))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._stopped()
        elif isinstance(error, OSError):
            why = obstacle(error)
            title = self._say.say("The documents could not be written: {why}.", why=why)
            advice = self._say.say("Choose another folder, or make room on the disk.")
            Notice(title, (advice,), self._window, close=self._say.say("Close")).open()
        else:
            raise error

    def _stopped(self) -> None:
        self._hub.say(self._say.say("Stopped. What was written stays in the folder."))
