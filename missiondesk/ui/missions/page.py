# SPDX-License-Identifier: Apache-2.0
"""The page of missions: the list, and the mission that is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.domain.actor import Actor, ActorCommitment, CoalitionNeed
from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.letter import Letter
from missiondesk.domain.metric import Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.stocktake import Stocktake
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.list_and_detail import ListAndDetail
from missiondesk.ui.missions.detail import MissionView
from missiondesk.ui.missions.metric_tab import MetricTab
from missiondesk.ui.missions.mission_list import MissionList
from missiondesk.ui.missions.places import mission_of
from missiondesk.ui.pages import Navigate, PageName, split_key
from missiondesk.ui.stocktakes_tab import StocktakesTab

_SHOWN = (
    Mission,
    OutcomeMetric,
    Observation,
    StatusAssessment,
    Milestone,
    Initiative,
    Commitment,
    Actor,
    ActorCommitment,
    CoalitionNeed,
    LearningEntry,
    Stocktake,
    MetricChange,
    TrajectoryPoint,
    Letter,
    Ministry,
    Office,
    Person,
    Appointment,
    Secretariat,
)


class MissionsPage(ListAndDetail[MissionList, MissionView]):
    """The list in front, a mission when it is opened."""

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
        self._desk, self._hub, self._tr = desk, hub, tr
        self.set_up(
            MissionList(desk, hub, tr, lambda key: navigate(PageName.MISSIONS, key)),
            MissionView(desk, hub, tr, navigate, self.show_list),
            hub,
            _SHOWN,
        )

    def show_record(self, key: str) -> None:
        """Open a mission, or the mission of any record that belongs to one."""
        wanted, field = split_key(key)
        mission, record = mission_of(self._desk, wanted)
        if not mission or self._desk.missions.get(mission) is None:
            self.show_list()
            return
        self.open_detail()
        self.view.show_mission(mission, field, record)

    def begin_here(self) -> None:
        """Go where the title of a new mission is typed."""
        self.show_list()
        self.list.title.setFocus()

    def record(self) -> str:
        """The mission that is open, with its tab."""
        if self.listed or not self.view.key:
            return ""
        return f"{self.view.key}#{self.view.tabs.current()}"

    def print_page(self) -> None:
        """Print the stocktake in front, else the metric sheet of the mission open or chosen."""
        chosen = self.list.table.selected() if self.listed else self.view.key
        if not chosen:
            self._hub.say(self._tr.say("Choose the mission whose metric sheet is to be printed."))
            return
        if self.listed:
            self.show_record(chosen)
        front = self.view.tab(self.view.tabs.current())
        if isinstance(front, StocktakesTab) and front.form.record is not None:
            front.print()
            return
        self.view.tabs.open("metric")
        sheet = self.view.tab("metric")
        assert isinstance(sheet, MetricTab)
        sheet.output.print(lambda: self._desk.printing.prepare_metric_sheet(chosen, self._tr.lang))

    def count(self) -> int | None:
        """How many missions there are."""
        return len(self._desk.missions.all())
