# SPDX-License-Identifier: Apache-2.0
"""Reads a return on major projects from a sheet of a workbook, as some departments send it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from missiondesk.domain.message import N_, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.csv_table import MOST_COLUMNS
from missiondesk.exchange.portfolio_returns.headings import Layout, layout_of
from missiondesk.exchange.portfolio_returns.reading import Record, returned, sideways
from missiondesk.exchange.portfolio_returns.returned import PortfolioReturn
from missiondesk.exchange.spreadsheet import Sheet, SheetCell, Workbook

_HEAD: Final = 30  # rows in which the headings begin; titles may stand above them


class _Found(NamedTuple):
    sheet: Sheet
    top: int
    layout: Layout
    rows: list[tuple[str, ...]]


def read_portfolio_workbook(book: Workbook) -> PortfolioReturn | None:
    """Read the return in a workbook; None when no visible sheet is one.

    Raises:
        Refused: A cell has no usable value, headings are missing, or several sheets are returns.
    """
    visible = [sheet for sheet in book.sheets if not sheet.hidden]
    found = [one for one in map(_return_in, visible) if one is not None]
    if not found:
        return None
    if len(found) > 1:
        raise Refused(
            N_(
                "Several sheets are returns on major projects: {sheets}. Save each as its own file."
            ),
            field="columns",
            sheets=", ".join(one.sheet.name for one in found),
        )
    sheet, top, layout, rows = found[0]
    if layout.sideways:
        records = sideways(rows)
    else:
        width = len(layout.headings)
        records = [Record(top + place, row[:width]) for place, row in enumerate(rows)]
    filled = [one for one in records[1:] if any(map(str.strip, one.cells))]
    made = returned(book.name, layout, filled, len(records) - 1 - len(filled), top)
    others = [one.name for one in book.sheets if one is not sheet and one.rows]
    notes = [*made.notes, *book.notes, *sheet.notes]
    if others:
        notes.append(message(N_("Sheets that are not read: {sheets}."), sheets=", ".join(others)))
    return replace(made, format=book.format, notes=tuple(notes))


def _return_in(sheet: Sheet) -> _Found | None:
    rows = [tuple(map(_text, row)) for row in sheet.rows]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((place + 1 for row in rows for place, text in enumerate(row) if text), default=0)
    if not 0 < width <= MOST_COLUMNS:
        return None
    rows = [row[:width] for row in rows]
    for top in range(min(_HEAD, len(rows))):
        layout = layout_of(rows[top:])
        if layout is not None:
            _require_values(sheet)
            return _Found(sheet, top, layout, rows[top:])
    return None


def _text(cell: SheetCell) -> str:
    """As the sheet shows it; what is formatted as per cent keeps its sign."""
    return f"{cell.text} %" if cell.percent and cell.text else cell.text


def _require_values(sheet: Sheet) -> None:
    """An error or a formula that was never calculated has no words that could be kept."""
    for row in sheet.rows:
        for cell in row:
            if cell.fault is not None:
                raise Refused(
                    N_("Sheet “{sheet}”, cell {place}: {reason}"),
                    sheet=sheet.name,
                    place=cell.place,
                    reason=cell.fault,
                )
