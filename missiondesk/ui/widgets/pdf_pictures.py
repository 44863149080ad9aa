# SPDX-License-Identifier: Apache-2.0
"""Pictures of pages as they were drawn; the old ones serve until the new are there."""

from __future__ import annotations

from PySide6.QtGui import QImage

_KEPT = 24


class PagePictures:
    """A small store; `edition` counts documents, so that an outdated picture is told apart."""

    def __init__(self) -> None:
        self.edition = 0
        self._pictures: dict[tuple[int, int], tuple[int, QImage]] = {}
        self._asked: set[tuple[int, int, int]] = set()

    def begin_edition(self) -> None:
        """Another document: what is here is out of date, but better than nothing."""
        self.edition += 1
        self._asked.clear()

    def clear(self) -> None:
        """Forget all pictures."""
        self._pictures.clear()

    def fresh(self, number: int, pixels: int) -> bool:
        """Whether this very page is there at this width."""
        known = self._pictures.get((number, pixels))
        return known is not None and known[0] == self.edition

    def ask(self, number: int, pixels: int) -> bool:
        """True once for each page and width: then it has to be drawn."""
        wanted = (self.edition, number, pixels)
        if wanted in self._asked or self.fresh(number, pixels):
            return False
        self._asked.add(wanted)
        return True

    def give_up(self, edition: int, number: int, pixels: int) -> None:
        """It is not being drawn any more."""
        self._asked.discard((edition, number, pixels))

    def keep(self, edition: int, number: int, pixels: int, picture: QImage) -> bool:
        """Take a picture that was drawn; False when it is of an earlier document."""
        self.give_up(edition, number, pixels)
        if edition != self.edition:
            return False
        self._pictures.pop((number, pixels), None)
        self._pictures[number, pixels] = (edition, picture)
        while len(self._pictures) > _KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        return True

    def best(self, number: int, pixels: int) -> QImage | None:
        """The page at this width, else the newest picture of it at any width."""
        exact = self._pictures.get((number, pixels))
        if exact is not None:
            return exact[1]
        same = [entry for (page, _), entry in self._pictures.items() if page == number]
        return max(same, key=lambda entry: entry[0])[1] if same else None
