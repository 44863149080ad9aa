# SPDX-License-Identifier: Apache-2.0
"""Starts after the first: where one was, a second start, and a run that ended hard."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.system.one_instance import OneInstance
from missiondesk.system.settings import SettingsFile
from missiondesk.ui.application import Application
from missiondesk.ui.doorbell import Doorbell
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.notices import HardEnd, Notice
from missiondesk.ui.pages import PageName
from missiondesk.ui.session import session_of
from missiondesk.ui.workspace_actions import WorkspaceActions
from tests.screens import Screen, settle
from tests.walker import alike, unnamed

Start = Callable[..., Application]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program as if anew; each start reads the settings again."""
    made: list[Application] = []

    def begin(
        path: Path | None = None, ended_hard: str | None = None, *, painted: bool = True
    ) -> Application:
        application = Application(qapp)
        made.append(application)
        application.start(path, ended_hard)
        assert application.start_window is not None
        if not painted:
            return application
        with qtbot.waitSignal(application.start_window.painted):
            pass
        settle()
        return application

    yield begin
    for application in made:
        if application.window is not None:
            application.window.close_without_saving()
        if application.start_window is not None:
            application.start_window.close()
        for words in application._qt_words:
            qapp.removeTranslator(words)
    settle()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "regering.mission"
    desk = new_desk(path, "Sekretær")
    desk.missions.add(Wording("Første", "First"))
    desk.missions.add(Wording("Anden", "Second"))
    desk.wait_saved(5)
    desk.close()
    return path


def left_at(application: Application, page: str, record: str | None = None) -> None:
    window = application.window
    assert window is not None
    window.navigate(page, record)
    assert window.close()
    settle()


def window_of(application: Application) -> MainWindow:
    assert application.window is not None
    return application.window


def test_the_start_page_says_which_file_it_opens_and_takes_no_enter(
    qtbot: QtBot, start: Start, workspace: Path
) -> None:
    left_at(start(workspace), PageName.MISSIONS)
    application = start(painted=False)
    first = application.start_window
    assert first is not None
    said = first.findChild(QLabel, "startOpening")
    assert said is not None and said.text() == "Åbner regering.mission…"
    assert said.isVisible()
    assert not any(one.isEnabled() for one in first.findChildren(QAbstractButton))
    qtbot.waitUntil(lambda: application.window is not None)


def test_where_nothing_could_be_opened_the_ways_in_are_open_again(
    start: Start, tmp_path: Path
) -> None:
    first = start(tmp_path / "væk.mission").start_window
    assert first is not None
    settle()
    assert first.findChild(QLabel, "startOpening") is None
    assert all(one.isEnabled() for one in first.findChildren(QAbstractButton))


def test_a_new_workspace_stands_where_the_former_stood(
    start: Start, workspace: Path, tmp_path: Path
) -> None:
    application = start(workspace)
    window_of(application).showMaximized()
    settle()
    WorkspaceActions(application).new(tmp_path / "ny.mission")
    settle()
    assert window_of(application).desk.path == tmp_path / "ny.mission"
    assert window_of(application).isMaximized()


def test_a_newcomer_gets_the_start_page(start: Start) -> None:
    assert start().window is None


def test_the_next_start_is_where_one_was(start: Start, workspace: Path) -> None:
    first = start(workspace)
    assert first.window is not None
    second = first.window.desk.missions.all()[1].id
    left_at(first, PageName.MISSIONS, second)
    again = start()
    window = again.window
    assert window is not None
    assert window.desk.path == workspace
    assert window.pages.current() == PageName.MISSIONS
    page = window.pages.page(PageName.MISSIONS)
    assert page is not None
    assert page.record().startswith(second)  # type: ignore[attr-defined]


def test_who_does_not_want_that_says_so_in_the_menu(start: Start, workspace: Path) -> None:
    first = start(workspace)
    assert first.window is not None
    action = first.window.menus.actions["resume"]
    assert action.isChecked()
    action.trigger()
    assert not SettingsFile().read().resume
    left_at(first, PageName.ROADMAP)
    assert start().window is None


