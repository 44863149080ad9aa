# SPDX-License-Identifier: Apache-2.0
"""Hears when the workspace's own file was changed by somebody else, or was not there any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from missiondesk.services.saving import NotSaved, Reason, Saved

if TYPE_CHECKING:
    from missiondesk.ui.main_window import MainWindow


class DiskWatch(QObject):
    """Looks at the file when the window comes to the front, and hears how saving goes.

    Args:
        changed: Called when somebody else has written the file.
    """

    def __init__(self, window: MainWindow, changed: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._changed = window, changed
        self._told = False
        window.hub.saving.connect(self._saved)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._came)

    def look(self) -> None:
        """Look now; a change is told once."""
        changed = not self._window.desk.read_only and self._window.desk.changed_on_disk()
        if changed and not self._told:
            self._changed()
        self._told = changed

    def _came(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._window.isVisible():
            self.look()

    def _saved(self, state: object) -> None:
        path = self._window.desk.path
        if isinstance(state, Saved) and state.anew and path is not None:
            self._window.hub.say(
                self._window.tr_.say(
                    "“{file}” was not there any more and was written again. If it was moved, what "
                    "was moved does not hold your newest changes.",
                    file=path.name,
                )
            )
        if isinstance(state, NotSaved) and state.reason is Reason.CHANGED_ON_DISK:
            self.look()
