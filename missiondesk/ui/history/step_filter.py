# SPDX-License-Identifier: Apache-2.0
"""The line of filters above the trail: subject, mission, person, from and to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.trail import TrailFilter
from missiondesk.services.trail_subjects import SUBJECTS
from missiondesk.ui.choices import mission_options
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import period_from_text
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text, offer_choices
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import text_label


class StepFilter(QWidget):
    """Says which steps are shown, and which an export holds.

    Attributes:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tr = desk, tr
        say = tr.say
        subjects = [("", say("everything"))]
        subjects += [(subject, say(word)) for subject, word in SUBJECTS.items()]
        self.subject = self._box("subjectFilter", say("Show steps about"), subjects)
        self.mission = self._box("missionFilter", say("Show steps about the mission"))
        self.who = self._box("whoFilter", say("Show steps by"))
        self.since = self._day("sinceFilter", say("Show steps from this day on"), say("from"))
        self.until = self._day("untilFilter", say("Show steps up to this day"), say("to"))
        label = text_label(say("Show steps about"), "label")
        label.setBuddy(self.subject)
        label.setMinimumHeight(self.subject.sizeHint().height())
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("stepFilterRefusal")
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        parts = (label, self.subject, self.mission, self.who, self.since, self.until)
        flow = FlowRow()
        for part in parts:
            flow.add(part)
        layout.addWidget(flow)
        layout.addWidget(self.refusal)

    def _box(self, name: str, title: str, options: Iterable[tuple[str, str]] = ()) -> ChoiceBox:
        box = filter_box(name, title, self.changed.emit, most=200, options=tuple(options))
        box.setMinimumWidth(scaled(110))
        return box

    def _day(self, name: str, title: str, hint: str) -> QLineEdit:
        return filter_text(name, title, hint, self.changed.emit, least=90, most=120)

    def offer(self, steps: Iterable[Step]) -> None:
        """Offer the missions, and the people of these steps; the choices stay."""
        people = sorted({step.who for step in steps}, key=self._tr.sort_key)
        offer_choices(self.who, self._tr.say("by everybody"), [(who, who) for who in people])
        missions = mission_options(self._desk, self._tr)
        offer_choices(self.mission, self._tr.say("All missions"), missions)

    def wanted(self) -> TrailFilter:
        """What is chosen; a day that is none lets all pass, and is said."""
        self.refusal.hide()
        return TrailFilter(
            since=self._read(self.since, last=False),
            until=self._read(self.until, last=True),
            who=str(self.who.currentData() or ""),
            mission=str(self.mission.currentData() or ""),
            subject=str(self.subject.currentData() or ""),
        )

    def show_since(self, day: date) -> None:
        """Let the steps of this day and those after it pass."""
        self.clear()
        self.since.setText(self._tr.short_date(day))

    def clear(self) -> None:
        """Let everything pass."""
        for box in (self.subject, self.mission, self.who):
            box.setCurrentIndex(0)
        self.since.clear()
        self.until.clear()

    def _read(self, field: QLineEdit, *, last: bool) -> date | None:
        try:
            found = period_from_text(field.text(), self._tr, self._desk.today)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return None
        if found is None:
            return None
        return found.last if last else found.first
