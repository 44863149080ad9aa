# SPDX-License-Identifier: Apache-2.0
"""All missions as pictures: drawn, described, with their tables, to be copied and printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.domain.stocktake import StocktakeState
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.scorecard.page import ScorecardPage
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


@pytest.fixture
def screen(sample: Desk, window_on: Opened) -> Screen:
    opened = window_on(sample)
    opened.go_to(PageName.SCORECARD)
    return opened


def page(screen: Screen) -> ScorecardPage:
    assert isinstance(screen.page, ScorecardPage)
    return screen.page


@pytest.mark.parametrize("key", ["multiples", "bullets", "history", "ambition"])
def test_each_picture_is_drawn_described_and_has_its_table(screen: Screen, key: str) -> None:
    page(screen).show_record(key)
    settle()
    view = screen.find(QWidget, f"{key}Chart")
    screen.qtbot.waitUntil(lambda: bool(view.accessibleDescription()), timeout=30_000)
    assert "Flere unge" in view.accessibleDescription() or "M1" in view.accessibleDescription()
    screen.press(f"{key}Swap")
    rows = screen.table(f"{key}Table")
    assert any("M1" in cell for row in rows for cell in row)
    screen.press(f"{key}CopyTable")
    assert "M1" in QGuiApplication.clipboard().text()
    screen.press(f"{key}Swap")


def test_a_picture_is_copied_as_pixels_and_as_lines(screen: Screen) -> None:
    view = screen.find(QWidget, "multiplesChart")
    screen.qtbot.waitUntil(lambda: bool(view.accessibleDescription()), timeout=30_000)
    screen.press("multiplesCopy")
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    lines = bytes(data.data("image/svg+xml").data())
    assert lines.startswith(b"<?xml")
    assert b"<dc:date>" not in lines
    assert b"Matplotlib" not in lines


def test_a_change_of_a_mission_is_seen(screen: Screen, sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    sample.missions.revise(replace(mission, title=Wording("Nyt navn", "New name")))
    settle()
    screen.press("multiplesSwap")
    cells = [cell for row in screen.table("multiplesTable") for cell in row]
    assert any("Nyt navn" in cell for cell in cells)


def test_the_quarterly_report_is_written_with_its_data(screen: Screen, tmp_path: Path) -> None:
    output = page(screen).output
    job = page(screen)._desk.printing.prepare_quarterly("da")
    target = tmp_path / "kvartal æøå.pdf"
    output.write(job, target)
    screen.qtbot.waitUntil(target.exists, timeout=60_000)
    assert target.read_bytes().startswith(b"%PDF")
    beside = {one.name for one in tmp_path.iterdir()} - {target.name}
    assert beside == {one.name for one in job.beside}


def test_a_stocktake_of_all_missions_is_planned_and_frozen(screen: Screen, sample: Desk) -> None:
    page(screen).show_record("stocktakes")
    settle()
    line = screen.find(QLineEdit, "stocktakesNew")
    QTest.keyClicks(line, "1. december 2026")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    (made,) = sample.stocktakes.of_mission("")
    assert made.mission is None
    screen.press("freezeStocktake")
    (frozen,) = sample.stocktakes.of_mission("")
    assert frozen.state is StocktakeState.FROZEN
