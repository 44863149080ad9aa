# SPDX-License-Identifier: Apache-2.0
"""The portfolio of initiatives: tabs under one heading, which says the finding of the one in
front.
"""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.decision import Decision
from missiondesk.domain.entities import KIND_OF
from missiondesk.domain.gate import Criterion, Gate
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry, Office
from missiondesk.domain.refused import Refused
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.skill import Capability, SkillRequirement, SourcingAction
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.late_tab import InFront, LateTab
from missiondesk.ui.pages import Navigate, split_key
from missiondesk.ui.portfolio.tabs import TABS, PortfolioTab, late_tab
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.tab_bar import Tabs

# Steps that touch none of these leave the portfolio as it is.
_CONCERNS = (
    Initiative, Gate, Criterion, BudgetLine, Decision, Mission, OutcomeMetric, Observation,
    Ministry, Office, SkillRequirement, Capability, SourcingAction, Secretariat,
)  # fmt: skip


class PortfolioPage(QWidget):
    """The portfolio of initiatives."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("portfolioPage")
        self._desk = desk
        self.print_button = push_button(tr.say("Print"), "printPortfolio", self.print_page)
        self.export_button = push_button(tr.say("Export PDF"), "exportPortfolio", self.export)
        self.head = Headline(self.print_button, self.export_button)
        self.output = DocumentOutput(desk, hub, tr)
        self.tabs = Tabs("portfolioTabs", tr.say("Portfolio"))
        self._holders: dict[str, LateTab[PortfolioTab]] = {}
        self._in_front = InFront(lambda: desk.large, self)
        for place in TABS:
            holder = self._holders[place.key] = late_tab(place, desk, hub, tr, navigate)
            self.tabs.add(holder, tr.say(place.word), place.key)
        self.tabs.currentChanged.connect(lambda _place: self._show_front())
        layout = page_layout(self)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.output)
        layout.addWidget(self.tabs, 1)
        hub.changed.connect(self._changed)

    # -- showing -------------------------------------------------------------------------
    def front(self) -> PortfolioTab:
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
        self.head.say(*self.front().headline())

    def show_record(self, key: str) -> None:
        """Open the tab of this name, or the one in which the record of this id is mended."""
        wanted, field = split_key(key)
        if wanted in self._holders:
            self.tabs.open(wanted)
            return
        here, kind = self.tabs.current(), self._kind_of(wanted)
        mending = [place.key for place in TABS if kind in place.mends]
        for name in sorted(mending, key=lambda name: name != here):
            if self._holders[name].fresh().choose(wanted, field):
                self.tabs.open(name)
                return

    def _kind_of(self, key: str) -> str:
        now = self._desk.situation
        for kind in (Gate, Criterion, BudgetLine, Initiative):
            if now.get(kind, key) is not None:
                return KIND_OF[kind]
        return ""

    def record(self) -> str:
        """The tab in front."""
        return self.tabs.current()

    def count(self) -> int | None:
        """No number: initiatives are counted on their own page."""
        return None

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

    # -- paper ---------------------------------------------------------------------------
    def print_page(self) -> None:
        """Print the document that says what the tab in front shows."""
        self.output.print(self._job)

    def export(self) -> None:
        """Ask for a place and write that document there."""
        self.output.export(self._job)

    def _job(self) -> PrintJob:
        job = self.front().paper()
        if job is None:
            raise Refused(N_("There is nothing to print here yet."))
        return job
