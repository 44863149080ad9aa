# SPDX-License-Identifier: Apache-2.0
"""A dressed application, real desks, real windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.language import Translator, translator
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import new_desk
from missiondesk.system.settings import Settings
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.theme import apply_theme, dress, load_fonts
from tests.sample import a_sample
from tests.screens import Screen, settle


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """The application in the desk's look and font."""
    load_fonts()
    apply_theme(qapp, "light")
    return qapp


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Dresses what a test shows alone, as the window does that it would stand in."""
    add = qtbot.addWidget

    def dress_and_add(widget: QWidget, **more: Any) -> None:
        if widget.parent() is None and not widget.styleSheet():
            dress(widget)
        add(widget, **more)

    monkeypatch.setattr(qtbot, "addWidget", dress_and_add)
    return qtbot


@pytest.fixture
def da() -> Translator:
    """Danish, as most users have it."""
    return translator("da")


def _leave_the_screen() -> None:
    """Let the field with the focus commit and closed widgets die while their desk is open."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new workspace in a file."""
    opened = new_desk(tmp_path / "prøve.mission", "Sekretær")
    yield opened
    _leave_the_screen()
    opened.close(discard=True)


@pytest.fixture
def sample() -> Iterator[Desk]:
    """The sample."""
    opened = a_sample()
    yield opened
    _leave_the_screen()
    opened.close(discard=True)


@pytest.fixture
def hub_of(qtbot: QtBot) -> Iterator[Callable[[Desk], Hub]]:
    """Makes hubs that stop listening and end their tasks after the test."""
    made: list[Hub] = []

    def make(desk: Desk) -> Hub:
        made.append(Hub(desk))
        return made[-1]

    yield make
    for hub in made:
        hub.close()
        hub.tasks.close()
        # What a test connects to it holds the test's page, which the collector cannot see: each
        # would stay, and make every later collecting longer.
        hub.deleteLater()


@pytest.fixture
def window_on(qtbot: QtBot) -> Callable[[Desk], Screen]:
    """Opens a desk in a window and gives the screen in the user's words.

    Pages are made when the test goes to them: twelve for one would be most of the suite's time.
    """

    def show(desk: Desk, ahead: bool = False, language: str = "da") -> Screen:
        hub, tr = Hub(desk), translator(language)
        # What a window finds after its first picture is there at once, and no test waits for it;
        # tests/ui/test_first_check.py is about that.
        desk.readiness.findings()
        window = MainWindow(desk, hub, tr, Settings(theme="light"), ahead=ahead)
        hub.setParent(window)
        window.resize(1440, 900)
        qtbot.addWidget(window, before_close_func=lambda _window: window.close_without_saving())
        window.show()
        settle()
        return Screen(window, qtbot)

    return show
