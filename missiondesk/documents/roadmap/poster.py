# SPDX-License-Identifier: Apache-2.0
"""The poster: a whole roadmap on one sheet of A2, enlarged as far as it fits, else grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reportlab.platypus import Flowable, KeepTogether

from missiondesk.documents import style as look
from missiondesk.documents.roadmap.grouping import Detail
from missiondesk.documents.roadmap.paper import A2_LANDSCAPE, Layout, enlarged
from missiondesk.documents.tagged.canvas import TaggedCanvas

LEAST_ON_POSTER = 10.0  # points: smaller text is not read from where one stands
_LARGEST = A2_LANDSCAPE[0] / look.A3_LANDSCAPE[0]  # the A3 sheet blown up
_LEAST = LEAST_ON_POSTER / look.SMALLEST
_FLOOR = 1.0
_STEPS = 5
_ROUNDING = 0.5  # points that a frame may lose to rounding

Compose = Callable[[Detail, Layout], list[Flowable]]


class EnlargingCanvas(TaggedCanvas):
    """A canvas on which all is drawn ``enlargement`` times as large; the watermark is not."""

    enlargement = 1.0

    def mark_page(self) -> Any:
        """Close the page's marks and enlarge what is on it."""
        contents = super().mark_page()
        if self.enlargement != 1.0:
            size = f"{self.enlargement:.4f}"
            self._code[0:0] = [f"{size} 0 0 {size} 0 0 cm"]
        return contents

    def absolutePosition(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lies on the paper, to which outline and links lead."""
        left, up = super().absolutePosition(x, y)
        return left * self.enlargement, up * self.enlargement


def fitting(compose: Compose) -> tuple[Detail, Layout]:
    """The finest detail, then the largest text, with which all stands on one sheet of A2.

    Rather than lose the missions apart, their text becomes as small as that of an A3 sheet. What
    does not fit even at its coarsest goes on on another sheet.
    """
    for detail in Detail:
        least = _FLOOR if detail is Detail.BY_MISSION else _LEAST
        # The smallest text takes the least room: when that is too much, no larger one fits.
        if not _fits(compose, detail, enlarged(least)):
            continue
        sizes = [_LARGEST - (_LARGEST - least) * step / _STEPS for step in range(_STEPS)]
        found = next((size for size in sizes if _fits(compose, detail, enlarged(size))), least)
        return detail, enlarged(found)
    return Detail.BY_STAGE, enlarged(_LEAST)


def _fits(compose: Compose, detail: Detail, layout: Layout) -> bool:
    area = layout.area
    needed = below = 0.0
    for flowable in _single(compose(detail, layout)):
        needed += max(flowable.getSpaceBefore(), below) if needed else 0
        needed += flowable.wrap(area.width, area.height)[1]
        below = flowable.getSpaceAfter()
        if needed > area.height - _ROUNDING:
            return False
    return True


def _single(story: list[Flowable]) -> Iterator[Flowable]:
    for flowable in story:
        if isinstance(flowable, KeepTogether):
            yield from flowable._content
        else:
            yield flowable
