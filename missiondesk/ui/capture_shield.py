# SPDX-License-Identifier: Apache-2.0
"""Keeps the windows of a confidential workspace out of screenshots and shared screens (SEC-04)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

from missiondesk.system.screen_capture import keep_off_captures


class CaptureShield(QObject):
    """While it is on, every window of the program that comes to the front is kept off captures.

    Lists that drop down never come to the front by themselves: what is open when another window
    does is kept off too.

    Args:
        keep_off: Does it to a window by its handle.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        keep_off: Callable[[int, bool], object] = keep_off_captures,
    ) -> None:
        super().__init__(parent)
        self._keep_off = keep_off
        self._on = False
        self._kept: set[int] = set()

    def set_on(self, on: bool) -> None:
        """Begin, or let all windows be seen again."""
        app = QGuiApplication.instance()
        if on == self._on or not isinstance(app, QGuiApplication):
            return
        self._on = on
        if on:
            app.focusWindowChanged.connect(self._attend)
        else:
            app.focusWindowChanged.disconnect(self._attend)
        self._attend()

    def _attend(self, _front: QWindow | None = None) -> None:
        windows = {int(one.winId()) for one in QGuiApplication.topLevelWindows() if one.isVisible()}
        for window in windows - self._kept if self._on else windows & self._kept:
            self._keep_off(window, self._on)
        self._kept = windows if self._on else set()
