# SPDX-License-Identifier: Apache-2.0
"""The meetings of a round as a tab."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.talks.meeting_records import MeetingRecords
from missiondesk.ui.talks.tab import TalksChoice, TalksTab
from missiondesk.ui.widgets.empty_state import EmptyState


class MeetingsTab(TalksTab):
    """Who meets when, on what; each meeting has a sheet."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self.records = MeetingRecords(desk, hub, tr)
        self.records.table.chosen.connect(lambda _key: self.told.emit())
        self.empty = EmptyState(
            say("Meetings belong to a round of talks, and there is none yet."),
            say("Go to the round"),
            lambda: navigate(PageName.TALKS, "round"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.records, 1)

    def refresh(self) -> None:
        """Read the meetings again."""
        found = self.talks_round
        self.records.setVisible(found is not None)
        self.empty.setVisible(found is None)
        if found is not None:
            self.records.show_owned(found.id, (), self._desk.talks.rounds.meetings(found.id))
        self.told.emit()

    def headline(self) -> tuple[str, str]:
        """How many meetings there are."""
        found, tr = self.talks_round, self._tr
        if found is None:
            return tr.say("No talks are under way"), ""
        count = len(self._desk.talks.rounds.meetings(found.id))
        said = tr.plural("{count} meeting", "{count} meetings", count)
        return said, found.name.in_language(tr.lang)

    @property
    def for_readers(self) -> bool:
        """A sheet is for those who take part."""
        return True

    def document(self) -> Callable[[], PrintJob] | None:
        """The sheet of the chosen meeting."""
        key = self.records.table.selected()
        return self.kind("talks-meetings", key) if key and self.talks_round else None

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a meeting."""
        self.records.choose(key)
        if field:
            self.records.focus_field(field)
