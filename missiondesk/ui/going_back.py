# SPDX-License-Identifier: Apache-2.0
"""What going back to a former state would change: how much in one sentence, and by record."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.backup_words import ChangeLine, change_lines, plan_lines
from missiondesk.services.desk import Desk
from missiondesk.services.restoring import RestorePlan
from missiondesk.ui import theme
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.table import Column, ReadTable

# More changes than anybody reads; the sentence above says how many there are.
_MOST = 500


class Difference(QWidget):
    """Stands beside a list of former states: backups, or versions that were named."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tr = desk, tr
        self.said = text_label("", "section", wrap=True)
        self.said.setObjectName("backupSaid")
        self._more = text_label("", "detail", wrap=True)
        self.table = _table(tr)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space(3), 0, 0, 0)
        layout.addWidget(self.said)
        layout.addWidget(self._more)
        layout.addWidget(self.table, 1)
        self.show_nothing()

    def show_nothing(self, sentence: str = "") -> None:
        """There is nothing to compare, or not yet."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self._more.hide()
        self.table.show_rows([])

    def show_plan(self, plan: RestorePlan) -> None:
        """Show what would change."""
        first, *more = plan_lines(plan, self._tr)
        self.said.setText(first)
        self.said.show()
        self._more.setText(" ".join(more))
        self._more.setVisible(bool(more))
        finder = self._desk.restoring.finder(plan)
        self.table.show_rows(change_lines(plan, finder, self._tr, _MOST))


def _table(tr: Translator) -> ReadTable[ChangeLine]:
    """Record by record what going back would change."""
    say = tr.say
    return ReadTable(
        [
            Column(say("Record"), lambda it: it.record, stretch=2, wrap=True, lines=3, strong=True),
            Column(say("What becomes of it"), lambda it: it.what, stretch=3, wrap=True, lines=6),
        ],
        lambda it: it.id,
        name="backupDifference",
        title=say("What going back would change"),
        sort_text=tr.sort_key,
    )
