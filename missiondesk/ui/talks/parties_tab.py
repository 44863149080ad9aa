# SPDX-License-Identifier: Apache-2.0
"""Parties with their seats as a sheet, and the election they were won at."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.domain.message import N_
from missiondesk.domain.party import Election, ParliamentRule, Party
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import LANGUAGES, Translator, translator
from missiondesk.services.desk import Desk
from missiondesk.services.seat_words import house_said, party_letter, seats_word
from missiondesk.services.seats import SeatRow
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import ASK_FOR_FILE, Navigate, PageName
from missiondesk.ui.talks.election_choice import ElectionChoice, ShippedResults
from missiondesk.ui.talks.tab import TalksChoice, TalksTab, stand_tall
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.sheet import Sheet, SheetColumn, SheetRow
from missiondesk.ui.widgets.sheet_columns import text_column
from missiondesk.ui.widgets.side_by_side import SideBySide


class PartiesTab(TalksTab):
    """The sheet takes what is typed or pasted; the form beside it is the election's."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self.choice = ElectionChoice(desk, tr, "parties", self._show, atlantic=False)
        self.new = push_button(say("New election"), "newElection", self.add_election, "", "plus")
        self.load = push_button(
            say("Import a table…"), "importParties",
            lambda: navigate(PageName.IMPORT, ASK_FOR_FILE),
        )  # fmt: skip
        self.shipped = ShippedResults(desk, hub, tr, self.attempt)
        self.sheet = Sheet(
            self._columns(), tr, name="partiesSheet", title=say("Parties and seats"),
            commit=self._enter,
        )  # fmt: skip
        self.sum = text_label("", "detail", wrap=True)
        self.sum.setObjectName("partiesSum")
        self.form = self._make_form()
        self.remove = push_button(
            say("Remove election"), "removeElection", self.remove_election, "plain", "trash-2"
        )
        side = ScrollPage(margins=(0, 4, 12, 12))
        side.body.addWidget(self.form)
        side.body.addWidget(row(self.remove, None))
        side.body.addStretch(1)
        self.side = side
        stand_tall(self.sheet.view, side)
        both = SideBySide(
            column(self.sheet, self.sum), side, least=440, width=320, top=False, gap=24
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(flowing(self.choice, self.new, self.load))
        layout.addWidget(self.shipped)
        layout.addWidget(self.trouble)
        layout.addWidget(both, 1)

    def _columns(self) -> list[SheetColumn]:
        tr = self._tr
        yes, no = tr.say("yes"), tr.say("no")

        def atlantic(text: str) -> bool:
            if text.casefold() not in (yes.casefold(), no.casefold()):
                raise Refused(N_("“{text}” is neither yes nor no."), field="atlantic", text=text)
            return text.casefold() == yes.casefold()

        return [
            text_column("code", party_letter(tr), required=True, width=76, stretch=0),
            text_column("name", tr.say("Party"), width=170, stretch=1),
            text_column("bloc", tr.say("Bloc"), width=70, stretch=0),
            SheetColumn(
                "atlantic", tr.say("North Atlantic"), atlantic, lambda it: yes if it else no,
                blank=False, choices=(yes, no), width=110,
            ),
            SheetColumn("seats", seats_word(tr), _seats, str, right=True, blank=0, width=80),
        ]  # fmt: skip

    def _make_form(self) -> RecordForm[Election]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Election] = RecordForm(self._desk.talks.revise, name="electionForm")
        write = form.writer
        form.add(WordingField("name", say("Election"), tr, write("name"), above=True))
        form.add(
            PeriodField(
                "date", say("Date"), tr, write("date"), today=self._desk.this_day, above=True
            )
        )
        form.add_row(
            NumberField("size", say("Seats in all"), tr, write("size"), whole=True, above=True),
            NumberField("majority", say("Seats that decide"), tr, write("majority"), whole=True,
                        above=True, hint=say("Empty: more than half.")),
        )  # fmt: skip
        form.add(
            ChoiceField("rule", say("A government needs"), tr, write("rule"),
                        options=worded_options(ParliamentRule, tr), above=True)
        )  # fmt: skip
        form.add(ParagraphField("source", say("Source"), tr, write("source"), least=2, above=True))
        return form

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read elections and parties again; what is typed stays."""
        self.choice.offer()
        self.shipped.offer()
        self._show()

    def headline(self) -> tuple[str, str]:
        """How many seats are entered."""
        election, tr = self.choice.chosen, self._tr
        if election is None:
            return tr.say("No result of an election is in the workspace yet"), tr.say(
                "Take one that comes with the program, or begin a new election."
            )
        there = self._desk.talks.seats.house(election)
        said = tr.say("{filled} of {size} seats are entered", filled=there.filled, size=there.size)
        return said, house_said(there, self._desk.talks.seats.house(election, False), tr)

    def show_record(self, key: str, field: str = "") -> None:
        """Choose an election, or a party in the sheet."""
        self.choice.choose(key)
        if field and self.form.focus_field(field):
            return
        rows = self.sheet.rows()
        place = next((at for at, one in enumerate(rows) if one.key == key), None)
        if place is not None:
            self.sheet.view.setCurrentIndex(self.sheet.model.index(place, 0))
            self.sheet.view.setFocus()

    def _show(self) -> None:
        election, desk = self.choice.chosen, self._desk
        self.choice.setVisible(election is not None)
        self.side.setVisible(election is not None)
        self.form.show_record(election)
        self.form.set_read_only(desk.read_only)
        self.sheet.turn_to(election.id if election is not None else "")
        self.sheet.show_rows([_row(one) for one in desk.talks.seats.rows(election)])
        self.sheet.setEnabled(not desk.read_only)
        self.sum.setText("" if election is not None else self._tr.say(
            "Parties may be entered before there is an election; their seats belong to one."
        ))  # fmt: skip
        self.sum.setVisible(election is None)
        for widget in (self.new, self.load, self.remove):
            widget.setEnabled(not desk.read_only)
        self.told.emit()

    # -- verbs ---------------------------------------------------------------------------
    def _enter(self, rows: tuple[SheetRow, ...]) -> None:
        key = self.sheet.record  # another election may have been chosen just now
        election = self._desk.talks.seats.election(key) if key else None
        known = {one.id: one.party for one in self._desk.talks.seats.rows(election)}
        given = []
        for one in rows:
            before = known.get(one.key or "", Party(""))
            party = Party(
                before.id, one.values["code"], one.values["name"], one.values["bloc"],
                one.values["atlantic"], before.note,
            )  # fmt: skip
            given.append(SeatRow(party, one.values["seats"]))
        self._desk.talks.seats.enter(key or None, given)

    def add_election(self) -> None:
        """Begin an election of this year, and go to its name."""
        year = str(self._desk.today.year)
        text = N_("Election {year}")
        name = Wording(*(translator(one).say(text, year=year) for one in LANGUAGES))

        def do() -> None:
            added = self._desk.talks.add(Election("", name=name))
            self.choice.choose(added.id)
            self.form.focus_field("name")

        self.attempt(do)

    def remove_election(self) -> None:
        """Remove the election with its seats and constellations; undo brings it back."""
        election = self.choice.chosen
        if election is None or self._desk.read_only:
            return

        def do() -> None:
            self._desk.talks.remove(Election, election.id)
            said = self._tr.say("The election, its seats and its constellations were removed.")
            self._hub.say(said, undoable=True)

        self.attempt(do)


def _row(one: SeatRow) -> SheetRow:
    return SheetRow(
        one.id,
        {
            "code": one.party.code,
            "name": one.party.name,
            "bloc": one.party.bloc,
            "atlantic": one.party.north_atlantic,
            "seats": one.seats,
        },
    )


def _seats(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 4:
        raise Refused(N_("“{text}” is not a number of seats."), field="seats", text=text)
    return int(text)
