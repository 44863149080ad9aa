# SPDX-License-Identifier: Apache-2.0
"""The one window of the guide, made when it is first asked for and spoken to as the others are."""

from __future__ import annotations

from missiondesk.language import Translator
from missiondesk.ui.help.window import HelpWindow
from missiondesk.ui.theme import let_go


class HelpDesk:
    """Opens the guide, and brings it to the front when it is open."""

    def __init__(self) -> None:
        self.window: HelpWindow | None = None

    def open(self, tr: Translator, topic: str = "") -> None:
        """Show the guide at the page that explains ``topic``."""
        if self.window is None:
            self.window = HelpWindow(tr)
        self.window.open(topic)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def speak(self, tr: Translator) -> None:
        """Say the page that is open in another language or look."""
        if self.window is not None:
            self.window.speak(tr)

    def close(self) -> None:
        """Close the guide with the last window of the work."""
        if self.window is not None:
            self.window.close()
            let_go(self.window)
            self.window = None
