# SPDX-License-Identifier: Apache-2.0
"""A table edited like a sheet: type, paste from Excel, Del, insert rows; faults are marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

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
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.clipboard import cells_from_text, table_data
from missiondesk.ui.widgets.editors import LineEdit
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.painted_text import paint_text
from missiondesk.ui.widgets.sheet_model import Line, SheetColumn, SheetModel, SheetRow
from missiondesk.ui.widgets.table_fit import head_width

__all__ = ["Sheet", "SheetColumn", "SheetRow"]

_ROW = 30
Index = QModelIndex | QPersistentModelIndex


class Sheet(QWidget):
    """The sheet with its buttons and the line that says what is wrong.

    Attributes:
        committed: All rows (a tuple of `SheetRow`), each time an edit left no cell wrong and
            ``commit`` let it through.
        view: The table itself.
    """

    committed = Signal(object)

    def __init__(
        self,
        columns: Sequence[SheetColumn],
        tr: Translator,
        *,
        name: str,
        title: str,
        commit: Callable[[tuple[SheetRow, ...]], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty sheet.

        Args:
            columns: See `SheetColumn`.
            tr: The screen's language.
            name: objectName of the table.
            title: Accessible name: what it lists.
            commit: Gets all rows and may raise `Refused`, which is shown beneath.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._say = tr
        self._commit_to = commit
        self._given: tuple[SheetRow, ...] = ()
        self._pending = self._waiting = False
        self._owner = ""
        self._aside: dict[str, tuple[tuple[Line, ...], str]] = {}
        self.model = SheetModel(columns, tr, self)
        self.view = _SheetView(self.model, name, title, self)
        self.view.erase_rows.connect(self.remove_selected)
        self.view.insert_row.connect(self.insert_row)
        self.trouble = text_label("", "refusal", wrap=True)
        self.trouble.setObjectName(f"{name}Trouble")
        self.drop = push_button(tr.say("Discard these edits"), f"{name}Drop", self.discard, "link")
        self.trouble.hide()
        self.drop.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._buttons(name))
        # Queued: an edit is judged after the editor has closed, and may then replace the rows.
        self.model.edited.connect(self._wait)
        self.model.edited.connect(self._judge, Qt.ConnectionType.QueuedConnection)
        # Who clicks on another record leaves the cell first: what was typed belongs to this one.
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._judge)

    def _buttons(self, name: str) -> QWidget:
        say = self._say.say
        insert = push_button(say("Insert row"), f"{name}Insert", self.insert_row, "plain", "plus")
        remove = push_button(
            say("Remove row"), f"{name}Remove", self.remove_selected, "plain", "trash-2"
        )
        paste = push_button(
            say("Paste from Excel"), f"{name}Paste", self.view.paste, "plain", "clipboard-paste"
        )
        for button in (insert, remove, paste):
            # A page may have several sheets; a name alone would not say which.
            button.setAccessibleName(f"{button.text()}: {self.view.accessibleName()}")
        made = FlowRow(gap=4)
        for button in (paste, insert, remove):
            made.add(button)
        return made

    # -- values ----------------------------------------------------------------------------
    def show_rows(self, rows: Sequence[SheetRow]) -> None:
        """Show these rows, unless there are edits that could not be taken yet."""
        self._given = tuple(rows)
        if not self._pending:
            self._put(self._given)

    def turn_to(self, owner: str) -> None:
        """From now on the rows are those of another record; edits that could not be taken yet are
        kept, and stand there again when it turns back.
        """
        if owner == self._owner:
            return
        if self._pending:
            self._aside[self._owner] = (self.model.lines(), self.trouble.text())
        self._owner = owner
        lines, sentence = self._aside.pop(owner, ((), ""))
        self._pending = bool(lines)
        if lines:
            self.model.show_lines(lines)
        self._tell(sentence)

    def discard(self) -> None:
        """Put back the rows as they were last shown."""
        self._pending = False
        self._put(self._given)
        self._tell("")

    def rows(self) -> tuple[SheetRow, ...]:
        """The rows as last shown or committed."""
        return self._given

    @property
    def waits(self) -> bool:
        """Whether there are edits that could not be taken yet."""
        self._judge()
        return self._pending

    def _put(self, rows: tuple[SheetRow, ...]) -> None:
        current = self.view.currentIndex()
        place = (current.row(), current.column()) if current.isValid() else None
        self.model.show_rows(rows)
        if place is not None:
            self.view.setCurrentIndex(self.model.index(*place))

    def _wait(self) -> None:
        self._waiting = True

    def _judge(self, *_focus: QWidget | None) -> None:
        """Judge an edit once, when its editor has closed or the focus goes elsewhere."""
        if self._waiting:
            self._waiting = False
            self._edited()

    def _edited(self) -> None:
        rows = self.model.read_rows()
        if rows is None:
            self._pending = True
            faults = self.model.faults()
            head = self._say.plural(
                "{count} cell needs a hand:", "{count} cells need a hand:", len(faults)
            )
            self._tell(f"{head} {faults[0][2]}")
            return
        self._tell("")
        self._pending = False
        if rows == self._given:
            return
        try:
            # The page shows the rows anew while this runs: new rows then have their ids.
            if self._commit_to is not None:
                self._commit_to(rows)
            else:
                self._given = rows
        except Refused as refused:
            self._pending = True
            self._tell(self._say.tell(refused.message))
            return
        self.committed.emit(rows)

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.drop.setVisible(bool(sentence))

    # -- rows ------------------------------------------------------------------------------
    def insert_row(self) -> None:
        """An empty row above the current one."""
        current = self.view.currentIndex()
        place = current.row() if current.isValid() else self.model.rowCount() - 1
        self.model.insert_line(place)
        self.view.setCurrentIndex(self.model.index(place, 0))
        self.view.setFocus()

    def remove_selected(self) -> None:
        """Take out the rows in which anything is selected."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        if not rows and self.view.currentIndex().isValid():
            rows = [self.view.currentIndex().row()]
        if rows:
            self.model.remove_lines(rows)
            place = min(rows[0], self.model.rowCount() - 1)
            self.view.setCurrentIndex(self.model.index(place, 0))


class _SheetView(QTableView):
    erase_rows = Signal()
    insert_row = Signal()

    def __init__(self, model: SheetModel, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = model
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

    def stand_open(self, lines: int) -> None:
        """Be as high as the head and so many lines, whatever the room."""
        self._lines = lines
        high = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(high + lines * self.verticalHeader().defaultSectionSize() + 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._lines:
            self.stand_open(self._lines)

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
        super().closeEditor(editor, hint)
        current = self.currentIndex()
        # Enter goes to the row below, as in a spreadsheet; leaving by the pointer does not.
        below = current.siblingAtRow(current.row() + 1)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid():
            self.setCurrentIndex(below)

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
            self._sheet.put(*place, cells)
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
        elif isinstance(editor, LineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text: Any = editor.currentText() if isinstance(editor, ChoiceBox) else ""
        if isinstance(editor, LineEdit):
            text = editor.text()
        model.setData(index, text)
