# SPDX-License-Identifier: Apache-2.0
"""A list of what was found: names with the words that were looked for marked, under headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.folding import marks
from missiondesk.ui import theme
from missiondesk.ui.widgets.painted_text import paint_text, text_width

_PAD_X, _PAD_Y, _GAP = 12, 5, 16


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One line of the list.

    Attributes:
        key: What is given back when it is opened; "" for a heading.
        title: What stands first.
        side: What stands at the right: a kind, a key of the keyboard.
        detail: A second line, "" for none.
        usable: Whether it can be opened now.
    """

    key: str
    title: str
    side: str = ""
    detail: str = ""
    usable: bool = True

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.side, self.detail) if part)


class _FoundModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[FoundRow, ...] = ()
        self.query = ""

    def show(self, rows: Sequence[FoundRow], query: str) -> None:
        self.beginResetModel()
        self.rows, self.query = tuple(rows), query
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        if not row.key or not row.usable:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _FoundDelegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = _row_at(index)
        high = QFontMetricsF(theme.font()).lineSpacing() + 2 * _PAD_Y
        if not row.key:
            high = QFontMetricsF(_small()).lineSpacing() + 2 * _PAD_Y + 4
        elif row.detail:
            high += QFontMetricsF(_small()).lineSpacing()
        return QSize(100, round(high))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = _row_at(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("chosen"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
        elif row.key and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        inner = rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        if row.key:
            self._paint_row(painter, inner, row, _model_of(index).query)
        else:
            heading = _small(QFont.Weight.DemiBold)
            paint_text(
                painter, inner.adjusted(0, 4, 0, 0), row.title, heading, theme.colour("quiet")
            )
        painter.restore()

    def _paint_row(self, painter: QPainter, inner: QRect, row: FoundRow, query: str) -> None:
        small = _small()
        side = round(text_width(row.side, small)) + 2 if row.side else 0
        down = QFontMetricsF(theme.font()).ascent() - QFontMetricsF(small).ascent()
        paint_text(
            painter, inner.adjusted(0, round(down), 0, 0), row.side, small, theme.colour("quiet"),
            right=True,
        )  # fmt: skip
        wide = inner.width() - (side + _GAP if side else 0)
        colour = "ink" if row.usable else "quiet"
        used = _paint_marked(painter, inner, wide, row.title, query, theme.font(), colour)
        if row.detail:
            below = inner.adjusted(0, round(used), 0, 0)
            _paint_marked(painter, below, inner.width(), row.detail, query, small, "quiet")


class FoundList(QListView):
    """Headings and rows; arrows pass over what cannot be opened, Enter opens.

    Attributes:
        opened: Key of the row that was pressed or entered.
    """

    opened = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._rows = _FoundModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_FoundDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def show_rows(self, rows: Sequence[FoundRow], query: str) -> None:
        """Show these rows with the words of ``query`` marked; the first usable one is chosen."""
        self._rows.show(rows, query)
        self.scrollToTop()
        self.step(1, start=-1)

    def rows(self) -> tuple[FoundRow, ...]:
        """What is shown."""
        return self._rows.rows

    def chosen(self) -> FoundRow | None:
        """The row that Enter would open."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def step(self, by: int, start: int | None = None) -> None:
        """Choose the usable row that is ``by`` rows away, or the last one on that way."""
        here = self.currentIndex().row() if start is None else start
        way = 1 if by > 0 else -1
        usable = [
            place
            for place in range(here + way, len(self.rows()) if way > 0 else -1, way)
            if self.rows()[place].key and self.rows()[place].usable
        ]
        if usable:
            target = usable[min(abs(by), len(usable)) - 1]
            self.setCurrentIndex(self._rows.index(target))
            if target <= 1:
                self.scrollToTop()  # the first heading too

    def open_chosen(self) -> None:
        """Open the chosen row."""
        self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_chosen()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.opened.emit(self._rows.rows[index.row()].key)


def _model_of(index: QModelIndex | QPersistentModelIndex) -> _FoundModel:
    model = index.model()
    assert isinstance(model, _FoundModel)
    return model


def _row_at(index: QModelIndex | QPersistentModelIndex) -> FoundRow:
    return _model_of(index).rows[index.row()]


def _small(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return theme.font(theme.DETAIL, weight)


def _paint_marked(
    painter: QPainter, area: QRect, wide: int, text: str, query: str, font: QFont, colour: str
) -> float:
    """One line of ``text``, cut with “…”, what was looked for in bold and underlined."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    formats = []
    for begin, end in _in_units(shown, marks(query, shown)):
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = begin, end - begin
        look = QTextCharFormat()
        look.setFontUnderline(True)
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(theme.colour("ink"))
        marked.format = look
        formats.append(marked)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(wide)
    layout.endLayout()
    painter.setPen(theme.colour(colour))
    painter.save()
    painter.setClipRect(QRect(area.left(), area.top(), wide, area.height()))
    layout.draw(painter, QPointF(area.topLeft()))
    painter.restore()
    return line.height()


def _in_units(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places counted as Qt does, where a sign beyond U+FFFF counts twice."""
    return [(_units(text[:begin]), _units(text[:end])) for begin, end in places]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
