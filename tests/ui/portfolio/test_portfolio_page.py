# SPDX-License-Identifier: Apache-2.0
"""The portfolio on the screen: moved through gates, closed into the stop list, filtered, spoken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.decision import Decision, DecisionKind
from missiondesk.domain.gate import CriterionKind, Gate, GateResult
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.period import Period
from missiondesk.domain.skill import SourcingState
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.portfolio.board_tab import BoardTab
from missiondesk.ui.portfolio.gates_tab import GatesTab
from missiondesk.ui.portfolio.page import PortfolioPage
from missiondesk.ui.portfolio.stop_list_tab import StopListTab
from tests.screens import settle

ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Portfolio:
    """The page alone, in the user's words."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, qtbot: QtBot) -> None:
        self.desk = desk
        self.gone: list[tuple[str, str | None]] = []
        self.page = PortfolioPage(desk, hub, tr, lambda *place: self.gone.append(place))
        qtbot.addWidget(self.page)
        self.page.resize(1240, 820)
        self.page.show()
        settle()

    def tab(self, key: str) -> object:
        self.page.show_record(key)
        settle()
        return self.page.front()

    @property
    def board(self) -> BoardTab:
        found = self.tab("board")
        assert isinstance(found, BoardTab)
        return found

    @property
    def gates(self) -> GatesTab:
        found = self.tab("gates")
        assert isinstance(found, GatesTab)
        return found

    @property
    def stopped(self) -> StopListTab:
        found = self.tab("stopped")
        assert isinstance(found, StopListTab)
        return found

    def initiative(self, code: str) -> Initiative:
        return next(one for one in self.desk.initiatives.all() if one.code == code)

    def press(self, name: str) -> None:
        buttons = [one for one in self.page.findChildren(QPushButton, name) if one.isVisible()]
        assert len(buttons) == 1, name
        buttons[0].click()
        settle()


@pytest.fixture
def portfolio(
    sample: Desk, hub_of: Callable[[Desk], Hub], da: Translator, qtbot: QtBot
) -> Portfolio:
    return Portfolio(sample, hub_of(sample), da, qtbot)


def test_from_pilot_to_scale_through_a_gate_blocked_by_a_skill_then_sourced(
    portfolio: Portfolio,
) -> None:
    desk, one, board = portfolio.desk, portfolio.initiative("M1.2"), portfolio.board
    board.board.choose(one.id)
    board.board.setFocus()
    QTest.keyClick(board.board, Qt.Key.Key_Right, ALT)
    gate = board.moves.gate
    assert gate.isVisible()
    portfolio.press("gatePanelRecord")
    assert gate.result.refusal.isVisible()
    gate.result.show_value(GateResult.PASS)
    gate.result.committed.emit(GateResult.PASS)
    gate.reason.show_value("Resultaterne er gode")
    portfolio.press("gatePanelRecord")
    assert "Forsøg og evaluering" in gate.refusal.text()
    assert portfolio.initiative("M1.2").stage is Stage.PILOT

    for need in desk.gates.uncovered(one.id):
        offer = desk.sourcing.for_requirement(need.id)
        desk.sourcing.add(
            replace(
                offer, provider="Eksempelhøjskolen", state=SourcingState.AGREED, fte=Decimal(9),
                headcount=9, start=Period("2026-10"), end=None,
            )
        )  # fmt: skip
    assert desk.gates.uncovered(one.id) == ()
    settle()
    portfolio.press("gatePanelRecord")
    assert not gate.isVisible()
    assert portfolio.initiative("M1.2").stage is Stage.SCALE
    (held,) = [it for it in desk.gates.of_initiative(one.id) if it.result is not None]
    assert held.result is GateResult.PASS
    told = desk.situation.referring(Decision, "gate", held.id)
    assert [it.kind for it in told] == [DecisionKind.SCALE]
    column = board.board.layout_now().places[one.id][0]
    assert board.board.content().columns[column].key == "scale"
    desk.history.undo()
    assert portfolio.initiative("M1.2").stage is Stage.PILOT


