# SPDX-License-Identifier: Apache-2.0
"""The read table of the desk: sorts, copies, keeps its selection by key, says when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from missiondesk.ui.widgets.clipboard import table_data
from missiondesk.ui.widgets.table_delegate import CellDelegate
from missiondesk.ui.widgets.table_fit import full_height
from missiondesk.ui.widgets.table_folding import Folding
from missiondesk.ui.widgets.table_marks import MarkedTable
from missiondesk.ui.widgets.table_model import Column, TableModel

__all__ = ["Column", "ReadTable"]

T = TypeVar("T")


class ReadTable(MarkedTable, Generic[T]):
    """A table of frozen values.

    Attributes:
        chosen: The key of the row that became current, "" for none.
        opened: The key of a row that was double-clicked or entered.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], str],
        *,
        name: str,
        title: str,
        sort_text: Callable[[str], str] = str.casefold,
        empty: QWidget | None = None,
        growing: bool = False,
        opens_on_click: bool = False,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table.

        Args:
            columns: See `Column`.
            key: Id of a row, by which the selection is remembered.
            name: objectName.
            title: Accessible name: what the table lists.
            sort_text: Order of texts; pass ``tr.sort_key``.
            empty: Shown instead of rows when there are none (an `EmptyState`).
            growing: As high as its rows, for use on a page that scrolls as a whole.
            opens_on_click: One click is enough to open a row: the table is a list of ways.
            several: More than one row may be chosen, by Shift, Ctrl or Ctrl+A.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._growing = growing
        self._remembered = ""
        self._model: TableModel[T] = TableModel(columns, key, sort_text, self)
        self.put_in_order = self._model.put_in_order
        self._delegate = CellDelegate(self)
        self.setModel(self._model)
        self._folding = Folding(self, self._model)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._empty = empty
        if empty is not None:
            empty.setParent(self.viewport())
            empty.hide()
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        if opens_on_click:
            self.clicked.connect(self._open)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.doubleClicked.connect(self._open)
        self.entered.connect(self._hover)
        self._model.layoutChanged.connect(self._fit)
        if several:
            self.let_several()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        # With the table's own choice each head that is painted would ask every row whether it is
        # chosen: 0.3 s a painting when fifty thousand rows are.
        head.setSelectionModel(QItemSelectionModel(self._model, head))
        head.setSectionsClickable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setMinimumSectionSize(24)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        if self._growing:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- rows and selection ------------------------------------------------------------
    def show_rows(self, rows: Sequence[T], of: Sequence[T] | None = None) -> None:
        """Show these rows; the row chosen before stays chosen if it is still there.

        Args:
            rows: What is shown.
            of: The list that they are some of, see `TableModel.show_rows`.
        """
        kept, marked = self.selected() or self._remembered, self.marked_keys()
        self._quiet = True
        try:
            self._model.show_rows(rows, of)
            self._fit()
            if kept:
                self._put_current(kept)
            self._mark_again(marked)
        finally:
            self._quiet = False
        self._tell_marked()
        if self._empty is not None:
            self._empty.setVisible(not rows)
        now = self.selected()
        if now != kept:
            self.chosen.emit(now)

    def rows(self) -> Sequence[T]:
        """The rows as they are shown."""
        return self._model.rows

    def select(self, key: str) -> bool:
        """Choose a row and bring it into view; False when it is not there."""
        self._settle()
        self._remembered = key
        return self._put_current(key)

    def show_column(self, place: int, shown: bool) -> None:
        """Show or hide a column; the others share its width."""
        self.setColumnHidden(place, not shown)
        self._fit()

    def cell(self, key: str, column: int) -> str:
        """Text of a cell, as copied."""
        place = self._model.place_of(key)
        return "" if place is None else self._model.columns[column].text(self._model.rows[place])

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._model.row_at(now)
        key = "" if row is None else self._model.key(row)
        if key:
            self._remembered = key
        if not self._quiet:
            self._tell_arrival(key, self.chosen.emit)

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.opened.emit(self._model.key(row))

    # -- keys and pointer --------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._settle()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, or the whole table when none is chosen."""
        self._settle()
        rows = self.marked_rows() or self._model.rows
        columns = self._folding.columns
        cells = [[copied(column, row) for column in columns] for row in rows]
        head = [column.title for column in columns]
        QGuiApplication.clipboard().setMimeData(table_data(head, cells))

    def _hover(self, index: QModelIndex) -> None:
        self._delegate.hovered = index.row()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._delegate.hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._pressed is None and not self.indexAt(event.position().toPoint()).isValid():
            self.clearSelection()

    # -- measures ----------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._folding.fit()
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
        if self._growing:
            self.setFixedHeight(full_height(self, self._model, self._empty))


def copied(column: Column[Any], row: object) -> str:
    """Text of a cell for the clipboard, its detail behind a dot."""
    detail = column.detail(row) if column.detail is not None else ""
    return " · ".join(part for part in (column.text(row), detail) if part)
