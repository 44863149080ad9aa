# SPDX-License-Identifier: Apache-2.0
"""The way through the window: back to where one came from, and forward again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

_LONGEST = 100  # places that are remembered


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and the record that is open on it ("" for the list)."""

    page: str
    record: str = ""


class Way(QObject):
    """Remembers places as a browser does.

    Args:
        here: Gives the place in front.
        go: Brings a place to the front.

    Attributes:
        moved: There is more or less to go back to.
    """

    moved = Signal()

    def __init__(
        self, here: Callable[[], Place], go: Callable[[Place], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._here, self._go = here, go
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place behind."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back."""
        return bool(self._ahead)

    def leave(self, place: Place) -> None:
        """One goes on from ``place`` by a link, a menu or the side bar."""
        if place == self._here():
            return
        if not self._behind or self._behind[-1] != place:
            self._behind = [*self._behind, place][-_LONGEST:]
        self._ahead.clear()
        self.moved.emit()

    def back(self) -> None:
        """Go to the place one came from."""
        self._move(self._behind, self._ahead)

    def forward(self) -> None:
        """Take the last step back again."""
        self._move(self._ahead, self._behind)

    def records(self) -> list[str]:
        """Ids of the records that were looked at, the last first, the present one not."""
        here = self._here()
        places = [*reversed(self._behind), *reversed(self._ahead)]
        ids = [one.record.partition("#")[0] for one in places if one != here]
        return list(dict.fromkeys(one for one in ids if one))

    def _move(self, source: list[Place], target: list[Place]) -> None:
        if source:
            target.append(self._here())
            self._go(source.pop())
            self.moved.emit()
