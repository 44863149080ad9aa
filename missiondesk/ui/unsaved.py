# SPDX-License-Identifier: Apache-2.0
"""Says why the newest steps are not in a file, what is safe, and offers the ways out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from missiondesk.language import Translator
from missiondesk.services.saving import NotSaved
from missiondesk.ui.notices import Notice

if TYPE_CHECKING:
    from missiondesk.ui.main_window import MainWindow


class Unsaved:
    """Made for one question over one window.

    Args:
        save_as: Asks for another file.
    """

    def __init__(self, window: MainWindow, tr: Translator, save_as: Callable[[], object]) -> None:
        self._window, self._tr, self._save_as = window, tr, save_as

    def open(self) -> Notice:
        """Show it."""
        say = self._tr.say
        state = self._window.desk.saving
        reason = (
            self._tr.tell(state.why)
            if isinstance(state, NotSaved)
            else say("Saving takes longer than usual. The file on the disk is as it was before.")
        )
        notice = Notice(
            say("The newest changes are not in a file."),
            (reason,),
            self._window,
            close=say("Back"),
            buttons=(
                (say("Save as…"), self._save_as),
                (say("Close without saving"), self._window.close_without_saving),
            ),
            name="notSaved",
        )
        notice.open()
        return notice
