# SPDX-License-Identifier: Apache-2.0
"""The container of an .xls file (compound file): its one stream of records, taken out and put into
a clean container, because the reader of values believes sizes and chains that a file only claims.

Source of the layout: [MS-CFB], sections 2.2 to 2.6.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import chain
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.spreadsheet.marks import damaged

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END: Final = 0xFFFFFFFE
_FREE: Final = 0xFFFFFFFF
_FAT: Final = 0xFFFFFFFD
_MOST_SECTOR: Final = 0xFFFFFFFA
_SMALL: Final = 4096
_MINI: Final = 64
_ENTRY: Final = 128
_STREAM, _ROOT = 2, 5
_CLEAN: Final = 4096  # sector size of the container made here
_LOCKED: Final = frozenset({"encryptedpackage", "encryptioninfo"})
_WANTED: Final = ("workbook", "book")


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


def stream_of(data: bytes) -> bytes:
    """The stream of records of an .xls file.

    Raises:
        Refused: Damaged, locked with a password, or no workbook.
    """
    try:
        return _Container(data).workbook()
    except (struct.error, IndexError):
        raise damaged() from None


class _Container:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise damaged()
        self._size = 1 << shift
        self._count = len(data) // self._size
        self._fat = self._allocation()
        directory = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._entries = [_entry(directory, at) for at in range(0, len(directory), _ENTRY)]

    def workbook(self) -> bytes:
        """The stream of records."""
        names = {one.name: one for one in self._entries if one.kind == _STREAM}
        if not _LOCKED.isdisjoint(names):
            raise Refused(N_("The workbook is locked with a password."))
        entry = next((names[name] for name in _WANTED if name in names), None)
        if entry is None:
            raise Refused(N_("This is an old Office file, but no workbook."))
        content = self._small(entry) if entry.size < _SMALL else self._chain(entry.start)
        if len(content) < entry.size:
            raise damaged()
        return content[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if number >= _MOST_SECTOR or start >= len(self._data):
            raise damaged()
        # The last sector of a file may be cut short.
        return self._data[start : start + self._size].ljust(self._size, b"\0")

    def _numbers(self, sector: int) -> tuple[int, ...]:
        return struct.unpack(f"<{self._size // 4}I", self._sector(sector))

    def _allocation(self) -> Sequence[int]:
        """Which sector follows which."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        more = struct.unpack_from("<I", self._data, 68)[0]
        for _ in range(self._count):
            if more >= _MOST_SECTOR:
                break
            *numbers, more = self._numbers(more)
            listed += numbers
        own = [one for one in listed if one < _MOST_SECTOR]
        if len(own) > self._count:
            raise damaged()
        return list(chain.from_iterable(self._numbers(one) for one in own))

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(one) for one in _followed(start, self._fat))

    def _small(self, entry: _Entry) -> bytes:
        """A stream under 4 KB: it lies in pieces of 64 bytes in the root's own stream."""
        root = next((one for one in self._entries if one.kind == _ROOT), None)
        if root is None:
            raise damaged()
        pieces = self._chain(root.start)
        table = self._chain(struct.unpack_from("<I", self._data, 60)[0])
        following = struct.unpack(f"<{len(table) // 4}I", table)
        places = _followed(entry.start, following)
        return b"".join(pieces[one * _MINI : (one + 1) * _MINI] for one in places)


def _followed(start: int, following: Sequence[int]) -> list[int]:
    """The numbers of a chain; one that runs in a circle is damaged."""
    found: list[int] = []
    number = start
    while number != _END:
        if number >= len(following) or len(found) > len(following):
            raise damaged()
        found.append(number)
        number = following[number]
    return found


def _entry(directory: bytes, at: int) -> _Entry:
    length, kind = struct.unpack_from("<HB", directory, at + 64)
    name = directory[at : at + min(max(length - 2, 0), 62)]
    start, size = struct.unpack_from("<II", directory, at + 116)
    return _Entry(name.decode("utf-16-le", "replace").casefold(), kind, start, size)


# -- a clean container -------------------------------------------------------------------


def contained(stream: bytes) -> bytes:
    """A container with ``stream`` as its workbook and nothing else."""
    content = stream.ljust(_SMALL, b"\0")
    content += b"\0" * (-len(content) % _CLEAN)
    needed = len(content) // _CLEAN
    per_sector = _CLEAN // 4
    tables = 1
    while tables * per_sector < tables + 2 + needed:
        tables += 1
    if tables > 109:
        raise damaged()
    # In this order: the tables, the directory, the root's (empty) stream, the workbook.
    directory, root, first = tables, tables + 1, tables + 2
    following = [_FAT] * tables + [_END, _END]
    following += [*range(first + 1, first + needed), _END]
    following += [_FREE] * (tables * per_sector - len(following))
    entries = _written_entry("Root Entry", _ROOT, root, _CLEAN, child=1)
    entries += _written_entry("Workbook", _STREAM, first, len(content))
    return b"".join(
        (
            _header(tables, directory),
            struct.pack(f"<{len(following)}I", *following),
            entries.ljust(_CLEAN, b"\0"),
            b"\0" * _CLEAN,
            content,
        )
    )


def _header(tables: int, directory: int) -> bytes:
    numbers = [*range(tables), *([_FREE] * (109 - tables))]
    fixed = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        SIGNATURE,
        b"",
        0x3E,  # minor version
        4,  # major version: sectors of 4096 bytes
        0xFFFE,  # byte order
        12,
        6,
        1,  # sectors of the directory
        tables,
        directory,
        0,  # transaction
        _SMALL,
        _END,  # no table of small pieces
        0,
        _END,  # no further list of tables
        0,
    )
    return (fixed + struct.pack("<109I", *numbers)).ljust(_CLEAN, b"\0")


def _written_entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = struct.pack("<64sHBBIII", text, len(text), kind, 1, _FREE, _FREE, child)
    return head + b"\0" * 36 + struct.pack("<III", start, size, 0)
