# SPDX-License-Identifier: Apache-2.0
"""The window: top bar, side bar, pages, status line; it composes them and owns no subject."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.system.settings import Settings, WindowPlace
from missiondesk.ui import theme
from missiondesk.ui.backup_jobs import BackupJobs
from missiondesk.ui.hub import Hub
from missiondesk.ui.judging import Judging, OneByOne
from missiondesk.ui.kept_filters import filters_of, gathered
from missiondesk.ui.last_folders import LastFolders
from missiondesk.ui.leaving import settle_typing
from missiondesk.ui.lost_focus import LostFocus
from missiondesk.ui.menus import Menus
from missiondesk.ui.mission_drop import MissionDrop
from missiondesk.ui.navigation import PageStack, Place, go_round
from missiondesk.ui.overlays import Overlays
from missiondesk.ui.page_makers import make_page
from missiondesk.ui.pages import PageName, Printable
from missiondesk.ui.printing import PrintAll
from missiondesk.ui.status_line import StatusLine
from missiondesk.ui.top_bar import TopBar
from missiondesk.ui.undo import UndoActions
from missiondesk.ui.untaken_texts import (
    KeptText,
    go_to_first,
    kept_texts,
    may_go,
    put_back,
    tell_lost,
)
from missiondesk.ui.way import Way
from missiondesk.ui.widgets.sidebar import Sidebar
from missiondesk.ui.widgets.toast import Toast
from missiondesk.ui.window_commands import commands_of
from missiondesk.ui.window_place import place_of, put, title_of
from missiondesk.ui.window_size import fitting

LEAST = (960, 640)
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """One workspace on the screen.

    Args:
        ahead: Make the pages that nobody asked for yet while there is nothing else to do.

    Attributes:
        asked: A command that belongs to the application: "new", "open", "recent:<path>",
            "sample", "save", "save_as", "save_copy", "backups", "why", "quit", "speak:<lang>",
            "dress:<theme>", "help:<topic>", "resume:on", "resume:off".
        closed: The window is gone and its work is saved.
        drops_texts: It may go with text that fields did not take.
    """

    asked = Signal(str)
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        settings: Settings,
        parent: QWidget | None = None,
        ahead: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mainWindow")
        theme.dress(self)
        self.desk, self.hub, self._settings, self._ahead = desk, hub, settings, ahead
        self.folders = LastFolders(desk, settings.folders, self)
        self.discards = self.drops_texts = self._built = self._gone = False
        self._filters = filters_of(settings, desk)
        self.pages: PageStack
        self.undo: UndoActions
        self.setMinimumSize(fitting(QSize(*LEAST), self.screen().availableGeometry()))
        put(self, settings.window, USUAL)
        hub.changed.connect(lambda _step: self._name())
        MissionDrop(self, lambda path: self.asked.emit(f"meet:{path}"))
        hub.said.connect(self._tell)
        hub.asked.connect(self.asked)
        BackupJobs(desk, hub.jobs, self)
        self._judging = Judging(desk, hub, OneByOne(self._count, PageName, self), self)
        self._judging.judged.connect(lambda: self.pages.refresh_front())
        self.way = Way(lambda: self.pages, self)
        self.speak(tr)

    def settle(self, settings: Settings) -> None:
        """Take changed settings; the next `speak` shows them in the menu."""
        self._settings = settings

    # -- language ------------------------------------------------------------------------
    def speak(self, tr: Translator) -> None:
        """Build everything in the language; the page and the record that are open stay open."""
        before, kept = self._take_down()
        self.tr_ = tr
        self.undo = UndoActions(self.desk, self.hub, tr, self)
        self.printer = PrintAll(self.desk, self.hub, tr, self)
        self.menus = Menus(self.menuBar(), self, tr, commands_of(self, self._settings), self.undo)
        self.setCentralWidget(self._content(tr))
        self._name()
        tell_lost(self, put_back(self.pages, kept))
        self.pages.show_page(before.page, before.record)
        self.way.light(self.menus.actions["back"], self.menus.actions["forward"])
        if self._ahead:
            self.pages.make_the_rest()

    def _take_down(self) -> tuple[Place, list[KeptText]]:
        """Remove what was built for another language; what was open, and what was not taken."""
        if not self._built:
            self._built = True
            return Place(PageName.OVERVIEW), []
        settle_typing(self)
        left = self.pages.place(), kept_texts(self.pages)
        self._filters = gathered(self.pages, self.pages.kept_filters)
        if (content := self.centralWidget()) is not None:
            theme.let_go(content)
        self.undo.deleteLater()
        self.printer.deleteLater()
        return left

    def _content(self, tr: Translator) -> QWidget:
        content = QWidget()
        self.top = TopBar(self.desk, self.hub, tr, self.undo, self.menus.actions)
        self.top.asked_language.connect(lambda lang: self.asked.emit(f"speak:{lang}"))
        self.top.asked_why.connect(lambda: self.asked.emit("why"))
        self.top.asked_field.connect(lambda: go_to_first(self))
        self.sidebar = Sidebar(tr.say("Pages"))
        for name in PageName:
            self.sidebar.add_item(name, tr.say(name.word), gap=name is PageName.ORGANISATION)
        self.sidebar.asked.connect(self.show_page)
        self.pages = PageStack(lambda name: make_page(name, self.desk, self.hub, tr, self.navigate))
        self.pages.kept_filters = self._filters
        LostFocus(self.pages)
        self.pages.opened.connect(self._opened)
        self.pages.made.connect(self._count)
        self.status = StatusLine(self.desk, self.hub, tr)
        self.status.asked.connect(self.asked)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self.pages, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.toast = Toast(content)
        self.over = Overlays(self, tr, content)
        self.status.asked_jobs.connect(lambda: self.over.jobs.ask())
        return content

    # -- pages -----------------------------------------------------------------------------
    def navigate(self, page: str, key: str | None = None) -> None:
        """Go to a page, and to a record ("id" or "id#field") on it; `way` leads back."""
        before = self.pages.place()
        self.pages.show_page(page, key)
        self.way.leave(before)

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        self.navigate(name)

    def search(self) -> None:
        """Look for words in everything; they are typed at once."""
        self.show_page(PageName.SEARCH)
        if (page := self.pages.page(PageName.SEARCH)) is not None:
            page.show_record("")

    def print_page(self) -> None:
        """Print what the page in front shows, where it can be printed."""
        page: object = self.pages.page(self.pages.current())
        if isinstance(page, Printable):
            page.print_page()

    def next_pane(self) -> None:
        """Move the focus from side bar to page to top bar and round again."""
        go_round((self.sidebar, self.pages, self.top), self.sidebar.item(self.pages.current()))

    def _opened(self, name: str) -> None:
        self.sidebar.choose(name)
        self.pages.setAccessibleName(self.sidebar.item(name).text())
        self.menus.actions["print"].setEnabled(isinstance(self.pages.page(name), Printable))

    def _count(self, name: str) -> None:
        if (page := self.pages.page(name)) is not None:
            self.sidebar.show_count(name, page.count())

    # -- words -----------------------------------------------------------------------------
    def _name(self) -> None:
        self.menus.show_confidential(self.desk)
        self.setWindowTitle(title_of(self.desk, self.tr_))

    def named_anew(self) -> None:
        """The file or the settings changed: show it."""
        self.top.refresh()
        self.status.refresh()
        self._name()

    def _tell(self, sentence: str, undoable: bool) -> None:
        verb = self.tr_.say("Undo") if undoable else ""
        self.toast.say(sentence, verb, self.undo.undo.trigger if undoable else None)

    # -- place and end -----------------------------------------------------------------------
    def place(self) -> WindowPlace:
        """Where the window stands, to be remembered."""
        return place_of(self)

    def close_without_saving(self) -> None:
        """Close even though the newest steps are in memory only."""
        self.discards = True
        self.close()

    def stop(self) -> None:
        """Listen no more, and end what runs."""
        self._judging.stop()
        self.hub.close()
        self.hub.tasks.close()

    def vanish(self) -> None:
        """Go without asking and without a word: the workspace is locked."""
        self._gone = True
        self.close()
        theme.let_go(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._gone:
            event.accept()
            return
        settle_typing(self)
        self.discards |= self.desk.kept_nowhere
        if not self.discards and not may_go(self):
            event.ignore()
            return
        self.stop()
        event.accept()
        self.closed.emit()
