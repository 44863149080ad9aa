# SPDX-License-Identifier: Apache-2.0
"""A read-only table over frozen values: columns are a list, sorting is Python's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
        self._places: dict[str, int] | None = None
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def rows(self) -> Sequence[T]:
        """The rows as they are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[T]) -> None:
        """Take other rows; the sorting stays."""
        self.beginResetModel()
        self._given = tuple(rows)
        self._arrange()
        self.endResetModel()

    def row_at(self, index: Index) -> T | None:
        """The row of an index, or None outside."""
        place = index.row()
        return self._rows[place] if index.isValid() and place < len(self._rows) else None

    def place_of(self, key: str) -> int | None:
        """Position of the row with this key, or None."""
        return self._by_key().get(key)

    def _by_key(self) -> dict[str, int]:
        """Made when a place is asked for: most keystrokes in a filter ask for none."""
        if self._places is None:
            self._places = {self.key(row): place for place, row in enumerate(self._rows)}
        return self._places

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
        self._order = (column, order)
        self._arrange()
        after = [self.index(self._by_key()[key], place) for key, place in keys]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, order = self._order
        rows = list(self._given)
        if 0 <= column < len(self.columns):
            chosen = self.columns[column]
            by = chosen.sort or (lambda row: self._sort_text(chosen.text(row)))
            # None (no value) goes last in both directions.
            known = [(by(row), row) for row in rows]
            some = [pair for pair in known if pair[0] is not None]
            some.sort(key=lambda pair: pair[0], reverse=order == Qt.SortOrder.DescendingOrder)
            rows = [row for _, row in some] + [row for value, row in known if value is None]
        self._rows = rows
        self._places = None
