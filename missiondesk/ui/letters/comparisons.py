# SPDX-License-Identifier: Apache-2.0
"""Compares letters in force with the data of today, one by one while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missiondesk.domain.letter import Letter
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.services.desk import Desk
from missiondesk.ui.in_turns import InTurns


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
        self._turns = InTurns(self)

    def compare(self, letters: Iterable[Letter]) -> None:
        """Compare these letters when there is time, unless it is known already."""
        self._keep_up()
        self._waiting = [one.id for one in letters if one.id not in self._counts]
        self.go_on()

    def go_on(self) -> None:
        """Somebody looks again: compare what is still waiting."""
        if self._waiting:
            self._turns.begin_next(self._compared(), self._tell)

    def count(self, letter: str) -> int | None:
        """In how many places the letter differs from the data of today; None while not known."""
        self._keep_up()
        return self._counts.get(letter)

    def _keep_up(self) -> None:
        if self._of is not self._desk.situation:
            self._of, self._counts = self._desk.situation, {}

    def _compared(self) -> Iterator[None]:
        while self._waiting and self._wanted():
            letter = self._waiting[0]
            for _part in self._desk.letters.made_ready(letter):
                yield
                if not self._wanted():
                    return
            self._counts[letter] = self._differences(letter)
            self._waiting.pop(0)
            yield

    def _wanted(self) -> bool:
        """Whether somebody looks, and at these data; else whoever shows the letters asks again."""
        return self._owner.isVisible() and self._of is self._desk.situation

    def _differences(self, letter: str) -> int:
        try:
            return len(self._desk.letters.differences(letter))
        except Refused:
            return 0  # what was kept is damaged: the letter itself says so

    def _tell(self) -> None:
        if not self._waiting:
            self.found.emit()
