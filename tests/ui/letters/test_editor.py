# SPDX-License-Identifier: Apache-2.0
"""The letter as a whole: its head, its way from draft to recall, and how it is removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from missiondesk.domain.letter import BlockKind, Letter, LetterKind, LetterState
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.letters.course import Course
from missiondesk.ui.theme import apply_theme
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import settle
from tests.ui.letters.letters_screen import Cast, LettersScreen


@pytest.fixture(autouse=True)
def opened(letter: Letter, screen: LettersScreen) -> None:
    screen.open(letter)


def test_the_head_says_to_whom_and_how_it_stands(screen: LettersScreen) -> None:
    assert screen.heading() == "Missionsbrev til beskæftigelsesministeren"
    detail = screen.text("headlineDetail")
    assert "M1 Færre unge" in detail and "Udkast" in detail and "mangler" not in detail


def test_the_head_counts_what_is_missing(screen: LettersScreen, desk: Desk, letter: Letter) -> None:
    desk.letters.revise(replace(letter, sender_offices=()))
    settle()
    assert "■ 1 felt mangler" in screen.text("headlineDetail")


def test_the_primary_button_is_always_the_next_state(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    seen = []
    while screen.sees("advanceLetter") and len(seen) < 9:
        seen.append(screen.find(QAbstractButton, "advanceLetter").text())
        screen.press("advanceLetter")
        if screen.sees("issueNow"):
            assert desk.letters.get(letter.id).state is LetterState.SIGNED, "it asks first"
            screen.press("issueNow")
        if screen.sees("acknowledgeNow"):
            screen.press("acknowledgeNow")
    assert len(seen) == len(set(seen)) == 5
    assert desk.letters.get(letter.id).state is LetterState.ACKNOWLEDGED
    course = screen.find(Course, "letterCourse")
    assert course.accessibleName().count("Sekretær") == 6, "who and when, for each state"


def test_issuing_waits_for_an_answer_and_then_cannot_be_undone(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    for state in (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED):
        desk.letters.advance(letter.id, state)
    settle()
    screen.press("advanceLetter")
    assert "kan ikke fortrydes" in screen.text("issueQuestionSentence")
    screen.press("issueNotYet")
    assert not screen.sees("issueQuestion")
    assert desk.letters.get(letter.id).state is LetterState.SIGNED
    screen.press("advanceLetter")
    screen.press("issueNow")
    assert desk.letters.get(letter.id).kept_pdf
    assert desk.history.undoable is None


def test_space_again_and_again_takes_no_step_back_and_issues_nothing(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    screen.find(QAbstractButton, "advanceLetter").setFocus()
    for _ in range(7):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        settle()
    assert desk.letters.get(letter.id).state is LetterState.SIGNED
    assert QApplication.focusWidget().objectName() in ("advanceLetter", "issueNotYet")


def test_after_a_question_the_keyboard_stands_on_what_comes_next(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    desk.letters.revise(replace(letter, sender_offices=()))
    settle()
    screen.press("advanceLetter")
    answer = screen.find(QAbstractButton, "checkWithGaps")
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Space)
    settle()
    assert desk.letters.get(letter.id).state is LetterState.CHECKED
    assert QApplication.focusWidget().objectName() == "goToFirstGap", "clearing has to wait"


@pytest.mark.parametrize("kind", [BlockKind.ACCOUNTABLE, BlockKind.SIGNATURE, BlockKind.CONTEXT])
def test_tab_goes_from_the_list_through_the_text_to_the_pages(
    screen: LettersScreen, letter: Letter, kind: BlockKind
) -> None:
    editor = screen.page.editor
    editor.blocks.choose(screen.block(kind, letter).id)
    settle()
    editor.blocks.setFocus()
    seen: list[QWidget] = []
    while not editor.preview.isAncestorOf(QApplication.focusWidget()) and len(seen) < 30:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    form = seen[:-1]
    assert len(form) > 1
    assert all(editor.form.isAncestorOf(one) for one in form)
    tops = [one.mapTo(editor.form, QPoint(0, 0)).y() for one in form]
    assert tops == sorted(tops)


def test_a_recall_is_a_letter_and_the_former_one_says_so(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    for state in (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED):
        desk.letters.advance(letter.id, state)
    settle()
    screen.press("recallLetter")
    recall = desk.letters.get(screen.page.editor.key)
    assert recall.kind is LetterKind.RECALL and recall.supersedes == letter.id
    reason = screen.block(BlockKind.CONTEXT)
    desk.letters.revise_block(replace(reason, text="Missionen er lagt om."))
    for state in (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED):
        desk.letters.advance(recall.id, state)
    desk.letters.advance(recall.id, LetterState.ISSUED)
    screen.open(letter)
    assert desk.letters.get(letter.id).state is LetterState.RECALLED
    assert "gælder ikke længere" in screen.text("letterNoticeSentence")
    for gone in ("draftRevised", "recallLetter", "supersedeLetter", "advanceLetter"):
        assert not screen.sees(gone), gone
    screen.press("openSuccessor")
    assert screen.page.editor.key == recall.id


def test_what_differs_is_told_place_by_place_and_compared_word_by_word(
    screen: LettersScreen, desk: Desk, letter: Letter, cast: Cast
) -> None:
    for state in list(LetterState)[1:5]:
        desk.letters.advance(letter.id, state)
    desk.missions.revise(replace(cast.mission, sentence=Wording("Noget andet.", "Another.")))
    settle()
    assert screen.text("letterNoticeSentence") == "Afviger fra det udsendte brev: 1 sted"
    screen.press("showPlaces")
    (row,) = screen.find(ReadTable, "differencesTable").rows()
    assert "Noget andet" in row.now and "Noget andet" not in row.was
    assert not screen.find(QAbstractButton, "wordByWord").isEnabled(), "there is no revision yet"
    screen.press("draftRevised")
    revision = desk.letters.get(screen.page.editor.key)
    assert (revision.kind, revision.supersedes) == (LetterKind.REVISION, letter.id)
    screen.open(letter)
    screen.press("showPlaces")
    screen.press("wordByWord")
    view = screen.page.editor.differences.view
    screen.qtbot.waitUntil(lambda: view.pages.page_count() > 0, timeout=20_000)
    screen.press("backToLetter")
    assert screen.sees("letterBlocks")


def test_a_letter_with_gaps_is_marked_as_checked_only_after_a_question(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    desk.letters.revise(replace(letter, sender_offices=(), follow_up=None))
    settle()
    assert not screen.sees("letterGaps"), "a draft is written in peace"
    screen.press("advanceLetter")
    assert desk.letters.get(letter.id).state is LetterState.DRAFT
    assert screen.text("letterGapsSentence").startswith("2 felter mangler.")
    screen.press("goToFirstGap")
    assert screen.page.editor.blocks.selected() == screen.block(BlockKind.SIGNATURE).id
    assert screen.bars()
    desk.letters.revise(replace(letter, sender_offices=()))
    settle()
    assert screen.text("letterGapsSentence").startswith("1 felt mangler."), "it follows the text"
    screen.press("checkWithGaps")
    assert desk.letters.get(letter.id).state is LetterState.CHECKED


def test_whoever_mends_a_gap_while_the_question_stands_keeps_the_keyboard_there(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    desk.letters.revise(replace(letter, sender_offices=(), follow_up=None))
    screen.page.activateWindow()
    screen.page.editor.show_letter(letter.id, "unit")
    settle()
    screen.press("advanceLetter")
    asked = QApplication.focusWidget()
    assert asked is not None and asked.objectName() == "goToFirstGap"
    editor = screen.find(QLineEdit, "unit_editor")
    editor.setFocus()
    QTest.keyClicks(editor, "Kontoret for klima")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert desk.letters.get(letter.id).unit.endswith("Kontoret for klima")
    assert editor.hasFocus()
    assert screen.sees("letterGaps")


def test_a_checked_letter_with_gaps_cannot_be_cleared_and_says_why(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    desk.letters.revise(replace(letter, sender_offices=()))
    desk.letters.advance(letter.id, LetterState.CHECKED)
    settle()
    button = screen.find(QAbstractButton, "advanceLetter")
    assert not button.isEnabled()
    assert "1 felt mangler" in button.toolTip() == screen.text("letterGapsSentence")
    assert "Godkend til underskrift" in button.accessibleDescription()
    screen.press("goToFirstGap")
    assert screen.page.editor.blocks.selected() == screen.block(BlockKind.SIGNATURE).id
    desk.letters.revise(replace(letter, state=LetterState.CHECKED))
    settle()
    assert not screen.sees("letterGaps")
    screen.press("advanceLetter")
    assert desk.letters.get(letter.id).state is LetterState.CLEARED


def test_removing_leads_to_the_list_and_can_be_taken_back(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    blocks = desk.letters.blocks(letter.id)
    screen.press("removeLetter")
    assert desk.letters.get(letter.id) is None
    assert screen.sees("lettersTable")
    assert screen.said == [("Udkastet er fjernet.", True)]
    desk.history.undo()
    settle()
    assert desk.letters.get(letter.id) == letter
    assert desk.letters.blocks(letter.id) == blocks


def test_a_letter_that_goes_while_it_is_typed_in_leads_to_the_list(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    screen.choose(BlockKind.CONTEXT)
    screen.type("text", "For sent")
    desk.letters.remove(letter.id)
    settle()
    assert screen.sees("lettersTable")
    assert desk.letters.get(letter.id) is None


def test_a_letter_that_is_not_there_leads_to_the_list(screen: LettersScreen) -> None:
    screen.open("no-such-letter")
    assert screen.sees("lettersTable")


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Letters of one and a half times the usual size."""
    apply_theme(qapp, "light", 15.0)
    yield
    apply_theme(qapp, "light")