def test_a_workspace_that_is_not_listed_is_not_remembered(start: Start, workspace: Path) -> None:
    first = start(workspace)
    # As it is for a confidential one: opened, and yet in no list.
    first.remember(first.settings.forgotten(str(workspace)))
    left_at(first, PageName.ROADMAP)
    assert SettingsFile().read().session is None
    assert str(workspace) not in SettingsFile().path.read_text(encoding="utf-8")
    assert start().window is None


def test_a_confidential_workspace_is_not_remembered(start: Start, workspace: Path) -> None:
    first = start(workspace)
    window = first.window
    assert window is not None
    # It stands in the list still, and was made confidential meanwhile.
    confidential = window.desk.confidential
    confidential.carry_out(confidential.prepare("lampe skov trappe violin havregrød"))
    assert confidential.on
    assert session_of(window, first.settings.opened(workspace)) is None
    left_at(first, PageName.ROADMAP)
    assert SettingsFile().read().session is None
    assert start().window is None


def test_lists_are_narrowed_as_they_were_left(start: Start, workspace: Path, qtbot: QtBot) -> None:
    first = start(workspace)
    screen = Screen(window_of(first), qtbot)
    screen.go_to(PageName.MISSIONS)
    QTest.keyClicks(screen.find(QLineEdit, "missionFilter"), "anden")
    screen.go_to(PageName.INITIATIVES)
    box = screen.find(QComboBox, "initiativeMissionFilter")
    box.setCurrentIndex(2)
    chosen = box.currentData()
    # Another language keeps them too, and what is not looked at again is not forgotten.
    screen.window.asked.emit("speak:en")
    settle()
    left_at(first, PageName.OVERVIEW)
    again = Screen(window_of(start()), qtbot)
    again.go_to(PageName.MISSIONS)
    assert [row[0] for row in again.table("missionsTable")] == ["M2"]
    assert again.text("missionsShown") == "1 of 2 shown"
    again.go_to(PageName.INITIATIVES)
    assert again.find(QComboBox, "initiativeMissionFilter").currentData() == chosen
    again.find(QLineEdit, "initiativeFilter").clear()
    again.go_to(PageName.MISSIONS)
    again.find(QLineEdit, "missionFilter").clear()
    assert again.window.close()
    settle()
    assert SettingsFile().read().filters == {str(workspace): {"initiativeMissionFilter": chosen}}


def test_filters_of_what_became_confidential_leave_the_disk(
    start: Start, workspace: Path, qtbot: QtBot
) -> None:
    first = start(workspace)
    screen = Screen(window_of(first), qtbot)
    screen.go_to(PageName.MISSIONS)
    QTest.keyClicks(screen.find(QLineEdit, "missionFilter"), "anden")
    left_at(first, PageName.MISSIONS)
    assert "anden" in SettingsFile().path.read_text(encoding="utf-8")
    again = start()
    confidential = window_of(again).desk.confidential
    confidential.carry_out(confidential.prepare("lampe skov trappe violin havregrød"))
    left_at(again, PageName.MISSIONS)
    assert "anden" not in SettingsFile().path.read_text(encoding="utf-8")


def test_the_sample_is_not_remembered(start: Start) -> None:
    first = start()
    first.do("sample")
    left_at(first, PageName.ROADMAP)
    assert SettingsFile().read().session is None


def test_a_workspace_that_is_gone_leaves_the_start_page(start: Start, workspace: Path) -> None:
    left_at(start(workspace), PageName.ROADMAP)
    workspace.unlink()
    again = start()
    assert again.window is None
    assert again.start_window is not None
    assert again.start_window.page._trouble is None


