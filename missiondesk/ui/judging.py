# SPDX-License-Identifier: Apache-2.0
"""Lets the readiness check go on between events: neither the first page waits for it nor, in a
large workspace, an edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from missiondesk.ui.in_turns import InTurns

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.ui.hub import Hub

_PART = 0.008  # seconds of checking that are one part of the work
_SOON = 20  # milliseconds, in which the first page is painted


class OneByOne(QObject):
    """Does one thing for each name between events, so that no event waits for all of them."""

    def __init__(
        self, act: Callable[[str], object], names: Iterable[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._act, self._names = act, tuple(names)
        self._turns = InTurns(self)

    def begin(self) -> None:
        """Do it for all of them, from the first on."""
        self._turns.begin_next(self._act(name) for name in self._names)

    def stop(self) -> None:
        """Do no more."""
        self._turns.stop()


class Judging(QObject):
    """Drives the first check, and that after each Step.

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
        self._turns = InTurns(self)
        hub.changed.connect(self._begin)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self._check)
        if desk.readiness.comes:
            self._first.start(_SOON)

    def _begin(self, _step: object) -> None:
        self._counting.begin()
        if self._desk.readiness.waits:
            self._check()

    def _check(self) -> None:
        self._turns.begin_next(self._parts(), self._tell)

    def _parts(self) -> Iterator[None]:
        while not self._desk.readiness.go_on(_PART):
            yield

    def _tell(self) -> None:
        self.judged.emit()
        self._counting.begin()

    def stop(self) -> None:
        """Leave the desk alone; it is about to close."""
        self._first.stop()
        self._turns.stop()
        self._counting.stop()
