# SPDX-License-Identifier: Apache-2.0
"""Paints the cells of a read table: a few lines and a detail, hairlines between rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from missiondesk.ui import theme
from missiondesk.ui.widgets.painted_text import (
    height_by_key,
    key_of,
    paint_text,
    width_by_key,
    with_its_sign,
)
from missiondesk.ui.widgets.table_model import Column, TableModel

PAD_X, PAD_Y = 8, 9
_LEAST_HEIGHT = 38  # px, also where the font is small


class CellDelegate(QStyledItemDelegate):
    """Knows how high and how wide a cell wants to be, and paints it."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.hovered = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        assert isinstance(model, TableModel)
        row = model.row_at(index)
        if row is None:
            return
        rect: QRect = option.rect
        # Asked of the table: the option's state would make the some 900 words of QStyle first.
        view = self.parent()
        assert isinstance(view, QTableView)
        painter.save()
        chosen = view.selectionModel().isSelected(index)
        if chosen:
            painter.fillRect(rect, theme.colour("chosen"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, theme.colour("hover"))
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and index.column() == 0 and view.hasFocus() and view.currentIndex() == index:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
        inner = rect.adjusted(PAD_X, 0, -PAD_X, -1)
        column = model.columns[index.column()]
        if column.paint is not None:
            column.paint(painter, inner, row)
        else:
            self._paint_lines(painter, inner, column, row)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, inner: QRect, column: Column[Any], row: object
    ) -> None:
        text, detail = column.text(row), column.detail(row) if column.detail else ""
        font, small = fonts_of(column)
        most = column.most
        high = cell_height(column, row, inner.width())
        top = inner.top() + (inner.height() - high) / 2
        area = QRect(inner.left(), round(top), inner.width(), round(high))
        tint = theme.colour(column.colour(row) if column.colour else "ink")
        if text:
            used = paint_text(painter, area, text, font, tint, right=column.right, most=most)
            area.setTop(area.top() + round(used))
        if detail:
            quiet = theme.colour("quiet")
            most = column.detail_lines
            paint_text(painter, area, detail, small, quiet, right=column.right, most=most)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        model = index.model()
        assert isinstance(model, TableModel)
        row = model.row_at(index)
        if row is None:
            return QSize(0, least_height())
        column = model.columns[index.column()]
        width: int = option.rect.width() or natural_width(column, [row])
        return QSize(width, row_height(column, row, width))


def fonts_of(column: Column[Any]) -> tuple[QFont, QFont]:
    """Fonts of the first line and of the detail."""
    weight = QFont.Weight.DemiBold if column.strong else QFont.Weight.Normal
    return theme.font(theme.TEXT, weight), theme.font(theme.DETAIL)


def _keys_of(column: Column[Any]) -> tuple[str, str]:
    """What the measures know these fonts by."""
    return _keys(column.strong, theme.points(1))


@lru_cache(maxsize=16)
def _keys(strong: bool, _size: float) -> tuple[str, str]:
    weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
    return key_of(theme.font(theme.TEXT, weight)), key_of(theme.font(theme.DETAIL))


def natural_width(column: Column[Any], rows: Sequence[object]) -> int:
    """Width that shows text and detail on one line each, or the longest word of a text that wraps.

    Of all these rows, with the padding.
    """
    texts, details = _texts_of(column, rows)
    return _padded(column, _words_in(texts) if column.wrap else texts, details)


def word_width(column: Column[Any], rows: Sequence[object]) -> int:
    """Width at which no word of the texts and their details is broken, padding included."""
    texts, details = _texts_of(column, rows)
    return _padded(column, _words_in(texts), _words_in(details))


def _texts_of(column: Column[Any], rows: Sequence[object]) -> tuple[set[str], set[str]]:
    """Texts and details, each once: most columns say few different things."""
    details = set(map(column.detail, rows)) if column.detail is not None else set[str]()
    return set(map(column.text, rows)), details


def _words_in(texts: set[str]) -> set[str]:
    # Only a plain space parts words: a no-break space keeps a number and its sign together.
    return {word for text in texts for word in with_its_sign(text).split(" ")}


def _padded(column: Column[Any], texts: set[str], details: set[str]) -> int:
    font, small = _keys_of(column)
    wide = max((width_by_key(text, font) for text in texts), default=0.0)
    wide = max(wide, max((width_by_key(text, small) for text in details), default=0.0))
    return round(wide + 0.5) + 2 * PAD_X + 2


def cell_height(column: Column[Any], row: object, width: float) -> float:
    """Height of the lines of a cell that is ``width`` wide inside its padding."""
    font, small = _keys_of(column)
    text = column.text(row)
    high = height_by_key(text, font, width, column.most) if text else 0.0
    detail = column.detail(row) if column.detail is not None else ""
    if detail:
        high += height_by_key(detail, small, width, column.detail_lines)
    return high


def least_height() -> int:
    """Height of a row with one line in it."""
    return max(_LEAST_HEIGHT, theme.line_height() + 2 * PAD_Y)


def row_height(column: Column[Any], row: object, width: int) -> int:
    """Height of the row that this cell asks for."""
    high = cell_height(column, row, width - 2 * PAD_X)
    return max(_LEAST_HEIGHT, round(high + 0.5) + 2 * PAD_Y)
