# SPDX-License-Identifier: Apache-2.0
"""The file changes, goes away, or has copies beside it, while the window is open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.saving import NotSaved, Reason, Saved
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.application import Application
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.merging.review import MergeReview
from missiondesk.ui.workspace_actions import WorkspaceActions
from tests.screens import settle


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Application]:
    made = Application(qapp)
    yield made
    # What was opened from a backup has no file: its window asks, and stays, when another opens.
    for one in QApplication.topLevelWidgets():
        if isinstance(one, MainWindow):
            one.close_without_saving()
    if made.start_window is not None:
        made.start_window.close()
    settle()


@pytest.fixture
def window(program: Application, tmp_path: Path) -> MainWindow:
    """A window on a workspace with one mission, saved."""
    WorkspaceActions(program).new(tmp_path / "fælles.mission")
    assert program.window is not None
    program.window.desk.missions.add(Wording("Fælles", "Common"))
    assert program.window.desk.wait_saved(20)
    return program.window


def path_of(window: MainWindow) -> Path:
    assert window.desk.path is not None
    return window.desk.path


def somebody_else(window: MainWindow, title: str, tmp_path: Path) -> None:
    """A colleague's change to a copy that a synchroniser puts in place of the file."""
    away = tmp_path / "hos en anden"
    away.mkdir()
    copy = away / "kopi.mission"
    shutil.copyfile(path_of(window), copy)
    other = open_desk(copy, "Åse")
    add(other, title)
    other.close()
    copy.replace(path_of(window))


def add(desk: Desk, title: str) -> None:
    desk.missions.add(Wording(title, title))


def titles(desk: Desk) -> set[str]:
    return {one.title.da for one in desk.missions.all()}


