# SPDX-License-Identifier: Apache-2.0
"""The base of tables in which several rows may be chosen: which they are, by their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from missiondesk.ui.widgets.table_model import TableModel
from missiondesk.ui.widgets.table_room import RoomyTable


class MarkedTable(RoomyTable):
    """A table over a `TableModel`.

    Attributes:
        marked: How many rows are chosen now, where several may be.
        before_use: Called before rows are chosen, opened or copied by key, pointer or program:
            what shows its rows in turns brings them to their end first.
    """

    marked = Signal(int)
    before_use: Callable[[], object] | None = None
    _model: TableModel[Any]
    _quiet = False
    _arriving = ""
    # Of a press on a row in whose place others came: its key, and whether the button is down.
    _pressed: str | None = None
    _held = False

    def let_several(self) -> None:
        """Let more than one row be chosen, by Shift, Ctrl or Ctrl+A."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._tell_marked)

    def selected(self) -> str:
        """Key of the chosen row, of several the one with the focus, "" for none."""
        if self._arriving:
            return self._arriving
        here, found = self.currentIndex(), self.selectionModel()
        if not (here.isValid() and found.isRowSelected(here.row(), QModelIndex())):
            runs = self._marked_runs()
            here = self._model.index(runs[0].start, 0) if runs else QModelIndex()
        row = self._model.row_at(here)
        return "" if row is None else self._model.key(row)

    def marked_keys(self) -> list[str]:
        """Keys of all chosen rows, from above."""
        return list(map(self._model.key, self.marked_rows()))

    def marked_rows(self) -> list[Any]:
        """All chosen rows, from above."""
        rows = self._model.rows
        return [row for run in self._marked_runs() for row in rows[run.start : run.stop]]

    def _marked_runs(self) -> list[range]:
        """Chosen rows that stand together, from above.

        Qt's own list of chosen rows asks for each row whether it is chosen, and looks through all
        of them to answer: that takes half a minute when fifty thousand are.
        """
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.size()))
        places = sorted({(one.top(), one.bottom() + 1) for one in ranges})
        runs: list[range] = []
        for begin, end in places:  # ranges may touch or lie over each other
            if runs and begin <= runs[-1].stop:
                runs[-1] = range(runs[-1].start, max(end, runs[-1].stop))
            else:
                runs.append(range(begin, end))
        return runs

    def _tell_arrival(self, key: str, tell: Callable[[str], object]) -> None:
        """Tell of the row that is now the current one, and let it count as the chosen one.

        Pressed by the pointer, a row is the current one before Qt chooses it instead of the former.
        """
        self._arriving = key
        try:
            tell(key)
        finally:
            self._arriving = ""

    # -- pointer ---------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press on the row that is seen, also when others come to its place before it is used."""
        seen = self._key_at(event)
        self._settle()
        self._pressed = None
        if seen == self._key_at(event):
            super().mousePressEvent(event)
            return
        self._pressed, self._held = seen, True
        if event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._put_current(seen)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._held:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._held:
            super().mouseReleaseEvent(event)
        self._held = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseDoubleClickEvent(event)
            return
        place = self._model.place_of(self._pressed)
        if place is not None:
            self.doubleClicked.emit(self._model.index(place, 0))

    def _key_at(self, event: QMouseEvent) -> str:
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        return "" if row is None else self._model.key(row)

    def _settle(self) -> None:
        if self.before_use is not None:
            self.before_use()

    def _put_current(self, key: str) -> bool:
        """Choose the row of this key and bring it into view; False when it is not there."""
        place = self._model.place_of(key)
        if place is None:
            return False
        index = self._model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def _mark_again(self, keys: Sequence[str]) -> None:
        """Choose the rows of several keys that are there; the focus stays where it is."""
        if len(keys) < 2:
            return
        flags = QItemSelectionModel.SelectionFlag
        chosen, places = QItemSelection(), self._model.places_of(keys)
        begin = 0
        for place in range(1, len(places) + 1):  # one range for rows that stand together
            if place == len(places) or places[place] != places[place - 1] + 1:
                first, last = places[begin], places[place - 1]
                chosen.select(self._model.index(first, 0), self._model.index(last, 0))
                begin = place
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)

    def _tell_marked(self) -> None:
        if not self._quiet:
            self.marked.emit(sum(map(len, self._marked_runs())))
