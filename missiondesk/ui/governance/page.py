# SPDX-License-Identifier: Apache-2.0
"""The page of governance: what the boards must see, and all that governs across ministries."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from missiondesk.domain.body import AgendaItem, Body, Meeting, Membership
from missiondesk.domain.decision import Action, Decision
from missiondesk.domain.entities import Entity
from missiondesk.domain.issue import Dependency, Issue, Risk
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.responsibility import Responsibility
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.governance.board_tab import BoardTab
from missiondesk.ui.governance.bodies_tab import BodiesTab
from missiondesk.ui.governance.chain_tab import ChainTab
from missiondesk.ui.governance.decisions_tab import DecisionsTab
from missiondesk.ui.governance.dependencies_tab import DependenciesTab
from missiondesk.ui.governance.issues_tab import IssuesTab
from missiondesk.ui.governance.meetings_tab import MeetingsTab
from missiondesk.ui.governance.raci_tab import RaciTab
from missiondesk.ui.governance.reshuffle_tab import ReshuffleTab
from missiondesk.ui.governance.risks_tab import RisksTab
from missiondesk.ui.governance.tab import GovernanceTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.late_tab import InFront, LateTab
from missiondesk.ui.pages import Navigate, split_key
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import look, push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.tab_bar import Tabs


@dataclass(frozen=True, slots=True)
class TabLine:
    """One tab of the page.

    Attributes:
        key: Its name in a jump, navigate("governance", key).
        word: What the tab is called, an id of the catalogue.
        make: Its class, called as ``make(desk, hub, tr, navigate)`` when it is first looked at.
        shows: Kinds of records that are looked at there: a jump to one opens this tab.
        fields: Fields of any record that are mended there: a jump to one opens this tab.
    """

    key: str
    word: str
    make: type[GovernanceTab]
    shows: tuple[type[Entity], ...] = ()
    fields: tuple[str, ...] = ()


# A new tab is one line here.
TABS: tuple[TabLine, ...] = (
    TabLine("board", N_("What the board must see"), BoardTab),
    TabLine("bodies", N_("Bodies"), BodiesTab, (Body, Membership)),
    TabLine("meetings", N_("Meetings"), MeetingsTab, (Meeting, AgendaItem, Action)),
    TabLine("decisions", N_("Decisions"), DecisionsTab, (Decision,)),
    TabLine("issues", N_("Issues to settle"), IssuesTab, (Issue,)),
    TabLine("risks", N_("Risks"), RisksTab, (Risk,)),
    TabLine("dependencies", N_("Dependencies"), DependenciesTab, (Dependency,)),
    TabLine("raci", N_("RACI"), RaciTab, (Responsibility,), ("responsibilities",)),
    TabLine("chain", N_("Chain of command"), ChainTab, (), ("bodies",)),
    TabLine("reshuffle", N_("Reallocation"), ReshuffleTab),
)


class GovernancePage(QWidget):
    """Tabs under one heading; only the one in front is made and read."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("governancePage")
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self._holders: dict[str, LateTab[GovernanceTab]] = {}
        self._in_front = InFront(lambda: desk.large, self)
        say = tr.say
        self.print_button = push_button(say("Print"), "printGovernance", self.print_page)
        self.export_button = push_button(
            say("Export PDF"), "exportGovernance", self.export, "primary"
        )
        self.head = Headline(self.print_button, self.export_button)
        self.output = DocumentOutput(desk, hub, tr)
        self.tabs = Tabs("governanceTabs", say("Governance"))
        for line in TABS:
            holder = self._holders[line.key] = LateTab(partial(self._make, line))
            self.tabs.add(holder, say(line.word), line.key)
        self.tabs.currentChanged.connect(lambda _place: self._show_front())
        layout = page_layout(self)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.output)
        layout.addWidget(self.tabs, 1)
        hub.changed.connect(self._changed)

    # -- showing -------------------------------------------------------------------------
    @property
    def front(self) -> GovernanceTab:
        """The tab in front; it is made when nobody has looked at it before."""
        return self._holders[self.tabs.current()].made

    def _make(self, line: TabLine) -> GovernanceTab:
        made = line.make(self._desk, self._hub, self._tr, self._navigate)
        made.said.connect(self._say_headline)
        return made

    def refresh(self) -> None:
        """Read the tab in front again, the others when they are looked at."""
        for holder in self._holders.values():
            holder.stale = True
        self._show_front()

    def _show_front(self) -> None:
        self._in_front.bring(self._holders[self.tabs.current()], self._say_headline)

    def _say_headline(self) -> None:
        front = self.front
        self.head.say(*front.headline())
        printable = front.document() is not None
        for button in (self.print_button, self.export_button):
            button.setVisible(printable)
        look(self.export_button, "" if front.acts else "primary")

    def show_record(self, key: str) -> None:
        """Bring a record, or the tab of this name, into view; "id#field" also goes to the field."""
        wanted, field = split_key(key)
        now = self._desk.situation
        found = [it for it in TABS if field and field in it.fields]
        found += [it for it in TABS if any(now.get(kind, wanted) is not None for kind in it.shows)]
        self.tabs.open(found[0].key if found else wanted)
        self._holders[self.tabs.current()].fresh()
        self._show_front()
        if found:
            self.front.show_record(wanted, field)

    def record(self) -> str:
        """The tab in front."""
        return self.tabs.current()

    def count(self) -> int | None:
        """No number: what matters here is said in the headline."""
        return None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_front()

    def _changed(self, _step: Step) -> None:
        # Whatever changes may have to be seen by a board; what nobody looks at is read later.
        for holder in self._holders.values():
            holder.stale = True
        if self.isVisible():
            self._show_front()

    # -- verbs ---------------------------------------------------------------------------
    def export(self) -> None:
        """Ask for a place and write the document of the tab in front there."""
        prepare = self.front.document()
        if prepare is not None:
            self.output.export(prepare)

    def print_page(self) -> None:
        """Print the document of the tab in front."""
        prepare = self.front.document()
        if prepare is not None:
            self.output.print(prepare)
