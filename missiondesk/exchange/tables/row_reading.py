# SPDX-License-Identifier: Apache-2.0
"""Reads the cells of one row by field; what cannot be read becomes a fault, never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final, TypeVar

from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.exchange.spreadsheet import SheetCell
from missiondesk.exchange.tables.columns import MARKER, Column, Layout
from missiondesk.exchange.tables.grid import Fault, Grid, GridRow
from missiondesk.exchange.written_periods import written_period
from missiondesk.language import LANGUAGES, read_number, translator
from missiondesk.language.typed_amounts import read_amount

W = TypeVar("W", bound=Worded)

_BETWEEN = re.compile(r"[;\n]")
NO_NUMBER: Final = message(N_("This is not a number."))
_NO_AMOUNT: Final = N_("This cannot be read as an amount in {currency}.")
_NOT_DATA: Final = frozenset({"example", "eksempel", "help", "hjælp", "guidance", "vejledning"})


def no_amount(currency: str) -> Message:
    """What is said of a cell that holds no amount, or one in another currency."""
    return message(_NO_AMOUNT, currency=currency)


def is_data(row: GridRow, layout: Layout) -> bool:
    """Whether the row is none that its first column marks as an example or as help."""
    column = next((one for one in layout.columns if one.field == MARKER), None)
    return column is None or row.cells[column.index].text.casefold() not in _NOT_DATA


class RowReader:
    """Reads the cells of one row and notes what it cannot read."""

    def __init__(self, grid: Grid, row: GridRow, layout: Layout, faults: list[Fault]) -> None:
        self.row = row
        self.layout = layout
        self._sheet = grid.sheet
        self._faults = faults
        self._columns: dict[str, list[Column]] = {}
        for column in layout.columns:
            if column.field:
                self._columns.setdefault(column.field, []).append(column)
                self._require_usable(column)

    def _require_usable(self, column: Column) -> None:
        fault = self.row.cells[column.index].fault
        if fault is not None:
            self.fault_at(column, fault)

    # -- cells -------------------------------------------------------------------------
    def cell(self, field: str) -> SheetCell | None:
        """The first cell of the field, None without a column."""
        columns = self._columns.get(field)
        return None if columns is None else self.row.cells[columns[0].index]

    def text(self, field: str) -> str:
        """The text of the field, "" when there is none."""
        cell = self.cell(field)
        return "" if cell is None else cell.text

    def columns(self, field: str) -> tuple[Column, ...]:
        """All columns of the field, such as the statuses of several periods."""
        return tuple(self._columns.get(field, ()))

    def wording(self, field: str) -> Wording:
        """The text, in the language its heading names, else in that of the headings."""
        said = dict.fromkeys(LANGUAGES, "")
        for column in self._columns.get(field, ()):
            said[column.language or self.layout.language] = self.row.cells[column.index].text
        return Wording(said["da"], said["en"])

    def in_language(self, text: str) -> Wording:
        """A text in the language of the headings."""
        return Wording(da=text) if self.layout.language == "da" else Wording(en=text)

    def required(self, field: str, msgid: str) -> Wording:
        """The text; a fault when there is none."""
        text = self.wording(field)
        if not text and not any(
            self.row.cells[one.index].fault for one in self._columns.get(field, ())
        ):
            self.fault(field, msgid)
        return text

    def number(self, field: str) -> Decimal | None:
        """The number; one in a sheet is taken as it is, one in text by the signs of a language."""
        cell = self.cell(field)
        return None if cell is None else self.number_in(self._columns[field][0], cell)

    def number_in(
        self, column: Column, cell: SheetCell, otherwise: Message = NO_NUMBER
    ) -> Decimal | None:
        """The number in one cell; ``otherwise`` is what is said of one that cannot be read."""
        if not cell.text:
            return None
        if isinstance(cell.value, Decimal):
            return cell.value
        own = self.layout.language
        if isinstance(cell.value, str):
            for language in (own, "en" if own == "da" else "da"):
                number = read_number(cell.value, language)
                if number is not None:
                    return number
        self.fault_at(column, otherwise)
        return None

    def kroner_in(self, cell: SheetCell) -> Decimal | None:
        """The kroner of an amount that says its unit itself ("2,5 mio. kr."), else None."""
        text = cell.value
        return read_amount(text, self.layout.language, 0, "DKK") if isinstance(text, str) else None

    def period(self, field: str) -> Period | None:
        """The date with the precision that it has in the cell."""
        cell = self.cell(field)
        if cell is None or not cell.text:
            return None
        # The text of a sheet's date is as precise as its format; a year is a number there.
        period = written_period(cell.text, self.layout.language)
        if period is None:
            self.fault(field, N_("This is not a date."))
        return period

    def choice(self, field: str, kind: type[W], others: Mapping[str, W] | None = None) -> W | None:
        """The member of a closed list, by its word in either language."""
        column = next(iter(self._columns.get(field, ())), None)
        if column is None:
            return None
        return self.choice_in(column, kind, others)

    def choice_in(
        self, column: Column, kind: type[W], others: Mapping[str, W] | None = None
    ) -> W | None:
        """The member of a closed list that one cell names."""
        word = _folded(self.row.cells[column.index].text)
        if not word:
            return None
        member = (others or {}).get(word) or choices_of(kind).get(word)
        if member is None:
            said = message(N_("It should be one of: {words}."), words=words_of(kind))
            self.fault_at(column, said)
        return member

    def several(self, field: str) -> tuple[str, ...]:
        """The parts of a cell between semicolons or lines."""
        parts = (" ".join(part.split()) for part in _BETWEEN.split(self.text(field)))
        return tuple(part for part in parts if part)

    # -- faults ------------------------------------------------------------------------
    def fault(self, field: str, msgid: str) -> None:
        """Note that the field cannot be read."""
        self.fault_at(self._columns[field][0], message(msgid))

    def fault_at(self, column: Column, said: Message) -> None:
        """Note that the cell of a column cannot be read."""
        cell = self.row.cells[column.index]
        self._faults.append(
            Fault(self.row.line, column.heading, cell.text, said, self._sheet, cell.place)
        )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def choices_of(kind: type[W]) -> Mapping[str, W]:
    """Members of a closed list by their words in both languages and by their own names."""
    found: dict[str, W] = {}
    for member in kind:
        words = [translator(language).show(member) for language in LANGUAGES]
        for word in (*words, member.word, member.value, member.value.replace("_", " ")):
            found.setdefault(_folded(word), member)
    return found


def words_of(kind: type[Worded]) -> Wording:
    """The words of a closed list in both languages."""
    da, en = (", ".join(map(translator(one).show, kind)) for one in LANGUAGES)
    return Wording(da, en)
