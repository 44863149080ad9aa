# SPDX-License-Identifier: Apache-2.0
"""What a board of cards shows, as plain values; the widget knows no subject."""

from __future__ import annotations

from collections.abc import Callable

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class CardLine:
    """A smaller line on a card, and the token of its colour."""

    text: str
    colour: str = "quiet"


@dataclass(frozen=True, slots=True)
class Card:
    """One card.

    Attributes:
        head: What it is known by, before its title.
        lines: Below the title, each on one line.
        fixed: It cannot be moved.
    """

    key: str
    head: str
    title: str
    lines: tuple[CardLine, ...] = ()
    fixed: bool = False

    def said(self, between: str = ". ") -> str:
        """Everything that stands on it, in a line."""
        parts = (f"{self.head} {self.title}".strip(), *(line.text for line in self.lines))
        return between.join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class CardColumn:
    """One column.

    Attributes:
        detail: What is said under its title.
        count: What stands at the right of the title.
        cards: Keys of its cards from top to bottom.
    """

    key: str
    title: str
    detail: str = ""
    count: str = ""
    cards: tuple[str, ...] = ()


def _nothing(key: str) -> Card:
    return Card(key, "", "")


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything that a board shows.

    Attributes:
        made: Makes the card with a key; asked for those in sight only.
        lines: How many lines a card has below its title.
    """

    columns: tuple[CardColumn, ...] = ()
    made: Callable[[str], Card] = _nothing
    lines: int = 1
