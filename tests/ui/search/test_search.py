# SPDX-License-Identifier: Apache-2.0
"""The palette goes anywhere and does anything; the page of search shows all; the way leads back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.entities import KINDS
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.missions.page import MissionsPage
from missiondesk.ui.navigation import Place
from missiondesk.ui.pages import PageName
from missiondesk.ui.search.commands import COMMAND, command_rows
from missiondesk.ui.search.found_rows import go_to_record, record_row
from missiondesk.ui.search.page import SearchPage
from missiondesk.ui.search.palette import Palette
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def palette_of(screen: Screen) -> Palette:
    """The palette, called by its key."""
    QTest.keyClick(screen.window, Qt.Key.Key_K, CONTROL)
    settle()
    palette = screen.window.over.palette
    assert palette.isVisible()
    assert QApplication.focusWidget() is palette.text
    return palette


def titles(palette: Palette) -> list[str]:
    """The rows that can be opened."""
    return [row.title for row in palette.list.rows() if row.key]


def do_by_words(screen: Screen, words: str) -> str:
    """Do the first thing that is found; returns its title."""
    palette = palette_of(screen)
    QTest.keyClicks(palette.text, words)
    first = titles(palette)[0]
    QTest.keyClick(palette.text, Qt.Key.Key_Return)
    settle()
    return first


def test_every_command_is_in_the_palette_with_its_key(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    shown = {row.key.removeprefix(COMMAND): row for row in palette_of(screen).list.rows()}
    actions = screen.window.menus.actions
    assert set(actions) <= set(shown)
    assert shown["save"].side == "Ctrl+S"
    assert not shown["undo"].usable
    in_menus = [
        action.objectName()
        for menu in screen.window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[union-attr]
        if not action.isSeparator() and action.menu() is None
    ]
    assert set(in_menus) <= set(actions)


def test_what_the_page_in_front_does_is_found_too(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.window.show_page(PageName.GOVERNANCE)
    settle()
    palette = palette_of(screen)
    QTest.keyClicks(palette.text, "pdf")
    assert titles(palette)[0] == "Eksportér PDF"
    QTest.keyClick(palette.text, Qt.Key.Key_Escape)
    screen.window.show_page(PageName.MISSIONS)
    settle()
    pressed = []
    button = screen.page.findChild(QPushButton, "addMission")
    assert button is not None
    button.clicked.connect(lambda: pressed.append(True))
    do_by_words(screen, "tilføj mission")
    assert pressed == [True]


def test_a_mission_and_a_letter_are_begun_from_any_page(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.window.navigate(PageName.MISSIONS, sample.situation.missions[0].id)
    screen.window.show_page(PageName.HISTORY)
    settle()
    assert do_by_words(screen, "tilføj mission") == "Tilføj mission"
    assert screen.window.pages.current() == PageName.MISSIONS
    field = QApplication.focusWidget()
    assert field is not None
    assert field.objectName() == "newMissionTitle"
    assert not screen.find(MissionsPage, "missionsPage").list.refusal.isVisible()

    assert do_by_words(screen, "nyt brev") == "Nyt brev"
    assert screen.window.pages.current() == PageName.LETTERS
    panel = screen.page.findChild(QWidget, "newLetterPanel")
    assert panel is not None
    assert panel.isVisible()


def test_what_the_page_does_not_offer_any_more_is_told(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.window.show_page(PageName.MISSIONS)
    settle()
    palette = palette_of(screen)
    QTest.keyClicks(palette.text, "tilføj mission")
    button = screen.page.findChild(QPushButton, "addMission")
    assert button is not None
    button.setEnabled(False)
    QTest.keyClick(palette.text, Qt.Key.Key_Return)
    settle()
    assert not palette.isVisible()
    assert screen.toast() == "Siden tilbyder det ikke længere."


def test_a_record_is_gone_to_by_a_few_letters(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    palette = palette_of(screen)
    QTest.keyClicks(palette.text, "flere unge")
    assert titles(palette)[0].startswith("M1 Flere unge")
    QTest.keyClick(palette.text, Qt.Key.Key_Return)
    settle()
    assert not palette.isVisible()
    page = screen.page
    assert isinstance(page, MissionsPage)
    assert page.record().startswith(sample.situation.missions[0].id)
    assert titles(palette_of(screen))  # and it is not among the last ones: one is there already
    assert not any(title.startswith("M1 Flere unge") for title in titles(palette)[:1])


def test_a_command_is_done_and_a_grey_one_is_not(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    palette = palette_of(screen)
    QTest.keyClicks(palette.text, "breve")
    QTest.keyClick(palette.text, Qt.Key.Key_Return)
    settle()
    assert screen.window.pages.current() == PageName.LETTERS
    palette = palette_of(screen)
    QTest.keyClicks(palette.text, "fortryd")
    assert palette.list.chosen() is None or palette.list.chosen() != palette.list.rows()[1]


def test_escape_gives_the_focus_back(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.go_to("missions")
    before = QApplication.focusWidget()
    palette = palette_of(screen)
    QTest.keyClick(palette.text, Qt.Key.Key_Escape)
    settle()
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before


def test_no_button_has_the_focus_when_the_window_opens(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    assert QApplication.focusWidget() is screen.window.pages


def test_a_record_of_every_kind_can_be_gone_to(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    reached = {}
    for kind, made in KINDS.items():
        for record in sample.situation.all(made)[:1]:
            hit = sample.search.named(record.id, screen.window.tr_)
            assert hit is not None
            assert go_to_record(record_row(hit, screen.window.tr_).key, screen.window.navigate)
            reached[kind] = screen.window.pages.place()
    assert reached["comment"] == Place(PageName.HISTORY, "comments")
    assert reached["copy_sent"] == Place(PageName.HISTORY, "copies")
    assert reached["common_block"].page == PageName.LETTERS
    assert reached["party"].page == PageName.TALKS


def test_nothing_found_is_said(sample: Desk, window_on: Opened) -> None:
    palette = palette_of(window_on(sample))
    QTest.keyClicks(palette.text, "qqxyz")
    assert [row.title for row in palette.list.rows()] == [
        "Intet blev fundet. Prøv med en del af ordet."
    ]
    QTest.keyClick(palette.text, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_all_that_was_found_is_shown_on_the_page(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    palette = palette_of(screen)
    QTest.keyClicks(palette.text, "e")
    palette.list.step(1000)
    QTest.keyClick(palette.text, Qt.Key.Key_Return)
    settle()
    page = screen.page
    assert isinstance(page, SearchPage)
    assert page.text.text() == "e"
    found = sample.search.find("e", screen.window.tr_, 1)
    assert screen.heading().startswith(str(found.total).replace(".", ""))
    kinds = [row.title for row in page.list.rows() if not row.key]
    assert len(kinds) == len(set(kinds)) > 5


def test_the_page_narrows_to_a_kind_and_opens_a_record(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    QTest.keyClick(screen.window, Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    page = screen.page
    assert isinstance(page, SearchPage)
    assert QApplication.focusWidget() is page.text
    QTest.keyClicks(page.text, "fast kontaktperson")
    page.refresh()
    page.kind.setCurrentIndex(page.kind.findData("initiative"))
    settle()
    rows = [row for row in page.list.rows() if row.key]
    assert [row.title.split()[0] for row in rows] == ["M1.2"]
    QTest.keyClick(page.text, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    settle()
    assert screen.window.pages.current() == PageName.INITIATIVES
    QTest.keyClick(screen.window, Qt.Key.Key_Left, ALT)
    settle()
    assert screen.window.pages.current() == PageName.SEARCH
    assert page.text.text() == "fast kontaktperson"


def test_a_new_step_is_found_at_once(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    palette = palette_of(screen)
    QTest.keyClicks(palette.text, "helt nyt")
    assert not titles(palette)
    sample.missions.add(Wording("Et helt nyt", ""))
    palette.text.clear()
    QTest.keyClicks(palette.text, "helt nyt")
    assert titles(palette)[0].split(" ", 1)[1].startswith("Et helt nyt")


def test_the_way_leads_back_and_forward(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    window, first = screen.window, sample.situation.missions[0].id
    back, forward = window.menus.actions["back"], window.menus.actions["forward"]
    assert not back.isEnabled()
    window.navigate(PageName.MISSIONS, first)
    window.navigate(PageName.LETTERS, None)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    page: object = window.pages.page(window.pages.current())
    assert isinstance(page, MissionsPage)
    assert page.record().startswith(first)
    assert forward.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.pages.current() == PageName.LETTERS
    assert not forward.isEnabled()
    back.trigger()
    back.trigger()
    assert window.pages.current() == PageName.OVERVIEW
    assert not back.isEnabled()
    assert window.way.records()[0] == first


def test_a_large_workspace_is_read_beside_the_screen(
    sample: Desk, window_on: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("missiondesk.services.search._LARGE", 10)
    palette = palette_of(window_on(sample))
    QTest.keyClicks(palette.text, "flere unge")
    qtbot.waitUntil(lambda: titles(palette)[:1] != [] and titles(palette)[0].startswith("M1 Fl"))
    assert not sample.search.takes_long


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("gem", "Gem nu"),
        ("gs", "Gem som"),
        ("åbn", "Åbn"),
        ("aabn", "Åbn"),
        ("kopi", "Gem en kopi"),
    ],
)
def test_commands_are_found_by_words_and_initials(qapp: object, query: str, first: str) -> None:
    words = ("Gem nu", "Gem som", "Gem en kopi", "Åbn", "Fortryd")
    actions = {str(place): QAction(word) for place, word in enumerate(words)}
    assert command_rows(actions, query)[0].title == first
