# SPDX-License-Identifier: Apache-2.0
"""Marks of the sheets of an ODS: per cent, errors, and how far repeated cells reach."""

from __future__ import annotations

from typing import Final

from missiondesk.exchange.spreadsheet.marks import (
    Attributes,
    Elements,
    SheetMarks,
    attribute,
    damaged,
    require_total,
    said_error,
)
from missiondesk.exchange.spreadsheet.number_formats import NumberFormat
from missiondesk.exchange.spreadsheet.package import Package

CONTENT: Final = "content.xml"
_PERCENT: Final = NumberFormat(percent=True, scaled=True)
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})


def ods_marks(package: Package) -> dict[str, SheetMarks]:
    """The marks of each sheet by its name.

    Raises:
        Refused: The content is damaged or a sheet too large.
    """
    reader = _ContentReader()
    Elements(package.part(CONTENT) or b"<none/>").run(reader.start, reader.end, reader.text)
    require_total(reader.sheets.values())
    return reader.sheets


class _ContentReader:
    def __init__(self) -> None:
        self.sheets: dict[str, SheetMarks] = {}
        self._marks = SheetMarks()
        self._row = self._column = 0
        self._rows = 1
        self._cell: Attributes | None = None
        self._text = ""

    def start(self, name: str, given: Attributes) -> None:
        """An element begins."""
        if name == "table":
            if self._cell is not None:
                raise damaged()
            require_total(self.sheets.values())
            self._marks = self.sheets.setdefault(attribute(given, "name"), SheetMarks())
            self._row = 0
        elif name == "table-row":
            self._rows, self._column = _repeated(given, "number-rows-repeated"), 0
            self._marks.hidden_rows += attribute(given, "visibility") in ("collapse", "filter")
        elif name in _CELLS:
            self._cell, self._text = given, ""

    def end(self, name: str) -> None:
        """An element ends."""
        if name in _CELLS and self._cell is not None:
            self._finish(self._cell)
            self._cell = None
        elif name == "table-row":
            self._row += self._rows

    def text(self, text: str) -> None:
        """Text inside an element."""
        if self._cell is not None and len(self._text) < 100:
            self._text += text.strip()

    def _finish(self, given: Attributes) -> None:
        count = _repeated(given, "number-columns-repeated")
        kinds = [value for key, value in given.items() if key.endswith("value-type")]
        formula = attribute(given, "formula")
        if kinds or formula or self._text:
            # The far corner first: a sheet that is too large is refused before it is gone through.
            self._marks.reach(self._row + self._rows - 1, self._column + count - 1)
            # Older programs mark an error by nothing but its text.
            wrong = "error" in kinds or (formula and self._text.startswith(("Err:", "#")))
            for row in range(self._row, self._row + self._rows):
                for column in range(self._column, self._column + count):
                    if "percentage" in kinds:
                        self._marks.formats[row, column] = _PERCENT
                    if wrong:
                        self._marks.faults[row, column] = said_error(self._text)
            self._marks.linked |= "'file:" in formula
        self._column += count


def _repeated(given: Attributes, name: str) -> int:
    text = attribute(given, name)
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) < 9 and int(text)):
        raise damaged()
    return int(text)
