# SPDX-License-Identifier: Apache-2.0
"""The page of missions: the list, and the mission that is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.letter import Letter
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.missions.detail import MissionView
from missiondesk.ui.missions.mission_list import MissionList
from missiondesk.ui.missions.places import mission_of
from missiondesk.ui.pages import Navigate, PageName, split_key

_SHOWN = (
    Mission,
    OutcomeMetric,
    Observation,
    StatusAssessment,
    Milestone,
    Initiative,
    Commitment,
    Letter,
    Ministry,
    Office,
    Person,
    Appointment,
    Secretariat,
)


class MissionsPage(QWidget):
    """List and detail; what is not in sight is read again only when it is looked at."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("missionsPage")
        self._desk = desk
        self.list = MissionList(desk, tr, lambda key: navigate(PageName.MISSIONS, key))
        self.view = MissionView(desk, hub, tr, navigate, self.show_list)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        self._stale = {self.list: True, self.view: True}
        hub.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read what is in front again, the other when it is looked at."""
        self._stale = {self.list: True, self.view: True}
        self._freshen()

    def _freshen(self) -> None:
        front = self.list if self._stack.currentWidget() is self.list else self.view
        if self._stale[front]:
            self._stale[front] = False
            front.refresh()

    def show_record(self, key: str) -> None:
        """Open a mission, or the mission of any record that belongs to one."""
        wanted, field = split_key(key)
        mission, record = mission_of(self._desk, wanted)
        if not mission or self._desk.missions.get(mission) is None:
            self.show_list()
            return
        self._stale[self.view] = False
        self._stack.setCurrentWidget(self.view)
        self.view.show_mission(mission, field, record)

    def show_list(self) -> None:
        """Leave the mission for the list, with the mission chosen there."""
        key = self.view.key
        self._stack.setCurrentWidget(self.list)
        self._freshen()
        if key:
            self.list.table.select(key)
        self.list.table.setFocus()

    def record(self) -> str:
        """The mission that is open, with its tab."""
        if self._stack.currentWidget() is self.list or not self.view.key:
            return ""
        return f"{self.view.key}#{self.view.tabs.current()}"

    def count(self) -> int | None:
        """How many missions there are."""
        return len(self._desk.missions.all())

    def showEvent(self, event: object) -> None:
        self._freshen()

    def _changed(self, step: Step) -> None:
        if not step.touches(*_SHOWN):
            return
        self._stale = {self.list: True, self.view: True}
        if self.isVisible():
            self._freshen()
