# SPDX-License-Identifier: Apache-2.0
"""The part common to all letters: written once, seen in every draft that follows it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from missiondesk.domain.letter import BlockKind, Letter, LetterState
from missiondesk.services.desk import Desk
from tests.screens import settle
from tests.ui.letters.letters_screen import LettersScreen

PRINCIPLES = BlockKind.PRINCIPLES


def raw(desk: Desk, letter: Letter, kind: BlockKind) -> bool:
    """Whether the block follows the common part, as it is kept."""
    return next(one.common for one in desk.situation.blocks_of(letter.id) if one.kind is kind)


def test_a_common_text_is_marked_and_is_made_the_letters_own_and_back(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    screen.open(f"{letter.id}#principles")
    assert screen.text("commonTextSentence") == "Fælles tekst for hele regeringen"
    assert screen.editor("text").isReadOnly() and not screen.sees("insertPlaceholder")
    common = screen.editor("text").toPlainText()
    screen.press("writeOwnText")
    assert not raw(desk, letter, PRINCIPLES) and not screen.sees("commonText")
    assert screen.editor("text").toPlainText() == common, "it begins as the common text"
    screen.write("text", "Vi arbejder på vores egen måde.")
    screen.press("followCommon")
    assert raw(desk, letter, PRINCIPLES)
    assert screen.editor("text").toPlainText() == common


def test_what_is_written_there_stands_in_the_drafts_but_not_in_signed_letters(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    screen.open(f"{letter.id}#principles")
    screen.press("goToCommon")
    assert screen.heading() == "1 udkast følger den fælles del"
    assert screen.text("followers_principles") == "1 udkast følger denne tekst."
    assert screen.editor("common_text_principles").hasFocus()
    screen.write("common_text_principles", "Ét hold, {{addressee.ministry}}.")
    assert screen.block(PRINCIPLES, letter).text == "Ét hold, {{addressee.ministry}}."
    printed = [label.text() for label in screen.page.common.findChildren(QLabel, "spokenText")]
    assert "Ét hold, Beskæftigelsesministeriet." in printed, "it shows what will be printed"
    for state in (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED):
        desk.letters.advance(letter.id, state)
    settle()
    assert screen.heading() == "Ingen udkast følger den fælles del"
    screen.write("common_text_principles", "Noget nyt.")
    assert "Ét hold" in screen.block(PRINCIPLES, letter).text, "a signed letter keeps its words"


def test_beside_a_text_stands_what_it_prints_while_it_is_typed(
    screen: LettersScreen, letter: Letter
) -> None:
    screen.open(letter)
    screen.choose(BlockKind.CONTEXT)
    screen.type("text", "Målet er {{metric.target}}")
    spoken = screen.page.editor.form.findChild(QLabel, "spokenText")
    assert spoken is not None
    screen.qtbot.waitUntil(lambda: "25.000" in spoken.text())
    assert screen.block(BlockKind.CONTEXT).text != "Målet er {{metric.target}}", "not written yet"
    QTest.keyClicks(screen.editor("text"), " og intet andet")
    screen.qtbot.waitUntil(lambda: "intet andet" in spoken.text())
    screen.key("text", Qt.Key.Key_Escape)


def test_the_language_is_chosen_on_the_page(screen: LettersScreen, desk: Desk) -> None:
    screen.open("common-en#adjustment")
    english = {one.kind: one for one in desk.letters.common("en")}
    shown = screen.editor("common_text_adjustment").toPlainText()
    assert shown == english[BlockKind.ADJUSTMENT].text.strip()


def test_a_block_of_the_common_part_is_found_by_its_id(screen: LettersScreen, desk: Desk) -> None:
    block = next(one for one in desk.letters.common("en") if one.kind is PRINCIPLES)
    assert block.id
    screen.open(f"{block.id}#common_text_principles")
    assert screen.editor("common_text_principles").hasFocus()
    assert screen.editor("common_text_principles").toPlainText() == block.text.strip()
