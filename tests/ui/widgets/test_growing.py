# SPDX-License-Identifier: Apache-2.0
"""What is no text grows with the font too: icons, boxes, arrows (UX-17, A11Y-06)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.ui import theme
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.looks import icon_button, push_button
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.screens import settle

Make = Callable[[], QWidget]


def drawn(qtbot: QtBot, qapp: QApplication, make: Make, times: float) -> int:
    """Edge in px of the square that the marks of a widget without words fill at this font."""
    theme.apply_theme(qapp, "light", times * theme._USUAL_POINTS)
    try:
        window, part = QWidget(), make()
        qtbot.addWidget(window)
        theme.dress(window)
        part.setParent(window)
        part.resize(part.sizeHint().grownBy(QMargins(0, 10, 0, 10)))
        window.resize(400, 200)
        window.show()
        settle()
        return _edge(part.grab().toImage())
    finally:
        theme.apply_theme(qapp, "light")


def _edge(picture: QImage) -> int:
    """The higher of both edges of what is drawn inside the frame."""
    rim = 4
    ground = picture.pixelColor(rim, rim)
    marked = [
        (x, y)
        for x in range(rim, picture.width() - rim)
        for y in range(rim, picture.height() - rim)
        if picture.pixelColor(x, y) != ground
    ]
    across, down = {x for x, _ in marked}, {y for _, y in marked}
    return max(max(across) - min(across), max(down) - min(down)) + 1


def _with_menu() -> QPushButton:
    made = push_button("", "more")
    made.setMenu(QMenu(made))
    return made


@pytest.mark.parametrize(
    "make",
    [
        lambda: push_button("", "add", icon_name="plus"),
        lambda: icon_button("zoom-in", "Større", "larger"),
        lambda: CheckBox(""),
        ChoiceBox,
        _with_menu,
    ],
    ids=["icon of a button", "bare icon", "check box", "drop-down", "menu"],
)
def test_a_mark_is_twice_as_large_at_twice_the_font(
    qtbot: QtBot, qapp: QApplication, make: Make
) -> None:
    usual, large = drawn(qtbot, qapp, make, 1), drawn(qtbot, qapp, make, 2)
    assert large == pytest.approx(2 * usual, rel=0.2)


def test_the_arrows_by_which_tabs_are_scrolled_grow_and_are_whole(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply_theme(qapp, "light", 2 * theme._USUAL_POINTS)
    try:
        tabs = Tabs("many", "Mange")
        qtbot.addWidget(tabs)
        theme.dress(tabs)
        for place in range(12):
            tabs.add(QWidget(), f"Forpligtelser {place}", str(place))
        tabs.resize(700, 300)
        tabs.show()
        settle()
        ways = [one for one in tabs.tabBar().findChildren(QToolButton) if one.isVisible()]
        assert len(ways) == 2
        for way in ways:
            assert way.width() >= way.iconSize().width() == theme.scaled(18)
            assert way.geometry().right() <= tabs.tabBar().width()
        assert _edge(ways[1].grab().toImage()) >= theme.scaled(10), "Qt's own arrow stays small"
    finally:
        theme.apply_theme(qapp, "light")
