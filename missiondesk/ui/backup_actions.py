# SPDX-License-Identifier: Apache-2.0
"""From the menu to the backups, and what their window asks of the program as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.ui.backups.window import BackupsWindow

if TYPE_CHECKING:
    from missiondesk.services.backups import Backup
    from missiondesk.services.desk import Desk
    from missiondesk.ui.application import Application

Show = Callable[[Callable[[], "Desk"]], object]


class BackupActions:
    """Made for one command; the application holds what lasts.

    Args:
        show: Makes a desk and puts it on the screen, or says why it cannot.
    """

    def __init__(self, application: Application, show: Show) -> None:
        self._all, self._show = application, show

    def open(self) -> None:
        """Show the backups of the workspace in front."""
        window = self._all.window
        if window is not None:
            ways = (self.keep_in, self.open_backup)
            BackupsWindow(window.desk, window.hub, self._all.tr_, *ways, window).open()

    def keep_in(self, folder: Path) -> None:
        """Keep the backups in another folder from now on."""
        self._all.remember(self._all.settings._replace(backups=str(folder)))
        if self._all.window is not None:
            self._all.window.desk.backups.begin()

    def open_backup(self, backup: Backup) -> None:
        """Show a backup by itself, without a file."""
        window = self._all.window
        if window is None:
            return
        restoring, tr = window.desk.restoring, self._all.tr_
        self._show(lambda: restoring.open_by_itself(backup))
        if self._all.window is not None and self._all.window is not window:
            self._all.window.hub.say(
                tr.say(
                    "This is the backup of {moment}, without a file. Save it under a new name to "
                    "keep it.",
                    moment=tr.moment(backup.made),
                )
            )
