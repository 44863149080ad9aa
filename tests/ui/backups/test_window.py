# SPDX-License-Identifier: Apache-2.0
"""The backups on the screen: what is in each, the difference, and going back by two presses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.backups import Backup
from missiondesk.services.desk import Desk
from missiondesk.ui.application import Application
from missiondesk.ui.backup_mark import BackupMark
from missiondesk.ui.backups.window import BackupsWindow
from missiondesk.ui.hub import Hub
from missiondesk.ui.workspace_actions import WorkspaceActions
from tests.sample import a_sample
from tests.screens import settle


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample in a file, with one backup and a change since."""
    opened = a_sample()
    opened.save_as(tmp_path / "prøve.mission")
    opened.backups.make()
    first = opened.missions.all()[0]
    opened.missions.revise(replace(first, title=Wording("Anderledes", "Different")))
    yield opened
    settle()
    opened.close(discard=True)


@pytest.fixture
def shown(
    qtbot: QtBot, desk: Desk, hub_of: Callable[[Desk], Hub], da: Translator
) -> Iterator[BackupsWindow]:
    folders: list[Path] = []
    apart: list[Backup] = []
    made = BackupsWindow(desk, hub_of(desk), da, folders.append, apart.append, None)
    made.open()
    qtbot.waitUntil(lambda: made.plan is not None, timeout=20_000)
    yield made
    with suppress(RuntimeError):  # closed and gone
        made.close()


def press(qtbot: QtBot, window: BackupsWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_list_says_what_is_in_each_and_the_difference(shown: BackupsWindow) -> None:
    (one,) = shown.table.rows()
    assert one.contents is not None
    assert "1 sikkerhedskopi" in shown.head.sentence.text()
    (line,) = shown.difference.table.rows()
    assert line.record.startswith("mission · M")
    assert "Anderledes / Different →" in line.what
    assert "1 oplysning ville blive anderledes" in shown.difference.said.text()


def test_going_back_takes_two_presses_and_undo_returns(
    qtbot: QtBot, shown: BackupsWindow, desk: Desk
) -> None:
    press(qtbot, shown, "backupRestore")
    assert "Anderledes" in {it.title.da for it in desk.missions.all()}
    press(qtbot, shown, "restoreNow")
    assert "Anderledes" not in {it.title.da for it in desk.missions.all()}
    assert not shown.isVisible()
    desk.history.undo()
    assert "Anderledes" in {it.title.da for it in desk.missions.all()}


def test_another_one_now(qtbot: QtBot, shown: BackupsWindow, desk: Desk) -> None:
    press(qtbot, shown, "backupNow")
    qtbot.waitUntil(lambda: len(shown.table.rows()) == 2, timeout=20_000)
    shown.table.select(shown.table.rows()[0].backup.path.name)
    qtbot.waitUntil(lambda: shown.plan is not None, timeout=20_000)
    assert not shown.back.isEnabled()
    assert shown.difference.said.text() == "Arbejdsfilen er, som den er i denne sikkerhedskopi."


def test_what_fails_is_said_in_the_window_and_marked_in_the_line(
    qtbot: QtBot, shown: BackupsWindow, desk: Desk, da: Translator
) -> None:
    hub = Hub(desk)
    hub.setParent(shown)
    mark = BackupMark(desk, hub, da)
    qtbot.addWidget(mark)
    assert mark.isHidden()
    folder = desk.backups.folder
    assert folder is not None
    aside = folder.rename(folder.with_name("aside"))
    folder.write_bytes(b"in the way")
    press(qtbot, shown, "backupNow")
    qtbot.waitUntil(lambda: "kunne ikke skrives" in shown.trouble.sentence.text())
    qtbot.waitUntil(lambda: not mark.isHidden())
    assert "▲" in mark.button.text()
    folder.unlink()
    aside.rename(folder)
    press(qtbot, shown, "backupNow")
    qtbot.waitUntil(mark.isHidden)
    qtbot.waitUntil(shown.trouble.isHidden)
    hub.close()


def test_from_the_menu_to_a_backup_by_itself(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    program = Application(qapp)
    WorkspaceActions(program).new(tmp_path / "ny.mission")
    window = program.window
    assert window is not None
    window.desk.missions.add(Wording("En", "One"))
    window.desk.backups.make()
    window.desk.missions.add(Wording("To", "Two"))
    window.menus.actions["backups"].trigger()
    shown = window.findChild(BackupsWindow)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.plan is not None, timeout=20_000)
    shown._move(tmp_path / "andet sted")
    assert program.settings.backups == str(tmp_path / "andet sted")
    assert window.desk.backups.folder is not None
    assert window.desk.backups.folder.is_relative_to(tmp_path / "andet sted")
    qtbot.waitUntil(lambda: shown.apart.isEnabled(), timeout=20_000)
    assert len(shown.table.rows()) == 1  # those in the former folder are still listed
    assert window.desk.wait_saved(10)
    press(qtbot, shown, "backupApart")
    qtbot.waitUntil(lambda: program.window not in (None, window), timeout=20_000)
    apart = program.window
    assert apart is not None
    assert apart.desk.path is None
    assert [it.title.da for it in apart.desk.missions.all()] == ["En"]
    apart.close_without_saving()
    settle()
