# SPDX-License-Identifier: Apache-2.0
"""The register of letters: how they stand, a table with search and filters, and its verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from missiondesk.domain.letter import Letter
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_register import RegisterRow
from missiondesk.ui import theme
from missiondesk.ui.document_output import LETTER_WORDS, DocumentOutput
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.in_turns import InTurns
from missiondesk.ui.letters.comparisons import Comparisons
from missiondesk.ui.letters.new_letter import NewLetter
from missiondesk.ui.letters.register_columns import register_columns
from missiondesk.ui.letters.register_filter import RegisterFilter
from missiondesk.ui.letters.register_lines import RegisterLine
from missiondesk.ui.letters.reissue import ReissueBar
from missiondesk.ui.letters.words import headline
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.table import ReadTable


class RegisterView(QWidget):
    """All letters; without a mission there is none, and it says where to begin."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        print_all: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("letterRegister")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._navigate = navigate
        self._all: tuple[RegisterLine, ...] = ()
        self._of: Situation | None = None
        self._faults: dict[str, int] = {}  # of the letters being written, by id
        self._judging = InTurns(self)
        self.new_button = push_button(
            tr.say("New letter…"), "newLetter", self._begin_letter, "primary"
        )
        self.print_all = push_button(tr.say("Print all letters…"), "printAllLetters", print_all)
        self.export = self._export_button()
        self.files = FileOutput(desk, hub, tr)
        self.head = Headline(self.export, self.print_all, self.new_button)
        self.drafting = NewLetter(desk, tr, self._open)
        self.drafting.closed.connect(lambda: self._ask_for_letter(False))
        self.filter = RegisterFilter(tr)
        self.filter.changed.connect(self._show)
        self.table = self._make_table()
        self.output = DocumentOutput(desk, hub, tr, LETTER_WORDS)
        self.reissue = ReissueBar(desk, hub, tr, self._open)
        self.comparisons = Comparisons(desk, self)
        self.comparisons.found.connect(self._compared)
        self.no_missions = EmptyState(
            tr.say(
                "A mission letter is written from a mission: its goal, its figures, and who "
                "answers for it. There is no mission yet."
            ),
            tr.say("Go to the missions"),
            lambda: navigate(PageName.MISSIONS, None),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.setContentsMargins(0, theme.space(3), 0, theme.space(4))
        layout.setSpacing(theme.space(2.5))
        for part in (self.head, self.drafting, self.reissue, self.output, self.files, self.filter):
            layout.addWidget(part)
        layout.addWidget(self.no_missions, 1)
        layout.addWidget(self.table, 1)
        self.drafting.hide()

    def _make_table(self) -> ReadTable[RegisterLine]:
        tr = self._tr
        self._empty = EmptyState("", tr.say("Show all letters"), self._begin)
        table = ReadTable(
            register_columns(tr),
            lambda it: it.letter.id,
            name="lettersTable",
            title=tr.say("Register of letters"),
            sort_text=tr.sort_key,
            empty=self._empty,
        )
        table.opened.connect(self._open)
        return table

    def _export_button(self) -> QPushButton:
        say = self._tr.say
        button = push_button(say("Export register"), "exportRegister")
        menu = QMenu(button)
        for text, form in ((say("Excel workbook…"), "xlsx"), (say("CSV file…"), "csv")):
            action = menu.addAction(text)
            action.setObjectName(f"exportRegister_{form}")
            action.triggered.connect(lambda _checked=False, form=form: self.export_rows(form))
        button.setMenu(menu)
        return button

    def export_rows(self, form: str) -> None:
        """Write the letters that are shown, in their order, as "xlsx" or "csv"."""
        say = self._tr.say
        words = {"xlsx": say("Excel workbooks"), "csv": say("CSV files")}
        rows = [one.row for one in self.table.rows()]
        self.files.save(
            lambda: self._desk.register_files.letters(rows, self._tr.lang, form),
            say("Export register"),
            (words[form], f"*.{form}"),
        )

    def _open(self, key: str) -> None:
        self._ask_for_letter(False)
        self._navigate(PageName.LETTERS, key)

    # -- a new letter --------------------------------------------------------------------
    def _begin_letter(self) -> None:
        self._ask_for_letter(True)
        self.drafting.begin()

    def _ask_for_letter(self, asking: bool) -> None:
        self.drafting.setVisible(asking)
        self.new_button.setVisible(not asking and bool(self._desk.situation.missions))

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the letters again; filters and the choice stay."""
        self.filter.offer(self._desk)
        now = self._desk.situation
        if self._of is not now:
            self._of, self._faults = now, {}
        rows = self._desk.letters.register.rows()
        self._all = tuple(map(self._line, rows))
        # A government's letters are composed one by one, each with hundreds of initiatives.
        self._judging.begin(self._judge([one.letter for one in rows]), self._judged)
        self.comparisons.compare(one.letter for one in self._all if one.row.state.in_force)
        self.head.say(*headline(self._all, self._tr))
        self.reissue.refresh()
        self.drafting.refresh()
        missions = bool(self._desk.situation.missions)
        self._ask_for_letter(missions and not self.drafting.isHidden())
        self.new_button.setEnabled(not self._desk.read_only)
        nothing = not missions and not self._all
        self.filter.setVisible(bool(self._all))
        self.print_all.setVisible(bool(self._all))
        self.export.setVisible(bool(self._all))
        self.no_missions.setVisible(nothing)
        self.table.setVisible(not nothing)
        self._show()

    def _show(self) -> None:
        say = self._tr.say
        if self._all:
            sentence, verb = say("No letter fits the filter."), say("Show all letters")
        else:
            sentence = say(
                "A mission letter asks a minister to answer for a mission. "
                "It is written from the mission's data, and you edit its words."
            )
            verb = say("Write the first letter")
        self._empty.say(sentence, verb)
        self.table.show_rows(self.filter.passed(self._desk, self._all))

    def _line(self, row: RegisterRow) -> RegisterLine:
        faults = 0 if row.state.final else self._faults.get(row.letter.id)
        case = self._desk.journalising.words("letter", row.letter.id, self._tr)
        return RegisterLine(row, faults, self.comparisons.count(row.letter.id), case)

    def _judge(self, letters: Sequence[Letter]) -> Iterator[None]:
        """Find out letter by letter how many faults keep it from being signed."""
        for letter in letters:
            if self._of is not self._desk.situation:
                return  # whoever shows the letters again asks again
            if not letter.state.final and letter.id not in self._faults:
                yield from self._desk.letters.made_ready(letter.id)
                if self._of is not self._desk.situation:
                    return
                problems = self._desk.letters.problems(letter.id)
                self._faults[letter.id] = sum(problem.hinders for problem in problems)
                yield

    def _judged(self) -> None:
        """It is known now what the letters lack."""
        if self._of is self._desk.situation:
            self._all = tuple(self._line(one.row) for one in self._all)
            self.head.say(*headline(self._all, self._tr))
            self._show()

    def _compared(self) -> None:
        """It is known now which letters differ from the data of today."""
        count = self.comparisons.count
        self._all = tuple(replace(one, differs=count(one.letter.id)) for one in self._all)
        self.head.say(*headline(self._all, self._tr))
        self._show()

    def shown(self) -> tuple[RegisterLine, ...]:
        """The letters that fit the filters, in the order in which they are shown."""
        return tuple(self.table.rows())

    def _begin(self) -> None:
        """What the button of the empty table does."""
        if self._all:
            self.filter.clear()
        else:
            self._begin_letter()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.comparisons.go_on()

    def take_focus(self, key: str = "") -> None:
        """Give the focus to the table, or to where a letter is begun when it is empty."""
        if key:
            self.table.select(key)
        target: QWidget = self.table if self.table.rows() else self.new_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
