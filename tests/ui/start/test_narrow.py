# SPDX-License-Identifier: Apache-2.0
"""The start page with a font twice as large on a screen of 800 px, and while a file is opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from missiondesk.language import translator
from missiondesk.ui import theme
from missiondesk.ui.start.window import StartWindow
from missiondesk.ui.widgets.scroll_page import ScrollPage
from tests.screens import settle

RECENT = ("/fælles/stm/missioner-2026.mission",)


@pytest.fixture
def scale(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    theme.apply_theme(qapp, "light", request.param * theme._USUAL_POINTS)
    yield request.param
    theme.apply_theme(qapp, "light")


def shown(qtbot: QtBot, language: str, size: QSize) -> StartWindow:
    made = StartWindow(translator(language), RECENT)
    qtbot.addWidget(made)
    made.setMinimumSize(0, 0)  # a screen may be smaller than the one of the tests
    made.resize(size)
    made.show()
    settle()
    return made


# At twice the pixels a screen of 800 has 400 points; Qt's scaling leaves the font as it is.
@pytest.mark.parametrize(
    ("scale", "size"),
    [(2.0, QSize(784, 552)), (1.0, QSize(384, 500)), (1.0, QSize(784, 552))],
    indirect=["scale"],
)
@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_stands_beside_the_window(
    qtbot: QtBot, scale: float, size: QSize, language: str
) -> None:
    window = shown(qtbot, language, size)
    area = window.centralWidget()
    assert isinstance(area, ScrollPage)
    assert area.horizontalScrollBar().maximum() == 0
    for button in window.findChildren(QAbstractButton):
        right = button.mapTo(area.viewport(), QPoint(button.width(), 0)).x()
        assert right <= area.viewport().width(), button.objectName()
        assert button.width() >= button.minimumSizeHint().width(), button.objectName()


def test_a_window_is_never_wider_than_its_screen(qtbot: QtBot) -> None:
    window = StartWindow(translator("da"), RECENT)
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    assert window.minimumWidth() <= room.width()
    assert window.minimumHeight() <= room.height()


@pytest.mark.parametrize(
    ("key", "asked"), [(Qt.Key.Key_N, "new"), (Qt.Key.Key_O, "open")], ids=["new", "open"]
)
def test_the_menus_keys_begin_here_too(qtbot: QtBot, key: Qt.Key, asked: str) -> None:
    window = StartWindow(translator("da"), RECENT)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.asked) as heard:
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [asked]
