# SPDX-License-Identifier: Apache-2.0
"""Measures a read table: columns as wide as their numbers, rows as high as their text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTableView, QWidget

from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.painted_text import text_width
from missiondesk.ui.widgets.table_delegate import (
    least_height,
    natural_width,
    row_height,
    word_width,
)
from missiondesk.ui.widgets.table_model import Column, TableModel

# Beyond this many rows all rows get one height, and some of them, spread over the table, tell how
# wide and how high.
_MEASURED = 400
_SAMPLE = 120
# Widths in px at 100 %.
_WIDEST = 340
# What a column whose words wrap keeps when the others need the room.
_NARROWEST = 116
_LONGEST_WORD = 220  # longer ones are broken


def shown_columns(view: QTableView) -> tuple[bool, ...]:
    """Whether each column is shown."""
    model = view.model()
    return tuple(not view.isColumnHidden(place) for place in range(model.columnCount()))


def fit_columns(view: QTableView, model: TableModel[Any], least: dict[int, int]) -> None:
    """Give each column what it needs, and the stretching ones their share of the rest."""
    columns = model.columns
    spare = max(view.viewport().width() - sum(least.values()), 0)
    shares = sum(columns[place].stretch for place in least)
    for place in least:
        extra = spare * columns[place].stretch // shares if shares else 0
        view.setColumnWidth(place, least[place] + extra)


def least_widths(view: QTableView, model: TableModel[Any]) -> dict[int, int]:
    """Width in pixels that each column that is shown cannot do without."""
    columns = model.columns
    shown = [place for place in range(len(columns)) if not view.isColumnHidden(place)]
    sample = _sample(model.rows)
    narrow = view.horizontalHeader().minimumSectionSize()
    least = {place: max(_least(columns[place], sample), narrow) for place in shown}
    words = {place: _words(columns[place], sample) for place in shown}
    _give_way(least, words, view.viewport().width())
    return least


def _sample(rows: Sequence[Any]) -> Sequence[Any]:
    """All rows of a table that is measured whole, else the first screen and some of the rest."""
    if len(rows) <= _MEASURED:
        return rows
    first = _SAMPLE // 2
    return (*rows[:first], *rows[first :: max(1, (len(rows) - first) // (_SAMPLE - first))])


def _words(column: Column[Any], sample: Sequence[Any]) -> int:
    """Width that breaks no word of a stretching column whose text wraps; 0 for any other."""
    if not (column.stretch and column.wrap) or column.paint is not None:
        return 0
    longest = word_width(column, sample) if sample else 0
    return max(scaled(_NARROWEST), head_width(column.header), min(longest, scaled(_LONGEST_WORD)))


def _give_way(least: dict[int, int], words: dict[int, int], room: int) -> None:
    """Widen wrapping columns to their words, and narrow them before any other is cut off."""
    for place, word in words.items():
        least[place] = max(least[place], word)
    for place in sorted(least, key=lambda one: -least[one]):
        over = sum(least.values()) - room
        if over > 0 and words[place]:
            least[place] = max(least[place] - over, words[place])


def head_width(text: str) -> int:
    """What a head of this text needs, its padding included, at the widest of its lines."""
    font = theme.font(theme.DETAIL, QFont.Weight.DemiBold)
    return round(max(text_width(line, font) for line in text.split("\n"))) + 20


def _least(column: Column[Any], sample: Any) -> int:
    wide = max(scaled(column.width), head_width(column.header))
    if column.stretch or column.paint is not None:
        return wide
    natural = natural_width(column, sample) if sample else 0
    return max(wide, min(natural, scaled(_WIDEST)))


def fit_rows(view: QTableView, model: TableModel[Any]) -> None:
    """Give each row the height of its highest cell; a long table one height for all."""
    sample = _sample(model.rows)
    widths = [
        (column, view.columnWidth(place))
        for place, column in enumerate(model.columns)
        if not view.isColumnHidden(place) and column.may_be_high
    ]
    least = least_height()
    tall = [
        max((row_height(column, row, wide) for column, wide in widths), default=least)
        for row in sample
    ]
    header = view.verticalHeader()
    header.setMinimumSectionSize(least)
    header.setDefaultSectionSize(max(tall, default=least))
    if len(model.rows) > _MEASURED:
        # What a shorter table was given before would stay with the first rows.
        tall = [header.defaultSectionSize()] * _MEASURED
    for place, high in enumerate(tall):
        header.resizeSection(place, high)
    view.updateGeometry()  # what it asks for follows its rows


def full_height(view: QTableView, model: TableModel[Any], empty: QWidget | None) -> int:
    """Height that shows all rows, or what stands for them when there are none."""
    rows = model.rowCount()
    high = sum(view.rowHeight(place) for place in range(rows))
    if not rows and empty is not None:
        high = empty.sizeHint().height()
    wide = sum(view.columnWidth(place) for place in range(len(model.columns)))
    if wide > view.viewport().width():
        high += view.horizontalScrollBar().sizeHint().height()
    return view.horizontalHeader().sizeHint().height() + high + 2
