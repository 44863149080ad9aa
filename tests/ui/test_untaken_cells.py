# SPDX-License-Identifier: Apache-2.0
"""A cell that was refused is in no file either: the chip says so, and nothing loses it silently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.initiative import Initiative, Money
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import PageName
from missiondesk.ui.untaken_texts import as_json, from_json, kept_texts, put_back, tell_lost
from missiondesk.ui.widgets.sheet import Sheet
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]
GIVEN = (Money(2026, 1_250_500_000_00),)


@pytest.fixture
def initiatives(desk: Desk) -> list[Initiative]:
    """Two with a frame of one year."""
    return [
        desk.initiatives.add(Initiative("", title=Wording(name, name), frame=GIVEN))
        for name in ("Første", "Anden")
    ]


def at_frame(screen: Screen, one: Initiative) -> None:
    screen.window.navigate(PageName.INITIATIVES, f"{one.id}#frame")
    settle()


def refused(screen: Screen, one: Initiative) -> None:
    """Put money below the frame of which one cell is no number."""
    at_frame(screen, one)
    screen.paste_into("frameSheet", "2027\tabc", row=1)
    assert "celle skal rettes" in screen.text("frameSheetTrouble")


def shown_sheet(screen: Screen) -> Sheet:
    sheet = screen.find(QTableView, "frameSheet").parentWidget()
    assert isinstance(sheet, Sheet)
    return sheet


def cells(screen: Screen) -> list[list[str]]:
    return [line.cells for line in shown_sheet(screen).model.lines() if not line.empty]


def chip(window: MainWindow) -> str:
    return window.top.chip.text()


def test_the_chip_says_it_until_the_cell_is_mended(
    desk: Desk, initiatives: list[Initiative], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))
    refused(screen, initiatives[0])
    qtbot.waitUntil(lambda: "Ikke gemt: et felt skal rettes" in chip(screen.window))
    screen.paste_into("frameSheet", "2", row=1, column=1)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))
    found = desk.initiatives.get(initiatives[0].id)
    assert found is not None and found.frame == (*GIVEN, Money(2027, 2_000_000_00))


def test_undo_in_the_table_leaves_older_steps_alone(
    desk: Desk, initiatives: list[Initiative], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    last = desk.history.undoable
    view = shown_sheet(screen).view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(cells(screen)) == len(GIVEN)
    assert desk.history.undoable == last
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert desk.history.undoable != last


def test_another_record_does_not_lose_it_and_the_chip_leads_to_the_cell(
    desk: Desk, initiatives: list[Initiative], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    at_frame(screen, initiatives[1])
    assert cells(screen) == [["2026", "1.250,5"]]
    assert not shown_sheet(screen).waits
    screen.go_to(PageName.ROADMAP)
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    QTest.mouseClick(screen.window.top.chip, Qt.MouseButton.LeftButton)
    settle()
    assert screen.window.pages.place().record.startswith(initiatives[0].id)
    assert cells(screen) == [["2026", "1.250,5"], ["2027", "abc"]]
    assert "celle skal rettes" in screen.text("frameSheetTrouble")
    here = screen.find(QTableView, "frameSheet").currentIndex()
    assert (here.row(), here.column()) == (1, 1)
    view = screen.find(QTableView, "frameSheet")
    cell = view.visualRect(here).intersected(view.viewport().visibleRegion().boundingRect())
    assert cell.height() == view.visualRect(here).height(), "the cell is in view"


def test_the_rest_of_the_table_follows_its_record_meanwhile(
    desk: Desk, initiatives: list[Initiative], window_on: Opened
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    at_frame(screen, initiatives[1])
    desk.initiatives.revise(replace(initiatives[0], frame=(Money(2026, 7_000_000_00),)))
    at_frame(screen, initiatives[0])
    assert cells(screen) == [["2026", "7"], ["2027", "abc"]]


@pytest.mark.parametrize("away", [True, False])
def test_rows_that_came_meanwhile_are_not_taken_out_by_mending(
    desk: Desk, initiatives: list[Initiative], window_on: Opened, away: bool
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    if away:
        at_frame(screen, initiatives[1])
    came = Money(2025, 5_000_000_00)
    now = Money(2026, 7_000_000_00)
    desk.initiatives.revise(replace(initiatives[0], frame=(came, now)))
    at_frame(screen, initiatives[0])
    assert cells(screen) == [["2026", "7"], ["2027", "abc"], ["2025", "5"]]
    screen.paste_into("frameSheet", "2", row=1, column=1)
    found = desk.initiatives.get(initiatives[0].id)
    assert found is not None and found.frame == (came, now, Money(2027, 2_000_000_00))


def test_a_row_that_was_taken_out_does_not_come_back(
    desk: Desk, initiatives: list[Initiative], window_on: Opened
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    shown_sheet(screen).view.selectRow(0)
    screen.press("frameSheetRemove")
    settle()
    assert cells(screen) == [["2027", "abc"]]
    at_frame(screen, initiatives[1])
    at_frame(screen, initiatives[0])
    assert cells(screen) == [["2027", "abc"]]


def test_another_language_keeps_the_cell_and_says_the_others_in_its_own_way(
    desk: Desk, initiatives: list[Initiative], window_on: Opened
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    screen.window.speak(translator("en"))
    settle()
    assert cells(screen) == [["2026", "1,250.5"], ["2027", "abc"]]
    screen.paste_into("frameSheet", "2", row=1, column=1)
    found = desk.initiatives.get(initiatives[0].id)
    assert found is not None and found.frame[0] == GIVEN[0], "what was right stays what it is"


def test_what_waits_for_a_record_that_is_gone_is_let_go(
    desk: Desk, initiatives: list[Initiative], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    at_frame(screen, initiatives[1])
    desk.initiatives.remove(initiatives[0].id)
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    QTest.mouseClick(screen.window.top.chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))


@pytest.fixture
def line(desk: Desk, initiatives: list[Initiative]) -> BudgetLine:
    """Money of the first from one source."""
    return desk.budget_lines.add(
        BudgetLine("", initiative=initiatives[0].id, account="§ 1", amounts=GIVEN)
    )


def amounts_refused(screen: Screen, one: Initiative) -> None:
    at_frame(screen, one)
    screen.find(Tabs, "initiativeTabs").open("money")
    settle()
    screen.paste_into("amountsSheet", "2027\tabc", row=1)
    assert "celle skal rettes" in screen.text("amountsSheetTrouble")


def test_the_chip_leads_to_the_money_of_a_budget_line(
    desk: Desk, initiatives: list[Initiative], line: BudgetLine, window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    amounts_refused(screen, initiatives[0])
    at_frame(screen, initiatives[1])
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    QTest.mouseClick(screen.window.top.chip, Qt.MouseButton.LeftButton)
    settle()
    assert screen.window.pages.place().record == initiatives[0].id
    assert screen.find(QTableView, "amountsSheet").isVisible()
    assert "celle skal rettes" in screen.text("amountsSheetTrouble")


def test_a_budget_line_is_gone_to_without_beginning_a_new_one(
    desk: Desk, initiatives: list[Initiative], line: BudgetLine, window_on: Opened
) -> None:
    screen = window_on(desk)
    screen.window.navigate(PageName.INITIATIVES, line.id)
    settle()
    assert screen.find(QTableView, "amountsSheet").isVisible()
    assert not screen.find(QLineEdit, "budgetLinesNew").hasFocus()


def test_another_language_keeps_the_money_of_a_budget_line(
    desk: Desk, initiatives: list[Initiative], line: BudgetLine, window_on: Opened
) -> None:
    screen = window_on(desk)
    amounts_refused(screen, initiatives[0])
    screen.window.speak(translator("en"))
    settle()
    (kept,) = kept_texts(screen.window.pages)
    assert (kept.text.record, kept.text.typed) == (line.id, "2027 abc")


def test_what_found_no_field_is_said_in_the_words_that_were_typed(
    desk: Desk, initiatives: list[Initiative], window_on: Opened
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    kept = from_json(as_json(kept_texts(screen.window.pages)))
    shown_sheet(screen).discard()
    desk.initiatives.remove(initiatives[0].id)
    screen.window.speak(translator("da"))
    settle()
    tell_lost(screen.window, put_back(screen.window.pages, kept))
    assert "”2027 abc” fandt ikke feltet" in screen.toast()


def test_what_waits_for_the_record_in_front_is_let_go_with_it(
    desk: Desk, initiatives: list[Initiative], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    screen.press("removeInitiative")
    settle()
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    QTest.mouseClick(screen.window.top.chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))


def test_closing_asks_for_it(desk: Desk, initiatives: list[Initiative], window_on: Opened) -> None:
    screen = window_on(desk)
    refused(screen, initiatives[0])
    screen.go_to(PageName.ROADMAP)
    assert not screen.window.close()
    asked = screen.window.findChild(Notice, "untaken")
    assert asked is not None and asked.isVisible()
    screen.press("notice0")
    settle()
    assert cells(screen)[-1] == ["2027", "abc"]
    screen.press("frameSheetDrop")
    assert cells(screen) == [["2026", "1.250,5"]]
    assert screen.window.close()


def test_a_cell_that_is_being_typed_is_not_saved_yet(
    desk: Desk, initiatives: list[Initiative], window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    at_frame(screen, initiatives[0])
    view = screen.find(QTableView, "frameSheet")
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))
    QTest.keyClicks(view, "20")
    qtbot.waitUntil(lambda: "Ikke gemt endnu" in chip(screen.window))
    editor = view.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))
