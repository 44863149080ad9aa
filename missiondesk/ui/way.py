# SPDX-License-Identifier: Apache-2.0
"""The way through the window: back to where one came from, and forward again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from missiondesk.ui.navigation import PageStack, Place

_LONGEST = 100  # places that are remembered


class Way(QObject):
    """Remembers places as a browser does.

    Args:
        stack: Gives the pages, which are built anew with each language.
    """

    def __init__(self, stack: Callable[[], PageStack], parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._lights: tuple[QAction, ...] = ()
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def light(self, back: QAction, forward: QAction) -> None:
        """Keep two actions grey while there is nowhere to go; they may change with the menu."""
        self._lights = (back, forward)
        self._moved()

    def leave(self, place: Place) -> None:
        """One goes on from ``place`` by a link, a menu or the side bar."""
        if place == self._stack().place():
            return
        if not self._behind or self._behind[-1] != place:
            self._behind = [*self._behind, place][-_LONGEST:]
        self._ahead.clear()
        self._moved()

    def back(self) -> None:
        """Go to the place one came from."""
        self._move(self._behind, self._ahead)

    def forward(self) -> None:
        """Take the last step back again."""
        self._move(self._ahead, self._behind)

    def records(self) -> list[str]:
        """Ids of the records that were looked at, the last first, the present one not."""
        here = self._stack().place()
        places = [*reversed(self._behind), *reversed(self._ahead)]
        ids = [one.record.partition("#")[0] for one in places if one != here]
        return list(dict.fromkeys(one for one in ids if one))

    def _move(self, source: list[Place], target: list[Place]) -> None:
        if source:
            target.append(self._stack().place())
            place = source.pop()
            self._stack().show_page(place.page, place.record)
            self._moved()

    def _moved(self) -> None:
        for action, places in zip(self._lights, (self._behind, self._ahead), strict=False):
            action.setEnabled(bool(places))
