# SPDX-License-Identifier: Apache-2.0
"""The room for coalition talks: one head over groups of tabs, each made when it is looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from missiondesk.domain.copy_sent import Audience
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.party import Party
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.talks_partition import Reader, readers
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.late_tab import LateTab, maker_of
from missiondesk.ui.pages import Navigate, split_key
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.talks.tab import TalksChoice, TalksTab, scrolled, stand_tall
from missiondesk.ui.widgets.filter_parts import filter_box
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.tab_groups import TabGroups


@dataclass(frozen=True, slots=True)
class TabLine:
    """One tab: its name in a jump, its word, "file:Class", and the kinds of records it shows."""

    key: str
    word: str
    maker: str
    kinds: tuple[str, ...] = ()


GROUPS: tuple[tuple[str, tuple[TabLine, ...]], ...] = (
    (N_("The talks"), (
        TabLine("round", N_("The round"), "round_tab:RoundTab", ("talks_round",)),
        TabLine("meetings", N_("Meetings"), "meetings_tab:MeetingsTab", ("talks_meeting",)),
        TabLine("questions", N_("Questions"), "questions_tab:QuestionsTab", ("talks_question",)),
    )),
    (N_("Topics"), (
        TabLine("positions", N_("Positions"), "positions_tab:PositionsTab",
                ("topic", "party_position")),
        TabLine("options", N_("Options for topics"), "options_tab:OptionsTab", ("talks_option",)),
    )),
    (N_("Text"), (
        TabLine("text", N_("Clauses"), "text_tab:TextTab", ("clause",)),
        TabLine("drafts", N_("Versions"), "drafts_tab:DraftsTab", ("talks_draft", "draft_copy")),
        TabLine("agreement", N_("Into missions"), "agreement_tab:AgreementTab"),
    )),
    (N_("Money"), (
        TabLine("money", N_("Financing"), "money_tab:MoneyTab", ("financing_line",)),
        TabLine("packages", N_("Packages"), "packages_tab:PackagesTab", ("package",)),
    )),
    (N_("Parliament"), (
        TabLine("seats", N_("Constellations"), "seats_tab:SeatsTab", ("constellation",)),
        TabLine("power", N_("Majorities"), "power_tab:PowerTab"),
        TabLine("parties", N_("Parties"), "parties_tab:PartiesTab",
                ("party", "election", "seat_result")),
    )),
)  # fmt: skip

TABS: tuple[TabLine, ...] = tuple(line for _group, lines in GROUPS for line in lines)


class TalksPage(SeenPage, QWidget):
    """Heading and tabs; only the one in front is made and read."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("talksPage")
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        say = tr.say
        self.print_button = push_button(say("Print…"), "printTalks", self.print_page)
        self.export_button = push_button(say("Export PDF…"), "exportTalks", self.export, "primary")
        self.send_button = push_button(say("Send a party’s copy…"), "sendParty", self.send)
        self.shared = TalksChoice()
        self.readers = filter_box(
            "talksReader", say("For whom"), self._read_for, most=170, keeps=False
        )
        self.head = Headline(self.readers, self.send_button, self.print_button, self.export_button)
        self.output = DocumentOutput(desk, hub, tr)
        self.bars = TabGroups("talksTabs", say("Coalition talks"))
        self.tabs = self.bars.tabs
        self._holders: dict[str, LateTab[TalksTab]] = {}
        for group, lines in GROUPS:
            for line in lines:
                holder = self._holders[line.key] = LateTab(
                    partial(self._make, line.maker), frame=scrolled
                )
                self.bars.add(holder, say(line.word), line.key, say(group))
        self.tabs.currentChanged.connect(lambda _place: self._show_front())
        layout = page_layout(self)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.output)
        layout.addWidget(self.bars, 1)
        self.follow(hub)

    def _make(self, maker: str) -> TalksTab:
        made: TalksTab = maker_of("missiondesk.ui.talks", maker)(
            self._desk, self._hub, self._tr, self._navigate, self.shared
        )
        for one in made.findChildren(RecordsTab):
            stand_tall(one.table, one.side)
        made.told.connect(self._say_head)
        return made

    # -- showing -------------------------------------------------------------------------
    @property
    def front(self) -> TalksTab:
        """The tab in front."""
        return self._holders[self.tabs.current()].made

    def refresh(self) -> None:
        """Read the tab in front again, the others when they are looked at."""
        for holder in self._holders.values():
            holder.stale = True
        self._offer_readers()
        self._show_front()

    def _offer_readers(self) -> None:
        """Offer the secretariat, all parties, everyone, and each party; the choice stays."""
        now, tr, kept = self._desk.situation, self._tr, self.readers.currentData()
        self.readers.blockSignals(True)
        self.readers.clear()
        for key in readers(now):
            words = Reader(key).words(now, tr)
            self.readers.addItem(words[:1].upper() + words[1:], key)
        self.readers.setCurrentIndex(max(self.readers.findData(kept), 0))
        self.readers.blockSignals(False)
        self._read_for()

    def _read_for(self) -> None:
        self.shared.reader = self.readers.currentData() or ""

    def _show_front(self) -> None:
        self._holders[self.tabs.current()].fresh()
        self._say_head()

    def _say_head(self) -> None:
        self.head.say(*self.front.headline())
        prints = self.front.document() is not None
        self.readers.setVisible(self.front.for_readers)
        mark = self._desk.copy_mark  # a party has nobody to send its own copy on to
        whole = mark is None or mark.audience is Audience.SECRETARIAT
        self.send_button.setVisible(self.front.for_parties and whole)
        self.send_button.setEnabled(
            bool(self._desk.situation.all(Party)) and not self._desk.read_only
        )
        for button in (self.print_button, self.export_button):
            button.setEnabled(prints)

    def open(self, tab: str) -> None:
        """Bring a tab to the front."""
        self.tabs.open(tab)
        self._show_front()

    # -- page ----------------------------------------------------------------------------
    def show_record(self, key: str) -> None:
        """Open a tab by its name, or the tab that shows a record and choose it there."""
        wanted, field = split_key(key)
        self.read_if_stale()
        if wanted in self._holders:
            self.open(wanted)
            if field:
                self.front.show_record(field)
            return
        for line in TABS:
            if any(self._desk.talks.has(kind, wanted) for kind in line.kinds):
                self.open(line.key)
                self.front.show_record(wanted, field)
                return

    def record(self) -> str:
        """The tab in front."""
        return self.tabs.current()

    def count(self) -> int | None:
        """Nothing is counted."""
        return None

    def send(self) -> None:
        """Ask for the rest of what a party's copy needs, with the party that is chosen."""
        chosen = self.shared.reader
        party = chosen if self._desk.situation.get(Party, chosen or None) is not None else ""
        self._hub.asked.emit(f"send_copy:party:{party}")

    def export(self) -> None:
        """Ask for a place and write there, as a document, what the tab in front shows."""
        job = self.front.document()
        if job is not None:
            self.output.export(job)

    def print_page(self) -> None:
        """Print, as a document, what the tab in front shows."""
        job = self.front.document()
        if job is not None:
            self.output.print(job)
