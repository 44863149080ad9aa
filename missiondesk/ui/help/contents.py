# SPDX-License-Identifier: Apache-2.0
"""The list at the side of the guide: pages and headings, or what was found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from missiondesk.ui.help.topics import Hit, sections_of, topics
from missiondesk.ui.theme import colour

PLACE = Qt.ItemDataRole.UserRole
Place = tuple[str, str]  # topic and anchor
_INNER = "      "


class Contents(QListWidget):
    """A list and no tree: screen readers read lists better. Each row holds its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpContents")
        self.setProperty("look", "contents")
        self.setWordWrap(True)
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
