# SPDX-License-Identifier: Apache-2.0
"""The line at the foot never lies over what one types in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.ui.widgets.toast import Toast


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def covers(toast: Toast, field: QLineEdit, room: QWidget) -> bool:
    return toast.geometry().intersects(QRect(field.mapTo(room, QPoint(0, 0)), field.size()))


def test_it_stands_at_the_foot_and_makes_way_for_what_is_typed(room: QWidget, qtbot: QtBot) -> None:
    low, high = QLineEdit(room), QLineEdit(room)
    low.setGeometry(200, 530, 500, 32)
    high.setGeometry(200, 100, 500, 32)
    low.show()
    high.show()
    room.activateWindow()
    high.setFocus()
    qtbot.waitUntil(high.hasFocus)
    toast = Toast(room)
    toast.say("Missionen er fjernet.", "Fortryd", lambda: None)
    assert toast.geometry().top() > 400 and not covers(toast, high, room)
    low.setFocus()
    assert not covers(toast, low, room)
    assert toast.isVisible() and room.rect().contains(toast.geometry())
