# SPDX-License-Identifier: Apache-2.0
"""Reads tables of records back: values by field, references as they are written, faults by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any, Final

from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.references import TABLE_KINDS
from missiondesk.domain.wording import Wording
from missiondesk.exchange.csv_table import read_csv
from missiondesk.exchange.formulas import as_written
from missiondesk.exchange.record_tables.headings import RecordColumn, kind_told, read_headings
from missiondesk.exchange.record_tables.shapes import FieldShape, Sort, shapes_of
from missiondesk.exchange.spreadsheet import SheetCell, Workbook
from missiondesk.exchange.tables.grid import Fault, Grid, GridRow, grid_of_csv, grid_of_sheet
from missiondesk.exchange.tables.row_reading import NO_NUMBER, choices_of, no_amount, words_of
from missiondesk.exchange.written_periods import written_period
from missiondesk.language import LANGUAGES, Translator, read_number, translator
from missiondesk.language.typed_amounts import read_amount, read_in_unit

_MILLION: Final = Decimal(100_000_000)
_KRONER: Final = "DKK"
_UNKNOWN: Final = message(
    N_("This cannot be read as an amount: no column of the table says in which currency it is.")
)


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One row.

    Attributes:
        line: Line of the file or row of the sheet, from 1.
        key: Id of the record, "" for a new one.
        values: By field; of a reference the text that names it, of several a tuple of texts.
            A wording holds None for a language that has no column.
    """

    line: int
    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecordTable:
    """One table as read.

    Attributes:
        kind: Of `TABLE_KINDS`.
        columns: What each heading means; None is not read.
        faults: Every cell that cannot be read.
    """

    kind: str
    language: str
    grid: Grid
    columns: tuple[RecordColumn | None, ...]
    lines: tuple[RecordLine, ...]
    faults: tuple[Fault, ...]

    def fault(self, line: int, name: str, said: Message) -> Fault:
        """A fault of a row that was found later, at the cell of the field, else of the key."""
        row = next(one for one in self.grid.rows if one.line == line)
        places = (
            place
            for place, column in enumerate(self.columns)
            if column is not None and column.shape is not None and column.shape.name == name
        )
        return _fault(self.grid, row, next(places, 0), said)


@dataclass(frozen=True, slots=True)
class RecordBook:
    """A file of such tables, in the order in which they are to be brought in."""

    name: str
    format: str
    encoding: str
    separator: str
    tables: tuple[RecordTable, ...]
    notes: tuple[Message, ...] = ()


def may_be_records(headings: tuple[str, ...]) -> bool:
    """Whether a table with these headings is one of records with keys."""
    return kind_told(headings) is not None


def read_record_csv(data: bytes, name: str) -> RecordBook | None:
    """Read a CSV; None when its first heading is none of a key.

    Raises:
        Refused: It is no table.
    """
    table = read_csv(data)
    grid = grid_of_csv(table)
    found = _table(grid)
    if found is None:
        return None
    return RecordBook(name, "CSV", table.encoding, table.separator, (found,))


def read_record_workbook(book: Workbook) -> RecordBook | None:
    """Read every sheet that has a heading of a key; None when there is none."""
    tables: list[RecordTable] = []
    notes = list(book.notes)
    for sheet in book.sheets:
        if not sheet.rows:
            continue
        found = _table(grid_of_sheet(sheet, 0))
        if found is None:
            said = N_("No headings are known on the sheet “{sheet}”; it is not read.")
            notes.append(message(said, sheet=sheet.name))
            continue
        tables.append(found)
        notes += sheet.notes
    if not tables:
        return None
    tables.sort(key=lambda one: TABLE_KINDS.index(one.kind))
    return RecordBook(book.name, book.format, "", "", tuple(tables), tuple(notes))


def _table(grid: Grid) -> RecordTable | None:
    told = kind_told(grid.headings)
    if told is None:
        return None
    kind, tr = told
    columns = read_headings(kind, tr, grid.headings)
    faults: list[Fault] = []
    foreign = any(one.name == "currency" for one in shapes_of(kind))
    lines = [
        _Row(grid, row, columns, tr, faults, foreign).line()
        for row in grid.rows
        if any(not cell.empty for cell in row.cells)
    ]
    return RecordTable(kind, tr.lang, grid, columns, tuple(lines), tuple(faults))


def _fault(grid: Grid, row: GridRow, place: int, said: Message) -> Fault:
    cell = row.cells[place]
    return Fault(row.line, grid.headings[place], cell.text, said, grid.sheet, cell.place)


