# SPDX-License-Identifier: Apache-2.0
"""What belongs into the case system: what lies there already, the mark, and the export package."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.journalising import DOCUMENT, Filable
from missiondesk.ui.history.journal_panel import JournalPanel
from missiondesk.ui.hub import Hub
from missiondesk.ui.package_output import PackageOutput
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text, shown_of
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

_ALL, _WAITING, _DONE = "all", "waiting", "done"


class JournalTab(QWidget):
    """Letters, decisions, minutes and other documents, with their case numbers."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journalTab")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._every: tuple[Filable, ...] = ()
        say = tr.say
        self.text = filter_text(
            "journalSearch", say("Search the documents"), say("Search…"), self._show,
            least=140, most=240,
        )  # fmt: skip
        states = [(_ALL, say("all documents")), (_WAITING, say("not journalised yet")),
                  (_DONE, say("journalised"))]  # fmt: skip
        self.state = filter_box(
            "journalState", say("Show documents"), self._show, most=220, options=states
        )
        self.count = text_label("", "detail")
        self.table = self._table()
        self.mark = push_button(say("Mark as journalised…"), "journalise", self.begin, "primary")
        self.unmark = push_button(say("Remove the mark"), "removeMark", self._remove_mark)
        self.output = PackageOutput(desk, hub, tr)
        self.panel = JournalPanel(desk, tr, self._marked, self._offer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        for part in (self.output, self.panel):
            layout.addWidget(part)
        layout.addWidget(flowing(self.text, self.state, self.count))
        layout.addWidget(self.table, 1)
        layout.addWidget(flowing(self.mark, self.unmark, self._export_button()))

    def _table(self) -> ReadTable[Filable]:
        tr, say = self._tr, self._tr.say
        empty = EmptyState(
            say("Signed letters, decisions that were taken and minutes of meetings stand here.")
        )
        table: ReadTable[Filable] = ReadTable(
            _columns(tr),
            key=lambda it: it.place,
            name="journalTable",
            title=say("Documents for the case system"),
            sort_text=tr.sort_key,
            empty=empty,
        )
        table.chosen.connect(lambda _key: self._another())
        return table

    def _export_button(self) -> QPushButton:
        say = self._tr.say
        self.export = push_button(say("Export package"), "exportPackage")
        menu = QMenu(self.export)
        for text, name, shown in (
            (say("Of the chosen document…"), "exportChosen", False),
            (say("Of all that are shown…"), "exportShown", True),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, shown=shown: self.ask_export(shown))
        self.export.setMenu(menu)
        return self.export

    # -- showing -----------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the documents again."""
        self._every = self._desk.journalising.all(self._tr)
        self._show()

    def _show(self) -> None:
        text, state = self.text.text().casefold().strip(), self.state.currentData()
        found = [
            one
            for one in self._every
            if (state == _ALL or (one.mark is None) == (state == _WAITING))
            and text in f"{one.reference} {one.title} {_case(one)}".casefold()
        ]
        self.count.setText(shown_of(found, self._every, self._tr))
        self.table.show_rows(found)
        if not self.table.selected() and found:
            self.table.select(found[0].place)
        self._offer()

    def chosen(self) -> Filable | None:
        """The document that is chosen."""
        key = self.table.selected()
        return next((one for one in self.table.rows() if one.place == key), None)

    def _another(self) -> None:
        self.panel.hide()
        self._offer()

    def _offer(self) -> None:
        one, may = self.chosen(), not self._desk.read_only
        self.mark.setEnabled(may and one is not None)
        self.unmark.setEnabled(may and one is not None and one.mark is not None)
        self.export.setEnabled(bool(self.table.rows()))
        for button in (self.mark, self.unmark, self.export):
            button.setVisible(self.panel.isHidden())

    # -- marks -------------------------------------------------------------------------------
    def begin(self) -> None:
        """Ask under which case the chosen document lies."""
        one = self.chosen()
        if one is not None:
            self.panel.ask(one)
            self._offer()

    def begin_document(self, told: str) -> None:
        """Ask about any other document, told as "kind|subject|language"."""
        kind, subject, language = told.split("|")
        one = self._desk.journalising.document(kind, subject, language, self._tr)
        self.state.setCurrentIndex(0)
        self.table.select(one.place)
        self.panel.ask(one)
        self._offer()

    def _marked(self, one: Filable) -> None:
        self.table.select(one.place)
        self._hub.say(self._tr.say("Marked as journalised."), undoable=True)

    def _remove_mark(self) -> None:
        one = self.chosen()
        if one is not None:
            self._desk.journalising.remove_mark(one)
            self._hub.say(self._tr.say("The mark is removed."), undoable=True)

    def ask_export(self, shown: bool) -> None:
        """Ask where to, and write the package of the chosen document or of all that are shown."""
        one = self.chosen()
        chosen = list(self.table.rows()) if shown else [one] if one else []
        self.output.save_package(chosen, self._tr.lang)


def _case(one: Filable) -> str:
    return one.mark.case_number if one.mark else ""


def _columns(tr: Translator) -> list[Column[Filable]]:
    say = tr.say
    kinds = {
        "letter": say("Letter"),
        "decision": say("Decision"),
        "meeting": say("Minutes"),
        "document": say("Document"),
    }
    return [
        Column(say("Kind"), lambda it: kinds[it.kind]),
        Column(say("No."), lambda it: it.reference or "–", folds=2),
        Column(say("Document"), lambda it: it.title, stretch=1, width=220, strong=True, wrap=True),
        Column(
            say("Date"),
            lambda it: tr.period(it.dated) if it.dated and it.kind != DOCUMENT else "–",
            sort=lambda it: it.dated.last.isoformat() if it.dated else "",
            folds=3,
        ),
        Column(say("Case number"), lambda it: _case(it) or "–", folds=1),
        Column(say("Journalised"), lambda it: _filed(it, tr), lambda it: _filed_by(it), folds=5),
    ]


def _filed(one: Filable, tr: Translator) -> str:
    if one.mark is None:
        return tr.say("not yet")
    return tr.period(one.mark.filed) if one.mark.filed else ""


def _filed_by(one: Filable) -> str:
    return one.mark.filed_by if one.mark else ""
