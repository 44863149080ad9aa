# SPDX-License-Identifier: Apache-2.0
"""The running program: the start window, the one workspace that is open, and what goes between."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk import __version__
from missiondesk.language import Translator, translator
from missiondesk.services.door import DOOR
from missiondesk.system.last_run import LastRun
from missiondesk.system.one_instance import OneInstance
from missiondesk.system.settings import Session, Settings, SettingsFile
from missiondesk.ui.late_locking import attend, locked_window
from missiondesk.ui.start.beginning import opened_first
from missiondesk.ui.start.window import StartWindow
from missiondesk.ui.theme import apply_theme, let_go, load_first_fonts, new_application

# Only what the first window needs is imported above; `after_paint` begins with all else.
if TYPE_CHECKING:
    from logging import Logger

    from PySide6.QtCore import QTranslator

    from missiondesk.services.desk import Desk
    from missiondesk.ui.faults import Report
    from missiondesk.ui.help.desk import HelpDesk
    from missiondesk.ui.idle import IdleCollecting
    from missiondesk.ui.locking import Locking
    from missiondesk.ui.main_window import MainWindow


def run(arguments: Sequence[str]) -> int:
    """Open the window, with the workspace named first in ``arguments`` if there is one.

    When the program runs already it is asked to do that, and this start ends.
    """
    path = Path(arguments[0]) if arguments else None
    one = OneInstance()
    first = one.claim()
    if not first and one.hand_over(path):
        return 0
    app = new_application([sys.argv[0], *arguments])
    application = Application(app)
    DOOR.tries = True
    sys.excepthook = lambda *fault: application.report(*fault)
    last = LastRun(one.folder)
    application.start(path, last.begin() if first else None)
    if first and application.start_window is not None:
        # After `furnish`: a file that waits there takes seconds, and signals must be heard then.
        answer = partial(_answer_the_door, application, one)
        application.start_window.painted.connect(lambda: QTimer.singleShot(0, application, answer))
    code = app.exec()
    if first:
        last.end()
    one.release()
    return code


def _answer_the_door(application: Application, one: OneInstance) -> None:
    from missiondesk.ui.doorbell import Doorbell

    Doorbell(application, one)


class Application(QObject):
    """Holds settings, language and the window in front."""

    def __init__(self, app: QApplication, file: SettingsFile | None = None) -> None:
        super().__init__()
        self._app = app
        self._file = file if file is not None else SettingsFile()
        self.settings: Settings = self._file.read()
        self._qt_words: tuple[QTranslator, ...] = ()
        self._idle: IdleCollecting | None = None
        self.start_window: StartWindow | None = None
        self.window: MainWindow | None = None
        self._help: HelpDesk | None = None
        self._log: Logger | None = None
        self.resumed: Session | None = None
        app.setApplicationName("missiondesk")
        app.setApplicationDisplayName("")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName("missiondesk")
        load_first_fonts()
        apply_theme(app, self.settings.theme)

    @property
    def tr_(self) -> Translator:
        """The screen's language."""
        return translator(self.settings.language)

    def start(self, path: Path | None = None, ended_hard: str | None = None) -> None:
        """Show the start window; once it is painted, open what is named, or what was open last.

        Args:
            path: A workspace file.
            ended_hard: A report of the last run's hard end; then only what is named is opened.
        """
        opening = opened_first(self.settings, path, ended_hard)
        self.start_window = StartWindow(self.tr_, self.settings.recent, opening)
        self.start_window.asked.connect(self.do)
        furnish = partial(self._furnish, path, ended_hard)
        self.start_window.painted.connect(lambda: QTimer.singleShot(0, self, furnish))
        self.start_window.show()

    def _furnish(self, path: Path | None, ended_hard: str | None) -> None:
        from missiondesk.ui import after_paint

        self._idle = after_paint.furnish(self, self._app)
        after_paint.go_on(self, path, ended_hard)

    def speak_qt(self) -> None:
        """Let Qt's own buttons speak the language too."""
        from missiondesk.ui.after_paint import speak_qt

        self._qt_words = speak_qt(self._app, self._qt_words, self.tr_)

    @cached_property
    def report(self) -> Report:
        """Takes an exception that reaches the event loop."""
        from missiondesk.ui.faults import Faults

        return Faults(self).report

    def logger(self) -> Logger:
        """The program's log, begun when it is first needed: it takes its part of each start."""
        if self._log is None:
            from logging import getLogger

            from missiondesk.system.log import start_log

            start_log()
            self._log = getLogger(__name__)
        return self._log

    # -- commands ------------------------------------------------------------------------
    def do(self, command: str) -> None:
        """Do what a window asked for; see `StartPage.asked` and `MainWindow.asked`."""
        verb, _, what = command.partition(":")
        if verb == "speak":
            self.speak(what)
        elif verb == "dress":
            self.dress(what)
        elif verb == "recent":
            self.open(Path(what))
        elif verb == "help":
            self.help(what)
        elif verb in ("merge", "meet", "send_copy", "fingerprint", "comment", "copy_mark"):
            from missiondesk.ui.copy_actions import CopyActions

            CopyActions(self).do(verb, what)
        else:
            from missiondesk.ui.workspace_actions import carry_out

            carry_out(self, verb, what)

    def speak(self, language: str) -> None:
        """Say everything in another language from now on."""
        self.remember(self.settings._replace(language=language))
        self.speak_qt()
        if self.start_window is not None:
            self.start_window.speak(self.tr_, self.settings.recent)
        if self.window is not None:
            self.window.settle(self.settings)
            self.window.speak(self.tr_)
        if self._help is not None:
            self._help.speak(self.tr_)

    def dress(self, theme: str) -> None:
        """Wear another palette."""
        self.remember(self.settings._replace(theme=theme))
        apply_theme(self._app, theme)
        if self.window is not None:
            self.window.settle(self.settings)
            self.window.speak(self.tr_)
        if self._help is not None:
            self._help.speak(self.tr_)

    def help(self, topic: str) -> None:
        """Show the guide at the page that explains ``topic``."""
        if self._help is None:
            from missiondesk.ui.help.desk import HelpDesk

            self._help = HelpDesk()
        self._help.open(self.tr_, topic)

    def remember(self, settings: Settings) -> None:
        """Keep the settings; a folder that cannot be written is no reason to stop."""
        self.settings = settings
        try:
            self._file.write(settings)
        except OSError as error:
            self.logger().warning("the settings could not be written: %s", type(error).__name__)

    # -- workspaces ----------------------------------------------------------------------
    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a workspace file; when that cannot be, say why and leave things as they are."""
        from missiondesk.ui.workspace_actions import WorkspaceActions

        WorkspaceActions(self).open(path, read_only=read_only)

    def show_desk(self, desk: Desk) -> MainWindow:
        """Put an open workspace on the screen instead of what is there, and where that stood.

        Raises:
            Unavailable: Its file is found wanting, and closed; all stays as it was.
        """
        from missiondesk.ui.opened_lately import when_opened
        from missiondesk.ui.session import go_back
        from missiondesk.ui.window_of import window_of

        settings = when_opened(self, desk)
        window = window_of(desk, self.tr_, settings)
        if settings != self.settings:
            self.remember(settings)
        window.asked.connect(self.do)
        window.closed.connect(lambda: self._closed(window))
        before, self.window = self.window, window
        go_back(window, self.resumed)  # before it is seen: nobody looks at an empty frame
        window.show()
        if self._idle is not None:
            self._idle.watch(window)
        attend(self)
        if before is not None:
            before.close()
        if self.start_window is not None:
            self.start_window.close()
            let_go(self.start_window)
            self.start_window = None
        return window

    @cached_property
    def locking(self) -> Locking:
        """What locks confidential workspaces."""
        from missiondesk.ui.locking import Locking

        return Locking(self)

    def _closed(self, window: MainWindow) -> None:
        from missiondesk.system.collector import look_at_all_again
        from missiondesk.ui.session import left_with

        self.remember(left_with(window, self.settings))
        window.desk.close(discard=window.discards)
        look_at_all_again()
        if window is self.window:
            self.window = None
            attend(self)
        let_go(window)

    def front(self) -> QWidget | None:
        """The window over which questions are asked."""
        return self.window or locked_window(self) or self.start_window

    def busy(self, on: bool) -> None:
        """Show that something takes a moment."""
        if on:
            self._app.setOverrideCursor(QtCore.Qt.CursorShape.WaitCursor)
        else:
            self._app.restoreOverrideCursor()

    def quit(self) -> None:
        """End the program."""
        self._app.quit()
