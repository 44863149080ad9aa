# SPDX-License-Identifier: Apache-2.0
"""The round of talks: who leads it, who is at the table, what room there is for money."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import RoundState, TalksRound
from missiondesk.domain.wording import Wording
from missiondesk.language import LANGUAGES, Translator, translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import party_options
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.talks.tab import TalksChoice, TalksTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    MultiChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.filter_parts import filter_box
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage

_WIDEST = 560  # px of the form


class RoundTab(TalksTab):
    """The choice of a round, and its form."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self.box = filter_box("talksRound", say("Round of talks"), self._choose, most=320)
        self.new = push_button(say("New round"), "newRound", self.add, "", "plus")
        self.remove = push_button(
            say("Remove round"), "removeRound", self.remove_round, "plain", "trash-2"
        )
        self.empty = EmptyState(
            say("A round holds the parties at the table, their meetings, the questions put to "
                "them, the topics and what each party holds on them."),
            say("Begin a round"),
            self.add,
        )  # fmt: skip
        self.form = self._make_form()
        self.form.setMaximumWidth(scaled(_WIDEST))
        self.frame.setMaximumWidth(scaled(_WIDEST))
        self.body = ScrollPage(margins=(0, 4, 12, 12))
        for part in (self.form, self.frame, row(self.remove, None)):
            self.body.body.addWidget(part)
        self.body.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(row(self.box, self.new, None))
        layout.addWidget(self.trouble)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.body, 1)

    def _make_form(self) -> RecordForm[TalksRound]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[TalksRound] = RecordForm(self._desk.talks.revise, name="roundForm")
        write, today = form.writer, self._desk.this_day
        form.add(WordingField("name", say("Round of talks"), tr, write("name"), above=True))
        form.add(TextField("lead", say("Lead negotiator"), tr, write("lead"), above=True))
        form.add(
            TextField("appointed_by", say("Appointed by"), tr, write("appointed_by"), above=True)
        )
        form.add_row(
            PeriodField("start", say("Begins"), tr, write("start"), today=today, above=True),
            PeriodField("end", say("Ends"), tr, write("end"), today=today, above=True),
        )
        form.add(
            ChoiceField("state", say("State"), tr, write("state"),
                        options=worded_options(RoundState, tr), above=True)
        )  # fmt: skip
        self._parties = form.add(
            MultiChoiceField("parties", say("Parties at the table"), tr, write("parties"),
                             above=True)
        )  # fmt: skip
        form.add(ParagraphField("note", say("Note"), tr, write("note"), least=2, above=True))
        self.frame = FrameSheet(tr, write("frame"), "frame", say("Fiscal room"))
        return form

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read rounds and meetings again."""
        found = self.talks_round
        self.box.blockSignals(True)
        self.box.clear()
        for one in self._desk.talks.rounds.rounds():
            self.box.addItem(one.name.in_language(self._tr.lang), one.id)
        self.box.setCurrentIndex(self.box.findData(found.id) if found is not None else -1)
        self.box.blockSignals(False)
        self._show()

    def _choose(self) -> None:
        self.shared.talks_round = self.box.currentData() or ""
        self._show()

    def _show(self) -> None:
        found, desk = self.talks_round, self._desk
        for widget in (self.box, self.new, self.body):
            widget.setVisible(found is not None)
        self.empty.setVisible(found is None)
        if found is not None:
            self._parties.set_options(party_options(desk))
            self.form.show_record(found)
            self.frame.show_frame(found.frame, found.id)
        self.form.set_read_only(desk.read_only)
        for button in (self.new, self.remove):
            button.setEnabled(not desk.read_only)
        self.told.emit()

    @property
    def for_parties(self) -> bool:
        """A party gets it in its copy."""
        return True

    def headline(self) -> tuple[str, str]:
        """How far the round is, and who is at the table."""
        found, tr = self.talks_round, self._tr
        if found is None:
            return tr.say("No talks are under way"), ""
        parties = self._desk.talks.rounds.parties(found)
        said = f"{found.name.in_language(tr.lang)}: {tr.show(found.state).lower()}"
        return said, tr.say(
            "At the table: {parties}", parties=tr.list([one.code for one in parties]) or "–"
        )

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a round."""
        if self.box.findData(key) >= 0:
            self.box.setCurrentIndex(self.box.findData(key))
        if field:
            self.form.focus_field(field)

    # -- verbs ---------------------------------------------------------------------------
    def add(self) -> None:
        """Begin a round, and go to its name."""
        number = len(self._desk.talks.rounds.rounds()) + 1
        text = N_("Round {number}")
        name = Wording(*(translator(one).say(text, number=number) for one in LANGUAGES))

        def do() -> None:
            added = self._desk.talks.add(TalksRound("", name=name))
            self.shared.talks_round = added.id
            self.refresh()
            self.form.focus_field("name")

        self.attempt(do)

    def remove_round(self) -> None:
        """Remove the round with all that belongs to it; undo brings it back."""
        found = self.talks_round
        if found is None or self._desk.read_only:
            return

        def do() -> None:
            self._desk.talks.remove(TalksRound, found.id)
            said = self._tr.say("The round and all that belongs to it were removed.")
            self._hub.say(said, undoable=True)

        self.attempt(do)
