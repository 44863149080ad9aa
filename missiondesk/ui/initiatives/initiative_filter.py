# SPDX-License-Identifier: Apache-2.0
"""The filters above the table of initiatives: text, stage, mission, ministry."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import ministry_options, mission_options
from missiondesk.ui.initiatives.known import Known
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.filter_parts import (
    filter_box,
    filter_text,
    offer_choices,
    shown_of,
)
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label

_ORPHANS = "-"  # the choice "without a mission"


class InitiativeFilter(QWidget):
    """Says which initiatives are shown.

    Attributes:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, known: Known, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._tr = tr
        say = tr.say
        self.text = filter_text(
            "initiativeFilter", say("Filter initiatives by text"), say("Filter by text…"),
            self.changed.emit, least=170, most=240,
        )  # fmt: skip
        self.stage = self._box("initiativeStageFilter", say("Filter initiatives by stage"))
        self.mission = self._box("initiativeMissionFilter", say("Filter initiatives by mission"))
        self.ministry = self._box("initiativeMinistryFilter", say("Filter initiatives by ministry"))
        self.stage.addItem(say("All stages"), None)
        for stage in Stage:
            self.stage.addItem(say(stage.word), stage.value)
        self.count = text_label("", "detail")
        self.count.setObjectName("initiativesShown")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flowing(self.text, self.stage, self.mission, self.ministry, self.count))

    def _box(self, name: str, title: str) -> ChoiceBox:
        return filter_box(name, title, self.changed.emit, most=190)

    def offer(self, desk: Desk, shown: Sequence[Initiative]) -> None:
        """Offer the missions and ministries of now; the choice stays."""
        say = self._tr.say
        used = {self._known.ministry(one) for one in shown}
        ministries = ministry_options(desk, self._tr, (one for one in used if one))
        missions = [*mission_options(desk, self._tr), (_ORPHANS, say("without a mission"))]
        for box, first, options in (
            (self.mission, say("All missions"), missions),
            (self.ministry, say("All ministries"), ministries),
        ):
            offer_choices(box, first, options)

    def chosen_mission(self) -> str | None:
        """Id of the mission filtered by, or None."""
        chosen: str | None = self.mission.currentData()
        return None if chosen == _ORPHANS else chosen

    def passed(self, given: Sequence[Initiative]) -> list[Initiative]:
        """The initiatives that fit all filters; says how many when not all do."""
        words = self.text.text().casefold().split()
        stage, mission = self.stage.currentData(), self.mission.currentData()
        ministry, known = self.ministry.currentData(), self._known
        # One filter after the other, and only those that are set: with fifty thousand rows asking
        # each row about all of them takes several frames of the screen a keystroke.
        found = list(given)
        texts: Sequence[str] = known.texts(given) if words else ()
        for word in words:
            fits = [word in text for text in texts]
            found, texts = list(compress(found, fits)), list(compress(texts, fits))
        if stage is not None:
            found = [one for one in found if one.stage.value == stage]
        if mission is not None:
            found = [one for one in found if (one.mission or _ORPHANS) == mission]
        if ministry is not None:
            found = [one for one in found if known.ministry(one) == ministry]
        self.count.setText(shown_of(found, given, self._tr))
        return found

    def clear(self) -> None:
        """Let everything pass."""
        self.text.clear()
        for box in (self.stage, self.mission, self.ministry):
            box.setCurrentIndex(0)
