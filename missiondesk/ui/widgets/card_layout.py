# SPDX-License-Identifier: Apache-2.0
"""Where the cards of a board lie: columns of equal width, cards of equal height in each."""

from __future__ import annotations

from dataclasses import field

from PySide6.QtCore import QRectF

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui.widgets.card_items import CardContent

GAP = 12.0  # between columns
APART = 8.0  # between cards


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A laid-out board; heights are those of the content, not of the viewport.

    Attributes:
        stacks: The keys of the cards of each column from top to bottom.
        places: Column and row of a card by its key.
        width: Of a column.
        card: Height of a card.
        head: Height of the columns' heads, which stay in sight.
    """

    stacks: tuple[tuple[str, ...], ...] = ()
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    width: float = 0.0
    card: float = 0.0
    head: float = 0.0

    @property
    def height(self) -> float:
        """Of the highest column, its cards alone."""
        most = max((len(stack) for stack in self.stacks), default=0)
        return most * (self.card + APART)

    @property
    def wide(self) -> float:
        """Of all columns together."""
        return len(self.stacks) * (self.width + GAP) - GAP if self.stacks else 0.0

    def left(self, column: int) -> float:
        """Where a column begins."""
        return column * (self.width + GAP)

    def place(self, key: str) -> QRectF | None:
        """Where a card lies, from the top of the cards."""
        found = self.places.get(key)
        if found is None:
            return None
        column, row = found
        return QRectF(self.left(column), row * (self.card + APART), self.width, self.card)

    def column_at(self, x: float) -> int | None:
        """The column at a place across, or None."""
        if not self.stacks or x < 0:
            return None
        column = int(x // (self.width + GAP))
        inside = x - self.left(column) <= self.width
        return column if column < len(self.stacks) and inside else None

    def card_at(self, x: float, y: float) -> str:
        """Key of the card at a point, "" for none."""
        column = self.column_at(x)
        if column is None or y < 0:
            return ""
        row, rest = divmod(y, self.card + APART)
        stack = self.stacks[column]
        return stack[int(row)] if row < len(stack) and rest <= self.card else ""

    def between(self, column: int, top: float, bottom: float) -> range:
        """The rows of a column that are in sight between two heights."""
        step = self.card + APART
        first = max(int(top // step), 0)
        last = int(bottom // step) + 1
        return range(min(first, len(self.stacks[column])), min(last, len(self.stacks[column])))


def lay_out(
    content: CardContent, room: float, least: float, card: float, head: float
) -> CardLayout:
    """Share the room among the columns; none is narrower than ``least``."""
    count = len(content.columns)
    if not count:
        return CardLayout(head=head, card=card)
    width = max((room - GAP * (count - 1)) / count, least)
    stacks = tuple(column.cards for column in content.columns)
    places = {
        key: (place, row) for place, stack in enumerate(stacks) for row, key in enumerate(stack)
    }
    return CardLayout(stacks, places, float(int(width)), card, head)
