# SPDX-License-Identifier: Apache-2.0
"""Where the data have moved on since a letter was issued: place by place, or word by word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_differences import LetterDifference
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui import theme
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.drafts import Wanted, draft_there
from missiondesk.ui.letters.letter_head import name_button
from missiondesk.ui.tasks import Cancelled, Progress
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.pdf_view import PdfView
from missiondesk.ui.widgets.table import Column, ReadTable
from missiondesk.ui.widgets.tool_tips import plain_tip

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


class Differences(QWidget):
    """The table of places, and the page that compares the letter with its revision."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("letterDifferences")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._letter: Letter | None = None
        say = tr.say
        self.back = push_button(
            say("Back to the letter"), "backToLetter", back, "link", "arrow-left"
        )
        self.words = push_button("", "wordByWord", self._turn)
        self.export = push_button(say("Export the comparison…"), "exportDifference", self._export)
        self.output = DocumentOutput(desk, hub, tr)
        self.table = self._make_table()
        self.view = PdfView(hub.tasks, tr, "differencePages")
        content = QWidget()
        self._stack = QStackedLayout(content)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        layout.addWidget(row(self.back, None, self.export, self.words))
        layout.addWidget(self.output)
        layout.addWidget(content, 1)

    def _make_table(self) -> ReadTable[LetterDifference]:
        tr = self._tr
        return ReadTable(
            [
                Column(tr.say("Place"), lambda it: tr.tell(it.place), stretch=2, wrap=True),
                Column(
                    tr.say("As issued"), lambda it: it.was or "–", stretch=4, wrap=True, lines=9
                ),
                Column(tr.say("Today"), lambda it: it.now or "–", stretch=4, wrap=True, lines=9),
            ],
            lambda it: f"{it.block}{it.place}{it.was}{it.now}",
            name="differencesTable",
            title=tr.say("Where the letter differs from the data of today"),
            sort_text=tr.sort_key,
            empty=EmptyState(tr.say("The letter says what the data say today.")),
        )

    def show_letter(self, letter: Letter, places: Sequence[LetterDifference]) -> None:
        """Show the places of a letter; what is compared word by word is its draft revision."""
        other = self._letter is None or self._letter.id != letter.id
        self._letter = letter
        self.table.show_rows(places)
        if other or self._revision() is None:
            self._stack.setCurrentIndex(0)
        self._name()

    def take_focus(self) -> None:
        """Give the focus to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- word by word --------------------------------------------------------------------
    def _revision(self) -> Letter | None:
        if self._letter is None:
            return None
        return draft_there(self._desk, Wanted(LetterKind.REVISION, former=self._letter.id))

    def _name(self) -> None:
        say = self._tr.say
        as_words = self._stack.currentIndex() == 1
        there = self._revision() is not None
        verb = say("Show place by place") if as_words else say("Show word by word")
        name_button(self.words, verb)
        self.words.setEnabled(there)
        needs = say("Draft a revision first: word by word the letter is compared with it.")
        self.words.setToolTip(plain_tip("" if there else needs))
        self.export.setVisible(as_words)

    def _job(self) -> PrintJob:
        revision = self._revision()
        assert self._letter is not None and revision is not None
        return self._desk.printing.prepare_difference(
            self._letter.id, revision.id, self._letter.language
        )

    def _turn(self) -> None:
        """Turn between the places and the words."""
        if self._stack.currentIndex() == 1:
            self._stack.setCurrentIndex(0)
            self._name()
            return
        job = self._job()
        self._stack.setCurrentIndex(1)
        self.view.show_sentence(self._tr.say("The pages are being made…"))
        self._name()

        def work(_progress: Progress) -> PrintedDocument:
            return job.make()

        def made(document: PrintedDocument) -> None:
            self.view.show_pdf(document.data, document.title)

        self._hub.tasks.run(self._tr.say("Comparison"), work, made, _raise, self)

    def _export(self) -> None:
        self.output.export(self._job)


def _raise(error: BaseException) -> None:
    if not isinstance(error, Cancelled):
        raise error
