# SPDX-License-Identifier: Apache-2.0
"""One run of the press over many letters: its progress, its end, and what became of each letter."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.print_plan import PrintPlan, PrintReport
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import Mark
from missiondesk.ui.tasks import Cancelled, Progress, Task
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import push_button, row, text_label


@dataclass(frozen=True, slots=True)
class Outcome:
    """A letter of the run: what it is called, its file, and what became of it."""

    key: str
    title: str
    file: str
    mark: Mark
    why: str = ""


class BatchRun(QWidget):
    """Shows the progress of a run with the file on its way, and stops it.

    Attributes:
        changed: A run began or ended, or there is another plan.
    """

    changed = Signal()

    def __init__(self, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._tr = hub, tr
        self._plan = PrintPlan(())
        self._report: PrintReport | None = None
        self._task: Task[PrintReport] | None = None
        self._bar: FindingBar | None = None
        self.doing = text_label("", "detail")
        self.doing.setObjectName("batchDoing")
        self.progress = QProgressBar()
        self.progress.setObjectName("batchProgress")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr.say("Letters printed so far"))
        self.stop = push_button(tr.say("Stop"), "stopBatch", self.cancel)
        self._moving = row(self.progress, self.doing, self.stop, None)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._moving)
        self._moving.hide()
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a run is on its way."""
        return self._task is not None

    # -- what is told --------------------------------------------------------------------
    def forget(self) -> None:
        """Take away what was said of a run that is over."""
        self._report = None
        self._say("")

    def show_plan(self, plan: PrintPlan) -> None:
        """Another plan: what was written for the one before is no longer told."""
        if self.busy:
            return
        self._plan = plan
        self.forget()

    def sentence(self) -> str:
        """What came of the run, "" while none is over."""
        if self._report is None:
            return ""
        count = len(self._report.files)
        written = self._tr.plural("{count} file was written", "{count} files were written", count)
        if not self._report.cancelled:
            return written
        return self._tr.say("Stopped: {written}", written=written)

    def outcomes(self) -> list[Outcome]:
        """A row for each letter, the ones that are left out last."""
        say, report = self._tr.say, self._report
        written = {one.path.name for one in report.files} if report is not None else set()
        whole = bool(written) and not written & {job.name for job in self._plan.jobs}
        rows = []
        for job in self._plan.jobs:
            if report is None:
                sign = Mark("○", say("ready"), "quiet")
            elif whole or job.name in written:
                sign = Mark("✓", say("written"), "good")
            else:
                sign = Mark("–", say("not written"), "wait")
            file = next(iter(written)) if whole else job.name
            rows.append(Outcome(job.name, job.title, file, sign))
        left = Mark("■", say("left out"), "bad")
        for place, one in enumerate(self._plan.skipped):
            why = self._tr.tell(one.why)
            rows.append(Outcome(f"left{place}", one.mission_code, "–", left, why))
        return rows

    # -- the run -------------------------------------------------------------------------
    def to_folder(self, plan: PrintPlan, folder: Path) -> None:
        """Write one file each."""
        self._begin(lambda told, stopped: plan.run(folder, told, stopped), self._ended)

    def to_file(self, plan: PrintPlan, path: Path, duplex: bool) -> None:
        """Write one file of all."""

        def make(told: _Told, stopped: Callable[[], bool]) -> PrintReport:
            return plan.run_combined(path, duplex=duplex, progress=told, cancelled=stopped)

        self._begin(make, self._ended)

    def to_printer(self, plan: PrintPlan, duplex: bool, window: QWidget) -> None:
        """Make one file of all and open the system's print dialog on it."""
        pages: list[bytes] = []

        def make(told: _Told, stopped: Callable[[], bool]) -> PrintReport:
            document = plan.combine(duplex=duplex, progress=told, cancelled=stopped)
            pages.extend([document.data] if document is not None else [])
            return PrintReport((), plan.skipped, cancelled=document is None)

        def made(report: PrintReport) -> None:
            self._over()
            if pages and not report.cancelled:
                self._print(pages[0], duplex, window)

        self._begin(make, made)

    def _print(self, pdf: bytes, duplex: bool, window: QWidget) -> None:
        from missiondesk.ui.widgets.pdf_print import ask_and_print

        def printed(count: int) -> None:
            if count:
                self._hub.say(self._tr.say("The letters were sent to the printer."))
            else:
                self._say(
                    self._tr.say("The printer did not take the letters. Nothing was printed.")
                )

        title = self._tr.say("Mission letters")
        ask_and_print(pdf, title, window, self._hub.tasks, printed, duplex=duplex)

    def _begin(
        self,
        make: Callable[[_Told, Callable[[], bool]], PrintReport],
        ended: Callable[[PrintReport], None],
    ) -> None:
        self.forget()

        def work(progress: Progress) -> PrintReport:
            def told(done: int, total: int, name: str) -> None:
                # The plan asks by itself whether to stop, and then still tells what was written.
                with suppress(Cancelled):
                    progress.report(done, total, name)

            return make(told, lambda: progress.cancelled)

        label = self._tr.say("Printing letters")
        self._task = self._hub.tasks.run(label, work, ended, self._failed, self, listed=True)
        self._task.progress.moved.connect(self._moved)
        self._moved(0, len(self._plan.jobs), "")
        self.show()
        self._moving.show()
        self.changed.emit()

    def _moved(self, done: int, total: int, name: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        said = self._tr.say("{done} of {all}", done=done, all=total)
        self.doing.setText(" · ".join(part for part in (said, name) if part))

    def cancel(self) -> None:
        """Stop the run; files that are written stay, of the one on its way nothing is left."""
        if self._task is not None:
            self._task.cancel()

    # -- its end -------------------------------------------------------------------------
    def _over(self) -> None:
        self._task = None
        self._moving.hide()
        self.setVisible(self._bar is not None)
        self.changed.emit()

    def _ended(self, report: PrintReport) -> None:
        self._report = report
        self._over()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):  # stopped before it began
            self._report = PrintReport((), self._plan.skipped, cancelled=True)
        self._over()
        if isinstance(error, Refused):
            self.refuse(error)
        elif isinstance(error, OSError):
            why = obstacle(error)
            self._say(
                self._tr.say("The letters could not be written: {why}.", why=why),
                self._tr.say("Choose another folder, or make room on the disk."),
            )
        elif not isinstance(error, Cancelled):
            raise error

    def refuse(self, refused: Refused) -> None:
        """Say why nothing is printed."""
        self._say(self._tr.tell(refused.message))

    def _say(self, sentence: str, mend: str = "") -> None:
        if self._bar is not None:
            self._layout.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
        if sentence:
            self._bar = FindingBar("error", "", sentence, mend)
            self._layout.addWidget(self._bar)
        self.setVisible(self.busy or self._bar is not None)


_Told = Callable[[int, int, str], None]
