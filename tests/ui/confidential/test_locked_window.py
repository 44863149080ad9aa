# SPDX-License-Identifier: Apache-2.0
"""What stands on the page of a locked workspace, and the ways from there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk
from missiondesk.ui.application import Application
from missiondesk.ui.confidential.locked_window import LockedWindow
from missiondesk.ui.presence import Gone
from tests.screens import settle
from tests.ui.confidential.unlocking import PHRASE, dialog, enter, opened, press, window_of


def locked(program: Application) -> LockedWindow:
    settle()
    assert program.locking.window is not None
    return program.locking.window


def lock(program: Application, sealed: Path) -> LockedWindow:
    opened(program, sealed).menus.actions["lock"].trigger()
    return locked(program)


def said(window: LockedWindow) -> str:
    return "\n".join(it.text() for it in window.findChildren(QLabel) if it.isVisible())


def test_the_page_says_that_and_why_it_is_locked_and_waits_for_the_passphrase(
    program: Application, sealed: Path
) -> None:
    page = lock(program, sealed)
    told = said(page)
    assert "Arbejdsfilen er låst" in told
    assert "Du låste den kl. " in told
    assert "Alt er gemt" in told
    assert "Det, du var ved at skrive, er bevaret" in told
    editor = page.panel.passphrase.editor
    assert page.focusProxy() is editor
    assert editor.echoMode() is QLineEdit.EchoMode.Password
    press(page, "unlockPassphrase_shown")
    assert editor.echoMode() is QLineEdit.EchoMode.Normal
    QApplication.clipboard().setText(PHRASE)
    editor.paste()
    assert editor.text() == PHRASE, "a passphrase may be pasted"
    press(page, "unlockOpen")
    assert window_of(program).desk.path == sealed


@pytest.mark.parametrize(
    ("how", "words"),
    [(Gone.IDLE, "ingen har rørt mus eller tastatur i 5 minutter"), (Gone.AWAY, "computeren sov")],
)
def test_a_lock_that_fell_by_itself_says_why(
    program: Application, sealed: Path, how: Gone, words: str
) -> None:
    opened(program, sealed)
    program.locking.presence.depart(how)
    assert words in said(locked(program))


def test_the_files_name_is_shown_to_whoever_asks_only(program: Application, sealed: Path) -> None:
    page = lock(program, sealed)
    assert "Hemmeligt" not in said(page)
    press(page, "lockedWhich")
    assert sealed.name in said(page)
    press(page, "lockedWhich")
    assert not [it for it in page.findChildren(QLabel) if "Hemmeligt" in it.text()]


def chosen(path: Path) -> None:
    """Choose a file in the question that is open."""
    settle()
    asked = dialog(QFileDialog)
    asked.fileSelected.emit(str(path))  # type: ignore[attr-defined]
    asked.reject()
    settle()


def test_another_file_is_opened_and_the_locked_one_is_given_free(
    program: Application, sealed: Path, tmp_path: Path
) -> None:
    other = tmp_path / "anden.mission"
    desk = new_desk(other, "Sekretær")
    desk.missions.add(title=Wording("Anden", "Other"))
    desk.close()
    page = lock(program, sealed)
    press(page, "lockedOther")
    chosen(other)
    assert window_of(program).desk.path == other
    assert program.locking.window is None
    assert not sealed.with_name(sealed.name + ".lock").exists()


def test_a_file_that_does_not_open_leads_to_the_start_page(
    program: Application, sealed: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "ødelagt.mission"
    broken.write_bytes(b"nothing")
    page = lock(program, sealed)
    press(page, "lockedOther")
    chosen(broken)
    assert program.window is None and program.locking.window is None
    assert program.start_window is not None and program.start_window.isVisible()


def test_the_locked_file_itself_is_opened_by_its_passphrase(
    program: Application, sealed: Path
) -> None:
    page = lock(program, sealed)
    press(page, "lockedOther")
    chosen(sealed)
    assert program.locking.window is page
    enter(page, "unlockPassphrase", PHRASE)
    page.findChild(QPushButton, "unlockOpen").click()  # type: ignore[union-attr]
    assert window_of(program).desk.path == sealed
