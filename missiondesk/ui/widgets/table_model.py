# SPDX-License-Identifier: Apache-2.0
"""A read-only table over frozen values: columns are a list, sorting is Python's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress, count, repeat
from operator import is_
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter

from missiondesk.domain.late_dataclass import dataclass

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """How one column shows a row.

    Attributes:
        header: Its head.
        text: First line of the cell.
        detail: Second, quieter line.
        right: True for numbers.
        stretch: Share of the width that is left over; 0 keeps the column as wide as its content,
            so that a number never parts from its unit.
        width: Width in pixels at 100 % below which it gives way only when nothing else does.
        wrap: The text may take several lines; without ``stretch`` the column is then as wide as
            its longest word, so that a long unit goes below its number.
        lines: How many at most, when it wraps.
        detail_lines: How many the detail may take.
        strong: Semibold.
        colour: Token of the first line's colour.
        sort: What to sort by; None sorts by the text in the order of the language.
        spoken: What a screen reader says instead of the text.
        folds: In which order it gives way where the table is too narrow: 1 first, of two the
            right one, 0 never. What it says then stands below the text of the first column that
            stretches.
        paint: Paints the cell instead of text (the text is still what is read and copied).
    """

    header: str
    text: Callable[[T], str]
    detail: Callable[[T], str] | None = None
    right: bool = False
    stretch: int = 0
    width: int = 0
    wrap: bool = False
    lines: int = 3
    detail_lines: int = 2
    strong: bool = False
    colour: Callable[[T], str] | None = None
    sort: Callable[[T], Any] | None = None
    spoken: Callable[[T], str] | None = None
    folds: int = 0
    paint: Callable[[QPainter, QRect, T], None] | None = None

    @property
    def title(self) -> str:
        """The head on one line, for who hears or copies it."""
        return self.header.replace("\n", " ")

    @property
    def may_be_high(self) -> bool:
        """Whether a cell may ask for more than one line."""
        return self.wrap or self.detail is not None

    @property
    def most(self) -> int:
        """Lines that the text may take."""
        return self.lines if self.wrap else 1

    def told(self, row: T) -> str:
        """What a screen reader says of the cell, without the head."""
        if self.spoken is not None:
            return self.spoken(row)
        detail = self.detail(row) if self.detail is not None else ""
        return ", ".join(part for part in (self.text(row), detail) if part)


class TableModel(QAbstractTableModel, Generic[T]):
    """Rows as they were given, or sorted by one column."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], str],
        sort_text: Callable[[str], str] = str.casefold,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._sort_text = sort_text
        self._given: tuple[T, ...] = ()
        self._rows: list[T] = []
        self._whole: Sequence[T] = ()
        self._sorted: list[T] | None = None  # the whole, in the order of the column
        self._sorted_ids: list[int] = []
        self._ahead: tuple[Sequence[T], list[T]] | None = (
            None  # rows in order before they are shown
        )
        self._keys: list[str] | None = None
        self._sought: tuple[str, T] | None = None  # whose place was asked for last
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def rows(self) -> Sequence[T]:
        """The rows as they are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[T], of: Sequence[T] | None = None) -> None:
        """Take other rows; the sorting stays.

        Args:
            rows: What is shown.
            of: The list that ``rows`` are some of, in its order. While it is the same object, it is
                not sorted again: with each letter that is typed, other rows of one list are shown.
        """
        self.beginResetModel()
        if of is None or of is not self._whole:
            self._sorted = self._sought = None
        ahead, self._ahead = self._ahead, None
        self._given = tuple(rows)
        self._whole = self._given if of is None else of
        if ahead is not None and ahead[0] is rows and self._sorted is not None:
            self._keys, self._rows = None, ahead[1]
        else:
            self._arrange()
        self.endResetModel()

    def put_in_order(self, rows: Sequence[T], of: Sequence[T]) -> None:
        """Sort rows that will be shown next, so that showing them takes less; see `show_rows`."""
        if of is self._whole and self._sorted is not None:
            self._ahead = rows, self._some_of_sorted(rows)

    def row_at(self, index: Index) -> T | None:
        """The row of an index, or None outside."""
        place = index.row()
        return self._rows[place] if index.isValid() and place < len(self._rows) else None

    def place_of(self, key: str) -> int | None:
        """Position of the row with this key, or None."""
        if self._keys is None and self._sought is not None and self._sought[0] == key:
            # Asked for with each letter that is typed, while the list is the same.
            same = map(is_, self._rows, repeat(self._sought[1]))
            return next(compress(count(), same), None)
        try:
            place = self.keys().index(key)
        except ValueError:
            return None
        self._sought = key, self._rows[place]
        return place

    def places_of(self, keys: Iterable[str]) -> list[int]:
        """Positions of the rows with these keys that are there, from above."""
        wanted = set(keys)
        return list(compress(range(len(self._rows)), map(wanted.__contains__, self.keys())))

    def keys(self) -> list[str]:
        """The keys of all rows; made when asked for: most keystrokes in a filter ask for none."""
        if self._keys is None:
            self._keys = list(map(self.key, self._rows))
        return self._keys

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None or not 0 <= index.column() < len(self.columns):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = column.told(row)
            return f"{column.title}: {told}" if column.header else told
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.header
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings back the order in which the rows were given."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self.key(self._rows[i.row()]), i.column()) for i in before]
        if self._order != (column, order):
            self._order, self._sorted, self._ahead = (column, order), None, None
        self._arrange()
        # Many are asked for where all rows are chosen.
        rows = {key: place for place, key in enumerate(self.keys())} if keys else {}
        after = [self.index(rows[key], place) for key, place in keys]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._keys = None
        if not 0 <= self._order[0] < len(self.columns):
            self._rows = list(self._given)
            return
        if self._sorted is None:
            self._sorted = self._sort(self._whole)
            self._sorted_ids = list(map(id, self._sorted))
        self._rows = self._some_of_sorted(self._given)

    def _some_of_sorted(self, rows: Sequence[T]) -> list[T]:
        assert self._sorted is not None
        if len(rows) == len(self._whole):
            return list(self._sorted)
        shown = set(map(id, rows))
        return list(compress(self._sorted, map(shown.__contains__, self._sorted_ids)))

    def _sort(self, rows: Sequence[T]) -> list[T]:
        column, order = self._order
        chosen = self.columns[column]
        by = chosen.sort or (lambda row: self._sort_text(chosen.text(row)))
        # None (no value) goes last in both directions.
        known = [(by(row), row) for row in rows]
        some = [pair for pair in known if pair[0] is not None]
        some.sort(key=lambda pair: pair[0], reverse=order == Qt.SortOrder.DescendingOrder)
        return [row for _, row in some] + [row for value, row in known if value is None]
