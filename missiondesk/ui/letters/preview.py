# SPDX-License-Identifier: Apache-2.0
"""The letter's true pages beside its editing: the PDF is made anew when typing rests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.tasks import Cancelled, Progress, Task, Tasks
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

# Long enough that a burst of edits makes one preview, short enough to feel live.
REST_MS = 250


class LetterPreview(QWidget):
    """Shows the PDF of one letter and says what could not be drawn."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._letter = ""
        self._task: Task[PrintedDocument] | None = None
        self.tasks = Tasks(self)
        self.document: PrintedDocument | None = None
        self.view = PdfView(self.tasks, tr, "letterPages")
        self._notice: FindingBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.view, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._make)

    def show_letter(self, letter: str) -> None:
        """Preview this letter, at once when it is another one."""
        other = letter != self._letter
        self._letter = letter
        if not letter:
            self._timer.stop()
        elif other:
            self._make()
        else:
            self._timer.start()

    def close_tasks(self) -> None:
        """Stop before the window goes."""
        self._timer.stop()
        self.tasks.close()

    def _make(self) -> None:
        if not self._letter or self._desk.letters.get(self._letter) is None:
            return
        if self._task is not None:
            self._task.cancel()
        job = self._desk.printing.preview(self._letter)

        def work(progress: Progress) -> PrintedDocument:
            progress.report(0, 1)
            return job.make()

        self._task = self.tasks.run(
            self._tr.say("Preview"), work, self._shown(self._letter), self._failed, self
        )

    def _shown(self, letter: str) -> Callable[[PrintedDocument], None]:
        def show(document: PrintedDocument) -> None:
            if letter != self._letter:
                return
            self.document = document
            self.view.show_pdf(document.data, document.title)
            self._say_missing(document.missing_glyphs)

        return show

    def _say_missing(self, glyphs: tuple[str, ...]) -> None:
        if self._notice is not None:
            self._layout.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if glyphs:
            sentence = self._tr.say(
                "No font can draw {glyphs}; a box is printed instead.", glyphs=" ".join(glyphs)
            )
            self._notice = FindingBar("warning", "", sentence)
            self._layout.insertWidget(0, self._notice)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            raise error
