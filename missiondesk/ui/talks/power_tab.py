# SPDX-License-Identifier: Apache-2.0
"""What adds up: how much hangs on each party, and the smallest majorities."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.seat_words import house_said, parties_said, seats_word
from missiondesk.services.seats import PowerRow
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.talks.election_choice import ElectionChoice
from missiondesk.ui.talks.tab import TalksChoice, TalksTab
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import filter_text, shown_of
from missiondesk.ui.widgets.looks import column, row, text_label
from missiondesk.ui.widgets.side_by_side import movable
from missiondesk.ui.widgets.table import Column, ReadTable


@dataclass(frozen=True, slots=True)
class CoalitionRow:
    """One of the smallest majorities."""

    id: str
    parties: str
    count: int
    seats: int


class PowerTab(TalksTab):
    """Two tables beside each other; the election and the North Atlantic are chosen above."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self._coalitions: tuple[CoalitionRow, ...] = ()
        self.choice = ElectionChoice(desk, tr, "power", self._show)
        self.power: ReadTable[PowerRow] = ReadTable(
            self._power_columns(), lambda it: it.id, name="powerTable",
            title=say("How much hangs on each party"), sort_text=tr.sort_key,
            empty=EmptyState(say("No seats are entered yet."), say("Enter a result"),
                             lambda: navigate("talks", "parties")),
        )  # fmt: skip
        self.minimal: ReadTable[CoalitionRow] = ReadTable(
            self._coalition_columns(), lambda it: it.id, name="minimalTable",
            title=say("Smallest majorities"), sort_text=tr.sort_key,
            empty=EmptyState(say("No majority of these seats has these parties in it.")),
        )  # fmt: skip
        self.wanted = filter_text(
            "minimalFilter", say("With these parties"), say("With these letters, “A M”"),
            self._filter, least=210, most=260,
        )  # fmt: skip
        self.count = text_label("", "detail")
        self.count.setObjectName("minimalShown")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.choice)
        layout.addWidget(self._tables(), 1)

    def _tables(self) -> QWidget:
        say = self._tr.say
        left = column(
            text_label(say("How much hangs on each party"), "section"),
            text_label(
                say("The Banzhaf index is a party's share of all the cases in which one party "
                    "makes the majority."),
                "detail",
                wrap=True,
            ),
            self.power,
        )  # fmt: skip
        right = column(
            text_label(say("Smallest majorities"), "section"),
            text_label(
                say("Each loses its majority without any one of its parties."), "detail", wrap=True
            ),
            row(self.wanted, self.count, None),
            self.minimal,
        )
        return movable(left, right)

    def _power_columns(self) -> list[Column[PowerRow]]:
        tr = self._tr
        return [
            Column(tr.say("Party"), lambda it: f"{it.party.code} {it.party.name}", stretch=1,
                   width=110, wrap=True, strong=True),
            Column(seats_word(tr), lambda it: tr.number(it.seats), right=True,
                   sort=lambda it: it.seats),
            Column(tr.say("Banzhaf"), lambda it: tr.percent(100 * float(it.banzhaf), 1),
                   right=True, sort=lambda it: float(it.banzhaf)),
            Column(tr.say("In majorities"), lambda it: tr.number(it.minimal), right=True,
                   sort=lambda it: it.minimal, folds=1),
        ]  # fmt: skip

    def _coalition_columns(self) -> list[Column[CoalitionRow]]:
        tr = self._tr
        return [
            Column(tr.say("Parties"), lambda it: it.parties, stretch=1, width=140),
            Column(tr.say("How many"), lambda it: tr.number(it.count), right=True,
                   sort=lambda it: it.count),
            Column(seats_word(tr), lambda it: tr.number(it.seats), right=True,
                   sort=lambda it: it.seats),
        ]  # fmt: skip

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Count everything again."""
        self.choice.offer()
        self._show()

    def headline(self) -> tuple[str, str]:
        """How many smallest majorities there are, and who is the most powerful."""
        election, tr = self.choice.chosen, self._tr
        if election is None:
            return tr.say("No result of an election is in the workspace yet"), ""
        said = tr.plural(
            "{count} smallest majority", "{count} smallest majorities", len(self._coalitions)
        )
        seats = self._desk.talks.seats
        return said, house_said(seats.house(election), seats.house(election, False), tr)

    def document(self) -> Callable[[], PrintJob] | None:
        """The seat sheet."""
        election, tr = self.choice.chosen, self._tr
        if election is None:
            return None
        return lambda: self._desk.printing.prepare("seats", tr.lang, subject=election.id)

    def _show(self) -> None:
        election, seats = self.choice.chosen, self._desk.talks.seats
        self.choice.setVisible(election is not None)
        if election is None:
            self._coalitions = ()
            self.power.show_rows(())
        else:
            atlantic = self.choice.counts_atlantic
            won = seats.house(election, atlantic).seats
            self.power.show_rows(seats.power(election, atlantic))
            self._coalitions = tuple(
                CoalitionRow(
                    "+".join(one.id for one in parties),
                    parties_said(parties),
                    len(parties),
                    sum(won[one.id] for one in parties),
                )
                for parties in seats.minimal(election, atlantic)
            )
        self._filter()
        self.told.emit()

    def _filter(self) -> None:
        wanted = {one.casefold() for one in self.wanted.text().replace("+", " ").split()}
        found = [
            one for one in self._coalitions if wanted <= set(one.parties.casefold().split("+"))
        ]
        self.count.setText(shown_of(found, self._coalitions, self._tr))
        self.minimal.show_rows(found)
