# SPDX-License-Identifier: Apache-2.0
"""Text that a block's field refused waits for its block, and is not lost by choosing another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.letter import BlockKind, Letter, LetterBlock, LetterState
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.field import Field
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]
TYPED = "Q5 2027"


@pytest.fixture
def other(desk: Desk, letter: Letter) -> Letter:
    """The letter of another mission."""
    return desk.letters.draft(desk.missions.add(title=Wording("Anden", "Other")).id)


def block(desk: Desk, letter: Letter, kind: BlockKind) -> LetterBlock:
    return next(one for one in desk.letters.blocks(letter.id) if one.kind is kind)


def go(screen: Screen, record: str, field: str) -> None:
    screen.window.navigate(PageName.LETTERS, f"{record}#{field}")
    settle()


def refused(screen: Screen, letter: Letter) -> None:
    go(screen, letter.id, "follow_up")
    screen.type_into("follow_up", TYPED)
    assert "ikke en dato" in screen.refusal("follow_up")


def typed(screen: Screen) -> str:
    return screen.find(QLineEdit, "follow_up_editor", screen.find(Field, "follow_up")).text()


def chip(window: MainWindow) -> str:
    return window.top.chip.text()


def press_chip(screen: Screen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    QTest.mouseClick(screen.window.top.chip, Qt.MouseButton.LeftButton)
    settle()


def test_another_block_does_not_lose_it(
    desk: Desk, letter: Letter, window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, letter)
    go(screen, letter.id, BlockKind.CONTEXT.value)
    qtbot.waitUntil(lambda: "Ikke gemt: et felt" in chip(screen.window))
    go(screen, letter.id, BlockKind.FOLLOW_UP.value)
    assert typed(screen) == TYPED
    assert screen.refusal("follow_up") != ""
    screen.type_into("follow_up", "Q4 2027")
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))


def test_the_chip_leads_back_from_another_letter_and_page(
    desk: Desk, letter: Letter, other: Letter, window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, letter)
    go(screen, other.id, "follow_up")
    assert typed(screen) != TYPED
    screen.go_to(PageName.ROADMAP)
    press_chip(screen, qtbot)
    assert screen.window.pages.place().record.startswith(letter.id)
    assert typed(screen) == TYPED
    assert screen.refusal("follow_up") != ""


def test_the_field_of_a_block_is_found_by_the_block(
    desk: Desk, letter: Letter, other: Letter, window_on: Opened
) -> None:
    """Two blocks have a field "text", so its name alone leads to neither."""
    screen = window_on(desk)
    for one in (letter, other):
        for kind in (BlockKind.CONTEXT, BlockKind.MISSION):
            wanted = block(desk, one, kind)
            go(screen, wanted.id, "text")
            assert screen.find(Field, "text").record == wanted.id
            assert screen.find(Field, "text").isAncestorOf(screen.window.focusWidget())  # type: ignore[arg-type]


def test_another_language_keeps_it(
    desk: Desk, letter: Letter, window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, letter)
    screen.window.speak(translator("en"))
    settle()
    qtbot.waitUntil(lambda: "Not saved: a field" in chip(screen.window))
    go(screen, letter.id, "follow_up")
    assert typed(screen) == TYPED


def test_what_waits_for_a_letter_that_is_gone_is_let_go(
    desk: Desk, letter: Letter, other: Letter, window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, letter)
    go(screen, other.id, BlockKind.CONTEXT.value)
    desk.letters.remove(letter.id)
    press_chip(screen, qtbot)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))


def test_what_waits_for_a_letter_that_was_signed_is_said_once_more_and_let_go(
    desk: Desk, letter: Letter, other: Letter, window_on: Opened, qtbot: QtBot
) -> None:
    screen = window_on(desk)
    refused(screen, letter)
    go(screen, other.id, BlockKind.CONTEXT.value)
    signed = desk.letters.get(letter.id)
    assert signed is not None
    with desk.session.write(Verb.IMPORT, "") as unit:
        unit.save(replace(signed, state=LetterState.ISSUED))
    press_chip(screen, qtbot)
    qtbot.waitUntil(lambda: chip(screen.window).startswith("✓ Gemt"))


def test_a_letter_moves_on_only_when_its_fields_are_mended(
    desk: Desk, letter: Letter, other: Letter, window_on: Opened
) -> None:
    screen = window_on(desk)
    refused(screen, letter)
    go(screen, letter.id, BlockKind.CONTEXT.value)

    def on() -> LetterState:
        for name in ("advanceLetter", "checkWithGaps"):
            buttons = screen.window.findChildren(QPushButton, name)
            for button in buttons:
                if button.isVisible():
                    button.click()
                    settle()
        now = desk.letters.get(letter.id)
        assert now is not None
        return now.state

    assert on() is LetterState.DRAFT
    assert screen.text("letterRefusal").startswith("”Første opfølgning” indeholder tekst")
    go(screen, letter.id, "follow_up")
    assert typed(screen) == TYPED
    screen.type_into("follow_up", "Q4 2027")
    assert on() is LetterState.CHECKED
