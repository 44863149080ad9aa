# SPDX-License-Identifier: Apache-2.0
"""The line at the foot never lies over what one types in or presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QWidget
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


def covers(toast: Toast, field: QWidget, room: QWidget) -> bool:
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


def a_button(room: QWidget, left: int, top: int, wide: int) -> QPushButton:
    made = QPushButton("Tilføj", room)
    made.setGeometry(left, top, wide, 32)
    made.show()
    return made


def test_it_covers_no_button_at_a_pages_foot(room: QWidget, qtbot: QtBot) -> None:
    buttons = [a_button(room, 300, 530, 300), a_button(room, 560, 470, 320)]
    toast = Toast(room)
    toast.say("Missionen er fjernet.", "Fortryd", lambda: None)
    assert not any(covers(toast, one, room) for one in buttons)
    assert room.rect().contains(toast.geometry()) and toast.geometry().top() > 400


def test_it_makes_way_for_a_button_that_what_was_done_brought(room: QWidget, qtbot: QtBot) -> None:
    toast = Toast(room)
    toast.say("Missionen er fjernet.", "Fortryd", lambda: None)
    late = a_button(room, 200, 500, 500)
    assert covers(toast, late, room)
    qtbot.waitUntil(lambda: not covers(toast, late, room), timeout=1_000)


def test_what_is_scrolled_away_takes_no_place_from_it(room: QWidget) -> None:
    area, page = QScrollArea(room), QWidget()
    area.setGeometry(0, 0, 900, 300)
    page.resize(880, 900)
    a_button(page, 200, 530, 500)  # below the part of the page that is seen
    area.setWidget(page)
    area.show()
    toast = Toast(room)
    toast.say("Missionen er fjernet.", "Fortryd", lambda: None)
    assert toast.geometry().center().x() in range(440, 460)
    assert toast.geometry().bottom() in range(540, 560)


def test_it_stands_still_while_the_focus_goes_elsewhere(room: QWidget, qtbot: QtBot) -> None:
    fields = [QLineEdit(room), QLineEdit(room)]
    for place, field in enumerate(fields):
        field.setGeometry(200, 100 + 60 * place, 500, 32)
        field.show()
    room.activateWindow()
    toast = Toast(room)
    toast.say("Missionen er fjernet.", "Fortryd", lambda: None)
    before = toast.geometry()
    for field in fields:
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        assert toast.geometry() == before
