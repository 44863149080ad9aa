# SPDX-License-Identifier: Apache-2.0
"""A workspace that somebody else has: it is read, worked on as a copy, or taken over knowingly."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.services.door import DOOR
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.store.image import PLAIN
from missiondesk.ui.application import Application
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.notices import Notice
from tests.screens import settle, started


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    with started(qapp, qtbot) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    desk = new_desk(tmp_path / "fælles.mission", "Anna")
    desk.missions.add(title=Wording("En", "One"))
    desk.close()
    return tmp_path / "fælles.mission"


def held(file: Path, machine: str, silent: timedelta | None = None) -> Path:
    """The lock that somebody left on a machine, of a desk that beats where it is said how long
    it was silent.
    """
    lock = file.with_name(file.name + ".lock")
    told = {"person": "Anna", "machine": machine, "pid": 1, "since": "2026-11-26T08:00:00+00:00"}
    lock.write_text(json.dumps(told if silent is None else {**told, "beat": 3}))
    if silent is not None:
        moment = time.time() - silent.total_seconds()
        os.utime(lock, (moment, moment))
    return lock


def told(name: str) -> Notice:
    settle()
    found = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, Notice) and one.objectName() == name and one.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def verbs(notice: Notice) -> list[str]:
    names = ("notice0", "notice1", "notice2", "notice3")
    found = (notice.findChild(QPushButton, name) for name in names)
    return [one.text() for one in found if one is not None]


def press(notice: Notice, place: int) -> None:
    button = notice.findChild(QPushButton, f"notice{place}")
    assert button is not None
    button.click()
    settle()


@pytest.mark.parametrize("silent", [None, timedelta(minutes=25)])
def test_what_another_machine_has_is_taken_over_after_a_second_question(
    program: Application, file: Path, silent: timedelta | None
) -> None:
    lock = held(file, "PC-7", silent)
    program.open(file)
    press(told("locked"), 3)
    asked = told("takeOver")
    assert program.window is None
    press(asked, 0)
    assert program.window is not None
    assert program.window.desk.path == file
    assert not program.window.desk.read_only
    assert json.loads(lock.read_text())["machine"] == platform.node()


def test_whoever_is_at_work_is_asked_and_not_taken_over(program: Application, file: Path) -> None:
    lock = held(file, "PC-7", timedelta(minutes=2))
    program.open(file)
    notice = told("locked")
    assert len(verbs(notice)) == 3
    press(notice, 2)
    asked = told("askHolder")
    assert asked.windowTitle() == "Spørg Anna"
    press(asked, 0)
    words = QApplication.clipboard().text()
    assert "fælles.mission" in words and "PC-7" in words
    assert program.window is None
    program.open(file)
    press(told("locked"), 2)
    lock.unlink()  # it was closed there
    press(told("askHolder"), 1)
    assert program.window is not None
    assert not program.window.desk.read_only


def test_a_copy_of_one_s_own_is_worked_on_without_the_file(
    program: Application, file: Path
) -> None:
    held(file, "PC-7")
    program.open(file)
    press(told("locked"), 1)
    window = program.window
    assert window is not None
    assert window.desk.path is None
    assert [one.title.da for one in window.desk.missions.all()] == ["En"]
    assert not window.desk.read_only


def test_what_another_window_here_has_can_be_read_and_not_taken_over(
    program: Application, file: Path
) -> None:
    other = new_desk(file.with_name("anden.mission"), program.settings.person)
    program.open(file.with_name("anden.mission"))
    notice = told("locked")
    assert len(verbs(notice)) == 2  # nobody is told to ask himself
    press(notice, 0)
    assert program.window is not None
    assert program.window.desk.read_only
    other.close()


def test_a_received_file_is_tried_apart_before_the_window_looks_into_it(
    program: Application, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A program that breaks down at once stands in for one that a file breaks."""
    breaking = tmp_path / "program"
    breaking.write_text("#!/bin/sh\nkill -SEGV $$\n")
    breaking.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(breaking))
    monkeypatch.setattr(DOOR, "tries", True)
    program.open(file)
    settle()
    assert program.window is None
    assert program.start_window is not None
    bar = program.start_window.page._trouble
    assert bar is not None
    assert "fælles.mission" in bar.sentence.text()
    monkeypatch.undo()
    program.open(file)
    assert program.window is not None


def test_a_file_that_was_written_over_offers_its_backup(program: Application, file: Path) -> None:
    desk = open_desk(file, "Anna")
    desk.backups.make()
    desk.close()
    file.write_bytes(bytes(file.stat().st_size))  # as a power cut leaves it on some file systems
    program.open(file)
    notice = told("damage")
    assert verbs(notice)[0] == "Åbn den nyeste sikkerhedskopi"
    said = [label.text() for label in notice.findChildren(QLabel)]
    assert any("ikke længere en arbejdsfil" in text for text in said)
    notice.reject()


def test_what_is_no_workspace_is_named_and_not_told_to_end_otherwise(
    program: Application, tmp_path: Path
) -> None:
    letter = tmp_path / "brev.mission"
    letter.write_text("Kære minister")
    program.open(letter)
    settle()
    assert program.start_window is not None
    bar = program.start_window.page._trouble
    assert bar is not None
    assert bar.sentence.text().startswith("”brev.mission” kunne ikke åbnes. Filen er ikke en")
    assert "som dette program har lavet" in bar.sentence.text()


def test_nothing_is_promised_to_be_recovered_from_an_empty_file(
    program: Application, tmp_path: Path
) -> None:
    (tmp_path / "tom.mission").touch()
    program.open(tmp_path / "tom.mission")
    notice = told("damage")
    assert verbs(notice) == []
    notice.reject()


@pytest.mark.parametrize("another", [False, True])
def test_a_file_that_refers_to_what_is_missing_never_comes_on_the_screen(
    program: Application, file: Path, tmp_path: Path, another: bool
) -> None:
    """Its window is made while it is looked through, and nobody sees it."""
    if another:
        program.show_desk(new_desk(tmp_path / "anden.mission", "Anna"))
    shown, recent = program.window, program.settings.recent
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(PLAIN.unwrap(file.read_bytes()))
        raw.execute("DELETE FROM ministry")
        raw.commit()
        file.write_bytes(PLAIN.wrap(raw.serialize()))
    before = file.read_bytes()
    program.open(file)
    notice = told("damage")
    said = [label.text() for label in notice.findChildren(QLabel)]
    assert any("henviser noget til en oplysning, der mangler" in text for text in said)
    notice.reject()
    assert program.window is shown
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    assert [one for one in windows if one.isVisible()] == ([shown] if another else [])
    assert program.settings.recent == recent
    assert file.read_bytes() == before
    assert not file.with_name(file.name + ".lock").exists()
