# SPDX-License-Identifier: Apache-2.0
"""Reads the tables of statistics on the sheets of a workbook, by the rules of plain tables; what a
sheet knows better than text (numbers, dates, per cent, merged cells) is not guessed again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, is_workbook, read_workbook
from missiondesk.exchange.spreadsheet.cells import letters_of
from missiondesk.exchange.statistics.csv_dialect import Row
from missiondesk.exchange.statistics.delimited import plain_table
from missiondesk.exchange.statistics.grid import is_period, make_grid
from missiondesk.exchange.statistics.table import Category, Dimension, StatisticalTable
from missiondesk.exchange.statistics.written_numbers import shape_of

_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
# The one error by which people say that there is no figure.
_NOT_AVAILABLE: Final = "#N/A"


def recognises(head: bytes) -> bool:
    """Whether a file begins as workbooks do."""
    return is_workbook(head)


def read(data: bytes, name: str) -> tuple[StatisticalTable, ...]:
    """Read each visible sheet that holds a table; what the others lack is told with the tables.

    Raises:
        Refused: The workbook cannot be read, or no sheet holds a table; then the reason of the
            sheet with most cells is said.
    """
    book = read_workbook(data, name)
    tables: list[StatisticalTable] = []
    refused: list[tuple[int, str, Message]] = []
    told = list(book.notes)
    for sheet in book.sheets:
        if sheet.hidden:
            if sheet.rows:
                told.append(
                    message(N_("The hidden sheet “{sheet}” is not read."), sheet=sheet.name)
                )
            continue
        if not any(cell.text for row in sheet.rows for cell in row):
            continue
        try:
            tables.append(_table(sheet, name, book.format))
        except Refused as error:
            size = len(sheet.rows) * len(sheet.rows[0])
            refused.append((size, sheet.name, error.message))
    if not tables:
        if not refused:
            raise Refused(N_("The workbook has no sheet with cells."))
        _, largest, reason = max(refused, key=lambda one: one[0])
        raise Refused(N_("Sheet “{sheet}”: {reason}"), sheet=largest, reason=reason)
    told += [
        message(N_("Sheet “{sheet}”: {reason}"), sheet=one, reason=reason)
        for _, one, reason in refused
    ]
    return tuple(_named(one, tuple(told), alone=len(tables) == 1) for one in tables)


def _named(table: StatisticalTable, told: tuple[Message, ...], alone: bool) -> StatisticalTable:
    table_id = table.table_id.partition("\n")[0] if alone else table.table_id.replace("\n", ": ")
    return replace(table, table_id=table_id, warnings=(*table.warnings, *told))


# -- one sheet -----------------------------------------------------------------------------


def _table(sheet: Sheet, name: str, format_: str) -> StatisticalTable:
    texts = _texts(sheet)
    written: dict[str, str] = {}
    rows = tuple(
        Row(
            number + 1,
            tuple(_neutral(cell, text, written) for cell, text in zip(row, line, strict=True)),
        )
        for number, (row, line) in enumerate(zip(sheet.rows, texts, strict=True))
    )
    try:
        table = plain_table(rows, "", name, format_)
        places = _places(rows)
    except Refused as error:
        raise _as_shown(error, written, rows) from None
    cells = replace(
        table.cells,
        place=lambda position: _place(table.cells.place(position), places, sheet.name),
    )
    return replace(
        table,
        # The sheet's name is split off again when the table is the only one.
        table_id=f"{table.table_id}\n{sheet.name}",
        title=table.title or sheet.name,
        dimensions=tuple(_relabelled(one, written) for one in table.dimensions),
        cells=cells,
        warnings=(*table.warnings, *sheet.notes),
    )


def _texts(sheet: Sheet) -> list[list[str]]:
    """The cells' texts; a label merged over several rows stands in each of them.

    Raises:
        Refused: A cell shows an error other than that there is no figure.
    """
    texts = [[_usable(cell) for cell in row] for row in sheet.rows]
    for merged in sheet.merged:
        found = _RANGE.fullmatch(merged)
        if found is None or found[1] != found[3]:
            continue
        column = _number(found[1])
        first, last = int(found[2]) - 1, int(found[4]) - 1
        if last >= len(texts) or column >= len(texts[first]):
            continue
        text = texts[first][column]
        if _is_heading(texts[first][column + 1 :], texts[last][column + 1 :]):
            # Of two lines of headings the lower one names the column.
            if column == 0:
                texts[first][column], texts[last][column] = "", text
            continue
        for row in range(first + 1, last + 1):
            texts[row][column] = text
    return texts


def _is_heading(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the cells beside a merged one are headings: periods in one line only."""
    periods = [any(cell and is_period(cell) for cell in line) for line in (upper, lower)]
    figures = [
        shape_of(cell) is not None and not is_period(cell)
        for line in (upper, lower)
        for cell in line
        if cell
    ]
    return periods[0] != periods[1] and not any(figures)


