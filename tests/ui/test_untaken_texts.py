# SPDX-License-Identifier: Apache-2.0
"""Text that a field refused is in no file: the chip says so, and nothing loses it silently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.language import Translator, translator
from missiondesk.services.desk import Desk
from missiondesk.ui.confidential.unlock_panel import UnlockDialog
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.merging.send_copy import SendCopy
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.fields import Field
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]
TYPED = "Q5 2027"


@pytest.fixture
def missions(desk: Desk) -> list[str]:
    """Two missions with their metrics."""
    made = []
    for title in ("Første", "Anden"):
        mission = desk.missions.add(title=Wording(title, title))
        made.append(mission.id)
    return made


def at_target_date(screen: Screen, mission: str) -> None:
    """Go to the target date of a mission's metric."""
    screen.window.navigate(PageName.MISSIONS, f"{mission}#target_period")
    settle()


def refused(screen: Screen, mission: str) -> None:
    """Type a date there that there is none of, and leave the field."""
    at_target_date(screen, mission)
    screen.type_into("target_period", TYPED)
    assert "ikke en dato" in screen.refusal("target_period")


def typed(screen: Screen) -> str:
    field = screen.find(Field, "target_period")
    return screen.find(QLineEdit, "target_period_editor", field).text()


def chip(window: MainWindow) -> str:
    return window.top.chip.text()


def test_the_chip_says_that_a_field_is_to_be_mended(
    desk: Desk, missions: list[str], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))
    refused(screen, missions[0])
    qtbot.waitUntil(lambda: "Ikke gemt: et felt skal rettes" in chip(screen.window))
    assert screen.window.top.chip.accessibleName() == "Ikke gemt: et felt skal rettes"
    screen.type_into("target_period", "Q4 2027")
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))


def test_what_was_refused_stays_while_the_record_is_read_again(
    desk: Desk, missions: list[str], window_on: Opened
) -> None:
    screen = window_on(desk)
    refused(screen, missions[0])
    metric = desk.missions.detail(missions[0]).metric
    assert metric is not None
    desk.metrics.revise(replace(metric, geography=Wording("Danmark", "Denmark")))
    settle()
    assert typed(screen) == TYPED
    assert screen.refusal("target_period") != ""


def test_another_record_does_not_lose_it_and_the_chip_leads_back(
    desk: Desk, missions: list[str], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, missions[0])
    at_target_date(screen, missions[1])
    assert typed(screen) == ""
    assert screen.refusal("target_period") == ""
    screen.go_to(PageName.ROADMAP)
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    QTest.mouseClick(screen.window.top.chip, Qt.MouseButton.LeftButton)
    settle()
    assert screen.window.pages.place().record.startswith(missions[0])
    assert typed(screen) == TYPED
    assert screen.refusal("target_period") != ""


def test_what_waits_for_a_record_that_is_gone_is_let_go(
    desk: Desk, missions: list[str], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, missions[0])
    at_target_date(screen, missions[1])
    desk.missions.remove(missions[0])
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    QTest.mouseClick(screen.window.top.chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))


def test_another_language_keeps_it(desk: Desk, missions: list[str], window_on: Opened) -> None:
    screen = window_on(desk)
    refused(screen, missions[0])
    screen.window.speak(translator("en"))
    settle()
    assert typed(screen) == TYPED


def test_closing_asks_and_leads_to_the_field(
    desk: Desk, missions: list[str], window_on: Opened
) -> None:
    screen = window_on(desk)
    refused(screen, missions[0])
    screen.go_to(PageName.ROADMAP)
    assert not screen.window.close()
    asked = screen.window.findChild(Notice, "untaken")
    assert asked is not None and asked.isVisible()
    screen.press("notice0")
    assert typed(screen) == TYPED
    assert not screen.window.close()
    settle()
    screen.press("notice1")
    assert not screen.window.isVisible()


def test_what_a_dialog_asks_for_is_no_record_being_typed(
    desk: Desk, missions: list[str], window_on: Opened, da: Translator, qtbot: QtBot
) -> None:
    window = window_on(desk).window
    qtbot.waitUntil(lambda: chip(window).startswith("✓ Gemt"))
    asked = UnlockDialog(da, "kopi.mission", lambda _told: None, window)
    sending = SendCopy(desk, window.hub, da, desk.path.parent, lambda _no: None, window)  # type: ignore[union-attr]
    for dialog, name in ((asked, "unlockPassphrase_editor"), (sending, "recipient_editor")):
        dialog.open()
        editor = dialog.findChild(QLineEdit, name)
        assert editor is not None
        editor.setFocus()
        qtbot.waitUntil(editor.hasFocus)
        editor.setText("noget")
        window.top._look_at_typing()
        assert chip(window).startswith("✓ Gemt"), name
        dialog.reject()


def test_what_waits_for_the_record_in_front_is_let_go_with_it(
    desk: Desk, missions: list[str], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, missions[0])
    desk.missions.remove(missions[0])
    settle()
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    QTest.mouseClick(screen.window.top.chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))
