# SPDX-License-Identifier: Apache-2.0
"""The line above a tab of governance: which mission, and as of which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from missiondesk.domain.period import Period, day
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import PeriodField
from missiondesk.ui.widgets.filter_parts import filter_box
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import row, text_label


class MissionDay(FlowRow):
    """Two choices; everything below follows them. What else is added goes on in the next line where
    there is no room.

    Attributes:
        on: The day, None for today.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        name: str,
        changed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._changed = desk, tr, changed
        self.on: date | None = None
        self.mission: ChoiceBox = filter_box(
            f"{name}Mission", tr.say("Mission"), lambda: self._changed(), most=360
        )
        self.day = PeriodField(
            f"{name}Day", tr.say("As of"), tr, self._take_day, today=desk.this_day,
        )  # fmt: skip
        self.day.writes = False
        self.day.label.hide()
        self.day.editor.setFixedWidth(scaled(140))
        self.day.editor.setAccessibleName(tr.say("As of"))
        self.add(row(text_label(tr.say("Mission"), "label"), self.mission))
        self.add(row(text_label(tr.say("As of"), "label"), self.day))

    def _take_day(self, value: Period | None) -> None:
        chosen = value.last if value is not None else None
        self.on = None if chosen == self._desk.today else chosen
        self._changed()

    def offer(self) -> None:
        """Offer the missions of now; the choice stays."""
        box, kept = self.mission, self.mission.currentData()
        box.blockSignals(True)
        box.clear()
        for mission in self._desk.raci.missions():
            title = f"{mission.code} {mission.title.in_language(self._tr.lang)}".strip()
            box.addItem(title, mission.id)
        box.setCurrentIndex(max(box.findData(kept), 0))
        box.blockSignals(False)
        self.day.show_value(day(self.on or self._desk.today))

    def choose(self, mission: str) -> None:
        """Choose a mission by its id."""
        place = self.mission.findData(mission)
        if place >= 0:
            self.mission.setCurrentIndex(place)

    @property
    def chosen(self) -> str:
        """Id of the mission, "" when there is none."""
        return str(self.mission.currentData() or "")
