# SPDX-License-Identifier: Apache-2.0
"""Keeps the first column of a wide table in sight while the others are scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

_MOST = 0.5  # of the width in sight; a wider column would leave too little for the others


class FrozenColumn(QTableView):
    """Lies over the table once its first column is scrolled away, and looks and acts like it.

    It shows the table's model with the table's selection, and takes no focus: keyboard and screen
    reader stay in the table.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName(f"{table.objectName()}Frozen")
        self.setAccessibleName(table.accessibleName())
        self.setProperty("look", "frozen")
        self.setModel(table.model())
        selection = table.selectionModel()
        assert isinstance(selection, QItemSelectionModel)
        self.setSelectionModel(selection)
        self.setItemDelegate(table.itemDelegate())
        self._dress()
        self._follow()
        self.hide()

    def _dress(self) -> None:
        table = self._table
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(never)
        self.setVerticalScrollBarPolicy(never)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(table.editTriggers())
        self.setShowGrid(table.showGrid())
        self.setWordWrap(table.wordWrap())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(table)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(table.verticalHeader().minimumSectionSize())
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(table.horizontalHeader().defaultAlignment())
        for place in range(1, self.model().columnCount()):
            self.setColumnHidden(place, True)

    def _follow(self) -> None:
        table = self._table
        across, down = table.horizontalScrollBar(), table.verticalScrollBar()
        across.valueChanged.connect(lambda _value: self._lie())
        across.rangeChanged.connect(lambda _least, _most: self._lie())
        down.rangeChanged.connect(lambda _least, _most: self._lie())
        down.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(down.setValue)
        table.horizontalHeader().sectionResized.connect(lambda *_sizes: self._lie())
        table.verticalHeader().sectionResized.connect(
            lambda row, _before, height: self.setRowHeight(row, height)
        )
        # The head sorts the table as its own does.
        self.horizontalHeader().sectionClicked.connect(lambda _place: self._sort())
        self.doubleClicked.connect(table.doubleClicked)
        table.viewport().installEventFilter(self)

    def _lie(self) -> None:
        """Lie over the first column, or go where it is in sight by itself."""
        table = self._table
        width, edge = table.columnWidth(0), table.frameWidth()
        room = table.viewport().width()
        shown = table.horizontalScrollBar().value() > 0 and width <= room * _MOST
        self.setVisible(shown)
        if not shown:
            return
        head = table.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(head)
        self.setColumnWidth(0, width)
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, table.rowHeight(row))
        self.setGeometry(edge, edge, width + 1, head + table.viewport().height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def _sort(self) -> None:
        head = self._table.horizontalHeader()
        up = Qt.SortOrder.AscendingOrder
        again = head.sortIndicatorSection() == 0 and head.sortIndicatorOrder() is up
        self._table.sortByColumn(0, Qt.SortOrder.DescendingOrder if again else up)

    # -- what happens in the table ---------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lie()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.MouseMove):
            self.viewport().update()  # the row under the pointer has another ground
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel over it turns the table."""
        self._table.wheelEvent(event)