def test_a_workspace_that_is_in_use_says_so_on_the_start_page(
    start: Start, workspace: Path
) -> None:
    left_at(start(workspace), PageName.ROADMAP)
    other = open_desk(workspace, "En anden")
    try:
        again = start()
        assert again.window is None
        notice = again.start_window.findChild(Notice, "locked")  # type: ignore[union-attr]
        assert isinstance(notice, Notice) and notice.isVisible()
        assert "En anden" in " ".join(one.text() for one in notice.findChildren(QLabel))
        notice.reject()
    finally:
        other.close()


# ---------------------------------------------------------------- a second start


def test_a_second_start_opens_its_file_in_the_first(
    start: Start, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    one = OneInstance(tmp_path / "kører")
    assert one.claim()
    application = start()
    Doorbell(application, one)
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from missiondesk.system.one_instance import OneInstance\n"
        "one = OneInstance(Path(sys.argv[1]))\n"
        "sys.exit(0 if not one.claim() and one.hand_over(Path(sys.argv[2])) else 1)\n"
    )
    second = subprocess.Popen([sys.executable, "-c", script, str(one.folder), str(workspace)])
    qtbot.waitUntil(lambda: application.window is not None, timeout=10_000)
    assert second.wait(10) == 0
    assert application.window is not None
    assert application.window.desk.path == workspace
    one.release()


def test_a_question_on_the_screen_is_answered_first(
    start: Start, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    one = OneInstance(tmp_path / "kører")
    assert one.claim()
    application = start()
    bell = Doorbell(application, one)
    question = Notice("Spørgsmål", (), application.front(), close="Luk")
    question.open()
    (one.inbox / "1.word.json").write_text(f'{{"open": "{workspace}"}}', encoding="utf-8")
    bell.look()
    settle()
    assert application.window is None
    question.reject()
    qtbot.waitUntil(lambda: application.window is not None, timeout=10_000)
    one.release()


def test_two_real_starts_are_one_program(workspace: Path, own_home: Path) -> None:
    command = [sys.executable, "-m", "missiondesk"]
    first = subprocess.Popen(command)
    try:
        inbox = own_home / "settings" / "running" / "inbox"
        marker = inbox.parent / "running"
        end = time.monotonic() + 60
        while not marker.exists():
            assert first.poll() is None
            assert time.monotonic() < end
        second = subprocess.run([*command, str(workspace)], timeout=60, check=False)
        assert second.returncode == 0
        while str(workspace) not in _settings_text(own_home):
            assert first.poll() is None
            assert time.monotonic() < end
        first.terminate()  # as the session does at its end: it closes by itself
        assert first.wait(30) == 0
        assert not marker.exists()
    finally:
        first.kill()
        first.wait()


def _settings_text(home: Path) -> str:
    path = home / "settings" / "settings.json"
    return path.read_text(encoding="utf-8") if path.exists() else ""


# ---------------------------------------------------------------- a run that ended hard


def test_a_hard_end_is_told_and_nothing_is_opened_by_itself(
    start: Start, workspace: Path, own_home: Path
) -> None:
    left_at(start(workspace), PageName.ROADMAP)
    again = start(None, "Fatal Python error: Aborted\n  missiondesk/x.py:3 in f\n")
    assert again.window is None
    assert again.start_window is not None
    trouble = again.start_window.page._trouble
    assert trouble is not None
    trouble.button.click()
    (notice,) = again.start_window.findChildren(HardEnd)
    assert "missiondesk/x.py:3" in notice.details.toPlainText()
    assert unnamed(notice) == []
    assert alike(notice) == []
    (kept,) = (own_home / "log").glob("crash-*.txt")
    assert "Aborted" in kept.read_text(encoding="utf-8")
    notice.reject()


def test_a_hard_end_is_told_over_the_file_that_was_named(start: Start, workspace: Path) -> None:
    again = start(workspace, "Aborted\n")
    assert again.window is not None
    (notice,) = again.window.findChildren(HardEnd)
    assert isinstance(notice.findChild(QPlainTextEdit), QPlainTextEdit)
    notice.reject()
