# SPDX-License-Identifier: Apache-2.0
"""The sheet: type, paste, delete, insert; whole tables are committed, wrong cells are not."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from missiondesk.domain.message import N_
from missiondesk.domain.metric import ObservationStatus
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.widgets.sheet import Sheet, SheetRow
from missiondesk.ui.widgets.sheet_columns import (
    number_column,
    period_column,
    text_column,
    worded_column,
)
from tests.screens import settle

TODAY = datetime.date(2026, 10, 31)
FIRST = SheetRow(
    "a",
    {
        "period": Period("2016"),
        "value": Decimal("7.1"),
        "status": ObservationStatus.FINAL,
        "note": "",
    },
)


class Kept:
    """A caller that gives new rows an id and shows all anew, as pages do."""

    def __init__(self) -> None:
        self.rows: tuple[SheetRow, ...] = (FIRST,)
        self.times = 0
        self.sheet: Sheet | None = None

    def take(self, rows: tuple[SheetRow, ...]) -> None:
        if any(row.values["period"] == Period("1999") for row in rows):
            raise Refused(N_("“{text}” is not a date."), text="1999")
        self.times += 1
        self.rows = tuple(
            SheetRow(row.key or f"new{place}", row.values) for place, row in enumerate(rows)
        )
        assert self.sheet is not None
        self.sheet.show_rows(self.rows)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def sheet(qtbot: QtBot, da: Translator, kept: Kept) -> Sheet:
    columns = [
        period_column("period", "Periode", da, TODAY, required=True),
        number_column("value", "Værdi", da, required=True),
        worded_column("status", "Status", da, ObservationStatus, blank=ObservationStatus.FINAL),
        text_column("note", "Bemærkning"),
    ]
    made = Sheet(columns, da, name="observations", title="Observationer", commit=kept.take)
    kept.sheet = made
    made.show_rows(kept.rows)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def paste(sheet: Sheet, text: str, row: int, column: int) -> None:
    QApplication.clipboard().setText(text)
    sheet.view.setCurrentIndex(sheet.model.index(row, column))
    sheet.view.paste()
    settle()


def texts(sheet: Sheet) -> list[list[str]]:
    model = sheet.model
    return [
        [model.text(row, column) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_model_keeps_qts_rules(sheet: Sheet, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(sheet.model)


def test_a_block_from_excel_is_one_commit(sheet: Sheet, kept: Kept) -> None:
    paste(sheet, "Periode\tVærdi\r\n2017\t6,9\r\n2018\t6,8\r\n", 1, 0)
    assert kept.times == 1
    assert [row.key for row in kept.rows] == ["a", "new1", "new2"]
    assert kept.rows[2].values == {
        "period": Period("2018"),
        "value": Decimal("6.8"),
        "status": ObservationStatus.FINAL,
        "note": "",
    }
    assert texts(sheet)[1][2] == "Endelig"


def test_a_wrong_cell_is_marked_and_nothing_is_taken(sheet: Sheet, kept: Kept) -> None:
    paste(sheet, "2017\t6,9\n2018\tseks", 1, 0)
    assert kept.times == 0
    assert sheet.model.faults()[0][:2] == (2, 1)
    assert "seks" in sheet.trouble.text()
    assert "seks" in str(sheet.model.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    sheet.show_rows(kept.rows)  # a reload leaves the edits
    assert texts(sheet)[2][1] == "seks"
    paste(sheet, "6,8", 2, 1)
    assert kept.times == 1
    assert not sheet.trouble.isVisible()


def test_a_year_from_a_file_that_nobody_may_type_hinders_no_other_cell(
    sheet: Sheet, kept: Kept
) -> None:
    far = SheetRow("b", {**FIRST.values, "period": Period("2150")})
    sheet.show_rows((FIRST, far))
    paste(sheet, "7,2", 0, 1)
    assert [row.values["period"] for row in kept.rows] == [Period("2016"), Period("2150")]
    paste(sheet, "2151", 1, 0)
    assert "1900" in sheet.trouble.text()


def test_undo_takes_back_edit_by_edit_what_was_refused(sheet: Sheet, kept: Kept) -> None:
    before = texts(sheet)
    paste(sheet, "vrøvl", 0, 1)
    paste(sheet, "2018\t6,8", 1, 0)
    sheet.view.setFocus()
    QTest.keyClick(sheet.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert texts(sheet)[:1] == [["2016", "vrøvl", "Endelig", ""]]
    assert texts(sheet)[1][0] == ""
    assert sheet.waits
    QTest.keyClick(sheet.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert texts(sheet) == before
    assert not sheet.waits
    assert not sheet.trouble.isVisible()
    assert kept.times == 0


def test_what_has_no_column_is_told_as_left_out(sheet: Sheet, kept: Kept) -> None:
    paste(sheet, "2017\t6,9\tendelig\tnote\tkilde\n2018\t6,8\t\t\tkilde", 1, 0)
    assert kept.times == 1
    assert sheet.trouble.isVisible()
    assert sheet.trouble.text().startswith("2 celler af det indsatte er udeladt")
    assert not sheet.drop.isVisible()
    assert not sheet.waits
    paste(sheet, "6,7", 2, 1)
    assert not sheet.trouble.isVisible()


def test_discard_brings_back_what_was(sheet: Sheet, kept: Kept) -> None:
    paste(sheet, "vrøvl", 0, 1)
    sheet.discard()
    assert texts(sheet)[0][1] == "7,1"
    assert kept.times == 0


def test_a_rules_no_is_shown_beneath(sheet: Sheet, kept: Kept) -> None:
    paste(sheet, "1999\t5", 1, 0)
    assert kept.times == 0
    assert "1999" in sheet.trouble.text()


def test_a_missing_cell_of_a_used_row_is_wrong(sheet: Sheet, kept: Kept) -> None:
    paste(sheet, "2017", 1, 0)
    assert kept.times == 0
    assert "Værdi" in sheet.trouble.text()


def test_typing_commits_with_enter(sheet: Sheet, kept: Kept, qtbot: QtBot) -> None:
    sheet.view.setCurrentIndex(sheet.model.index(0, 1))
    sheet.view.setFocus()
    QTest.keyClick(sheet.view, Qt.Key.Key_F2)
    editor = sheet.view.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "7,25")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept.times == 1)
    assert kept.rows[0].values["value"] == Decimal("7.25")
    assert kept.rows[0].key == "a"


def test_del_empties_and_an_empty_row_goes(sheet: Sheet, kept: Kept) -> None:
    sheet.view.selectRow(0)
    QTest.keyClick(sheet.view, Qt.Key.Key_Delete)
    settle()
    assert kept.rows == ()


def test_rows_are_inserted_and_removed(sheet: Sheet, kept: Kept) -> None:
    sheet.view.setCurrentIndex(sheet.model.index(0, 0))
    sheet.insert_row()
    assert texts(sheet)[0] == ["", "", "", ""]
    paste(sheet, "2015\t7,3", 0, 0)
    assert [row.values["period"] for row in kept.rows] == [Period("2015"), Period("2016")]
    sheet.view.setCurrentIndex(sheet.model.index(1, 0))
    sheet.remove_selected()
    settle()
    assert [row.values["period"] for row in kept.rows] == [Period("2015")]


def test_copy_takes_the_heads_with_whole_rows(sheet: Sheet) -> None:
    sheet.view.selectRow(0)
    sheet.view.copy()
    assert QApplication.clipboard().text().startswith("Periode\tVærdi\tStatus")
    sheet.view.setCurrentIndex(sheet.model.index(0, 1))
    sheet.view.copy()
    assert QApplication.clipboard().text() == "7,1"


def test_half_a_row_waits_for_its_record(sheet: Sheet, kept: Kept) -> None:
    sheet.turn_to("one")
    sheet.show_rows(kept.rows)
    before = texts(sheet)
    paste(sheet, "2031", len(before) - 1, 0)
    typed, said = texts(sheet), sheet.trouble.text()
    assert said
    sheet.turn_to("two")
    sheet.show_rows(kept.rows[:1])
    assert len(texts(sheet)) == 2
    assert not sheet.trouble.text()
    sheet.turn_to("one")
    sheet.show_rows(kept.rows)
    assert texts(sheet) == typed
    assert sheet.trouble.text() == said
    sheet.discard()
    assert texts(sheet) == before
    assert kept.times == 0


def test_a_cell_left_by_a_click_elsewhere_is_taken_before_the_click_is(
    sheet: Sheet, kept: Kept
) -> None:
    other = QLineEdit(sheet)  # in the same window
    other.show()
    sheet.activateWindow()
    settle()
    sheet.view.setCurrentIndex(sheet.model.index(0, 1))
    sheet.view.setFocus()
    QTest.keyClick(sheet.view, Qt.Key.Key_F2)
    editor = sheet.view.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "7,25")
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    assert kept.times == 1  # before any other event is seen to
    assert kept.rows[0].values["value"] == Decimal("7.25")
    settle()
    assert kept.times == 1


def test_enter_after_tab_goes_back_to_where_the_row_began(
    sheet: Sheet, kept: Kept, qtbot: QtBot
) -> None:
    view = sheet.view
    view.setFocus()

    def type_in(text: str, key: Qt.Key) -> None:
        if not view.findChildren(QLineEdit, "cellEditor"):
            QTest.keyClick(view, Qt.Key.Key_F2)
        editor = view.findChildren(QLineEdit, "cellEditor")[-1]
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, key)
        settle()

    view.setCurrentIndex(sheet.model.index(1, 0))
    type_in("2017", Qt.Key.Key_Tab)
    type_in("7,2", Qt.Key.Key_Return)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, 0)
    type_in("2018", Qt.Key.Key_Tab)
    type_in("7,3", Qt.Key.Key_Return)
    assert [row.values["value"] for row in kept.rows] == [
        Decimal("7.1"), Decimal("7.2"), Decimal("7.3"),
    ]  # fmt: skip
    # Who chose another cell meanwhile goes straight down, as before.
    view.setCurrentIndex(sheet.model.index(0, 1))
    type_in("7,0", Qt.Key.Key_Return)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 1)
