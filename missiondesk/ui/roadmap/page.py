# SPDX-License-Identifier: Apache-2.0
"""The page of the roadmap: timeline, its table twin, and the panel that leads to paper."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.secretariat import Secretariat
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, split_key
from missiondesk.ui.roadmap.board import RoadmapBoard
from missiondesk.ui.roadmap.print_panel import PrintPanel
from missiondesk.ui.seen_page import SeenPage

_SHOWN = (
    Mission,
    OutcomeMetric,
    Observation,
    Milestone,
    Initiative,
    Ministry,
    Office,
    Person,
    Appointment,
    Secretariat,
)


class RoadmapPage(SeenPage, QWidget):
    """Board and print panel; what is not in sight is read again when it is looked at."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("roadmapPage")
        self._desk = desk
        self.board = RoadmapBoard(desk, tr, navigate, self.print_page)
        self.panel = PrintPanel(desk, hub, tr, self.show_board)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.panel)
        self.follow(hub, *_SHOWN)

    def refresh(self) -> None:
        """Read everything again."""
        if self._stack.currentWidget() is self.panel:
            self.panel.refresh()
        else:
            self.board.refresh()

    def show_record(self, key: str) -> None:
        """Choose a mission, initiative or milestone on the board."""
        wanted, _field = split_key(key)
        self.show_board()
        self.board.choose(wanted)

    def show_board(self) -> None:
        """Leave the print panel."""
        self._stack.setCurrentWidget(self.board)
        self.board.refresh()
        self.board.timeline.setFocus()

    def print_page(self) -> None:
        """Show the pages that would be printed; from there Ctrl+P goes on to the printer."""
        if self._stack.currentWidget() is self.panel:
            self.panel.print()
            return
        self._stack.setCurrentWidget(self.panel)
        self.panel.refresh()
        self.panel.paper.setFocus()

    def count(self) -> int | None:
        """The roadmap counts nothing."""
        return None
