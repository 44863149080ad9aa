# SPDX-License-Identifier: Apache-2.0
"""The letter's true pages beside its editing: the PDF is made anew when typing rests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_remarks import print_remarks
from missiondesk.ui import theme
from missiondesk.ui.tasks import Cancelled, Progress, Task, Tasks
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.pdf_pages import page_headings
from missiondesk.ui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

    _Made = tuple[PrintedDocument, tuple[tuple[str, int, float], ...]]

# Long enough that a burst of edits makes one preview, short enough to feel live.
REST_MS = 250


class LetterPreview(QWidget):
    """Shows the PDF of one letter and says what could not be drawn.

    Attributes:
        shown: The pages are those of the letter as it is now.
        document: The PDF that is shown, or None.
    """

    shown = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, tr: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._tr = tr
        self._letter = ""
        self._task: Task[_Made] | None = None
        self._headings: tuple[tuple[str, int, float], ...] = ()
        self._wanted: tuple[str, ...] | None = None
        self.document: PrintedDocument | None = None
        self.view = PdfView(tasks, tr, "letterPages")
        self._notice: FindingBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.space(4), 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.view, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._make)

    def show_letter(self, letter: str) -> None:
        """Preview this letter, at once and from its top when it is another one."""
        other = letter != self._letter
        self._letter = letter
        if not other and letter:
            self._timer.start()
            return
        self._timer.stop()
        self.document = None
        self._headings, self._wanted = (), None
        self.view.show_sentence(self._tr.say("The pages are being made…") if letter else "")
        self.view.pages.verticalScrollBar().setValue(0)
        self._make()

    def show_heading(self, headings: tuple[str, ...]) -> None:
        """Bring into view where a block is printed.

        Args:
            headings: Its heading and those before it, the nearest first; the first one that the
                document has is gone to, and without any its top.
        """
        if self.document is None:
            self._wanted = headings
            return
        self._wanted = None
        places = {title: (page, top) for title, page, top in reversed(self._headings)}
        found = next((places[one] for one in headings if one in places), (0, 0.0))
        self.view.pages.go_to(*found)

    def _make(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if not self._letter or self._desk.letters.get(self._letter) is None:
            return
        job = self._desk.printing.preview(self._letter)

        def work(progress: Progress) -> _Made:
            progress.report(0, 1)
            document = job.make()
            return document, page_headings(document.data)

        self._task = self._tasks.run(
            self._tr.say("Preview"), work, self._shown(self._letter), self._failed, self
        )

    def _shown(self, letter: str) -> Callable[[_Made], None]:
        def show(made: _Made) -> None:
            if letter != self._letter:
                return
            document, self._headings = made
            self.document = document
            self.view.show_pdf(document.data, document.title)
            if self._wanted is not None:
                self.show_heading(self._wanted)
            self._remark(document)
            self.shown.emit()

        return show

    def _remark(self, document: PrintedDocument) -> None:
        if self._notice is not None:
            self._layout.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        said = print_remarks(document.missing_glyphs, document.cut_texts, self._tr)
        if said:
            self._notice = FindingBar("warning", "", "\n".join(said))
            self._layout.insertWidget(0, self._notice)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            raise error
