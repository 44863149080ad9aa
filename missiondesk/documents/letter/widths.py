# SPDX-License-Identifier: Apache-2.0
"""Column widths that make a table of text low: no word broken in vain, few lines a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face, word_width

_CELL_GAP = 8.5  # between two columns, as the table has it
_LARGEST_SHARE = 0.4  # of a table's width that a single word may claim
_STEP = 6.0  # points moved from one column to another at a time
_MOST_MOVES = 60
_ALIKE = 1e-9  # a smaller difference is one of rounding
# Longer tables keep the widths asked for: a line less is nothing there, and the search costs time.
_MOST_ROWS = 40

Texts = tuple[tuple[str, ...], ...]
_Cell = tuple[tuple[list[float], float], ...]  # of each line the widths of its words, and its own


class _Fill(NamedTuple):
    """How a column fills at a width: the lines of each cell, and how full its cells are."""

    lines: list[int]
    pressure: float


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


def least_width(head: Sequence[str], rows: Sequence[Sequence[str]]) -> float:
    """Points that a table needs so that none of its words is broken."""
    return sum(_longest_word(column) for column in zip(head, *rows, strict=True))


@lru_cache(maxsize=64)
def _balanced(texts: Texts, wanted: tuple[float, ...], width: float) -> tuple[float, ...]:
    """Widths for ``texts`` (a row a tuple, the head first), beginning at ``wanted``."""
    columns = list(zip(*texts, strict=True))
    least = [min(_longest_word(column), width * _LARGEST_SHARE) for column in columns]
    widths = _shared_out(wanted, least)
    if len(texts) > _MOST_ROWS:
        return tuple(widths)
    return tuple(_Search(columns, widths, least).settled())


class _Search:
    """Moves width from one column to another as long as a step makes the table lower.

    Of each column it keeps how it fills as it is, with a step less and with a step more.
    """

    def __init__(
        self, columns: Sequence[tuple[str, ...]], widths: list[float], least: list[float]
    ) -> None:
        self._columns = [[_measured(text) for text in column] for column in columns]
        self._widths, self._least = widths, least
        self._now = [self._fill(at, 0.0) for at in range(len(widths))]
        self._more = [self._fill(at, _STEP) for at in range(len(widths))]
        self._less = [self._narrower(at) for at in range(len(widths))]

    def settled(self) -> list[float]:
        """The widths from which no step makes it better."""
        for _ in range(_MOST_MOVES):
            move = self._best_move()
            if move is None:
                break
            (giver, taker), less = move, self._less[move[0]]
            assert less is not None
            self._widths[giver] -= _STEP
            self._widths[taker] += _STEP
            self._more[giver], self._now[giver] = self._now[giver], less
            self._now[taker], self._more[taker] = self._more[taker], self._fill(taker, _STEP)
            for column in (giver, taker):
                self._less[column] = self._narrower(column)
        return self._widths

    def _best_move(self) -> tuple[int, int] | None:
        """Which column should give a step to which other, or None when no step makes it better.

        Best are the fewest lines; among equals, the emptiest of the fullest cells. The second leads
        out of places where a single step does not yet lower a row.
        """
        filled = [fill.lines for fill in self._now]
        height, pressure = _height(filled), sum(fill.pressure for fill in self._now)
        given = [self._height_with(filled, {at: less}) for at, less in enumerate(self._less)]
        taken = [self._height_with(filled, {at: more}) for at, more in enumerate(self._more)]
        lowest, emptiest, move = height, pressure, None
        for giver, less in enumerate(self._less):
            if less is None:
                continue
            lower = pressure - self._now[giver].pressure + less.pressure
            for taker, more in enumerate(self._more):
                if taker == giver:
                    continue
                if given[giver] is None:
                    tried = taken[taker] or height
                elif taken[taker] is None:
                    tried = given[giver] or height
                else:
                    tried = self._height_with(filled, {giver: less, taker: more}) or height
                if tried > lowest:
                    continue
                full = lower - self._now[taker].pressure + more.pressure
                if tried < lowest or full < emptiest - _ALIKE:
                    lowest, emptiest, move = tried, full, (giver, taker)
        return move

    def _height_with(
        self, filled: Sequence[list[int]], changed: Mapping[int, _Fill | None]
    ) -> int | None:
        """Lines of the table with other columns in some places; None when they change nothing."""
        tried = list(filled)
        for at, fill in changed.items():
            if fill is not None:
                tried[at] = fill.lines
        return None if tried == filled else _height(tried)

    def _narrower(self, column: int) -> _Fill | None:
        """The column with a step less; None when it has no step to give."""
        if self._widths[column] - _STEP < self._least[column]:
            return None
        return self._fill(column, -_STEP)

    def _fill(self, column: int, step: float) -> _Fill:
        return _filled(self._columns[column], self._widths[column] + step)


def _height(columns: Sequence[Sequence[int]]) -> int:
    """Lines of a table of which each column takes so many in each row."""
    return sum(map(max, *columns)) if len(columns) > 1 else sum(columns[0])


def _filled(cells: Sequence[_Cell], width: float) -> _Fill:
    """How a column of ``width`` points fills with ``cells``."""
    space = word_width(" ", Face.REGULAR, look.DETAIL_SIZE)
    room = max(width - _CELL_GAP, 1.0)
    taken, pressure = [], 0.0
    for cell in cells:
        lines, full = 0, 0.0
        for words, whole in cell:
            lines += 1 if whole <= room else _lines(words, space, room)
            full += whole / room
        taken.append(lines)
        pressure += full**4
    return _Fill(taken, pressure)


@lru_cache(maxsize=4096)
def _measured(text: str) -> _Cell:
    """For each line of ``text`` the widths of its words, and its own."""
    space = word_width(" ", Face.REGULAR, look.DETAIL_SIZE)
    found = []
    for line in text.split("\n"):
        words = [word_width(word, Face.REGULAR, look.DETAIL_SIZE) for word in line.split(" ")]
        found.append((words, sum(words) + space * (len(words) - 1)))
    return tuple(found)


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
    words = " ".join(texts).replace("\n", " ").split(" ")
    return _CELL_GAP + max(word_width(word, Face.SEMIBOLD, look.DETAIL_SIZE) for word in words)


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
