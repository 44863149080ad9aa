# SPDX-License-Identifier: Apache-2.0
"""The list at the side of the guide: pages and headings, or what was found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from missiondesk.ui.help.topics import Hit, sections_of, topics
from missiondesk.ui.theme import colour

PLACE = Qt.ItemDataRole.UserRole
Place = tuple[str, str]  # topic and anchor
Index = QModelIndex | QPersistentModelIndex
_INNER = "      "
_GAP = 6  # px around a row of what was found
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class _Rows(QStyledItemDelegate):
    """Draws what was found as a title and, quieter beneath it, the line around the word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        head, _, around = str(index.data()).partition("\n")
        if not around:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        view = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        title, line = self._places(option, head, around)
        painter.save()
        for place, text, font, tint in (
            (title, head, self._strong(option), "ink"),
            (line, around, option.font, "quiet"),
        ):
            painter.setFont(font)
            painter.setPen(colour(tint))
            painter.drawText(place, _WRAPPED, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        head, _, around = str(index.data()).partition("\n")
        if not around:
            return super().sizeHint(option, index)
        self.initStyleOption(option, index)
        _title, line = self._places(option, head, around)
        return QSize(line.width(), line.bottom() + 1 + _GAP - option.rect.top())

    @staticmethod
    def _strong(option: QStyleOptionViewItem) -> QFont:
        made = QFont(option.font)
        made.setWeight(QFont.Weight.DemiBold)
        return made

    def _places(self, option: QStyleOptionViewItem, head: str, around: str) -> tuple[QRect, QRect]:
        """Where title and line stand, as high as their words need."""
        width = cast(QListWidget, option.widget).viewport().width() - 2 * _GAP
        left, top = option.rect.left() + _GAP, option.rect.top() + _GAP
        room = QRect(left, top, width, 10_000)
        title = QFontMetrics(self._strong(option)).boundingRect(room, _WRAPPED, head)
        beneath = QRect(left, title.bottom() + 3, width, 10_000)
        line = QFontMetrics(option.font).boundingRect(beneath, _WRAPPED, around)
        title.setWidth(width)
        line.setWidth(width)
        return title, line


class Contents(QListWidget):
    """A list and no tree: screen readers read lists better. Each row holds its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpContents")
        self.setProperty("look", "contents")
        self.setWordWrap(True)
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def list_pages(self, language: str, here: Place, extra: str = "") -> None:
        """Every page, and under the open one its headings and those of ``extra`` (Markdown)."""
        self.clear()
        name, anchor = here
        for page in topics(language):
            item = self._add(page.title, (page.name, ""))
            if page.name != name:
                continue
            strong = item.font()
            strong.setWeight(QFont.Weight.DemiBold)
            item.setFont(strong)
            if not anchor:
                self.setCurrentItem(item)
            for section in (*page.sections[1:], *sections_of(extra)):
                inner = self._add(f"{_INNER}{section.heading}", (page.name, section.anchor))
                inner.setData(Qt.ItemDataRole.AccessibleTextRole, section.heading)
                if section.anchor == anchor:
                    self.setCurrentItem(inner)

    def list_hits(self, hits: Iterable[Hit]) -> None:
        """What was found, each with the line around it."""
        self.clear()
        for hit in hits:
            title, heading = hit.topic.title, hit.section.heading
            head = title if heading == title else f"{title} · {heading}"
            self._add(f"{head}\n{hit.around}", (hit.topic.name, hit.section.anchor))

    def _add(self, text: str, place: Place) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(PLACE, place)
        item.setForeground(colour("ink"))
        self.addItem(item)
        return item
