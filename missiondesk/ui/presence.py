# SPDX-License-Identifier: Apache-2.0
"""Notices that nobody sits before the desk any more: no key for minutes, a computer that slept, or
a session that was locked, so that a confidential workspace is locked too (SEC-04).

Linux tells of a locked session by a bus, which is a socket and is not opened: there the minutes
count, and waking from sleep. Windows sends a message; macOS does not through Qt.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from missiondesk.ui.session_messages import SessionMessages


_LOOKS_EVERY: Final = 2_000  # milliseconds
_SLEPT: Final = 20.0  # seconds between two looks, or by which the two clocks differ
_ACTIVE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
Clock = Callable[[], float]


class Gone(StrEnum):
    """How it was noticed that nobody is there."""

    IDLE = "idle"
    AWAY = "away"  # the computer slept, or its session was locked


class Presence(QObject):
    """Watches while it is on; the clocks are those of `time`.

    Attributes:
        left: Nobody is there, and how that was noticed (`Gone`); sent once, until `begin` is
            called again.
    """

    left = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        steady: Clock = time.monotonic,
        wall: Clock = time.time,
    ) -> None:
        super().__init__(parent)
        self._steady, self._wall = steady, wall
        self._patience = 0.0
        self._touched = self._looked = 0.0
        self._differ = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY)
        self._timer.timeout.connect(self.look)
        self._messages: SessionMessages | None = None

    @property
    def on(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def begin(self, minutes: float) -> None:
        """Watch from now on."""
        self._patience = minutes * 60.0
        self._touched = self._looked = self._steady()
        self._differ = self._wall() - self._steady()
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._attend)
            self._attend(QGuiApplication.focusWindow())
        if sys.platform == "win32" and self._messages is None:
            from missiondesk.ui.session_messages import SessionMessages

            self._messages = SessionMessages(self.depart)

    def end(self) -> None:
        """Watch no more."""
        if not self.on:
            return
        self._timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._attend)
        if self._messages is not None:
            self._messages.end()
            self._messages = None

    def look(self) -> None:
        """See whether somebody has been there, and whether the computer slept."""
        now, differ = self._steady(), self._wall() - self._steady()
        slept = abs(differ - self._differ) > _SLEPT or now - self._looked > _SLEPT
        self._looked, self._differ = now, differ
        if slept or now - self._touched >= self._patience:
            self.depart(Gone.AWAY if slept else Gone.IDLE)

    def depart(self, how: Gone = Gone.AWAY) -> None:
        """Nobody is there."""
        if self.on:
            self.end()
            self.left.emit(how)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVE:
            self._touched = self._steady()
        return False

    def _attend(self, window: QWindow | None) -> None:
        """The system's windows see keys and buttons and little else; each that gets the focus is
        watched, also a dialog.
        """
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            if self._messages is not None:
                self._messages.attend(int(window.winId()))
