# SPDX-License-Identifier: Apache-2.0
"""Learning, stocktakes and decisions as a secretary writes them in a mission's tabs."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from missiondesk.domain.learning import EvidenceSource
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.stocktake import StocktakeState
from missiondesk.services.desk import Desk
from missiondesk.ui.missions.decision_panel import DecisionPanel
from tests.screens import Screen, settle
from tests.ui.missions.test_missions_page import MissionsScreen

Opened = Callable[[Desk], Screen]


@pytest.fixture
def of_sample(sample: Desk, window_on: Opened) -> MissionsScreen:
    return MissionsScreen(window_on(sample))


def the(desk: Desk, code: str) -> Mission:
    found = desk.missions.with_code(code)
    assert found is not None
    return found


def panel(of_sample: MissionsScreen) -> DecisionPanel:
    found = of_sample.page.findChild(DecisionPanel, "decisionPanel")
    assert found is not None
    return found


def shown(of_sample: MissionsScreen, name: str) -> bool:
    button = of_sample.page.findChild(QPushButton, name)
    return button is not None and button.isVisibleTo(of_sample.page)


# ---------------------------------------------------------------- learning


def test_learning_begins_with_what_was_seen(of_sample: MissionsScreen, sample: Desk) -> None:
    mission = the(sample, "M2")
    of_sample.open(mission, "learning")
    of_sample.new_record("learning", "Lægehusene henviser hver uge")
    (entry,) = sample.learning.of_mission(mission.id)
    assert entry.saw.da == "Lægehusene henviser hver uge"
    of_sample.screen.type_into("strength", "7")
    assert sample.learning.of_mission(mission.id)[0].strength is None
    of_sample.screen.type_into("strength", "4")
    of_sample.screen.type_into("period", "september 2026")
    (entry,) = sample.learning.of_mission(mission.id)
    assert (entry.strength, entry.period) == (4, Period("2026-09"))
    assert entry.source is EvidenceSource.DATA
    (row,) = of_sample.screen.table("learningTable")
    assert "september 2026" in row
    of_sample.screen.press("learningRemove")
    assert sample.learning.of_mission(mission.id) == ()
    sample.history.undo()
    settle()
    assert len(of_sample.screen.table("learningTable")) == 1


# ---------------------------------------------------------------- stocktakes


def test_a_stocktake_is_planned_frozen_and_held(of_sample: MissionsScreen, sample: Desk) -> None:
    mission = the(sample, "M3")
    of_sample.open(mission, "stocktakes")
    of_sample.new_record("stocktakes", "engang")
    assert "engang" in of_sample.screen.text("stocktakesRefusal")
    assert sample.stocktakes.of_mission(mission.id) == ()
    of_sample.screen.find(QWidget, "stocktakesNew").clear()  # type: ignore[attr-defined]
    of_sample.new_record("stocktakes", "20. november 2026")
    (made,) = sample.stocktakes.of_mission(mission.id)
    assert made.held == Period("2026-11-20")
    screen = of_sample.screen
    assert not shown(of_sample, "holdStocktake")
    screen.press("freezeStocktake")
    screen.press("holdStocktake")
    (made,) = sample.stocktakes.of_mission(mission.id)
    assert made.state is StocktakeState.HELD
    assert not shown(of_sample, "stocktakesRemove")


# ---------------------------------------------------------------- decisions (D2)


def test_an_agreed_target_waits_for_its_decision(of_sample: MissionsScreen, sample: Desk) -> None:
    mission = the(sample, "M1")
    of_sample.open(mission, "metric")
    screen = of_sample.screen
    assert not panel(of_sample).isVisible()
    screen.type_into("target_value", "4,25")
    screen.type_into("baseline_value", "7,2")
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    assert metric.target_value == Decimal("3.5")
    asked = panel(of_sample)
    assert asked.isVisible()
    assert "Mål" in asked.what.text()
    assert "Udgangspunkt" in asked.what.text()
    screen.press("noteDecision")
    assert asked.isVisible()
    assert len(sample.metrics.changes(metric.id)) == 1
    screen.type_into("reason", "Aftalen blev udvidet", "da")
    screen.type_into("decided_by", "Koordinationsudvalget (eksempel)")
    screen.press("noteDecision")
    after = sample.metrics.get(metric.id)
    assert after is not None
    assert (after.target_value, after.baseline_value) == (Decimal("4.25"), Decimal("7.2"))
    newest = sample.metrics.changes(metric.id)[-1]
    assert set(newest.fields) == {"target_value", "baseline_value"}
    assert not asked.isVisible()


def test_a_change_that_is_given_up_leaves_everything(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M1")
    of_sample.open(mission, "metric")
    before = sample.metrics.of_mission(mission.id)
    of_sample.screen.type_into("target_value", "9")
    of_sample.screen.press("leaveMetric")
    assert sample.metrics.of_mission(mission.id) == before
    assert of_sample.screen.find(QWidget, "target_value_editor").text() == "3,5"  # type: ignore[attr-defined]
    assert not panel(of_sample).isVisible()


# ---------------------------------------------------------------- indicators, interim targets


def test_an_indicator_is_added_described_and_measured(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M2")
    of_sample.open(mission, "indicators")
    of_sample.new_record("indicators", "Henvisninger fra lægehuse")
    (made,) = sample.indicators.of_mission(mission.id)
    assert made.name.da == "Henvisninger fra lægehuse"
    of_sample.screen.type_into("unit", "personer", "da")
    of_sample.screen.press("addPart")
    settle()
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    (part,) = sample.situation.parts_of(metric)
    assert part.unit == metric.unit
    assert len(of_sample.screen.table("indicatorsTable")) == 2
    of_sample.screen.press("indicatorsRemove")
    assert sample.situation.parts_of(metric) == ()


def test_the_status_shows_other_methods_and_why_there_is_no_forecast(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    of_sample.open(the(sample, "M1"), "status")
    rows = of_sample.screen.table("lenses")
    assert len(rows) == 7
    assert "ser det anderledes" in of_sample.screen.text("lensesDiffer")
