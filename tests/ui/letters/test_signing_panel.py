# SPDX-License-Identifier: Apache-2.0
"""Signing an issued letter with a certificate file, and the day of its acknowledgement."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.period import day
from missiondesk.services.desk import Desk
from missiondesk.ui.letters.signing_panel import SigningPanel
from missiondesk.ui.widgets.passphrase_field import PassphraseField
from tests.certificates import PASSPHRASE, a_certificate
from tests.screens import settle
from tests.ui.letters.letters_screen import LettersScreen
from tests.walker import alike, off_the_tab_way, unnamed


@pytest.fixture
def issued(desk: Desk, letter: Letter) -> Letter:
    for state in list(LetterState)[1:5]:
        letter = desk.letters.advance(letter.id, state)
    return letter


def a_file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def open_panel(screen: LettersScreen) -> SigningPanel:
    action = screen.page.findChild(QAction, "signLetter")
    assert action is not None and action.isEnabled()
    assert action.text() == "Signér med certifikat…"
    action.trigger()
    settle()
    return screen.find(SigningPanel, "signLetterPanel")


def drop(panel: SigningPanel, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))


def paste_and_sign(screen: LettersScreen, passphrase: str) -> None:
    QGuiApplication.clipboard().setText(passphrase)
    screen.find(QLineEdit, "passphrase_editor").paste()
    screen.press("signNow")
    screen.qtbot.waitUntil(lambda: not screen.hub.tasks.busy, timeout=20_000)
    settle()


def refusal(screen: LettersScreen, field: str) -> str:
    said = screen.field(field).refusal
    return said.text() if said.isVisible() else ""


def test_the_issued_letter_is_signed_and_nothing_is_kept(
    screen: LettersScreen,
    desk: Desk,
    issued: Letter,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    pytest.importorskip("pyhanko", reason="the optional library for signatures is not installed")
    caplog.set_level(logging.DEBUG)
    screen.open(issued)
    panel = open_panel(screen)
    assert (unnamed(screen.page), alike(screen.page), off_the_tab_way(panel)) == ([], [], [])
    primary = [b for b in screen.page.findChildren(QAbstractButton) if b.isVisible()]
    primary = [b for b in primary if b.property("look") == "primary"]
    assert [b.text() for b in primary] == ["Signér"], "one primary button at a time"
    assert desk.path is not None and panel.folder.read() == str(desk.path.parent)
    target = tmp_path / "ud"
    target.mkdir()
    panel.folder.write(str(target))
    drop(panel, a_file(tmp_path, "nøgle.p12", a_certificate()))
    steps = desk.history.steps(1)
    paste_and_sign(screen, PASSPHRASE)
    (signed,) = target.iterdir()
    assert signed.name.endswith("-signeret.pdf")
    assert signed.read_bytes().startswith(desk.printing.letter(issued.id).data)
    assert screen.said[-1] == (f"Brevet er signeret: {signed.name}", False)
    assert not screen.sees("signLetterPanel")
    assert panel.passphrase.read() == ""
    assert desk.history.steps(1) == steps
    assert PASSPHRASE not in caplog.text
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or PASSPHRASE.encode() not in path.read_bytes(), path


def test_what_cannot_sign_is_said_beside_its_field(
    screen: LettersScreen, issued: Letter, tmp_path: Path
) -> None:
    pytest.importorskip("pyhanko", reason="the optional library for signatures is not installed")
    screen.open(issued)
    panel = open_panel(screen)
    paste_and_sign(screen, "x")
    assert refusal(screen, "certificate") == "Vælg certifikatfilen."
    assert panel.passphrase.read() == "x", "not used up yet"
    panel.passphrase.forget()
    panel.folder.write(str(tmp_path))
    good = a_file(tmp_path, "nøgle.p12", a_certificate())
    for path, passphrase, field, words in (
        (good, "forkert", "passphrase", "åbner ikke"),
        (a_file(tmp_path, "x.p12", b"nothing"), PASSPHRASE, "certificate", "ikke en certifikatfil"),
        (
            a_file(tmp_path, "gammel.p12", a_certificate(days=(-30, -1))),
            PASSPHRASE,
            "certificate",
            "udløb",
        ),
        (tmp_path / "ingen.p12", PASSPHRASE, "certificate", "ingen.p12"),
    ):
        panel._take_certificate(path)
        paste_and_sign(screen, passphrase)
        others = {"certificate", "passphrase", "path"} - {field}
        assert words in refusal(screen, field)
        assert not any(refusal(screen, other) for other in others)
        assert screen.find(QLineEdit, f"{field}_editor").hasFocus()
        assert panel.passphrase.read() == "", "cleared after use"
    panel._take_certificate(good)
    panel.folder.write(str(tmp_path / "mangler"))
    paste_and_sign(screen, PASSPHRASE)
    assert refusal(screen, "path") == "Vælg en mappe, der findes."
    panel.folder.write(str(tmp_path))
    assert panel._job is not None
    a_file(tmp_path, panel._job.name, b"older")
    screen.press("signNow")
    assert "allerede" in refusal(screen, "path")
    assert (tmp_path / panel._job.name).read_bytes() == b"older"


def test_the_passphrase_is_hidden_shown_on_demand_and_forgotten(
    screen: LettersScreen, issued: Letter, tmp_path: Path
) -> None:
    screen.open(issued)
    panel = open_panel(screen)
    if not panel.form.isVisible():
        pytest.skip("the optional library for signatures is not installed")
    screen.press("chooseCertificate")
    dialog = screen.page.window().findChild(QFileDialog, "importDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "nøgle.p12"))
    dialog.reject()
    settle()
    editor = screen.find(QLineEdit, "passphrase_editor")
    QTest.keyClicks(editor, "hemmelig ")
    assert editor.displayText() != editor.text() == "hemmelig "
    screen.press("passphrase_shown")
    shown = screen.find(QAbstractButton, "passphrase_shown")
    assert editor.displayText() == "hemmelig "
    assert shown.accessibleName() == "Skjul adgangskoden"
    screen.page.show_register()
    screen.page.tabs.open("letter")
    settle()
    assert (editor.text(), editor.isUndoAvailable()) == ("", False)
    assert editor.echoMode() is QLineEdit.EchoMode.Password
    with screen.qtbot.waitActive(screen.page):
        screen.page.activateWindow()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not screen.sees("signLetterPanel") and screen.sees("letterBlocks")
    assert screen.find(QAbstractButton, "advanceLetter").property("look") == "primary"


def test_without_the_library_the_panel_says_how_to_get_it(
    screen: LettersScreen, issued: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    screen.open(issued)
    open_panel(screen)
    assert "missiondesk[signing]" in screen.text("signingMissingSentence")
    assert not screen.sees("signNow") and not screen.sees("passphrase")
    screen.press("cancelSigning")
    assert not screen.sees("signLetterPanel")


def test_only_a_letter_whose_pages_are_kept_is_signed(
    screen: LettersScreen, letter: Letter
) -> None:
    screen.open(letter)
    action = screen.page.findChild(QAction, "signLetter")
    assert action is not None and not action.isEnabled()
    assert screen.page.findChild(PassphraseField) is not None


def test_the_acknowledgement_has_its_own_day(
    screen: LettersScreen, desk: Desk, issued: Letter
) -> None:
    earlier = day(desk.today - timedelta(days=3))
    with desk.session.write(desk.history.steps(1)[0].verb, issued.id, "earlier") as unit:
        unit.save(replace(issued, state_date=day(desk.today - timedelta(days=9))))
    screen.open(issued)
    screen.press("advanceLetter")
    editor = screen.editor("state_date")
    assert isinstance(editor, QLineEdit)
    assert screen.field("state_date").value() == day(desk.today)
    assert editor.hasFocus() and editor.selectedText() == editor.text()
    assert (unnamed(screen.page), alike(screen.page)) == ([], [])
    for wrong, words in (("2031", "selv"), ("i morges", "ikke en dato"), ("", "selv")):
        screen.type("state_date", wrong) if wrong else editor.clear()
        screen.press("acknowledgeNow")
        assert words in refusal(screen, "state_date"), wrong
        assert desk.letters.get(issued.id).state is LetterState.ISSUED
    screen.type("state_date", f"{earlier.first:%d.%m.%Y}")
    screen.press("acknowledgeNow")
    letter = desk.letters.get(issued.id)
    assert (letter.state, letter.state_date) == (LetterState.ACKNOWLEDGED, earlier)
    assert not screen.sees("receiptQuestion")
    desk.history.undo()
    settle()
    screen.press("advanceLetter")
    screen.press("acknowledgeNotYet")
    assert not screen.sees("receiptQuestion")
