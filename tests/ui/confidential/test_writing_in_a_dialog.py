# SPDX-License-Identifier: Apache-2.0
"""A dialog in which one writes when the lock falls: it stands there again with what was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from missiondesk.ui.application import Application
from missiondesk.ui.comment_dialog import CommentDialog
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.version_dialog import VersionDialog
from missiondesk.ui.written_dialog import Written, write_on
from tests.screens import settle
from tests.ui.confidential.unlocking import (
    dialog,
    lock_and_unlock,
    opened,
    press,
    window_of,
)

KINDS = {"save": VersionDialog, "comment": CommentDialog}


def asked(window: MainWindow, command: str) -> QDialog:
    window.navigate("missions", window.desk.missions.all()[0].id)
    settle()
    window.menus.actions[command].trigger()
    settle()
    return dialog(KINDS[command])


def editor_of(one: QDialog) -> QLineEdit | QPlainTextEdit:
    found = one.findChild(QLineEdit, "versionName_editor")
    return found or one.findChild(QPlainTextEdit, "text_editor")


def text_of(one: QDialog) -> str:
    editor = editor_of(one)
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


@pytest.mark.parametrize("command", list(KINDS))
def test_what_was_being_written_is_sealed_and_stands_there_again(
    program: Application, sealed: Path, command: str
) -> None:
    window = opened(program, sealed)
    planted = f"Før udvalget {window.desk.missions.all()[0].id}"
    QTest.keyClicks(editor_of(asked(window, command)), planted)
    del window
    lock_and_unlock(program, planted)
    again = dialog(KINDS[command])
    assert again.isVisible()
    assert text_of(again) == planted
    press(again, {"save": "versionKeep", "comment": "commentAdd"}[command])
    settle()
    desk = window_of(program).desk
    if command == "save":
        assert [one.about for one in desk.versions.all()] == [planted]
    else:
        (made,) = desk.comments.on(desk.missions.all()[0].id)
        assert made.text == planted
        again.reject()


@pytest.mark.parametrize("command", list(KINDS))
def test_where_nothing_was_written_nothing_is_asked_again(
    program: Application, sealed: Path, command: str, qtbot: QtBot
) -> None:
    asked(opened(program, sealed), command)
    lock_and_unlock(program)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, KINDS[command])]


def test_a_comment_on_what_is_gone_is_told(program: Application, sealed: Path) -> None:
    window = opened(program, sealed)
    write_on(program, window, Written("comment", "borte", "Din kommentar", "Husk økonomien"))
    assert "”Husk økonomien” fandt ikke feltet" in window.toast.sentence.text()
