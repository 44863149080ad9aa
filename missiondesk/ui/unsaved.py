# SPDX-License-Identifier: Apache-2.0
"""Says why the newest steps are not in a file, what is safe, and offers the ways out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from missiondesk.language import Translator
from missiondesk.services.saving import NotSaved, Reason
from missiondesk.ui.notices import Notice

if TYPE_CHECKING:
    from missiondesk.ui.main_window import MainWindow


class Unsaved:
    """Made for one question over one window.

    Args:
        save_as: Asks for another file.
        put_together: Puts the changed file together with what is in the window.
    """

    def __init__(
        self,
        window: MainWindow,
        tr: Translator,
        save_as: Callable[[], object],
        put_together: Callable[[], object],
    ) -> None:
        self._window, self._tr = window, tr
        self._save_as, self._put_together = save_as, put_together

    def open(self) -> Notice:
        """Show it."""
        say, desk = self._tr.say, self._window.desk
        state = desk.saving
        changed = isinstance(state, NotSaved) and state.reason is Reason.CHANGED_ON_DISK
        reasons = [
            self._tr.tell(state.why)
            if isinstance(state, NotSaved)
            else say("Saving takes longer than usual. The file on the disk is as it was before.")
        ]
        if isinstance(state, NotSaved) and desk.path is not None:
            reasons += self._backup_line()
        again = (say("Try again"), self._try_again)
        together = (say("Put both together…"), self._put_together)
        notice = Notice(
            say("The newest changes are not in a file."),
            reasons,
            self._window,
            close=say("Back"),
            buttons=(
                together if changed else (say("Save as…"), self._save_as),
                (say("Save as…"), self._save_as) if changed else again,
                (say("Close without saving"), self._window.close_without_saving),
            ),
            name="notSaved",
        )
        notice.open()
        return notice

    def tell_change(self) -> Notice:
        """The file was changed by somebody else; all that was done here is in a file or memory."""
        say = self._tr.say
        path = self._window.desk.path
        notice = Notice(
            say("“{file}” was changed by somebody else.", file=path.name if path else ""),
            (
                say(
                    "It is open here too, and nothing is lost: theirs is the file, yours is in "
                    "this window. Your next change is not written over theirs."
                ),
            ),
            self._window,
            close=say("Later"),
            buttons=(
                (say("Put both together…"), self._put_together),
                (say("Save as…"), self._save_as),
            ),
            name="changedOnDisk",
        )
        notice.open()
        return notice

    def _backup_line(self) -> list[str]:
        last = self._window.desk.backups.last
        if last is None:
            return []
        moment = self._tr.moment(last)
        return [self._tr.say("The newest backup was made {moment}.", moment=moment)]

    def _try_again(self) -> None:
        desk, say = self._window.desk, self._tr.say
        if desk.session.store.save_now(3.0) and desk.path is not None:
            self._window.hub.say(say("Everything is saved in {file}.", file=desk.path.name))
        else:
            self.open()
