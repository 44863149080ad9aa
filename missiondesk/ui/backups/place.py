# SPDX-License-Identifier: Apache-2.0
"""Where the backups lie, until when none is taken away, and the ways to the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.files import ask_folder
from missiondesk.ui.widgets.looks import push_button, text_label


class Place(QWidget):
    """The foot of the backups' window.

    Args:
        chosen: Gets another folder.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        chosen: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._chosen = desk, tr, chosen
        self.said = text_label("", "detail", wrap=True)
        self.said.setObjectName("backupPlace")
        self.show_it = push_button(tr.say("Show the folder"), "backupShow", self._show, "link")
        other = push_button(tr.say("Another folder…"), "backupFolder", self._ask, "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said, 1)
        layout.addWidget(self.show_it)
        layout.addWidget(other)
        self.refresh()

    def refresh(self) -> None:
        """Say it anew."""
        tr, backups = self._tr, self._desk.backups
        folder, held = backups.folder, backups.held_until
        said = []
        if folder is not None:
            said.append(tr.say("They lie in {folder}.", folder=str(folder)))
        if held is not None:
            said.append(
                tr.say(
                    "Damage was seen, so none is taken away before {day}.",
                    day=held.astimezone().date(),
                )
            )
        self.said.setText(" ".join(said))
        self.show_it.setEnabled(folder is not None and folder.is_dir())

    def _show(self) -> None:
        folder = self._desk.backups.folder
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _ask(self) -> None:
        folder = self._desk.backups.folder
        start = folder.parent if folder is not None else None
        ask_folder(self, self._tr.say("Folder for the backups"), self._chosen, "", start)
