# SPDX-License-Identifier: Apache-2.0
"""Topics against parties: stances typed by single keys, each with what stands behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.negotiation import Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.positions import TopicRow
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.negotiation import StanceEdit
from missiondesk.services.position_words import (
    RED_LINE,
    climate_word,
    held_letters,
    held_words,
    legend,
    matrix_said,
    party_name,
    stance_letters,
)
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.talks_present import slides
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.talks.position_filters import PositionFilters
from missiondesk.ui.talks.position_form import PositionForms
from missiondesk.ui.talks.present import Presentation
from missiondesk.ui.talks.tab import TalksChoice, TalksTab, stand_tall
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import shown_of
from missiondesk.ui.widgets.flow_row import flowing, show_hint_whole
from missiondesk.ui.widgets.letter_grid import Edit, GridCell, GridHead, LetterGrid
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide


class PositionsTab(TalksTab):
    """The grid with its filters at the left, the position and the topic at the right."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self._rows: tuple[TopicRow, ...] = ()
        self._all: tuple[TopicRow, ...] = ()
        self._parties: tuple[Party, ...] = ()
        self._letters = stance_letters(tr)
        beside = dict.fromkeys(self._letters.values(), RED_LINE)
        beside[RED_LINE] = "".join(self._letters.values())
        self.grid = LetterGrid("positionsGrid", say("Topics and parties"), beside, head=230)
        self.grid.edited.connect(self._edited)
        self.grid.looked_at.connect(lambda _row, _column: self._show_cell())
        self.forms = PositionForms(desk, tr)
        self.forms.remove.clicked.connect(lambda _on=False: self.remove_topic())
        self.empty = EmptyState(
            say("Positions belong to a round of talks, and there is none yet."),
            say("Go to the round"),
            lambda: navigate(PageName.TALKS, "round"),
        )
        self.filters = PositionFilters(tr, self._show)
        self.body = SideBySide(self._main(), self._side(), least=380, width=290, top=False, gap=24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        for part in (self.filters, self.trouble, self.empty):
            layout.addWidget(part)
        layout.addWidget(self.body, 1)

    def _main(self) -> QWidget:
        say = self._tr.say
        self.line = QLineEdit()
        self.line.setObjectName("topicNew")
        self.line.setAccessibleName(say("Title of a topic"))
        self.line.setPlaceholderText(say("Title of a topic"))
        self.line.returnPressed.connect(self.add_topic)
        self.add_button = push_button(say("Add topic"), "addTopic", self.add_topic, "", "plus")
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.present_button = push_button(say("Present…"), "presentTopic", self.present, "plain")
        self.line.setMaximumWidth(scaled(520))
        show_hint_whole(self.line)
        layout.addWidget(flowing(self.line, self.add_button, self.present_button))
        layout.addWidget(self.grid, 1)
        layout.addWidget(text_label(legend(self._tr), "detail", wrap=True))
        return made

    def _side(self) -> QWidget:
        side = ScrollPage(margins=(0, 4, 12, 12))
        side.body.addWidget(self.forms)
        stand_tall(self.grid, side)
        side.body.addStretch(1)
        return side

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read topics and positions again; filters and place stay."""
        found = self.talks_round
        for widget in (self.filters, self.body):
            widget.setVisible(found is not None)
        self.empty.setVisible(found is None)
        self._all = self._desk.talks.rounds.rows(found) if found is not None else ()
        self.line.setEnabled(not self._desk.read_only)
        self.add_button.setEnabled(not self._desk.read_only)
        self._show()

    def headline(self) -> tuple[str, str]:
        """On how many topics the parties agree."""
        if self.talks_round is None:
            return self._tr.say("No talks are under way"), ""
        return matrix_said(self._all, self._tr), ""

    @property
    def for_readers(self) -> bool:
        """Each reader gets what it may see."""
        return True

    def document(self) -> Callable[[], PrintJob] | None:
        """The matrix for the chosen reader."""
        found = self.talks_round
        return self.kind("positions", found.id) if found is not None else None

    def _show(self) -> None:
        found, tr = self.talks_round, self._tr
        if found is None:
            self.told.emit()
            return
        wanted = self.filters.letters()
        table = self._desk.talks.rounds.parties(found)
        self._parties = tuple(one for one in table if not wanted or one.code.casefold() in wanted)
        self._rows = tuple(one for one in self._all if self.filters.passes(one))
        heads = [self._head(one) for one in self._rows]
        columns = [GridHead(one.code, party_name(one)) for one in self._parties]
        cells = [[self._cell(one, party) for party in self._parties] for one in self._rows]
        self.grid.show_cells(heads, columns, cells)
        self.filters.count.setText(shown_of(self._rows, self._all, tr))
        self._show_cell()
        self.told.emit()

    def _head(self, one: TopicRow) -> GridHead:
        title = f"{one.topic.number} {one.topic.title.in_language(self._tr.lang)}"
        spoken = f"{title}: {climate_word(one.climate, self._tr)}"
        return GridHead(f"{one.climate.symbol} {title}", spoken)

    def _cell(self, one: TopicRow, party: Party) -> GridCell:
        held, silent = one.held.get(party.id), party.id in one.silent
        letters = held_letters(held, silent, self._tr)
        text = " ".join((letters.rstrip(RED_LINE), RED_LINE)) if RED_LINE in letters else letters
        return GridCell(text, held_words(held, silent, self._tr), held is None)

    def _place(self) -> tuple[TopicRow | None, Party | None]:
        index = self.grid.currentIndex()
        down = index.row() if index.isValid() and index.row() < len(self._rows) else -1
        across = index.column() if index.isValid() and index.column() < len(self._parties) else -1
        return (
            self._rows[down] if down >= 0 else None,
            self._parties[across] if across >= 0 else None,
        )

    def _show_cell(self) -> None:
        one, party = self._place()
        held = one.held.get(party.id) if one is not None and party is not None else None
        title = party_name(party) if party is not None and one is not None else ""
        self.forms.show_cell(title, one.topic if one is not None else None, held)

    def show_record(self, key: str, field: str = "") -> None:
        """Go to a topic, or to a party's position on it."""
        held = self._desk.situation.get(PartyPosition, key)
        topic = held.topic if held is not None else key
        self.filters.clear()
        rows = [one.id for one in self._rows]
        codes = [one.id for one in self._parties]
        if topic not in rows:
            return
        across = codes.index(held.party) if held is not None and held.party in codes else 0
        self.grid.setCurrentIndex(self.grid.letters.index(rows.index(topic), across))
        self._show_cell()
        form = self.forms.position if held is not None else self.forms.topic
        if not (field and form.focus_field(field)):
            self.grid.setFocus()

    # -- verbs ---------------------------------------------------------------------------
    def _edited(self, edits: list[Edit]) -> None:
        by_letter = {letter: one for one, letter in self._letters.items()}
        wanted = []
        for down, across, text in edits:
            topic, party = self._rows[down], self._parties[across]
            red = RED_LINE in text
            letter = text.replace(RED_LINE, "").strip().upper()[:1]
            before = topic.held.get(party.id)
            stance = by_letter.get(letter)
            if stance is None and red:
                stance = before.stance if before is not None else PartyStance.UNKNOWN
            wanted.append(StanceEdit(topic.id, party.id, stance, red))
        if not self._desk.read_only:
            self.attempt(lambda: self._desk.talks.rounds.say_stances(wanted))

    def add_topic(self) -> None:
        """Add a topic with what stands in the line, and go to it."""
        text, found = " ".join(self.line.text().split()), self.talks_round
        if not text or found is None:
            self.line.setFocus()
            return
        wording = Wording(en=text) if self._tr.lang == "en" else Wording(text)

        def do() -> None:
            added = self._desk.talks.rounds.add_topic(found.id, wording)
            self.line.clear()
            self.show_record(added.id)

        self.attempt(do)

    def present(self) -> None:
        """Show the topics one by one in large type, without anything confidential."""
        found, (one, _party) = self.talks_round, self._place()
        if found is None or not self._all:
            return
        shown = Presentation(slides(self._desk.situation, found, self._tr), self._tr, self.window())
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.begin(one.id if one is not None else "")
        shown.setWindowState(shown.windowState() | Qt.WindowState.WindowFullScreen)
        shown.open()

    def remove_topic(self) -> None:
        """Remove the topic of the row with what parties hold on it; undo brings it back."""
        one, _party = self._place()
        if one is None or self._desk.read_only:
            return

        def do() -> None:
            self._desk.talks.remove(Topic, one.id)
            self._hub.say(self._tr.say("The topic and its positions were removed."), undoable=True)

        self.attempt(do)
