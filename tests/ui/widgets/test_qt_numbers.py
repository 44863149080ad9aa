# SPDX-License-Identifier: Apache-2.0
"""What the first window says to Qt by number is what Qt calls by name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.ui.widgets.buttons import IconButton
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage


def test_numbers_are_those_of_the_names(qtbot: QtBot) -> None:
    label, page = text_label("<b>fed</b>"), ScrollPage()
    for widget in (label, page):
        qtbot.addWidget(widget)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert page.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert page.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_what_is_left_to_qt_is_what_is_wanted(qtbot: QtBot) -> None:
    icons, button = IconButton(), push_button("Gem", "save")
    for widget in (icons, button):
        qtbot.addWidget(widget)
    assert icons.focusPolicy() == Qt.FocusPolicy.TabFocus
    place = QPointF(1, 1)
    QApplication.sendEvent(button, QEnterEvent(place, place, place))
    assert button.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
