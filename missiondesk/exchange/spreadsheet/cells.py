# SPDX-License-Identifier: Apache-2.0
"""What a workbook holds once it is read: sheets, rows, and cells that know their place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import Message


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell.

    Attributes:
        text: As the sheet shows it, numbers with a decimal point and without grouping; a date as
            precise as its format shows it ("2027-03" where the cell says March 2027).
        value: The number, the date, the text, or None for an empty cell. A cell formatted as per
            cent has the number that is shown: 0.253 formatted as 25.3 % is 25.3.
        percent: Whether the cell is formatted as per cent.
        place: "B7".
        fault: Why the cell cannot be used (an error, a formula never calculated), else None.
    """

    text: str
    value: Decimal | date | str | None
    percent: bool
    place: str
    fault: Message | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing stands there, not even an error."""
        return not self.text and self.fault is None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; row 0 is the sheet's first row, and all rows are equally long.

    Attributes:
        merged: Ranges of merged cells as "A1:C1"; only the first cell of each has a value.
        notes: What a reader should know: hidden rows, what could not be seen.
    """

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    hidden: bool = False
    merged: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file of sheets.

    Attributes:
        format: "XLSX", "XLS", "ODS", or "CSV" when the file is text whatever its name says.
        notes: What a reader should know of the whole file.
        encoding: Of a CSV, with its separator; else "".
    """

    name: str
    format: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Message, ...] = ()
    encoding: str = ""
    separator: str = ""


def place_of(row: int, column: int) -> str:
    """The cell's name in a sheet, both counted from 0: (6, 1) is "B7"."""
    return f"{letters_of(column)}{row + 1}"


def letters_of(column: int) -> str:
    """The column's letters, counted from 0: 0 is "A", 26 is "AA"."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
