# SPDX-License-Identifier: Apache-2.0
"""Narrows the review down to what one person wrote, or to what is about one mission."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui.merging.lines import Line
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.looks import text_label


class Narrowing(QWidget):
    """Two choices; `fits` says whether a line is shown.

    Attributes:
        changed: Something else is chosen.
    """

    changed = Signal()

    def __init__(
        self, lines: Iterable[Line], missions: Iterable[tuple[str, str]], tr: Translator
    ) -> None:
        """Make it.

        Args:
            lines: Everything that can be narrowed down.
            missions: Ids and names in their order.
            tr: The screen's language.
        """
        super().__init__()
        say = tr.say
        lines = list(lines)
        people = sorted({who for line in lines for who in line.authors}, key=tr.sort_key)
        there = {line.mission for line in lines}
        self.who = self._box("mergeWho", say("Written by"), say("everybody"))
        for name in people:
            self.who.addItem(name, name)
        self.mission = self._box("mergeMission", say("About the mission"), say("all missions"))
        for key, name in missions:
            if key in there:
                self.mission.addItem(name, key)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for text, box in ((say("Written by"), self.who), (say("Mission"), self.mission)):
            label = text_label(text, "label")
            label.setBuddy(box)
            layout.addWidget(label)
            layout.addWidget(box)
        layout.addStretch(1)
        self.setVisible(self.who.count() > 2 or self.mission.count() > 2)

    def _box(self, name: str, title: str, every: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMaximumWidth(scaled(300))
        box.addItem(every, "")
        box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        return box

    def fits(self, line: Line) -> bool:
        """Whether the line is by that person and about that mission."""
        who, mission = self.who.currentData(), self.mission.currentData()
        return (not who or who in line.authors) and (not mission or mission == line.mission)
