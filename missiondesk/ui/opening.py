# SPDX-License-Identifier: Apache-2.0
"""From a file to a workspace on the screen, and the ways out where that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.services.saving import DAMAGE, Reason, Unavailable
from missiondesk.services.workspaces import may_be_asked, may_be_taken_over, open_apart, open_desk
from missiondesk.ui.confidential_actions import ask_passphrase
from missiondesk.ui.copy_actions import CopyActions
from missiondesk.ui.copy_greeting import ask_what_for, greet_copy
from missiondesk.ui.file_watch import watch
from missiondesk.ui.holder_notice import ask_holder
from missiondesk.ui.late_locking import locked_window
from missiondesk.ui.notices import Notice

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.ui.application import Application
    from missiondesk.ui.main_window import MainWindow

# Cases in which the file itself is sound and may still be looked at.
_READABLE = ("read_only", "not_writable")
Make = Callable[[str | None], "Desk"]


class Opening:
    """Made for one command; the application holds what lasts."""

    def __init__(self, application: Application) -> None:
        self._all = application
        self._tr = application.tr_

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file, unless it is the one in front."""
        window = self._all.window
        if window is not None and window.desk.path == path.absolute():
            window.raise_()
            return
        if (locked := locked_window(self._all)) is not None:
            locked.activateWindow()  # one after the other
            return
        if not self._harmless(path):
            return
        copy = None if window is None or read_only else window.desk.copies.sent_here(path)
        if window is not None and copy is not None:
            meet = partial(CopyActions(self._all).meet, path)
            ask_what_for(window, copy, self._tr, meet, partial(self._open_alone, path))
            return
        self._open_alone(path, read_only)

    def show(self, make: Callable[[], Desk]) -> None:
        """Make a desk and put it on the screen; where that cannot be, say why."""
        self._show(lambda _passphrase: make(), None)

    def bring_up(self, desk: Desk) -> None:
        """Put a desk on the screen, and say and watch what there is to it."""
        window = self._all.show_desk(desk)
        greet_copy(window, self._tr)
        keep_watch(self._all, window)

    def tell(
        self,
        why: Unavailable,
        verb: str = "",
        act: Callable[[], object] | None = None,
        path: Path | None = None,
    ) -> None:
        """Show the surroundings' no over the window in front."""
        buttons = ((verb, act),) if act is not None else ()
        Notice(
            self._tr.say("That could not be done.") if path is None else self._title(path),
            (self._tr.tell(why.message),),
            self._all.front(),
            close=self._tr.say("Close"),
            buttons=buttons,
            name="unavailable",
            window_title=self._tr.say("That could not be done."),
        ).open()

    # -- inside ----------------------------------------------------------------------------
    def _open_alone(self, path: Path, read_only: bool = False, *, take_over: bool = False) -> None:
        make = partial(open_desk, path, self._all.settings.person, read_only, take_over=take_over)
        # Without a passphrase the file is looked through while its window is made.
        self._show(lambda told: make(passphrase=told, wait=told is not None), path)

    def _open_apart(self, path: Path) -> None:
        before = self._all.window
        self._show(lambda told: open_apart(path, self._all.settings.person, told), path)
        window = self._all.window
        if window is not None and window is not before:
            window.hub.say(
                self._tr.say(
                    "This is a copy of your own, without a file. Save it under a new name."
                )
            )

    def _show(self, make: Make, path: Path | None) -> None:
        """Make a desk, with a passphrase where it takes one, and show it or say why not."""
        self._all.busy(True)
        try:
            self.bring_up(make(None))
        except Unavailable as why:
            if why.reason is Reason.SEALED and path is not None:
                say_no = partial(self._say_no, path=path)
                ask_passphrase(self._all, path.name, make, self.bring_up, say_no)
            else:
                self._say_no(why, path)
        finally:
            self._all.busy(False)

    def _harmless(self, path: Path) -> bool:
        """Whether the file may be looked into: one that was open here lately is the user's own."""
        if str(path.absolute()) in self._all.settings.recent:
            return True
        from missiondesk.services.receiving import require_harmless_workspace

        self._all.busy(True)
        try:
            require_harmless_workspace(path)
        except Unavailable as why:
            self._say_no(why, path)
            return False
        finally:
            self._all.busy(False)
        return True

    def _say_no(self, why: Unavailable, path: Path | None) -> None:
        """Say why a file cannot be opened, and the ways out."""
        if path is not None and (why.reason in DAMAGE or _was_one(path, why)):
            from missiondesk.ui.damage_actions import DamageActions

            DamageActions(self._all, path, self).open(why)
            return
        if path is not None and why.reason is Reason.LOCKED:
            self._say_locked(why, path)
            return
        verb, act = "", None
        if path is not None and str(why.reason) in _READABLE:
            verb = self._tr.say("Open it for reading")
            act = partial(self._all.open, path, read_only=True)
        if self._all.start_window is not None and self._all.window is None:
            which = self._title(path) if path is not None else ""
            sentence = f"{which} {self._tr.tell(why.message)}".strip()
            self._all.start_window.show_trouble(sentence, verb, act)
        else:
            self.tell(why, verb, act, path)

    def _title(self, path: Path) -> str:
        return self._tr.say("“{file}” could not be opened.", file=path.name)

    def _say_locked(self, why: Unavailable, path: Path) -> None:
        """Somebody else has it: read it, work in a copy, ask them, or take it over from another
        machine that is not known to be at work in it.
        """
        say = self._tr.say
        buttons: list[tuple[str, Callable[[], object]]] = [
            (say("Open it for reading"), partial(self._all.open, path, read_only=True)),
            (say("Work in a copy of my own"), lambda: self._open_apart(path)),
        ]
        if (holder := why.holder) is not None and may_be_asked(why, self._all.settings.person):
            ask = partial(ask_holder, self._all.front(), self._tr, path.name, holder)
            buttons.append((say("Ask for it…"), partial(ask, lambda: self._all.open(path))))
        if may_be_taken_over(why):
            buttons.append((say("Take it over…"), lambda: self._ask_take_over(why, path)))
        Notice(
            say("“{file}” is open elsewhere.", file=path.name),
            (self._tr.tell(why.message),),
            self._all.front(),
            close=say("Leave it"),
            buttons=buttons,
            name="locked",
        ).open()

    def _ask_take_over(self, why: Unavailable, path: Path) -> None:
        """Ask once more: nobody can see from here whether the other machine still has it."""
        say = self._tr.say
        Notice(
            say("Take over “{file}”?", file=path.name),
            (
                self._tr.tell(why.message),
                say(
                    "Do it when you know that it was closed there, or that the machine broke down. "
                    "If it is still open there, nothing is lost: whoever saves second is told, and "
                    "both are put together."
                ),
            ),
            self._all.front(),
            close=say("Leave it"),
            buttons=((say("Take it over"), lambda: self._open_alone(path, take_over=True)),),
            name="takeOver",
        ).open()


def keep_watch(application: Application, window: MainWindow) -> None:
    """Keep an eye on the file of the window, and on copies beside it."""
    watch(window, partial(application.do, "changed"), Opening(application).tell)


def _was_one(path: Path, why: Unavailable) -> bool:
    """Whether something wrote over a workspace, so that the file does not even look like one."""
    from missiondesk.services.damage import newest_backup

    lost = why.reason is Reason.NOT_A_WORKSPACE and path.is_file()
    return lost and newest_backup(path.absolute(), damaged=False) is not None
