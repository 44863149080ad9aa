# SPDX-License-Identifier: Apache-2.0
"""Windows of a confidential workspace are kept out of captures as they come, until it is closed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missiondesk.system.screen_capture import can_keep_off_captures, keep_off_captures
from missiondesk.system.settings import SettingsFile
from missiondesk.ui.application import Application
from missiondesk.ui.capture_shield import CaptureShield
from tests.screens import settle
from tests.ui.confidential.unlocking import opened


def shown(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_windows_are_kept_off_as_they_come_and_let_in_again(qtbot: QtBot) -> None:
    done: list[tuple[int, bool]] = []
    shield = CaptureShield(keep_off=lambda window, off: done.append((window, off)))
    first = shown(qtbot)
    assert done == []
    shield.set_on(True)
    assert (int(first.winId()), True) in done
    second = shown(qtbot)
    assert (int(second.winId()), True) in done
    assert len(done) == len(set(done))  # each once
    shield.set_on(False)
    assert {window for window, off in done if not off} == {window for window, off in done if off}
    count = len(done)
    shown(qtbot)
    assert len(done) == count


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does it")
def test_elsewhere_nothing_is_promised(qtbot: QtBot) -> None:
    assert not can_keep_off_captures()
    assert not keep_off_captures(int(shown(qtbot).winId()), True)


def test_to_present_a_workspace_it_can_be_let_in(program: Application, sealed: Path) -> None:
    opened(program, sealed)
    assert program.locking.shield._on
    program.do("captured:on")
    assert not program.locking.shield._on
    assert SettingsFile().read().captured
    program.do("captured:off")
    assert program.locking.shield._on
    assert program.window is not None
    program.window.close_without_saving()
    settle()
    assert not program.locking.shield._on
