# SPDX-License-Identifier: Apache-2.0
"""The whole program on a screen, as `missiondesk` starts it, for the journeys with a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.ui.application import Application
from tests.screens import clear_the_screen, settle


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    """The program at its start page, painted once."""
    clear_the_screen()
    made = Application(qapp)
    made.start()
    assert made.start_window is not None
    with qtbot.waitSignal(made.start_window.painted):
        pass
    yield made
    if made.window is not None:
        made.window.close_without_saving()
    if made.start_window is not None:
        made.start_window.close()
    if made._qt_words is not None:
        qapp.removeTranslator(made._qt_words)
    settle()
