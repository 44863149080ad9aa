# SPDX-License-Identifier: Apache-2.0
"""The base of tables in which several rows may be chosen: which they are, by their keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView

from missiondesk.ui.widgets.table_model import TableModel
from missiondesk.ui.widgets.table_room import RoomyTable


class MarkedTable(RoomyTable):
    """A table over a `TableModel`.

    Attributes:
        marked: How many rows are chosen now, where several may be.
    """

    marked = Signal(int)
    _model: TableModel[Any]
    _quiet = False

    def let_several(self) -> None:
        """Let more than one row be chosen, by Shift, Ctrl or Ctrl+A."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._tell_marked)

    def selected(self) -> str:
        """Key of the chosen row, of several the one with the focus, "" for none."""
        here, found = self.currentIndex(), self.selectionModel()
        if not (here.isValid() and found.isRowSelected(here.row(), QModelIndex())):
            rows = found.selectedRows()
            here = rows[0] if rows else QModelIndex()
        row = self._model.row_at(here)
        return "" if row is None else self._model.key(row)

    def marked_keys(self) -> list[str]:
        """Keys of all chosen rows, from above."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.key(self._model.rows[place]) for place in places]

    def _mark_again(self, keys: Sequence[str]) -> None:
        """Choose the rows of several keys that are there; the focus stays where it is."""
        if len(keys) < 2:
            return
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for key in keys:
            place = self._model.place_of(key)
            if place is not None:
                index = self._model.index(place, 0)
                chosen.select(index, index)
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)

    def _tell_marked(self) -> None:
        if not self._quiet:
            self.marked.emit(len(self.selectionModel().selectedRows()))
