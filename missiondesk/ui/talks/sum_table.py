# SPDX-License-Identifier: Apache-2.0
"""A small table of sums by year, as a document says them."""

from __future__ import annotations

import operator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.table import Column, ReadTable

_Row = tuple[str, ...]


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
