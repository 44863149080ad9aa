# SPDX-License-Identifier: Apache-2.0
"""From a statistics office's file to the mission's rating, edition after edition, and back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from missiondesk.domain.metric import Direction, OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.ui.application import Application
from missiondesk.ui.pages import PageName
from tests.journeys.traveller import Traveller, answer, present, press_on_start_page
from tests.px_editions import FIRST, NEXT, px_edition
from tests.screens import settle
from tests.ui.importing.import_screen import ImportScreen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def me(program: Application, qtbot: QtBot, tmp_path: Path) -> Traveller:
    press_on_start_page(program, "new")
    assert program.start_window is not None
    answer(qtbot, program.start_window, "fileDialog", tmp_path / "missioner.mission")
    return Traveller(program, qtbot)


@pytest.fixture
def mission(me: Traveller) -> Mission:
    """A mission whose metric has a goal and no figures."""
    made = me.desk.missions.add(Wording("Unge med job", "Young people with jobs"))
    metric = me.desk.metrics.of_mission(made.id)
    assert metric is not None
    me.desk.metrics.revise(
        replace(
            metric,
            name=Wording("Andel unge uden job", "Share of the young without jobs"),
            unit=Wording("%", "%"),
            direction=Direction.DOWN,
            limit=Decimal(100),
            baseline_value=Decimal("7.1"),
            baseline_period=Period("2016"),
            target_value=Decimal("3.5"),
            target_period=Period("2030"),
        )
    )
    settle()
    return made


def metric_of(me: Traveller, mission: Mission) -> OutcomeMetric:
    found = me.desk.metrics.of_mission(mission.id)
    assert found is not None
    return found


def rating(me: Traveller, mission: Mission) -> str:
    """What the mission's own page says of its development."""
    me.window.navigate(PageName.MISSIONS, f"{mission.id}#metric")
    settle()
    return me.find(QLabel, "metricRating").text()


def figures(me: Traveller, mission: Mission) -> list[str]:
    return [str(it.value) for it in me.desk.metrics.observations(metric_of(me, mission).id)]


def test_two_editions_move_the_rating_and_undo_moves_it_back(
    me: Traveller, mission: Mission, qtbot: QtBot, tmp_path: Path
) -> None:
    empty = rating(me, mission)
    assert "Kan ikke vurderes" in empty

    # The first edition, from the metric's own tab: what feeds it has to be chosen once.
    me.press("importFigures")
    screen = ImportScreen(me.window, qtbot)
    screen.answer(px_edition(tmp_path, "neet-2025.px", FIRST, "20250601 08:00"))
    assert screen.heading() == "Unge uden job og uddannelse efter alder og tid"
    assert screen.hindrance() == "Vælg en værdi af ”alder”."
    screen.search("dimension0", "15-24")
    assert screen.verb() == "Indlæs 5 tal"
    screen.press("confirmImport")
    assert "5 tal er indlæst" in screen.toast()
    assert figures(me, mission) == list(FIRST.values())
    limited = rating(me, mission)
    assert "Begrænset" in limited

    # The next edition is known again; all of it by keyboard.
    QTest.keyClick(me.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    settle()
    dialog = screen.importing.findChild(QFileDialog, "importDialog")
    assert dialog is not None
    screen.answer(px_edition(tmp_path, "neet-2026.px", NEXT, "20260601 08:00", "*"))
    assert screen.heading() == "neet-2026.px ændrer 2 tal"
    shown = [row[:4] for row in screen.table("figures0")]
    assert shown == [
        ["2020", "▲\N{NO-BREAK SPACE}revideret", "6,6", "6,2"],
        ["2021", "+\N{NO-BREAK SPACE}ny", "–", "5,4"],
    ]
    before = present(me.desk)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle()
    assert figures(me, mission)[-2:] == ["6.2", "5.4"]
    better = rating(me, mission)
    assert "På sporet" in better

    # One step takes the whole edition back, and the table is known as it was.
    me.undo()
    assert rating(me, mission) == limited
    assert present(me.desk) == before
    me.redo()
    assert rating(me, mission) == better
    me.undo()
    me.undo()
    assert rating(me, mission) == empty
    assert figures(me, mission) == []
