# SPDX-License-Identifier: Apache-2.0
"""All missions in one table to filter, and the line with which a new one is added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from missiondesk.domain.finding import Severity
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.overview import OverviewRow
from missiondesk.ui.hub import Hub
from missiondesk.ui.missions.mission_columns import mission_columns
from missiondesk.ui.several_bar import SeveralBar
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import (
    filter_box,
    filter_text,
    offer_choices,
    shown_of,
)
from missiondesk.ui.widgets.flow_row import FlowRow, flowing
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.table import ReadTable


class MissionList(QWidget):
    """The table of missions.

    Args:
        opened: Gets the id of a mission to look at, and that of a new one with "#sentence".
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        opened: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._opened = opened
        self._rows: tuple[OverviewRow, ...] = ()
        self.head = Headline()
        self.table = self._make_table()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("missionRefusal")
        self.refusal.hide()
        layout = page_layout(self)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self._tools())
        layout.addWidget(self.refusal)
        layout.addWidget(self.table, 1)
        layout.addWidget(SeveralBar(desk, hub, tr, self.table, Mission))

    # -- building ------------------------------------------------------------------------
    def _tools(self) -> QWidget:
        say = self._tr.say
        self.filter = filter_text(
            "missionFilter", say("Filter missions by text"), say("Filter by text…"),
            self._show, least=180, most=240,
        )  # fmt: skip
        self.state = filter_box(
            "missionStateFilter", say("Filter missions by state"), self._show, most=190
        )
        states = [(state.value, say(state.word)) for state in MissionState]
        offer_choices(self.state, say("All states"), states)
        self.title = QLineEdit()
        self.title.setObjectName("newMissionTitle")
        self.title.setAccessibleName(say("Title of a new mission"))
        self.title.setPlaceholderText(say("Title of a new mission"))
        self.title.setMinimumWidth(scaled(240))
        self.title.setMaximumWidth(scaled(320))
        self.title.returnPressed.connect(self.add)
        self.add_button = push_button(say("Add mission"), "addMission", self.add, "primary")
        self.add_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.count = text_label("", "detail")
        self.count.setObjectName("missionsShown")
        adding = FlowRow(gap=8, together=True)
        adding.add(self.title)
        adding.add(self.add_button)
        return flowing(self.filter, self.state, self.count, at_end=adding)

    def _make_table(self) -> ReadTable[OverviewRow]:
        tr = self._tr
        self._empty = EmptyState("", tr.say("Add the first mission"), self._begin)
        table = ReadTable(
            mission_columns(tr),
            lambda it: it.mission.id,
            name="missionsTable",
            title=tr.say("Missions"),
            sort_text=tr.sort_key,
            empty=self._empty,
            several=True,
        )
        table.opened.connect(self._opened)
        return table

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all missions again."""
        self._rows = self._desk.overview.rows()
        self._say_head()
        self._show()
        for widget in (self.title, self.add_button):
            widget.setEnabled(not self._desk.read_only)

    def _say_head(self) -> None:
        tr = self._tr
        if not self._rows:
            self.head.say(tr.say("There is no mission yet"))
            return
        faulty = [row for row in self._rows if row.count(Severity.ERROR)]
        ideas = sum(row.mission.state is MissionState.IDEA for row in self._rows)
        ready = len(self._rows) - len(faulty) - ideas
        sentence = tr.plural(
            "{ready} of {count} mission is ready for its letter",
            "{ready} of {count} missions are ready for their letters",
            len(self._rows),
            ready=ready,
        )
        codes = tr.list(row.mission.code for row in faulty)
        detail = tr.say("Errors stand in {codes}.", codes=codes) if faulty else ""
        self.head.say(sentence, detail)

    def _show(self) -> None:
        words = self.filter.text().casefold().split()
        state = self.state.currentData()
        shown = [
            row
            for row in self._rows
            if state in (None, row.mission.state.value) and all(w in _text(row) for w in words)
        ]
        say = self._tr.say
        filtered = bool(self._rows)
        self._empty.sentence.setText(
            say("No mission fits the filter.")
            if filtered
            else say(
                "A mission is a measurable goal that several ministries share. It needs a title "
                "to begin with; its figure, minister and letter follow."
            )
        )
        verb = say("Show all missions") if filtered else say("Add the first mission")
        self._empty.button.setText(verb)
        self._empty.button.setAccessibleName(verb)
        self.count.setText(shown_of(shown, self._rows, self._tr))
        self.table.show_rows(shown)

    def _begin(self) -> None:
        """What the button of the empty table does."""
        if self._rows:
            self.filter.clear()
            self.state.setCurrentIndex(0)
        else:
            self.title.setFocus()

    # -- verbs ---------------------------------------------------------------------------
    def add(self) -> None:
        """Add a mission with the title that was typed, and open it."""
        self.refusal.hide()
        title = " ".join(self.title.text().split())
        wording = Wording(en=title) if self._tr.lang == "en" else Wording(title)
        try:
            mission = self._desk.missions.add(wording)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            self.title.setFocus()
            return
        self.title.clear()
        self._opened(f"{mission.id}#sentence")


def _text(row: OverviewRow) -> str:
    """What the filter searches."""
    mission = row.mission
    parts = [mission.code, mission.title.da, mission.title.en, mission.sentence.da]
    parts += [mission.sentence.en]
    if row.office is not None:
        parts += [row.office.title.da, row.office.title.en]
    if row.holder is not None:
        parts.append(row.holder.name)
    return " ".join(parts).casefold()