def test_an_initiative_is_stopped_and_closed_into_the_stop_list(portfolio: Portfolio) -> None:
    desk, one = portfolio.desk, portfolio.initiative("M4.1")
    assert {it.rule for it in desk.readiness.of(Initiative, one.id)} >= {"P3"}
    gates = portfolio.gates
    assert gates.choose(one.id, "") is False  # it has a gate; that is chosen by its own id
    gate = next(it for it in desk.gates.of_initiative(one.id) if it.result is None)
    assert gates.choose(gate.id, "due")
    portfolio.press("recordOutcome")
    gates.moves.gate.result.show_value(GateResult.STOP)
    gates.moves.gate.result.committed.emit(GateResult.STOP)
    gates.moves.gate.reason.show_value("Stopkriteriet er mødt")
    portfolio.press("gatePanelRecord")
    closing = gates.moves.closing
    assert closing.isVisible()
    portfolio.press("closingPanelRecord")
    assert closing._fields["closing_reason"].refusal.isVisible()
    said = {
        "closing_reason": Wording("For få bruger ordningen"),
        "learned": Wording("Spørg arbejdsgiverne først"),
        "freed_fte": Decimal(9),
        "after_staff": "Flytter",
        "after_users": "Beholder deres aftaler",
        "after_money": "Tilbage til reserven",
    }
    for name, value in said.items():
        closing._fields[name].show_value(value)
    portfolio.press("closingPanelRecord")
    closed = portfolio.initiative("M4.1")
    assert closed.stage is Stage.CLOSED
    assert sum(it.oere for it in closed.freed) == 160_000_000_00  # what was left of its frame
    assert portfolio.page.head.sentence.text().startswith("1 beslutning")
    stopped = portfolio.stopped
    assert stopped.table.rows()[0].code == "M4.1"
    assert "160" in stopped.table.cell(closed.id, 4)
    assert desk.readiness.of(Initiative, one.id) == ()


def test_filters_narrow_board_and_table_and_the_twin_says_the_same(portfolio: Portfolio) -> None:
    board = portfolio.board
    mission = portfolio.desk.missions.with_code("M2")
    assert mission is not None
    board.filter.mission.setCurrentIndex(board.filter.mission.findData(mission.id))
    shown = {key for column in board.board.content().columns for key in column.cards}
    assert len(shown) == 3
    board.as_table.click()
    settle()
    assert {it.initiative.id for it in board.table.rows()} == shown
    board.filter.text.setText("findes ikke")
    assert board.table.rows() == []
    portfolio.press("emptyButton")
    assert len(board.table.rows()) == len(portfolio.desk.initiatives.all())


def test_a_criterion_is_added_and_watched_where_its_gate_is(portfolio: Portfolio) -> None:
    gates, desk = portfolio.gates, portfolio.desk
    gate = next(
        it for it in desk.situation.all(Gate) if it.initiative == portfolio.initiative("M2.2").id
    )
    gates.choose(gate.id, "")
    box = gates.detail.criteria
    before = len(box.table.rows())
    box.line.setText("Mindst fem læger er med")
    box.add()
    settle()
    assert len(box.table.rows()) == before + 1
    made = box.form.record
    assert made is not None
    assert (made.gate, made.kind) == (gate.id, CriterionKind.GATE)
    desk.criteria.revise(replace(made, threshold=Decimal(5), unit="læger", measured=Decimal(6)))
    settle()
    assert box.table.cell(made.id, 1) == "✓\u00a0ja"
    box.remove()
    settle()
    assert len(box.table.rows()) == before


def test_a_finding_of_closing_leads_to_its_field_on_the_stop_list(portfolio: Portfolio) -> None:
    one = portfolio.initiative("M5.5")
    portfolio.page.show_record(f"{one.id}#learned")
    settle()
    assert isinstance(portfolio.page.front(), StopListTab)
    field = portfolio.stopped.form.field("learned")
    assert field is not None
    assert [bar.objectName() for bar in field.findings()] == ["finding_P8"]


def test_what_was_typed_to_close_one_is_kept_while_another_is_looked_at(
    portfolio: Portfolio,
) -> None:
    gates = portfolio.gates
    one, other = portfolio.initiative("M4.1"), portfolio.initiative("M3.1")
    moves, typed = gates.moves, Wording("Skrevet, før der blev set på et andet")
    moves.close_down(one)
    moves.closing._fields["closing_reason"].show_value(typed)
    moves.stop_asking()
    moves.close_down(other)
    assert moves.closing._fields["closing_reason"].read() != typed
    moves.close_down(one)
    assert moves.closing._fields["closing_reason"].read() == typed
    moves.closing.leave()  # left as it is: nothing is kept
    moves.close_down(one)
    assert moves.closing._fields["closing_reason"].read() == one.closing_reason


def test_the_outcome_of_a_gate_begun_is_kept_while_another_is_looked_at(
    portfolio: Portfolio,
) -> None:
    moves = portfolio.gates.moves
    one, other = portfolio.initiative("M4.1"), portfolio.initiative("M3.1")
    moves.decide(one, Stage.SCALE)
    moves.gate.result.show_value(GateResult.CONDITIONAL)
    moves.gate.conditions.show_value("Kun i to kommuner")
    moves.decide(other, Stage.SCALE)
    assert moves.gate.result.read() is not GateResult.CONDITIONAL
    moves.decide(one, Stage.SCALE)
    assert moves.gate.conditions.read() == "Kun i to kommuner"
    assert not moves.gate.conditions.isHidden()
