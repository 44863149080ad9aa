# SPDX-License-Identifier: Apache-2.0
"""Fills page after page with flowables, where ReportLab's document template would end each page.

A template is made for several frames and many hooks, and takes longer than the text that it sets;
a page here is one area. The same pass counts pages without drawing, to try out how wide to set.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak
from reportlab.platypus.doctemplate import LayoutError

_FUZZ = 1e-6  # points by which something may stand below the area
_UNBOUNDED = float(0xFFFFFFF)
_END_OF_PAGE = PageBreak()


class TextArea(NamedTuple):
    """Where text goes on a page, in points from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


class PageFiller:
    """Lays a story out page by page and draws nothing; see `begin_page`, `end_page` and `draw`.

    Spaces between flowables, page breaks on condition, `KeepTogether` and ``keepWithNext`` are as
    ReportLab's template has them. A flowable that is asked to split finds the filler as its
    ``_frame``, and in ``_atTop`` whether the page is empty.

    Args:
        area: Where text goes.
        first_area: Where text goes on the first page.
    """

    def __init__(self, area: TextArea, first_area: TextArea) -> None:
        self.pages = 0
        self.area = self._next_area = first_area
        self._later_area = area
        self._begun = False
        self._y = self._space_below = 0.0
        self._atTop = True
        # By identity; the flowable is kept so that no other can have its number.
        self._released: dict[int, Flowable] = {}  # no longer kept with the next
        self._postponed: dict[int, Flowable] = {}

    # ---- for whoever draws

    def begin_page(self) -> None:
        """A page begins."""

    def end_page(self) -> None:
        """The page is full, or the story ends."""

    def draw(self, flowable: Flowable, x: float, y: float, spare: float) -> None:
        """``flowable`` has its lower left corner at x, y and ``spare`` points to its right."""

    # ---- filling

    def fill(self, story: Sequence[Flowable]) -> None:
        """Set the whole story on at least one page.

        Raises:
            LayoutError: A flowable that cannot be split is taller than a page.
        """
        self._begin()
        waiting = list(reversed(story))
        while waiting:
            self._begin()
            one = waiting.pop()
            self._set(self._kept(one, waiting) if self._keeps_next(one) else one, waiting)
        if self._begun:
            self._end()

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        self.pages += 1
        self.area, self._next_area = self._next_area, self._later_area
        self._y = self.area.bottom + self.area.height
        self._space_below = 0.0
        self._atTop = True
        self.begin_page()

    def _end(self) -> None:
        self._begun = False
        self.end_page()

    def _kept(self, first: Flowable, waiting: list[Flowable]) -> Flowable:
        """``first`` together with what it is kept with, taken from the end of ``waiting``."""
        together = [first]
        while waiting and self._keeps_next(waiting[-1]):
            together.append(waiting.pop())
        if waiting and _may_be_kept(waiting[-1]):
            together.append(waiting.pop())
        for one in together[:-1]:
            self._released[id(one)] = one
        return KeepTogether(together)

    def _keeps_next(self, one: Flowable) -> bool:
        return bool(one.getKeepWithNext() and id(one) not in self._released and _may_be_kept(one))

    def _set(self, one: Flowable, waiting: list[Flowable]) -> None:
        if isinstance(one, PageBreak):
            self._end()
            return
        if self._add(one, waiting):
            return
        pieces = self._split(one)
        if not pieces:
            if id(one) in self._postponed:
                raise LayoutError(f"{one.identity(60)} is taller than a page")
            self._postponed[id(one)] = one
            waiting.append(one)
            self._end()
            return
        here, *later = pieces
        waiting.extend(reversed(later))
        if here is not None and not self._add(here, waiting):
            raise LayoutError(f"{here.identity(60)} is taller than what it was split for")

    def _space_above(self, one: Flowable) -> float:
        if self._atTop:
            return 0.0
        return max(float(one.getSpaceBefore()) - self._space_below, 0.0)

    def _add(self, one: Flowable, waiting: list[Flowable]) -> bool:
        """Set ``one`` if there is room for all of it."""
        above = self._space_above(one)
        room = self._y - self.area.bottom - above
        if room <= 0 or isinstance(one, KeepTogether):
            return False
        if isinstance(one, CondPageBreak):
            if room < one.height:
                waiting.append(_END_OF_PAGE)
            self._space_below = 0.0
            return True
        width, height = one.wrap(self.area.width, room)
        y = self._y - (height + above)
        if y < self.area.bottom - _FUZZ:
            return False
        below = float(one.getSpaceAfter())
        self.draw(one, self.area.left, y, self.area.width - width)
        y -= below
        self._space_below = below
        if y != self._y:
            self._atTop = False
        self._y = y
        return True

    def _split(self, one: Flowable) -> list[Flowable | None]:
        """The pieces of ``one``, the first for this page; none when nothing fits.

        None comes first when the pieces are to be set as if they stood in the story.
        """
        room = self._y - self.area.bottom - self._space_above(one)
        if room <= 0:
            return []
        if isinstance(one, KeepTogether):
            return self._parted(one._content, room)
        one._frame = self
        try:
            return [*one.split(self.area.width, room)]
        finally:
            one.__dict__.pop("_frame", None)

    def _parted(self, content: Sequence[Flowable], room: float) -> list[Flowable | None]:
        """What is kept together, on the next page when it does not fit here and may fit there."""
        height, first = self._height_of(content)
        if height <= room and first <= room:
            return [*content]
        larger = self._next_area.width > self.area.width or (
            self._next_area.height > self.area.height
        )
        if self._atTop and not larger:
            return [None, *content]
        return [None, _END_OF_PAGE, *content]

    def _height_of(self, content: Sequence[Flowable]) -> tuple[float, float]:
        """Height of all of ``content`` under each other, and of the first."""
        heights = [self._height(one) for one in content]
        total = below = 0.0
        for one, height in zip(content, heights, strict=True):
            if height <= _FUZZ:
                continue
            if total:
                total += max(float(one.getSpaceBefore()) - below, 0.0)
            below = float(one.getSpaceAfter())
            total += height + below
        return total - below, heights[0]

    def _height(self, one: Flowable) -> float:
        if isinstance(one, CondPageBreak):
            return 0.0
        return float(one.wrap(self.area.width, _UNBOUNDED)[1])


def _may_be_kept(one: Flowable) -> bool:
    return not (isinstance(one, KeepTogether) or getattr(one, "locChanger", False))
