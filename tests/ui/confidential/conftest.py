# SPDX-License-Identifier: Apache-2.0
"""The program, and a workspace plain and confidential."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.ui.application import Application
from tests.cheap_keys import cheap_keys
from tests.screens import settle
from tests.ui.confidential.unlocking import CANARY, PHRASE


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A try costs little."""
    cheap_keys(monkeypatch)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    gc.freeze()  # a lock looks through all that is young: not at what other tests left
    made = Application(qapp)
    made.start()
    assert made.start_window is not None
    with qtbot.waitSignal(made.start_window.painted):
        pass
    yield made
    locking = made.locking
    if locking.window is not None:
        locking._close_for_good()
    if made.window is not None:
        made.window.close_without_saving()
    locking.attend()
    if made.start_window is not None:
        made.start_window.close()
    for words in made._qt_words:
        qapp.removeTranslator(words)
    settle()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workspace in a file, with a mission that nobody else should read."""
    path = tmp_path / "Hemmeligt navn.mission"
    desk = new_desk(path, "Sekretær")
    desk.missions.add(title=Wording(CANARY, CANARY))
    desk.close()
    return path


@pytest.fixture
def sealed(file: Path) -> Path:
    """The same, confidential."""
    desk = open_desk(file, "Sekretær")
    desk.confidential.carry_out(desk.confidential.prepare(PHRASE, "Sekretariatet", recovery=False))
    desk.close()
    return file
