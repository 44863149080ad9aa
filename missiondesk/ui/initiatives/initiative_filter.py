# SPDX-License-Identifier: Apache-2.0
"""The filters above the table of initiatives: text, stage, mission, ministry."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence, Sized

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

_STAGES = {stage.value: stage for stage in Stage}
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

    def words(self) -> list[str]:
        """The words that are looked for, in small letters."""
        return self.text.text().casefold().split()

    def fits(self) -> dict[Hashable, Callable[[Initiative], bool]]:
        """What else an initiative has to be, by what was chosen in the boxes."""
        found: dict[Hashable, Callable[[Initiative], bool]] = {}
        ministry, known = self.ministry.currentData(), self._known
        if (stage := _STAGES.get(self.stage.currentData())) is not None:
            found["stage", stage] = lambda one: one.stage is stage
        if (mission := self.mission.currentData()) is not None:
            found["mission", mission] = lambda one: (one.mission or _ORPHANS) == mission
        if ministry is not None:
            found["ministry", ministry] = lambda one: known.ministry(one) == ministry
        return found

    def tell(self, found: Sized, given: Sized) -> None:
        """Say how many are shown when not all are."""
        self.count.setText(shown_of(found, given, self._tr))

    def clear(self) -> None:
        """Let everything pass."""
        self.text.clear()
        for box in (self.stage, self.mission, self.ministry):
            box.setCurrentIndex(0)
