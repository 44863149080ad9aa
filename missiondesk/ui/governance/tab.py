# SPDX-License-Identifier: Apache-2.0
"""What the page of governance asks of each of its tabs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate


class GovernanceTab(QWidget):
    """A tab, made when it is first looked at; the page reads it again after each Step.

    Attributes:
        said: What it shows is another, so the page says its headline anew.
    """

    said = Signal()

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__()
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate

    def refresh(self) -> None:
        """Read everything again; the choice stays."""
        raise NotImplementedError

    def headline(self) -> tuple[str, str]:
        """The finding, a sentence, and a line of detail; said by the page while it is in front."""
        raise NotImplementedError

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a record of this tab, and with ``field`` go to that field."""

    def document(self) -> Callable[[], PrintJob] | None:
        """Prepares the document that shows what this tab shows, or None for none."""
        return None
