# SPDX-License-Identifier: Apache-2.0
"""Where the keyboard goes from one card of a board to the next."""

from __future__ import annotations

from missiondesk.ui.widgets.card_layout import CardLayout


def first_card(layout: CardLayout, last: bool = False) -> str:
    """The first card of the first column that has one, or the last of the last; "" for none."""
    stacks = [stack for stack in layout.stacks if stack]
    if not stacks:
        return ""
    return stacks[-1][-1] if last else stacks[0][0]


def aside(layout: CardLayout, key: str, step: int) -> str:
    """The card beside it in the next column that has any, on the same height or the last above
    it.
    """
    column, row = layout.places[key]
    column += step
    while 0 <= column < len(layout.stacks):
        stack = layout.stacks[column]
        if stack:
            return stack[min(row, len(stack) - 1)]
        column += step
    return ""


def along(layout: CardLayout, key: str, step: int) -> str:
    """The card so many rows further down the column, or its end."""
    column, row = layout.places[key]
    stack = layout.stacks[column]
    return stack[min(max(row + step, 0), len(stack) - 1)]


def edge(layout: CardLayout, key: str, last: bool) -> str:
    """The first or the last card of the column."""
    stack = layout.stacks[layout.places[key][0]]
    return stack[-1 if last else 0]