def _usable(cell: SheetCell) -> str:
    if cell.fault is None:
        return cell.text
    if dict(cell.fault.values).get("error") == _NOT_AVAILABLE:
        return _NOT_AVAILABLE
    raise Refused(N_("Cell {place}: {reason}"), place=cell.place, reason=cell.fault)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _neutral(cell: SheetCell, text: str, written: dict[str, str]) -> str:
    """A number without a mark that could be taken for another: 1.234 is 1234e-3."""
    value = cell.value
    if not isinstance(value, Decimal) or value == value.to_integral_value():
        return text
    sign, digits, exponent = value.as_tuple()
    plain = f"{'-' if sign else ''}{''.join(map(str, digits))}e{exponent}"
    neutral = f"{plain} %" if cell.percent else plain
    written[neutral] = text
    return neutral


def _relabelled(dimension: Dimension, written: Mapping[str, str]) -> Dimension:
    """Names of columns and rows as the sheet shows them."""
    if not any(one.label in written or one.code in written for one in dimension.categories):
        return dimension
    categories: list[Category] = []
    for one in dimension.categories:
        code, label = written.get(one.code, one.code), written.get(one.label, one.label)
        categories.append(replace(one, code=code, label=label))
    return replace(dimension, categories=tuple(categories))


# -- places --------------------------------------------------------------------------------


def _places(rows: tuple[Row, ...]) -> dict[str, int]:
    """The column of each heading as the reader of plain tables says it, where it is sure."""
    grid = make_grid(rows)
    found: dict[str, int] = {}
    twice: set[str] = set()
    for column, heading in enumerate(grid.headings):
        over = grid.above[column] if column < len(grid.above) else ""
        for said in {heading, f"{over} {heading}" if over else heading}:
            if said in found:
                twice.add(said)
            found[said] = column + grid.left
    return {said: column for said, column in found.items() if said not in twice}


def _place(said: Message, places: Mapping[str, int], sheet: str) -> Message:
    """The place as the sheet names it: sheet “A”, cell B7."""
    values = dict(said.values)
    line, column = values.get("line"), values.get("column")
    if not isinstance(line, int) or not isinstance(column, str):
        return said
    if column not in places:
        return message(N_("sheet “{sheet}”, {place}"), sheet=sheet, place=said)
    cell = f"{letters_of(places[column])}{line}"
    return message(N_("sheet “{sheet}”, cell {place}"), sheet=sheet, place=cell)


def _as_shown(error: Refused, written: Mapping[str, str], rows: tuple[Row, ...]) -> Refused:
    """The refusal with numbers and places as the sheet shows them."""
    try:
        places = _places(rows)
    except Refused:
        places = {}
    values = {name: _value_as_shown(value, written, places) for name, value in error.message.values}
    return Refused(error.message.msgid, field=error.field, rule=error.rule, **values)


def _value_as_shown(value: object, written: Mapping[str, str], places: Mapping[str, int]) -> object:
    if isinstance(value, str):
        return written.get(value, value)
    if not isinstance(value, Message):
        return value
    found = dict(value.values)
    line, column = found.get("line"), found.get("column")
    if isinstance(line, int) and isinstance(column, str) and column in places:
        return message(N_("cell {place}"), place=f"{letters_of(places[column])}{line}")
    return value
