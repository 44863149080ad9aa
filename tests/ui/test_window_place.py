# SPDX-License-Identifier: Apache-2.0
"""A window opens within the screen, with its frame, whatever it was when it was closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missiondesk.system.settings import WindowPlace
from missiondesk.ui.window_place import place_of, put
from missiondesk.ui.window_size import fitting

TITLE, SIDE = 30, 6  # px, what a window manager draws around a window


@pytest.mark.parametrize("screen", [(1366, 768), (1440, 900), (1280, 720)])
def test_the_frame_is_on_the_screen_too(screen: tuple[int, int]) -> None:
    room = QRect(0, 0, *screen)
    size = fitting(QSize(1440, 900), room)
    assert room.contains(QRect(0, 0, size.width() + 2 * SIDE, size.height() + TITLE + SIDE))
    assert fitting(QSize(800, 600), room) == QSize(800, 600)


@pytest.mark.parametrize("x", [0, 300])
@pytest.mark.parametrize("y", [TITLE, 300])
def test_a_place_on_a_larger_screen_fits_on_this_one(qtbot: QtBot, x: int, y: int) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    window = QWidget()
    qtbot.addWidget(window)
    put(window, WindowPlace(x, y, 3000, 2000), (1440, 900))
    assert room.contains(window.geometry().adjusted(0, -TITLE, SIDE, SIDE))


def test_a_window_stands_where_it_stood(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before = WindowPlace(60, 90, 500, 400)
    put(window, before, (1440, 900))
    assert place_of(window) == before
