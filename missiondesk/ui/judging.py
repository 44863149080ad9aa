# SPDX-License-Identifier: Apache-2.0
"""Lets the readiness check of a large workspace go on between events, so that no edit waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.ui.hub import Hub

_SLICE = 0.02  # seconds of checking between two looks at the events


class OneByOne(QObject):
    """Does one thing for each name, an event at a time, so that no event waits for all of them."""

    def __init__(
        self, act: Callable[[str], object], names: Iterable[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._act, self._names = act, tuple(names)
        self._left: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Do it for all of them, from the first on."""
        self._left = list(self._names)
        self._timer.start()

    def stop(self) -> None:
        """Do no more."""
        self._timer.stop()

    def _next(self) -> None:
        self._act(self._left.pop(0))
        if self._left:
            self._timer.start()


class Judging(QObject):
    """Drives the check after each Step.

    Attributes:
        judged: The findings are those of now; they were others a moment ago.
    """

    judged = Signal()

    def __init__(
        self, desk: Desk, hub: Hub, counting: OneByOne, parent: QObject | None = None
    ) -> None:
        """Begin to listen; ``counting`` does what follows each Step and each new judgement."""
        super().__init__(parent)
        self._desk, self._counting = desk, counting
        desk.readiness.be_patient()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._done = False
        hub.changed.connect(self._begin)

    def _begin(self, _step: object) -> None:
        self._counting.begin()
        if self._desk.readiness.waits:
            self._done = False
            self._timer.start()

    def _go_on(self) -> None:
        if self._judged_now():
            self._timer.stop()
            self.judged.emit()
            self._counting.begin()

    def _judged_now(self) -> bool:
        """Go on; whoever is told of the end is told in a turn in which nothing had to be done."""
        done, self._done = self._done, self._desk.readiness.go_on(_SLICE)
        return done and self._done

    def stop(self) -> None:
        """Leave the desk alone; it is about to close."""
        self._timer.stop()
        self._counting.stop()
