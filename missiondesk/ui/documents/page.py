# SPDX-License-Identifier: Apache-2.0
"""The page of documents: kinds at the left, choices and true pages at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob, PrintPlan
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.document_preview import DocumentPreview
from missiondesk.ui.documents.choices import DocumentChoices
from missiondesk.ui.documents.kinds import KindRow, kind_columns, kind_rows
from missiondesk.ui.hub import Hub
from missiondesk.ui.package_output import PackageOutput
from missiondesk.ui.pages import Navigate, PageName, split_key
from missiondesk.ui.printing import PrintAll
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.side_by_side import TurningSplit
from missiondesk.ui.widgets.table import ReadTable

_PAGES_LOW = 240  # px at 100 % of the pages below their choices


class DocumentsPage(SeenPage, QWidget):
    """Whatever the desk prints, in one place; what nobody looks at is made when it is shown."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("documentsPage")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._navigate = navigate
        self._rows = kind_rows(tr)
        self.table: ReadTable[KindRow] = ReadTable(
            kind_columns(tr),
            lambda it: it.name,
            name="documentKinds",
            title=tr.say("Kinds of documents"),
            sort_text=tr.sort_key,
        )
        self.choices = DocumentChoices(tr)
        self.preview = DocumentPreview(hub, tr, "documentPages")
        self.output = DocumentOutput(desk, hub, tr)
        self.package = PackageOutput(desk, hub, tr)
        self.all = PrintAll(desk, hub, tr, self, self.plan)
        self._lay_out()
        self.table.show_rows(self._rows)
        self.table.select(self._rows[0].name)
        self.table.chosen.connect(lambda _key: self._offer())
        # In public there may be fewer missions to choose, so that all is offered anew.
        self.choices.changed.connect(self._offer)
        self.follow(hub)

    def _lay_out(self) -> None:
        say = self._tr.say
        every = push_button(say("Export all…"), "exportAllDocuments", self._export_all)
        printing = push_button(say("Print…"), "printDocument", self.print_page)
        export = push_button(say("Export PDF…"), "exportDocument", self.export, "primary")
        journal = self._journal_button()
        self.head = Headline(journal, every, printing, export)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(12, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.choices)
        beside.addWidget(self.output)
        beside.addWidget(self.package)
        beside.addWidget(self.preview, 1)
        self.preview.setMinimumHeight(scaled(_PAGES_LOW))
        split = TurningSplit(self.table, right, least=(200, 280), shares=(2, 5))
        split.setObjectName("documentSplit")
        split.setSizes([scaled(300), scaled(760)])
        layout = page_layout(self)
        layout.setContentsMargins(28, 16, 28, 16)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(split, 1)

    # -- what is chosen ------------------------------------------------------------------
    @property
    def kind(self) -> KindRow:
        """The kind that is chosen."""
        chosen = self.table.selected()
        return next((one for one in self._rows if one.name == chosen), self._rows[0])

    def job(self) -> PrintJob:
        """The document as it is chosen.

        Raises:
            Refused: It cannot be made, as a public document of something internal.
        """
        choices = self.choices
        name = choices.paper.currentData() or self.kind.name
        subject = choices.subject.currentData() or ""
        return self._desk.printing.prepare(
            name, choices.language.currentData(), choices.public, subject
        )

    def plan(self) -> PrintPlan:
        """All documents in the language and version that are chosen."""
        language, public = (
            self.choices.language.currentData(),
            bool(self.choices.version.currentData()),
        )
        return self._desk.printing.plan("all", language, public)

    def refresh(self) -> None:
        """Read everything again."""
        self._offer()

    def _offer(self) -> None:
        """Offer the choices of the kind, then show it."""
        kind = self.kind
        public = kind.public and bool(self.choices.version.currentData())
        subjects = self._desk.printing.choices(kind.name, self._tr.lang, public)
        self.choices.offer(kind, subjects)
        self._show()

    def _show(self) -> None:
        kind, tr = self.kind, self._tr
        about = self.choices.subject.currentText() if self.choices.subject.count() > 1 else ""
        self.head.say(
            tr.say("{document}: {about}", document=kind.title, about=about)
            if about
            else kind.title,
            kind.purpose[:1].upper() + kind.purpose[1:] + "." if kind.purpose else "",
        )
        if not self.choices.subject.count():
            self.preview.show_sentence(tr.say("There is nothing yet that it could be about."))
            return
        self.preview.show_document(self.job)

    # -- page ----------------------------------------------------------------------------
    def show_record(self, key: str) -> None:
        """Choose a kind by its name; "kind#subject" also chooses what it is about."""
        name, subject = split_key(key)
        self.table.select(name)
        place = self.choices.subject.findData(subject)
        if subject and place >= 0:
            self.choices.subject.setCurrentIndex(place)

    def record(self) -> str:
        """The kind that is chosen, with what it is about."""
        return f"{self.kind.name}#{self.choices.subject.currentData() or ''}"

    def count(self) -> int | None:
        """The page counts nothing."""
        return None

    def export(self) -> None:
        """Ask for a place and write the document there."""
        self.output.export(self.job)

    def print_page(self) -> None:
        """Ask for a printer and print the document."""
        self.output.print(self.job)

    def _journal_button(self) -> QPushButton:
        say = self._tr.say
        button = push_button(say("Case system"), "caseSystem")
        menu = QMenu(button)
        for text, name, act in (
            (say("Export package…"), "exportDocumentPackage", self.export_package),
            (say("Mark as journalised…"), "journaliseDocument", self.journalise),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, act=act: act())
        button.setMenu(menu)
        return button

    def _filed_as(self) -> tuple[str, str, str]:
        """Kind, subject and language of the document that is chosen."""
        choices = self.choices
        name = choices.paper.currentData() or self.kind.name
        return name, choices.subject.currentData() or "", choices.language.currentData()

    def export_package(self) -> None:
        """Write the document that is chosen with its metadata for the case system."""
        document = self._desk.journalising.document(*self._filed_as(), self._tr)
        self.package.save_package([document], self._tr.lang)

    def journalise(self) -> None:
        """Go where the document that is chosen is marked as journalised."""
        self._navigate(PageName.HISTORY, f"journal#{'|'.join(self._filed_as())}")

    def _export_all(self) -> None:
        self.all.ask()
