# SPDX-License-Identifier: Apache-2.0
"""A table of shaded cells: each has a number, a sign and words, the shade only repeats them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.painted_text import break_lines, paint_text, text_width
from missiondesk.ui.widgets.table import Column, ReadTable
from missiondesk.ui.widgets.table_delegate import CellDelegate
from missiondesk.ui.widgets.table_fit import fit_rows, shown_columns

T = TypeVar("T")
_FIRST, _CELL, _WIDEST_CELL, _HEAD_LINES, _ROW = 210, 132, 200, 3, 54
_SHADE = 0.16  # share of the tone on the ground


@dataclass(frozen=True, slots=True)
class HeatMark:
    """One cell in words.

    Attributes:
        text: The number with its sign.
        detail: Small, under it, on at most two lines.
        tone: "good", "wait", "bad", or "" for no shade.
    """

    text: str
    detail: str = ""
    tone: str = ""


def heat_column(
    header: str, mark: Callable[[T], HeatMark], spoken: Callable[[T], str]
) -> Column[T]:
    """A column of shaded cells; ``spoken`` says the cell without its shade."""

    def paint(painter: QPainter, rect: QRect, row: T) -> None:
        _paint(painter, rect, mark(row))

    font = theme.font(theme.DETAIL, QFont.Weight.DemiBold)
    words = max(text_width(word, font) for word in header.split(" "))
    cell = max(scaled(_CELL), min(round(words) + 24, scaled(_WIDEST_CELL)))
    lines = break_lines(header, font, cell - 18, _HEAD_LINES)
    return Column(
        "\n".join(lines),
        lambda it: mark(it).text,
        detail=lambda it: mark(it).detail,
        spoken=spoken,
        paint=paint,
        width=cell,
        sort=lambda it: mark(it).text,
    )


def _paint(painter: QPainter, rect: QRect, mark: HeatMark) -> None:
    area = rect.adjusted(-4, 4, 4, -3)
    if mark.tone:
        painter.fillRect(area, shade(mark.tone))
    inner = area.adjusted(6, 4, -6, -2)
    tint = theme.colour("ink" if mark.tone else "quiet")
    used = paint_text(painter, inner, mark.text, theme.font(), tint)
    inner.setTop(inner.top() + round(used))
    if mark.detail:
        paint_text(
            painter, inner, mark.detail, theme.font(theme.LEAST), theme.colour("quiet"), most=2
        )


def shade(tone: str) -> QColor:
    """A tone laid thinly on the ground."""
    over, under = theme.colour(tone), theme.colour("ground")
    parts = (
        round(a * _SHADE + b * (1 - _SHADE))
        for a, b in (
            (over.red(), under.red()),
            (over.green(), under.green()),
            (over.blue(), under.blue()),
        )
    )
    return QColor(*parts)


class HeatTable(ReadTable[T]):
    """Cells are walked with the arrow keys one by one; the first column names the row."""

    _fitted: tuple[object, ...] = ()

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], str],
        *,
        name: str,
        title: str,
        sort_text: Callable[[str], str] = str.casefold,
        empty: EmptyState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table; arguments as for `ReadTable`."""
        super().__init__(
            columns, key, name=name, title=title, sort_text=sort_text, empty=empty, parent=parent
        )
        self._delegate = _CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.horizontalHeader().setFixedHeight(theme.line_height() * _HEAD_LINES + 8)

    def _put_current(self, key: str) -> bool:
        place = self._model.place_of(key)
        if place is None:
            return False
        index = self._model.index(place, max(self.currentIndex().column(), 0))
        self.setCurrentIndex(index)
        return True

    def _fit(self) -> None:
        fitted = self.viewport().width(), theme.points(1), shown_columns(self), self._model.rows
        if fitted != self._fitted:  # a line that appears above changes the height alone
            self._fitted = fitted
            self._fit_cells()
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())

    def _fit_cells(self) -> None:
        cells = [one.width for one in self._model.columns[1:]]
        first = max(scaled(_FIRST), self.viewport().width() - sum(cells))
        self.setColumnWidth(0, min(first, scaled(420)) if cells else first)
        for place, cell in enumerate(cells, start=1):
            self.setColumnWidth(place, cell)
        fit_rows(self, self._model)
        for place in range(self._model.rowCount()):
            self.setRowHeight(place, max(self.rowHeight(place), scaled(_ROW)))


class _CellDelegate(CellDelegate):
    """Rings the cell that has the focus."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            rect: QRect = option.rect
            painter.save()
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -3))
            painter.restore()
