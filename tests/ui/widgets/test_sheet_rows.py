# SPDX-License-Identifier: Apache-2.0
"""Rows that come anew to an edit table: the open cell stays with its row, and so does its text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from missiondesk.language import Translator, translator
from missiondesk.ui.widgets.sheet import Sheet, SheetRow
from missiondesk.ui.widgets.sheet_columns import text_column
from missiondesk.ui.widgets.sheet_model import SheetModel
from tests.screens import settle

COLUMNS = (text_column("a", "A", required=True), text_column("b", "B"))
KEYS = ("k", "l", "m", "n", "o")


def row(key: str | None, a: str = "", b: str = "") -> SheetRow:
    return SheetRow(key, {"a": a or f"a {key}", "b": b or f"b {key}"})


ROWS = (row("k"), row("l"), row("m"))


class Kept:
    """The rows as they were taken last."""

    def __init__(self) -> None:
        self.rows: tuple[SheetRow, ...] = ()

    def take(self, rows: tuple[SheetRow, ...]) -> None:
        self.rows = rows

    def cells(self) -> list[tuple[str | None, str, str]]:
        return [(one.key, one.values["a"], one.values["b"]) for one in self.rows]


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def sheet(qtbot: QtBot, da: Translator, kept: Kept) -> Sheet:
    made = Sheet(COLUMNS, da, name="parts", title="Dele", commit=kept.take)
    made.show_rows(ROWS)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    settle()
    return made


def typing(sheet: Sheet, place: int, text: str, column: int = 1) -> None:
    sheet.view.setFocus()
    sheet.view.setCurrentIndex(sheet.model.index(place, column))
    for key in text:  # the first opens the cell
        QTest.keyClicks(QApplication.focusWidget(), key)
    settle()


def open_text(sheet: Sheet) -> str | None:
    """What stands in the open cell, None when there is none."""
    found = [it for it in sheet.view.findChildren(QLineEdit, "cellEditor") if it.isVisible()]
    return found[0].text() if found else None


def enter(sheet: Sheet) -> None:
    (found,) = sheet.view.findChildren(QLineEdit, "cellEditor")
    QTest.keyClick(found, Qt.Key.Key_Return)
    settle()


@pytest.mark.parametrize(
    "came",
    [
        (row("x"), *ROWS),
        (row("k"), row("x"), row("y"), row("l"), row("m")),
        (row("l"), row("m")),
        (row("m"), row("l"), row("k")),
        (row("x"), row("l"), row("y")),
        (row("k"), row("l", b="from elsewhere"), row("m")),
    ],
    ids=["above", "between", "one less", "other order", "others around", "the cell itself"],
)
def test_the_open_cell_stays_with_its_row(
    sheet: Sheet, kept: Kept, came: tuple[SheetRow, ...]
) -> None:
    typing(sheet, 1, "mine")
    sheet.show_rows(came)
    settle()
    assert open_text(sheet) == "mine"
    enter(sheet)
    after = [(one.key, one.values["a"], one.values["b"]) for one in came]
    assert kept.cells() == [
        (key, a, "mine" if key == "l" else b) for key, a, b in after
    ]  # nothing is written into the row that came to its place


def test_the_line_for_a_new_row_stays_open_too(sheet: Sheet, kept: Kept) -> None:
    typing(sheet, 3, "new", column=0)
    sheet.show_rows((row("x"), *ROWS))
    settle()
    assert open_text(sheet) == "new"
    enter(sheet)
    assert [one.key for one in kept.rows] == ["x", "k", "l", "m", None]
    assert kept.rows[-1].values["a"] == "new"


def test_a_row_that_was_taken_away_takes_its_open_cell_along(sheet: Sheet, kept: Kept) -> None:
    typing(sheet, 1, "mine")
    sheet.show_rows((row("k"), row("m")))
    settle()
    assert open_text(sheet) is None
    assert not kept.rows
    assert [line.cells[1] for line in sheet.model.lines()] == ["b k", "b m", ""]


def test_an_edit_that_was_not_judged_yet_is_typed_over_the_rows_that_come(
    sheet: Sheet, kept: Kept
) -> None:
    sheet.model.setData(sheet.model.index(1, 1), "mine")
    sheet.show_rows((row("k"), row("l", a="other"), row("m"), row("x")))
    settle()
    assert kept.cells()[1] == ("l", "other", "mine")
    assert [one.key for one in kept.rows] == ["k", "l", "m", "x"]
    assert not sheet.trouble.text()


def test_what_is_typed_is_taken_by_the_record_it_was_typed_for(sheet: Sheet, kept: Kept) -> None:
    sheet.turn_to("one")
    sheet.show_rows(ROWS)
    typing(sheet, 1, "mine")
    sheet.turn_to("two")
    assert kept.cells()[1] == ("l", "a l", "mine")
    assert open_text(sheet) is None


def test_what_waits_for_the_next_record_stands_there_when_a_cell_is_taken_on_the_way(
    qtbot: QtBot, da: Translator
) -> None:
    """The page shows all anew as soon as the cell is taken: the next record already."""
    taken: list[str] = []

    def take(rows: tuple[SheetRow, ...]) -> None:
        taken.append(sheet.record)
        turn("two")

    def turn(owner: str) -> None:
        sheet.turn_to(owner)
        sheet.show_rows(ROWS)

    sheet = Sheet(COLUMNS, da, name="parts", title="Dele", commit=take)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.activateWindow()
    turn("two")
    sheet.model.setData(sheet.model.index(1, 0), "")  # it is required
    settle()
    waits = sheet.trouble.text()
    assert waits
    turn("one")
    typing(sheet, 1, "mine")
    turn("two")
    assert taken == ["one"]
    assert sheet.trouble.text() == waits
    assert sheet.model.text(1, 0) == ""


states = st.lists(st.sampled_from(KEYS), unique=True, max_size=5)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states, states)
def test_whatever_comes_every_cell_is_known_by_its_row(before: list[str], after: list[str]) -> None:
    model = SheetModel(COLUMNS, translator("da"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([row(key) for key in before])
    held = {key: QPersistentModelIndex(model.index(at, 1)) for at, key in enumerate(before)}
    model.show_rows([row(key, b="now") for key in after])
    assert [line.key for line in model.lines()] == [*after, None]
    assert [model.text(at, 1) for at in range(len(after))] == ["now"] * len(after)
    for key, index in held.items():
        assert index.isValid() == (key in after)
        if key in after:
            assert index.row() == after.index(key)
    tester.deleteLater()
