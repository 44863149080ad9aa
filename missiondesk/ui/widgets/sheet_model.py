# SPDX-License-Identifier: Apache-2.0
"""The cells of an edit table as text, with what each is read as and why some cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.widgets.keyed_lines import KeyedLines, Line
from missiondesk.ui.widgets.tool_tips import plain_tip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of an edit table.

    Attributes:
        name: Name of the field that it edits.
        header: Its head.
        parse: The value of a text that is not empty; raises `Refused` when it is none.
        show: The text of a value that is not None.
        right: True for numbers.
        required: An empty cell in a used row is wrong.
        blank: The value of an empty cell, when it is not required.
        choices: Texts to choose from while editing.
        width: Least width in pixels at 100 %.
        stretch: Share of the width left over.
    """

    name: str
    header: str
    parse: Callable[[str], Any]
    show: Callable[[Any], str]
    right: bool = False
    required: bool = False
    blank: Any = None
    choices: tuple[str, ...] = ()
    width: int = 90
    stretch: int = 0


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of values by column name; ``key`` is the record's id, None for a new row."""

    key: str | None
    values: Mapping[str, Any]


class SheetModel(KeyedLines):
    """The table being edited, always with one empty row at its end.

    Attributes:
        edited: Cells were changed by the user.
    """

    edited = Signal()

    def __init__(
        self, columns: Sequence[SheetColumn], tr: Translator, parent: QObject | None = None
    ) -> None:
        self.columns = tuple(columns)
        super().__init__(len(self.columns), parent)
        self._say = tr

    # -- values --------------------------------------------------------------------------
    def show_rows(self, rows: Sequence[SheetRow]) -> None:
        """Replace everything by these values; a row is known by its key.

        Only what differs is told, so that a cell in which someone is typing stays open with its
        row.
        """
        self.become([*(Line(row.key, self.cells_of(row)) for row in rows), self.new_line()])

    def lines(self) -> tuple[Line, ...]:
        """The lines as they are typed, right or wrong."""
        return tuple(replace(line, cells=list(line.cells)) for line in self._lines)

    def cells_of(self, row: SheetRow) -> list[str]:
        """The texts of a row's values."""
        return [_shown(column, row) for column in self.columns]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace everything by lines as they were typed, and mark the cells that are wrong."""
        closed = list(lines)
        if not closed or not closed[-1].empty:
            closed.append(self.new_line())
        self.become(closed)
        self._check()

    def read_rows(self) -> tuple[SheetRow, ...] | None:
        """The values of all used rows, or None while a cell is wrong."""
        self._check()
        if self.faults():
            return None
        return tuple(
            SheetRow(line.key, {c.name: _value(c, line.cells[i]) for i, c in self._numbered()})
            for line in self._lines
            if not line.empty
        )

    def faults(self) -> list[tuple[int, int, str]]:
        """Row, column and sentence of each wrong cell."""
        return [
            (place, column, sentence)
            for place, line in enumerate(self._lines)
            for column, sentence in sorted(line.wrong.items())
        ]

    def _numbered(self) -> list[tuple[int, SheetColumn]]:
        return list(enumerate(self.columns))

    def _check(self) -> None:
        for line in self._lines:
            line.wrong = {} if line.empty else _faults_of(line, self.columns, self._say)
        if self._lines:
            last = self.index(len(self._lines) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # -- edits ---------------------------------------------------------------------------
    def put(self, row: int, column: int, cells: Sequence[Sequence[str]]) -> int:
        """Write a block of texts from a cell on; rows are added as needed.

        Returns:
            How many texts found no column and are left out.
        """
        self.beginResetModel()
        left_out = 0
        for down, texts in enumerate(cells):
            while row + down >= len(self._lines):
                self._lines.append(self.new_line())
            for across, text in enumerate(texts):
                if column + across < len(self.columns):
                    self._lines[row + down].cells[column + across] = text
                else:
                    left_out += bool(text.strip())
        self._close_with_empty_line()
        self.endResetModel()
        self.edited.emit()
        return left_out

    def clear(self, cells: Sequence[tuple[int, int]]) -> None:
        """Empty these cells."""
        for row, column in cells:
            self._lines[row].cells[column] = ""
        self.edited.emit()

    def insert_line(self, row: int) -> None:
        """An empty row above ``row``; it counts only once something stands in it."""
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.insert(row, self.new_line())
        self.endInsertRows()

    def remove_lines(self, rows: Sequence[int]) -> None:
        """Take rows out."""
        self.beginResetModel()
        gone = set(rows)
        self._lines = [line for place, line in enumerate(self._lines) if place not in gone]
        self._close_with_empty_line()
        self.endResetModel()
        self.edited.emit()

    def _close_with_empty_line(self) -> None:
        if not self._lines or not self._lines[-1].empty:
            self._lines.append(self.new_line())

    # -- Qt --------------------------------------------------------------------------------
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    def text(self, row: int, column: int) -> str:
        """Text of a cell."""
        return self._lines[row].cells[column]

    def fault(self, row: int, column: int) -> str:
        """Why the cell is wrong, "" when it is not."""
        return self._lines[row].wrong.get(column, "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        column = self.columns[index.column()]
        text = self.text(index.row(), index.column())
        fault = self.fault(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.header}: {text}" + (f". {fault}" if fault else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(fault) if fault else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text = " ".join(str(value).split())
        line = self._lines[index.row()]
        if line.cells[index.column()] == text:
            return False
        line.cells[index.column()] = text
        if index.row() == len(self._lines) - 1:
            last = len(self._lines)
            self.beginInsertRows(QModelIndex(), last, last)
            self._lines.append(self.new_line())
            self.endInsertRows()
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def _shown(column: SheetColumn, row: SheetRow) -> str:
    value = row.values.get(column.name)
    return "" if value is None else column.show(value)


def _value(column: SheetColumn, text: str) -> Any:
    return column.parse(text.strip()) if text.strip() else column.blank


def _faults_of(line: Line, columns: Sequence[SheetColumn], say: Translator) -> dict[int, str]:
    wrong: dict[int, str] = {}
    for place, column in enumerate(columns):
        text = line.cells[place].strip()
        try:
            if text:
                column.parse(text)
            elif column.required:
                raise Refused(N_("“{column}” is missing."), column=column.header)
        except Refused as refused:
            wrong[place] = say.tell(refused.message)
    return wrong
