# SPDX-License-Identifier: Apache-2.0
"""Reads the figures of a PX file whose rows begin with keys of their stub and may be left out."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.px.figures import Figures, Marks, at
from missiondesk.exchange.statistics.table import Cells


class Stub:
    """The stub of the table: which row belongs to which keys."""

    def __init__(self, names: Sequence[str], keys: Sequence[Sequence[str]]) -> None:
        self.names = names
        self.sizes = [len(one) for one in keys]
        self._places: list[Mapping[str, int]] = []
        for one in keys:
            places: dict[str, int] = {}
            for place, key in enumerate(one):
                places.setdefault(key.strip(), place)
            self._places.append(places)

    @property
    def rows(self) -> int:
        """How many rows a full table has."""
        return math.prod(self.sizes)

    def row(self, keys: Sequence[tuple[str, int]]) -> int:
        """The row that the keys, with their lines, name.

        Raises:
            Refused: A key is none of the stub's.
        """
        row = 0
        for name, size, places, (key, line) in zip(
            self.names, self.sizes, self._places, keys, strict=True
        ):
            place = places.get(key.strip('"').strip()) if key.startswith('"') else None
            if place is None:
                raise Refused(
                    N_("DATA, line {line}: “{key}” is no key of “{dimension}”."),
                    line=line,
                    key=key.strip('"')[:40],
                    dimension=name,
                )
            row = row * size + place
        return row


def read_keyed(figures: Figures, stub: Stub, width: int) -> tuple[Cells, tuple[Message, ...]]:
    """Read rows of ``width`` figures, each after its keys.

    A row that is left out has no figures. The rules of the format say that it is full of zeros;
    files in use leave out what is missing, so it stays empty and a warning says so.

    Raises:
        Refused: A key is unknown, a row stands twice or is not full, a figure is no number.
    """
    tokens = figures.tokens()
    depth = len(stub.sizes)
    step = depth + width
    marks = Marks()
    values: list[Decimal | None] = [None] * (stub.rows * width)
    lines: dict[int, int] = {}
    while record := list(itertools.islice(tokens, step)):
        line = record[0][1]
        if len(record) < step or any(_is_key(text) for text, _ in record[depth:]):
            raise _not_full(line, width)
        row = stub.row(record[:depth])
        if row in lines:
            raise Refused(
                N_("DATA, line {line}: the same keys stand in line {first}."),
                line=line,
                first=lines[row],
            )
        lines[row] = line
        for number, (text, own_line) in enumerate(record[depth:]):
            position = row * width + number
            values[position] = marks.value(text, position, own_line, number + 1)
    left_out = stub.rows - len(lines)
    return (
        Cells(tuple(values), _Places(lines, width), marks.missing, marks.status),
        (_left_out(left_out),) if left_out else (),
    )


def _is_key(text: str) -> bool:
    return text.startswith('"') and text.strip('".-') != ""


def _not_full(line: int, width: int) -> Refused:
    return Refused(
        N_("DATA, line {line}: the row does not have {width} figures after its keys."),
        line=line,
        width=width,
    )


def _left_out(count: int) -> Message:
    return message(
        N_(
            "{count} rows are left out of the file. The rules of PX read them as zeros, but files "
            "also leave out what is missing, so they stay empty here."
        ),
        count=count,
    )


class _Places:
    """Says where a cell stands, from the line of its row."""

    def __init__(self, lines: Mapping[int, int], width: int) -> None:
        self._lines = lines
        self._width = width

    def __call__(self, position: int) -> Message:
        row, number = divmod(position, self._width)
        line = self._lines.get(row)
        return message(N_("left out of DATA")) if line is None else at(line, number + 1)
