# SPDX-License-Identifier: Apache-2.0
"""Column widths that make a table of text low: no word broken in vain, few lines a row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face, text_width

_CELL_GAP = 8.5  # between two columns, as the table has it
_LARGEST_SHARE = 0.4  # of a table's width that a single word may claim
_STEP = 6.0  # points moved from one column to another at a time
_MOST_MOVES = 60
# Longer tables keep the widths asked for: a line less is nothing there, and the search costs time.
_MOST_ROWS = 40

Texts = tuple[tuple[str, ...], ...]
Fill = tuple[int, float]


def fitted(
    head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], width: float
) -> tuple[list[str], list[list[str]], list[float]]:
    """The table without columns that say nothing in any row, its widths shared out to ``width``.

    No column is narrower than its longest word while the others have room to give (Danish
    compounds are long and are not hyphenated); within that, widths move until no step makes the
    table lower.
    """
    kept = [column for column in range(len(head)) if any(row[column].strip() for row in rows)]
    kept = kept or list(range(len(head)))
    heads = [head[column] for column in kept]
    cells = [[row[column] for column in kept] for row in rows]
    total = sum(shares[column] for column in kept) or 1.0
    wanted = tuple(shares[column] * width / total for column in kept)
    texts = tuple(tuple(row) for row in (heads, *cells))
    return heads, cells, list(_balanced(texts, wanted, width))


@lru_cache(maxsize=64)
def _balanced(texts: Texts, wanted: tuple[float, ...], width: float) -> tuple[float, ...]:
    """Widths for ``texts`` (a row a tuple, the head first), beginning at ``wanted``."""
    columns = list(zip(*texts, strict=True))
    least = [min(_longest_word(column), width * _LARGEST_SHARE) for column in columns]
    widths = _shared_out(wanted, least)
    if len(texts) > _MOST_ROWS:
        return tuple(widths)
    fills = [
        [_fill(text, one) for text in column] for column, one in zip(columns, widths, strict=True)
    ]
    for _ in range(_MOST_MOVES):
        move = _best_move(columns, widths, least, fills)
        if move is None:
            break
        giver, taker = move
        widths[giver] -= _STEP
        widths[taker] += _STEP
        for column in move:
            fills[column] = [_fill(text, widths[column]) for text in columns[column]]
    return tuple(widths)


def _best_move(
    columns: Sequence[tuple[str, ...]],
    widths: list[float],
    least: list[float],
    fills: list[list[Fill]],
) -> tuple[int, int] | None:
    """Which column should give a step to which other, or None when no step makes it better."""
    best, move = _price(fills), None
    for giver in range(len(widths)):
        if widths[giver] - _STEP < least[giver]:
            continue
        less = [_fill(text, widths[giver] - _STEP) for text in columns[giver]]
        for taker in range(len(widths)):
            if taker == giver:
                continue
            more = [_fill(text, widths[taker] + _STEP) for text in columns[taker]]
            changed = [
                less if at == giver else more if at == taker else column
                for at, column in enumerate(fills)
            ]
            price = _price(changed)
            if price < best:
                best, move = price, (giver, taker)
    return move


def _price(fills: list[list[Fill]]) -> tuple[int, float]:
    """Lines of the table; among equals, how full its fullest cells are.

    The second leads out of places where a single step does not yet lower a row.
    """
    lines = sum(max(lines for lines, _ in row) for row in zip(*fills, strict=True))
    return lines, sum(full**4 for column in fills for _, full in column)


@lru_cache(maxsize=16384)
def _fill(text: str, width: float) -> Fill:
    """Lines that ``text`` takes in a column of ``width`` points, and how often it fills one."""
    space = text_width(" ", Face.REGULAR, look.DETAIL_SIZE)
    room = max(width - _CELL_GAP, 1.0)
    lines, full = 0, 0.0
    for line in text.split("\n"):
        words = _word_widths(line)
        lines += _lines(words, space, room)
        full += (sum(words) + space * (len(words) - 1)) / room
    return lines, full


@lru_cache(maxsize=4096)
def _word_widths(text: str) -> tuple[float, ...]:
    return tuple(text_width(word, Face.REGULAR, look.DETAIL_SIZE) for word in text.split(" "))


def _lines(words: Sequence[float], space: float, room: float) -> int:
    count, used = 1, 0.0
    for word in words:
        if used and used + space + word > room:
            count, used = count + 1, 0.0
        used += word + (space if used else 0.0)
        if used > room:
            count, used = count + int(used / room), used % room
    return count


def _longest_word(texts: Sequence[str]) -> float:
    words = {word for text in texts for word in text.replace("\n", " ").split(" ")}
    widest = max((text_width(word, Face.SEMIBOLD, look.DETAIL_SIZE) for word in words), default=0)
    return widest + _CELL_GAP


def _shared_out(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """``wanted`` with the columns below their least taking from those above theirs."""
    lacking = sum(max(0.0, low - want) for want, low in zip(wanted, least, strict=True))
    spare = sum(max(0.0, want - low) for want, low in zip(wanted, least, strict=True))
    if not lacking:
        return list(wanted)
    given = min(1.0, spare / lacking)
    taken = min(1.0, lacking / spare) if spare else 0.0
    return [
        want + (low - want) * (given if low > want else taken)
        for want, low in zip(wanted, least, strict=True)
    ]
