# SPDX-License-Identifier: Apache-2.0
"""The program as a whole: start, new, open, sample, save as, language, and the no of the disk."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.services.saving import Unavailable
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.system.settings import SettingsFile
from missiondesk.ui.application import Application
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.notices import Notice
from missiondesk.ui.workspace_actions import WorkspaceActions
from tests.screens import settle, started


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    with started(qapp, qtbot) as made:
        yield made
        assert made._qt_words


def the_window(program: Application) -> MainWindow:
    assert program.window is not None
    settle()
    return program.window


def test_a_new_workspace_is_a_file_at_once(program: Application, tmp_path: Path) -> None:
    WorkspaceActions(program).new(tmp_path / "ny.mission")
    window = the_window(program)
    assert window.desk.wait_saved(5)
    assert (tmp_path / "ny.mission").stat().st_size > 0
    assert program.start_window is None
    assert SettingsFile().read().recent == (str(tmp_path / "ny.mission"),)


def test_a_file_that_is_there_is_never_replaced(program: Application, tmp_path: Path) -> None:
    there = tmp_path / "der.mission"
    there.write_bytes(b"something else")
    WorkspaceActions(program).new(there)
    assert program.window is None
    assert program.start_window is not None
    assert "der.mission" in program.start_window.page._trouble.sentence.text()  # type: ignore[union-attr]
    assert there.read_bytes() == b"something else"


def test_the_sample_has_no_file_until_it_is_given_one(program: Application, tmp_path: Path) -> None:
    program.do("sample")
    window = the_window(program)
    assert window.desk.path is None
    assert window.top.tag.text() == "EKSEMPEL"
    there = tmp_path / "rigtig.mission"
    there.write_bytes(b"a real one")
    WorkspaceActions(program).save_as(there)
    assert there.read_bytes() == b"a real one"
    assert window.desk.path is None
    WorkspaceActions(program).save_as(tmp_path / "mit.mission")
    assert window.desk.path == tmp_path / "mit.mission"
    assert "mit.mission" in window.windowTitle()
    assert window.desk.is_sample
    for dialog in window.findChildren(QDialog):
        dialog.close()


def test_the_sample_closes_without_questions(program: Application) -> None:
    program.do("sample")
    window = the_window(program)
    window.desk.missions.add(Wording("Prøve", "Trial"))
    assert window.close()
    assert program.window is None


def test_a_locked_file_may_still_be_read(
    program: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "optaget.mission"
    other = new_desk(path, "En anden")
    other.wait_saved(5)
    try:
        program.open(path)
        assert program.window is None
        assert program.start_window is not None
        told = program.start_window.findChild(Notice, "locked")
        assert told is not None
        assert any("En anden" in one.text() for one in told.findChildren(QLabel))
        read = told.findChild(QPushButton, "notice0")
        assert read is not None
        read.click()
        window = the_window(program)
        assert window.desk.read_only
        assert not window.undo.undo.isEnabled()
        assert window.close()
    finally:
        other.close()


def test_another_language_is_remembered(program: Application) -> None:
    program.do("speak:en")
    assert program.start_window is not None
    assert SettingsFile().read().language == "en"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    program.do("speak:da")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuller"


def test_where_the_window_stood_is_remembered(program: Application, tmp_path: Path) -> None:
    WorkspaceActions(program).new(tmp_path / "ny.mission")
    window = the_window(program)
    window.resize(1111, 777)
    settle()
    window.close()
    place = SettingsFile().read().window
    assert place is not None
    assert (place.width, place.height) == (1111, 777)


def test_a_copy_is_whole_and_the_desk_stays_where_it_is(
    program: Application, tmp_path: Path
) -> None:
    WorkspaceActions(program).new(tmp_path / "ny.mission")
    window = the_window(program)
    window.desk.missions.add(Wording("En", "One"))
    WorkspaceActions(program).copy(tmp_path / "kopi.mission")
    assert window.desk.path == tmp_path / "ny.mission"
    copy = open_desk(tmp_path / "kopi.mission", "x")
    assert [it.title.da for it in copy.missions.all()] == ["En"]
    copy.close()


def test_no_copy_is_made_of_an_older_state(program: Application, tmp_path: Path) -> None:
    path, copy = tmp_path / "ny.mission", tmp_path / "kopi.mission"
    WorkspaceActions(program).new(path)
    window = the_window(program)
    window.desk.missions.add(Wording("En", "One"))
    assert window.desk.wait_saved(5)
    path.write_bytes(path.read_bytes() + b"another's")
    window.desk.missions.add(Wording("To", "Two"))
    assert not window.desk.wait_saved(5)
    WorkspaceActions(program).copy(copy)
    assert not copy.exists()
    shown = window.findChild(QDialog, "notSaved")
    assert shown is not None
    shown.reject()
    settle()


def test_a_damaged_file_is_refused_in_words(program: Application, tmp_path: Path) -> None:
    broken = tmp_path / "brudt.mission"
    broken.write_bytes(b"SQLite format 3\x00" + b"\x00" * 5000)
    program.open(broken)
    assert program.window is None
    trouble = program.start_window.page._trouble  # type: ignore[union-attr]
    assert trouble is not None
    assert ".mission" in trouble.sentence.text()


def test_a_fault_is_reported_without_content(
    program: Application, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    WorkspaceActions(program).new(tmp_path / "ny.mission")
    window = the_window(program)
    error = ValueError("Hemmelig tekst")
    program.report(ValueError, error, None)
    crash = window.findChild(QDialog, "crash")
    assert crash is not None
    said = " ".join(label.text() for label in crash.findChildren(QLabel))
    assert "Hemmelig" not in said
    assert "Hemmelig" not in crash.details.toPlainText()  # type: ignore[attr-defined]
    assert "ValueError" in crash.details.toPlainText()  # type: ignore[attr-defined]
    crash.close()
    settle()


def test_the_surroundings_no_is_said_and_is_no_fault(program: Application, tmp_path: Path) -> None:
    WorkspaceActions(program).new(tmp_path / "ny.mission")
    window = the_window(program)
    with pytest.raises(Unavailable) as caught:
        open_desk(tmp_path / "findes-ikke.mission", "x")
    program.report(Unavailable, caught.value, None)
    notice = window.findChild(QDialog, "unavailable")
    assert notice is not None
    assert window.findChild(QDialog, "crash") is None
    notice.close()
    settle()


_START = """
import builtins, json, sys
from missiondesk.ui import application
from PySide6.QtWidgets import QApplication
app = QApplication([])
program = application.Application(app)
# English needs no catalogue, which the source tree may have to compile.
program.settings = program.settings._replace(language="en")
seen = []
program.start()
program.start_window.painted.connect(
    lambda: seen.append((sorted(sys.modules), "Qt" in vars(sys.modules["PySide6.QtCore"])))
)
while not seen:
    app.processEvents()
