# SPDX-License-Identifier: Apache-2.0
"""Journalising on its tab: marking, finding, exporting, and the way there from other documents."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from missiondesk.domain.journal_mark import JournalMark
from missiondesk.services.desk import Desk
from missiondesk.ui.documents.page import DocumentsPage
from missiondesk.ui.history.page import HistoryPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def on_journal(desk: Desk, window_on: Opened) -> Screen:
    screen = window_on(desk)
    screen.window.navigate("history", "journal")
    settle()
    return screen


def test_without_documents_it_says_what_will_stand_here(desk: Desk, window_on: Opened) -> None:
    screen = on_journal(desk, window_on)
    assert screen.table("journalTable") == []
    for name in ("journalise", "removeMark", "exportPackage"):
        assert not screen.find(QAbstractButton, name).isEnabled()


def test_a_letter_is_marked_and_shown_as_such_in_its_register(
    sample: Desk, window_on: Opened
) -> None:
    screen = on_journal(sample, window_on)
    letter = next(it for it in sample.letters.all() if it.number == "2026-001")
    screen.choose_row("journalTable", f"letter:{letter.id}:")
    screen.press("journalise")
    screen.press("journalPanelRecord")
    assert screen.refusal("case_number") == "Angiv sagens nummer."
    screen.type_into("case_number", "2026-1234")
    screen.type_into("document_number", "17")
    screen.press("journalPanelRecord")
    (mark,) = sample.situation.all(JournalMark)
    assert (mark.letter, mark.case_number, mark.document_number) == (letter.id, "2026-1234", "17")
    assert mark.filed_by == "Sekretær"
    assert screen.toast() == "Markeret som journaliseret."
    state = screen.find(QComboBox, "journalState")
    state.setCurrentIndex(state.findData("done"))
    (row,) = screen.table("journalTable")
    assert row[1] == "2026-001"
    assert row[4] == "2026-1234"
    screen.go_to(PageName.LETTERS)
    model = screen.find(ReadTable, "lettersTable").rows()
    assert [it.letter.id for it in model if it.journalised] == [letter.id]
    screen.undo()
    assert sample.situation.all(JournalMark) == ()


def test_searching_and_removing_the_mark(sample: Desk, window_on: Opened) -> None:
    screen = on_journal(sample, window_on)
    every = len(screen.table("journalTable"))
    screen.find(QLineEdit, "journalSearch").setText("B2")
    (row,) = screen.table("journalTable")
    assert row[1] == "B2"
    screen.press("journalise")
    screen.type_into("case_number", "2026-7")
    screen.press("journalPanelRecord")
    screen.press("removeMark")
    assert sample.situation.all(JournalMark) == ()
    screen.find(QLineEdit, "journalSearch").clear()
    assert len(screen.table("journalTable")) == every


def test_the_package_of_what_is_shown(
    sample: Desk, window_on: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = on_journal(sample, window_on)
    screen.find(QLineEdit, "journalSearch").setText("B1")
    page = screen.page
    assert isinstance(page, HistoryPage)
    page.journal.made.ask_export(True)
    target = tmp_path / "sag.zip"
    (dialog,) = screen.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: screen.toast() == "Pakken er gemt som sag.zip.", timeout=20_000)
    with zipfile.ZipFile(target) as archive:
        assert [name for name in archive.namelist() if name.startswith("B1-")]


def test_any_document_finds_its_way_there(
    sample: Desk, window_on: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = window_on(sample)
    screen.window.navigate("documents", "stop-list")
    page = screen.page
    assert isinstance(page, DocumentsPage)
    page.export_package()
    (dialog,) = screen.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "stop.zip"))
    dialog.reject()
    qtbot.waitUntil(lambda: "stop.zip" in screen.toast(), timeout=20_000)
    page.journalise()
    settle()
    assert isinstance(screen.page, HistoryPage)
    screen.type_into("case_number", "2026-9")
    screen.press("journalPanelRecord")
    (mark,) = sample.situation.all(JournalMark)
    assert mark.document == "stop-list#"
    assert mark.title
    found = [row for row in screen.table("journalTable") if row[4] == "2026-9"]
    assert len(found) == 1