@pytest.mark.usefixtures("large")
def test_nothing_of_the_head_is_cut_at_large_letters_in_a_low_window(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    editor = screen.page.editor
    desk.letters.advance(letter.id, LetterState.CHECKED)
    screen.page.resize(1026, 605)  # what the frame leaves of 1280 by 720
    settle()
    said = [one for one in editor.head.findChildren(QLabel) if one.isVisible() and one.text()]
    assert len(said) > 6
    for label in said:
        wanted = label.heightForWidth(label.width())
        assert label.height() >= (wanted if label.wordWrap() else label.sizeHint().height()), label


@pytest.mark.parametrize("wide", [1100, 852, 560])
def test_no_field_is_cut_off_in_a_narrow_window(screen: LettersScreen, wide: int) -> None:
    editor = screen.page.editor
    screen.page.resize(wide, 700)
    settle()
    for kind in BlockKind:
        editor.blocks.choose(screen.block(kind).id)
        settle()
        body = editor.form.widget()
        assert body is not None
        assert body.width() <= editor.form.viewport().width()
        assert editor.parts.beside or editor.parts.orientation() is Qt.Orientation.Vertical


def test_the_pages_go_below_where_they_have_no_room(screen: LettersScreen) -> None:
    editor = screen.page.editor
    screen.page.resize(1100, 700)
    settle()
    assert editor.parts.orientation() is Qt.Orientation.Horizontal
    editor.form.setMinimumWidth(700)
    editor.parts.arrange()
    settle()
    assert editor.parts.orientation() is Qt.Orientation.Vertical
    assert editor.preview.width() >= 260 and editor.preview.height() >= 180
