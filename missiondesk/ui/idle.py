# SPDX-License-Identifier: Apache-2.0
"""Uses the user's rests: memory is looked through, and what the first step needs is imported.

Neither is to happen under a keystroke.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.system.collector import collect_now, collect_when_idle, keep_memory_together

_REST: Final = 4_000  # milliseconds without a key or a button
_SOON: Final = 200  # milliseconds after a window is watched: then it is painted
_ACTIVE: Final = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
)


class IdleCollecting(QObject):
    """Collects once in each rest, while a window is watched."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        collect_when_idle()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(_use_the_rest)

    def watch(self, window: QWidget) -> None:
        """Wait for the user of this window, which is on the screen, to rest.

        The system's own window is watched: it sees keys and buttons and little else, while the
        application sees every event of every widget.
        """
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
            handle.destroyed.connect(self._timer.stop)  # nobody rests before what has gone
            self._timer.start()
            QTimer.singleShot(_SOON, self, keep_memory_together)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVE:
            self._timer.start()
        return False


def _use_the_rest() -> None:
    from missiondesk.services.workspaces import make_ready_to_write

    make_ready_to_write()  # else the first step waits for it; a workspace is opened without
    collect_now()
