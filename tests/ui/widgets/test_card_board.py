# SPDX-License-Identifier: Apache-2.0
"""A board of cards: keys reach every card, moves are asked for, only the visible is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missiondesk.ui.widgets.card_board import CardBoard
from missiondesk.ui.widgets.card_items import Card, CardColumn, CardContent, CardLine

ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def content(*stacks: tuple[str, ...]) -> CardContent:
    columns = tuple(
        CardColumn(f"c{place}", f"Fase {place}", count=str(len(stack)), cards=stack)
        for place, stack in enumerate(stacks)
    )
    return CardContent(
        columns,
        lambda key: Card(key, key, "Titel", (CardLine("● Gul"),), fixed=key.startswith("x")),
    )


@pytest.fixture
def board(qtbot: QtBot) -> CardBoard:
    made = CardBoard()
    qtbot.addWidget(made)
    made.resize(1000, 420)
    made.show_content(content(("a1", "a2", "a3"), (), ("b1",), ("x1",)))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_arrows_reach_every_card_over_empty_columns(board: CardBoard) -> None:
    board.choose("a1")
    walks = (
        (Key.Key_Down, "a2"), (Key.Key_End, "a3"), (Key.Key_Right, "b1"), (Key.Key_Right, "x1"),
        (Key.Key_Right, "x1"), (Key.Key_Left, "b1"), (Key.Key_Left, "a1"), (Key.Key_Up, "a1"),
        (Key.Key_PageDown, "a3"), (Key.Key_Home, "a1"),
    )  # fmt: skip
    for key, wanted in walks:
        QTest.keyClick(board, key)
        assert board.selected() == wanted
    assert board.spoken("a2") == "Fase 0, 2/3: a2 Titel. ● Gul"


def test_control_alt_and_an_arrow_asks_to_move(board: CardBoard, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    board.moved.connect(lambda key, column: asked.append((key, column)))
    board.choose("a1")
    QTest.keyClick(board, Key.Key_Left, ALT)  # there is no column
    QTest.keyClick(board, Key.Key_Right, ALT)
    board.choose("x1")
    QTest.keyClick(board, Key.Key_Left, ALT)  # it is fixed
    assert asked == [("a1", "c1")]
    board.set_movable(False)
    board.choose("a1")
    QTest.keyClick(board, Key.Key_Right, ALT)
    assert asked == [("a1", "c1")]
    with qtbot.waitSignal(board.opened) as opened:
        QTest.keyClick(board, Key.Key_Return)
    assert opened.args == ["a1"]


def drag(board: CardBoard, key: str, to: QPoint) -> None:
    place = board.place_of(key)
    assert place is not None
    QTest.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    QTest.mouseMove(board.viewport(), place.center().toPoint() + QPoint(40, 5))
    QTest.mouseMove(board.viewport(), to)


def test_a_dragged_card_is_asked_into_the_column_where_it_is_let_go(board: CardBoard) -> None:
    asked: list[tuple[str, str]] = []
    board.moved.connect(lambda key, column: asked.append((key, column)))
    goal = board.place_of("b1")
    assert goal is not None
    drag(board, "a2", goal.center().toPoint())
    QTest.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=goal.center().toPoint())
    assert asked == [("a2", "c2")]
    drag(board, "a1", goal.center().toPoint())
    QTest.keyClick(board, Key.Key_Escape)
    QTest.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=goal.center().toPoint())
    assert asked == [("a2", "c2")]


def test_of_five_thousand_cards_only_the_visible_are_made_and_painted(board: CardBoard) -> None:
    made: list[str] = []

    def make(key: str) -> Card:
        made.append(key)
        return Card(key, key, "Titel")

    keys = tuple(f"k{place}" for place in range(5000))
    board.show_content(CardContent((CardColumn("c0", "Fase", cards=keys),), make))
    board.viewport().repaint()
    assert 0 < board.painted < 12
    assert board.choose("k4000")
    board.viewport().repaint()
    place = board.place_of("k4000")
    assert place is not None
    assert board.viewport().rect().contains(place.toRect())
    assert len(set(made)) < 40
