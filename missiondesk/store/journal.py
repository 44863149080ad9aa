# SPDX-License-Identifier: Apache-2.0
"""The heads of all Steps, and the undo and redo stacks that follow from them."""

from __future__ import annotations

from dataclasses import replace

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step


class Journal:
    """The heads of all Steps, in order, and where undo and redo stand.

    Attributes:
        last: The newest Step's head, or None.
    """

    def __init__(self) -> None:
        self.last: Step | None = None
        # How often a step turns another round: 0 a deed, 1 its undo, 2 its redo and so on.
        self._turns: dict[str, int] = {}
        self._undo: list[Step] = []
        self._redo: list[Step] = []

    @property
    def undoable(self) -> Step | None:
        """Head of the Step that undo would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def redoable(self) -> Step | None:
        """Head of the Step that redo would take back: the last undo."""
        return self._redo[-1] if self._redo else None

    def require_undoable(self) -> Step:
        """Like `undoable`, refusing when there is none."""
        if self.undoable is None:
            raise Refused(N_("There is nothing to undo."))
        return self.undoable

    def require_redoable(self) -> Step:
        """Like `redoable`, refusing when there is none."""
        if self.redoable is None:
            raise Refused(N_("There is nothing to redo."))
        return self.redoable

    def note(self, step: Step) -> None:
        """Take in the next Step (its head is enough) and move the stacks."""
        turns = 0 if step.undoes is None else self._turns.get(step.undoes, 0) + 1
        self._turns[step.id] = turns
        self.last = step
        if step.verb.on_file:
            return
        if turns == 0:
            self._redo.clear()
            self._undo.append(step)
            if step.verb.barrier:
                self._undo.clear()
        elif turns % 2:
            self._move(self._undo, self._redo, step)
        else:
            self._move(self._redo, self._undo, step)

    @staticmethod
    def _move(source: list[Step], target: list[Step], step: Step) -> None:
        if source and source[-1].id == step.undoes:
            source.pop()
        target.append(step)


def head_of(step: Step) -> Step:
    """The Step without its changes, as the stacks keep it."""
    return replace(step, changes=())
