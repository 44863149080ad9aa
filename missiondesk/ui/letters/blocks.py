# SPDX-License-Identifier: Apache-2.0
"""The 22 blocks as a list: number, name, whether shown, and a sign where something is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind, LetterBlock
from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.labels import mark

_KEY = Qt.ItemDataRole.UserRole
_NUMBER = _KEY + 1
_SHOWN = _KEY + 2
_SIGN = _KEY + 3  # symbol and token of its colour


class BlockList(QListWidget):
    """The blocks of one letter.

    Attributes:
        chosen: Id of the block that became current.
    """

    chosen = Signal(str)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._told: list[tuple[object, ...]] = []
        self.setObjectName("letterBlocks")
        self.setAccessibleName(tr.say("Blocks of the letter"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_BlockDelegate(self))
        self.currentItemChanged.connect(self._tell)

    def show_blocks(
        self, blocks: Sequence[LetterBlock], worst: Mapping[BlockKind, Severity]
    ) -> None:
        """Show the blocks in order; the one chosen before stays chosen."""
        told = [(it.id, it.kind, it.shown, worst.get(it.kind)) for it in blocks]
        if told == self._told:
            return
        self._told = list(told)
        kept = self.selected()
        self.blockSignals(True)
        self.clear()
        for number, block in enumerate(blocks, 1):
            self.addItem(self._item(number, block, worst.get(block.kind)))
        if not self.choose(kept):
            self.setCurrentRow(0)
        self.blockSignals(False)
        widest = max((_width(self.item(row).text()) for row in range(self.count())), default=0)
        self.setMinimumWidth(widest)

    def _item(self, number: int, block: LetterBlock, worst: Severity | None) -> QListWidgetItem:
        name = self._tr.say(block.kind.word)
        item = QListWidgetItem(name)
        item.setData(_KEY, block.id)
        item.setData(_NUMBER, number)
        item.setData(_SHOWN, block.shown)
        item.setSizeHint(QSize(0, theme.line_height() + theme.space(2)))
        spoken = [str(number), name]
        if not block.shown:
            spoken.append(self._tr.say("left out"))
        if worst is not None:
            sign = mark(worst, self._tr)
            item.setData(_SIGN, (sign.symbol, sign.colour))
            spoken.append(self._tr.say("something is missing"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        return item

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def selected(self) -> str:
        """Id of the current block, "" for none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def choose(self, block: str) -> bool:
        """Make the block current; False when it is not there."""
        for place in range(self.count()):
            if self.item(place).data(_KEY) == block:
                self.setCurrentRow(place)
                return True
        return False

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_KEY)))


_PAD, _NUMBER_WIDTH, _SIGN_WIDTH = 8, 22, 18


def _width(name: str) -> int:
    """Width of the list in which this name and a sign have room."""
    strong = QFontMetrics(theme.font(weight=QFont.Weight.DemiBold))
    scroll_bar = 12
    text = strong.horizontalAdvance(name)
    return _PAD + _NUMBER_WIDTH + _PAD + text + _SIGN_WIDTH + _PAD + scroll_bar


class _BlockDelegate(QStyledItemDelegate):
    """Sets the numbers right-aligned in a column of their own, and the sign after the name."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        name = str(index.data())
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(place, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)
        self._paint_words(painter, place, index, name, chosen)
        painter.restore()

    @staticmethod
    def _paint_words(
        painter: QPainter,
        place: QRect,
        index: QModelIndex | QPersistentModelIndex,
        name: str,
        chosen: bool,
    ) -> None:
        font = theme.font(weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        shown = bool(index.data(_SHOWN))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        number = QRect(place.left() + _PAD, place.top(), _NUMBER_WIDTH, place.height())
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if chosen else "quiet"))
        right = int(Qt.AlignmentFlag.AlignRight | middle)
        painter.drawText(number, right, str(index.data(_NUMBER)))
        font.setStrikeOut(not shown)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if shown else "quiet"))
        words = place.adjusted(2 * _PAD + _NUMBER_WIDTH, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | middle), name)
        sign = index.data(_SIGN)
        if sign is not None:
            symbol, tint = sign
            font.setStrikeOut(False)
            painter.setFont(font)
            painter.setPen(theme.colour(tint))
            after = QFontMetrics(font).horizontalAdvance(name) + 6
            painter.drawText(
                words.adjusted(after, 0, 0, 0), int(Qt.AlignmentFlag.AlignLeft | middle), symbol
            )
