# SPDX-License-Identifier: Apache-2.0
"""Writes records as tables that can be changed in a spreadsheet and read back by their keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

from missiondesk.domain.entities import Entity
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.initiative import Money
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.exchange.record_tables.headings import RecordColumn, columns_of, years_of
from missiondesk.exchange.record_tables.shapes import Sort, shapes_of
from missiondesk.exchange.registers import Register, register_csv
from missiondesk.exchange.spreadsheet.writing import (
    LONGEST_CHOICES,
    CellValue,
    Properties,
    WrittenSheet,
    write_workbook,
)
from missiondesk.language import Translator, translator
from missiondesk.language.clean_text import clean_text

# Kind of record and id -> how the record is called in a cell, so that it is found again.
Called = Callable[[str, str], str]

_MILLION: Final = Decimal(100_000_000)
_WIDTHS: Final = {Sort.WORDING: 36, Sort.TEXT: 24, Sort.REFERENCE: 20, Sort.REFERENCES: 20}


def records_workbook(
    records: Mapping[str, Sequence[Entity]], language: str, called: Called, today: date
) -> bytes:
    """A workbook with a sheet for each kind, its headings too where there is no record.

    Args:
        records: By kind, of `TABLE_KINDS`.
        language: Of headings and words, "da" or "en".
        called: How a referred record is called.
        today: Stamps the file, and tells which years have a column at least.

    Raises:
        Refused: A text is longer than a cell holds, or there are more rows than a sheet has.
    """
    tr = translator(language)
    sheets = [_sheet(kind, rows, tr, called, today) for kind, rows in records.items()]
    title = tr.say(N_("Tables of the workspace"))
    return write_workbook(sheets, Properties(title, tr.tag, "", today))


def records_csv(
    kind: str, records: Sequence[Entity], language: str, called: Called, today: date
) -> bytes:
    """The records of one kind as CSV."""
    tr = translator(language)
    columns = _columns(kind, records, tr, today)
    rows = [[_cell(record, column, tr, called) for column in columns] for record in records]
    heads = tuple(one.heading for one in columns)
    return register_csv(Register(sheet_title(kind, tr), language, heads, rows, "", today))


def sheet_title(kind: str, tr: Translator) -> str:
    """What the sheet of a kind is called."""
    word = tr.say(KIND_WORDS[kind])
    return word[:1].upper() + word[1:]


def _columns(
    kind: str, records: Sequence[Entity], tr: Translator, today: date
) -> tuple[RecordColumn, ...]:
    money = [one.name for one in shapes_of(kind) if one.sort is Sort.MONEY]
    amounts = (cast("tuple[Money, ...]", getattr(it, name)) for it in records for name in money)
    return columns_of(kind, tr, years_of(amounts, today.year))


def _sheet(
    kind: str, records: Sequence[Entity], tr: Translator, called: Called, today: date
) -> WrittenSheet:
    columns = _columns(kind, records, tr, today)
    rows = [[_clean(_cell(one, column, tr, called)) for column in columns] for one in records]
    widths = tuple(max(_width(column), len(column.heading) + 2) for column in columns)
    choices = {place: words for place, one in enumerate(columns) if (words := _choices(one, tr))}
    heads = tuple(one.heading for one in columns)
    return WrittenSheet(sheet_title(kind, tr), heads, rows, widths, choices)


def _width(column: RecordColumn) -> int:
    return 12 if column.shape is None else _WIDTHS.get(column.shape.sort, 14)


def _choices(column: RecordColumn, tr: Translator) -> tuple[str, ...]:
    """The closed list of a column, where a sheet can offer one so long."""
    if column.shape is None or column.shape.words is None:
        return ()
    words = tuple(map(tr.show, column.shape.words))
    return words if len(",".join(words)) <= LONGEST_CHOICES and "," not in "".join(words) else ()


def _clean(value: CellValue) -> CellValue:
    return clean_text(value) if isinstance(value, str) else value


def _cell(record: Entity, column: RecordColumn, tr: Translator, called: Called) -> CellValue:
    shape = column.shape
    if shape is None:
        return record.id
    value: Any = getattr(record, shape.name)
    if value is None:
        return None
    match shape.sort:
        case Sort.WORDING:
            assert isinstance(value, Wording)
            return value.only(column.part)
        case Sort.PERIOD:
            assert isinstance(value, Period)
            return value.text
        case Sort.MONEY:
            mine = sum(money.oere for money in value if str(money.year) == column.part)
            there = any(str(money.year) == column.part for money in value)
            return Decimal(mine) / _MILLION if there else None
        case Sort.MILLIONS:
            return Decimal(value) / _MILLION
        case Sort.FLAG:
            return tr.say("yes") if value else tr.say("no")
        case Sort.WORD:
            return tr.show(value)
        case Sort.REFERENCE:
            return called(shape.target, value)
        case Sort.REFERENCES:
            return "; ".join(called(shape.target, key) for key in value)
        case _:
            return cast("CellValue", value)
