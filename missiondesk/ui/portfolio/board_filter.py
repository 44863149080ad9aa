# SPDX-License-Identifier: Apache-2.0
"""The filters above the stage board: text, mission, ministry, light."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.domain.initiative import Light
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.stage_board import BoardCard
from missiondesk.ui.choices import ministry_options, mission_options
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.filter_parts import (
    filter_box,
    filter_text,
    offer_choices,
    shown_of,
)
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label

_NONE = "-"  # the choice "without a mission", or "not judged"


class BoardFilter(QWidget):
    """Says which initiatives are on the board.

    Attributes:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._texts: dict[str, tuple[object, str]] = {}
        say = tr.say
        self.text = filter_text(
            "boardFilter", say("Filter the board by text"), say("Filter by text…"),
            self.changed.emit, least=150, most=220,
        )  # fmt: skip
        self.mission = self._box("boardMission", say("Filter the board by mission"))
        self.ministry = self._box("boardMinistry", say("Filter the board by ministry"))
        self.light = self._box("boardLight", say("Filter the board by light"))
        lights = [(one.value, mark(one, tr).text) for one in Light]
        offer_choices(self.light, say("Any light"), [*lights, (_NONE, say("not judged"))])
        self.count = text_label("", "detail")
        self.count.setObjectName("boardShown")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flowing(self.text, self.mission, self.ministry, self.light, self.count))

    def _box(self, name: str, title: str) -> ChoiceBox:
        return filter_box(name, title, self.changed.emit, most=180)

    def offer(self, desk: Desk, cards: Sequence[BoardCard]) -> None:
        """Offer the missions and ministries of now; the choice stays."""
        say = self._tr.say
        used = {it.ministry for it in cards if it.ministry}
        missions = [*mission_options(desk, self._tr), (_NONE, say("without a mission"))]
        offer_choices(self.mission, say("All missions"), missions)
        ministries = ministry_options(desk, self._tr, used)
        offer_choices(self.ministry, say("All ministries"), ministries)

    def passed(self, cards: Sequence[BoardCard]) -> list[BoardCard]:
        """The initiatives that fit all filters; says how many when not all do."""
        words = self.text.text().casefold().split()
        mission, ministry = self.mission.currentData(), self.ministry.currentData()
        light = self.light.currentData()
        found = [
            it
            for it in cards
            if (mission is None or (it.initiative.mission or _NONE) == mission)
            and (ministry is None or it.ministry == ministry)
            and (light is None or (it.lights.shown or _NONE) == light)
            and (not words or all(word in self._text(it) for word in words))
        ]
        self.count.setText(shown_of(found, cards, self._tr))
        return found

    def _text(self, card: BoardCard) -> str:
        one = card.initiative
        kept = self._texts.get(one.id)
        if kept is None or kept[0] is not one:
            kept = (one, f"{one.code} {one.title.da} {one.title.en}".casefold())
            self._texts[one.id] = kept
        return kept[1]

    def clear(self) -> None:
        """Let everything pass."""
        self.text.clear()
        for box in (self.mission, self.ministry, self.light):
            box.setCurrentIndex(0)
