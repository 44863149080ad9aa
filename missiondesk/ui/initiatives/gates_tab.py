# SPDX-License-Identifier: Apache-2.0
"""The gates of an initiative with what they decided, and all its criteria."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missiondesk.domain.finding import Finding
from missiondesk.domain.gate import Gate
from missiondesk.domain.gates import step_after
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.criteria_box import CriteriaBox
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.steady import SteadyRoom
from missiondesk.ui.widgets.table import Column, ReadTable


class GatesTab(ScrollPage):
    """Gates at the left, criteria at the right."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=(0, 8, 16, 16))
        self._desk, self._tr = desk, tr
        self._initiative, self._closed = "", False
        say = tr.say
        self.table: ReadTable[Gate] = ReadTable(
            _columns(tr, lambda: self._closed),
            lambda it: it.id,
            name="initiativeGates",
            title=say("Gates"),
            sort_text=tr.sort_key,
            growing=True,
            empty=EmptyState(say("No gate is planned. The next one decides whether it goes on.")),
        )
        self.table.opened.connect(lambda key: navigate(PageName.PORTFOLIO, key))
        self.plan_button = push_button(say("Plan the next gate"), "planNextGate", self.plan)
        to_gates = push_button(
            say("Go to the gates"), "toGates", lambda: navigate(PageName.PORTFOLIO, "gates"), "link"
        )
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("planRefusal")
        self.refusal.hide()
        self._bars: list[FindingBar] = []
        self._findings = SteadyRoom(self, self.body.spacing())
        left = column(
            text_label(say("Gates"), "section"), self._findings, self.table,
            row(self.plan_button, to_gates, None), self.refusal, gap=self.body.spacing(),
        )  # fmt: skip
        self.criteria = CriteriaBox(desk, hub, tr)
        self.body.addWidget(SideBySide(left, self.criteria, least=400, width=440))
        self.body.addStretch(1)

    def show_initiative(self, found: Initiative) -> None:
        """Show the gates and criteria of an initiative."""
        self._initiative, self._closed = found.id, found.stage is Stage.CLOSED
        gates = self._desk.gates.of_initiative(found.id)
        self.table.show_rows(gates)
        states = self._desk.criteria.of_initiative(found.id)
        self.criteria.show_criteria(found.id, None, states)
        waits = any(gate.result is None for gate in gates)
        live = not self._desk.read_only and step_after(found.stage) is not None
        self.plan_button.setVisible(live and not waits)
        self.refusal.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what the check says of stop criteria and skills (P3, K6) above the gates."""
        self._findings.drop(self._bars)
        mine = told((one for one in findings if one.rule in ("P3", "K6")), self._tr)
        self._bars = [FindingBar(it.severity, it.rule, it.sentence, it.mend) for it in mine]
        for bar in self._bars:
            self._findings.put(bar)

    def plan(self) -> None:
        """Plan the gate out of the present stage, on the date of the next decision."""
        self.refusal.hide()
        try:
            self._desk.gates.plan_next(self._initiative)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()


def _columns(tr: Translator, closed: Callable[[], bool]) -> list[Column[Gate]]:
    def result(gate: Gate) -> str:
        if gate.result is not None:
            return mark(gate.result, tr).text
        # A gate that is left open when its initiative closes does not come any more.
        return f"○\u00a0{tr.say('lapsed') if closed() else tr.say('ahead')}"

    return [
        Column(
            tr.say("Stages"),
            lambda it: tr.say("{before} → {after}", before=it.from_stage, after=it.to_stage),
            detail=lambda it: it.conditions,
            stretch=1,
            width=140,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say("Due"),
            lambda it: tr.period(it.due) if it.due else "–",
            sort=lambda it: it.due.last if it.due else None,
            folds=2,
        ),
        Column(
            tr.say("Result"),
            result,
            colour=lambda it: mark(it.result, tr).colour if it.result else "quiet",
            wrap=True,
            width=100,
        ),
        Column(
            tr.say("Held on"),
            lambda it: tr.period(it.held) if it.held else "–",
            sort=lambda it: it.held.last if it.held else None,
            folds=1,
        ),
    ]
