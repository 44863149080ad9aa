# SPDX-License-Identifier: Apache-2.0
"""Puts the backups into the list of jobs; those that nobody asked for come and go quietly."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from missiondesk.domain.backup import Cause
from missiondesk.domain.message import N_, message
from missiondesk.services.backups import BackupState
from missiondesk.services.desk import Desk
from missiondesk.ui.jobs import Jobs


class BackupJobs(QObject):
    """One job a backup, from its beginning to its end."""

    _came = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._key = desk, jobs, ""
        # From whatever thread, delivered in the screen's.
        self._came.connect(self._follow)
        leave = desk.backups.listen(self._tell)
        self.destroyed.connect(lambda: leave())

    def _follow(self, state: BackupState) -> None:
        if state.making is not None:
            self._key = self._jobs.begin(
                message(N_("Backup")),
                about=message(state.making.word),
                place=self._desk.backups.folder,
                quiet=state.making is not Cause.ASKED,
            )
        elif self._key:
            self._jobs.end(self._key, state.trouble)
            self._key = ""

    def _tell(self, state: BackupState) -> None:
        with suppress(RuntimeError):  # the window died while the thread spoke
            self._came.emit(state)
