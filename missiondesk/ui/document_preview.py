# SPDX-License-Identifier: Apache-2.0
"""The true pages of any document beside what makes it: made on the worker when things rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled, Progress, Task
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

# Long enough that a burst of edits makes one preview, short enough to feel live.
REST_MS = 250


class DocumentPreview(QWidget):
    """Shows the PDF of one document after the other.

    Attributes:
        shown: The pages are those of the last document asked for.
        document: The PDF that is shown, or None.
    """

    shown = Signal()

    def __init__(self, hub: Hub, tr: Translator, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._tr = hub, tr
        self._prepare: Callable[[], PrintJob] | None = None
        self._task: Task[PrintedDocument] | None = None
        self._edition = 0  # counts what was asked for, so that an older document is not shown
        self.document: PrintedDocument | None = None
        self.view = PdfView(hub.tasks, tr, name)
        self.trouble = text_label("", "refusal", wrap=True)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.trouble)
        layout.addWidget(self.view, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._make)

    def show_document(self, prepare: Callable[[], PrintJob], *, other: bool = True) -> None:
        """Show what ``prepare`` composes.

        Args:
            prepare: Called in the screen's thread; may raise `Refused`, which is then said.
            other: It is another document: it is made at once. Else it is made when things rest.
        """
        self._prepare = prepare
        if not other:
            self._timer.start()
            return
        self._timer.stop()
        self.document = None
        self.view.show_sentence(self._tr.say("The pages are being made…"))
        self.view.pages.verticalScrollBar().setValue(0)
        self._make()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence instead of pages."""
        self._timer.stop()
        self._stop()
        self._prepare, self.document = None, None
        self.view.show_sentence(sentence)

    def _stop(self) -> None:
        self._edition += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _make(self) -> None:
        self._stop()
        self.trouble.hide()
        if self._prepare is None:
            return
        try:
            job = self._prepare()
        except Refused as refused:
            self.document = None
            self.view.show_sentence(self._tr.tell(refused.message))
            return

        def work(progress: Progress) -> PrintedDocument:
            progress.report(0, 1)
            return job.make()

        made = partial(self._made, self._edition)
        self._task = self._hub.tasks.run(self._tr.say("Preview"), work, made, self._failed, self)

    @property
    def ready(self) -> bool:
        """Whether the pages are those of what was asked for last."""
        return self.document is not None and self._task is None and not self._timer.isActive()

    def _made(self, edition: int, document: PrintedDocument) -> None:
        if edition != self._edition:
            return
        self._task = None
        self.document = document
        self.view.show_pdf(document.data, document.title)
        if document.missing_glyphs:
            glyphs = " ".join(document.missing_glyphs)
            self.trouble.setText(
                self._tr.say("No font can draw {glyphs}; a box is printed instead.", glyphs=glyphs)
            )
            self.trouble.show()
        self.shown.emit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            raise error