print(json.dumps({
    "modules": seen[0][0], "namespace": seen[0][1], "import": str(builtins.__import__)
}))
"""


_NAMED = """
import json, sys
from pathlib import Path
from missiondesk.ui import application
from PySide6.QtWidgets import QApplication
app = QApplication([])
program = application.Application(app)
# A file of the user's own: one that is new here is tried in another process first.
program.settings = program.settings._replace(language="en", recent=(sys.argv[1],))
program.start(Path(sys.argv[1]))
while program.window is None or not program.window.pages.currentWidget().isVisible():
    app.processEvents()
app.processEvents()
seen = "sqlalchemy" in sys.modules
program.window.undo.undo.trigger()
print(json.dumps([seen, "sqlalchemy" in sys.modules, program.window.desk.wait_saved(30)]))
program.window.close()
"""


def test_a_workspace_is_seen_before_what_writes_in_it_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "a.mission"
    desk = new_desk(path, "Anna")
    desk.missions.add(Wording("Flere unge i job", "More young people in work"))
    desk.close()
    done = subprocess.run(
        [sys.executable, "-c", _NAMED, str(path)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == [False, True, True]
    again = open_desk(path, "Anna")
    assert again.missions.all() == ()
    again.close()


def test_the_first_window_is_painted_before_anything_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    heavy = ("sqlalchemy", "matplotlib", "reportlab", "numpy", "openpyxl", "pypdfium2")
    assert [name for name in heavy if name in found["modules"]] == []
    assert found["import"] == "<built-in function __import__>"
    # These cost the first picture as much as all the rest of the program; see `qt_numbers`.
    light = ("missiondesk.ui.after_paint", "dataclasses", "datetime", "subprocess", "hashlib")
    assert [name for name in light if name in found["modules"]] == []
    assert not found["namespace"]
