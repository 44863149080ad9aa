# SPDX-License-Identifier: Apache-2.0
"""What the reader of values does not tell of cells: formats, errors, formulas without a value, and
how far a sheet reaches, found before the sheet is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Final
from xml.parsers import expat

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.spreadsheet.cells import place_of
from missiondesk.exchange.spreadsheet.number_formats import PLAIN, NumberFormat

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 2_000
MOST_CELLS: Final = 1_000_000

Attributes = Mapping[str, str]


@dataclass(slots=True)
class SheetMarks:
    """What was seen of one sheet, by row and column from 0.

    Attributes:
        faults: Cells that have no usable value, with the reason.
        formats: Formats of cells that are not plain.
        linked: Whether a formula takes its value from another workbook.
    """

    faults: dict[tuple[int, int], Message] = field(default_factory=dict)
    formats: dict[tuple[int, int], NumberFormat] = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: int = 0
    linked: bool = False
    rows: int = 0
    columns: int = 0

    def reach(self, row: int, column: int) -> None:
        """Note that a cell stands there.

        Raises:
            Refused: The sheet is larger than one that can be read.
        """
        if row < self.rows and column < self.columns:
            return
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        require_extent(self.rows, self.columns, place_of(row, column))

    def format_of(self, row: int, column: int) -> NumberFormat:
        """The cell's format."""
        return self.formats.get((row, column), PLAIN)


def require_extent(rows: int, columns: int, place: str) -> None:
    """Refuse a sheet that is too large.

    Raises:
        Refused: More than 100,000 rows, 2,000 columns or a million cells.
    """
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise Refused(
            N_("A sheet reaches to cell {place}; at most {most} cells are read."),
            place=place,
            most=MOST_CELLS,
        )


def require_total(sheets: Iterable[SheetMarks]) -> None:
    """Refuse a workbook whose sheets are together too large.

    Raises:
        Refused: More than a million cells.
    """
    if sum(one.rows * one.columns for one in sheets) > MOST_CELLS:
        raise Refused(N_("The workbook has more than {most} cells."), most=MOST_CELLS)


def said_error(text: str) -> Message:
    """Why a cell with an error cannot be used."""
    return message(N_("The cell shows the error {error}."), error=text or "#")


def never_calculated() -> Message:
    """Why a formula without a value cannot be used."""
    return message(
        N_("The formula has no calculated value; open the workbook in Excel and save it again.")
    )


class _LocalNames(dict[str, str]):
    """Names without their namespace, each worked out once."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(" ")[2]
        return local


class Elements:
    """Runs through the elements of a part; names come without their namespace."""

    def __init__(self, part: bytes) -> None:
        self._part = part
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse

    def run(
        self,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Call ``start``, ``end`` and ``text`` as the elements come.

        Raises:
            Refused: The part is no XML, or declares entities.
        """
        parser = self._parser
        # There are hundreds of thousands of calls, with few names.
        local = _LocalNames()
        parser.StartElementHandler = lambda name, given: start(local[name], given)
        if end is not None:
            closing = end
            parser.EndElementHandler = lambda name: closing(local[name])
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            parser.Parse(self._part, True)
        except (expat.ExpatError, LookupError, ValueError):
            raise damaged() from None

    def _refuse(self, *_: object) -> None:
        raise Refused(N_("The workbook declares entities, as no office program does."))


def damaged() -> Refused:
    """The refusal of a part that does not follow its format."""
    return Refused(N_("The workbook is damaged and cannot be read."))


def attribute(given: Attributes, name: str) -> str:
    """The attribute of this local name, whatever its namespace; "" without one."""
    if name in given:
        return given[name]
    ending = f" {name}"
    return next((value for key, value in given.items() if key.endswith(ending)), "")
