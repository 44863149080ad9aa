# SPDX-License-Identifier: Apache-2.0
"""Brings what the desk says (a Step, the state of saving) to the screen, in the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from missiondesk.ui.jobs import Jobs
from missiondesk.ui.tasks import Tasks


class Telling(Protocol):
    """What the hub listens to; the desk is one. Both return how to stop listening."""

    def listen(self, listener: Callable[[object], None], /) -> Callable[[], None]:
        """Call ``listener`` with each Step after it is committed."""

    def listen_saving(self, listener: Callable[[object], None], /) -> Callable[[], None]:
        """Call ``listener`` with each state of saving, from any thread."""


class Hub(QObject):
    """What every page may connect to and use.

    Attributes:
        changed: A domain Step was committed. Ask ``step.touches(Mission)`` before reloading.
        saving: The state of saving changed.
        said: A sentence for the foot of the window, and whether "Undo" stands beside it.
        asked: A command of the window, as `MainWindow.asked` tells it.
        tasks: The one worker thread.
        jobs: What it does and did for the user.
    """

    changed = Signal(object)
    saving = Signal(object)
    said = Signal(str, bool)
    asked = Signal(str)
    _step_came = Signal(object)
    _state_came = Signal(object)

    def __init__(self, desk: Telling | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.jobs = Jobs(self.tasks, self)
        self._leave: list[Callable[[], None]] = []
        # Signal to signal: delivered at once in the screen's thread, queued from any other.
        self._step_came.connect(self.changed)
        self._state_came.connect(self.saving)
        if desk is not None:
            self.attach(desk)

    def attach(self, desk: Telling) -> None:
        """Listen to ``desk``, and no longer to the one before."""
        self.close()
        self._leave = [desk.listen(self._tell_step), desk.listen_saving(self._tell_state)]

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Show a sentence at the foot of the window; ``undoable`` adds the button "Undo"."""
        self.said.emit(sentence, undoable)

    def close(self) -> None:
        """Stop listening; what still comes is dropped."""
        for leave in self._leave:
            leave()
        self._leave = []

    def _tell_step(self, step: object) -> None:
        with suppress(RuntimeError):  # the window died while another thread spoke
            self._step_came.emit(step)

    def _tell_state(self, state: object) -> None:
        with suppress(RuntimeError):
            self._state_came.emit(state)
