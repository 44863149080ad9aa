# SPDX-License-Identifier: Apache-2.0
"""The bodies that govern across ministries: the page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.scroll_page import page_layout


class GovernancePage(QWidget):
    """The bodies that govern across ministries."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("governancePage")
        self._desk, self._tr = desk, tr
        self.head = Headline()
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        self.head.say(self._tr.say("Governance"))

    def show_record(self, key: str) -> None:
        """Open the record with this id."""

    def count(self) -> int | None:
        """Nothing is counted yet."""
        return None
