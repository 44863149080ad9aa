# SPDX-License-Identifier: Apache-2.0
"""The page of initiatives: the list, and the initiative that is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.decision import Decision
from missiondesk.domain.gate import Criterion, Gate
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.initiative_assessment import InitiativeAssessment
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.skill import SkillRequirement, SourcingAction
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.initiatives.initiative_form import InitiativeView
from missiondesk.ui.initiatives.initiative_list import InitiativeList
from missiondesk.ui.list_and_detail import ListAndDetail
from missiondesk.ui.pages import Navigate, PageName, split_key

_SHOWN = (
    Initiative,
    Mission,
    OutcomeMetric,
    Ministry,
    Office,
    Person,
    Appointment,
    Secretariat,
    Gate,
    Criterion,
    BudgetLine,
    InitiativeAssessment,
    Decision,
    SkillRequirement,
    SourcingAction,
)


class InitiativesPage(ListAndDetail[InitiativeList, InitiativeView]):
    """The list in front, an initiative when it is opened."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("initiativesPage")
        self._desk = desk
        self.set_up(
            InitiativeList(desk, hub, tr, lambda key: navigate(PageName.INITIATIVES, key)),
            InitiativeView(desk, hub, tr, navigate, self.show_list),
            hub,
            _SHOWN,
        )

    def show_record(self, key: str) -> None:
        """Open an initiative; "id#field" also goes to the field.

        The id may be that of one of its budget lines.
        """
        wanted, field = split_key(key)
        line = self._desk.budget_lines.get(wanted)
        initiative = wanted if line is None else line.initiative
        if self._desk.initiatives.get(initiative) is None:
            self.show_list()
            return
        self.open_detail()
        self.view.show_initiative(initiative, field, "" if line is None else line.id)

    def record(self) -> str:
        """The initiative that is open."""
        return "" if self.listed else self.view.key

    def count(self) -> int | None:
        """How many initiatives there are."""
        return len(self._desk.situation.initiatives)
