# SPDX-License-Identifier: Apache-2.0
"""A damaged file was to be opened: the newest whole backup is offered, and what can be recovered;
the file itself is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.services.damage import Offered, newest_backup, open_backup, recover
from missiondesk.services.salvage_words import offer_line, salvage_lines
from missiondesk.services.saving import Unavailable
from missiondesk.ui.notices import Notice
from missiondesk.ui.salvage_report import SalvageReport

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.ui.application import Application

Show = Callable[[Callable[[], "Desk"]], object]


class DamageActions:
    """Made for one file.

    Args:
        show: Makes a desk and puts it on the screen, or says why it cannot.
        save_as: Asks for another file for the workspace in front.
    """

    def __init__(
        self, application: Application, path: Path, show: Show, save_as: Callable[[], object]
    ) -> None:
        self._all, self._path, self._show, self._save_as = application, path, show, save_as
        self._tr = application.tr_

    def open(self, why: Unavailable) -> None:
        """Say what is the matter, what is safe, and the ways out."""
        say = self._tr.say
        offered = newest_backup(self._path.absolute())
        sentences = [self._tr.tell(why.message)]
        buttons: list[tuple[str, Callable[[], object]]] = []
        if offered is not None:
            sentences.append(offer_line(offered, self._tr))
            buttons.append((say("Open the newest backup"), lambda: self.open_backup(offered)))
        else:
            sentences.append(say("There is no backup of it on this machine."))
        buttons.append((say("Recover what can be read"), self.recover))
        Notice(
            say("“{file}” is damaged.", file=self._path.name),
            sentences,
            self._all.front(),
            close=say("Leave it"),
            buttons=buttons,
            name="damage",
        ).open()

    def open_backup(self, offered: Offered) -> None:
        """Show the backup by itself, without a file."""
        backup = offered.backup
        before = self._all.window
        self._show(lambda: open_backup(backup, self._all.settings.person))
        window = self._all.window
        if window is not None and window is not before:
            window.hub.say(
                self._tr.say(
                    "This is the backup of {moment}, without a file. Save it under a new name to "
                    "keep it.",
                    moment=self._tr.moment(backup.made),
                )
            )

    def recover(self) -> None:
        """Show what validates as a new workspace, with the report on what is lost."""
        lines: list[str] = []
        before = self._all.window

        def make() -> Desk:
            desk, done = recover(self._path, self._all.settings.person)
            lines.extend(salvage_lines(done, self._path.name, self._tr))
            return desk

        self._show(make)
        window = self._all.window
        if lines and window is not None and window is not before:
            SalvageReport(lines, self._path, self._tr, self._save_as, window).open()
