# SPDX-License-Identifier: Apache-2.0
"""Constellations: who would stand where towards a government, and what the seats say of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.party import Constellation
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.seat_words import house_said, standings_said
from missiondesk.services.seats import Standing
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.talks.constellation_records import ConstellationRecords
from missiondesk.ui.talks.election_choice import ElectionChoice, ShippedResults
from missiondesk.ui.talks.roles_grid import RolesGrid
from missiondesk.ui.talks.tab import TalksChoice, TalksTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import column
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide

_LEAST = 250  # px, of the list of constellations and its form


class SeatsTab(TalksTab):
    """The list, the grid of who stands where, and two pictures of the chosen constellation."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self._standings: tuple[Standing, ...] = ()
        self.choice = ElectionChoice(desk, tr, "seats", self._show)
        self.shipped = ShippedResults(desk, hub, tr, self.attempt)
        self.empty = EmptyState(
            say("A constellation says which parties govern, support, stay neutral or are against. "
                "It counts the seats of an election, and no result is in the workspace yet."),
            say("Enter a result"),
            lambda: navigate("talks", "parties"),
        )  # fmt: skip
        self.records = ConstellationRecords(desk, hub, tr)
        self.records.setMinimumHeight(scaled(_LEAST))
        self.records.table.chosen.connect(self._show_chosen)
        self.grid = RolesGrid(desk, tr, self.attempt)
        self.half = PictureCard(tr, hub.tasks, "hemicycle")
        self.bars = PictureCard(tr, hub.tasks, "majority", least=60)
        self.body = self._body()
        page = ScrollPage(margins=(0, 8, 12, 12))
        page.body.setSpacing(10)
        for part in (self.choice, self.trouble, self.empty, self.shipped, self.body):
            page.body.addWidget(part)
        page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def _body(self) -> QWidget:
        pictures = column(self.half, self.bars, None)
        both = SideBySide(pictures, self.grid, least=400, width=490)
        return column(self.records, both, gap=12)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read election, constellations and seats again."""
        self.choice.offer()
        self.shipped.offer()
        self._show()

    def headline(self) -> tuple[str, str]:
        """How many constellations have a majority."""
        election, tr = self.choice.chosen, self._tr
        if election is None:
            return tr.say("No result of an election is in the workspace yet"), ""
        seats = self._desk.talks.seats
        said = house_said(seats.house(election), seats.house(election, False), tr)
        return standings_said(self._standings, tr), said

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a constellation, in its election."""
        found = self._desk.situation.get(Constellation, key)
        if found is None:
            return
        self.choice.choose(found.election)
        self.records.choose(key)
        if field:
            self.records.focus_field(field)

    def document(self) -> Callable[[], PrintJob] | None:
        """The seat sheet."""
        election, tr = self.choice.chosen, self._tr
        if election is None:
            return None
        return lambda: self._desk.printing.prepare("seats", tr.lang, subject=election.id)

    def _show(self) -> None:
        election = self.choice.chosen
        self.empty.setVisible(election is None)
        self.shipped.setVisible(election is None and self.shipped.isVisibleTo(self))
        self.choice.setVisible(election is not None)
        self.body.setVisible(election is not None)
        if election is None:
            self.told.emit()
            return
        self._standings = self._desk.talks.seats.standings(election)
        self.records.show_standings(election.id, self._standings)
        self.grid.show_constellations(election, self._standings)
        self._show_chosen()
        self.told.emit()

    def _show_chosen(self, _key: str = "") -> None:
        """Draw the chosen constellation; without one, the parliament alone."""
        election, tr = self.choice.chosen, self._tr
        if election is None:
            return
        key, atlantic = self.records.table.selected(), self.choice.counts_atlantic
        one = next((it for it in self._standings if it.id == key), None)
        chosen = one.constellation if one is not None else None
        pictures = self._desk.pictures
        self.half.show_plot(pictures.seats(election, chosen, tr.lang, atlantic))
        self.bars.setVisible(chosen is not None)
        if chosen is not None:
            self.bars.show_plot(pictures.majorities(election, tr.lang, chosen))
