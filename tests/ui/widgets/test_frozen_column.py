# SPDX-License-Identifier: Apache-2.0
"""The first column of a wide table stays in sight when the others are scrolled."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missiondesk.language import translator
from missiondesk.ui.widgets.frozen_column import FrozenColumn
from missiondesk.ui.widgets.table import Column, ReadTable
from tests.screens import settle
from tests.walker import alike

NAMES = [f"Navn {number:02d}" for number in range(30)]


def test_it_stays_in_sight_and_acts_as_the_table_does(qtbot: QtBot) -> None:
    table: ReadTable[str] = ReadTable(
        [
            Column("Navn", lambda it: it),
            *(Column(f"M{n}", lambda it: "1", width=46) for n in range(40)),
        ],
        key=lambda it: it,
        name="table",
        title="Rækker",
        sort_text=translator("da").sort_key,
    )
    frozen = FrozenColumn(table)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    table.show_rows(NAMES)
    settle()
    assert not frozen.isVisible(), "nothing is scrolled away yet"
    table.horizontalScrollBar().setValue(600)
    table.verticalScrollBar().setValue(40)
    settle()
    assert frozen.isVisible() and frozen.width() == table.columnWidth(0) + 1
    for row in range(3, 8):
        assert frozen.rowViewportPosition(row) == table.rowViewportPosition(row)
    place = QPoint(20, frozen.rowViewportPosition(5) + 4)
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.selected() == NAMES[5]
    opened: list[str] = []
    table.opened.connect(opened.append)
    QTest.mouseDClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [NAMES[5]]
    for first in (NAMES[0], NAMES[-1]):
        head = frozen.horizontalHeader()
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
        assert table.rows()[0] == first
    assert alike(table) == [], "a screen reader hears one table"
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()
