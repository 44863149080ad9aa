# SPDX-License-Identifier: Apache-2.0
"""What stood in an edit table before each edit that is not taken yet: Ctrl+Z goes back to it."""

from __future__ import annotations

from missiondesk.ui.widgets.keyed_lines import Line
from missiondesk.ui.widgets.sheet_model import SheetModel


class SheetSteps:
    """The trail knows taken edits only: without these it would undo an older step instead."""

    def __init__(self, model: SheetModel) -> None:
        self._model = model
        self._before: list[tuple[Line, ...]] = []
        self._now: tuple[Line, ...] = ()

    def begin(self) -> None:
        """From what stands there now on."""
        self._before.clear()
        self._now = self._model.lines()

    def note(self) -> None:
        """Something was edited."""
        self._before.append(self._now)
        self._now = self._model.lines()

    def back(self) -> bool:
        """Show what stood there before the last edit; False when none is known."""
        if not self._before:
            return False
        self._now = self._before.pop()
        self._model.show_lines(self._now)
        return True
