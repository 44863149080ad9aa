# SPDX-License-Identifier: Apache-2.0
"""The page of initiatives: the list, and the initiative that is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.initiatives.initiative_form import InitiativeView
from missiondesk.ui.initiatives.initiative_list import InitiativeList
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
)


class InitiativesPage(QWidget):
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
        self.setObjectName("initiativesPage")
        self._desk = desk
        self.list = InitiativeList(desk, tr, lambda key: navigate(PageName.INITIATIVES, key))
        self.view = InitiativeView(desk, hub, tr, navigate, self.show_list)
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
        """Open an initiative; "id#field" also goes to the field."""
        wanted, field = split_key(key)
        if self._desk.initiatives.get(wanted) is None:
            self.show_list()
            return
        self._stale[self.view] = False
        self._stack.setCurrentWidget(self.view)
        self.view.show_initiative(wanted, field)

    def show_list(self) -> None:
        """Leave the initiative for the list, with the initiative chosen there."""
        key = self.view.key
        self._stack.setCurrentWidget(self.list)
        self._freshen()
        if key:
            self.list.table.select(key)
        self.list.table.setFocus()

    def record(self) -> str:
        """The initiative that is open."""
        return "" if self._stack.currentWidget() is self.list else self.view.key

    def count(self) -> int | None:
        """How many initiatives there are."""
        return len(self._desk.situation.initiatives)

    def showEvent(self, event: object) -> None:
        self._freshen()

    def _changed(self, step: Step) -> None:
        if not step.touches(*_SHOWN):
            return
        self._stale = {self.list: True, self.view: True}
        if self.isVisible():
            self._freshen()
