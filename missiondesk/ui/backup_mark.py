# SPDX-License-Identifier: Apache-2.0
"""The mark in the status line when backups fail: it says so until one is made again."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.backups import BackupState
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.tool_tips import plain_tip


class BackupMark(QWidget):
    """Nothing while all is well.

    Attributes:
        asked: It was pressed.
    """

    asked = Signal()
    _came = Signal()

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backupMark")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._said = ""
        self.button = push_button("", "backupMarkButton", self.asked.emit, "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        # From whatever thread, delivered in the screen's.
        self._came.connect(self.refresh)
        leave = desk.backups.listen(self._tell)
        self.destroyed.connect(lambda: leave())
        self.refresh()

    def refresh(self) -> None:
        """Say how the backups stand."""
        tr, backups = self._tr, self._desk.backups
        why = tr.tell(backups.trouble) if backups.trouble is not None else ""
        if why:
            last = backups.last
            text = (
                tr.say("▲ No backup since {moment}", moment=tr.moment(last))
                if last is not None
                else tr.say("▲ No backup could be made")
            )
            self.button.setText(text)
            self.button.setAccessibleName(text)
            self.button.setToolTip(plain_tip(why))
            if why != self._said:
                self._hub.say(why)
        self._said = why
        self.setVisible(bool(why))

    def _tell(self, _state: BackupState) -> None:
        with suppress(RuntimeError):  # the window died while the thread spoke
            self._came.emit()
