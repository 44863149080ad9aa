# SPDX-License-Identifier: Apache-2.0
"""Marks of the sheets of an .xls file: its records tell formats, errors and how far a sheet goes.

Source of the records: [MS-XLS], section 2.4. Sizes that the reader of values would believe are
checked or set right in the stream itself.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.spreadsheet.marks import (
    SheetMarks,
    damaged,
    require_total,
    said_error,
)
from missiondesk.exchange.spreadsheet.number_formats import PLAIN, NumberFormat, number_format

_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _SST, _CONTINUE = 0x809, 0x0A, 0x2F, 0x85, 0xFC, 0x3C
_FORMAT, _XF, _DIMENSIONS, _ROW, _COLINFO = 0x41E, 0xE0, 0x200, 0x208, 0x7D
_FORMULA, _BOOLERR, _MULRK = 0x06, 0x205, 0xBD
_NUMBERS: Final = frozenset({0x203, 0x27E})  # a float, and a number packed into 30 bits
_TEXTS: Final = frozenset({0xFD, 0x204, 0xD6})
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}

Record = tuple[int, int, int]  # kind, where its content begins, where it ends


def xls_marks(stream: bytes) -> tuple[list[SheetMarks], bytes]:
    """The marks of each sheet in the order of the file, and the stream with true sizes.

    Raises:
        Refused: Damaged, locked with a password, or a sheet is too large.
    """
    try:
        return _Reader(stream).read()
    except (struct.error, IndexError):
        raise damaged() from None


def _records(stream: bytes | bytearray, start: int = 0) -> Iterator[Record]:
    at = start
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if at + 4 + length > len(stream):
            raise damaged()
        yield kind, at + 4, at + 4 + length
        at += 4 + length


class _Reader:
    """Goes through the records once for the book, and once for each sheet."""

    def __init__(self, stream: bytes) -> None:
        self._stream = bytearray(stream)
        self._formats: list[NumberFormat] = []
        self._marks = SheetMarks()

    def read(self) -> tuple[list[SheetMarks], bytes]:
        """Marks and stream."""
        found: list[SheetMarks] = []
        for start in self._book():
            found.append(self._sheet(start))
            require_total(found)
        return found, bytes(self._stream)

    def _book(self) -> list[int]:
        """Where the sheets begin; formats and styles are noted on the way."""
        codes: dict[int, str] = {}
        styles: list[int] = []
        sheets: list[int] = []
        eight = False
        for kind, start, end in _records(self._stream):
            if kind == _EOF:
                break
            if kind == _BOF:
                eight = struct.unpack_from("<H", self._stream, start)[0] == 0x600
            elif kind == _FILEPASS:
                raise Refused(N_("The workbook is locked with a password."))
            elif kind == _BOUNDSHEET:
                sheets.append(struct.unpack_from("<I", self._stream, start)[0])
            elif kind == _FORMAT:
                number, code = _format(bytes(self._stream[start:end]), eight)
                codes[number] = code
            elif kind == _XF:
                styles.append(struct.unpack_from("<H", self._stream, start + 2)[0])
            elif kind == _SST:
                self._require_texts(start, end)
        self._formats = [number_format(one, codes.get(one)) for one in styles]
        return sheets

    def _require_texts(self, start: int, end: int) -> None:
        """The number of shared texts must be one that has room in the file."""
        count = struct.unpack_from("<I", self._stream, start + 4)[0]
        room = end - start
        for kind, first, last in _records(self._stream, end):
            if kind != _CONTINUE:
                break
            room += last - first
        if count * 3 > room:
            raise damaged()

    def _sheet(self, begin: int) -> SheetMarks:
        self._marks = SheetMarks()
        dimensions: list[tuple[int, int]] = []
        depth = 0
        for kind, start, end in _records(self._stream, begin):
            if kind == _BOF:
                depth += 1
            elif kind == _EOF:
                depth -= 1
                if depth <= 0:
                    break
            elif kind == _DIMENSIONS:
                dimensions.append((start, end))
            elif depth == 1:
                self._mark(kind, start, end)
        for start, end in dimensions:
            self._set_dimensions(start, end)
        return self._marks

    def _mark(self, kind: int, start: int, end: int) -> None:
        if kind in _NUMBERS or kind in _TEXTS:
            self._cell(start)
        elif kind == _FORMULA:
            place = self._cell(start)
            # A result that is no number is marked by two bytes of ones; 2 is an error.
            special = self._stream[start + 12 : start + 14] == b"\xff\xff"
            if special and self._stream[start + 6] == 2:
                self._wrong(place, self._stream[start + 8])
        elif kind == _BOOLERR:
            place = self._cell(start)
            if self._stream[start + 7]:
                self._wrong(place, self._stream[start + 6])
        elif kind == _MULRK:
            row, first = struct.unpack_from("<HH", self._stream, start)
            for step, at in enumerate(range(start + 4, end - 2, 6)):
                self._note(row, first + step, struct.unpack_from("<H", self._stream, at)[0])
        elif kind == _ROW:
            self._marks.hidden_rows += bool(self._stream[start + 12] & 0x20)
        elif kind == _COLINFO:
            first, last = struct.unpack_from("<HH", self._stream, start)
            hidden = self._stream[start + 8] & 0x01
            self._marks.hidden_columns += max(0, last - first + 1) if hidden else 0

    def _cell(self, start: int) -> tuple[int, int]:
        row, column, style = struct.unpack_from("<HHH", self._stream, start)
        self._note(row, column, style)
        return row, column

    def _note(self, row: int, column: int, style: int) -> None:
        self._marks.reach(row, column)
        form = self._formats[style] if style < len(self._formats) else PLAIN
        if form is not PLAIN:
            self._marks.formats[row, column] = form

    def _wrong(self, place: tuple[int, int], code: int) -> None:
        self._marks.faults[place] = said_error(_ERRORS.get(code, ""))

    def _set_dimensions(self, start: int, end: int) -> None:
        form = "<IIHH" if end - start >= 14 else "<HHHH"
        struct.pack_into(form, self._stream, start, 0, self._marks.rows, 0, self._marks.columns)


def _format(record: bytes, eight: bool) -> tuple[int, str]:
    """Number and code of a format; in BIFF8 the code is Unicode, before that one byte a sign."""
    number = struct.unpack_from("<H", record)[0]
    if not eight:
        return number, record[3 : 3 + record[2]].decode("cp1252", "replace")
    length, flags = struct.unpack_from("<HB", record, 2)
    if flags & 0x01:
        return number, record[5 : 5 + 2 * length].decode("utf-16-le", "replace")
    return number, record[5 : 5 + length].decode("latin-1")
