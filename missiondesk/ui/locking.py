# SPDX-License-Identifier: Apache-2.0
"""Locks the confidential workspace in front and opens it again on the page that was open: between
the two neither its records nor its key are in memory.
"""

from __future__ import annotations

import datetime
import gc
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from missiondesk.domain.message import N_
from missiondesk.services.locked import LockedDesk, lock
from missiondesk.services.saving import Unavailable
from missiondesk.system.collector import look_at_all_again
from missiondesk.system.memories import forget_texts
from missiondesk.ui.capture_shield import CaptureShield
from missiondesk.ui.clipboard_guard import ClipboardGuard
from missiondesk.ui.files import ask_open, usual_folder
from missiondesk.ui.leaving import settle_typing
from missiondesk.ui.navigation import Place
from missiondesk.ui.notices import Notice
from missiondesk.ui.opening import keep_watch
from missiondesk.ui.presence import Gone, Presence
from missiondesk.ui.start.window import StartWindow
from missiondesk.ui.untaken_texts import put_back, tell_lost, typed_place
from missiondesk.ui.written_dialog import seal, unseal, write_on

if TYPE_CHECKING:
    from missiondesk.language import Translator
    from missiondesk.ui.application import Application
    from missiondesk.ui.confidential.locked_window import LockedWindow


_ROUNDS: Final = 3
_LATER: Final = 1_000  # milliseconds, when also events that were on their way have gone
_TRIES_EVERY: Final = 10_000  # milliseconds


