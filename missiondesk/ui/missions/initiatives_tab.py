# SPDX-License-Identifier: Apache-2.0
"""The initiatives under a mission: a table to go on from, and the line to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.domain.finding import Finding
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.several_bar import SeveralBar
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.flow_row import flowing, show_hint_whole
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import Column, ReadTable


class InitiativesTab(ScrollPage):
    """What is tried, scaled and embedded for the mission, and what it adds up to."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=(0, 12, 12, 12))
        self._desk = desk
        self._tr = tr
        self._navigate = navigate
        self._mission = ""
        self._unit = ""
        self._decimals = 0
        self._findings: dict[str, list[Finding]] = {}
        self.table = self._make_table()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.hide()
        self.sum = text_label("", "detail", wrap=True)
        self.sum.setObjectName("initiativesSum")
        several = SeveralBar(desk, hub, tr, self.table, Initiative)
        self.waterfall = PictureCard(tr, hub.tasks, "waterfall")
        self.body.setSpacing(10)
        adding = self._add_line()
        for part in (adding, self.refusal, self.sum, self.table, several, self.waterfall):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _add_line(self) -> QWidget:
        say = self._tr.say
        self.line = QLineEdit()
        self.line.setObjectName("initiativesNew")
        self.line.setAccessibleName(say("Title of a new initiative"))
        self.line.setPlaceholderText(say("Title of a new initiative"))
        self.line.setMaximumWidth(scaled(520))
        self.line.returnPressed.connect(self.add)
        self.add_button = push_button(say("Add initiative"), "initiativesAdd", self.add, "", "plus")
        self.open_button = push_button(
            say("Open initiative"), "initiativesOpen", self._open_chosen, "plain", "arrow-right"
        )
        show_hint_whole(self.line)
        return flowing(self.line, self.add_button, at_end=self.open_button)

    def _make_table(self) -> ReadTable[Initiative]:
        tr = self._tr
        columns: list[Column[Initiative]] = [
            Column(tr.say("Code"), lambda it: it.code),
            Column(
                tr.say("Initiative"),
                lambda it: it.title.in_language(tr.lang),
                detail=self._owner,
                stretch=1,
                width=190,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("Stage"),
                lambda it: mark(it.stage, tr).text,
                colour=lambda it: mark(it.stage, tr).colour,
            ),
            Column(
                tr.say("Next decision"),
                lambda it: tr.period(it.gate_due) if it.gate_due else "–",
                sort=lambda it: it.gate_due.last if it.gate_due else None,
                folds=3,
            ),
            Column(
                tr.say("Contribution"),
                self._contribution,
                right=True,
                sort=lambda it: it.contribution,
                folds=2,
            ),
            Column(
                tr.say("Frame"),
                lambda it: tr.money(sum(one.oere for one in it.frame)) if it.frame else "–",
                right=True,
                sort=lambda it: sum(one.oere for one in it.frame) if it.frame else None,
                folds=1,
            ),
            Column(tr.say("Findings"), self._worst, colour=lambda _it: "wait", folds=4),
        ]
        empty = EmptyState(
            tr.say("Initiatives are what is tried, scaled and embedded to reach the target."),
            tr.say("Add initiative"),
            lambda: self.line.setFocus(),
        )
        table = ReadTable(
            columns,
            lambda it: it.id,
            name="missionInitiatives",
            title=tr.say("Initiatives of the mission"),
            sort_text=tr.sort_key,
            empty=empty,
            growing=True,
            several=True,
        )
        table.opened.connect(lambda key: self._navigate(PageName.INITIATIVES, key))
        return table

    def _owner(self, it: Initiative) -> str:
        office = self._desk.organisation.office(it.office) if it.office else None
        parts = [office.title.in_language(self._tr.lang) if office else "", it.delivery_body]
        return ", ".join(part for part in parts if part)

    def _contribution(self, it: Initiative) -> str:
        if it.contribution is None:
            return "–"
        number = self._tr.signed(it.contribution)
        return f"{number}\u00a0{self._unit}" if self._unit else number

    def _worst(self, it: Initiative) -> str:
        mine = self._findings.get(it.id)
        return f"{mine[0].severity.symbol}\u00a0{len(mine)}" if mine else ""

    # -- showing -------------------------------------------------------------------------
    def show_detail(self, detail: MissionDetail) -> None:
        """Show the initiatives of a mission and what they add up to."""
        tr = self._tr
        if detail.mission.id != self._mission:
            self.line.clear()
            self.refusal.hide()
        self._mission = detail.mission.id
        unit = detail.metric.unit.in_language(tr.lang) if detail.metric else ""
        self._unit = tr.say("percentage points") if unit.strip() == "%" else unit.strip()
        self._findings = {}
        for finding in detail.findings:
            self._findings.setdefault(finding.key, []).append(finding)
        self.table.show_rows(detail.initiatives)
        self.sum.setText(self._added_up(detail.initiatives))
        self.sum.setVisible(bool(self.sum.text()))
        plot = self._desk.pictures.waterfall(detail.mission.id, tr.lang)
        self.waterfall.setVisible(plot is not None)
        self.waterfall.show_plot(plot)
        self.line.setEnabled(not self._desk.read_only)
        self.add_button.setEnabled(not self._desk.read_only)
        self.open_button.setEnabled(bool(detail.initiatives))

    def _added_up(self, shown: Sequence[Initiative]) -> str:
        known = [one.contribution for one in shown if one.contribution is not None]
        if not known:
            return ""
        total = f"{self._tr.signed(sum(known))}\u00a0{self._unit}".strip()
        return self._tr.plural(
            "{count} initiative with an expected contribution: {total} in all.",
            "{count} initiatives with expected contributions: {total} in all.",
            len(known),
            total=total,
        )

    def choose(self, key: str) -> bool:
        """Choose an initiative."""
        return self.table.select(key)

    def focus_field(self, name: str) -> bool:
        """Put the cursor into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return name == "initiatives"

    # -- verbs ---------------------------------------------------------------------------
    def _open_chosen(self) -> None:
        if self.table.selected():
            self._navigate(PageName.INITIATIVES, self.table.selected())

    def add(self) -> None:
        """Add an initiative with this title to the mission, and choose it."""
        text = " ".join(self.line.text().split())
        if not text:
            self.line.setFocus()
            return
        title = Wording(en=text) if self._tr.lang == "en" else Wording(text)
        self.refusal.hide()
        try:
            added = self._desk.initiatives.add(Initiative("", mission=self._mission, title=title))
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return
        self.line.clear()
        self.table.select(added.id)
