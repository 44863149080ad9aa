# SPDX-License-Identifier: Apache-2.0
"""The negotiated text: clauses with their state at the left, the chosen clause at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.clause import Clause, ClauseState
from missiondesk.domain.clauses import total
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.text_desk import ClauseRow
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.talks.clause_form import ClauseForms
from missiondesk.ui.talks.tab import TalksChoice, TalksTab, stand_tall
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import filter_box, offer_choices, shown_of
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.table import Column, ReadTable


class TextTab(TalksTab):
    """Chapter by chapter, with how much is agreed."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self._all: tuple[ClauseRow, ...] = ()
        self.chapter = filter_box("textChapter", say("Chapter"), self._show, most=260)
        self.state = filter_box("textState", say("State"), self._show, most=160)
        offer_choices(
            self.state, say("Any state"), [(one.value, tr.show(one)) for one in ClauseState]
        )
        self.count = text_label("", "detail")
        self.count.setObjectName("clausesShown")
        self.table: ReadTable[ClauseRow] = ReadTable(
            self._columns(), lambda it: it.id, name="clausesTable", title=say("Clauses"),
            sort_text=tr.sort_key,
            empty=EmptyState(say("A clause is one numbered sentence or paragraph that the parties "
                                 "accept or not.")),
        )  # fmt: skip
        self.table.chosen.connect(lambda _key: self._show_chosen())
        self.forms = ClauseForms(desk, hub, tr, self.attempt)
        self.empty = EmptyState(
            say("The text stands under the chapters of the platform, and there is none yet."),
            say("Go to the platform"),
            lambda: navigate(PageName.PLATFORM, None),
        )
        side = ScrollPage(margins=(0, 4, 12, 12))
        side.body.addWidget(self.forms)
        side.body.addStretch(1)
        self.side = side
        stand_tall(self.table, side)
        self.body = SideBySide(
            self._main(), side, least=386, width=330, narrow=288, top=False, gap=24
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        self.filters = row(self.chapter, self.state, self.count, None)
        for part in (self.filters, self.trouble, self.empty):
            layout.addWidget(part)
        layout.addWidget(self.body, 1)
        for keys, places in (("Ctrl+Alt+Up", -1), ("Ctrl+Alt+Down", 1)):
            move = QShortcut(QKeySequence(keys), self.table)
            move.activated.connect(lambda places=places: self.move_by(places))

    def _main(self) -> QWidget:
        say = self._tr.say
        self.line = QLineEdit()
        self.line.setObjectName("clauseNew")
        self.line.setAccessibleName(say("Text of a clause"))
        self.line.setPlaceholderText(say("Text of a clause; [K: …] is wanted by K alone"))
        self.line.returnPressed.connect(self.add)
        self.add_button = push_button(say("Add clause"), "addClause", self.add, "", "plus")
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(row(self.line, self.add_button))
        layout.addWidget(self.table, 1)
        return made

    def _columns(self) -> list[Column[ClauseRow]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: it.printed,
                   sort=lambda it: it.chapter.number * 10_000 + it.clause.number),
            Column(tr.say("Clause"), lambda it: it.clause.text.in_language(tr.lang),
                   detail=self._told, stretch=1, width=190, wrap=True, lines=5, detail_lines=3),
            Column(tr.say("State"), self._state, wrap=True),
            Column(tr.say("Accepted"), self._accepted, folds=1),
        ]  # fmt: skip

    def _told(self, it: ClauseRow) -> str:
        return " ".join(f"■ {self._tr.tell(one)}" for one in it.faults)

    def _state(self, it: ClauseRow) -> str:
        state = it.clause.state
        return f"{state.symbol}\u00a0{self._tr.show(state)}"

    def _accepted(self, it: ClauseRow) -> str:
        table = len(it.lacking) + len(
            [key for key in it.clause.accepted if key not in {one.id for one in it.lacking}]
        )
        return f"{table - len(it.lacking)}/{table}" if table else ""

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the text again; filters and choice stay."""
        desk, lang = self._desk, self._tr.lang
        chapters = desk.platform.chapters
        for widget in (self.filters, self.body):
            widget.setVisible(bool(chapters))
        self.empty.setVisible(not chapters)
        self._all = desk.talks.text.rows()
        offer_choices(
            self.chapter, self._tr.say("All chapters"),
            [(one.id, f"{one.number} {one.title.in_language(lang)}") for one in chapters],
        )  # fmt: skip
        self.line.setEnabled(not desk.read_only)
        self.add_button.setEnabled(not desk.read_only)
        self._show()

    @property
    def for_parties(self) -> bool:
        """A party gets it in its copy."""
        return True

    def headline(self) -> tuple[str, str]:
        """How much of the text is agreed (N4)."""
        tr, progress = self._tr, self._desk.talks.text.progress()
        agreed, whole = total(progress)
        if not whole:
            return tr.say("There are no clauses yet"), ""
        said = tr.say(
            "{agreed} of {count} clauses are agreed, {share}",
            agreed=agreed, count=whole, share=tr.percent(100 * agreed / whole, 0),
        )  # fmt: skip
        parts = [
            f"{one.chapter.number}: {tr.percent(one.share, 0)}" for one in progress if one.clauses
        ]
        return said, tr.say("By chapter: {parts}", parts=" · ".join(parts))

    @property
    def for_readers(self) -> bool:
        """Each reader gets the clauses that it may see."""
        return True

    def document(self) -> Callable[[], PrintJob] | None:
        """The draft with its open points."""
        return self.kind("draft", "") if self._all else None

    def _show(self) -> None:
        chapter, state = self.chapter.currentData(), self.state.currentData()
        found = [
            one
            for one in self._all
            if chapter in (None, one.chapter.id) and state in (None, one.clause.state.value)
        ]
        self.count.setText(shown_of(found, self._all, self._tr))
        self.table.show_rows(found)
        if not self.table.selected() and found:
            self.table.select(found[0].id)
        self._show_chosen()
        self.told.emit()

    def _show_chosen(self) -> None:
        key = self.table.selected()
        found = next((one for one in self._all if one.id == key), None)
        self.side.setVisible(found is not None)
        self.forms.show_clause(found)

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a clause, and go to a field of it."""
        self.chapter.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        self.table.select(key)
        if field:
            self.forms.form.focus_field(field)

    # -- verbs ---------------------------------------------------------------------------
    def add(self) -> None:
        """Add a clause to the chosen chapter, or to the last."""
        text, chapters = " ".join(self.line.text().split()), self._desk.platform.chapters
        if not text or not chapters:
            self.line.setFocus()
            return
        chapter = self.chapter.currentData() or self._chapter() or chapters[-1].id
        wording = Wording(en=text) if self._tr.lang == "en" else Wording(text)

        def do() -> None:
            added: Clause = self._desk.talks.text.add_clause(chapter, wording)
            self.line.clear()
            self.show_record(added.id)

        self.attempt(do)

    def _chapter(self) -> str:
        key = self.table.selected()
        return next((one.chapter.id for one in self._all if one.id == key), "")

    def move_by(self, places: int) -> None:
        """Move the chosen clause within its chapter."""
        key = self.table.selected()
        if key and not self._desk.read_only:
            self.attempt(lambda: self._desk.talks.text.move_clause(key, places))