@dataclass(slots=True)
class _Row:
    """Reads one row.

    Attributes:
        foreign: Whether its amounts may be in another currency than kroner.
    """

    grid: Grid
    row: GridRow
    columns: tuple[RecordColumn | None, ...]
    tr: Translator
    faults: list[Fault]
    foreign: bool
    values: dict[str, Any] = field(default_factory=dict)

    def line(self) -> RecordLine:
        key = ""
        for place, column in enumerate(self.columns):
            if column is None:
                continue
            if column.shape is None:
                key = self.row.cells[place].text.strip().lower()
                continue
            self._take(place, column, column.shape)
        return RecordLine(self.row.line, key, self.values)

    def _take(self, place: int, column: RecordColumn, shape: FieldShape) -> None:
        cell = self.row.cells[place]
        if cell.fault is not None:
            self._refuse(place, cell.fault)
        elif shape.sort is Sort.WORDING:
            before = self.values.get(shape.name) or dict.fromkeys(LANGUAGES)
            self.values[shape.name] = {**before, column.part: self._text(cell)}
        elif shape.sort is Sort.MONEY:
            amount = self._hundredths(place, cell)
            before = self.values.get(shape.name, ())
            if amount is not None:
                before = (*before, Money(int(column.part), amount))
            self.values[shape.name] = tuple(sorted(before, key=lambda one: one.year))
        else:
            self.values[shape.name] = self._value(place, cell, shape)

    def _text(self, cell: SheetCell) -> str:
        return as_written(cell.text) if not self.grid.sheet else cell.text

    def _value(self, place: int, cell: SheetCell, shape: FieldShape) -> Any:
        text = self._text(cell).strip()
        if not text:
            return "" if shape.sort is Sort.TEXT else shape.empty
        match shape.sort:
            case Sort.TEXT:
                return self._text(cell)
            case Sort.PERIOD:
                period = written_period(text, self.tr.lang)
                return self._or_refuse(place, period, N_("This is not a date."))
            case Sort.NUMBER:
                return self._number(place, cell)
            case Sort.WHOLE:
                number = self._number(place, cell)
                if number is None or number == number.to_integral_value():
                    return None if number is None else int(number)
                return self._or_refuse(place, None, N_("This is not a whole number."))
            case Sort.MILLIONS:
                return self._hundredths(place, cell)
            case Sort.FLAG:
                flags = {word: flag for one in map(translator, LANGUAGES) for word, flag in
                         ((one.say("yes"), True), (one.say("no"), False))}  # fmt: skip
                found = flags.get(text.casefold())
                return self._or_refuse(place, found, N_("This is neither yes nor no."))
            case Sort.WORD:
                assert shape.words is not None
                return self._word(place, text, shape.words)
            case Sort.REFERENCES:
                return tuple(part.strip() for part in text.split(";") if part.strip())
            case _:
                return text

    def _word(self, place: int, text: str, words: type[Worded]) -> Worded | None:
        found = choices_of(words).get(" ".join(text.casefold().split()))
        if found is None:
            said = message(N_("It should be one of: {words}."), words=words_of(words))
            self._refuse(place, said)
        return found

    def _number(
        self, place: int, cell: SheetCell, otherwise: Message = NO_NUMBER
    ) -> Decimal | None:
        if isinstance(cell.value, Decimal):
            return cell.value
        for language in (self.tr.lang, *LANGUAGES):
            number = read_number(cell.text, language)
            if number is not None:
                return number
        self._refuse(place, otherwise)
        return None

    def _hundredths(self, place: int, cell: SheetCell) -> int | None:
        if cell.empty or not cell.text.strip():
            return None
        number, currency = None, self._currency(place)
        if not isinstance(cell.value, Decimal):
            number = self._amount(cell.text, currency)
        if number is None:
            number = self._number(place, cell, no_amount(currency) if currency else _UNKNOWN)
        if number is None:
            return None
        exact = number * _MILLION
        if exact != exact.to_integral_value():
            self._refuse(place, message(N_("An amount has no more than whole øre.")))
            return None
        return int(exact)

    def _amount(self, text: str, currency: str) -> Decimal | None:
        """Millions that stand with their unit, also where only the currency's code is known."""
        found = read_amount(text, self.tr.lang, 6, currency)
        if found is not None or not currency:
            return found
        unit = self.tr.say(N_("{currency} million"), currency=currency)
        return read_in_unit(text, self.tr.lang, unit)

    def _currency(self, place: int) -> str:
        """Of an amount; "" where the record may have another and the table does not say it."""
        column = self.columns[place]
        here = column.shape if column is not None else None
        if here is None or here.sort is Sort.MONEY or not self.foreign:
            return _KRONER
        columns = (
            at
            for at, one in enumerate(self.columns)
            if one is not None and one.shape is not None and one.shape.name == "currency"
        )
        at = next(columns, None)
        return "" if at is None else self.row.cells[at].text.strip().upper() or _KRONER

    def _or_refuse(self, place: int, value: Any, msgid: str) -> Any:
        if value is None:
            self._refuse(place, message(msgid))
        return value

    def _refuse(self, place: int, said: Message) -> None:
        self.faults.append(_fault(self.grid, self.row, place, said))


def merged_wording(before: Wording, given: Mapping[str, str | None]) -> Wording:
    """The wording with the languages that the table has a column for."""
    da, en = given.get("da"), given.get("en")
    return Wording(before.only("da") if da is None else da, before.only("en") if en is None else en)
