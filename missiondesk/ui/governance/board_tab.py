# SPDX-License-Identifier: Apache-2.0
"""What a board has to see now: one list, each line with the way to where it is mended."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.governance.tab import GovernanceTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.empty_state import EmptyState


class BoardTab(GovernanceTab):
    """Nothing yet."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        layout = QVBoxLayout(self)
        layout.addWidget(EmptyState(tr.say("Nothing waits for a board at the moment.")))

    def refresh(self) -> None:
        """Nothing to read yet."""

    def headline(self) -> tuple[str, str]:
        """Nothing waits."""
        return self._tr.say("Nothing waits for a board"), ""
