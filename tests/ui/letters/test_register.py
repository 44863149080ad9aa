# SPDX-License-Identifier: Apache-2.0
"""The register of letters: how they stand, where a new one begins, what is found and filtered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import settle
from tests.ui.letters.letters_screen import Cast, LettersScreen

STATE, TO_BE_DONE = 3, 6  # columns


def test_without_a_mission_it_says_so_and_leads_to_the_missions(screen: LettersScreen) -> None:
    assert "Der er endnu ingen mission" in screen.find(QLabel, "emptySentence").text()
    assert not screen.sees("newLetter")
    screen.press("emptyButton")
    assert screen.went == [("missions", None)]


def test_with_a_mission_it_says_what_a_letter_is_and_offers_to_write_one(
    cast: Cast, screen: LettersScreen
) -> None:
    assert screen.heading() == translator("da").say("No letter has been written yet")
    assert "Et missionsbrev" in screen.find(QLabel, "emptySentence").text()
    screen.press("emptyButton")
    assert screen.find(QComboBox, "draftKind").hasFocus()
    assert screen.find(QPushButton, "draftLetter").isEnabled()
    assert not screen.sees("newLetter"), "one primary button at a time"
    QTest.keyClick(screen.find(QComboBox, "draftKind"), Qt.Key.Key_Escape)
    assert not screen.sees("draftLetter") and screen.sees("newLetter")


def test_a_letter_is_drafted_in_the_language_chosen_and_opened(
    desk: Desk, cast: Cast, screen: LettersScreen
) -> None:
    screen.press("newLetter")
    screen.find(QComboBox, "draftLanguage").setCurrentIndex(1)
    screen.press("draftLetter")
    (made,) = desk.letters.all()
    assert made.language == "en" and made.mission == cast.mission.id
    assert screen.page.editor.key == made.id
    assert len(desk.letters.blocks(made.id)) == screen.page.editor.blocks.count() == 22
    assert screen.page.count() == 1


def test_where_a_draft_is_there_it_is_opened_instead_of_refused(
    desk: Desk, letter: Letter, screen: LettersScreen
) -> None:
    screen.press("newLetter")
    assert screen.find(QPushButton, "draftLetter").text() == translator("da").say("Open the draft")
    screen.press("draftLetter")
    assert screen.page.editor.key == letter.id
    assert len(desk.letters.all()) == 1


def test_enter_opens_the_letter_and_the_way_back_keeps_it_chosen(
    letter: Letter, screen: LettersScreen
) -> None:
    table = screen.find(ReadTable, "lettersTable")
    assert table.select(letter.id)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert screen.went == [("letters", letter.id)]
    assert screen.page.editor.blocks.hasFocus()
    screen.page.show_register()
    assert table.isVisible() and table.selected() == letter.id and table.hasFocus()


def test_the_row_says_state_and_what_is_missing(
    desk: Desk, letter: Letter, screen: LettersScreen
) -> None:
    table = screen.find(ReadTable, "lettersTable")
    assert table.cell(letter.id, STATE) == "○\N{NO-BREAK SPACE}Udkast"
    assert table.cell(letter.id, TO_BE_DONE) == "–"
    desk.letters.revise(replace(letter, sender_offices=()))
    settle()
    assert table.cell(letter.id, TO_BE_DONE) == "■\N{NO-BREAK SPACE}1 felt mangler"


def test_the_search_finds_danish_letters_however_they_are_spelled(
    desk: Desk, cast: Cast, letter: Letter, screen: LettersScreen
) -> None:
    desk.letters.revise(replace(letter, case_number="Ærø Århus"))
    settle()
    for typed, found in (("aeroe", True), ("AARHUS", True), ("færre m1", True), ("odense", False)):
        screen.find(QLineEdit, "letterSearch").setText(typed)
        assert bool(screen.page.register.table.rows()) is found, typed
    assert screen.text("lettersShown") == "0 af 1 vises"
    screen.press("emptyButton")
    assert screen.page.register.table.rows() and not screen.text("lettersShown")


def test_the_filters_narrow_by_state_kind_and_mission(
    desk: Desk, cast: Cast, letter: Letter, screen: LettersScreen
) -> None:
    other = desk.letters.draft(cast.mission.id, "en")
    desk.letters.advance(other.id, LetterState.CHECKED)
    settle()
    rows = screen.page.register.table.rows
    for box, data, found in (
        ("letterStateFilter", LetterState.CHECKED.value, [other.id]),
        ("letterStateFilter", "not_signed", [letter.id, other.id]),
        ("letterStateFilter", "in_force", []),
        ("letterStateFilter", None, [letter.id, other.id]),
        ("letterKindFilter", "cabinet", []),
        ("letterKindFilter", "mission", [letter.id, other.id]),
        ("letterMissionFilter", cast.mission.id, [letter.id, other.id]),
    ):
        choice = screen.find(QComboBox, box)
        choice.setCurrentIndex(choice.findData(data))
        assert [row.letter.id for row in rows()] == found, (box, data)


def test_a_hidden_page_reads_again_when_it_is_shown(
    desk: Desk, cast: Cast, screen: LettersScreen
) -> None:
    screen.page.hide()
    made = desk.letters.draft(cast.mission.id)
    assert not screen.page.register.table.rows()
    screen.page.show()
    assert [row.letter.id for row in screen.page.register.table.rows()] == [made.id]


def test_ctrl_p_on_the_list_asks_for_a_letter(letter: Letter, screen: LettersScreen) -> None:
    screen.page.print_page()
    assert screen.said == [("Vælg det brev, der skal udskrives.", False)]
