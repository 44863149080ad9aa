# SPDX-License-Identifier: Apache-2.0
"""Moves initiatives between stages: asks in the page what a gate decided or what closing leaves
behind where that is needed, and moves at once where it is not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from missiondesk.domain.gate import Gate, GateResult
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.asking_panel import AskingPanel
from missiondesk.ui.closing_panel import ClosingPanel
from missiondesk.ui.gate_panel import GatePanel
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.scroll_page import ScrollPage


class StageMoves(ScrollPage):
    """The two panels that ask; a page puts them in the place of what it shows.

    Attributes:
        asking: Something is asked now, or no more.
        refused: A move was refused, with the sentence that says why.
        moved: The initiative with this id was moved, or a gate of it decided.
    """

    asking = Signal(bool)
    refused = Signal(str)
    moved = Signal(str)

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=(0, 0, 8, 8))
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self._panels: list[AskingPanel] = []
        self.body.addStretch(1)

    # Both are made when they are first needed: many look, few move.
    @cached_property
    def gate(self) -> GatePanel:
        """Asks what a gate decided."""
        made = GatePanel(self._desk, self._tr, self._navigate, self._recorded, self._left)
        self._place(made)
        return made

    @cached_property
    def closing(self) -> ClosingPanel:
        """Asks what closing leaves behind."""
        made = ClosingPanel(self._desk, self._tr, self._closed, self._left)
        self._place(made)
        return made

    def _place(self, panel: AskingPanel) -> None:
        self._panels.append(panel)
        self.body.insertWidget(0, panel)

    @property
    def asks(self) -> bool:
        """Whether something is asked."""
        return any(not panel.isHidden() for panel in self._panels)

    def stop_asking(self) -> None:
        """Ask no more for now, as when another record is shown; what was typed is kept."""
        for panel in self._panels:
            panel.set_aside()

    # -- verbs ---------------------------------------------------------------------------
    def move_to(self, key: str, stage: Stage) -> None:
        """Move an initiative to a stage, asking first where a gate or closing needs it."""
        found = self._desk.initiatives.get(key)
        if found is None or found.stage is stage:
            return
        if stage is Stage.CLOSED:
            self.close_down(found)
            return
        waiting = self._desk.stage_board.awaiting(found)
        if waiting is not None and waiting.to_stage is stage:
            self.meet(waiting)
        elif self._desk.stage_board.asks_for_gate(found, stage):
            self.decide(found, stage)
        else:
            self._try(lambda: self._desk.initiatives.move(key, stage), found)

    def decide(self, initiative: Initiative, stage: Stage) -> None:
        """Ask what the gate to this stage decided."""
        self.stop_asking()
        self.gate.ask(initiative, stage)
        self.asking.emit(True)

    def close_down(self, initiative: Initiative) -> None:
        """Ask for what closing the initiative leaves behind."""
        self.stop_asking()
        self.closing.ask(initiative)
        self.asking.emit(True)

    def meet(self, gate: Gate) -> None:
        """The conditions of the gate are met: the initiative enters the next stage."""
        found = self._desk.initiatives.get(gate.initiative)
        if found is not None:
            self._try(lambda: self._desk.gates.meet_conditions(gate.id), found)

    def _try(self, verb: Callable[[], object], found: Initiative) -> None:
        try:
            verb()
        except Refused as refused:
            self.refused.emit(f"{found.code}: {self._tr.tell(refused.message)}")
            return
        self._say_moved(found.id)

    # -- what came of it -----------------------------------------------------------------
    def _say_moved(self, key: str) -> None:
        now, tr = self._desk.initiatives.get(key), self._tr
        if now is not None:
            said = tr.say("{code} is now in the stage {stage}.", code=now.code, stage=now.stage)
            self._hub.say(said, undoable=True)
            self.moved.emit(key)

    def _recorded(self, gate: Gate) -> None:
        found = self._desk.initiatives.get(gate.initiative)
        if found is not None and gate.result is GateResult.STOP:
            self.closing.ask(found)
        self._hub.say(self._tr.say("The outcome of the gate is recorded."), undoable=True)
        self.moved.emit(gate.initiative)

    def _closed(self, initiative: Initiative) -> None:
        said = self._tr.say("{code} is closed and stands on the stop list.", code=initiative.code)
        self._hub.say(said, undoable=True)
        self.moved.emit(initiative.id)

    def _left(self) -> None:
        self.asking.emit(self.asks)
