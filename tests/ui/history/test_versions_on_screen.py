# SPDX-License-Identifier: Apache-2.0
"""Ctrl+S says that all is saved and gives the version a name; the history leads back to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from missiondesk.domain.copy_sent import Purpose
from missiondesk.domain.wording import Wording
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.ui.application import Application
from missiondesk.ui.history.versions_tab import VersionsTab
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.version_dialog import VersionDialog
from tests.screens import Screen, settle, started


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    with started(qapp, qtbot) as made:
        yield made


@pytest.fixture
def window(program: Application, tmp_path: Path) -> MainWindow:
    desk = new_desk(tmp_path / "missioner.mission", "Anna")
    desk.missions.add(Wording("En", "One"))
    desk.close()
    program.open(tmp_path / "missioner.mission")
    settle()
    assert program.window is not None
    return program.window


def dialogs() -> list[VersionDialog]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, VersionDialog) and one.isVisible()
    ]


def ctrl_s(window: MainWindow) -> None:
    window.menus.actions["save"].trigger()
    settle()


def named(window: MainWindow, text: str) -> None:
    """Press Ctrl+S and answer with a name and Enter."""
    ctrl_s(window)
    (asked,) = dialogs()
    editor = asked.name.editor
    assert editor.hasSelectedText(), "a name is there, to be taken or typed over"
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()


def test_ctrl_s_says_that_it_is_saved_and_enter_takes_the_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    ctrl_s(window)
    (asked,) = dialogs()
    saved = asked.findChild(QLabel, "versionSaved")
    assert saved is not None and saved.text() == "Alt er gemt i missioner.mission."
    proposal = asked.name.editor.text()
    assert proposal
    QTest.keyClick(asked.name.editor, Qt.Key.Key_Return)
    settle()
    assert not dialogs()
    assert [one.about for one in window.desk.versions.all()] == [proposal]

    ctrl_s(window)
    assert not dialogs(), "nothing has changed since"
    said = Screen(window, qtbot).toast()
    assert "Alt er gemt" in said and proposal in said


def test_without_a_name_nothing_is_noted(window: MainWindow) -> None:
    steps = len(window.desk.history.steps())
    ctrl_s(window)
    (asked,) = dialogs()
    QTest.keyClick(asked.name.editor, Qt.Key.Key_Escape)
    settle()
    assert not dialogs()
    assert len(window.desk.history.steps()) == steps


def test_a_name_that_is_taken_is_refused_beside_the_field(window: MainWindow) -> None:
    named(window, "Udkast")
    window.desk.missions.add(Wording("To", "Two"))
    named(window, "Udkast")
    (asked,) = dialogs()
    assert "”Udkast”" in asked.name.refusal.text()
    asked.reject()


def test_the_history_goes_back_to_a_version_and_undo_brings_the_present_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    named(window, "Til mødet")
    window.desk.missions.add(Wording("To", "Two"))
    window.navigate("history", "versions")
    settle()
    tab = window.findChild(VersionsTab)
    assert tab is not None
    qtbot.waitUntil(lambda: tab.plan is not None)
    assert tab.table.model().index(0, 0).data() == "Til mødet"
    assert "2 ville forsvinde" in tab.difference.said.text()
    assert tab.back.isEnabled()

    screen = Screen(window, qtbot)
    screen.press("versionBack")
    assert "Til mødet" in tab.asking.sentence.text()
    screen.press("goBackNow")
    assert [one.title.da for one in window.desk.missions.all()] == ["En"]
    assert "Til mødet" in screen.toast()
    qtbot.waitUntil(lambda: tab.plan is not None)
    assert not tab.back.isEnabled(), "the workspace is as it was in this version"

    window.desk.history.undo()
    settle()
    assert len(window.desk.missions.all()) == 2


def test_a_copy_for_comments_does_not_offer_to_go_back(
    window: MainWindow, window_on: Callable[[Desk], Screen], tmp_path: Path, qtbot: QtBot
) -> None:
    named(window, "Til mødet")
    window.desk.missions.add(Wording("To", "Two"))
    path = tmp_path / "kopi.mission"
    window.desk.copies.send(path, Sending("Nogen", purpose=Purpose.COMMENT))
    desk = open_desk(path, "Bo")
    copy = window_on(desk).window
    copy.navigate("history", "versions")
    tab = copy.findChild(VersionsTab)
    assert tab is not None
    qtbot.waitUntil(lambda: tab.plan is not None)
    assert tab.plan is not None and tab.plan.keys, "it says what is different"
    assert not tab.back.isEnabled()
    copy.close_without_saving()
    desk.close()
