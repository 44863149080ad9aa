# SPDX-License-Identifier: Apache-2.0
"""Who sits before the desk is noticed, and what was copied does not stay (SEC-04, SEC-08)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.ui.clipboard_guard import HINTS, ClipboardGuard
from missiondesk.ui.presence import Presence
from missiondesk.ui.session_messages import Message, says_gone

CANARY = "Ukrudtsbekæmpelse i Hvalpsund"


class Clocks:
    """Both clocks of the machine, moved by hand."""

    def __init__(self) -> None:
        self.steady, self.wall = 100.0, 1_000_000.0

    def pass_by(self, seconds: float, *, asleep: bool = False) -> None:
        self.wall += seconds
        self.steady += 0.0 if asleep else seconds


@pytest.fixture
def presence(qapp: QApplication) -> Iterator[tuple[Presence, Clocks, list[str]]]:
    clocks = Clocks()
    made = Presence(None, lambda: clocks.steady, lambda: clocks.wall)
    heard: list[str] = []
    made.left.connect(lambda: heard.append("left"))
    made.begin(5)
    yield made, clocks, heard
    made.end()


def test_minutes_without_a_key_are_noticed_and_a_key_begins_them_anew(
    presence: tuple[Presence, Clocks, list[str]], qtbot: QtBot
) -> None:
    watching, clocks, heard = presence
    for _ in range(29):
        clocks.pass_by(10)
        watching.look()
    assert heard == []
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    for _ in range(29):
        clocks.pass_by(10)
        watching.look()
    assert heard == []
    clocks.pass_by(10)
    watching.look()
    assert heard == ["left"] and not watching.on
    watching.look()
    assert heard == ["left"]


def test_waking_from_sleep_is_noticed(presence: tuple[Presence, Clocks, list[str]]) -> None:
    watching, clocks, heard = presence
    clocks.pass_by(60, asleep=True)
    watching.look()
    assert heard == ["left"]


def test_a_stopped_process_that_goes_on_is_noticed(
    presence: tuple[Presence, Clocks, list[str]],
) -> None:
    watching, clocks, heard = presence
    clocks.pass_by(45)
    watching.look()
    assert heard == ["left"]


@pytest.mark.parametrize(
    ("message", "what", "gone"),
    [
        (0x02B1, 0x7, True),  # locked
        (0x02B1, 0x2, True),  # another user at the console
        (0x02B1, 0x4, True),  # the remote end has gone
        (0x02B1, 0x8, False),  # unlocked
        (0x0218, 0x4, True),  # going to sleep
        (0x0218, 0x12, False),  # awake again
        (0x0100, 0x7, False),  # a key
    ],
)
def test_messages_of_windows_are_understood(message: int, what: int, gone: bool) -> None:
    assert says_gone(Message(None, message, what, 0)) is gone


# ---------------------------------------------------------------- clipboard


def test_what_is_copied_gets_the_hints_and_goes_after_a_time(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    clipboard = QGuiApplication.clipboard()
    guard = ClipboardGuard(after=50)
    guard.begin()
    clipboard.setText(CANARY)
    qtbot.waitUntil(lambda: set(HINTS) <= set(clipboard.mimeData().formats()))
    assert clipboard.text() == CANARY
    qtbot.waitUntil(lambda: clipboard.text() == "")
    clipboard.setText(CANARY)
    qtbot.waitUntil(lambda: set(HINTS) <= set(clipboard.mimeData().formats()))
    guard._on = False  # another program copies: no mark of ours
    clipboard.setText("noget andet")
    guard.clear()
    assert clipboard.text() == "noget andet"
    guard._on = True
    guard.end()
