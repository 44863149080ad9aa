# SPDX-License-Identifier: Apache-2.0
"""Reads the rows of a damaged database page by page, by the published file format, without SQLite:
whatever pages are whole give their rows, wherever the tree above them is broken.

https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from missiondesk.domain.late_dataclass import dataclass

Value = None | int | float | str | bytes
Values = tuple[Value, ...]

_LEAF: Final = 0x0D
_BRANCH: Final = 0x05
_SIZES: Final = frozenset(1 << power for power in range(9, 16))
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Unreadable(Exception):
    """A page or a row that is not as the format says."""


@dataclass
class Pages:
    """The pages of an image.

    Attributes:
        image: The bytes; they may be cut or changed anywhere.
        left: How many more bytes rows may take, so that chains that meet cost no more than the
            file is worth.
    """

    image: bytes
    size: int = 0
    left: int = 0
    _seen: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        said = int.from_bytes(self.image[16:18], "big")
        self.size = said if said in _SIZES else 4096
        self.left = 4 * len(self.image) + 1_000_000

    @property
    def count(self) -> int:
        """How many pages there are, the last one maybe cut."""
        return -(-len(self.image) // self.size)

    def kind(self, number: int) -> int:
        """The first byte of a page's head: what the page is."""
        start = self._head(number)
        return self.image[start] if 0 < number <= self.count and start < len(self.image) else 0

    def leaves(self, root: int) -> Iterator[int]:
        """The leaf pages of a table below its root, as far as the tree is readable."""
        waiting, seen = [root], set()
        while waiting:
            number = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            kind = self.kind(number)
            if kind == _LEAF:
                yield number
            elif kind == _BRANCH:
                waiting += self._children(number)

    def all_leaves(self) -> Iterator[int]:
        """Every leaf page of a table, whichever."""
        return (number for number in range(1, self.count + 1) if self.kind(number) == _LEAF)

    def rows(self, number: int) -> tuple[list[Values], int]:
        """The rows of a leaf page, and how many of it could not be read."""
        start, page = self._head(number), self._page(number)
        head = start - (number - 1) * self.size
        found: list[Values] = []
        broken = 0
        try:
            cells = struct.unpack_from(">H", page, head + 3)[0]
            places = struct.unpack_from(f">{cells}H", page, head + 8)
        except struct.error:
            return [], 1
        for place in places:
            try:
                found.append(_record(self._payload(page, place)))
            except (Unreadable, struct.error, IndexError, UnicodeDecodeError):
                broken += 1
        return found, broken

    # ------------------------------------------------------------ inside

    def _head(self, number: int) -> int:
        return (number - 1) * self.size + (100 if number == 1 else 0)

    def _page(self, number: int) -> bytes:
        return self.image[(number - 1) * self.size : number * self.size]

    def _children(self, number: int) -> list[int]:
        page, head = self._page(number), 100 if number == 1 else 0
        try:
            cells = struct.unpack_from(">H", page, head + 3)[0]
            last = struct.unpack_from(">I", page, head + 8)[0]
            places = struct.unpack_from(f">{cells}H", page, head + 12)
            return [last, *(struct.unpack_from(">I", page, place)[0] for place in places)]
        except struct.error:
            return []

    def _payload(self, page: bytes, place: int) -> bytes:
        size, place = _varint(page, place)
        _, place = _varint(page, place)  # the row's number, which nothing refers to
        if size < 1 or size > self.left:
            raise Unreadable
        self.left -= size
        here = self._local(size)
        data = page[place : place + here]
        if len(data) < here:
            raise Unreadable
        if here == size:
            return data
        return self._overflow(data, size, struct.unpack_from(">I", page, place + here)[0])

    def _local(self, size: int) -> int:
        """How much of a row of this size stands in its own page."""
        most = self.size - 35
        if size <= most:
            return size
        least = (self.size - 12) * 32 // 255 - 23
        part = least + (size - least) % (self.size - 4)
        return part if part <= most else least

    def _overflow(self, data: bytes, size: int, number: int) -> bytes:
        parts, have, seen = [data], len(data), set()
        while have < size:
            if number in seen or not 1 < number <= self.count:
                raise Unreadable
            seen.add(number)
            page = self._page(number)
            part = page[4 : 4 + size - have]
            if not part:
                raise Unreadable
            parts.append(part)
            have += len(part)
            number = struct.unpack_from(">I", page, 0)[0]
        return b"".join(parts)


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[place + step]
        if step == 8:
            return (value << 8) | byte, place + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, place + step + 1
    raise Unreadable


def _record(payload: bytes) -> Values:
    size, place = _varint(payload, 0)
    if size > len(payload):
        raise Unreadable
    kinds = []
    while place < size:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values: list[Value] = []
    at = size
    for kind in kinds:
        value, at = _value(payload, kind, at)
        values.append(value)
    if at != len(payload):
        raise Unreadable
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    size = _INTEGERS.get(kind, (kind - 12) // 2)
    if kind in (10, 11) or at + size > len(payload):
        raise Unreadable
    data = payload[at : at + size]
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True), at + size
    return (data.decode() if kind % 2 else data), at + size