class Locking(QObject):
    """The lock of one application; at most one workspace is locked.

    Attributes:
        presence: Notices that nobody is there.
        guard: Watches over the clipboard.
        shield: Keeps the windows out of screenshots and shared screens.
        window: The locked window, None while nothing is locked.
    """

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self._all = application
        self.presence = Presence(self)
        self.presence.left.connect(self.lock)
        self.guard = ClipboardGuard(self)
        self.shield = CaptureShield(self)
        self.window: LockedWindow | None = None
        self._held: LockedDesk | None = None
        self._where: Place | None = None
        self._next: Path | None = None
        self._retry = QTimer(self)
        self._retry.setInterval(_TRIES_EVERY)
        self._retry.timeout.connect(self.save)

    def attend(self) -> None:
        """See whether the workspace in front is confidential, and watch over it or no more."""
        window = self._all.window
        if window is not None and window.desk.confidential.on:
            self.presence.end()
            self.presence.begin(self._all.settings.lock_after)
            self.guard.begin()
            self.shield.set_on(not self._all.settings.captured)
        else:
            self.presence.end()
            self.guard.end()
            self.shield.set_on(False)

    def lock(self, how: str = "") -> None:
        """Lock the workspace in front, if it is confidential.

        Args:
            how: It was noticed that nobody is there (`Gone`); "" when somebody asked for it.
        """
        window = self._all.window
        if window is None or not window.desk.confidential.on:
            return
        self.presence.end()
        self._where = typed_place(window.pages)
        place = window.place()
        self._all.settings = self._all.settings._replace(window=place)
        settle_typing(window)
        aside = seal(window)
        window.stop()
        self._held = lock(window.desk, aside)
        self.guard.end()
        from missiondesk.ui.confidential.locked_window import LockedWindow

        name = self._held.path.name if self._held.path is not None else ""
        why = why_locked(how, self._all.settings.lock_after, self._all.tr_)
        safe = self._held.safe
        self._put_up(LockedWindow(self._all.tr_, place, safe=safe, why=why, name=name))
        self._all.window = None
        window.vanish()
        # When nothing that runs now holds the window any more.
        QTimer.singleShot(0, self, _let_go)
        QTimer.singleShot(_LATER, self, _let_go)

    def _put_up(self, locked: LockedWindow) -> None:
        self.window = locked
        locked.told.connect(self._unlock)
        locked.asked_close.connect(self._close_alone)
        locked.asked_other.connect(self._ask_other)
        locked.show()
        locked.activateWindow()
        if self._held is not None and not self._held.safe:
            self._retry.start()

    def save(self) -> None:
        """Try again to bring to the file what was not in it when the lock fell."""
        held, locked = self._held, self.window
        if held is not None and locked is not None:
            with suppress(Unavailable):
                held.save()
            if held.safe:
                self._retry.stop()
                locked.tell(safe=True)

    def _unlock(self, passphrase: str) -> None:
        held, locked = self._held, self.window
        if held is None or locked is None:
            return
        self._all.busy(True)
        try:
            desk = held.unlock(passphrase)
        except Unavailable as why:
            locked.panel.refuse(self._all.tr_.tell(why.message))
            return
        finally:
            self._all.busy(False)
        self._held = self.window = None
        self._retry.stop()
        shown = self._all.show_desk(desk)
        keep_watch(self._all, shown)
        texts, asked = unseal(held.aside)
        lost = put_back(shown.pages, texts)
        if self._where is not None:
            shown.pages.show_page(self._where.page, self._where.record or None)
        tell_lost(shown, lost)
        locked.go()
        if asked is not None:
            write_on(self._all, shown, asked)

    def _ask_other(self) -> None:
        """Ask for another file; the locked workspace is closed before that one is opened."""
        if self.window is not None:
            say, folder = self._all.tr_.say, usual_folder(self._all.settings.recent)
            ask_open(self.window, self._all.tr_, say("Open workspace"), folder, self._go_on_in)

    def _go_on_in(self, path: Path) -> None:
        if self._held is not None and self._held.path != path.absolute():
            self._next = path
            self._close()

    def _close_alone(self) -> None:
        self._next = None
        self._close()

    def _close(self) -> None:
        """Close the locked workspace: what is not in the file is saved sealed, or it is said."""
        held = self._held
        if held is None:
            return
        try:
            held.save()
        except Unavailable as why:
            self._ask_close(self._all.tr_.tell(why.message))
            return
        if held.safe:
            self._close_for_good()
        else:
            without = N_("The workspace has no file yet. Unlock it to save it under a name.")
            self._ask_close(self._all.tr_.say(without))

    def _ask_close(self, reason: str) -> None:
        say = self._all.tr_.say
        Notice(
            say("The newest changes are not in a file."),
            (reason,),
            self.window,
            close=say("Back"),
            buttons=((say("Close without saving"), self._close_for_good),),
            name="lockedNotSaved",
        ).open()

    def _close_for_good(self) -> None:
        held, locked = self._held, self.window
        after, self._next = self._next, None
        self._held = self.window = None
        self._retry.stop()
        if held is not None:
            held.close()
        if after is not None:
            _show_start(self._all)  # before the last window has gone, which would end the program
        if locked is not None:
            locked.go()
        if after is not None:
            self._all.open(after)


def _show_start(application: Application) -> None:
    """Show the start window, over which a workspace is opened."""
    application.start_window = StartWindow(application.tr_, application.settings.recent)
    application.start_window.asked.connect(application.do)
    application.start_window.show()


def why_locked(how: str, minutes: int, tr: Translator) -> str:
    """Since when and why the workspace is locked, in a sentence.

    Args:
        how: As `Locking.lock` is told.
        minutes: After which it is locked when nobody is there.
    """
    time = tr.time(datetime.datetime.now().astimezone())
    if how == Gone.IDLE:
        return tr.plural(
            "Locked at {time}, because nobody touched mouse or keyboard for {count} minute.",
            "Locked at {time}, because nobody touched mouse or keyboard for {count} minutes.",
            minutes,
            time=time,
        )
    if how == Gone.AWAY:
        return tr.say(
            "Locked at {time}, because the computer slept or its session was locked.", time=time
        )
    return tr.say("You locked it at {time}.", time=time)


def _let_go() -> None:
    """Give back what the window held: widgets, records, and texts that were remembered."""
    forget_texts()
    look_at_all_again()
    for _ in range(_ROUNDS):  # what goes lets go of more
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not gc.collect():
            break
