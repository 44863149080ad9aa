# SPDX-License-Identifier: Apache-2.0
"""The face of the page that lists: actors, commitments, needs, map and contacts under one head."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import ActorRow
from missiondesk.services.desk import Desk
from missiondesk.ui.actors.actors_tab import ActorListTab
from missiondesk.ui.actors.contacts_tab import ContactsTab
from missiondesk.ui.actors.map_tab import MapTab
from missiondesk.ui.actors.needs_tab import NeedsTab
from missiondesk.ui.actors.promises_tab import PromisesTab
from missiondesk.ui.actors.tab import ActorsTab
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.late_tab import InFront, LateTab
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable


@dataclass(frozen=True, slots=True)
class TabLine:
    """One tab: its name in a jump, its word, and its class."""

    key: str
    word: str
    make: type[ActorsTab]


TABS: tuple[TabLine, ...] = (
    TabLine("actors", N_("Actors"), ActorListTab),
    TabLine("promises", N_("Commitments"), PromisesTab),
    TabLine("needs", N_("Need and promised"), NeedsTab),
    TabLine("map", N_("Actor map"), MapTab),
    TabLine("contacts", N_("Contacts"), ContactsTab),
)


class Front(QWidget):
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
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self._holders: dict[str, LateTab[ActorsTab]] = {}
        self._in_front = InFront(lambda: desk.large, self)
        say = tr.say
        self.print_button = push_button(say("Print"), "printActors", self.print)
        self.export_button = push_button(say("Export PDF"), "exportActors", self.export)
        self.file_button = self._file_button()
        self.head = Headline(self.file_button, self.print_button, self.export_button)
        self.output = DocumentOutput(desk, hub, tr)
        self.files = FileOutput(desk, hub, tr)
        self.tabs = Tabs("actorsTabs", say("The coalition of actors"))
        for line in TABS:
            holder = self._holders[line.key] = LateTab(partial(self._make, line))
            self.tabs.add(holder, say(line.word), line.key)
        first = self.front
        assert isinstance(first, ActorListTab)
        self.table: ReadTable[ActorRow] = first.table
        self.tabs.currentChanged.connect(lambda _place: self._show_front())
        layout = page_layout(self)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.output)
        layout.addWidget(self.files)
        layout.addWidget(self.tabs, 1)

    def _file_button(self) -> QPushButton:
        say = self._tr.say
        button = push_button(say("Export table"), "exportActorTable")
        menu = QMenu(button)
        for text, form in ((say("Excel workbook…"), "xlsx"), (say("CSV file…"), "csv")):
            action = menu.addAction(text)
            action.setObjectName(f"exportActorTable_{form}")
            action.triggered.connect(lambda _checked=False, form=form: self.export_table(form))
        button.setMenu(menu)
        return button

    # -- showing -------------------------------------------------------------------------
    @property
    def front(self) -> ActorsTab:
        """The tab in front; it is made when nobody has looked at it before."""
        return self._holders[self.tabs.current()].made

    def _make(self, line: TabLine) -> ActorsTab:
        made = line.make(self._desk, self._hub, self._tr, self._navigate)
        made.told.connect(self._say_head)
        return made

    def refresh(self) -> None:
        """Read the tab in front again, the others when they are looked at."""
        for holder in self._holders.values():
            holder.stale = True
        self._show_front()

    def _show_front(self) -> None:
        self._in_front.bring(self._holders[self.tabs.current()], self._say_head)

    def _say_head(self) -> None:
        self.head.say(*self.front.headline())
        self.file_button.setVisible(self.tabs.current() in ("actors", "promises"))

    def open(self, tab: str) -> None:
        """Bring a tab to the front."""
        self.tabs.open(tab)
        self._holders[tab].fresh()
        self._show_front()

    def choose(self, key: str) -> None:
        """Choose a record in the tab in front."""
        self.front.show_record(key)

    # -- verbs ---------------------------------------------------------------------------
    def export(self) -> None:
        """Ask for a place and write there, as a document, what the tab in front shows."""
        self.output.export(self.front.document())

    def export_table(self, form: str) -> None:
        """Ask for a place and write there the rows that are shown, as "xlsx" or "csv"."""
        job, say = self.front.file(form), self._tr.say
        words = {"xlsx": say("Excel workbooks"), "csv": say("CSV files")}
        if job is not None:
            self.files.save(lambda: job, say("Export table"), (words[form], f"*.{form}"))

    def print(self) -> None:
        """Print, as a document, what the tab in front shows."""
        self.output.print(self.front.document())
