# SPDX-License-Identifier: Apache-2.0
"""The end of a mission's form: what removing it takes along, and the button that does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.mission import Mission
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.missions.widths import WIDEST
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import hairline, push_button, row, text_label


class MissionRemoval(QWidget):
    """Says what goes, and removes.

    Args:
        removed: Called after the mission was removed, with its name.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        removed: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._removed = removed
        self._mission: Mission | None = None
        self.button = push_button(
            tr.say("Remove mission"), "removeMission", self.remove, "", "trash-2"
        )
        self._losses = text_label("", "detail", wrap=True)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("removeRefusal")
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (hairline(), self._losses, row(self.button, None), self.refusal):
            layout.addWidget(part)
        self.setMaximumWidth(scaled(WIDEST))

    def show_mission(self, mission: Mission) -> None:
        """Say what would go with this mission."""
        self._mission = mission
        self._losses.setText(self._what_goes(mission.id))
        self.button.setEnabled(not self._desk.read_only)
        self.refusal.hide()

    def _what_goes(self, mission: str) -> str:
        """What removing the mission would take along, in a sentence."""
        tr, count = self._tr, self._desk.missions.dependants(mission)
        parts = [
            tr.plural("{count} observation", "{count} observations", count.observations),
            tr.plural("{count} milestone", "{count} milestones", count.milestones),
            tr.plural("{count} commitment", "{count} commitments", count.commitments),
            tr.plural("{count} letter", "{count} letters", count.letters),
        ]
        kept = tr.plural(
            "{count} initiative stays without a mission.",
            "{count} initiatives stay without a mission.",
            count.initiatives_kept,
        )
        gone = tr.say("Removing takes along {things}.", things=tr.list(parts))
        return f"{gone} {kept}"

    def remove(self) -> None:
        """Remove the mission; undo brings back all of it."""
        mission = self._mission
        if mission is None:
            return
        try:
            self._desk.missions.remove(mission.id)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return
        self._removed(f"{mission.code} {mission.title.in_language(self._tr.lang)}")
