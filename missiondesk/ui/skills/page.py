# SPDX-License-Identifier: Apache-2.0
"""What the missions need to be able to do, what is there, and how gaps are closed: the page."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from missiondesk.domain.actor import Actor
from missiondesk.domain.body import Body
from missiondesk.domain.entities import KINDS
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.skill import (
    Capability,
    Expert,
    Skill,
    SkillRequirement,
    SourcingAction,
)
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.late_tab import InFront, LateTab
from missiondesk.ui.pages import Navigate, PageName, split_key
from missiondesk.ui.skills.tabs import TABS, SkillsTab, late_tab
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.tab_bar import Tabs

# Steps that touch none of these leave the page as it is.
_CONCERNS = (
    Skill, SkillRequirement, Capability, SourcingAction, Expert, Mission, Initiative, Gate, Body,
    Ministry, Actor, Secretariat,
)  # fmt: skip


class SkillsPage(QWidget):
    """Tabs under one heading, which says how many critical skills are uncovered."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("skillsPage")
        self._desk, self._tr = desk, tr
        self._navigate = navigate
        self.paper_button = push_button(tr.say("Skills plans"), "skillsPlans", self.open_document)
        self.add_button = push_button(tr.say("New need"), "newNeed", self.begin_need, "primary")
        self.head = Headline(self.paper_button, self.add_button)
        self.tabs = Tabs("skillsTabs", tr.say("Skills"))
        self._holders: dict[str, LateTab[SkillsTab]] = {}
        self._in_front = InFront(lambda: desk.large, self)
        for place in TABS:
            holder = self._holders[place.key] = late_tab(place, desk, hub, tr, navigate)
            self.tabs.add(holder, tr.say(place.word), place.key)
        self.tabs.currentChanged.connect(lambda _place: self._show_front())
        layout = page_layout(self)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)
        hub.changed.connect(self._changed)

    # -- showing -------------------------------------------------------------------------
    def front(self) -> SkillsTab:
        """The tab in front."""
        return self._holders[self.tabs.current()].fresh()

    def refresh(self) -> None:
        """Read the tab in front again, the others when they are looked at."""
        for holder in self._holders.values():
            holder.stale = True
        self._show_front()

    def _show_front(self) -> None:
        self._in_front.bring(self._holders[self.tabs.current()], self._say_head)

    def _say_head(self) -> None:
        self.head.say(*self._desk.equipment.headline(self._tr))
        self.add_button.setEnabled(not self._desk.read_only)
        of_experts = self.tabs.current() == "experts"
        say = self._tr.say
        self.paper_button.setText(say("Register of experts") if of_experts else say("Skills plans"))

    def open_document(self) -> None:
        """Go to the document of the tab in front: the register of experts, or the skills plans."""
        of_experts = self.tabs.current() == "experts"
        self._navigate(PageName.DOCUMENTS, "expert-register" if of_experts else "skills")

    def show_record(self, key: str) -> None:
        """Open the tab of this name, or the one in which the record of this id is mended."""
        wanted, field = split_key(key)
        if wanted in self._holders:
            self.tabs.open(wanted)
            return
        for place in TABS:
            if place.kind and self._desk.situation.get(KINDS[place.kind], wanted) is not None:
                self.tabs.open(place.key)
                self.front().open(wanted, field)
                return

    def record(self) -> str:
        """The tab in front."""
        return self.tabs.current()

    def count(self) -> int | None:
        """How many critical skills are uncovered."""
        return len(self._desk.equipment.uncovered()) or None

    def begin_need(self) -> None:
        """Go where a need is added."""
        from missiondesk.ui.skills.needs_tab import NeedsTab

        self.tabs.open("needs")
        cast(NeedsTab, self.front()).begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_front()

    def _changed(self, step: Step) -> None:
        if not step.touches(*_CONCERNS):
            return
        for holder in self._holders.values():
            holder.stale = True
        if self.isVisible():
            self._show_front()
