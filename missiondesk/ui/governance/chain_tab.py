# SPDX-License-Identifier: Apache-2.0
"""The chain of command of a mission as a picture, with what is missing and the way to mend it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.chain import Gap
from missiondesk.domain.entities import KIND_OF
from missiondesk.domain.finding import Severity
from missiondesk.domain.readiness.subjects import label_of
from missiondesk.language import Translator
from missiondesk.services.chain_plots import gaps_of
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.governance.mission_day import MissionDay
from missiondesk.ui.governance.tab import GovernanceTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.navigation import place_of
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.finding_list import FindingList, ListedFinding
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide


class ChainTab(GovernanceTab):
    """From the initiatives up to the board, as of any day."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        say = tr.say
        self._title, self._detail = "", ""
        self.choice = MissionDay(desk, tr, "chain", self._show)
        self.card = PictureCard(tr, hub.tasks, "chain", least=240)
        self.gaps = FindingList(
            say("Missing links"), "chainGaps",
            all_of_them=lambda count: tr.say("Show all {count} findings", count=count),
        )  # fmt: skip
        aside = QWidget()
        beside = QVBoxLayout(aside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(text_label(say("Missing links"), "section"))
        beside.addWidget(self.gaps)
        beside.addStretch(1)
        self.empty = EmptyState(
            say("Here stands who answers to whom for a mission, once there is one."),
            say("Go to the missions"),
            lambda: navigate(PageName.MISSIONS, None),
        )
        self.page = ScrollPage(margins=(0, 0, 12, 0))
        self.page.body.addWidget(SideBySide(self.card, aside, least=560, width=280))
        self.page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.choice)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.page, 1)

    def refresh(self) -> None:
        """Read everything again; mission and day stay."""
        self.choice.offer()
        self._show()

    def headline(self) -> tuple[str, str]:
        """Whether the chains are whole."""
        return self._title, self._detail

    def _show(self) -> None:
        desk, tr, mission = self._desk, self._tr, self.choice.chosen
        self.empty.setVisible(not mission)
        for part in (self.choice, self.page):
            part.setVisible(bool(mission))
        if not mission:
            self._title, self._detail = tr.say("There is no mission yet"), ""
            self.card.show_plot(None)
            self.gaps.show_findings((), "")
            return
        plot = desk.pictures.chain(mission, tr.lang, self.choice.on)
        self._title, self._detail = plot.title, plot.subtitle
        self.card.show_plot(plot)
        gaps = gaps_of(desk.raci.chains(mission, self.choice.on))
        self.gaps.show_findings([self._listed(gap) for gap in gaps], tr.say("No link is missing."))
        self.said.emit()

    def _listed(self, gap: Gap) -> ListedFinding:
        tr = self._tr
        severity = Severity.ERROR if gap.circle else Severity.WARNING
        label = label_of(self._desk.situation, gap.record)
        return ListedFinding(
            severity.value, "G2", label, tr.tell(gap.said), tr.tell(gap.mend), self._way_to(gap)
        )

    def _way_to(self, gap: Gap) -> Callable[[], object]:
        place = place_of(KIND_OF[type(gap.record)], gap.record.id, field=gap.field)
        return lambda: self._navigate(*place)

    def show_record(self, key: str, field: str = "") -> None:
        """Choose the mission."""
        self.choice.choose(key)

    def document(self) -> Callable[[], PrintJob] | None:
        """The governance and RACI sheet of the mission."""
        if not self.choice.chosen:
            return None
        return lambda: self._desk.printing.prepare(
            "governance", self._tr.lang, subject=self.choice.chosen
        )
