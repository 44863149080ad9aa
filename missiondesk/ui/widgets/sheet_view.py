# SPDX-License-Identifier: Apache-2.0
"""The table of an edit table: its keys, how its cells are painted, and what they are edited in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.clipboard import cells_from_text, table_data
from missiondesk.ui.widgets.editors import LineEdit
from missiondesk.ui.widgets.painted_text import paint_text
from missiondesk.ui.widgets.sheet_model import SheetModel
from missiondesk.ui.widgets.table_fit import head_width

_ROW = 30
Index = QModelIndex | QPersistentModelIndex


class SheetView(QTableView):
    """The cells of a sheet; Enter, Del, Ctrl+plus and the clipboard do as in a spreadsheet.

    Attributes:
        erase_rows: The rows chosen are to be taken out.
        insert_row: A row is to be put in.
        left_out: So many cells of what was pasted stand right of the last column, and in none.
        take_back: The last edit is to be undone; told only while ``waits`` says that one waits.
    """

    erase_rows = Signal()
    insert_row = Signal()
    take_back = Signal()
    left_out = Signal(int)
    waits: Callable[[], bool]

    def __init__(self, model: SheetModel, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = model
        self.waits = lambda: False
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(model)
        self.setItemDelegate(_SheetDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        high = max(_ROW, theme.line_height() + 10)
        self.verticalHeader().setDefaultSectionSize(high)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumHeight(4 * high)
        self._lines = 0
        # Where Tab led last, and the column in which that way began: Enter goes back to it.
        self._led_to: tuple[int, int] | None = None
        self._began = 0

    def stand_open(self, lines: int) -> None:
        """Be as high as the head and so many lines, whatever the room."""
        self._lines = lines
        high = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(high + lines * self.verticalHeader().defaultSectionSize() + 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._lines:
            self.stand_open(self._lines)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.waits()
        ):
            event.accept()  # else the window would undo a step that is older than this edit
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(keys.Paste):
            self.paste()
        elif event.matches(keys.Copy):
            self.copy()
        elif event.matches(keys.Cut):
            self.copy()
            self._erase()
        elif event.matches(keys.Undo) and self.waits():
            self.take_back.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._erase()
        elif control and event.key() == Qt.Key.Key_Minus:
            self.erase_rows.emit()
        elif control and event.key() == Qt.Key.Key_Plus:
            self.insert_row.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        left = self._place()
        super().closeEditor(editor, hint)
        ends = QAbstractItemDelegate.EndEditHint
        if hint in (ends.EditNextItem, ends.EditPreviousItem):
            self._began = self._began if left == self._led_to else left[1]
            self._led_to = self._place()
        # Enter goes to the row below, as in a spreadsheet; leaving by the pointer does not.
        if hint == ends.SubmitModelCache:
            column = self._began if left == self._led_to else left[1]
            below = self._sheet.index(left[0] + 1, column)
            self._led_to = None
            if below.isValid():
                self.setCurrentIndex(below)

    def settle(self) -> None:
        """Take what is typed in the open cell, and close it."""
        for editor in self._open_editors():
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        # Qt would take what is typed there into the row that goes.
        if start <= self.currentIndex().row() <= end:
            for editor in self._open_editors():
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        super().rowsAboutToBeRemoved(parent, start, end)

    def _open_editors(self) -> list[QWidget]:
        if self.state() != QAbstractItemView.State.EditingState:
            return []  # one that was closed is still there for a while
        found = self.viewport().findChildren(QWidget, "cellEditor")
        return [one for one in found if one.isVisibleTo(self)]

    def _place(self) -> tuple[int, int]:
        current = self.currentIndex()
        return current.row(), current.column()

    def paste(self) -> None:
        """Write what is on the clipboard from the current cell on."""
        cells = cells_from_text(QGuiApplication.clipboard().text())
        headers = [column.header.casefold() for column in self._sheet.columns]
        if len(cells) > 1 and sum(cell.casefold() in headers for cell in cells[0] if cell) > 1:
            cells = cells[1:]  # the heads were copied along
        if cells and any(any(texts) for texts in cells):
            current = self.currentIndex()
            place = (
                (current.row(), current.column())
                if current.isValid()
                else (self._sheet.rowCount() - 1, 0)
            )
            if left_out := self._sheet.put(*place, cells):
                self.left_out.emit(left_out)
            self.setCurrentIndex(self._sheet.index(*place))

    def copy(self) -> None:
        """Put the selected cells on the clipboard, with their heads when whole rows are taken."""
        chosen = self.selectedIndexes()
        if not chosen:
            return
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        cells = [[self._sheet.text(r, c) for c in columns] for r in rows]
        whole = len(columns) == len(self._sheet.columns)
        head = [column.header for column in self._sheet.columns] if whole else []
        QGuiApplication.clipboard().setMimeData(table_data(head, cells))

    def _erase(self) -> None:
        self._sheet.clear([(index.row(), index.column()) for index in self.selectedIndexes()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self._sheet.columns
        widths = [max(scaled(column.width), head_width(column.header)) for column in columns]
        spare = max(self.viewport().width() - sum(widths), 0)
        shares = sum(column.stretch for column in columns)
        for place, column in enumerate(columns):
            extra = spare * column.stretch // shares if shares else 0
            self.setColumnWidth(place, widths[place] + extra)


class _SheetDelegate(QStyledItemDelegate):
    """Paints hairlines and the mark of a wrong cell; makes a line or a box to edit in."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, SheetModel)
        rect = option.rect
        column = model.columns[index.column()]
        wrong = model.fault(index.row(), index.column())
        painter.save()
        if wrong:
            painter.fillRect(rect, theme.colour("alarm"))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("chosen"))
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text, tint = model.text(index.row(), index.column()), "bad" if wrong else "ink"
        if wrong:
            text = f"■ {text}" if text else "■"
        high = theme.line_height()
        inner = rect.adjusted(8, (rect.height() - high) // 2, -8, 0)
        paint_text(painter, inner, text, theme.font(), theme.colour(tint), right=column.right)
        view = self.parent()
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, SheetModel)
        column = model.columns[index.column()]
        editor: QWidget
        if column.choices:
            box = ChoiceBox(parent)
            box.addItems(["", *column.choices])
            box.setProperty("look", "cell")
            editor = box
        else:
            line = LineEdit(parent)
            line.setProperty("look", "cell")
            if column.right:
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
            editor = line
        editor.setObjectName("cellEditor")
        editor.setAccessibleName(column.header)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, ChoiceBox):
            editor.setCurrentIndex(max(editor.findText(text, Qt.MatchFlag.MatchFixedString), 0))
        elif isinstance(editor, LineEdit) and not editor.isModified():
            editor.setText(text)  # what is typed there already stays

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text: Any = editor.currentText() if isinstance(editor, ChoiceBox) else ""
        if isinstance(editor, LineEdit):
            text = editor.text()
        model.setData(index, text)