def shown(qtbot: QtBot, name: str) -> QWidget:
    def found() -> list[QWidget]:
        return [
            one for one in QApplication.allWidgets() if one.objectName() == name and one.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
    return found()[0]


def press(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def text_of(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_both_changes_are_put_together_and_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    somebody_else(window, "Deres", tmp_path)
    theirs = path_of(window).read_bytes()
    add(window.desk, "Min")
    assert not window.desk.wait_saved(20)
    state = window.desk.saving
    assert isinstance(state, NotSaved)
    assert state.reason is Reason.CHANGED_ON_DISK
    assert path_of(window).read_bytes() == theirs
    told = shown(qtbot, "changedOnDisk")
    assert "fælles.mission" in text_of(told)
    press(qtbot, told, "notice0")
    review = shown(qtbot, "mergeReview")
    assert isinstance(review, MergeReview)
    qtbot.mouseClick(review.carry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(window.desk.saving, Saved), timeout=20_000)
    assert titles(window.desk) == {"Fælles", "Deres", "Min"}
    again = open_desk(path_of(window), read_only=True)
    assert titles(again) == {"Fælles", "Deres", "Min"}
    again.close()
    for dialog in QApplication.topLevelWidgets():
        if dialog.objectName() == "mergeReport":
            dialog.close()


def test_without_a_change_here_it_is_told_once_when_the_window_comes_to_the_front(
    qtbot: QtBot, program: Application, window: MainWindow, tmp_path: Path
) -> None:
    somebody_else(window, "Deres", tmp_path)
    QApplication.instance().applicationStateChanged.emit(  # type: ignore[union-attr]
        Qt.ApplicationState.ApplicationActive
    )
    told = shown(qtbot, "changedOnDisk")
    press(qtbot, told, "noticeClose")
    QApplication.instance().applicationStateChanged.emit(  # type: ignore[union-attr]
        Qt.ApplicationState.ApplicationActive
    )
    settle()
    assert not [it for it in QApplication.topLevelWidgets() if it.objectName() == "changedOnDisk"]


def test_an_older_state_that_was_put_back_is_written_over_when_that_is_wanted(
    qtbot: QtBot, program: Application, window: MainWindow, tmp_path: Path
) -> None:
    before = path_of(window).read_bytes()
    add(window.desk, "Ny")
    assert window.desk.wait_saved(20)
    path_of(window).write_bytes(before)
    add(window.desk, "Nyere")
    assert not window.desk.wait_saved(20)
    press(qtbot, shown(qtbot, "changedOnDisk"), "notice0")
    press(qtbot, shown(qtbot, "ownFileOlder"), "notice0")
    qtbot.waitUntil(lambda: isinstance(window.desk.saving, Saved), timeout=20_000)
    again = open_desk(path_of(window), read_only=True)
    assert titles(again) == {"Fælles", "Ny", "Nyere"}
    again.close()


def test_a_file_that_went_away_is_written_again_and_that_is_said(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path_of(window).rename(tmp_path / "flyttet.mission")
    said: list[str] = []
    window.hub.said.connect(lambda sentence, _undoable: said.append(sentence))
    add(window.desk, "Ny")
    assert window.desk.wait_saved(20)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "fælles.mission" in said[0]
    again = open_desk(path_of(window), read_only=True)
    assert titles(again) == {"Fælles", "Ny"}
    again.close()


def test_a_folder_that_went_away_comes_back(
    qtbot: QtBot, program: Application, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    WorkspaceActions(program).new(stick / "a.mission")
    window = program.window
    assert window is not None
    assert window.desk.wait_saved(20)
    gone = stick.rename(tmp_path / "væk")
    add(window.desk, "Ny")
    assert not window.desk.wait_saved(20)
    window.asked.emit("why")
    told = shown(qtbot, "notSaved")
    assert "a.mission" in text_of(told)
    gone.rename(stick)
    press(qtbot, told, "notice1")
    qtbot.waitUntil(lambda: isinstance(window.desk.saving, Saved), timeout=20_000)


def test_a_conflict_copy_beside_the_file_is_offered_and_put_together(
    qtbot: QtBot, program: Application, window: MainWindow, tmp_path: Path
) -> None:
    path = path_of(window)
    window.close()
    copy = path.with_name("fælles-STM-PC-17.mission")
    shutil.copyfile(path, copy)
    shutil.copyfile(path, path.with_name("fælles (2).mission"))
    other = open_desk(copy, "Åse")
    first = other.missions.all()[0]
    other.missions.revise(replace(first, title=Wording("Ændret", "Changed")))
    other.close()
    WorkspaceActions(program).open(path)
    told = shown(qtbot, "conflictCopies")
    assert "fælles-STM-PC-17.mission" in text_of(told)
    assert "Åse" in text_of(told)
    assert "(2)" not in text_of(told)
    press(qtbot, told, "notice0")
    review = shown(qtbot, "mergeReview")
    assert isinstance(review, MergeReview)
    qtbot.mouseClick(review.carry, Qt.MouseButton.LeftButton)
    assert program.window is not None
    assert titles(program.window.desk) == {"Ændret"}
    assert program.window.desk.wait_saved(20)
    for dialog in QApplication.topLevelWidgets():
        if dialog.objectName() == "mergeReport":
            dialog.close()


def test_a_damaged_file_offers_its_backup_and_what_can_be_recovered(
    qtbot: QtBot, program: Application, window: MainWindow, tmp_path: Path
) -> None:
    path = path_of(window)
    window.desk.backups.make()
    add(window.desk, "Efter kopien")
    assert window.desk.wait_saved(20)
    window.close()
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    program.start()
    WorkspaceActions(program).open(path)
    told = shown(qtbot, "damage")
    assert "1 mission" in text_of(told)
    press(qtbot, told, "notice0")
    assert program.window is not None
    assert titles(program.window.desk) == {"Fælles"}
    assert program.window.desk.path is None
    WorkspaceActions(program).open(path)
    press(qtbot, shown(qtbot, "damage"), "notice1")
    assert program.window is not None
    assert titles(program.window.desk) == {"Fælles", "Efter kopien"}
    report = shown(qtbot, "salvageReport")
    report.keep(tmp_path / "rapport.txt")  # type: ignore[attr-defined]
    assert "fælles.mission" in (tmp_path / "rapport.txt").read_text(encoding="utf-8")
    press(qtbot, report, "salvageClose")
    assert path.read_bytes() == data
