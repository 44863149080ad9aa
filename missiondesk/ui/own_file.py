# SPDX-License-Identifier: Apache-2.0
"""The workspace's own file was changed by somebody else, or went away, while it is open here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from missiondesk.domain.lineage import Relation
from missiondesk.services.merging import Comparison
from missiondesk.services.saving import Unavailable
from missiondesk.ui.merging.meeting import Meeting
from missiondesk.ui.notices import Notice

if TYPE_CHECKING:
    from missiondesk.ui.main_window import MainWindow


class OwnFile(Meeting):
    """Puts the file on the disk together with what is in the window, through the usual review."""

    def __init__(self, window: MainWindow, refuse: Callable[[Unavailable], object]) -> None:
        super().__init__(window, window.desk, window.hub, window.tr_, refuse)
        self._main = window

    def begin(self) -> None:
        """Compare the two."""
        path = self._desk.path
        if path is not None:
            self.read(path)

    def show(self, found: Comparison) -> None:
        """The review; where the file holds nothing new, mine is written over it when wanted."""
        say = self._tr.say
        if found.relation in (Relation.IDENTICAL, Relation.OLDER):
            Notice(
                say("The file on the disk holds nothing that is not in this window."),
                (say("It may have been put back by a backup or a synchroniser."),),
                self._main,
                close=say("Leave it"),
                buttons=((say("Write mine over it"), lambda: self._keep_mine(found)),),
                name="ownFileOlder",
            ).open()
        elif found.relation is Relation.NEWER and not found.news:
            self._desk.merging.apply(found, {})
        else:
            super().show(found)

    def _keep_mine(self, found: Comparison) -> None:
        self._desk.merging.keep_mine(found)
