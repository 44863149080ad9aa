# SPDX-License-Identifier: Apache-2.0
"""What is due, on the first page: the next of it, the way there, and the file for calendars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.entities import KIND_OF
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.due import Due
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.navigation import place_of
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

MOST_DUE = 8


class DuePart(QWidget):
    """A heading with its verb, and the table below."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._say, self._navigate = desk, tr, navigate
        say = tr.say
        self.table: ReadTable[Due] = ReadTable(
            [
                Column(say("When"), lambda it: tr.period(it.when), sort=lambda it: it.when.last),
                Column(say("What"), lambda it: tr.tell(it.what), stretch=1, width=200, wrap=True),
                Column(
                    say("Mission"), lambda it: it.mission_code, colour=lambda _it: "quiet", folds=1
                ),
                Column("", self._late, strong=True, colour=lambda _it: "bad", folds=2),
            ],
            key=lambda it: f"{KIND_OF[it.kind]}/{it.key}",
            name="dueTable",
            title=say("What is due"),
            sort_text=tr.sort_key,
            empty=EmptyState(say("Nothing is due in the coming months.")),
            growing=True,
            opens_on_click=True,
        )
        self.table.opened.connect(self._go)
        self.files = FileOutput(desk, hub, tr)
        self._to_calendar = push_button(
            say("Put into a calendar…"), "dueToCalendar", self._save_calendar, "link"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(row(text_label(say("What is due"), "section"), self._to_calendar, None))
        layout.addWidget(self.files)
        layout.addWidget(self.table)

    def show_due(self, due: Sequence[Due]) -> None:
        """Show the next of what is due."""
        self.table.show_rows(due[:MOST_DUE])
        self._to_calendar.setVisible(bool(due))

    def _late(self, due: Due) -> str:
        return f"▼\u00a0{self._say.say('overdue')}" if due.overdue else ""

    def _save_calendar(self) -> None:
        """Everything that is due, as a file that the office's calendar opens."""
        from missiondesk.services.due_calendar import due_calendar

        say = self._say.say
        self.files.save(
            lambda: due_calendar(self._desk.overview.due(), self._say.lang),
            say("Put into a calendar"),
            (say("Calendar"), "*.ics"),
        )

    def _go(self, key: str) -> None:
        kind, _, record = key.partition("/")
        found = next((it for it in self._desk.overview.due() if it.key == record), None)
        self._navigate(*place_of(kind, record, found.mission if found is not None else ""))
