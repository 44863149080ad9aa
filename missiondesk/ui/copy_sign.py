# SPDX-License-Identifier: Apache-2.0
"""The lasting sign in the status line that the window holds a copy: for what, and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.domain.copy_sent import Purpose
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.tool_tips import plain_tip

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk

_SAID = {
    Purpose.EDIT: N_("❐ Copy to work on"),
    Purpose.COMMENT: N_("❐ Copy for comments"),
    Purpose.READ: N_("❐ Copy for reading"),
}


class CopySign(QWidget):
    """Nothing in the window of a workspace that is no copy.

    Attributes:
        asked: It was pressed, to be told more of the copy.
    """

    asked = Signal()

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copySign")
        self._desk, self._tr = desk, tr
        self.button = push_button("", "copySignButton", self.asked.emit, "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.refresh()

    def refresh(self) -> None:
        """Say what the workspace knows of being a copy."""
        mark, say = self._desk.copy_mark, self._tr.say
        self.setVisible(mark is not None)
        if mark is None:
            return
        text = say(_SAID[mark.purpose])
        whose = say(
            "A copy for {recipient}, {purpose}, from {sender}.",
            recipient=mark.recipient,
            purpose=say(mark.purpose.word),
            sender=mark.sender,
        )
        self.button.setText(text)
        self.button.setAccessibleName(f"{text[2:]}. {whose}")
        self.button.setToolTip(plain_tip(whose))
