# SPDX-License-Identifier: Apache-2.0
"""The head of an initiative: what it is, where it stands, and the stages that may follow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import in_sentence
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.initiatives.words import MOVES
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.stage_moves import StageMoves
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import look, push_button, row, text_label

# The usual way; the primary button is the next of them.
_WAY = (Stage.IDEA, Stage.PILOT, Stage.SCALE, Stage.EMBED, Stage.CLOSED)
# The primary button comes last.
_BUTTONS = (Stage.IDEA, Stage.CLOSED, Stage.PILOT, Stage.SCALE, Stage.EMBED)


class InitiativeHead(QWidget):
    """Sentence, buttons to move, ways to the list and to the mission.

    Args:
        back: Leads to the list.
        changes: Moves between stages, asking what that needs.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        changes: StageMoves,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._navigate = navigate
        self._changes = changes
        changes.refused.connect(self._refuse)
        changes.asking.connect(lambda _asks: self._dress())
        self._shown: Initiative | None = None
        say = tr.say
        self.back = push_button(
            say("All initiatives"), "backToInitiatives", back, "link", "arrow-left"
        )
        self.to_mission = push_button(
            say("Go to the mission"), "toMission", self._to_mission, "link"
        )
        self.moves = {
            stage: push_button(say(MOVES[stage]), f"move_{stage.value}", self._mover(stage))
            for stage in _BUTTONS
        }
        self.line = Headline(*self.moves.values())
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("initiativeRefusal")
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 12, 28, 0)
        layout.setSpacing(8)
        layout.addWidget(row(self.back, None, self.to_mission))
        layout.addWidget(self.line)
        layout.addWidget(self.refusal)

    def show_initiative(self, found: Initiative) -> None:
        """Say what it is and where it stands."""
        if self._shown is None or self._shown.id != found.id:
            self.refusal.hide()
        self._shown = found
        mission = self._desk.situation.get(Mission, found.mission)
        name = f"{found.code} · {found.title.in_language(self._tr.lang)}"
        self.line.say(name, " · ".join(self._details(found, mission)))
        self.to_mission.setVisible(mission is not None)
        for stage, button in self.moves.items():
            button.setVisible(may_follow(found.stage, stage) and not self._desk.read_only)
        self._dress()

    def _dress(self) -> None:
        """The next stage is the primary button, unless a panel has one of its own."""
        if self._shown is None:
            return
        following = _WAY[_WAY.index(self._shown.stage) + 1 :][:1]
        for stage, button in self.moves.items():
            primary = stage in following and not self._changes.asks
            look(button, "primary" if primary else "")

    def _details(self, found: Initiative, mission: Mission | None) -> list[str]:
        tr = self._tr
        stage = mark(found.stage, tr).text
        if found.stage_since is not None:
            stage = tr.say("{stage} since {date}", stage=stage, date=found.stage_since)
        parts = [stage]
        if mission is not None:
            parts.append(f"{mission.code} {mission.title.in_language(tr.lang)}")
        else:
            parts.append(tr.say("■ no mission"))
        office = self._desk.situation.get(Office, found.office)
        if office is not None:
            title = in_sentence(office.title.in_language(tr.lang), tr.lang)
            parts.append(tr.say("responsible: {office}", office=title))
        return parts

    # -- verbs ---------------------------------------------------------------------------
    def _mover(self, stage: Stage) -> Callable[[], object]:
        def move() -> None:
            found = self._shown
            if found is not None:
                self.refusal.hide()
                self._changes.move_to(found.id, stage)

        return move

    def _to_mission(self) -> None:
        if self._shown is not None and self._shown.mission:
            self._navigate(PageName.MISSIONS, f"{self._shown.mission}#initiatives")

    def attempt(self, verb: Callable[[], object]) -> None:
        """Do something, and say beneath the head when it is refused."""
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self._refuse(self._tr.tell(refused.message))

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()
