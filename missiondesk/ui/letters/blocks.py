# SPDX-License-Identifier: Apache-2.0
"""The 22 blocks as a list: number, name, whether shown, and a sign where something is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind, LetterBlock
from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.labels import mark


class BlockList(QListWidget):
    """The blocks of one letter.

    Attributes:
        chosen: Id of the block that became current.
    """

    chosen = Signal(str)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.setObjectName("letterBlocks")
        self.setAccessibleName(tr.say("Blocks of the letter"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._tell)

    def show_blocks(
        self, blocks: Sequence[LetterBlock], worst: Mapping[BlockKind, Severity]
    ) -> None:
        """Show the blocks in order; the one chosen before stays chosen."""
        kept = self.selected()
        self.blockSignals(True)
        self.clear()
        for number, block in enumerate(blocks, 1):
            self.addItem(self._item(number, block, worst.get(block.kind)))
        self.blockSignals(False)
        self.choose(kept) or self.setCurrentRow(0)
        widest = self.sizeHintForColumn(0)
        self.setFixedWidth(max(widest + theme.space(7), theme.space(48)))

    def _item(self, number: int, block: LetterBlock, worst: Severity | None) -> QListWidgetItem:
        name = self._tr.say(block.kind.word)
        sign = f" {mark(worst, self._tr).symbol}" if worst else ""
        item = QListWidgetItem(f"{number:>2}\u2002{name}{sign}")
        item.setData(Qt.ItemDataRole.UserRole, block.id)
        item.setSizeHint(QSize(0, theme.space(7)))
        spoken = [str(number), name]
        if not block.shown:
            item.setForeground(theme.colour("quiet"))
            font = item.font()
            font.setStrikeOut(True)
            item.setFont(font)
            spoken.append(self._tr.say("left out"))
        if worst is not None:
            spoken.append(self._tr.say("something is missing"))
            if block.shown:
                item.setForeground(theme.colour(mark(worst, self._tr).colour))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        return item

    def selected(self) -> str:
        """Id of the current block, "" for none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def choose(self, block: str) -> bool:
        """Make the block current; False when it is not there."""
        for place in range(self.count()):
            if self.item(place).data(Qt.ItemDataRole.UserRole) == block:
                self.setCurrentRow(place)
                return True
        return False

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
