# SPDX-License-Identifier: Apache-2.0
"""The window: pages, undo with its words, the saved chip, language, keys, closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import PageName
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def test_each_page_is_reached_by_its_key(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    keys = [
        *(f"Ctrl+{place}" for place in "1234567890"),
        *(f"Ctrl+Shift+{place}" for place in "123456"),
    ]
    for key, name in zip(keys, PageName, strict=False):
        action = screen.window.menus.actions[f"page_{name}"]
        assert action.shortcut() == QKeySequence(key)
        action.trigger()
        assert screen.window.pages.current() == name
        assert screen.window.sidebar.item(name).isChecked()
    # All of them have room in the smallest window.
    assert screen.window.sidebar.minimumSizeHint().height() <= 520


def test_no_two_commands_share_a_key(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    keys = [
        key.toString()
        for action in screen.window.menus.actions.values()
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_undo_says_what_it_takes_back_and_does_it(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    mission = desk.missions.add(Wording("Færre unge uden job", "Fewer young people"))
    settle()
    assert "Færre unge" in screen.window.undo.undo.text()
    screen.undo()
    assert desk.missions.get(mission.id) is None
    assert "Færre unge" in screen.window.undo.redo.text()
    screen.redo()
    assert desk.missions.get(mission.id) == mission


def test_undo_of_a_text_belongs_to_the_field_that_has_the_focus(
    desk: Desk, window_on: Opened
) -> None:
    screen = window_on(desk)
    screen.window.navigate(PageName.ORGANISATION, desk.settings.get().id)
    field = screen.find(QLineEdit, "contact_editor")
    field.setFocus()
    QTest.keyClicks(field, "abc")
    typed = field.text()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() != typed
    assert desk.history.undoable is None


def test_the_chip_does_not_say_saved_of_what_is_being_typed(
    desk: Desk, window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    chip = screen.window.top.chip
    screen.window.navigate(PageName.ORGANISATION, desk.settings.get().id)
    field = screen.find(QLineEdit, "contact_editor")
    qtbot.waitUntil(lambda: "Gemt" in chip.text())
    field.setFocus()
    QTest.keyClicks(field, "abc")
    qtbot.waitUntil(lambda: "Ikke gemt endnu" in chip.text())
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Gemt" in chip.text())


def test_the_chip_says_saved_only_once_it_is(desk: Desk, window_on: Opened, qtbot: QtBot) -> None:
    screen = window_on(desk)
    desk.missions.add(Wording("En", "One"))
    qtbot.waitUntil(lambda: "Gemt" in screen.window.top.chip.text())
    path = desk.path
    assert path is not None
    assert "prøve.mission" in screen.window.windowTitle()
    copy = path.with_name("kopi.mission")
    copy.write_bytes(path.read_bytes())
    again = open_desk(copy, "En anden")
    assert [it.title.da for it in again.missions.all()] == ["En"]
    again.close(discard=True)


def test_another_language_keeps_the_page(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    screen.go_to(PageName.HISTORY)
    screen.window.speak(translator("en"))
    settle()
    assert screen.window.pages.current() == PageName.HISTORY
    assert screen.window.sidebar.item(PageName.MISSIONS).text() == "Missions"
    assert "step" in screen.heading()
    menus = screen.window.menuBar().findChildren(QMenu, "menuFile")
    assert len(menus) == 1
    assert screen.window.menus.actions["new"].text() == "New workspace…"


def test_closing_waits_for_the_last_save(desk: Desk, window_on: Opened, tmp_path: Path) -> None:
    screen = window_on(desk)
    desk.missions.add(Wording("Sidste øjeblik", "Last moment"))
    assert screen.window.close()
    desk.close()
    again = open_desk(tmp_path / "prøve.mission", "Sekretær")
    assert again.missions.all()[0].title.da == "Sidste øjeblik"
    again.close()


def test_what_is_being_typed_is_kept_when_the_window_closes(
    desk: Desk, window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    screen.window.navigate(PageName.ORGANISATION, desk.settings.get().id)
    field = screen.find(QLineEdit, "contact_editor")
    screen.window.activateWindow()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "tlf. 12 34 56 78")
    assert screen.window.close()
    assert desk.settings.get().contact == "tlf. 12 34 56 78"


def test_the_pages_nobody_asked_for_are_made_meanwhile(
    sample: Desk, window_on: Callable[..., Screen], qtbot: QtBot
) -> None:
    screen = window_on(sample, ahead=True)
    pages, front = screen.window.pages, screen.page
    qtbot.waitUntil(lambda: all(pages.page(name) for name in PageName), timeout=30_000)
    assert pages.currentWidget() is front
    for name in PageName:
        made = pages.page(name)
        assert made is not None
        count, item = made.count(), screen.window.sidebar.item(name)
        told = item.text() if count is None else f"{item.text()}, {count}"
        assert item.accessibleName() == told


def test_f6_goes_round_the_parts_of_the_window(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    screen.window.activateWindow()
    seen = []
    for _ in range(4):
        screen.window.next_pane()
        here = QApplication.focusWidget()
        panes = (screen.window.sidebar, screen.window.pages, screen.window.top)
        seen.append(next((place for place, p in enumerate(panes) if p.isAncestorOf(here)), None))
    assert seen[0] == seen[3]
    assert set(seen) == {0, 1, 2}


def test_the_tabs_turn_by_key_wherever_the_keyboard_is(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.window.navigate(PageName.MISSIONS, sample.missions.all()[0].id)
    settle()
    tabs = screen.find(QTabWidget, "missionTabs")
    back = screen.find(QPushButton, "backToMissions")
    tabs.setCurrentIndex(0)
    back.setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(back, Qt.Key.Key_Tab, control)
    settle()
    assert tabs.currentIndex() == 1
    screen.window.sidebar.item(PageName.MISSIONS).setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, control | shift)
    settle()
    assert tabs.currentIndex() == tabs.count() - 1
    keys = dict(screen.window.menus.keys())
    assert keys["Ctrl+Tab"] == "Næste faneblad"
    screen.window.show_page(PageName.OVERVIEW)
    QTest.keyClick(screen.window, Qt.Key.Key_Tab, control)
    settle()
    assert screen.toast() == "Her er ingen faneblade."


def test_printing_all_documents_tells_how_many(
    desk: Desk, window_on: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.missions.add(Wording("Færre unge uden job", "Fewer young people without work"))
    screen = window_on(desk)
    with qtbot.waitSignal(screen.window.printer.printed, timeout=120_000) as report:
        screen.window.printer.run(tmp_path / "ud")
    written = sorted(path.name for path in (tmp_path / "ud").iterdir())
    told = screen.window.findChild(Notice, "printReport")
    assert told is not None
    assert any("ikke skrevet endnu" in label.text() for label in told.findChildren(QLabel))
    told.reject()
    files = report.args[0].files
    beside = [path.name for one in files for path in one.beside]
    assert written == sorted([*(one.path.name for one in files), *beside])
    assert all(one.path.suffix == ".pdf" for one in files)
    assert "open-data.json" in beside


def test_the_file_menu_ends_the_program(desk: Desk, window_on: Opened, qtbot: QtBot) -> None:
    window = window_on(desk).window
    quit_ = window.menus.actions["quit"]
    assert quit_.text() == "Afslut" and quit_.shortcut() == QKeySequence("Ctrl+Q")
    with qtbot.waitSignal(window.asked) as asked:
        quit_.trigger()
    assert asked.args == ["quit"]
