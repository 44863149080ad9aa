# SPDX-License-Identifier: Apache-2.0
"""A cell that is open while the page shows another record: what was typed is its own record's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from missiondesk.domain.initiative import Initiative, Money
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]
ONE = (Money(2026, 1_000_000_00),)
TWO = (*ONE, Money(2027, 2_000_000_00))


def typing_in_the_first(desk: Desk, screen: Screen, other: tuple[Money, ...], text: str) -> str:
    """Come from another initiative to the first, and type into its money; the first's id."""
    first, second = (
        desk.initiatives.add(Initiative("", title=Wording(name), frame=frame)).id
        for name, frame in (("Første", ONE), ("Anden", other))
    )
    for key in (second, first):
        screen.window.navigate(PageName.INITIATIVES, f"{key}#frame")
        settle()
    view = screen.find(QTableView, "frameSheet")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 1))
    QTest.keyClicks(view, text)
    settle()
    return first


@pytest.mark.parametrize("other", [ONE, TWO])
def test_going_back_by_keys_takes_it_where_it_was_typed(
    desk: Desk, window_on: Opened, other: tuple[Money, ...]
) -> None:
    screen = window_on(desk)
    first = typing_in_the_first(desk, screen, other, "9")
    editor = QApplication.focusWidget()
    assert editor is not None and editor.objectName() == "cellEditor"
    screen.do("back")
    assert screen.window.pages.place().record != first
    frames = {one.title.da: one.frame for one in desk.initiatives.all()}
    assert frames == {"Første": (Money(2026, 9_000_000_00),), "Anden": other}


def test_what_cannot_be_read_waits_there(desk: Desk, window_on: Opened, qtbot: QtBot) -> None:
    screen = window_on(desk)
    first = typing_in_the_first(desk, screen, TWO, "x")
    screen.do("back")
    chip = screen.window.top.chip
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip.text())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle()
    assert screen.window.pages.place().record.startswith(first)
    assert screen.find(QTableView, "frameSheet").model().index(0, 1).data() == "x"


def test_the_next_cell_stays_open_when_the_year_of_its_row_is_taken(
    desk: Desk, window_on: Opened
) -> None:
    screen = window_on(desk)
    first = desk.initiatives.add(Initiative("", title=Wording("Første"), frame=TWO))
    screen.window.navigate(PageName.INITIATIVES, f"{first.id}#frame")
    settle()
    view = screen.find(QTableView, "frameSheet")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    for key in "2029":
        QTest.keyClicks(QApplication.focusWidget(), key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    settle()
    for key in "75":
        QTest.keyClicks(QApplication.focusWidget(), key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    found = desk.initiatives.get(first.id)
    assert found is not None
    assert found.frame == (Money(2027, 2_000_000_00), Money(2029, 75_000_000_00))
