# SPDX-License-Identifier: Apache-2.0
"""Compares letters in force with the data of today, one by one while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from missiondesk.domain.letter import Letter
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.services.desk import Desk


class Comparisons(QObject):
    """Keeps what was found as long as the data stay as they are; rests while nobody looks.

    Attributes:
        found: All letters asked for are compared.
    """

    found = Signal()

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._of: Situation | None = None
        self._counts: dict[str, int] = {}
        self._waiting: list[str] = []
        self._begun: tuple[str, Iterator[object]] = "", iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._compare_one)

    def compare(self, letters: Iterable[Letter]) -> None:
        """Compare these letters when there is time, unless it is known already."""
        self._keep_up()
        self._waiting = [one.id for one in letters if one.id not in self._counts]
        if self._waiting:
            self._timer.start()

    def go_on(self) -> None:
        """Somebody looks again: compare what is still waiting."""
        if self._waiting:
            self._timer.start()

    def count(self, letter: str) -> int | None:
        """In how many places the letter differs from the data of today; None while not known."""
        self._keep_up()
        return self._counts.get(letter)

    def _keep_up(self) -> None:
        if self._of is not self._desk.situation:
            self._of, self._counts = self._desk.situation, {}
            self._begun = "", iter(())

    def _compare_one(self) -> None:
        if not self._owner.isVisible() or self._of is not self._desk.situation:
            return  # whoever shows the letters again asks again
        letter = self._waiting[0]
        if letter != self._begun[0]:
            self._begun = letter, self._desk.letters.made_ready(letter)
        if next(self._begun[1], self) is not self:  # some of it is read; first to the events
            self._timer.start()
            return
        self._begun = "", iter(())
        self._waiting.pop(0)
        try:
            self._counts[letter] = len(self._desk.letters.differences(letter))
        except Refused:
            self._counts[letter] = 0  # what was kept is damaged: the letter itself says so
        if self._waiting:
            self._timer.start()
        else:
            self.found.emit()
