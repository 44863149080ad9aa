# SPDX-License-Identifier: Apache-2.0
"""What goes out of a letter and comes back: reply forms, Word files, the register, a reshuffle."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.letter import Letter, LetterKind, LetterState
from missiondesk.domain.period import Period
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import settle
from tests.ui.letters.letters_screen import Cast, LettersScreen


@pytest.fixture
def issued(desk: Desk, letter: Letter) -> Letter:
    for state in list(LetterState)[1:5]:
        letter = desk.letters.advance(letter.id, state)
    return letter


def trigger(screen: LettersScreen, name: str) -> None:
    """A line of a button's menu."""
    action = screen.page.findChild(QAction, name)
    assert action is not None and action.isEnabled(), name
    action.trigger()
    settle()


def save(screen: LettersScreen, path: Path) -> None:
    """Answer the question for a place, and wait for the file."""
    dialog = screen.page.window().findChild(QFileDialog, "saveDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    screen.qtbot.waitUntil(path.exists, timeout=20_000)
    screen.qtbot.waitUntil(lambda: not screen.hub.tasks.busy)
    settle()


def filled(path: Path, words: dict[str, str]) -> None:
    """Write a status over the present one, as the ministry does in its spreadsheet program."""
    book = load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in words and not cell.protection.locked:
                    cell.value = words[str(cell.value)]
    book.save(path)


def test_a_reply_is_a_plan_to_confirm_and_one_step_to_undo(
    screen: LettersScreen, desk: Desk, issued: Letter, cast: Cast, tmp_path: Path
) -> None:
    screen.open(issued)
    form = tmp_path / "svar.xlsx"
    trigger(screen, "makeReplyForm")
    save(screen, form)
    filled(form, {"Åben": "I gang"})
    (before,) = desk.situation.commitments_of(cast.mission.id)
    screen.page.editor.files.read_reply(form)
    assert screen.text("replyTitle").startswith(f"Svar på {issued.number}")
    (line,) = screen.find(ReadTable, "replyTable").rows()
    assert (line.before[-4:], line.after[-6:]) == ("Åben", "I gang")
    assert desk.situation.commitments_of(cast.mission.id) == (before,), "only a plan so far"
    screen.press("takeReply")
    (after,) = desk.situation.commitments_of(cast.mission.id)
    assert after.status is CommitmentStatus.IN_PROGRESS
    assert screen.said[-1] == ("Svaret er indlæst.", True)
    assert screen.sees("letterBlocks")
    desk.history.undo()
    assert desk.situation.commitments_of(cast.mission.id) == (before,)


def test_a_file_that_is_no_form_is_refused_in_words(
    screen: LettersScreen, issued: Letter, tmp_path: Path
) -> None:
    screen.open(issued)
    other = tmp_path / "andet.xlsx"
    other.write_bytes(b"PK nothing of the kind")
    screen.page.editor.files.read_reply(other)
    assert screen.text("fileRefusalSentence")
    assert not screen.sees("replyTable")


def test_only_a_letter_in_force_has_a_reply_form(screen: LettersScreen, letter: Letter) -> None:
    screen.open(letter)
    for name in ("makeReplyForm", "readReply"):
        action = screen.page.findChild(QAction, name)
        assert action is not None and not action.isEnabled()


def test_a_letter_is_saved_for_word(screen: LettersScreen, letter: Letter, tmp_path: Path) -> None:
    screen.open(letter)
    trigger(screen, "exportLetterWord")
    save(screen, tmp_path / "brev.docx")
    with ZipFile(BytesIO((tmp_path / "brev.docx").read_bytes())) as package:
        assert "Færre unge" in package.read("word/document.xml").decode("utf-8")


def test_the_register_is_exported_as_it_is_shown(
    screen: LettersScreen, desk: Desk, letter: Letter, cast: Cast, tmp_path: Path
) -> None:
    desk.letters.draft(cast.mission.id, "en")
    desk.letters.revise(replace(letter, case_number="2026-77"))
    settle()
    screen.page.register.filter.text.setText("2026-77")
    trigger(screen, "exportRegister_csv")
    save(screen, tmp_path / "breve.csv")
    lines = (tmp_path / "breve.csv").read_text(encoding="utf-8-sig").strip().splitlines()
    assert len(lines) == 2, "the heading and the one letter that is shown"


def test_after_a_reshuffle_the_register_drafts_the_revision(
    screen: LettersScreen, desk: Desk, issued: Letter, cast: Cast
) -> None:
    assert not screen.sees("lettersToReissue")
    desk.organisation.appoint(cast.office.id, "Ny Eksempel", Period("2026-06-01"))
    settle()
    assert "Ny Eksempel" in screen.text("lettersToReissueSentence")
    screen.press("draftReissue")
    revision = desk.letters.get(screen.page.editor.key)
    assert (revision.kind, revision.supersedes) == (LetterKind.REVISION, issued.id)
    person = next(one for one in desk.organisation.persons() if one.name == "Ny Eksempel")
    assert revision.addressee_person == person.id
    screen.page.show_register()
    assert "Revisionerne er skrevet" in screen.text("lettersToReissueSentence")
    assert not screen.sees("draftReissue")


def test_a_mission_that_moved_is_revised_to_its_new_minister(
    screen: LettersScreen, desk: Desk, issued: Letter, cast: Cast
) -> None:
    desk.missions.assign(cast.mission.id, cast.other.id)
    settle()
    screen.press("draftReissue")
    revision = desk.letters.get(screen.page.editor.key)
    assert (revision.supersedes, revision.addressee_office) == (issued.id, cast.other.id)
