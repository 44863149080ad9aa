# SPDX-License-Identifier: Apache-2.0
"""A block of a letter: what is typed is written once, in the right block, and never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QPushButton, QWidget

from missiondesk.domain.letter import BlockKind, Classification, Letter, LetterState
from missiondesk.domain.period import Period
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.placeholder_names import text_shown
from missiondesk.ui.widgets.table import ReadTable
from tests.builders import a_commitment
from tests.screens import settle
from tests.ui.letters.letters_screen import Cast, LettersScreen


@pytest.fixture(autouse=True)
def opened(letter: Letter, screen: LettersScreen) -> None:
    screen.open(letter)


def test_every_block_can_be_chosen_and_names_its_fields(screen: LettersScreen) -> None:
    form = screen.page.editor.form
    for kind in BlockKind:
        screen.choose(kind)
        assert form.widget() is not None
        named = [w for w in form.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert named, kind
        assert all(w.accessibleName() for w in named if w.isVisible()), kind


def test_ctrl_enter_writes_and_the_cursor_stays(screen: LettersScreen, desk: Desk) -> None:
    screen.choose(BlockKind.CONTEXT)
    before = len(desk.history.steps())
    screen.write("text", "Ny baggrund.")
    assert screen.block(BlockKind.CONTEXT).text == "Ny baggrund."
    assert screen.editor("text").hasFocus()
    assert len(desk.history.steps()) == before + 1
    screen.key("text", Qt.Key.Key_Return, control=True)
    assert len(desk.history.steps()) == before + 1, "nothing changed, nothing noted"


def test_leaving_the_field_writes_it(screen: LettersScreen) -> None:
    screen.choose(BlockKind.CONTEXT)
    screen.type("text", "Skrevet uden at trykke på noget.")
    screen.editor("heading").setFocus()
    settle()
    assert screen.block(BlockKind.CONTEXT).text == "Skrevet uden at trykke på noget."


def test_esc_puts_back_what_was_there(screen: LettersScreen, desk: Desk) -> None:
    screen.choose(BlockKind.CONTEXT)
    before = screen.block(BlockKind.CONTEXT)
    screen.type("text", "Fortrudt")
    screen.key("text", Qt.Key.Key_Escape)
    assert screen.editor("text").toPlainText() == text_shown(before.text.strip(), "da")
    screen.editor("heading").setFocus()
    settle()
    assert screen.block(BlockKind.CONTEXT) == before
    assert desk.history.undoable is not None
    assert desk.history.undoable.verb is Verb.REVISE_LETTER


def test_what_is_being_typed_survives_a_change_from_elsewhere(
    screen: LettersScreen, desk: Desk, cast: Cast
) -> None:
    screen.choose(BlockKind.ACCOUNTABLE)
    screen.type("text", "Halvt skrevet")
    desk.commitments.add(a_commitment(mission=cast.mission.id, lead_office=cast.office.id))
    settle()
    assert screen.editor("text").toPlainText() == "Halvt skrevet"
    assert screen.editor("text").hasFocus()
    assert len(screen.find(ReadTable, "boundRows").rows()) == 2, "the rows beside it are new"
    screen.key("text", Qt.Key.Key_Return, control=True)
    assert screen.block(BlockKind.ACCOUNTABLE).text == "Halvt skrevet"


def test_undo_while_typing_belongs_to_the_text(screen: LettersScreen, desk: Desk) -> None:
    screen.choose(BlockKind.CONTEXT)
    before = screen.editor("text").toPlainText()
    screen.type("text", "Noget nyt")
    screen.key("text", Qt.Key.Key_Z, control=True)
    while screen.editor("text").toPlainText() != before:
        assert screen.editor("text").document().isUndoAvailable()
        screen.key("text", Qt.Key.Key_Z, control=True)
    assert desk.history.undoable is not None
    assert desk.history.undoable.verb is Verb.REVISE_LETTER, "the letter itself is untouched"


def test_an_undo_of_the_desk_shows_in_the_field(screen: LettersScreen, desk: Desk) -> None:
    screen.choose(BlockKind.CONTEXT)
    before = screen.editor("text").toPlainText()
    screen.write("text", "Ny baggrund.")
    desk.history.undo()
    settle()
    assert screen.editor("text").toPlainText() == before


def test_what_is_typed_goes_to_its_own_block_when_another_is_shown(screen: LettersScreen) -> None:
    screen.choose(BlockKind.CONTEXT)
    other = screen.block(BlockKind.SKILLS)
    screen.type("text", "Hører til baggrunden")
    screen.choose(BlockKind.SKILLS)
    assert screen.block(BlockKind.CONTEXT).text == "Hører til baggrunden"
    assert screen.block(BlockKind.SKILLS) == other


def test_what_is_typed_goes_to_its_own_letter_when_another_is_shown(
    screen: LettersScreen, desk: Desk, cast: Cast, letter: Letter
) -> None:
    other = desk.letters.draft(cast.mission.id, "en")
    screen.choose(BlockKind.META)
    screen.type("case_number", "2026-77")
    screen.open(other)
    assert desk.letters.get(letter.id).case_number == "2026-77"
    assert desk.letters.get(other.id).case_number == ""


def test_two_fields_written_after_each_other_keep_both(screen: LettersScreen, desk: Desk) -> None:
    screen.choose(BlockKind.META)
    screen.write("date", "2.11.2026")
    screen.write("case_officer", "Eksempel Åsen")
    letter = desk.letters.get(screen.page.editor.key)
    assert (letter.date, letter.case_officer) == (Period("2026-11-02"), "Eksempel Åsen")


def test_a_date_that_is_none_is_refused_beside_the_field(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    screen.choose(BlockKind.META)
    screen.write("date", "engang")
    assert screen.field("date").refusal.isVisible()
    assert "engang" in screen.field("date").refusal.text()
    assert screen.editor("date").text() == "engang"
    assert desk.letters.get(letter.id).date == letter.date


def test_lines_become_copies(screen: LettersScreen, desk: Desk, letter: Letter) -> None:
    screen.choose(BlockKind.COPIES)
    screen.write("copies", "Finansministeriet\n\nKL ")
    assert desk.letters.get(letter.id).copies == ("Finansministeriet", "KL")


def test_a_choice_is_taken_at_once(screen: LettersScreen, desk: Desk, letter: Letter) -> None:
    screen.choose(BlockKind.HANDLING)
    box = screen.find(QComboBox, "classification_editor")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle()
    assert desk.letters.get(letter.id).classification is Classification.PUBLISHABLE


def test_a_block_is_left_out_and_the_list_shows_it(screen: LettersScreen) -> None:
    screen.choose(BlockKind.SKILLS)
    screen.press("blockShown")
    assert not screen.block(BlockKind.SKILLS).shown
    item = screen.page.editor.blocks.currentItem()
    assert "udeladt" in item.data(Qt.ItemDataRole.AccessibleTextRole)
    screen.press("blockShown")
    assert screen.block(BlockKind.SKILLS).shown


def test_a_letter_never_goes_without_these(screen: LettersScreen) -> None:
    for kind in (BlockKind.ADDRESSEE, BlockKind.SUBJECT, BlockKind.SIGNATURE):
        screen.choose(kind)
        assert not screen.find(QCheckBox, "blockShown").isEnabled(), kind


def test_a_field_of_the_data_is_put_in_where_the_cursor_stands(screen: LettersScreen) -> None:
    screen.choose(BlockKind.CONTEXT)
    screen.write("text", "Målet er ")
    editor = screen.editor("text")
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    button = screen.find(QPushButton, "insertPlaceholder")
    button.menu().findChild(QAction, "metric.target").trigger()
    settle()
    assert screen.block(BlockKind.CONTEXT).text == "Målet er{{metric.target}}"
    assert screen.editor("text").toPlainText() == "Målet er{{nøgletal.mål}}"
    assert screen.editor("text").hasFocus()


def test_placeholders_are_read_and_typed_in_the_letters_language(
    screen: LettersScreen, desk: Desk, cast: Cast
) -> None:
    screen.choose(BlockKind.CONTEXT)
    screen.write("text", "Om {{mission.titel}} og {{mission.code}}, {{mission.farve}}.")
    kept = "Om {{mission.title}} og {{mission.code}}, {{mission.farve}}."
    assert screen.block(BlockKind.CONTEXT).text == kept
    shown = "Om {{mission.titel}} og {{mission.kode}}, {{mission.farve}}."
    assert screen.editor("text").toPlainText() == shown
    steps = len(desk.history.steps())
    screen.editor("heading").setFocus()
    settle()
    assert len(desk.history.steps()) == steps, "reading it in other words changes nothing"

    english = desk.letters.draft(cast.mission.id, language="en")
    screen.open(english)
    screen.choose(BlockKind.CONTEXT)
    screen.write("text", "About {{mission.titel}}.")
    assert screen.block(BlockKind.CONTEXT).text == "About {{mission.title}}."
    assert screen.editor("text").toPlainText() == "About {{mission.title}}."


# ---------------------------------------------------------------- what is said beside the fields


def test_a_gap_leads_to_where_it_is_filled(
    screen: LettersScreen, desk: Desk, cast: Cast, letter: Letter
) -> None:
    metric = desk.situation.metric_of(cast.mission.id)
    lacking = replace(metric, baseline_value=None)
    desk.metrics.change(lacking, Wording("Eksempel", "Example"), "Udvalget")
    screen.choose(BlockKind.GOAL)
    assert "■" in screen.bar().mark.text()
    assert screen.bar() in screen.field("text").findings()
    screen.bar().button.click()
    assert screen.went[-1] == ("missions", f"{cast.mission.id}#baseline_value")
    goal = screen.page.editor.blocks.currentItem()
    assert "noget mangler" in goal.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_placeholder_in_letters_of_its_own_is_not_changed_by_looking_at_it(
    screen: LettersScreen, desk: Desk
) -> None:
    screen.choose(BlockKind.MISSION)
    desk.letters.revise_block(
        replace(screen.block(BlockKind.CONTEXT), text="Om {{Mission.Title}}.")
    )
    screen.choose(BlockKind.CONTEXT)
    assert screen.editor("text").toPlainText() == "Om {{Mission.Title}}.", "print knows it not"
    steps = len(desk.history.steps())
    screen.key("text", Qt.Key.Key_Return, control=True)
    assert len(desk.history.steps()) == steps
    screen.write("text", "Om {{Mission.Title}}. Ny.")
    assert screen.block(BlockKind.CONTEXT).text == "Om {{mission.title}}. Ny."


def test_an_unknown_placeholder_is_named(screen: LettersScreen) -> None:
    screen.choose(BlockKind.CONTEXT)
    screen.write("text", "Se {{mission.farve}}.")
    assert "mission.farve" in screen.bar().sentence.text()
    screen.write("text", "Se.")
    assert not screen.bars()


def test_a_block_that_is_ticked_and_empty_says_that_it_is_not_printed(
    screen: LettersScreen, desk: Desk, cast: Cast
) -> None:
    screen.choose(BlockKind.CONTEXT)
    assert not screen.bars()
    screen.type("text", "")  # all of it is selected
    screen.key("text", Qt.Key.Key_Delete)
    screen.key("text", Qt.Key.Key_Return, control=True)
    assert screen.bar() in screen.field("text").findings()
    assert "kommer ikke med i brevet" in screen.bar().sentence.text()
    screen.press("blockShown")
    assert not screen.bars(), "it was left out on purpose"

    desk.missions.revise(replace(cast.mission, actor_types=()))
    screen.choose(BlockKind.COALITION)
    screen.bar().button.click()
    page, place = screen.went[-1]
    assert (page, str(place).partition("#")[2]) == ("missions", "actor_types")


def test_l9_stands_at_the_follow_up_and_goes_when_it_is_set(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    desk.letters.revise(replace(letter, follow_up=None))
    screen.open(f"{letter.id}#follow_up")
    assert screen.editor("follow_up").hasFocus()
    assert screen.bar("L9") in screen.field("follow_up").findings()
    screen.write("follow_up", "1.2.2027")
    assert not [bar for bar in screen.bars() if "L9" in bar.objectName()]
    assert desk.letters.get(letter.id).follow_up == Period("2027-02-01")


def test_l6_addresses_the_draft_to_the_new_minister(
    screen: LettersScreen, desk: Desk, cast: Cast, letter: Letter
) -> None:
    desk.organisation.appoint(cast.office.id, "Eksempel Ny", Period("2026-01-01"))
    screen.open(f"{letter.id}#addressee_office")
    bar = screen.bar("L6")
    assert bar in screen.field("addressee_office").findings()
    assert "Eksempel Ny" in bar.button.text()
    bar.button.click()
    settle()
    new = desk.situation.holder(cast.office.id, desk.today)
    assert desk.letters.get(letter.id).addressee_person == new.id
    assert not screen.bars()


def test_l10_shows_the_block_again(screen: LettersScreen, desk: Desk, letter: Letter) -> None:
    desk.letters.revise_block(replace(screen.block(BlockKind.SHARED), shown=False))
    screen.open(f"{letter.id}#shown")
    assert screen.page.editor.blocks.selected() == screen.block(BlockKind.SHARED).id
    screen.bar("L10").button.click()
    settle()
    assert screen.block(BlockKind.SHARED).shown
    assert not screen.bars()


def test_l3_is_split_in_two_from_here(
    screen: LettersScreen, desk: Desk, cast: Cast, letter: Letter
) -> None:
    (only,) = desk.situation.commitments_of(cast.mission.id)
    desk.commitments.revise(
        replace(only, text=replace(only.text, da="Udvikle en plan og udbrede den."))
    )
    screen.choose(BlockKind.ACCOUNTABLE)
    screen.bar("L3").button.click()
    settle()
    assert len(desk.situation.commitments_of(cast.mission.id)) == 2
    assert len(screen.find(ReadTable, "boundRows").rows()) == 2


def test_the_rows_lead_to_the_missions_page(screen: LettersScreen, cast: Cast) -> None:
    screen.choose(BlockKind.PORTFOLIO)
    screen.press("editBoundRows")
    assert screen.went[-1] == ("missions", f"{cast.mission.id}#initiatives")


# ---------------------------------------------------------------- signed


def test_a_signed_letter_is_read_not_edited_and_says_why(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    assert not screen.sees("letterNotice")
    for state in (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED):
        desk.letters.advance(letter.id, state)
    settle()
    assert "underskrevet" in screen.text("letterNoticeSentence")
    screen.choose(BlockKind.CONTEXT)
    assert screen.editor("text").isReadOnly() and screen.editor("text").isEnabled()
    assert not screen.sees("insertPlaceholder")
    assert not screen.find(QCheckBox, "blockShown").isEnabled()
    assert not screen.sees("removeLetter")
    before = len(desk.history.steps())
    screen.press("draftRevised")
    revised = desk.letters.get(screen.page.editor.key)
    assert revised.supersedes == letter.id and revised.version == 2
    assert len(desk.history.steps()) == before + 1
    screen.open(letter)
    assert screen.find(QAbstractButton, "draftRevised").text() == translator("da").say(
        "Open the draft"
    )
