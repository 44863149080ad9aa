# SPDX-License-Identifier: Apache-2.0
"""Reads the figures of a PX file, the part after ``DATA=``, in rows with or without keys."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.numbers import are_usual, machine_number
from missiondesk.exchange.statistics.table import Cells

# Comma, semicolon, blank and tab are synonyms; so is the end-of-file sign of DOS.
_DELIMITERS: Final = str.maketrans(",;\x1a", "   ")
_TOKEN = re.compile(r"\"[^\"]*\"|[^\s,;\x1a]+")
# One to six dots say why a figure is missing; seven stand for a sum that cannot be given.
_MISSING = re.compile(r"\.{1,7}")
NIL: Final = "-"
# Figures that are read without looking for those that are the same.
_DIRECT: Final = 200_000
_ODD: Final = '".+'
# Signs beyond the last figure that are still counted, to say how many there are.
_COUNTED: Final = 1_000_000


class Figures:
    """The text after ``DATA=``, and where each of its figures stands."""

    def __init__(self, text: str, line: int) -> None:
        self._text = text
        self.first_line = line
        self._newline = "\n" if "\n" in text else "\r"

    def plain(self, most: int) -> list[str]:
        """The figures one after the other; what follows ``most`` of them is one text."""
        return self._text.translate(_DELIMITERS).split(None, most)

    @cached_property
    def _starts(self) -> list[int]:
        """How many figures stand before each line."""
        starts, count = [], 0
        for line in self._text.split(self._newline):
            starts.append(count)
            count += len(line.translate(_DELIMITERS).split())
        return starts

    def place(self, position: int) -> Message:
        """Where the figure ``position`` stands, when the rows have no keys."""
        index = bisect_right(self._starts, position) - 1
        return at(self.first_line + index, position - self._starts[index] + 1)

    def tokens(self) -> Iterator[tuple[str, int]]:
        """All figures and keys with their lines."""
        for offset, line in enumerate(self._text.split(self._newline)):
            for hit in _TOKEN.finditer(line):
                yield hit.group(), self.first_line + offset


def at(line: int, number: int) -> Message:
    """A place in the figures."""
    return message(N_("DATA, line {line}, figure {number}"), line=line, number=number)


class Marks:
    """Turns figures as they stand into numbers; each different text is looked at once."""

    def __init__(self) -> None:
        self.missing: dict[int, str] = {}
        self.status: dict[int, str] = {}
        self._known: dict[str, Decimal | None] = {}
        self._odd: dict[str, str] = {}

    def values(self, texts: Sequence[str], places: Figures) -> tuple[Decimal | None, ...]:
        """The numbers of a whole table without keys.

        Raises:
            Refused: One is no number; the sentence names its line.
        """
        if len(texts) <= _DIRECT and texts and are_usual(texts):
            return tuple(map(Decimal, texts))
        distinct = set(texts)
        usual = {text for text in distinct if text[0] not in _ODD and text != NIL}
        if usual and are_usual(usual):
            # A large table has the same figures many times: one value does for all of them.
            self._known = dict(zip(usual, map(Decimal, usual), strict=True))
            distinct -= usual
        for text in distinct:
            if not self._learn(text):
                position = texts.index(text)
                raise not_a_number(text, places.place(position))
        self._note(texts, range(len(texts)))
        return tuple(map(self._known.__getitem__, texts))

    def value(self, text: str, position: int, line: int, number: int) -> Decimal | None:
        """One number, for the cell ``position``.

        Raises:
            Refused: It is no number; the sentence names its line.
        """
        if text not in self._known and not self._learn(text):
            raise not_a_number(text, at(line, number))
        if text in self._odd:
            self._note((text,), (position,))
        return self._known[text]

    def _learn(self, text: str) -> bool:
        number = machine_number(text)
        if number is None:
            bare = text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
            if bare == NIL:
                number = Decimal(0)
            elif _MISSING.fullmatch(bare) is None:
                return False
            self._odd[text] = bare
        self._known[text] = number
        return True

    def _note(self, texts: Sequence[str], positions: Sequence[int]) -> None:
        if not self._odd:
            return
        for position, text in zip(positions, texts, strict=True):
            bare = self._odd.get(text)
            if bare is not None:
                (self.status if bare == NIL else self.missing)[position] = bare


def not_a_number(text: str, place: Message) -> Refused:
    """The refusal of a figure that is none."""
    return Refused(N_("“{value}” is no number ({place})."), value=text[:40], place=place)


def read_figures(figures: Figures, expected: int) -> Cells:
    """Read a table without keys.

    Raises:
        Refused: There are more or fewer figures than the dimensions make, or one is no number.
    """
    texts = figures.plain(expected)
    values = (marks := Marks()).values(texts[:expected], figures)
    rest = texts[expected] if len(texts) > expected else ""
    if len(rest) > _COUNTED:
        raise Refused(
            N_("DATA from line {line} has more figures than the dimensions make ({expected})."),
            line=figures.first_line,
            expected=expected,
        )
    if rest or len(texts) < expected:
        raise Refused(
            N_("DATA from line {line} has {count} figures, but the dimensions make {expected}."),
            line=figures.first_line,
            count=min(len(texts), expected) + len(rest.split()),
            expected=expected,
        )
    return Cells(values, figures.place, marks.missing, marks.status)
