# SPDX-License-Identifier: Apache-2.0
"""The roadmap on its way to paper: choices, the true pages, export and print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.obstacle import obstacle
from missiondesk.language import LANGUAGES, Translator
from missiondesk.services.atomic_files import write_file
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.print_remarks import print_remarks
from missiondesk.services.printing import PAPERS
from missiondesk.ui.choices import mission_options
from missiondesk.ui.files import ask_save_pdf
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled, Progress, Task
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


class PrintPanel(QWidget):
    """Paper, version, language and missions above the preview.

    Args:
        back: Leads to the timeline.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hub = hub
        self._tr = tr
        self._task: Task[PrintedDocument] | None = None
        self.document: PrintedDocument | None = None
        self._job: PrintJob | None = None
        say = tr.say
        self.back = push_button(
            say("Back to the roadmap"), "backToRoadmap", back, "link", "arrow-left"
        )
        self.print_button = push_button(say("Print…"), "roadmapPrint", self.print)
        self.export_button = push_button(
            say("Export PDF…"), "roadmapExport", self.export, "primary"
        )
        self.head = Headline(self.print_button, self.export_button)
        self.view = PdfView(hub.tasks, tr, "roadmapPages")
        self.trouble = text_label("", "refusal", wrap=True)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 12, 28, 16)
        layout.setSpacing(8)
        layout.addWidget(row(self.back, None))
        layout.addWidget(self.head)
        layout.addWidget(self._choices())
        layout.addWidget(self.trouble)
        layout.addWidget(self.view, 1)

    def _choices(self) -> QWidget:
        say = self._tr.say
        self.paper = self._box("roadmapPaper", say("Paper"))
        for paper in PAPERS:
            self.paper.addItem(paper, paper)
        self.version = self._box("roadmapVersion", say("Version"))
        self.version.addItem(say("Internal"), False)
        self.version.addItem(say("Public"), True)
        self.language = self._box("roadmapLanguage", say("Language"))
        names = {"da": say("Danish"), "en": say("English")}
        for lang in LANGUAGES:
            self.language.addItem(names[lang], lang)
        self.language.setCurrentIndex(self.language.findData(self._tr.lang))
        self.mission = self._box("roadmapMission", say("Missions"))
        self.mission.addItem(say("All missions"), None)
        parts: list[QWidget | None] = []
        for box in (self.paper, self.version, self.language, self.mission):
            box.currentIndexChanged.connect(lambda _place: self.make())
            parts += [text_label(box.accessibleName(), "label"), box]
        return row(*parts, None)

    @staticmethod
    def _box(name: str, title: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMaximumWidth(scaled(240))
        return box

    # -- preview -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Offer the missions of now and make the pages anew."""
        kept = self.mission.currentData()
        self.mission.blockSignals(True)
        while self.mission.count() > 1:
            self.mission.removeItem(1)
        for key, text in mission_options(self._desk, self._tr):
            self.mission.addItem(text, key)
        self.mission.setCurrentIndex(max(self.mission.findData(kept), 0))
        self.mission.blockSignals(False)
        self.make()

    def make(self) -> None:
        """Make the document on the worker; a run before it is stopped."""
        if self._task is not None:
            self._task.cancel()
        self.trouble.hide()
        self._allow(False)
        job = self._desk.printing.prepare_roadmap(
            self.language.currentData(),
            self.version.currentData(),
            self.paper.currentData(),
            self.mission.currentData(),
        )
        self._job = job
        self.head.say(job.title, self._what())

        def work(progress: Progress) -> PrintedDocument:
            progress.report(0, 1, job.name)
            document = job.make()
            progress.report(1, 1, job.name)
            return document

        self._task = self._hub.tasks.run(
            self._tr.say("Roadmap"), work, self._made, self._failed, self, show=True, listed=False
        )

    def _what(self) -> str:
        public = self._tr.say(
            "Only what is published: public missions, initiatives and milestones."
        )
        internal = self._tr.say("Everything in the workspace, with its handling mark.")
        return public if self.version.currentData() else internal

    def _made(self, document: PrintedDocument) -> None:
        self.document = document
        self.view.show_pdf(document.data, document.title)
        self._allow(True)
        said = print_remarks(document.missing_glyphs, document.cut_texts, self._tr)
        if said:
            self._complain("\n".join(said))

    def _allow(self, ready: bool) -> None:
        self.print_button.setEnabled(ready)
        self.export_button.setEnabled(ready)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, OSError):
            raise error
        self._complain(
            self._tr.say(
                "The file could not be written: {why}. An older file is untouched.",
                why=obstacle(error),
            )
        )

    def _complain(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()

    # -- out -----------------------------------------------------------------------------
    def export(self) -> None:
        """Ask for a place and write the very bytes of the preview there."""
        if self.document is None or self._job is None:
            return
        ask_save_pdf(self.window(), self._tr, self._job.name, self.write)

    def write(self, path: Path) -> None:
        """Write the previewed document to ``path``, whole or not at all."""
        document = self.document
        if document is None:
            return
        data = document.data

        def work(_progress: Progress) -> Path:
            return write_file(path, data)

        self._hub.tasks.run(
            self._tr.say("Export PDF"), work, self._written, self._failed, self, place=path
        )

    def _written(self, path: Path) -> None:
        self._hub.say(self._tr.say("The roadmap is saved as {file}.", file=path.name))

    def print(self) -> None:
        """Open the system's print dialog for the previewed pages."""
        if self.document is None:
            return
        from missiondesk.ui.widgets.pdf_print import ask_and_print

        def printed(pages: int) -> None:
            if pages:
                self._hub.say(self._tr.say("The roadmap was sent to the printer."))

        ask_and_print(
            self.document.data,
            self.document.title,
            self.window(),
            self._hub.tasks,
            printed,
            saved=self._written,
        )
