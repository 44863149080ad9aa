# SPDX-License-Identifier: Apache-2.0
"""A metric with a goal, two editions of a table that feeds it, and the page of import."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.system.settings import Settings
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from tests.px_editions import FIRST, NEXT, px_edition
from tests.ui.importing.import_screen import ImportScreen, Shown, a_metric


@pytest.fixture
def metric(desk: Desk) -> OutcomeMetric:
    return a_metric(desk, "Unge", "Andel unge uden job")


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Opens a desk in a window that makes only the pages that are looked at."""

    def show(desk: Desk) -> ImportScreen:
        hub = Hub(desk)
        window = MainWindow(desk, hub, translator("da"), Settings(theme="light"), ahead=False)
        hub.setParent(window)
        window.resize(1440, 900)
        qtbot.addWidget(window, before_close_func=lambda _window: window.close_without_saving())
        window.show()
        return ImportScreen(window, qtbot)

    return show


@pytest.fixture
def screen(desk: Desk, shown: Shown) -> ImportScreen:
    return shown(desk)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return px_edition(tmp_path, "neet-2020.px", FIRST, "20210601 08:00")


@pytest.fixture
def following(tmp_path: Path) -> Path:
    return px_edition(tmp_path, "neet-2021.px", NEXT, "20220601 08:00", "*")
