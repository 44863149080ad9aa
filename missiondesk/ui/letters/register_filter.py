# SPDX-License-Identifier: Apache-2.0
"""Search and filters above the register of letters: words, state, kind, mission."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.domain.letter import LetterKind, LetterState
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import mission_options
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.register_lines import RegisterLine
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.filter_parts import (
    filter_box,
    filter_text,
    offer_choices,
    shown_of,
)
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label

# What a letter is behind its revisions.
KINDS = tuple(kind for kind in LetterKind if kind is not LetterKind.REVISION)
IN_FORCE, NOT_SIGNED = "in_force", "not_signed"  # two choices that stand for several states


class RegisterFilter(QWidget):
    """Says which letters are shown.

    Attributes:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        say = tr.say
        self.text = filter_text(
            "letterSearch", say("Search the register"), say("Search the register…"),
            self.changed.emit, least=170, most=260,
        )  # fmt: skip
        self.state = self._box("letterStateFilter", say("Filter letters by state"))
        self.state.addItem(say("All states"), None)
        self.state.addItem(say("In force"), IN_FORCE)
        self.state.addItem(say("Not signed yet"), NOT_SIGNED)
        for state in LetterState:
            self.state.addItem(mark(state, tr).text, state.value)
        self.kind = self._box("letterKindFilter", say("Filter letters by kind"))
        self.kind.addItem(say("All kinds"), None)
        for kind in KINDS:
            self.kind.addItem(say(kind.word), kind.value)
        self.mission = self._box("letterMissionFilter", say("Filter letters by mission"))
        self.count = text_label("", "detail")
        self.count.setObjectName("lettersShown")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flowing(self.text, self.state, self.kind, self.mission, self.count))

    def _box(self, name: str, title: str) -> ChoiceBox:
        box = filter_box(name, title, self.changed.emit, most=210)
        box.setMinimumWidth(scaled(90))  # it gives way before the search is covered
        return box

    def offer(self, desk: Desk) -> None:
        """Offer the missions that have letters; the choice stays."""
        used = {letter.mission for letter in desk.letters.all()}
        missions = [one for one in mission_options(desk, self._tr) if one[0] in used]
        if None in used:
            missions.append(("", self._tr.say("without a mission")))
        offer_choices(self.mission, self._tr.say("All missions"), missions)

    def passed(self, desk: Desk, lines: Sequence[RegisterLine]) -> list[RegisterLine]:
        """The letters that fit all filters; says how many when not all do."""
        kind, mission = self.kind.currentData(), self.mission.currentData()
        kinds = [one for one in KINDS if one == kind]
        missions = () if mission is None else (mission,)
        text, states = self.text.text(), self._states()
        found = list(lines)
        if text.strip() or states or kinds or missions:
            rows = desk.letters.register.rows(text, states=states, kinds=kinds, missions=missions)
            passed = {row.letter.id for row in rows}
            found = [line for line in lines if line.letter.id in passed]
        self.count.setText(shown_of(found, lines, self._tr))
        return found

    def _states(self) -> list[LetterState]:
        """The states that are chosen; none stands for all."""
        chosen = self.state.currentData()
        if chosen == IN_FORCE:
            return [one for one in LetterState if one.in_force]
        if chosen == NOT_SIGNED:
            return [one for one in LetterState if not one.final]
        return [one for one in LetterState if one == chosen]

    def clear(self) -> None:
        """Let everything pass."""
        self.text.clear()
        for box in (self.state, self.kind, self.mission):
            box.setCurrentIndex(0)
