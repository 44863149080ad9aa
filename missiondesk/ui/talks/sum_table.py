# SPDX-License-Identifier: Apache-2.0
"""A small table of sums by year, as a document says them, and how it stands below a list."""

from __future__ import annotations

import operator
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import scaled
from missiondesk.ui.widgets.table import Column, ReadTable

_Row = tuple[str, ...]
_TABLE, _FORM = 110, 240  # px at 100 %, the least heights of a list and of its form


class SumTable(QWidget):
    """Made anew when other years are shown."""

    def __init__(self, tr: Translator, name: str, title: str) -> None:
        super().__init__()
        self._tr, self._name, self._title = tr, name, title
        self._heads: tuple[str, ...] = ()
        self.lead = text_label("", "detail")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.lead)
        self.table = self._make(("",))
        self._layout.addWidget(self.table)

    def _make(self, heads: tuple[str, ...]) -> ReadTable[_Row]:
        columns: list[Column[_Row]] = [
            Column(head, operator.itemgetter(at), right=at > 0, stretch=1 if at == 0 else 0,
                   strong=at == 0)
            for at, head in enumerate(heads)
        ]  # fmt: skip
        made: ReadTable[_Row] = ReadTable(
            columns, "\t".join, name=self._name, title=self._title, growing=True
        )
        made.setSortingEnabled(False)
        return made

    def show_sums(self, tables: tuple[Rows, ...]) -> None:
        """Show the first of the tables; nothing when there is none."""
        self.setVisible(bool(tables))
        if not tables:
            return
        rows = tables[0]
        self.lead.setText(rows.lead)
        if rows.head != self._heads:
            self._heads = rows.head
            former, self.table = self.table, self._make(rows.head)
            self._layout.replaceWidget(former, self.table)
            former.hide()
            former.deleteLater()
        self.table.show_rows(rows.rows)


def stand_tall(records: RecordsTab[Any]) -> None:
    """Keep list and form high enough to be used; beside each other they fit the smallest window."""
    records.table.setMinimumHeight(scaled(_TABLE))
    records.side.setMinimumHeight(scaled(_FORM))


def scrolled(records: QWidget) -> ScrollPage:
    """A page that scrolls where list, sums and form stand below each other."""
    page, inner = ScrollPage(margins=(0, 0, 0, 0)), QWidget()
    layout = _AsLowAsCanBe(inner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(records)
    page.body.addWidget(inner)
    return page


class _AsLowAsCanBe(QVBoxLayout):
    """Lets a page scroll only below the least heights of what stands in it.

    Where a label wraps, Qt would make the page as high as its parts would like to be.
    """

    def hasHeightForWidth(self) -> bool:
        return False
