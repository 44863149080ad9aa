# SPDX-License-Identifier: Apache-2.0
"""Reads plain tables of statistics from separated text: StatBank's CSV, the World Bank's, an
office's own. What is not sure by rule is refused with what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.csv_dialect import Row, find_separator, read_rows, text_of
from missiondesk.exchange.statistics.grid import make_grid
from missiondesk.exchange.statistics.heads import beginning
from missiondesk.exchange.statistics.layout import build
from missiondesk.exchange.statistics.long_table import read_long
from missiondesk.exchange.statistics.table import StatisticalTable
from missiondesk.exchange.statistics.wide_table import is_wide, read_wide, uses_above

_MARKUP = re.compile(r"\s*(?:<[!?A-Za-z]|[\[{]|%PDF)")


def recognises(head: bytes) -> bool:
    """Whether the beginning is text that some sign divides into cells."""
    text = beginning(head)
    if not text or _MARKUP.match(text):
        return False
    try:
        find_separator(text)
    except Refused:
        return False
    return True


def read(data: bytes, name: str) -> tuple[StatisticalTable, ...]:
    """Read the table of a file of separated values.

    Raises:
        Refused: It is not sure what is time and what are figures, or a cell cannot be read; the
            sentence says what is missing, or names line and column.
    """
    text = text_of(data).text
    separator = find_separator(text)
    rows = tuple(read_rows(text, separator))
    return (plain_table(rows, separator, name, "CSV"),)


def plain_table(rows: Sequence[Row], separator: str, name: str, format_: str) -> StatisticalTable:
    """The table that the rows make, with periods across or down.

    Args:
        rows: Cells as they stand, each row with its line in the file.
        separator: The sign between the cells; a semicolon speaks for decimal commas.
        name: The file's name.
        format_: The format's name.

    Raises:
        Refused: As `read`.
    """
    grid = make_grid(rows)
    if any(grid.above) and not uses_above(grid):
        line = ": ".join(dict.fromkeys(filter(None, grid.above)))
        title = grid.title or line
        notes = grid.notes if title == line else (line, *grid.notes)
        grid = replace(grid, above=(), title=title, notes=notes)
    layout = read_wide(grid) if is_wide(grid) else read_long(grid)
    return build(layout, grid, separator, name, format_)
