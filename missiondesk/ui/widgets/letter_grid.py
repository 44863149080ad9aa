# SPDX-License-Identifier: Apache-2.0
"""A grid of letters edited by single keys: rows and columns are given, only letters change.

The heads of the rows stay while the grid scrolls sideways, and a screen reader hears row, column
and letters of each cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.clipboard import cells_from_text, table_data
from missiondesk.ui.widgets.painted_text import break_lines, paint_text, text_width
from missiondesk.ui.widgets.tool_tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
Edit = tuple[int, int, str]
_ROW_HEAD = 300  # px at 100 %


@dataclass(frozen=True, slots=True)
class GridHead:
    """Head of a row or a column: its short text, and what is said of it in full."""

    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell.

    Attributes:
        text: Its letters apart by spaces, "" for none.
        spoken: The same in words.
        quiet: Nobody has set them; they follow from elsewhere.
    """

    text: str = ""
    spoken: str = ""
    quiet: bool = False


class LetterModel(QAbstractTableModel):
    """Heads and cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[GridHead, ...] = ()
        self.columns: tuple[GridHead, ...] = ()
        self._cells: tuple[tuple[GridCell, ...], ...] = ()

    def show(
        self,
        rows: Sequence[GridHead],
        columns: Sequence[GridHead],
        cells: Sequence[Sequence[GridCell]],
    ) -> None:
        """Replace everything; with the same heads only the cells are told anew."""
        same = tuple(rows) == self.rows and tuple(columns) == self.columns
        if not same:
            self.beginResetModel()
        self.rows, self.columns = tuple(rows), tuple(columns)
        self._cells = tuple(map(tuple, cells))
        if not same:
            self.endResetModel()
        elif rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))

    def cell(self, row: int, column: int) -> GridCell:
        """One cell."""
        return self._cells[row][column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row, column = self.rows[index.row()], self.columns[index.column()]
            said = (
                f"{column.text}: {cell.text or '–'}. {row.spoken}, {column.spoken}: {cell.spoken}"
            )
            return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        heads = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if not 0 <= section < len(heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heads[section].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return heads[section].spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(heads[section].spoken)
        return None


class LetterGrid(QTableView):
    """The grid.

    Attributes:
        edited: The user changed cells: a list of (row, column, new text).
        looked_at: The current cell is another one: its row and column.
    """

    edited = Signal(object)
    looked_at = Signal(int, int)

    def __init__(
        self,
        name: str,
        title: str,
        beside: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        lines: int = 2,
        head: int = _ROW_HEAD,
    ) -> None:
        """Make an empty grid.

        Args:
            name: objectName.
            title: Accessible name.
            beside: Each letter that can be typed, with those that may stand beside it.
            parent: Qt parent.
            lines: Lines of text in the head of a row.
            head: Width of the rows' heads in pixels at 100 %.
        """
        super().__init__(parent)
        self._beside = dict(beside)
        self._lines, self._head = lines, head
        self.letters = LetterModel(self)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(self.letters)
        self.setItemDelegate(_LetterDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress(self.horizontalHeader(), Qt.AlignmentFlag.AlignHCenter)
        self._dress(self.verticalHeader(), Qt.AlignmentFlag.AlignLeft)
        line = theme.line_height()
        self.verticalHeader().setDefaultSectionSize(lines * line + 8)
        self.verticalHeader().setObjectName(f"{name}Rows")
        self.verticalHeader().setFixedWidth(scaled(head))
        self.horizontalHeader().setMinimumHeight(2 * line + 12)
        self.setMinimumHeight(3 * (2 * line + 8))

    @staticmethod
    def _dress(head: QHeaderView, across: Qt.AlignmentFlag) -> None:
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setTextElideMode(Qt.TextElideMode.ElideNone)
        head.setDefaultAlignment(across | Qt.AlignmentFlag.AlignVCenter)

    def show_cells(
        self,
        rows: Sequence[GridHead],
        columns: Sequence[GridHead],
        cells: Sequence[Sequence[GridCell]],
    ) -> None:
        """Show these; the place stays."""
        current = self.currentIndex()
        place = (current.row(), current.column()) if current.isValid() else (0, 0)
        room = scaled(self._head) - 24
        broken = [
            GridHead("\n".join(break_lines(one.text, theme.font(), room, self._lines)), one.spoken)
            for one in rows
        ]
        self.letters.show(broken, columns, cells)
        bold = theme.font(theme.DETAIL, QFont.Weight.DemiBold)
        lines = (line for head in columns for line in head.text.split("\n"))
        wide = max((text_width(line, bold) for line in lines), default=0.0)
        self.horizontalHeader().setDefaultSectionSize(max(scaled(64), round(wide) + 20))
        if rows and columns:
            row, column = min(place[0], len(rows) - 1), min(place[1], len(columns) - 1)
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self.letters.index(row, column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.looked_at.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        letter = event.text().upper()
        if event.matches(keys.Copy):
            self.copy()
        elif event.matches(keys.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._put([(row, column, "") for row, column in self._chosen()])
        elif letter in self._beside and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._put([(row, column, self._typed(row, column, letter))
                       for row, column in self._chosen()])  # fmt: skip
        else:
            super().keyPressEvent(event)

    def put(self, text: str) -> None:
        """Write the letters into the chosen cells, as typing them there would."""
        self._put([(row, column, text) for row, column in self._chosen()])

    def _chosen(self) -> list[tuple[int, int]]:
        chosen = [(index.row(), index.column()) for index in self.selectedIndexes()]
        current = self.currentIndex()
        return chosen or ([(current.row(), current.column())] if current.isValid() else [])

    def _typed(self, row: int, column: int, letter: str) -> str:
        """The cell with the letter; with it taken away when it was there."""
        before = self.letters.cell(row, column).text.split()
        if letter in before:
            return " ".join(one for one in before if one != letter)
        kept = [one for one in before if one in self._beside[letter]]
        return " ".join([*kept, letter])

    def _put(self, edits: list[Edit]) -> None:
        changed = [
            (row, column, text)
            for row, column, text in edits
            if sorted(text.split()) != sorted(self.letters.cell(row, column).text.split())
        ]
        if changed:
            self.edited.emit(changed)

    def paste(self) -> None:
        """Write what is on the clipboard from the current cell on; what lies beyond is left out."""
        current = self.currentIndex()
        if not current.isValid():
            return
        edits: list[Edit] = []
        for down, texts in enumerate(cells_from_text(QGuiApplication.clipboard().text())):
            for across, text in enumerate(texts):
                row, column = current.row() + down, current.column() + across
                if row < len(self.letters.rows) and column < len(self.letters.columns):
                    edits.append((row, column, text.strip()))
        self._put(edits)

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        chosen = self._chosen()
        rows = sorted({row for row, _ in chosen})
        columns = sorted({column for _, column in chosen})
        cells = [[self.letters.cell(row, column).text for column in columns] for row in rows]
        if cells:
            QGuiApplication.clipboard().setMimeData(table_data([], cells))


class _LetterDelegate(QStyledItemDelegate):
    """Paints letters in the middle; those that nobody set are quiet and in brackets."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, LetterModel)
        cell, rect = model.cell(index.row(), index.column()), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("chosen"))
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if cell.text:
            font = theme.font(weight=QFont.Weight.Normal if cell.quiet else QFont.Weight.DemiBold)
            text = f"({cell.text})" if cell.quiet else cell.text
            wide = painter.fontMetrics().horizontalAdvance(text) + 4
            left = rect.center().x() - wide // 2
            inner = rect.adjusted(0, (rect.height() - theme.line_height()) // 2, 0, 0)
            inner.setLeft(left)
            paint_text(painter, inner, text, font, theme.colour("quiet" if cell.quiet else "ink"))
        view = self.parent()
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()
