# SPDX-License-Identifier: Apache-2.0
"""What a board of cards shows, as plain values; the widget knows no subject."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardLine:
    """A smaller line on a card, and the token of its colour."""

    text: str
    colour: str = "quiet"


@dataclass(frozen=True, slots=True)
class Card:
    """One card.

    Attributes:
        column: Key of the column in which it lies.
        head: What it is known by, in the accent before its title.
        lines: Below the title, each on one line.
        fixed: It cannot be moved.
        spoken: What a screen reader says of it; made of all lines when empty.
    """

    key: str
    column: str
    head: str
    title: str
    lines: tuple[CardLine, ...] = ()
    fixed: bool = False
    spoken: str = ""

    def said(self) -> str:
        """Everything that stands on it, in a line."""
        parts = (f"{self.head} {self.title}".strip(), *(line.text for line in self.lines))
        return self.spoken or ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class CardColumn:
    """One column, and what is said under its title."""

    key: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything that a board shows; columns and cards stand in the given order."""

    columns: tuple[CardColumn, ...] = ()
    cards: tuple[Card, ...] = ()
    empty: str = ""
