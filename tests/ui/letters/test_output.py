# SPDX-License-Identifier: Apache-2.0
"""Export writes the PDF's own bytes, print hands its pages over, and a no is said in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.pdf_pages import page_sizes
from tests.screens import settle
from tests.ui.letters.letters_screen import LettersScreen


@pytest.fixture(autouse=True)
def opened(letter: Letter, screen: LettersScreen) -> None:
    screen.open(letter)


def dialog(screen: LettersScreen, kind: type[QFileDialog] | type[QPrintDialog]) -> QObject:
    screen.qtbot.waitUntil(lambda: screen.page.window().findChild(kind) is not None, timeout=20_000)
    found = screen.page.window().findChild(kind)
    assert found is not None
    return found


def ctrl(screen: LettersScreen, key: Qt.Key) -> None:
    QTest.keyClick(screen.page.editor.blocks, key, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_e_writes_the_very_bytes(
    screen: LettersScreen, desk: Desk, letter: Letter, tmp_path: Path
) -> None:
    ctrl(screen, Qt.Key.Key_E)
    ask = dialog(screen, QFileDialog)
    assert isinstance(ask, QFileDialog)
    assert ask.defaultSuffix() == "pdf"
    assert ask.selectedFiles()[0].endswith("missionsbrev-M1-da.pdf")
    target = tmp_path / "brev æøå.pdf"
    ask.fileSelected.emit(str(target))
    ask.reject()
    screen.qtbot.waitUntil(target.exists, timeout=20_000)
    screen.qtbot.waitUntil(lambda: bool(screen.said))
    assert target.read_bytes() == desk.printing.letter(letter.id).data
    assert screen.said == [("Brevet er gemt som brev æøå.pdf.", False)]
    assert not screen.page.editor.output.isVisible()


def test_what_is_being_typed_is_in_the_export(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    screen.open(f"{letter.id}#date")
    screen.type("case_number", "2026-99")
    screen.page.editor.files.export()
    assert desk.letters.get(letter.id).case_number == "2026-99"


def test_a_place_that_takes_nothing_is_said_and_another_is_offered(
    screen: LettersScreen, desk: Desk, letter: Letter, tmp_path: Path
) -> None:
    job = desk.printing.prepare_letter(letter.id)
    output = screen.page.editor.output
    output.write(job, tmp_path / "ingen mappe" / "brev.pdf")
    screen.qtbot.waitUntil(output.isVisible, timeout=20_000)
    bar = output._bar
    assert bar is not None
    assert "kunne ikke skrives" in bar.sentence.text()
    assert not list(tmp_path.glob("**/*.tmp")), "no half file is left"
    assert not screen.said
    bar.button.click()
    assert isinstance(dialog(screen, QFileDialog), QFileDialog)
    assert not output.isVisible()


def test_an_older_file_survives_a_failure(
    screen: LettersScreen, desk: Desk, letter: Letter, tmp_path: Path
) -> None:
    target = tmp_path / "brev.pdf"
    target.mkdir()  # a folder of that name: nothing can be moved over it
    screen.page.editor.output.write(desk.printing.prepare_letter(letter.id), target)
    screen.qtbot.waitUntil(screen.page.editor.output.isVisible, timeout=20_000)
    assert target.is_dir()


def test_a_letter_with_a_fault_is_not_exported_once_it_is_more_than_a_draft(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    desk.letters.revise(replace(letter, sender_offices=()))
    desk.letters.advance(letter.id, LetterState.CHECKED)
    settle()
    screen.press("exportLetter")
    assert screen.page.window().findChild(QFileDialog) is None
    bar = screen.page.editor.output._bar
    assert bar is not None and "ikke klar" in bar.sentence.text()


def test_print_opens_the_systems_dialog_and_prints_its_pages(
    screen: LettersScreen, desk: Desk, letter: Letter, tmp_path: Path
) -> None:
    screen.page.print_page()
    ask = dialog(screen, QPrintDialog)
    assert isinstance(ask, QPrintDialog)
    document = desk.printing.letter(letter.id)
    printer = ask.printer()
    assert printer.docName() == document.title.replace(":", " -")  # fit for a file
    target = tmp_path / "papir.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    ask.accepted.emit(printer)
    ask.reject()
    screen.qtbot.waitUntil(lambda: bool(screen.said), timeout=60_000)
    assert screen.said == [("Brevet er gemt som papir.pdf.", False)]
    assert len(page_sizes(target.read_bytes())) == len(page_sizes(document.data))


def test_the_keys_stand_on_their_buttons(screen: LettersScreen) -> None:
    assert screen.find(QPushButton, "exportLetter").shortcut().toString() == "Ctrl+E"
    assert screen.find(QPushButton, "exportLetter").toolTip() == "Ctrl+E"
    assert screen.find(QPushButton, "printLetter").toolTip() == "Ctrl+P"
