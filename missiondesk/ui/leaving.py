# SPDX-License-Identifier: Apache-2.0
"""What has to be seen to before a window goes: what is being typed, and what is not saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.services.desk import Desk

CLOSING_WAITS = 10.0  # seconds for the last save


def settle_typing(window: QWidget) -> None:
    """Let the field being typed in commit."""
    focus = QApplication.focusWidget()
    if focus is not None and window.isAncestorOf(focus):
        focus.clearFocus()
        QCoreApplication.sendPostedEvents()


def is_safe(desk: Desk) -> bool:
    """Whether everything is in the file; waits for the last save."""
    if desk.read_only:
        return True
    return desk.path is not None and desk.wait_saved(CLOSING_WAITS)
