# SPDX-License-Identifier: Apache-2.0
"""Answers a second start of the program: the window comes to the front and opens what was named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from missiondesk.system.one_instance import OneInstance
    from missiondesk.ui.application import Application

_AGAIN = 500  # ms until it is looked again whether a question on the screen was answered


class Doorbell(QObject):
    """Watches the folder in which other starts leave word."""

    def __init__(self, application: Application, one: OneInstance) -> None:
        super().__init__(application)
        self._all, self._one = application, one
        self._waiting: list[Path] = []
        self._watcher = QFileSystemWatcher([str(one.inbox)], self)
        self._watcher.directoryChanged.connect(lambda _folder: self.look())
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self._open)
        self.look()  # what came before the watch began

    def look(self) -> None:
        """Take the words that lie there."""
        for path in self._one.words():
            show(self._all.front())
            if path is not None:
                self._waiting.append(path)
        self._open()

    def _open(self) -> None:
        """Open the newest of the files, but never behind a question that waits for its answer."""
        if not self._waiting:
            return
        if QApplication.activeModalWidget() is not None:
            self._again.start()
            return
        path = self._waiting[-1]
        self._waiting.clear()
        self._all.open(path)


def show(window: QWidget | None) -> None:
    """Bring a window to the front, also when it was made small."""
    if window is None:
        return
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
