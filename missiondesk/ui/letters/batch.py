# SPDX-License-Identifier: Apache-2.0
"""All letters in one press: which, as what, to a folder or a printer, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from missiondesk.domain.letter import Letter
from missiondesk.domain.refused import Refused
from missiondesk.language import LANGUAGES, Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_press import plans
from missiondesk.services.print_plan import PrintPlan
from missiondesk.ui import theme
from missiondesk.ui.files import ask_folder
from missiondesk.ui.hub import Hub
from missiondesk.ui.in_turns import InTurns
from missiondesk.ui.letters.batch_run import BatchRun, Outcome
from missiondesk.ui.letters.words import LANGUAGES as LANGUAGE_WORDS
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.flow_row import FlowRow, flowing
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.table import Column, ReadTable

IN_FORCE, DRAFTS, SHOWN = "in_force", "drafts", "shown"
EACH, COMBINED = "each", "combined"
FOLDER, PRINTER = "folder", "printer"


class BatchPanel(QWidget):
    """Choices above, the letters with their file names below; the run tells of each of them."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("letterBatch")
        self._desk, self._tr = desk, tr
        self._shown: tuple[Letter, ...] = ()
        self._plan = PrintPlan(())
        self._planning = InTurns(self)
        say = tr.say
        self.back = push_button(
            say("Back to the register"), "backToRegister", back, "link", "arrow-left"
        )
        self.start = push_button("", "startBatch", self.ask, "primary")
        self.head = Headline(self.start)
        self.run = BatchRun(hub, tr)
        self.run.changed.connect(self._tell)
        self.pattern = push_button(
            say("How the files are named"),
            "batchFilePattern",
            lambda: navigate(PageName.ORGANISATION, f"{desk.settings.get().id}#file_pattern"),
            "link",
        )
        self.table = self._make_table()
        layout = page_layout(self)
        layout.setContentsMargins(0, theme.space(3), 0, theme.space(4))
        layout.setSpacing(theme.space(2))
        layout.addWidget(row(self.back, None))
        self.choices = self._choices()
        for part in (self.head, self.choices, self.run):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)

    # -- building ------------------------------------------------------------------------
    def _choices(self) -> QWidget:
        say = self._tr.say
        self.which = self._box("batchWhich", say("Which letters"))
        self.which.addItem(say("All in force"), IN_FORCE)
        self.which.addItem(say("All that are not signed yet"), DRAFTS)
        self.which.addItem(say("Those that the register shows"), SHOWN)
        self.language = self._box("batchLanguage", say("Language"))
        self.language.addItem(say("All languages"), None)
        for key in LANGUAGES:
            self.language.addItem(say(LANGUAGE_WORDS[key]), key)
        self.form = self._box("batchForm", say("As"))
        self.form.addItem(say("One file each"), EACH)
        self.form.addItem(say("One file of all"), COMBINED)
        self.target = self._box("batchTarget", say("To"))
        self.target.addItem(say("A folder"), FOLDER)
        self.target.addItem(say("A printer"), PRINTER)
        self.duplex = CheckBox(say("For both sides of the sheet: each letter begins on a front"))
        self.duplex.setObjectName("batchDuplex")
        self.duplex.setAccessibleName(self.duplex.text())
        made = FlowRow(gap=12)
        for box in (self.which, self.target, self.language, self.form):
            made.add(row(text_label(box.accessibleName(), "label"), box))
            box.currentIndexChanged.connect(lambda _place: self._plan_anew())
        return column(made, flowing(self.duplex, self.pattern), gap=6)

    @staticmethod
    def _box(name: str, title: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        return box

    def _make_table(self) -> ReadTable[Outcome]:
        tr = self._tr
        return ReadTable(
            [
                Column(tr.say("Letter"), lambda it: it.title, stretch=3, wrap=True, strong=True),
                Column(tr.say("File"), lambda it: it.file, stretch=2, wrap=True),
                Column(
                    tr.say("State"),
                    lambda it: it.mark.text,
                    detail=lambda it: it.why,
                    colour=lambda it: it.mark.colour,
                    stretch=2,
                    detail_lines=3,
                ),
            ],
            lambda it: it.key,
            name="batchTable",
            title=tr.say("Letters to be printed"),
            sort_text=tr.sort_key,
        )

    # -- what is printed -----------------------------------------------------------------
    def show_letters(self, shown: Sequence[Letter]) -> None:
        """Begin anew; ``shown`` are the letters that fit the register's filters."""
        self._shown = tuple(shown)
        self.run.forget()
        self._plan_anew()
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Plan again after a change, unless a run is on its way."""
        if self.isVisible() and not self.run.busy:
            self._plan_anew()

    def _plan_anew(self) -> None:
        combined = self._as_one()
        self.form.setEnabled(not self._to_printer())
        self.duplex.setEnabled(combined)
        self.pattern.setVisible(not combined)
        self._plan = PrintPlan(())
        self._planning.begin(self._plan_one_by_one(self._chosen()), self._planned)
        if self._planning.busy:  # until all are found out, nothing is printed
            self.run.show_plan(PrintPlan(()))
            self._tell()

    def _plan_one_by_one(self, letters: Sequence[Letter]) -> Iterator[None]:
        for plan in plans(self._desk, letters):
            self._plan = plan
            yield

    def _planned(self) -> None:
        self.run.show_plan(self._plan)
        self._tell()

    def _as_one(self) -> bool:
        """Whether all letters go into one file, as they always do on their way to a printer."""
        return self._to_printer() or bool(self.form.currentData() == COMBINED)

    def _to_printer(self) -> bool:
        return bool(self.target.currentData() == PRINTER)

    def _chosen(self) -> list[Letter]:
        which, language = self.which.currentData(), self.language.currentData()
        letters = self._shown if which == SHOWN else self._desk.letters.all()
        return [
            one
            for one in letters
            if language in (None, one.language)
            and (which != IN_FORCE or one.state.in_force)
            and (which != DRAFTS or not one.state.final)
        ]

    def _tell(self) -> None:
        planning = self._planning.busy
        tr, count = self._tr, 0 if planning else len(self._plan.jobs)
        self.choices.setEnabled(not self.run.busy)
        self.table.show_rows(self.run.outcomes())
        done = self.run.sentence()
        ready = tr.plural("{count} letter can be printed", "{count} letters can be printed", count)
        left = 0 if planning else len(self._plan.skipped)
        why = tr.plural("{count} is left out", "{count} are left out", left) if left else ""
        self.head.say(done or (tr.say("The letters are being checked") if planning else ready), why)
        verb = tr.say("Print…") if self._to_printer() else tr.say("Choose the folder…")
        self.start.setText(verb)
        self.start.setAccessibleName(verb)
        self.start.setEnabled(bool(count) and not self.run.busy)

    # -- printing ------------------------------------------------------------------------
    def ask(self) -> None:
        """Ask where to and begin."""
        if self._to_printer():
            self.run.to_printer(self._plan, self.duplex.isChecked(), self.window())
            return
        ask_folder(self.window(), self._tr.say("Folder for the letters"), self.write)

    def write(self, folder: Path) -> None:
        """Write the letters into a folder, as one file or as one each."""
        try:
            if self._as_one():
                name = f"{self._tr.say_in('file name', 'mission-letters')}.pdf"
                self.run.to_file(self._plan, folder / name, self.duplex.isChecked())
            else:
                self.run.to_folder(self._plan, folder)
        except Refused as refused:
            self.run.refuse(refused)
