# SPDX-License-Identifier: Apache-2.0
"""Marks of the sheets of an XLSX: number formats from its styles, errors and bare formulas."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import Final

from missiondesk.exchange.spreadsheet.marks import (
    Attributes,
    Elements,
    SheetMarks,
    attribute,
    damaged,
    never_calculated,
    require_total,
    said_error,
)
from missiondesk.exchange.spreadsheet.number_formats import PLAIN, NumberFormat, number_format
from missiondesk.exchange.spreadsheet.package import Package

WORKBOOK: Final = "xl/workbook.xml"
_CELL = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")


def xlsx_marks(package: Package) -> dict[str, SheetMarks]:
    """The marks of each sheet by its name.

    Raises:
        Refused: A part is damaged or a sheet too large.
    """
    formats = _formats(package.part("xl/styles.xml"))
    found: dict[str, SheetMarks] = {}
    for name, path in _sheets(package).items():
        part = package.part(path)
        if part is None:
            continue
        reader = _SheetReader(formats)
        Elements(part).run(reader.start, reader.end, reader.text)
        found[name] = reader.marks
        require_total(found.values())
    return found


def _sheets(package: Package) -> dict[str, str]:
    """Path of the part of each worksheet by the sheet's name."""
    relations: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, given: Attributes) -> None:
        if name == "Relationship" and given.get("Type", "").endswith("/worksheet"):
            target = given.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            relations[given.get("Id", "")] = posixpath.normpath(path)

    def sheet(name: str, given: Attributes) -> None:
        if name == "sheet":
            path = relations.get(attribute(given, "id"))
            if path is not None:
                sheets[given.get("name", "")] = path

    Elements(package.part("xl/_rels/workbook.xml.rels") or b"<none/>").run(relation)
    Elements(package.part(WORKBOOK) or b"<none/>").run(sheet)
    return sheets


def _formats(styles: bytes | None) -> list[NumberFormat]:
    """What each cell style (attribute ``s``) says of numbers."""
    codes: dict[int, str] = {}
    found: list[NumberFormat] = []
    inside = False

    def start(name: str, given: Attributes) -> None:
        nonlocal inside
        if name == "numFmt":
            codes[_number(given.get("numFmtId"))] = given.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            number = _number(given.get("numFmtId"))
            found.append(number_format(number, codes.get(number)))

    def end(name: str) -> None:
        nonlocal inside
        if name == "cellXfs":
            inside = False

    if styles is not None:
        Elements(styles).run(start, end)
    return found


@lru_cache(maxsize=2000)
def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


class _SheetReader:
    """Follows rows and cells of one sheet, also where their places are left out."""

    def __init__(self, formats: list[NumberFormat]) -> None:
        self.marks = SheetMarks()
        self._formats = formats
        self._row, self._column = -1, -1
        self._place = (-1, -1)
        self._kind = ""
        self._filled = self._formula = False
        self._value = ""
        self._inside = ""

    def start(self, name: str, given: Attributes) -> None:
        """An element begins."""
        if name == "c":
            self._cell(given)
        elif name == "f":
            self._filled, self._formula, self._inside = True, True, "f"
        elif name == "v":
            self._filled, self._inside = True, "v"
        elif name == "is":
            self._filled = True
        elif name == "row":
            self._row, self._column = self._row_number(given), -1
            self.marks.hidden_rows += given.get("hidden") in ("1", "true")
        elif name == "col" and given.get("hidden") in ("1", "true"):
            first, last = _number(given.get("min")), _number(given.get("max"))
            self.marks.hidden_columns += max(0, last - first + 1)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("f", "v"):
            self._inside = ""
        elif name == "c":
            self._finish()

    def text(self, text: str) -> None:
        """Text inside an element."""
        if self._inside == "v":
            self._value += text
        elif self._inside == "f" and "[" in text and re.search(r"\[\d+\]", text):
            self.marks.linked = True

    def _row_number(self, given: Attributes) -> int:
        text = given.get("r")
        if text is None:
            return self._row + 1
        number = _number(text)
        if not 0 < number < 10_000_000:
            raise damaged()
        return number - 1

    def _cell(self, given: Attributes) -> None:
        text = given.get("r")
        if text is None:
            self._column += 1
            self._place = (self._row, self._column)
        else:
            # Another reading of an odd place than that of the reader of values would be a hole.
            found = _CELL.fullmatch(text)
            if found is None:
                raise damaged()
            self._column = _column(found[1])
            self._place = (int(found[2]) - 1, self._column)
        self._kind, self._value = given.get("t", ""), ""
        self._filled = self._formula = False
        style = _number(given.get("s"))
        form = self._formats[style] if style < len(self._formats) else PLAIN
        if form is not PLAIN:
            self.marks.formats[self._place] = form

    def _finish(self) -> None:
        place = self._place
        if self._kind == "e":
            self.marks.faults[place] = said_error(self._value)
        elif self._formula and not self._value and self._kind != "str":
            self.marks.faults[place] = never_calculated()
        if self._filled or self._kind:
            self.marks.reach(*place)


@lru_cache(maxsize=2000)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
