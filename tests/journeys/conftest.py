# SPDX-License-Identifier: Apache-2.0
"""The whole program on a screen, as `missiondesk` starts it, for the journeys with a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.ui.application import Application
from tests.screens import clear_the_screen, started


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    """The program at its start page, painted once."""
    clear_the_screen()
    with started(qapp, qtbot) as made:
        yield made
