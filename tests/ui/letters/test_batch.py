# SPDX-License-Identifier: Apache-2.0
"""All letters in one press: what goes, what is left out and why, and a stop leaves no half file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.pdf_pages import page_sizes
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import settle
from tests.ui.letters.letters_screen import Cast, LettersScreen


@pytest.fixture
def english(desk: Desk, cast: Cast) -> Letter:
    return desk.letters.draft(cast.mission.id, "en")


@pytest.fixture(autouse=True)
def opened(letter: Letter, english: Letter, screen: LettersScreen) -> None:
    screen.press("printAllLetters")


def choose(screen: LettersScreen, box: str, data: str | None) -> None:
    found = screen.find(QComboBox, box)
    found.setCurrentIndex(found.findData(data))
    settle()


def outcomes(screen: LettersScreen) -> list[tuple[str, str]]:
    rows = screen.find(ReadTable, "batchTable").rows()
    return [(row.file, row.mark.symbol) for row in rows]


def finish(screen: LettersScreen) -> None:
    screen.qtbot.waitUntil(lambda: not screen.page.batch.run.busy, timeout=30_000)
    settle()


def test_it_tells_which_letters_go_and_what_they_are_called(screen: LettersScreen) -> None:
    assert not outcomes(screen), "none is in force"
    assert not screen.page.batch.start.isEnabled()
    choose(screen, "batchWhich", "drafts")
    both = [("missionsbrev-M1-da.pdf", "○"), ("mission-letter-M1-en.pdf", "○")]
    assert outcomes(screen) == both
    choose(screen, "batchLanguage", "en")
    assert outcomes(screen) == both[1:]
    assert screen.heading() == "1 brev kan udskrives"


def test_a_letter_with_a_fault_is_left_out_and_the_others_are_written(
    screen: LettersScreen, desk: Desk, english: Letter, tmp_path: Path
) -> None:
    desk.letters.revise(replace(english, sender_offices=()))
    desk.letters.advance(english.id, LetterState.CHECKED)
    choose(screen, "batchWhich", "drafts")
    screen.press("startBatch")
    dialog = screen.page.window().findChild(QFileDialog, "folderDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "ud"))
    dialog.reject()
    finish(screen)
    assert [path.name for path in (tmp_path / "ud").iterdir()] == ["missionsbrev-M1-da.pdf"]
    assert outcomes(screen) == [("missionsbrev-M1-da.pdf", "✓"), ("–", "■")]
    assert "ikke klar" in screen.find(ReadTable, "batchTable").rows()[1].why
    assert screen.heading() == "1 fil er skrevet"
    screen.press("backToRegister")
    assert screen.sees("lettersTable")


def test_one_file_of_all_for_both_sides_begins_each_letter_on_a_front(
    screen: LettersScreen, tmp_path: Path
) -> None:
    choose(screen, "batchWhich", "shown")
    choose(screen, "batchForm", "combined")
    screen.page.batch.duplex.setChecked(True)
    screen.page.batch.write(tmp_path)
    finish(screen)
    (written,) = tmp_path.glob("*.pdf")
    assert len(page_sizes(written.read_bytes())) % 2 == 0
    assert {file for file, _ in outcomes(screen)} == {written.name}


def test_a_stop_leaves_no_half_file_and_tells_what_was_written(
    screen: LettersScreen, tmp_path: Path
) -> None:
    choose(screen, "batchWhich", "drafts")
    run = screen.page.batch.run
    run.to_folder(screen.page.batch._plan, tmp_path / "ud")
    assert screen.sees("stopBatch")
    run.cancel()
    finish(screen)
    written = [path.name for path in (tmp_path / "ud").glob("*")]
    assert screen.heading().startswith("Stoppet")
    assert [file for file, sign in outcomes(screen) if sign == "✓"] == written
    assert all(page_sizes((tmp_path / "ud" / name).read_bytes()) for name in written)
    assert not screen.sees("stopBatch")


def test_a_folder_that_takes_nothing_is_said(screen: LettersScreen, tmp_path: Path) -> None:
    choose(screen, "batchWhich", "drafts")
    (tmp_path / "fil").write_text("x")
    screen.page.batch.write(tmp_path / "fil")
    finish(screen)
    bar = screen.page.batch.run._bar
    assert bar is not None and "kunne ikke skrives" in bar.sentence.text()
    assert [sign for _, sign in outcomes(screen)] == ["○", "○"]
