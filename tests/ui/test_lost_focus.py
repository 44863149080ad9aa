# SPDX-License-Identifier: Apache-2.0
"""The keyboard after the button that it was on vanished: never on a button of another meaning."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.ui.lost_focus import LostFocus
from tests.screens import settle


class Room:
    """A bar above a page, and on the page a row of verbs, maybe with a field below it."""

    def __init__(self, qtbot: QtBot, field: bool) -> None:
        self.window, self.page, self.inside, self.row = (QWidget() for _ in range(4))
        self.done: list[str] = []
        self.page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        outer, page, inside, row = map(QVBoxLayout, (self.window, self.page, self.inside, self.row))
        self.undo = self._button("undo")
        self.step, self.back, self.on = map(self._button, ("step", "back", "on"))
        self.field = QLineEdit()
        outer.addWidget(self.undo)
        outer.addWidget(self.page)
        page.addWidget(self.inside)
        inside.addWidget(self.row)
        row.addWidget(self.step)
        row.addWidget(self.back)
        row.addWidget(self.on)
        if field:
            inside.addWidget(self.field)
        LostFocus(self.page)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.step.setFocus()
        settle()

    def _button(self, name: str) -> QPushButton:
        made = QPushButton(name)
        made.clicked.connect(lambda: self.done.append(name))
        return made

    def press_twice(self) -> QWidget | None:
        """Space, and once more wherever the keyboard is then; what has it at the end."""
        for _ in range(2):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
            settle()
        return QApplication.focusWidget()


@pytest.fixture(params=["hidden", "closed"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _let_it_go(room: Room, way: str) -> None:
    room.step.clicked.connect(
        room.step.hide if way == "hidden" else lambda: room.step.setEnabled(False)
    )


@pytest.mark.parametrize("field", [True, False])
def test_one_more_press_does_nothing(qtbot: QtBot, way: str, field: bool) -> None:
    room = Room(qtbot, field)
    _let_it_go(room, way)
    assert room.press_twice() is (room.field if field else room.page)
    assert room.done == ["step"]


def test_where_the_act_puts_the_keyboard_it_stays(qtbot: QtBot, way: str) -> None:
    room = Room(qtbot, field=True)
    _let_it_go(room, way)
    room.step.clicked.connect(room.on.setFocus)
    room.press_twice()
    assert room.done == ["step", "on"]


def test_who_goes_away_by_tab_comes_to_the_next_button(qtbot: QtBot) -> None:
    room = Room(qtbot, field=True)
    QTest.keyClick(room.step, Qt.Key.Key_Tab)
    settle()
    assert room.back.hasFocus()
