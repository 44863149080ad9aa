# SPDX-License-Identifier: Apache-2.0
"""Flowables side by side: read column by column, kept together on one page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from missiondesk.documents.tagged.cell import CellContent

# Columns cannot be split over pages; what is higher than this is set in another way.
HIGHEST_COLUMNS = 480.0


class Columns(Flowable):
    """Columns beside each other, aligned at their upper edges.

    Args:
        columns: For each column its width in points and what stands in it.
        gap: Space between two columns in points.
        before: Space above in points.
        after: Space below in points.
    """

    def __init__(
        self,
        columns: Sequence[tuple[float, Sequence[Flowable]]],
        gap: float,
        *,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__()
        self._columns = [(width, CellContent(content, width)) for width, content in columns]
        self._gap = gap
        self.spaceBefore = before
        self.spaceAfter = after
        self.width = sum(width for width, _ in columns) + gap * (len(columns) - 1)
        self.height = max((content.height for _, content in self._columns), default=0.0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the columns from left to right."""
        left = 0.0
        for width, content in self._columns:
            content.draw(self.canv, left, self.height)
            left += width + self._gap
