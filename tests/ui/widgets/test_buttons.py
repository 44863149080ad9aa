# SPDX-License-Identifier: Apache-2.0
"""Buttons by Enter, by the space bar, and by what assistive technology does with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.ui.widgets.buttons import Button, IconButton, LongLink, WayButton
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.sidebar import Sidebar
from tests.screens import settle


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QHBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    return made


def put(room: QWidget, *buttons: QAbstractButton) -> list[list[bool]]:
    """Show buttons; what each of them was pressed with."""
    layout = room.layout()
    assert layout is not None
    pressed: list[list[bool]] = []
    for button in buttons:
        layout.addWidget(button)
        button.show()
        heard: list[bool] = []
        button.clicked.connect(lambda checked=False, heard=heard: heard.append(checked))
        pressed.append(heard)
    return pressed


@pytest.mark.parametrize("kind", [Button, IconButton])
def test_enter_presses_once_however_long_it_is_held(
    room: QWidget, kind: type[Button] | type[IconButton]
) -> None:
    button = kind()
    (pressed,) = put(room, button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert pressed == [False] * 3
    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(button, again)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    button.setEnabled(False)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [False] * 3


def act(button: QAbstractButton) -> None:
    """Do the first action that Qt offers to assistive technology."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction(actions.actionNames()[0])


def test_assistive_technology_presses_what_can_be_chosen(room: QWidget) -> None:
    button = Button("Som tabel")
    button.setCheckable(True)
    (pressed,) = put(room, button)
    act(button)
    act(button)
    assert pressed == [True, False]
    button.setChecked(True)
    assert pressed == [True, False], "what the program sets is no press"
    button.click()
    assert pressed == [True, False, False]


def test_of_several_only_the_chosen_one_is_pressed(room: QWidget) -> None:
    group, buttons = QButtonGroup(room), [IconButton(), IconButton()]
    for button in buttons:
        button.setCheckable(True)
        group.addButton(button)
    first, second = put(room, *buttons)
    act(buttons[0])
    act(buttons[1])
    assert (first, second) == ([True], [True])


def test_a_page_is_gone_to_by_assistive_technology(qtbot: QtBot) -> None:
    bar, asked = Sidebar("Sider"), []
    qtbot.addWidget(bar)
    for key in ("a", "b"):
        bar.add_item(key, key)
    bar.asked.connect(asked.append)
    bar.show()
    bar.choose("a")
    assert asked == []
    act(bar.item("b"))
    assert asked == ["b"]
    assert isinstance(bar.item("b"), WayButton)


def test_a_link_with_a_long_name_ends_in_an_ellipsis_where_it_is_narrow(qtbot: QtBot) -> None:
    name = "Missionsstyregruppen for unge uden uddannelse eller job · medlem"
    link = push_button(name, "seat", None, "link", made_as=LongLink)
    assert isinstance(link, LongLink)
    qtbot.addWidget(link)
    link.resize(link.sizeHint())
    link.show()
    settle()
    assert link.shown() == name and link.toolTip() == ""
    link.resize(link.minimumSizeHint())
    settle()
    assert link.shown().endswith("…") and name.startswith(link.shown()[:-1])
    assert link.toolTip() == name and link.accessibleName() == name
