# SPDX-License-Identifier: Apache-2.0
"""The trail on its page: narrowed down, whole or broken, explained, and exported as it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.history.page import HistoryPage
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import PageName
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def on_history(desk: Desk, window_on: Opened, qtbot: QtBot) -> tuple[Screen, HistoryPage]:
    screen = window_on(desk)
    screen.go_to(PageName.HISTORY)
    page = screen.page
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: page.steps.seal.found is not None)
    settle()
    return screen, page


def test_narrowed_down_by_person_mission_and_days(
    desk: Desk, window_on: Opened, qtbot: QtBot
) -> None:
    mission = desk.missions.add(Wording("En mission", "A mission"))
    desk.session.store.who = "Bo"
    desk.missions.add(Wording("En anden", "Another"))
    screen, _page = on_history(desk, window_on, qtbot)
    assert len(screen.table("stepTable")) == 3
    who = screen.find(QComboBox, "whoFilter")
    who.setCurrentIndex(who.findData("Bo"))
    assert [row[2] for row in screen.table("stepTable")] == ["Bo"]
    who.setCurrentIndex(0)
    box = screen.find(QComboBox, "missionFilter")
    box.setCurrentIndex(box.findData(mission.id))
    assert len(screen.table("stepTable")) == 1
    box.setCurrentIndex(0)
    since = screen.find(QLineEdit, "sinceFilter")
    since.setText("2050")
    assert screen.table("stepTable") == []
    since.setText("ikke en dag")
    assert "ikke en dag" in screen.find(QLabel, "stepFilterRefusal").text()
    assert len(screen.table("stepTable")) == 3


def test_whole_and_explained(desk: Desk, window_on: Opened, qtbot: QtBot) -> None:
    screen, page = on_history(desk, window_on, qtbot)
    head = desk.trail.check().head
    assert f"{head[:4]} {head[4:8]}" in screen.text("sealLine")
    assert page.count() is None
    desk.missions.add(Wording("En mission", "A mission"))
    settle()
    later = desk.trail.check().head
    assert later != head
    assert f"{later[:4]} {later[4:8]}" in screen.text("sealLine")
    page.steps.seal.found = None
    screen.press("checkTrail")
    qtbot.waitUntil(lambda: page.steps.seal.found is not None)
    assert screen.toast().startswith("Hvert trin er")
    screen.press("explainSeal")
    (notice,) = screen.window.findChildren(Notice, "sealNotice")
    said = " ".join(label.text() for label in notice.findChildren(QLabel))
    assert "kan stadig skrive historikken om" in said
    notice.reject()


def test_broken_is_said_where_and_by_whom(desk: Desk, window_on: Opened, qtbot: QtBot) -> None:
    desk.missions.add(Wording("En mission", "A mission"))
    desk.session.store._ledger.database.raw.execute("UPDATE step SET about = 'x' WHERE number=1")
    screen, page = on_history(desk, window_on, qtbot)
    said = screen.text("sealBarSentence")
    assert "Trin 1 (" in said
    assert "Sekretær) er ikke, som det blev skrevet" in said
    assert page.count() == 1
    assert screen.toast() == "Historikken er ikke, som den blev skrevet. Siden Historik siger hvor."


@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv"])
def test_exported_as_it_is_shown(
    desk: Desk,
    window_on: Opened,
    qtbot: QtBot,
    tmp_path: Path,
    form: str,
) -> None:
    mission = desk.missions.add(Wording("En mission", "A mission"))
    desk.missions.revise(replace(mission, note="En bemærkning"))
    screen, page = on_history(desk, window_on, qtbot)
    page.export(form)
    (dialog,) = screen.window.findChildren(QFileDialog)
    path = tmp_path / f"spor.{form}"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: path.exists() and "spor" in screen.toast())
    if form == "csv":
        text = path.read_text(encoding="utf-8-sig")
        assert "En bemærkning" in text
        assert desk.trail.check().head in text
