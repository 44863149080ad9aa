# SPDX-License-Identifier: Apache-2.0
"""Reads from a TrueType file which characters it draws and how wide they are, and nothing more.

A chart's layout measures its texts on the screen's thread; loading matplotlib for that would let
the screen wait for half a second. Tables and formats: OpenType specification, "cmap" and "hmtx".
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from pathlib import Path
from struct import unpack_from
from sys import byteorder

_UNICODE = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))  # platform and encoding, the fullest first


class FontFile:
    """One face.

    Attributes:
        units_per_em: Units in which advances are given, in one size.
    """

    def __init__(self, path: Path) -> None:
        self._data = data = path.read_bytes()
        count = unpack_from(">H", data, 4)[0]
        tables = {
            data[at : at + 4]: unpack_from(">I", data, at + 8)[0]
            for at in range(12, 12 + 16 * count, 16)
        }
        self.units_per_em: int = unpack_from(">H", data, tables[b"head"] + 18)[0]
        self._wide: int = unpack_from(">H", data, tables[b"hhea"] + 34)[0]
        self._advances: int = tables[b"hmtx"]
        self._characters(tables[b"cmap"])

    def _characters(self, cmap: int) -> None:
        """Find the fullest table of Unicode characters and note its runs."""
        data = self._data
        count = unpack_from(">H", data, cmap + 2)[0]
        records = (unpack_from(">HHI", data, cmap + 4 + 8 * one) for one in range(count))
        at_of = {(platform, code): cmap + at for platform, code, at in records}
        at = next(at_of[one] for one in _UNICODE if one in at_of)
        self._format: int = unpack_from(">H", data, at)[0]
        if self._format == 12:
            runs = unpack_from(">I", data, at + 12)[0]
            groups = self._array("I", at + 16, 3 * runs)
            self._starts, self._ends, self._shifts = groups[0::3], groups[1::3], groups[2::3]
        elif self._format == 4:
            runs = unpack_from(">H", data, at + 6)[0] // 2
            self._ends = self._array("H", at + 14, runs)
            self._starts = self._array("H", at + 16 + 2 * runs, runs)
            self._shifts = self._array("H", at + 16 + 4 * runs, runs)
            self._offsets_at = at + 16 + 6 * runs
            self._offsets = self._array("H", self._offsets_at, runs)
        else:
            raise ValueError(f"character table of format {self._format}")

    def _array(self, kind: str, at: int, count: int) -> array[int]:
        made = array(kind)
        made.frombytes(self._data[at : at + count * made.itemsize])
        if byteorder == "little":
            made.byteswap()
        return made

    def glyph(self, character: str) -> int:
        """Number of the glyph that draws the character; 0 when there is none."""
        code = ord(character)
        run = bisect_left(self._ends, code)
        if run == len(self._ends) or code < self._starts[run]:
            return 0
        if self._format == 12:
            return self._shifts[run] + code - self._starts[run]
        if not self._offsets[run]:
            return (code + self._shifts[run]) & 0xFFFF
        at = self._offsets_at + 2 * (run + code - self._starts[run]) + self._offsets[run]
        found = int(unpack_from(">H", self._data, at)[0])
        return (found + self._shifts[run]) & 0xFFFF if found else 0

    def advance(self, glyph: int) -> int:
        """How far the pen moves on after a glyph, in units."""
        at = self._advances + 4 * min(glyph, self._wide - 1)
        return int(unpack_from(">H", self._data, at)[0])
