# SPDX-License-Identifier: Apache-2.0
"""The page of the trail: what was done, whether the trail is whole, and its export."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.trail_words import step_title
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.history.bin_tab import BinTab
from missiondesk.ui.history.comments_tab import CommentsTab
from missiondesk.ui.history.copies_tab import CopiesTab
from missiondesk.ui.history.journal_tab import JournalTab
from missiondesk.ui.history.steps_tab import StepsTab
from missiondesk.ui.history.versions_tab import VersionsTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.late_tab import LateTab
from missiondesk.ui.pages import Navigate, read_since, split_key
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.tab_bar import Tabs


class HistoryPage(SeenPage, QWidget):
    """Tabs under one heading, which says how many steps there are and which was the last."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("historyPage")
        self._desk, self._hub, self._say = desk, hub, tr
        self._undo = push_button(
            tr.say("Undo the last step"), "undoLast", self._undo_last, "", "undo-2"
        )
        self.head = Headline(self._export_button(), self._undo)
        self.files = FileOutput(desk, hub, tr)
        self.tabs = Tabs("historyTabs", tr.say("History"))
        self.steps = StepsTab(desk, hub, tr)
        self.steps.seal.checked.connect(self._checked)
        self.tabs.add(self.steps, tr.say("Steps"), "steps")
        self.versions = LateTab(lambda: VersionsTab(desk, hub, tr))
        self.tabs.add(self.versions, tr.say("Versions"), "versions")
        self.bin = LateTab(lambda: BinTab(desk, hub, tr))
        self.tabs.add(self.bin, tr.say("Recycle bin"), "bin")
        self.journal = LateTab(lambda: JournalTab(desk, hub, tr))
        self.tabs.add(self.journal, tr.say("Journalising"), "journal")
        self.tabs.currentChanged.connect(lambda _place: self._show_front())
        self.copies = LateTab(lambda: CopiesTab(desk, hub, tr))
        self.tabs.add(self.copies, tr.say("Copies"), "copies")
        self.comments = LateTab(lambda: CommentsTab(desk, hub, tr))
        self.tabs.add(self.comments, tr.say("Comments"), "comments")
        self._late: dict[str, LateTab[Any]] = {
            "versions": self.versions,
            "bin": self.bin,
            "journal": self.journal,
            "copies": self.copies,
            "comments": self.comments,
        }
        self._steps_stale = True
        self._newest_wanted = False
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.files)
        layout.addWidget(self.tabs, 1)
        self.follow(hub)
        self.read_again()

    def _export_button(self) -> QPushButton:
        say = self._say.say
        button = push_button(say("Export the trail"), "exportTrail")
        menu = QMenu(button)
        forms = (
            (say("PDF…"), "pdf"),
            (say("Excel workbook…"), "xlsx"),
            (say("CSV file…"), "csv"),
        )
        for text, form in forms:
            action = menu.addAction(text)
            action.setObjectName(f"exportTrail_{form}")
            action.triggered.connect(lambda _checked=False, form=form: self.export(form))
        button.setMenu(menu)
        return button

    def export(self, form: str) -> None:
        """Write the steps that fit the filter as "pdf", "xlsx" or "csv"."""
        say = self._say.say
        words = {"pdf": say("PDF files"), "xlsx": say("Excel workbooks"), "csv": say("CSV files")}
        wanted = self.steps.filter.wanted()
        self.files.save(
            lambda: self._desk.trail_files.prepare(wanted, self._say.lang, form),
            say("Export the trail"),
            (words[form], f"*.{form}"),
        )

    # -- page ------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the newest steps again."""
        self.steps.read()
        last = self.steps.last()
        self._say_how_many(last.number if last else 0, last)
        undoable = self._desk.history.undoable
        self._undo.setEnabled(undoable is not None and not self._desk.read_only)
        for tab in self._late.values():
            tab.stale = True
        self._steps_stale = True
        self._show_front()

    def _show_front(self) -> None:
        if self.tabs.current() in self._late:
            self._late[self.tabs.current()].fresh()
            return
        if self._steps_stale:
            self._steps_stale = False
            self.steps.show_steps()
        if self._newest_wanted:
            self._newest_wanted = False
            self.steps.show_newest()

    def _say_how_many(self, number: int, last: Step | None) -> None:
        say = self._say
        head = say.plural("{count} step in the trail", "{count} steps in the trail", number)
        detail = ""
        if last is not None:
            detail = say.say(
                "Last: {what}, {when}, by {who}. Every step can be read here for ever.",
                what=_small(step_title(last, say, self.steps.undoing)),
                when=say.moment(last.at.astimezone()),
                who=last.who,
            )
        self.head.say(head, detail)

    def show_record(self, key: str) -> None:
        """Open the tab of this name, choose a step by its id, or show all since a day."""
        tab, document = split_key(key)
        if tab == "steps" or tab in self._late:
            self.tabs.open(tab)
            if document and tab == "journal":
                self.journal.fresh().begin_document(document)
            return
        self.tabs.open("steps")
        day = read_since(key)
        if day is not None:
            self.steps.filter.show_since(day)
        else:
            self.steps.open(key)

    def record(self) -> str:
        """The tab in front."""
        return self.tabs.current()

    def count(self) -> int | None:
        """How many steps are not as they were written; the trail itself only ever grows."""
        found = self.steps.seal.found
        return None if found is None or found.whole else len(found.broken) or None

    def _checked(self) -> None:
        found = self.steps.seal.found
        if found is not None and not found.whole:
            self._hub.say(
                self._say.say("The trail is not as it was written. The page History says where.")
            )

    def _changed(self, step: Step) -> None:
        self.steps.seal.follow(step)
        super()._changed(step)
        if self.isVisible():
            self._newest_wanted = True
            self._show_front()

    def _undo_last(self) -> None:
        try:
            self._desk.history.undo()
        except Refused as refused:
            self._hub.say(self._say.tell(refused.message))


def _small(title: str) -> str:
    """A title inside a sentence begins small."""
    return title[:1].lower() + title[1:]
