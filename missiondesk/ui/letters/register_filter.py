# SPDX-License-Identifier: Apache-2.0
"""Search and filters above the register of letters: words, state, kind, mission."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from missiondesk.domain.letter import LetterKind, LetterState
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import mission_options
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.register_lines import RegisterLine
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.side_by_side import scaled

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
        self.text = QLineEdit()
        self.text.setObjectName("letterSearch")
        self.text.setAccessibleName(say("Search the register"))
        self.text.setPlaceholderText(say("Search the register…"))
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(scaled(170))
        self.text.setMaximumWidth(scaled(260))
        self.text.textChanged.connect(lambda _text: self.changed.emit())
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
        layout.setSpacing(8)
        for part in (self.text, self.state, self.kind, self.mission, self.count):
            layout.addWidget(part)
        layout.addStretch(1)

    def _box(self, name: str, title: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMinimumWidth(scaled(90))  # it gives way before the search is covered
        box.setMaximumWidth(scaled(210))
        box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        return box

    def offer(self, desk: Desk) -> None:
        """Offer the missions that have letters; the choice stays."""
        kept = self.mission.currentData()
        used = {letter.mission for letter in desk.letters.all()}
        self.mission.blockSignals(True)
        self.mission.clear()
        self.mission.addItem(self._tr.say("All missions"), None)
        for key, text in mission_options(desk, self._tr):
            if key in used:
                self.mission.addItem(text, key)
        if None in used:
            self.mission.addItem(self._tr.say("without a mission"), "")
        self.mission.setCurrentIndex(max(self.mission.findData(kept), 0))
        self.mission.blockSignals(False)

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
        said = self._tr.say("{shown} of {all} shown", shown=len(found), all=len(lines))
        self.count.setText(said if len(found) != len(lines) else "")
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
